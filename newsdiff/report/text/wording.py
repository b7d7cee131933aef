"""POSSIBLY THE SAME IN OTHER WORDS, and with which verbs people are let speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from newsdiff.emphasis.rows import POSSIBLY
from newsdiff.report.safety import safe
from newsdiff.report.selection import letter, sentence_at
from newsdiff.report.text.page import Lines, Page, beside, join
from newsdiff.report.text.snippet import snippet
from newsdiff.report.text.theme import FAINT, source_style

if TYPE_CHECKING:
    from newsdiff.comparison import Comparison
    from newsdiff.emphasis.rows import WordingRow, WordingSource

FOLDED_ROWS = 6
FOLDED_FORMS = 8
"""Rows, and wordings of one article in a row, that a folded panel shows."""
LABEL_CELLS = 16
OFTEN = 2
"""Uses from which it is worth a word that the other article has none."""


def wording(comparison: Comparison, page: Page, *, folded: bool) -> Lines:
    """Return two panels: what may be one thing in other words, and verbs of saying and hedges."""
    possibly = [row for row in comparison.wording if row.kind in POSSIBLY]
    certain = [row for row in comparison.wording if row.kind not in POSSIBLY]
    if not comparison.wording:
        return [] if folded else page.heading("WORDING", "nothing found")
    lines: Lines = []
    if possibly:
        shown = possibly[:FOLDED_ROWS] if folded else possibly
        lines += page.heading("POSSIBLY THE SAME IN OTHER WORDS", "times")
        for row in shown:
            lines += _row(comparison, page, row, safe(row.what), folded=folded)
        lines += page.more(len(possibly) - len(shown), "wording")
    if certain:
        lines += [Text()] if lines else []
        lines += page.heading("HOW THEY SAY IT", "verbs of saying and hedges outside quotations")
        for row in certain:
            label = "verbs" if row.kind == "saying" else "hedges"
            lines += _row(comparison, page, row, label, folded=folded)
    return lines


def _row(comparison: Comparison, page: Page, row: WordingRow, label: str, *, folded: bool) -> Lines:
    """Return a row: what is worded, and each article's wordings with the first in its sentence."""
    indent = 0 if page.narrow else LABEL_CELLS + 2
    width = page.width - indent
    lines: Lines = []
    used = {source.article: source for source in row.sources}
    for number in range(len(comparison.articles)):
        if number in used:
            lines += _source(comparison, page, row, used[number], width, folded=folded)
        elif len(comparison.articles) == 2:
            mark = Text(letter(number), style=f"bold {source_style(number)}")
            lines.append(join(mark, Text("   none", style=FAINT)))
    head = page.wrap(Text(label, style="bold"), page.width if page.narrow else LABEL_CELLS, 2)
    return [*head, *lines] if page.narrow else beside(indent, head, lines)


def _never(row: WordingRow, used: WordingSource) -> list[str]:
    """Return the names that others use often and this article never."""
    mine = {form.form for form in used.forms}
    if row.kind != "alternative":
        return []
    return [
        form.form
        for other in row.sources
        for form in other.forms
        if len(form.spans) >= OFTEN and form.form not in mine
    ]


def _source(
    comparison: Comparison,
    page: Page,
    row: WordingRow,
    used: WordingSource,
    width: int,
    *,
    folded: bool,
) -> Lines:
    mark = Text(letter(used.article), style=f"bold {source_style(used.article)}")
    forms = used.forms[:FOLDED_FORMS] if folded else used.forms
    items = [Text(f"{safe(form.form)} {len(form.spans)}") for form in forms]
    items += [Text(f"never “{safe(form)}”", style=FAINT) for form in _never(row, used)]
    if len(used.forms) > len(forms):
        items.append(Text(f"+ {len(used.forms) - len(forms)} more", style=FAINT))
    lines = page.flow(mark, items, 4, width=width)
    if row.kind not in POSSIBLY or (folded and len(comparison.articles) > 2):
        return lines
    article = comparison.articles[used.article]
    for form in used.forms[:1] if folded else used.forms:
        start, end = form.spans[0]
        sentence = sentence_at(article, start)
        number = Text(f"{sentence + 1}  ", style=FAINT)
        body = snippet(article, sentence, start, end, width - 4 - number.cell_len)
        lines += page.hang(Text(), join(number, body), 4, width, 2)
    return lines
