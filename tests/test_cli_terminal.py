"""What a terminal gets: a report, in its width, and coloured as the user wants it."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from processes import COMMAND, COURIER, HERALD, newsdiff, on_terminal, surroundings

from newsdiff.cli.environment import MAX_WIDTH, MIN_WIDTH, Color, Environment
from newsdiff.cli.status import Status

COMMANDS = ("compare", "summarize", "read")
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
posix = pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")


@posix
@pytest.mark.parametrize("command", COMMANDS)
def test_report_on_a_terminal(command: str) -> None:
    """A terminal gets the report, in colour, and the same bytes as a pipe that asks for it."""
    seen = on_terminal([*COMMAND, command, COURIER, HERALD], columns=100)
    assert seen.status == Status.DONE
    assert ESCAPE.search(seen.out)
    like_it = ["-f", "text", "--color", "always", "--width", "100"]
    assert seen.out == newsdiff(command, *like_it, COURIER, HERALD).out


@posix
@pytest.mark.parametrize("columns", [40, 57, 80, 120, 200, 300])
@pytest.mark.parametrize("command", COMMANDS)
def test_width_of_the_terminal(command: str, columns: int) -> None:
    """No line is wider than the terminal."""
    seen = on_terminal([*COMMAND, command, COURIER, HERALD], columns=columns)
    assert max(map(len, ESCAPE.sub("", seen.out).splitlines())) <= columns


@pytest.mark.parametrize(
    ("variables", "options", "width"),
    [
        ({}, [], 80),
        ({"COLUMNS": "60"}, [], 60),
        ({"COLUMNS": "60"}, ["--width", "120"], 120),
        ({"COLUMNS": "wide"}, [], 80),
        ({"COLUMNS": "0"}, [], 80),
        ({"COLUMNS": "-5"}, [], 80),
        ({"COLUMNS": "3"}, [], MIN_WIDTH),
        ({"COLUMNS": "9" * 30}, [], 80),
    ],
)
def test_width_in_a_pipe(variables: dict[str, str], options: list[str], width: int) -> None:
    """--width goes before COLUMNS, and COLUMNS that is no width counts as none."""
    arguments = ["compare", "-f", "text", COURIER, HERALD]
    given = newsdiff(*arguments, *options, env=surroundings(**variables))
    assert given.out == newsdiff(*arguments, "--width", str(width)).out


COLORED = {
    "a terminal": ({}, [], True),
    "NO_COLOR": ({"NO_COLOR": "1"}, [], False),
    "empty NO_COLOR": ({"NO_COLOR": ""}, [], True),
    "dumb": ({"TERM": "dumb"}, [], False),
    "FORCE_COLOR on a dumb one": ({"TERM": "dumb", "FORCE_COLOR": "1"}, [], True),
    "NO_COLOR before FORCE_COLOR": ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, [], False),
    "--color before NO_COLOR": ({"NO_COLOR": "1"}, ["--color", "always"], True),
    "--color never": ({"FORCE_COLOR": "1"}, ["--color", "never"], False),
    "--color auto": ({"NO_COLOR": "1"}, ["--color", "auto"], False),
}


@posix
@pytest.mark.parametrize(("variables", "options", "colored"), COLORED.values(), ids=COLORED)
def test_color_on_a_terminal(variables: dict[str, str], options: list[str], colored: bool) -> None:
    """Colour follows --color, NO_COLOR, FORCE_COLOR, TERM and the terminal, in this order."""
    command = [*COMMAND, "compare", COURIER, HERALD, *options]
    seen = on_terminal(command, env=surroundings(**variables))
    assert seen.status == Status.DONE
    assert ("\x1b" in seen.out) is colored


@pytest.mark.parametrize(
    ("variables", "options", "colored"),
    [
        ({}, [], False),
        ({"FORCE_COLOR": "1"}, [], True),
        ({"CLICOLOR_FORCE": "1"}, [], True),
        ({"FORCE_COLOR": "0"}, [], False),
        ({}, ["--color", "always"], True),
        ({"FORCE_COLOR": "1"}, ["--color", "never"], False),
    ],
)
def test_color_in_a_pipe(variables: dict[str, str], options: list[str], colored: bool) -> None:
    """A report in a pipe is plain unless colour is forced."""
    arguments = ["compare", "-f", "text", COURIER, HERALD, *options]
    result = newsdiff(*arguments, env=surroundings(**variables))
    assert ("\x1b" in result.out) is colored


@pytest.mark.parametrize("form", ["tsv", "jsonl", "json"])
def test_data_is_never_colored(form: str) -> None:
    """Records for programs carry no escape sequences, however colour is forced."""
    forced = newsdiff(
        "compare", "-f", form, "--color", "always", COURIER, HERALD,
        env=surroundings(FORCE_COLOR="1"),
    )  # fmt: skip
    assert forced.out == newsdiff("compare", "-f", form, COURIER, HERALD).out


@posix
def test_file_is_no_terminal(tmp_path: Path) -> None:
    """A file gets lines without colour, although a terminal stands by."""
    file = tmp_path / "out"
    seen = on_terminal([*COMMAND, "compare", COURIER, HERALD, "-o", str(file)])
    assert (seen.status, seen.out) == (Status.DONE, "")
    assert file.read_text(encoding="utf-8") == newsdiff("compare", COURIER, HERALD).out


@posix
def test_complaint_on_a_terminal(tmp_path: Path) -> None:
    """On a terminal a complaint stands on a line of its own, before the report."""
    missing = str(tmp_path / "missing.txt")
    seen = on_terminal([*COMMAND, "summarize", missing, COURIER])
    assert seen.status == Status.TROUBLE
    assert seen.out.startswith(f"newsdiff: {missing}: ")


@pytest.mark.parametrize("option", ["auto", "always", "never"])
@pytest.mark.parametrize("variable", [True, False, None])
@pytest.mark.parametrize("terminal", [True, False])
def test_order_of_color(option: Color, variable: bool | None, terminal: bool) -> None:
    """The option decides, then the variables, then the terminal."""
    colored = Environment(color=variable, columns=None, terminal=None).colored(
        option, on_terminal=terminal
    )
    expected = {"always": True, "never": False}.get(option, variable)
    assert colored is (terminal if expected is None else expected)


@pytest.mark.parametrize("width", [1, 39, 40, 80, 200, 1000, 10**9])
def test_width_is_sane(width: int) -> None:
    """No terminal, however odd, gives a width that a report cannot be laid out in."""
    assert MIN_WIDTH <= Environment(None, width, None).width(None) <= MAX_WIDTH
    assert MIN_WIDTH <= Environment(None, None, width).width(None) <= MAX_WIDTH
