"""What the environment says about the terminal, read once and in one place."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Literal, NamedTuple

Color = Literal["auto", "always", "never"]
"""The values of --color."""

MIN_WIDTH = 40
MAX_WIDTH = 1000
DEFAULT_WIDTH = 80


class Environment(NamedTuple):
    """What newsdiff takes from its surroundings.

    `color` is what the variables decide about colour, or None where they leave it to the terminal;
    `columns` is COLUMNS where it is a number; `terminal` is the terminal's width in columns where
    standard output is one, and None where it is not.
    """

    color: bool | None
    columns: int | None
    terminal: int | None

    def colored(self, option: Color, *, on_terminal: bool) -> bool:
        """Return whether to colour: --color, then the variables, then whether it is a terminal."""
        if option != "auto":
            return option == "always"
        return on_terminal if self.color is None else self.color

    def width(self, option: int | None) -> int:
        """Return how many columns a report may take: --width, COLUMNS, the terminal, then 80."""
        width = option or self.columns or self.terminal or DEFAULT_WIDTH
        return min(max(width, MIN_WIDTH), MAX_WIDTH)


def from_process() -> Environment:
    """Return the environment of this process."""
    return Environment(
        color=_color(os.environ),
        columns=_columns(os.environ),
        terminal=_terminal_width(),
    )


def _color(variables: Mapping[str, str]) -> bool | None:
    """Return what the variables say about colour (https://no-color.org, http://bixense.com/clicolors)."""
    if variables.get("NO_COLOR"):
        return False
    if any(variables.get(name, "0") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    return False if variables.get("TERM") == "dumb" else None


def _columns(variables: Mapping[str, str]) -> int | None:
    """Return COLUMNS, or None where it is no number above 0."""
    value = variables.get("COLUMNS", "")
    return int(value) or None if value.isdecimal() and len(value) < 10 else None


def _terminal_width() -> int | None:
    """Return the width of the terminal that standard output is, or None where it is none."""
    try:
        return os.get_terminal_size(1).columns or DEFAULT_WIDTH
    except OSError:
        return None
