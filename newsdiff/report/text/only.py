"""ONLY IN A, ONLY IN B: what one article alone tells, the most prominent first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from newsdiff.report.safety import safe
from newsdiff.report.selection import letter, place
from newsdiff.report.text.page import Lines, Page, beside, counted, fitted, join
from newsdiff.report.text.telling import digits_of, head
from newsdiff.report.text.theme import FAINT

if TYPE_CHECKING:
    from newsdiff.comparison import Comparison
    from newsdiff.emphasis.rows import Only

FOLDED_CELLS = 170
"""Cells that a sentence may take where the panel is folded."""
FOLDED_OF_TWO, FOLDED_OF_FEW, FEW = 5, 2, 6
"""Sentences that a folded panel shows of each article: of two, of up to FEW; of more, one."""
_PLACE = 8


def only(comparison: Comparison, page: Page, *, folded: bool) -> Lines:
    """Return a panel for each of two articles, side by side on a wide page; one panel for more."""
    rows: list[list[Only]] = [[] for _ in comparison.articles]
    for row in comparison.only:
        rows[row.article].append(row)
    if not any(rows):
        return [] if folded else page.heading("ONLY IN ONE", "nothing")
    if len(rows) > 2:
        return _of_many(comparison, page, rows, folded=folded)
    if page.wide and all(rows):
        column = (page.width - 3) // 2
        left, right = (_of_two(comparison, page, n, rows[n], column, folded=folded) for n in (0, 1))
        return beside(column + 3, left, right)
    lines: Lines = []
    for number, found in enumerate(rows):
        if found:
            lines += [Text()] if lines else []
            lines += _of_two(comparison, page, number, found, page.width, folded=folded)
    return lines


def _of_two(
    comparison: Comparison, page: Page, number: int, rows: list[Only], width: int, *, folded: bool
) -> Lines:
    """Return one article's panel."""
    shown = rows[:FOLDED_OF_TWO] if folded else rows
    lines = page.heading(f"ONLY IN {letter(number)}", counted(len(rows), "sentence"), width=width)
    lines += _listed(comparison, page, shown, width, folded=folded)
    indent = digits_of(comparison.articles) + 4
    return lines + page.more(len(rows) - len(shown), "only", indent)


def _of_many(comparison: Comparison, page: Page, rows: list[list[Only]], *, folded: bool) -> Lines:
    """Return one panel for all articles."""
    each = (FOLDED_OF_FEW if len(rows) <= FEW else 1) if folded else None
    lines = page.heading("ONLY IN ONE", "what no other article tells")
    for found in rows:
        lines += _listed(comparison, page, found[:each], page.width, folded=folded)
    hidden = sum(max(0, len(found) - each) for found in rows) if each else 0
    return lines + page.more(hidden, "only", digits_of(comparison.articles) + 4)


def _listed(
    comparison: Comparison, page: Page, rows: Sequence[Only], width: int, *, folded: bool
) -> Lines:
    """Return sentences with number and place."""
    digits = digits_of(comparison.articles)
    indent = digits + 4
    room = width - _PLACE
    most = page.lines_for(FOLDED_CELLS, room - indent) if folded else None
    lines: Lines = []
    for order, row in enumerate(rows):
        article = comparison.articles[row.article]
        label = head(row.article, row.sentence, digits)
        if order:  # the letter stands once
            label = join(Text(" "), label[1:])
        body = Text(safe(article.text[row.start : row.end]))
        told = page.hang(label, body, indent, room, most)
        where = f"at {place(article, row.start):.0%}".rjust(_PLACE)
        told[0] = join(fitted(told[0], room), Text(where, style=FAINT))
        lines += told
    return lines
