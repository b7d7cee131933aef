"""ONLY IN A, ONLY IN B: what one article alone tells, the most prominent first.

Sentences about one thing stand together. Where another article may tell one in other words, ≈ says
so, and where.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

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
"""Entries that a folded panel shows of each article: of two, of up to FEW; of more, one."""
_PLACE = 8


class _Entry(NamedTuple):
    """Sentences about one thing, the most prominent first; most entries have one."""

    about: str | None
    rows: tuple[Only, ...]


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


def _entries(rows: Sequence[Only]) -> list[_Entry]:
    """Return the rows with those about one thing together."""
    groups: dict[str, list[Only]] = {}
    entries: list[tuple[str | None, list[Only]]] = []
    for row in rows:
        if row.group in groups:
            groups[row.group].append(row)
            continue
        entries.append((row.group, [row]))
        if row.group is not None:
            groups[row.group] = entries[-1][1]
    return [_Entry(about, tuple(members)) for about, members in entries]


def _of_two(
    comparison: Comparison, page: Page, number: int, rows: list[Only], width: int, *, folded: bool
) -> Lines:
    """Return one article's panel."""
    perhaps = sum(row.perhaps is not None for row in rows)
    said = [counted(len(rows), "sentence")]
    if perhaps:
        said.append(f"≈ {perhaps:,} perhaps in {letter(1 - number)} too")
    lines = page.heading(f"ONLY IN {letter(number)}", " · ".join(said), width=width)
    entries = _entries(rows)
    shown = entries[:FOLDED_OF_TWO] if folded else entries
    lines += _listed(comparison, page, shown, width, folded=folded)
    hidden = sum(len(entry.rows) for entry in entries[len(shown) :])
    return lines + page.more(hidden, "only", digits_of(comparison.articles) + 4)


def _of_many(comparison: Comparison, page: Page, rows: list[list[Only]], *, folded: bool) -> Lines:
    """Return one panel for all articles."""
    each = (FOLDED_OF_FEW if len(rows) <= FEW else 1) if folded else None
    perhaps = any(row.perhaps is not None for found in rows for row in found)
    said = "what no other article tells" + " · ≈ perhaps told there too" * perhaps
    lines = page.heading("ONLY IN ONE", said)
    hidden = 0
    for found in rows:
        entries = _entries(found)
        lines += _listed(comparison, page, entries[:each], page.width, folded=folded)
        hidden += sum(len(entry.rows) for entry in entries[each:]) if each else 0
    return lines + page.more(hidden, "only", digits_of(comparison.articles) + 4)


def _listed(
    comparison: Comparison, page: Page, entries: Sequence[_Entry], width: int, *, folded: bool
) -> Lines:
    """Return sentences with number and place; folded, a group's first with the others' numbers."""
    digits = digits_of(comparison.articles)
    indent = digits + 4
    lines: Lines = []
    for entry in entries:
        shown = entry.rows[:1] if folded else entry.rows
        if entry.about is not None and not folded:
            lines.append(join(Text(" " * indent), _about(page, entry.about, width - indent)))
        for row in shown:
            lines += _sentence(comparison, page, row, width, folded=folded, first=not lines)
        others = entry.rows[len(shown) :]
        if others and entry.about is not None:
            numbers = ", ".join(str(row.sentence + 1) for row in sorted(others, key=_by_place))
            also = Text(f"{safe(entry.about)}: also {numbers}", style=FAINT)
            lines += page.hang(Text(), also, indent, width, 2)
    return lines


def _by_place(row: Only) -> int:
    return row.sentence


def _about(page: Page, about: str, width: int) -> Text:
    return page.wrap(Text(safe(about), style="bold"), width, 1)[0]


def _sentence(
    comparison: Comparison, page: Page, row: Only, width: int, *, folded: bool, first: bool
) -> Lines:
    digits = digits_of(comparison.articles)
    indent = digits + 4
    room = width - _PLACE
    article = comparison.articles[row.article]
    label = head(row.article, row.sentence, digits)
    if not first:  # the letter stands once
        label = join(Text(" "), label[1:])
    most = page.lines_for(FOLDED_CELLS, room - indent) if folded else None
    body = Text(safe(article.text[row.start : row.end]))
    told = page.hang(label, body, indent, room, most)
    where = f"at {place(article, row.start):.0%}".rjust(_PLACE)
    told[0] = join(fitted(told[0], room), Text(where, style=FAINT))
    if row.perhaps is not None:
        near = f"≈ {letter(row.perhaps.article)} {row.perhaps.sentence + 1}"
        told += [Text()] if len(told) == 1 else []
        told[1] = join(fitted(told[1], width - len(near)), Text(near, style=FAINT))
    return told
