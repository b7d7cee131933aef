"""DISTINCTIVE TERMS: words that one article uses far more than the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from newsdiff.report.safety import safe
from newsdiff.report.selection import letter
from newsdiff.report.text.page import Lines, Page, join
from newsdiff.report.text.theme import DOTS, FAINT, source_style

if TYPE_CHECKING:
    from newsdiff.comparison import Comparison
    from newsdiff.emphasis.rows import TermRow

FOLDED_ROWS = 6


def terms(comparison: Comparison, page: Page, *, folded: bool) -> Lines:
    """Return the panel: the words of each article with its count and the others'."""
    if not comparison.terms:
        return [] if folded else page.heading("DISTINCTIVE TERMS", "none")
    lines: Lines = []
    hidden = 0
    for number in range(len(comparison.articles)):
        rows = [row for row in comparison.terms if row.article == number]
        shown = rows[:FOLDED_ROWS] if folded else rows
        hidden += len(rows) - len(shown)
        if shown:
            label = Text(letter(number), style=f"bold {source_style(number)}")
            lines += page.flow(label, [_item(row) for row in shown], 4)
    heading = page.heading("DISTINCTIVE TERMS", "times here : times elsewhere")
    return [*heading, *lines, *page.more(hidden, "terms", 4)]


def _item(row: TermRow) -> Text:
    here = row.counts[row.article]
    counts = f" {here}:{sum(row.counts) - here} "
    return join(Text(safe(row.term)), Text(counts), Text(DOTS[row.evidence], style=FAINT))
