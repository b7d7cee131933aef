"""The report of `newsdiff summarize`: the sentences chosen, and with `explain` why these."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from newsdiff.report.safety import safe
from newsdiff.report.text.header import headline, when
from newsdiff.report.text.page import Lines, Page, counted, fitted, join
from newsdiff.report.text.telling import digits_of
from newsdiff.report.text.theme import FAINT, bar, source_style
from newsdiff.summary import METHODS

if TYPE_CHECKING:
    from newsdiff.article import Article
    from newsdiff.language.analysis import Analysis
    from newsdiff.summary import Pick, Summary

BAR_CELLS = 5
COLUMN = 9
LEAST_TEXT = 36
"""Cells that sentences keep beside the bars; terms without a bar are told in words."""


def summaries(
    items: tuple[tuple[Analysis, Summary], ...], page: Page, *, explain: bool
) -> list[Lines]:
    """Return a block an article; the heading is left out where there is one article alone."""
    blocks = []
    for number, (analysis, summary) in enumerate(items):
        headed = explain or len(items) > 1
        lines = _heading(analysis, summary, number, page, explain=explain) if headed else []
        body = _explained if explain else _chosen
        blocks.append(lines + body(analysis.article, summary, page))
    return blocks


def _heading(
    analysis: Analysis, summary: Summary, number: int, page: Page, *, explain: bool
) -> Lines:
    article = analysis.article
    label = Text(safe(article.label), style=f"bold {source_style(number)}")
    facts = [counted(analysis.words, "word")]
    if article.published:
        facts.append(when(article.published))
    facts.append(f"{len(summary.picks):,} of {counted(len(summary.considered), 'sentence')}")
    if explain or summary.method != METHODS[0]:
        facts.append(f"method {safe(summary.method)}")
    texts = [Text(fact, style=FAINT) for fact in facts]
    texts[0] = join(label, Text("  "), texts[0])
    lines = page.flow(Text(), texts, 0)
    if article.title:
        lines += page.wrap(headline(article), page.width, 2)
    return lines


def _chosen(article: Article, summary: Summary, page: Page) -> Lines:
    digits = digits_of([article])
    if not summary.picks:
        return [Text("(no sentences)", style=FAINT)]
    return [
        line
        for pick in summary.picks
        for line in page.hang(
            Text(f"{pick.index + 1:>{digits}}", style=FAINT),
            Text(safe(article.sentence_text(pick.index))),
            digits + 2,
        )
    ]


def _explained(article: Article, summary: Summary, page: Page) -> Lines:
    """Return every sentence that could be chosen with bars for the terms that decide, and under
    the chosen ones the other terms in words; what could not be chosen in a line."""
    digits = digits_of([article])
    indent = digits + 3
    terms = _by_weight(summary)
    fit = max(0, (page.width - indent - LEAST_TEXT) // COLUMN)
    columns = [name for name in terms if name in sorted(terms, key=terms.__getitem__)[-fit:]][:fit]
    bars = indent + COLUMN * len(columns)
    lines: Lines = []
    if columns:
        heads = (fitted(Text(safe(name), style=FAINT), COLUMN - 1) for name in columns)
        lines.append(join(Text(" " * indent), *(join(head, Text(" ")) for head in heads)))
    most = max(
        (abs(_value(pick, name)) for pick in summary.considered for name in columns), default=0.0
    )
    chosen = {pick.index for pick in summary.picks}
    for pick in summary.considered:
        is_chosen = pick.index in chosen
        style = "" if is_chosen else FAINT
        number = str(pick.index + 1) if is_chosen else f"·{pick.index + 1}"
        head = Text(number.rjust(digits + 1) + "  ", style="bold" if is_chosen else FAINT)
        for name in columns:
            share = _value(pick, name) / most if most else 0.0
            head.append(bar(share, BAR_CELLS).ljust(COLUMN), style=style)
        sentence = Text(safe(article.sentence_text(pick.index)), style=style)
        lines += page.hang(head, sentence, bars, most=None if is_chosen else 1)
        others = [name for name in terms if name not in columns and _value(pick, name)]
        if is_chosen and others:
            said = [Text(f"{safe(n)} {_value(pick, n):+.2f}", style=FAINT) for n in others]
            lines += page.flow(Text(), said, bars)
    return lines + _left_out(article, summary, page)


def _by_weight(summary: Summary) -> dict[str, float]:
    """Return the terms of the scores, and how much each decides: the sum of its sizes. A method
    that has no terms may have a score."""
    weights: dict[str, float] = {}
    for pick in summary.considered:
        for name in pick.terms or (["score"] if pick.score is not None else []):
            weights[name] = weights.get(name, 0.0) + abs(_value(pick, name))
    return weights


def _value(pick: Pick, column: str) -> float:
    if column == "score" and not pick.terms:
        return pick.score or 0.0
    return pick.terms.get(column, 0.0)


def _left_out(article: Article, summary: Summary, page: Page) -> Lines:
    """Return a line that names what could not be chosen, by role."""
    considered = {pick.index for pick in summary.considered}
    by_role: dict[str, list[str]] = {}
    for sentence in article.sentences:
        if sentence.index not in considered:
            by_role.setdefault(sentence.role, []).append(str(sentence.number))
    if not by_role:
        return []
    said = "; ".join(f"{role} {', '.join(numbers)}" for role, numbers in by_role.items())
    return page.wrap(Text(f"left out: {said}", style=FAINT), page.width)
