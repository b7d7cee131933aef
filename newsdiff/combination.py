"""combine(comparison) -> Combination: one summary of several articles about one event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from newsdiff.language.words import content
from newsdiff.summary import Pick, news, ranked, words_in
from newsdiff.summary.features import tf_idf
from newsdiff.summary.length import Room
from newsdiff.summary.selection import select

if TYPE_CHECKING:
    from newsdiff.comparison import Comparison
    from newsdiff.summary import Length

CARRIED = 4.0
"""What a sentence gains that all other articles tell, too: as much as a lead is ahead of the
average. Set by hand; there is no development data for it."""

Place = tuple[int, int]
"""An article's number and a sentence's index there."""


class Choice(NamedTuple):
    """A sentence of article number `article`; `carried_by` are the numbers of the articles that
    tell it, its own among them."""

    article: int
    pick: Pick
    carried_by: tuple[int, ...]


class Combination(NamedTuple):
    """One summary of several articles, in the order in which they usually tell these things.

    `complete` is True when the length asked for holds all that they tell, each thing once.
    """

    comparison: Comparison
    choices: tuple[Choice, ...]
    complete: bool


def combine(comparison: Comparison, length: Length, about: str | None = None) -> Combination:
    """Return one summary of all articles that tells nothing twice.

    A sentence counts for what `news` makes of it in its own article, and for the share of the other
    articles that tell it, too. Of sentences that tell the same the best is taken; what is left is
    what `percent` is a share of. With `about` it holds only what is said about that.
    """
    told = _told_elsewhere(comparison)
    choices = _once_each(_choices(comparison, told, about), told)
    analyses = comparison.analyses
    room = Room.of(length, [words_in(analyses[c.article], c.pick.index) for c in choices])
    vectors = tf_idf([content(analyses[c.article].tokens[c.pick.index]) for c in choices])
    chosen = select(news.ranking(tuple(c.pick for c in choices), vectors), room)
    ordered = sorted(
        (choices[place] for place in chosen), key=lambda c: _place(c, comparison, told)
    )
    return Combination(comparison, tuple(ordered), room.holds_all)


def _told_elsewhere(comparison: Comparison) -> Mapping[Place, list[Place]]:
    """Return for each sentence the sentences of other articles that tell the same."""
    told: dict[Place, list[Place]] = defaultdict(list)
    for passage in comparison.passages:
        a, b = ((span.article, span.sentence) for span in passage.spans)
        told[a].append(b)
        told[b].append(a)
    return told


def _choices(
    comparison: Comparison, told: Mapping[Place, list[Place]], about: str | None
) -> list[Choice]:
    """Return every sentence that may be chosen, the best first."""
    others = len(comparison.articles) - 1
    found = []
    for number, analysis in enumerate(comparison.analyses):
        for pick in ranked(analysis, "news", about).picks:
            same = told.get((number, pick.index), [])
            carried_by = tuple(sorted({number, *(article for article, _ in same)}))
            terms = {"carried": round(CARRIED * (len(carried_by) - 1) / others, 9), **pick.terms}
            scored = replace(pick, score=sum(terms.values()), terms=terms)
            found.append(Choice(number, scored, carried_by))
    return sorted(found, key=lambda c: (-(c.pick.score or 0.0), c.pick.index, c.article))


def _once_each(choices: Sequence[Choice], told: Mapping[Place, list[Place]]) -> list[Choice]:
    """Return the choices without those that tell what a better one tells."""
    kept: dict[Place, Choice] = {}
    for choice in choices:
        place = (choice.article, choice.pick.index)
        if not any(other in kept for other in told.get(place, ())):
            kept[place] = choice
    return list(kept.values())


def _place(
    choice: Choice, comparison: Comparison, told: Mapping[Place, list[Place]]
) -> tuple[float, int, int]:
    """Return where the articles usually tell what a choice tells: 0 is the beginning, 1 the end."""
    from statistics import median  # noqa: PLC0415  every report knows this module, few need that

    own = (choice.article, choice.pick.index)
    places = [
        index / len(comparison.articles[article].sentences)
        for article, index in {own, *told.get(own, ())}
    ]
    return median(places), choice.pick.index, choice.article
