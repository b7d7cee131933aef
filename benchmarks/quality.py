"""How good newsdiff's answers are: `python benchmarks/quality.py alignment --help`.

Each subcommand measures one part on one kind of data, with its peers in the same run; without one,
all are measured. docs/quality.md tells what the figures mean.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # this checkout, installed or not

from benchmarks import (
    alignment_quality,
    event_quality,
    extraction_quality,
    figures_quality,
    halves_quality,
    names_quality,
    summary_quality,
    voices_quality,
)
from benchmarks.measurement import Measurement, NoDataError

MEASUREMENTS: dict[str, Measurement] = {
    "alignment": alignment_quality,
    "extraction": extraction_quality,
    "figures": figures_quality,
    "halves": halves_quality,
    "event": event_quality,
    "names": names_quality,
    "voices": voices_quality,
    "summary": summary_quality,
}


def main(arguments: list[str] | None = None) -> int:
    """Run the measurement that the arguments name, or all, and return the exit status."""
    parser = argparse.ArgumentParser(prog="quality.py", description=__doc__)
    commands = parser.add_subparsers(dest="command")
    for name, measurement in MEASUREMENTS.items():
        summary, _, description = (measurement.__doc__ or "").partition("\n")
        command = commands.add_parser(
            name,
            help=summary,
            description=summary + description,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        measurement.add_arguments(command)
    options = parser.parse_args(arguments)
    if options.command:
        return _run(options.command, options)
    statuses = []
    for name in MEASUREMENTS:
        print(f"== {name}\n")
        statuses.append(_run(name, parser.parse_args([name])))
    return max(statuses)


def _run(name: str, options: argparse.Namespace) -> int:
    try:
        return MEASUREMENTS[name].run(options)
    except NoDataError as error:
        print(f"quality.py {name}: {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
