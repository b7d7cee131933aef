"""What stands on pages besides their text: running heads, page numbers, what browsers print."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsdiff.reading.typeset.line import Line, rows

EDGE = 0.12
"""Share of a page's height at its top and at its bottom in which running heads stand."""
EDGE_ROWS = 3
"""Rows at each end of a page that can be furniture: a head, a foot and a line for copyright."""
REPEATED = 0.4
"""Share of the pages on which a running head stands: left and right pages may have their own."""

DIGITS = re.compile(r"\d+")
PAGE_NUMBER = re.compile(
    r"(?:(?:page|p\.|seite|s\.|pagina|página)\s{0,3})?[-–—|]?\s{0,3}(?:\d{1,4}|[ivxlc]{1,7})"
    r"(?:\s{0,3}(?:of|von|de|sur|/)\s{0,3}\d{1,4})?\s{0,3}[-–—|]?",
    re.IGNORECASE,
)
PRINTED = re.compile(
    r"(?:https?|file)://\S{1,2000}(?:\s\d{1,4}\s?/\s?\d{1,4})?"
    r"|\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s\d{1,2}[:.]\d{2}(?:\s?[AaPp]\.?[Mm]\.?)?"
)
"""What browsers print around a page: its address, the date and the time."""


class Page(NamedTuple):
    """The lines of a page, in points, and its height."""

    lines: Sequence[Line]
    height: float


def without_furniture(pages: Sequence[Page]) -> tuple[list[list[Line]], tuple[str, ...]]:
    """Return the lines of each page that are text, and what was dropped, counted by its kind."""
    edges = [list(_edges(page)) for page in pages]
    standing = Counter(key for edge in edges for key in {_key(row) for row in edge})
    least = max(2, REPEATED * len(pages))
    kept = []
    dropped: Counter[str] = Counter()
    for page, edge in zip(pages, edges, strict=True):
        gone: set[int] = set()
        for row in edge:
            kind = _kind(row, repeated=standing[_key(row)] >= least)
            if kind:
                dropped[kind] += 1
                gone |= {id(line) for line in row}
        kept.append([line for line in page.lines if id(line) not in gone])
    return kept, tuple(f"{count} × {kind}" for kind, count in sorted(dropped.items()))


def _edges(page: Page) -> Iterator[list[Line]]:
    """Yield the rows at the ends of a page."""
    found = rows(list(page.lines))
    top, bottom = (1 - EDGE) * page.height, EDGE * page.height
    if len(found) > EDGE_ROWS:  # a page of so few rows has nothing else
        yield from (row for row in found[:EDGE_ROWS] if row[0].y > top)
        yield from (row for row in found[-EDGE_ROWS:] if row[0].y < bottom)


def _kind(row: list[Line], *, repeated: bool) -> str | None:
    """Return what a row at the end of a page is besides text, or None."""
    if all(PAGE_NUMBER.fullmatch(line.text) for line in row):
        return "page number"
    if any(PRINTED.fullmatch(line.text) for line in row):
        return "printed address or date"
    return "running head" if repeated else None


def _key(row: list[Line]) -> str:
    return DIGITS.sub("#", " ".join(line.text for line in row)).casefold()
