"""The same fact at another place: where each article tells it, and which words lead up to it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate
from operator import attrgetter
from typing import TYPE_CHECKING

from newsdiff.alignment.spans import BREAK
from newsdiff.emphasis.rows import Placed, Placement

if TYPE_CHECKING:
    from newsdiff.alignment.passage import Fact, Passage, PassageSpan
    from newsdiff.language.analysis import Analysis
    from newsdiff.language.figures import Figure
    from newsdiff.language.words import Token

EARLY, LATE = 0.1, 2 / 3
"""A fact in one article's first tenth and in another's last third is told of elsewhere."""

MOST_WORDS = 6
"""Words before a figure that may introduce it."""

NUMBER = re.compile(r"(?:[$€£¥]|[A-Z]{2}\$)?\d")

ARTICLES = frozenset(("a", "an", "the", "its", "their", "his", "her", "our"))


def placements(
    analyses: Sequence[Analysis], facts: Sequence[Fact], passages: Sequence[Passage]
) -> tuple[Placement, ...]:
    """Return a row for each fact, those whose first tellings are furthest apart first.

    A fact of low confidence has none: it may be two facts.
    """
    articles = [_Article(analysis) for analysis in analyses]
    rows = []
    for number, fact in enumerate(facts):
        best = passages[fact.passages[0]]
        if best.confidence == "low":
            continue
        keys = _shared_figures(articles, best)
        tellings = tuple(articles[span.article].placed(span, keys) for span in fact.spans)
        first: dict[int, float] = {}
        for telling in tellings:
            known = first.get(telling.article, telling.place)
            first[telling.article] = min(known, telling.place)
        low, high = min(first.values()), max(first.values())
        rows.append(Placement(number, tellings, high - low, low <= EARLY and high >= LATE))
    return tuple(sorted(rows, key=lambda row: (not row.moved, -round(row.apart, 9), row.fact)))


def _shared_figures(articles: Sequence[_Article], passage: Passage) -> frozenset[str]:
    """Return the keys of the figures that make two spans a fact."""
    if passage.kind != "figure":
        return frozenset()
    one, two = ({f.key for f in articles[s.article].figures_in(s)} for s in passage.spans)
    return frozenset(one & two)


class _Article:
    """An article, with its figures by sentence and the words that stand before each sentence."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.text = analysis.article.text
        self.before = [0, *accumulate(len(tokens) for tokens in analysis.tokens)]
        self.figures: defaultdict[int, list[Figure]] = defaultdict(list)
        for figure in analysis.figures:
            if figure.kind != "relative":
                self.figures[figure.sentence].append(figure)

    def figures_in(self, span: PassageSpan) -> list[Figure]:
        """The figures that begin in a span."""
        return [f for f in self.figures[span.sentence] if span.start <= f.start < span.end]

    def placed(self, span: PassageSpan, keys: frozenset[str]) -> Placed:
        """Where a span stands, or the figure in it that has one of these keys."""
        figure = next((f for f in self.figures_in(span) if f.key in keys), None)
        start, end = span.start, span.end
        if figure is not None:
            start, end = _number(self.text, figure), figure.end
        tokens = self.analysis.tokens[span.sentence]
        count = bisect_left(tokens, start, key=attrgetter("start"))
        introduced: tuple[int, int] | None = None
        if figure is not None:
            introduced = _leading_up(self.text, tokens[:count], start)
        elif count:
            introduced = self.analysis.article.sentences[span.sentence].start, tokens[count - 1].end
        place = (self.before[span.sentence] + count) / max(1, self.before[-1])
        return Placed(span.article, span.sentence, start, end, place, introduced)


def _number(text: str, figure: Figure) -> int:
    """Return where the number of a figure begins: "surpassing a target of" is part of a figure that
    says "over"."""
    match = NUMBER.search(text, figure.start, figure.end)
    return match.start() if match else figure.start


def _leading_up(text: str, before: Sequence[Token], start: int) -> tuple[int, int] | None:
    """Return the nearest words before a figure that say something of it: "increasing to",
    "surpassing a target of". They stay inside its clause."""
    first = None
    for at in range(len(before) - 1, max(-1, len(before) - 1 - MOST_WORDS), -1):
        if BREAK.search(text, before[at].start, start):
            break
        first = at
        further = at > 0 and (before[at - 1].norm in ARTICLES or before[at].norm == "cent")
        if not before[at].stop and not further:
            break
    if first is None or all(token.stop for token in before[first:]):
        return None
    return before[first].start, before[-1].end
