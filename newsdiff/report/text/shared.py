"""SHARED: what more than one article tells, one fact one block; and how much of each that is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from newsdiff.alignment.passage import Fact
from newsdiff.report.safety import safe
from newsdiff.report.selection import kept_facts, kept_passages, letter
from newsdiff.report.text.page import Lines, Page, beside, counted, join
from newsdiff.report.text.telling import (
    MOST_LINES,
    Telling,
    digits_of,
    head,
    place_of,
    set_telling,
    tellings,
)
from newsdiff.report.text.theme import FAINT, source_style
from newsdiff.report.why import why

if TYPE_CHECKING:
    from newsdiff.alignment.passage import Passage
    from newsdiff.comparison import Comparison
    from newsdiff.report.options import ReportOptions, Section

FOLDED_FACTS = 6
FOLDED_TELLINGS = 4
"""Facts, and tellings of one fact, that a folded panel shows."""
KIND_CELLS = 12
LEAST_PART = 0.05
"""Parts of a score below this would be printed as nought."""


def shared(comparison: Comparison, page: Page, options: ReportOptions, *, folded: bool) -> Lines:
    """Return the panel of facts; it says so when nothing was found, as that is an answer too."""
    facts = kept_facts(comparison, options.only)
    count = len(comparison.articles)
    said = [counted(len(facts), "fact") if facts else "nothing found"]
    if facts and count == 2 and not options.only:
        said.append(_both_ways(comparison))
    elif facts and count > 2:
        everywhere = sum(len(fact.carried_by) == count for fact in facts)
        said.append(f"{everywhere:,} told by all {count}" if everywhere else "none told by all")
    lines = page.heading("SHARED", " · ".join(said))
    return lines + _blocks(comparison, page, facts, "facts", options, folded=folded)


def passages(comparison: Comparison, page: Page, options: ReportOptions) -> Lines:
    """Return every passage as a block of its own, best score first."""
    kept = kept_passages(comparison, options.only)
    blocks = []
    for index in kept:
        spans = comparison.passages[index].spans
        blocks.append(Fact(spans, (spans[0].article, spans[1].article), (index,)))
    lines = page.heading("PASSAGES", f"{len(kept):,}" if kept else "nothing found")
    return lines + _blocks(comparison, page, blocks, "passages", options, folded=False)


def _both_ways(comparison: Comparison) -> str:
    """Return how much of each of two articles the other tells too."""
    rows = sorted(comparison.coverage, key=lambda row: row.article)
    said = ", ".join(f"{_percent(row.share)} of {letter(row.article)}’s" for row in rows)
    return f"{said} words"


def _percent(share: float) -> str:
    return "under 1%" if 0 < share < 0.005 else f"{share:.0%}"


def _blocks(
    comparison: Comparison,
    page: Page,
    facts: Sequence[Fact],
    section: Section,
    options: ReportOptions,
    *,
    folded: bool,
) -> Lines:
    shown = facts[:FOLDED_FACTS] if folded else facts
    lines: Lines = []
    for fact in shown:
        lines += [Text()] if lines else []
        lines += _block(comparison, page, fact, section, options, folded=folded)
    rest = len(facts) - len(shown)
    return lines + ([Text(), *page.more(rest, section, 0)] if rest else [])


def _block(
    comparison: Comparison,
    page: Page,
    fact: Fact,
    section: Section,
    options: ReportOptions,
    *,
    folded: bool,
) -> Lines:
    """Return one fact: its kind at the left, who tells it and how, and why that is the same."""
    best = comparison.passages[fact.passages[0]]
    told = tellings(comparison, fact)
    few, left_out = _fewer(told) if folded else (told, 0)
    indent = 0 if page.narrow else KIND_CELLS
    width = page.width - indent
    lines = (
        _side_by_side(comparison, page, few, width, folded=folded)
        if page.wide
        else _one_below_another(comparison, page, few, width, folded=folded)
    )
    text_at = digits_of(comparison.articles) + 4
    if left_out:
        lines += page.more(left_out, "facts", text_at)
    lines += _reasons(comparison, page, fact, told, width)
    if options.explain:
        lines += _scores(comparison, page, fact, width)
    kind = Text(best.kind, style="bold")
    confidence = Text(best.confidence, style=FAINT)
    count = len(comparison.articles)
    said = [kind, confidence]
    if count > 2 and section == "facts":
        said.append(Text(f"{len(fact.carried_by)} of {count}", style=FAINT))
    if page.narrow:
        return [Text(", ").join(said), *lines]
    return beside(KIND_CELLS, said, lines)


def _fewer(told: list[Telling]) -> tuple[list[Telling], int]:
    """Return the tellings a folded block shows, each article's first before any second."""
    seen: set[int] = set()
    firsts: list[Telling] = []
    seconds: list[Telling] = []
    for telling in told:
        (seconds if telling.article in seen else firsts).append(telling)
        seen.add(telling.article)
    shown = (firsts + seconds)[:FOLDED_TELLINGS]
    few = [telling for telling in told if telling in shown]
    return few, len(told) - len(few)


