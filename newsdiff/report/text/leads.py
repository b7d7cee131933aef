"""THE FIRST PARAGRAPH: who, what, where and when, in the order in which each article says them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from newsdiff.report.safety import safe
from newsdiff.report.selection import letter
from newsdiff.report.text.page import Lines, Page, join
from newsdiff.report.text.theme import FAINT, source_style

if TYPE_CHECKING:
    from newsdiff.comparison import Comparison
    from newsdiff.emphasis.rows import Lead, LeadItem

FOLDED_LINES, FOLDED_OF_FEW, FEW = 3, 2, 6
"""Lines that one article's items may take where the report is folded: of two articles, of up to
FEW; of more, one."""


def leads(comparison: Comparison, page: Page, *, folded: bool) -> Lines:
    """Return the panel, an article a paragraph."""
    count = len(comparison.articles)
    most = FOLDED_LINES if count == 2 else FOLDED_OF_FEW if count <= FEW else 1
    lines: Lines = []
    for lead in comparison.leads:
        if lead.items:
            label = Text(letter(lead.article), style=f"bold {source_style(lead.article)}")
            items = [_item(comparison, lead, item) for item in lead.items]
            lines += page.flow(label, items, 4, most=most if folded else None)
    if not lines:
        return [] if folded else page.heading("THE FIRST PARAGRAPH", "nothing found")
    return [*page.heading("THE FIRST PARAGRAPH", "in its own order"), *lines]


def _item(comparison: Comparison, lead: Lead, item: LeadItem) -> Text:
    """Return "where Moscow (A 32%)": a name with where the other of two articles has it."""
    text = comparison.articles[lead.article].text
    said = join(Text(f"{item.role} ", style=FAINT), Text(safe(text[item.start : item.end])))
    if len(comparison.articles) == 2:
        for other, first in item.elsewhere:
            opening = _opens(comparison, other)
            if first is None:
                said.append(f" (never in {letter(other)})", style=FAINT)
            elif first >= opening:
                said.append(f" ({letter(other)} at {first:.0%})", style=FAINT)
    return said


def _opens(comparison: Comparison, article: int) -> float:
    """Return where the first paragraph of an article ends, 0 to 1."""
    length = max(1, len(comparison.articles[article].text))
    return next((lead.end / length for lead in comparison.leads if lead.article == article), 0.0)
