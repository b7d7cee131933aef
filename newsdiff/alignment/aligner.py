"""align(hold(a, b)): every pair of spans of two articles that tells the same, best first."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from newsdiff.alignment.candidates import candidates
from newsdiff.alignment.edits import Units, edits, equal_share, units
from newsdiff.alignment.kinds import VERBATIM_RUN, kind_of
from newsdiff.alignment.passage import Confidence, Evidence, Passage, PassageSpan
from newsdiff.alignment.similarity import Cell, cells
from newsdiff.alignment.spans import Clause, CutSentence, cut, shared_stretches
from newsdiff.alignment.weights import Weights
from newsdiff.article import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsdiff.alignment.profile import ArticleProfile, SentenceProfile
    from newsdiff.language.quotes import Quote
    from newsdiff.language.words import Token

MIN_SCORE = 0.34
"""The least score of a passage. F1 on the development news pairs is flat from .3 to .5; below .5 a
passage is of low confidence and stands last."""
HIGH = 0.75
MEDIUM = 0.5
"""From these scores a pair's confidence is high or medium (docs/alignment.md has the table)."""
COPIED = 0.95
"""The least score of two sentences with a long run in common, whatever else they say."""

ROUNDING = 0.01
"""Scores are rounded to four digits: log-odds so little too low may still reach the least."""
NAMES_ALONE = 0.49
"""The most that a passage scores when one side's clauses hold nothing but names: five of thirteen
on the development news pairs are no fact, and of the others the words are not to be seen."""


class Held(NamedTuple):
    """Two articles held against each other: each pair of sentences that may be a passage, with the
    chance that both tell the same."""

    profiles: tuple[ArticleProfile, ArticleProfile]
    weights: Weights
    scored: tuple[tuple[Cell, float], ...]

    def nearest(self) -> Iterator[tuple[int, int, float]]:
        """Yield the sentences (their indices in the two articles) and the chance of each pair."""
        a, b = self.profiles
        for cell, value in self.scored:
            yield a.sentences[cell.i].index, b.sentences[cell.j].index, value


def hold(a: ArticleProfile, b: ArticleProfile, least: float = 0.0) -> Held:
    """Score the pairs of sentences of two articles that are worth a look; those whose chance is
    below `least` are left out."""
    weights = Weights(a, b)
    bar = math.log(least / (1 - least)) - ROUNDING if 0 < least < 1 else -math.inf
    looked_at = cells(a, b, candidates(a, b, weights), weights, bar)
    scored = ((cell, score(cell, a.sentences[cell.i], b.sentences[cell.j])) for cell in looked_at)
    return Held((a, b), weights, tuple(pair for pair in scored if pair[1] >= least))


def align(
    held: Held, articles: tuple[int, int], min_score: float | None = None
) -> tuple[Passage, ...]:
    """Return the passages that two articles share; links are many to many.

    `articles` are their numbers in the comparison. A score of 1 is kept for equal sentences.
    """
    least = MIN_SCORE if min_score is None else min_score
    parts = _Parts(held)
    found = []
    for cell, value in held.scored:
        if value < least:
            continue
        passage = _passage(cell, value, parts, articles)
        if passage.score >= least:  # its words may show less than its sentences promised
            found.append(passage)
    return tuple(sorted(found, key=lambda p: (-p.score, p.spans[0].start, p.spans[1].start)))


def score(cell: Cell, x: SentenceProfile, y: SentenceProfile) -> float:
    """Return the chance, 0 to 1, that two sentences tell the same."""
    if x.norms == y.norms:
        return 1.0
    chance = 1 / (1 + math.exp(-cell.log_odds))
    start, _, run = cell.run
    content = sum(not token.stop for token in x.tokens[start : start + run])
    if run >= VERBATIM_RUN and content >= 3:
        chance = max(chance, COPIED)
    return min(round(chance, 4), 0.9999)


def confidence_of(value: float) -> Confidence:
    """Return a score in a word."""
    if value >= HIGH:
        return "high"
    return "medium" if value >= MEDIUM else "low"


class _Parts:
    """The sentences of two articles cut into clauses, and spans of theirs into words: each once, as
    a sentence may stand in many passages."""

    def __init__(self, held: Held) -> None:
        self.profiles = held.profiles
        self.weights = held.weights
        self.texts = tuple(profile.analysis.article.text for profile in held.profiles)
        self._cuts: dict[tuple[int, int], CutSentence] = {}
        self._units: dict[tuple[int, Span], Units] = {}

    def cut(self, side: int, sentence: SentenceProfile) -> CutSentence:
        """A sentence of the first (0) or the second (1) article, cut into clauses."""
        key = side, sentence.index
        if key not in self._cuts:
            self._cuts[key] = cut(
                self.texts[side], sentence.tokens, self.weights.word, self.weights.names
            )
        return self._cuts[key]

    def units(self, side: int, span: Span) -> Units:
        """The words and marks of a span of the first (0) or the second (1) article."""
        key = side, span
        if key not in self._units:
            self._units[key] = units(self.texts[side], span)
        return self._units[key]


