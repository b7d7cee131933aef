"""ONLY IN A, ONLY IN B: what one article alone tells, the most prominent first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from newsdiff.report.safety import safe
from newsdiff.report.selection import letter, place
from newsdiff.report.text.page import Lines, Page, beside, fitted, join
from newsdiff.report.text.telling import digits_of
from newsdiff.report.text.theme import FAINT

if TYPE_CHECKING:
    from newsdiff.comparison import Comparison
    from newsdiff.emphasis.rows import Only

FOLDED_LINES = 2
_PLACE = 8


def only(comparison: Comparison, page: Page, *, folded: bool) -> Lines:
    """Return a panel an article that tells something alone; side by side on a wide page."""
    rows: list[list[Only]] = [[] for _ in comparison.articles]
    for row in comparison.only:
        rows[row.article].append(row)
    if page.wide and all(rows):
        column = (page.width - 3) // 2
        left, right = (_one(comparison, page, n, rows[n], column, folded=folded) for n in (0, 1))
        return beside(column + 3, left, right)
    lines: Lines = []
    for number, found in enumerate(rows):
        if found:
            lines += [Text()] if lines else []
            lines += _one(comparison, page, number, found, page.width, folded=folded)
    if not lines and not folded:
        return page.heading("ONLY IN ONE", "nothing")
    return lines


def _one(
    comparison: Comparison, page: Page, number: int, rows: list[Only], width: int, *, folded: bool
) -> Lines:
    """Return one article's panel."""
    each = 5 if len(comparison.articles) == 2 else 2
    shown = rows[:each] if folded else rows
    article = comparison.articles[number]
    digits = digits_of(comparison.articles)
    lines = page.heading(
        f"ONLY IN {letter(number)}",
        f"{len(rows):,} sentence{'s' * (len(rows) != 1)}",
        width=width,
    )
    for row in shown:
        body = Text(safe(article.text[row.start : row.end]))
        told = page.hang(
            Text(f"{row.sentence + 1:>{digits + 2}}", style=FAINT),
            body,
            digits + 4,
            width - _PLACE,
            most=FOLDED_LINES if folded else None,
        )
        where = Text(f"{f'at {place(article, row.start):.0%}':>{_PLACE}}", style=FAINT)
        told[0] = join(fitted(told[0], width - _PLACE), where)
        lines += told
    return lines + page.more(len(rows) - len(shown), "only", digits + 4)
