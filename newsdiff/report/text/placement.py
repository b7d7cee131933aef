"""THE SAME FACT AT ANOTHER PLACE: what one article tells early and another late."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from newsdiff.report.safety import safe
from newsdiff.report.selection import letter
from newsdiff.report.text.page import Lines, Page, beside, fitted, join, shortened
from newsdiff.report.text.theme import FAINT, STRIP_CELLS, source_style, strip
from newsdiff.report.why import why

if TYPE_CHECKING:
    from newsdiff.comparison import Comparison
    from newsdiff.emphasis.rows import Placed, Placement

FOLDED_ROWS = 4
FAR = 0.2
"""A fifth of an article: what is less far apart is told at much the same place."""
SAME = 0.04
"""Two facts that are this near to each other in all articles are one stretch, told once."""
LABEL_CELLS = 26
REASONS = 3
_TITLE = "THE SAME FACT AT ANOTHER PLACE"


def placement(comparison: Comparison, page: Page, *, folded: bool) -> Lines:
    """Return the panel: for each fact where each article tells it, and how it comes to it."""
    rows = list(_apart(comparison))
    if not rows:
        return [] if folded else page.heading(_TITLE, "none")
    shown = rows[:FOLDED_ROWS] if folded else rows
    lines = page.heading(_TITLE, "where each first tells it")
    for row in shown:
        lines += _row(comparison, page, row)
    return [*lines, *page.more(len(rows) - len(shown), "placement")]


def _apart(comparison: Comparison) -> Iterator[Placement]:
    """Yield the facts of high confidence that stand far apart, one of each stretch."""
    seen: list[dict[int, float]] = []
    for row in comparison.placement:
        best = comparison.passages[comparison.facts[row.fact].passages[0]]
        if row.apart < FAR or best.confidence != "high":
            continue
        first = _firsts(row)
        near = any(
            first.keys() == one.keys() and all(abs(first[a] - one[a]) <= SAME for a in first)
            for one in seen
        )
        if not near:
            seen.append(first)
            yield row


def _firsts(row: Placement) -> dict[int, float]:
    first: dict[int, float] = {}
    for told in row.tellings:
        first[told.article] = min(told.place, first.get(told.article, told.place))
    return first


def _row(comparison: Comparison, page: Page, row: Placement) -> Lines:
    best = comparison.passages[comparison.facts[row.fact].passages[0]]
    said = " · ".join(why(comparison, best)[:REASONS])
    column = page.width if page.narrow else LABEL_CELLS
    label = page.wrap(Text(said, style="bold"), column, 2)
    if row.moved:
        first = _firsts(row)
        low, high = min(first, key=lambda a: first[a]), max(first, key=lambda a: first[a])
        label += page.wrap(Text(f"early in {letter(low)}, late in {letter(high)}"), column)
    by_article: dict[int, list[Placed]] = {}
    for told in row.tellings:
        by_article.setdefault(told.article, []).append(told)
    width = page.width - (0 if page.narrow else LABEL_CELLS + 2)
    places = [_line(comparison, told, width) for _, told in sorted(by_article.items())]
    return [*label, *places] if page.narrow else beside(LABEL_CELLS + 2, label, places)


def _line(comparison: Comparison, told: Sequence[Placed], width: int) -> Text:
    """Return "B  86%  ········▂·  “surpassing a target of $240 billion”"."""
    first = min(told, key=lambda one: one.place)
    text = comparison.articles[first.article].text
    line = join(
        fitted(Text(letter(first.article), style=f"bold {source_style(first.article)}"), 2),
        Text(f"{first.place:>4.0%}  {strip([one.place for one in told])}  "),
    )
    start = first.start
    if first.introduced is not None and first.start - first.introduced[0] <= 4 * STRIP_CELLS:
        start = first.introduced[0]
    words = Text(f"“{safe(text[start : first.end])}”", style=FAINT)
    return join(line, shortened(words, width - line.cell_len))
