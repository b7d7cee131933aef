"""FIGURES AND DATES: those that clash first, in their sentences; the others in short."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from newsdiff.report.safety import safe
from newsdiff.report.selection import letter
from newsdiff.report.text.page import Lines, Page, beside, counted, join
from newsdiff.report.text.snippet import snippet
from newsdiff.report.text.telling import digits_of, head, quoted
from newsdiff.report.text.theme import FAINT, LOUD, WARNING, source_style

if TYPE_CHECKING:
    from newsdiff.comparison import Comparison
    from newsdiff.emphasis.rows import FigureRow, FigureValue

FOLDED_ROWS = {"differs": 8, "rounded": 4, "equal": 6}
FOLDED_ONLY = 8
"""Rows, and figures that one article alone has, that a folded panel shows."""
FOLDED_VALUES = 5
"""Tellings of one figure that a folded panel shows."""
MOST_CLASHES = 4
"""Figures, and wordings of one figure, that the head of the report names."""
STATUS_CELLS = 12
VALUE_CELLS = 24


def figures(comparison: Comparison, page: Page, *, folded: bool) -> Lines:
    """Return the panel."""
    by_status: dict[str, list[FigureRow]] = {}
    for row in comparison.figures:
        by_status.setdefault(row.status, []).append(row)
    lines: Lines = []
    hidden = 0
    for status in ("differs", "rounded", "equal"):
        rows = by_status.get(status, [])
        shown = rows[: FOLDED_ROWS[status]] if folded else rows
        hidden += len(rows) - len(shown)
        for row in shown:
            if status == "equal":
                lines += _agreed(comparison, page, row, first=row is shown[0], folded=folded)
            else:
                lines += _told_apart(comparison, page, row, folded=folded)
        if shown and status != "equal":
            lines.append(Text())
    lines += _only(comparison, page, by_status.get("only", []), folded=folded)
    while lines and not lines[-1]:
        lines.pop()
    if not lines:
        return [] if folded else page.heading("FIGURES AND DATES", "none")
    if hidden:
        lines += page.more(hidden, "figures", 0 if page.narrow else STATUS_CELLS)
    differ = len(by_status.get("differs", []))
    rest = f"{differ:,} differ{'s' * (differ == 1)}" if differ else ""
    return [*page.heading("FIGURES AND DATES", rest), *lines]


def clashes(comparison: Comparison, page: Page) -> Lines:
    """Return one line that names the figures that differ, for the head of the report."""
    rows = [row for row in comparison.figures if row.status == "differs"]
    if not rows:
        return []
    items = [_clash(comparison, row) for row in rows[:MOST_CLASHES]]
    if len(rows) > MOST_CLASHES:
        items.append(Text(f"{len(rows) - MOST_CLASHES} more below"))
    said = f"{counted(len(rows), 'figure')} differ{'s' * (len(rows) == 1)}"
    lines = page.flow(Text(), items, 2)
    return [join(Text("≠ ", style=WARNING), Text(said, style="bold")), *lines]


def _clash(comparison: Comparison, row: FigureRow) -> Text:
    """Return "1.6% (A 5), 1.9% (B 3)"; of many tellings, one for each wording."""
    told: dict[str, Text] = {}
    for value in _ordered(row.values):
        words = _words(comparison, value)
        if words not in told:
            told[words] = join(Text(f"{words} ("), _where(value))
        else:
            told[words] = join(told[words], Text(", "), _where(value))
    wordings = [join(text, Text(")")) for text in told.values()]
    if len(wordings) > MOST_CLASHES:
        wordings = [*wordings[:MOST_CLASHES], Text("…")]
    return Text(", ").join(wordings)


def _words(comparison: Comparison, value: FigureValue) -> str:
    text = comparison.articles[value.article].text
    return safe(text[value.figure.start : value.figure.end])


def _where(value: FigureValue) -> Text:
    return join(
        Text(letter(value.article), style=f"bold {source_style(value.article)}"),
        Text(f" {value.figure.sentence + 1}"),
    )


def _told_apart(comparison: Comparison, page: Page, row: FigureRow, *, folded: bool) -> Lines:
    """Return a row whose values are not the same, each value in its words."""
    indent = 0 if page.narrow else STATUS_CELLS
    digits = digits_of(comparison.articles)
    width = page.width - indent
    values = _fewer(comparison, row.values) if folded else _ordered(row.values)
    column = (width - 3) // 2 if page.wide else width
    sides: tuple[Lines, ...] = ([], [])
    for value in values:
        figure = value.figure
        article = comparison.articles[value.article]
        body = snippet(article, figure.sentence, figure.start, figure.end, column - digits - 4)
        label = head(value.article, figure.sentence, digits)
        side = sides[value.article if page.wide else 0]
        side.extend(page.hang(label, body, digits + 4, column, most=2))
    lines = beside(column + 3, *sides) if page.wide else sides[0]
    lines += page.more(len(row.values) - len(values), "figures", digits + 4)
    loud = row.status == "differs"
    label = Text(" DIFFERS " if loud else row.status, style=LOUD if loud else "")
    if not page.color:
        label = Text(row.status.upper() if loud else row.status)
    return [label, *lines] if page.narrow else beside(STATUS_CELLS, [label], lines)


def _ordered(values: Sequence[FigureValue]) -> list[FigureValue]:
    return sorted(values, key=lambda value: (value.article, value.figure.start))


def _fewer(comparison: Comparison, values: Sequence[FigureValue]) -> list[FigureValue]:
    """Return the values that a folded row shows: each wording before any comes again."""
    seen: set[str] = set()
    firsts: list[FigureValue] = []
    again: list[FigureValue] = []
    for value in _ordered(values):
        words = _words(comparison, value)
        (again if words in seen else firsts).append(value)
        seen.add(words)
    return _ordered((firsts + again)[:FOLDED_VALUES])


def _agreed(
    comparison: Comparison, page: Page, row: FigureRow, *, first: bool, folded: bool
) -> Lines:
    """Return a figure that several articles give, on a line: the value, and who says it where."""
    values = _ordered(row.values)
    shown = _words(comparison, values[0])
    count, all_of_them = len({value.article for value in values}), len(comparison.articles)
    places: list[Text] = []
    by_article: dict[int, list[FigureValue]] = {}
    for value in values:
        by_article.setdefault(value.article, []).append(value)
    for told in by_article.values():
        place = _where(told[0])
        for value in told[1:]:
            if value.figure.sentence != told[0].figure.sentence:
                place.append(f", {value.figure.sentence + 1}")
        words = next((w for v in told if (w := _words(comparison, v)) != shown), None)
        if words is not None and words.casefold() != shown.casefold():
            place.append(f" {quoted(words)}")
        places.append(place)
    label = "both" if all_of_them == 2 else f"{count} of {all_of_them}"
    if all_of_them == 2 and not first:
        label = ""
    indent = 10 if page.narrow else STATUS_CELLS
    value_cells = 0 if page.narrow else VALUE_CELLS
    head = Text(shown, style="bold")
    if head.cell_len > value_cells:
        places[0] = join(head, Text("  "), places[0])
        head = Text()
        value_cells = -2
    width, most = page.width - indent, 3 if folded else None
    body = page.flow(head, places, value_cells + 2, width=width, most=most, separator="  ")
    return beside(indent, [Text(label)], body)


def _only(comparison: Comparison, page: Page, rows: list[FigureRow], *, folded: bool) -> Lines:
    """Return the figures that one article alone has: its letter, and a running list."""
    lines: Lines = []
    by_article: dict[int, list[FigureValue]] = {}
    for row in rows:
        for value in row.values:
            by_article.setdefault(value.article, []).append(value)
    indent = 10 if page.narrow else STATUS_CELLS
    for article in sorted(by_article):
        values = by_article[article]
        items: dict[str, list[int]] = {}
        for value in values:
            numbers = items.setdefault(_words(comparison, value), [])
            if value.figure.sentence + 1 not in numbers:
                numbers.append(value.figure.sentence + 1)
        shown = list(items.items())[:FOLDED_ONLY] if folded else list(items.items())
        texts = [_item(words, numbers) for words, numbers in shown]
        if len(items) > len(shown):
            texts.append(Text(f"+ {len(items) - len(shown)} more: --show figures", style=FAINT))
        label = join(Text("only "), Text(letter(article), style=f"bold {source_style(article)}"))
        lines += page.flow(label, texts, indent)
    return lines


def _item(words: str, numbers: list[int]) -> Text:
    """Return "€221 billion (12)"."""
    said = ", ".join(map(str, numbers))
    return join(Text(words), Text(f" ({said})", style=FAINT))
