"""What starting costs, and what help and version say."""

from __future__ import annotations

import subprocess
import sys
from typing import get_args

import pytest
from processes import PATIENCE, newsdiff, surroundings

import newsdiff as package
from newsdiff.cli.app import COMMANDS
from newsdiff.cli.options import Format
from newsdiff.cli.status import Status
from newsdiff.report import FORMATS

HEAVY = {
    "chardet", "duckdb", "jinja2", "lxml", "nltk", "numpy", "nupunkt",
    "publicsuffixlist", "pyarrow", "pydantic", "requests", "rich", "Stemmer", "sumy",
}  # fmt: skip
"""What takes long to load, and what these would load in turn."""


def loaded(*arguments: str) -> set[str]:
    """Return the top-level modules that one command line loads."""
    script = (
        "import sys, atexit\n"
        "atexit.register(lambda: print(*sorted(sys.modules), file=sys.stderr))\n"
        "from newsdiff.__main__ import main\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        capture_output=True,
        text=True,
        check=True,
        env=surroundings(),
        timeout=PATIENCE,
    )
    return {name.partition(".")[0] for name in done.stderr.split()}


@pytest.mark.parametrize(
    "arguments",
    [["--version"], ["--help"], [], *([command, "--help"] for command in COMMANDS)],
    ids=" ".join,
)
def test_nothing_heavy_is_loaded(arguments: list[str]) -> None:
    """--version and --help answer at once: they load nothing that only work needs."""
    modules = loaded(*arguments)
    assert "typer" in modules
    assert modules & HEAVY == set()


def test_import_loads_nothing_heavy() -> None:
    """`import newsdiff` costs a program nothing before it uses a part."""
    script = "import newsdiff, sys; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env=surroundings(),
        timeout=PATIENCE,
    )
    modules = {name.partition(".")[0] for name in done.stdout.split()}
    assert modules & (HEAVY | {"typer"}) == set()


def test_version() -> None:
    """--version names the program and the package's own version."""
    assert newsdiff("--version") == (Status.DONE, f"newsdiff {package.__version__}\n", "")


def test_no_arguments_print_help() -> None:
    """Somebody who types the bare name gets the help."""
    assert newsdiff() == newsdiff("--help")
    assert newsdiff("-h") == newsdiff("--help")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_an_example(command: str) -> None:
    """Each command's help shows a command line to start from, on a line of its own."""
    result = newsdiff(command, "--help")
    assert result.status == Status.DONE
    assert f"\n  newsdiff {command} " in result.out


def test_formats() -> None:
    """--format takes what the report can make, and auto."""
    assert get_args(Format) == ("auto", *FORMATS)
