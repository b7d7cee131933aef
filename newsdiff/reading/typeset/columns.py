"""Columns: a page's lines in the order in which they are read.

A gutter is a place that a run of lines, from top to bottom, leaves free, with text on both sides.
The page is cut there: what is above the run, its left side, its right side, what is below; and each
part again (as recursive XY cuts do: Nagy and Seth 1984, "Hierarchical representation of optically
scanned documents").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import islice, pairwise

from newsdiff.reading.typeset.line import Line, rows

MAX_LINES = 1500
"""More lines than a newspaper's page has: they are left in the order in which they were drawn."""
MAX_DEPTH = 12
GUTTERS = 20
"""Places that are tried: those that most neighbours leave free."""
MIN_LINES = 3
MIN_CHARACTERS = 12
"""What each side of a gutter must have, and its lines in the mean: cells of a table have less."""
FREE = 3.0
"""White space, in heights of the line, by which a row is one of a table: words of justified lines
stand apart by 2 at most."""


def columns(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the columns of a page in reading order, each from top to bottom, a line a row."""
    if len(lines) > MAX_LINES:
        return [list(lines)]
    return _cut(sorted(lines, key=lambda line: (-line.y, line.left)), MAX_DEPTH)


def _cut(lines: list[Line], depth: int) -> list[list[Line]]:
    """Return the columns of lines that are sorted from top to bottom."""
    best: tuple[int, int, float] | None = None
    if depth and len(lines) >= 2 * MIN_LINES:
        for x in _candidates(lines):
            first, end = _run(lines, x)
            if (best is None or end - first > best[1] - best[0]) and _parts(lines[first:end], x):
                best = first, end, x
    if best is None:
        return [[_joined(row) for row in rows(lines)]] if lines else []
    first, end, x = best
    run = lines[first:end]
    parts = (
        lines[:first],
        [line for line in run if line.right <= x],
        [line for line in run if line.left >= x],
        lines[end:],
    )
    return [column for part in parts for column in _cut(part, depth - 1)]


def _candidates(lines: list[Line]) -> list[float]:
    """Return places just left of lines that have a neighbour there, left of most lines first."""
    lefts: Counter[float] = Counter()
    for at, line in enumerate(lines):
        for other in islice(lines, at + 1, at + 6):
            if line.y - other.y > max(line.size, other.size):
                break
            first, second = sorted((line, other), key=lambda piece: piece.left)
            if second.left - first.right > 0.5 * line.size:
                lefts[round(second.left) - 1.0] += 1
    # Sorted by place, too, as equal counts come in the order in which they were met.
    return [x for x, _ in sorted(lefts.items(), key=lambda item: (-item[1], item[0]))[:GUTTERS]]


def _run(lines: list[Line], x: float) -> tuple[int, int]:
    """Return the longest run of lines that leave `x` free, as the first and the one after it."""
    best = (0, 0)
    start = 0
    for at, line in enumerate(lines):
        if line.left < x < line.right:
            start = at + 1
        elif at + 1 - start > best[1] - best[0]:
            best = (start, at + 1)
    return best


def _parts(run: list[Line], x: float) -> bool:
    """Return whether there is a column on both sides of `x`."""
    left = [line for line in run if line.right <= x]
    right = [line for line in run if line.left >= x]
    for side in (left, right):
        characters = sum(len(line.text) for line in side)
        if len(side) < MIN_LINES or characters < MIN_CHARACTERS * len(side):
            return False
    return True


def _joined(row: list[Line]) -> Line:
    """Return the pieces of one row as one line."""
    if len(row) == 1:
        return row[0]
    left, right = row[0].left, max(line.right for line in row)
    free = max(b.left - a.right for a, b in pairwise(row))
    return Line(
        " ".join(line.text for line in row),
        left,
        right,
        row[0].y,
        max(line.size for line in row),
        all(line.bold for line in row),
        table=free > FREE * row[0].size,
    )
