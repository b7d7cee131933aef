"""What all measurements share: where their data lie, their options, and their report as JSON."""

from __future__ import annotations

import gzip
import json
import os
import platform
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from newsdiff import __version__

if TYPE_CHECKING:
    import argparse

SHARED = Path(os.environ.get("NEWSDIFF_SHARED", Path(__file__).resolve().parents[2] / "shared"))
"""The evaluation data. They are texts of others, so they lie beside the project and not in it."""


class Measurement(Protocol):
    """What a module of this folder offers to quality.py."""

    __doc__: str | None

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Tell the parser what this measurement takes."""

    def run(self, options: argparse.Namespace) -> int:
        """Measure, print, write the report, and return the exit status.

        Raises NoDataError when there is nothing to measure on.
        """


class NoDataError(Exception):
    """No evaluation data where they were looked for."""


def add_options(parser: argparse.ArgumentParser, data: str) -> None:
    """Add --data, which is SHARED/eval/`data` unless told otherwise, and --json."""
    parser.add_argument(
        "--data",
        type=Path,
        default=SHARED / "eval" / data,
        metavar="DIR_OR_FILE",
        help="a folder of *.jsonl or *.jsonl.gz, or one such file (default: %(default)s)",
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there, too")


def data_files(data: Path) -> list[Path]:
    """Return the JSON lines files of a folder, or the one file; NoDataError when there are none."""
    files = sorted(data.glob("*.jsonl*")) if data.is_dir() else [data]
    if not files or not all(file.is_file() for file in files):
        raise NoDataError(f"no data in {data} (--data or NEWSDIFF_SHARED names another place)")
    return files


def read_lines(file: Path) -> list[dict[str, Any]]:
    """Return the objects of a JSON lines file, which may be packed by gzip."""
    reader = gzip.open if file.suffix == ".gz" else open
    with reader(file, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def write_report(
    file: Path | None, name: str, figures: dict[str, Any], packages: tuple[str, ...] = ()
) -> None:
    """Write figures as `newsdiff.benchmark.<name>/1`, with the versions that gave them."""
    if file is None:
        return
    versions = {"newsdiff": __version__, "python": platform.python_version()}
    report = {
        "schema": f"newsdiff.benchmark.{name}/1",
        "versions": versions | {package: version(package) for package in packages},
        **figures,
    }
    file.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
