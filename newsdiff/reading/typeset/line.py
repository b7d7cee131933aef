"""Line: a piece of a line, where it stands on its page."""

from __future__ import annotations

from dataclasses import dataclass

SOFT_HYPHEN = "\xad"
"""Stands for a hyphen at a line's end."""


@dataclass(frozen=True, slots=True)
class Line:
    """Some words on one baseline `y`, from `left` to `right`, in points from the page's lower left
    corner. `size` is the height of their characters; `table` is true for a row of a table."""

    text: str
    left: float
    right: float
    y: float
    size: float
    bold: bool = False
    table: bool = False


def rows(lines: list[Line]) -> list[list[Line]]:
    """Return the lines from top to bottom, those on one baseline together, from left to right."""
    found: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (-line.y, line.left)):
        if found and found[-1][0].y - line.y < 0.4 * line.size:
            found[-1].append(line)
        else:
            found.append([line])
    return [sorted(row, key=lambda line: line.left) for row in found]
