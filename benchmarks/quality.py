"""How good newsdiff's answers are: `python benchmarks/quality.py summary --help`.

Each subcommand measures newsdiff and its peers on the same data, in one run.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None) -> int:
    """Run the measurement that the arguments name, and return the exit status."""
    from benchmarks import summary_quality  # noqa: PLC0415  ROOT must be on the path first

    parser = argparse.ArgumentParser(prog="quality.py", description=__doc__)
    parts = parser.add_subparsers(dest="part", required=True)
    for part in (summary_quality,):
        command = parts.add_parser(part.NAME, description=part.__doc__)
        part.add_arguments(command)
        command.set_defaults(run=part.run)
    options = parser.parse_args(arguments)
    status: int = options.run(options)
    return status


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))  # measure this checkout, installed or not
    sys.exit(main())
