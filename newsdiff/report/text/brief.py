"""IN BRIEF: each article's summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from newsdiff.report.safety import safe
from newsdiff.report.text.page import Lines, Page, beside
from newsdiff.report.text.telling import digits_of, head

if TYPE_CHECKING:
    from newsdiff.comparison import Comparison

FOLDED_CELLS = 230
"""Cells that a sentence may take where the report is folded: most leads are shorter."""
FEW_LINES = 7
"""About as many sentences as a folded panel shows for all articles together; one each at least."""


def brief(comparison: Comparison, page: Page, *, folded: bool) -> Lines:
    """Return the panel; side by side on a wide page."""
    count = len(comparison.articles)
    each = max(1, FEW_LINES // count) if folded else None
    if page.wide:
        column = (page.width - 3) // 2
        left, right = (_one(comparison, page, n, column, each, folded=folded) for n in (0, 1))
        lines = beside(column + 3, left, right)
    else:
        lines = [
            line
            for number in range(count)
            for line in _one(comparison, page, number, page.width, each, folded=folded)
        ]
    if not lines:
        return []
    hidden = sum(max(0, len(s.picks) - each) for s in comparison.summaries) if each else 0
    return [*page.heading("IN BRIEF"), *lines, *page.more(hidden, "summary", 5)]


def _one(
    comparison: Comparison, page: Page, number: int, width: int, each: int | None, *, folded: bool
) -> Lines:
    """Return one article's summary, a sentence a paragraph."""
    article = comparison.articles[number]
    digits = digits_of(comparison.articles)
    lines: Lines = []
    for order, pick in enumerate(comparison.summaries[number].picks[:each]):
        label = head(number, pick.index, digits)
        if order:  # the letter stands once
            label = Text(" ") + label[1:]
        body = Text(safe(article.sentence_text(pick.index)))
        most = page.lines_for(FOLDED_CELLS, width - digits - 4) if folded else None
        lines += page.hang(label, body, digits + 4, width, most)
    return lines
