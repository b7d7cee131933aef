"""NAMES: how often and where each article says them, and what can be made of the difference."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from newsdiff.report.safety import safe
from newsdiff.report.selection import letter, place
from newsdiff.report.text.page import Lines, Page, fitted, join, shortened
from newsdiff.report.text.theme import DOTS, FAINT, STRIP_CELLS, source_style, strip

if TYPE_CHECKING:
    from newsdiff.article import Article
    from newsdiff.comparison import Comparison
    from newsdiff.emphasis.rows import NameRow, NameSource

FOLDED_ROWS = 10
LEAST_NAME, WIDE_NAME, MOST_NAME = 14, 24, 30
GAP = 3

TYPES = {"person": "person", "place": "place", "organization": "org.", "event": "event"}
"""What kind a name is, in short; nothing for the others."""
_TYPE = 8

Cell = Callable[["Article", "NameSource | None", bool], Text]


def names(comparison: Comparison, page: Page, *, folded: bool) -> Lines:
    """Return the panel: a table as rich as the width lets it be."""
    rows = comparison.names
    if not rows:
        return [] if folded else page.heading("NAMES", "none")
    shown = rows[:FOLDED_ROWS] if folded else rows
    labels = [safe(row.name) for row in shown]
    name_cells = min(MOST_NAME, max(LEAST_NAME, *(Text(label).cell_len for label in labels)))
    count = len(comparison.articles)
    evidence = max(len("evidence"), *(len(_evidence(row, count)) for row in shown))
    room = page.width - evidence - GAP
    for cells, cell, kind, said in _CELLS:
        name_room = room - kind - count * (cells + GAP)
        if name_room >= min(name_cells, LEAST_NAME if cells < 10 else WIDE_NAME):
            lines = _table(comparison, shown, (min(name_cells, name_room), kind, cells), cell)
            return [*page.heading("NAMES", said), *lines, *_more(page, rows, shown)]
    lines = [
        line
        for row, label in zip(shown, labels, strict=True)
        for line in _listed(page, row, label, name_cells, count)
    ]
    said = "who has them, and how often"
    return [*page.heading("NAMES", said), *lines, *_more(page, rows, shown)]


def _more(page: Page, rows: Sequence[NameRow], shown: Sequence[NameRow]) -> Lines:
    return page.more(len(rows) - len(shown), "names")


def _evidence(row: NameRow, articles: int) -> str:
    """Return what the counts can say: dots, or that an absence is no more than a fact; of three
    articles and more, how many have the name."""
    said = DOTS[row.evidence] or ("fact only" if row.never_in else "")
    carried = f"{row.carried_by} of {articles}" if row.carried_by < articles > 2 else ""
    return " ".join(part for part in (carried, said) if part)


def _table(
    comparison: Comparison, rows: Sequence[NameRow], widths: tuple[int, int, int], cell: Cell
) -> Lines:
    """Return the rows in columns: `widths` are those of the name, its type and an article."""
    name_cells, kind_cells, cells = widths
    gap = " " * GAP
    articles = comparison.articles
    heads = [
        fitted(
            Text(_column_head(comparison, number, cells), style=f"bold {source_style(number)}"),
            cells,
        )
        for number in range(len(articles))
    ]
    heads.append(Text("evidence", style=FAINT))
    lines = [
        join(Text(" " * (name_cells + kind_cells)), *(join(Text(gap), head) for head in heads))
    ]
    for row in rows:
        used = {source.article: source for source in row.sources}
        kind = Text("  " + TYPES.get(row.type, ""), style=FAINT)
        line = join(fitted(Text(safe(row.name)), name_cells), fitted(kind, kind_cells))
        for number, article in enumerate(articles):
            said = cell(article, used.get(number), number in row.never_in)
            line = join(line, Text(gap), fitted(said, cells))
        said = Text(_evidence(row, len(articles)), style=FAINT)
        lines.append(join(line, Text(gap), said))
    return lines


def _column_head(comparison: Comparison, number: int, cells: int) -> str:
    """Return the letter over the counts, and the label where there is room."""
    room = cells - _COUNT
    if room < LEAST_NAME:
        return letter(number).rjust(_COUNT)
    label = shortened(Text(safe(comparison.labels[number])), room).plain
    return letter(number).ljust(_COUNT) + label


_COUNT = 3


def _count(article: Article, source: NameSource | None, never: bool) -> Text:  # noqa: ARG001  one shape for all cells
    return Text(f"{source.count if source else '–':>{_COUNT}}", style="" if source else FAINT)


def _count_first(article: Article, source: NameSource | None, never: bool) -> Text:
    if source is None:
        return Text("never") if never else _count(article, source, never)
    return join(_count(article, source, never), Text(f"{source.first:>6.0%}", style=FAINT))


def _count_first_strip(article: Article, source: NameSource | None, never: bool) -> Text:
    said = _count_first(article, source, never)
    if source is None:
        return said
    places = [place(article, start) for start, _ in source.spans]
    return join(said, Text("  " + strip(places)))


def _count_rate_first_strip(article: Article, source: NameSource | None, never: bool) -> Text:
    if source is None:
        return _count_first(article, source, never)
    places = [place(article, start) for start, _ in source.spans]
    return join(
        _count(article, source, never),
        Text(f"{source.per_100_words:>6.1f}{source.first:>6.0%}", style=FAINT),
        Text("  " + strip(places)),
    )


_WHERE = 2 + STRIP_CELLS
_CELLS: tuple[tuple[int, Cell, int, str], ...] = (
    (_COUNT + 12 + _WHERE, _count_rate_first_strip, _TYPE,
     "times, per 100 words, first place, and where"),
    (_COUNT + 6 + _WHERE, _count_first_strip, _TYPE, "times, first place, and where"),
    (_COUNT + 6 + _WHERE, _count_first_strip, 0, "times, first place, and where"),
    (_COUNT + 6, _count_first, _TYPE, "times, first place"),
    (_COUNT + 6, _count_first, 0, "times, first place"),
    (_COUNT, _count, 0, "times"),
)  # fmt: skip
"""What may be told: the width of an article's column, what makes it, the width of the name's type,
and what the heading says."""


def _listed(page: Page, row: NameRow, label: str, name_cells: int, articles: int) -> Lines:
    """Return a name with who has it, where there are too many articles for columns."""
    used = sorted(row.sources, key=lambda source: (-source.count, source.article))
    items = [
        join(
            Text(letter(source.article), style=f"bold {source_style(source.article)}"),
            Text(f" {source.count}"),
        )
        for source in used
    ]
    by = f"{row.carried_by} of {articles}"
    width = min(name_cells, page.width // 2)
    head = join(fitted(Text(label), width), Text(f"  {by:<8}  ", style=FAINT))
    evidence = DOTS[row.evidence]
    if evidence:
        items.append(Text(evidence, style=FAINT))
    return page.flow(head, items, width + 12)