def _one_below_another(
    comparison: Comparison, page: Page, told: Sequence[Telling], width: int, *, folded: bool
) -> Lines:
    """Return the tellings; words that stand above already are not printed a second time."""
    lines: Lines = []
    above: set[str] = set()
    for telling in told:
        words = set_telling(comparison, telling, page, width).plain
        if words in above:
            digits = digits_of(comparison.articles)
            same = Text("the same", style=FAINT)
            label = head(telling.article, telling.sentence, digits)
            lines += page.hang(label, same, digits + 4, width, None)
        else:
            lines += _telling(comparison, page, telling, width, folded=folded)
        above.add(words)
    return lines


def _telling(
    comparison: Comparison, page: Page, telling: Telling, width: int, *, folded: bool
) -> Lines:
    digits = digits_of(comparison.articles)
    indent = digits + 4
    body = set_telling(comparison, telling, page, width - indent)
    label = head(telling.article, telling.sentence, digits)
    return page.hang(label, body, indent, width, MOST_LINES if folded else None)


def _side_by_side(
    comparison: Comparison, page: Page, told: Sequence[Telling], width: int, *, folded: bool
) -> Lines:
    """Return the tellings of two articles in two columns."""
    column = (width - 3) // 2
    sides: list[Lines] = [[], []]
    for telling in told:
        sides[telling.article] += _telling(comparison, page, telling, column, folded=folded)
    return beside(column + 3, *sides)


def _reasons(
    comparison: Comparison, page: Page, fact: Fact, told: Sequence[Telling], width: int
) -> Lines:
    """Return the line of reasons, with the places at its right end where they fit."""
    indent = digits_of(comparison.articles) + 4
    best = comparison.passages[fact.passages[0]]
    reasons = [Text(reason, style=FAINT) for reason in why(comparison, best)]
    if len(told) > 2 and reasons:  # the reasons are those of the best pair
        pair = " and ".join(head(s.article, s.sentence, 0).plain for s in best.spans)
        reasons[0] = join(Text(f"{pair}: ", style=FAINT), reasons[0])
    place = Text(place_of(comparison, told), style=FAINT)
    label = Text("why" if reasons else "", style=FAINT)
    lines = page.flow(label, reasons, indent, width=width, most=2)
    if best.evidence.but and best.kind == "paraphrase":
        lines = _other_days(best, best.evidence.but, page, indent, width) + lines
    free = width - lines[-1].cell_len - place.cell_len
    if free >= 3:
        lines[-1] = join(lines[-1], Text(" " * free), place)
        return lines
    free = max(0, width - place.cell_len)
    return [*lines, *(join(Text(" " * free), line) for line in page.wrap(place, width - free))]


def _scores(comparison: Comparison, page: Page, fact: Fact, width: int) -> Lines:
    """Return the score of each of a fact's passages, and the parts of its log-odds."""
    lines: Lines = []
    indent = digits_of(comparison.articles) + 4
    for number in fact.passages:
        passage = comparison.passages[number]
        pair = " and ".join(head(s.article, s.sentence, 0).plain for s in passage.spans)
        parts = [
            Text(f"{safe(name)} {value:+.1f}", style=FAINT)
            for name, value in passage.evidence.scores.items()
            if abs(value) >= LEAST_PART
        ]
        said = [Text(f"{pair}: {passage.score:.2f}", style=FAINT), *parts]
        lines += page.flow(Text("score", style=FAINT), said, indent, width=width)
    return lines


def _other_days(
    passage: Passage, days: tuple[str, str], page: Page, indent: int, width: int
) -> Lines:
    """Return the line that warns of two statements which are only alike."""
    said = ", ".join(
        f"{letter(span.article)} says {safe(day)}"
        for span, day in zip(passage.spans, days, strict=True)
    )
    return page.hang(Text("but", style="bold"), Text(said), indent, width, None)


def coverage(comparison: Comparison, page: Page, *, folded: bool) -> Lines:
    """Return how much of each article each other one tells, most first."""
    lines: Lines = []
    for number in range(len(comparison.articles)):
        rows = [r for r in comparison.coverage if r.article == number and r.shared_words]
        if not rows:
            continue
        rows.sort(key=lambda row: (-row.share, row.other))
        items = [
            join(
                Text(f"{_percent(row.share)} in "),
                Text(letter(row.other), style=f"bold {source_style(row.other)}"),
            )
            for row in rows
        ]
        label = Text(letter(number), style=f"bold {source_style(number)}")
        lines += page.flow(label, items, 4, most=1 if folded else None)
    if not lines and folded:
        return []
    rest = "how much of each article the others tell too" if lines else "nothing shared"
    return [*page.heading("COVERAGE", rest), *lines]
