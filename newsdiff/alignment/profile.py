"""One article made ready for alignment: each sentence as bags of words, done once per article."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from newsdiff.language.words import NOUNS_CAPITALISED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsdiff.language.analysis import Analysis
    from newsdiff.language.figures import Figure
    from newsdiff.language.words import Token


LONGEST = 400
"""Words of a sentence that are looked at: no sentence of a news text is longer, and a hostile one
costs no more."""


@dataclass(frozen=True, slots=True)
class SentenceProfile:
    """What alignment looks at in one sentence: its first LONGEST words, as `tokens` and as bags,
    which map a stem to its count, and the normal forms of all of them (`norms`).

    `content` holds the stems that are no stop words, once each, in order. `figures` are those that
    tell a fact, by key; `weekdays` those that name a day of the week, by its number.
    """

    index: int
    tokens: tuple[Token, ...]
    norms: tuple[str, ...]
    words: Mapping[str, int]
    content: tuple[str, ...]
    content_counts: Mapping[str, int]
    figures: Mapping[str, Figure]
    weekdays: Mapping[float, Figure]
    place: float


class ArticleProfile(NamedTuple):
    """The sentences of one article that can be aligned (no headings, no furniture), and the stems
    that are names by their capital letters."""

    analysis: Analysis
    sentences: tuple[SentenceProfile, ...]
    names: frozenset[str]


def profile(analysis: Analysis) -> ArticleProfile:
    """Make an article ready for `align`."""
    article = analysis.article
    figures: dict[int, dict[str, Figure]] = {}
    weekdays: dict[int, dict[float, Figure]] = {}
    for figure in analysis.figures:
        if figure.unit == "weekday":
            weekdays.setdefault(figure.sentence, {}).setdefault(figure.value, figure)
        elif tells_a_fact(figure):
            figures.setdefault(figure.sentence, {}).setdefault(figure.key, figure)
    kept = [sentence for sentence in article.sentences if not sentence.furniture]
    last = max(len(kept) - 1, 1)
    sentences = []
    for rank, sentence in enumerate(kept):
        tokens = analysis.tokens[sentence.index][:LONGEST]
        content = Counter(token.stem for token in tokens if not token.stop)
        sentences.append(
            SentenceProfile(
                index=sentence.index,
                tokens=tokens,
                norms=tuple(token.norm for token in analysis.tokens[sentence.index]),
                words=Counter(token.stem for token in tokens),
                content=tuple(content),
                content_counts=content,
                figures=figures.get(sentence.index, {}),
                weekdays=weekdays.get(sentence.index, {}),
                place=rank / last,
            )
        )
    return ArticleProfile(analysis, tuple(sentences), _names(analysis, sentences))


FEW = 3
"""Counts up to here ("two countries", "three days") stand in too many sentences to be a fact."""
DOZEN = 12
"""And so do bare numbers up to here."""


def tells_a_fact(figure: Figure) -> bool:
    """True for a figure that two articles hardly share by chance: money, a share, a day, a count of
    more than a few."""
    if figure.kind in ("money", "share"):
        return True
    if figure.kind == "date":
        return figure.unit == "date"
    if figure.kind in ("count", "number"):
        return figure.value > (FEW if figure.kind == "count" else DOZEN)
    return False


def _names(analysis: Analysis, sentences: list[SentenceProfile]) -> frozenset[str]:
    """The stems that stand with a capital letter where no sentence begins."""
    if analysis.article.language in NOUNS_CAPITALISED:
        return frozenset()
    text = analysis.article.text
    return frozenset(
        token.stem
        for sentence in sentences
        for token in sentence.tokens[1:]
        if text[token.start].isupper()
    )