def _passage(cell: Cell, value: float, parts: _Parts, articles: tuple[int, int]) -> Passage:
    profiles, texts, weights = parts.profiles, parts.texts, parts.weights
    sentences = (profiles[0].sentences[cell.i], profiles[1].sentences[cell.j])
    stretches = _stretches(cell, sentences, parts)
    inside = tuple(
        sentence.tokens[stretch.first : stretch.last + 1]
        for sentence, stretch in zip(sentences, stretches, strict=True)
    )
    spans = tuple(
        _trimmed(profile, sentence, stretch)
        for profile, sentence, stretch in zip(profiles, sentences, stretches, strict=True)
    )
    figures = _figures(sentences, spans, texts[0])
    diff = edits(parts.units(0, spans[0]), parts.units(1, spans[1]))
    kind = kind_of(
        (inside[0], _quotes(profiles[0], spans[0])),
        (inside[1], _quotes(profiles[1], spans[1])),
        cell.run[2],
        equal_share(diff),
        weights.names,
        figure=bool(figures),
    )
    shows = value == 1 or kind in ("quote", "figure")
    if not shows and any(_names_alone(side, weights) for side in inside):
        value = min(value, NAMES_ALONE)
    return Passage(
        kind=kind,
        score=value,
        confidence=confidence_of(value),
        spans=(
            PassageSpan(articles[0], sentences[0].index, spans[0].start, spans[0].end),
            PassageSpan(articles[1], sentences[1].index, spans[1].start, spans[1].end),
        ),
        evidence=_evidence(
            cell,
            (inside[0], inside[1]),
            texts[0],
            figures,
            weights,
            but=_other_days(sentences, texts),
        ),
        diff=diff,
    )


def _stretches(
    cell: Cell, sentences: tuple[SentenceProfile, SentenceProfile], parts: _Parts
) -> tuple[Clause, Clause]:
    """The tokens of each sentence that tell what both share: all of equal sentences, and always a
    run of words long enough to be copied."""
    x, y = sentences
    if x.norms == y.norms:
        return Clause(0, len(x.tokens) - 1), Clause(0, len(y.tokens) - 1)
    a, b = shared_stretches(parts.cut(0, x), parts.cut(1, y))
    at_a, at_b, run = cell.run
    if run >= VERBATIM_RUN:
        a = Clause(min(a.first, at_a), max(a.last, at_a + run - 1))
        b = Clause(min(b.first, at_b), max(b.last, at_b + run - 1))
    return a, b


def _names_alone(tokens: Sequence[Token], weights: Weights) -> bool:
    return all(token.stop or token.stem in weights.names for token in tokens)


def _trimmed(profile: ArticleProfile, sentence: SentenceProfile, stretch: Clause) -> Span:
    """The characters of a stretch; out to the sentence's edges where no word is left out, so that
    marks stay with their words ("$", a closing quotation mark)."""
    whole = profile.analysis.article.sentences[sentence.index]
    text = profile.analysis.article.text
    last = len(sentence.tokens) - 1
    start = whole.start if stretch.first == 0 else sentence.tokens[stretch.first].start
    end = whole.end if stretch.last == last else sentence.tokens[stretch.last].end
    if stretch.first and text[start - 1] in '$€£¥"“‘«(':
        start -= 1
    if stretch.last < last and text[end : end + 1] in tuple('%"”»)€'):
        end += 1
    return Span(start, end)


def _figures(
    sentences: tuple[SentenceProfile, SentenceProfile], spans: tuple[Span, ...], text: str
) -> tuple[str, ...]:
    """The figures that stand in both spans, in the first article's words and order."""
    return tuple(
        text[figure.start : figure.end]
        for key, figure in sentences[0].figures.items()
        if (other := sentences[1].figures.get(key)) is not None
        and spans[0].start <= figure.start < spans[0].end
        and spans[1].start <= other.start < spans[1].end
    )


def _other_days(
    sentences: tuple[SentenceProfile, SentenceProfile], texts: tuple[str, ...]
) -> tuple[str, str] | None:
    """The first weekday of each sentence, in its own words, when they have none in common."""
    x, y = (sentence.weekdays for sentence in sentences)
    if not x or not y or x.keys() & y.keys():
        return None
    days = (next(iter(side.values())) for side in (x, y))
    first, second = (
        text[day.start : day.end].removesuffix("'s").removesuffix("’s")
        for text, day in zip(texts, days, strict=True)
    )
    return first, second


def _quotes(profile: ArticleProfile, span: Span) -> Sequence[Quote]:
    """The quotations that reach into a span; they stand in order and do not overlap."""
    quotes = profile.analysis.quotes
    first = bisect_right(quotes, span.start, key=attrgetter("end"))
    return quotes[first : bisect_left(quotes, span.end, key=attrgetter("start"))]


def _evidence(
    cell: Cell,
    inside: tuple[Sequence[Token], Sequence[Token]],
    text: str,
    figures: tuple[str, ...],
    weights: Weights,
    *,
    but: tuple[str, str] | None,
) -> Evidence:
    shared = {t.stem for t in inside[0] if not t.stop} & {t.stem for t in inside[1] if not t.stop}
    ranked = sorted(shared, key=lambda stem: (-weights.word[stem], stem))
    return Evidence(
        stems=tuple((stem, round(weights.word[stem], 3)) for stem in ranked),
        run=cell.run[2],
        figures=figures,
        names=tuple(
            dict.fromkeys(
                text[t.start : t.end]
                for t in inside[0]
                if t.stem in shared and t.stem in weights.names
            )
        ),
        scores={name: round(part, 3) for name, part in cell.contributions.items()},
        marks=(_marks(inside[0], shared), _marks(inside[1], shared)),
        but=but,
    )


def _marks(tokens: Sequence[Token], shared: set[str]) -> tuple[tuple[int, int], ...]:
    return tuple((t.start, t.end) for t in tokens if t.stem in shared and not t.stop)
