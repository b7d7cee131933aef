"""How good newsdiff's answers are: `python benchmarks/quality.py summary --help`.

Each subcommand measures newsdiff and its peers on the same data, in one run; without one, all
are measured.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Protocol


class Measurement(Protocol):
    """What a module of this folder offers: its options, and its run, which returns a status."""

    __doc__: str | None

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Tell the parser what this measurement takes."""

    def run(self, options: argparse.Namespace) -> int:
        """Measure, print and return the exit status."""


ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None) -> int:
    """Run the measurement that the arguments name, or all, and return the exit status."""
    from benchmarks import summary_quality  # noqa: PLC0415  ROOT must be on the path first

    measurements: dict[str, Measurement] = {"summary": summary_quality}
    parser = argparse.ArgumentParser(prog="quality.py", description=__doc__)
    commands = parser.add_subparsers(dest="command")
    for name, measurement in measurements.items():
        command = commands.add_parser(name, description=measurement.__doc__)
        measurement.add_arguments(command)
    options = parser.parse_args(arguments)
    if options.command:
        return measurements[options.command].run(options)
    return max(each.run(parser.parse_args([name])) for name, each in measurements.items())


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))  # measure this checkout, installed or not
    sys.exit(main())
