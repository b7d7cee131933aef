"""Which pairs of sentences are worth a look, through an index: never all against all."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import groupby
from typing import TYPE_CHECKING

from newsdiff.alignment.similarity import runs_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsdiff.alignment.profile import ArticleProfile
    from newsdiff.alignment.weights import Weights

LEAST_SHARED = 0.8
"""What two sentences must share in content words, as a share of the weight of a rare word that each
article says once. A long run in common is enough, too: short quotations are of usual words, and yet
the same (without it the development news pairs lose four of 337 gold pairs that the score would
accept)."""

FREQUENT = 40
"""A word, or a run of words, that stands in more sentences than this does not make a pair a
candidate; it still counts in the pairs that others make."""

EQUAL_PAIRS = (FREQUENT // 2) ** 2
"""Pairs that are looked at of one sentence that both articles repeat: twenty times in each is more
than any news text has. Past this the first telling is paired with the first, the second with the
second, and so on, so that none is left without its like, and costs grow with the text."""

MOST_WORDS = 750_000
"""Words, over all pairs that are not of equal sentences, that are held against each other: some
20,000 pairs and four seconds. Articles of a thousand sentences stay below (news of 1,000 and 1,000:
400,000; of 1,331 and 1,090: 570,000); past it the pairs that share most go first."""


def candidates(a: ArticleProfile, b: ArticleProfile, weights: Weights) -> list[tuple[int, int]]:
    """Return the pairs (place in a.sentences, place in b.sentences) that may tell the same, sorted.

    Costs grow with the words that both articles hold, not with the product of their lengths; every
    sentence that stands in both is in some pair.
    """
    least = LEAST_SHARED * weights.rare_in_both
    index: defaultdict[str, list[int]] = defaultdict(list)
    equal: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for j, sentence in enumerate(b.sentences):
        if sentence.norms:
            equal[sentence.norms].append(j)
        for stem in sentence.content:
            if weights.df_a[stem] and weights.df_a[stem] + weights.df_b[stem] <= FREQUENT:
                index[stem].append(j)
    runs = _shared_runs(a, b)
    alike: list[tuple[float, int, int]] = []
    found: set[tuple[int, int]] = set()
    repeats = Counter(sentence.norms for sentence in a.sentences)
    seen: Counter[tuple[str, ...]] = Counter()
    for i, sentence in enumerate(a.sentences):
        shared: defaultdict[int, float] = defaultdict(float)
        for stem in sentence.content:
            weight = weights.word[stem]
            for j in index.get(stem, ()):
                shared[j] += weight
        for j in {j for run in runs_of(sentence.norms) for j in runs.get(run, ())}:
            shared[j] += least
        alike.extend((weight, i, j) for j, weight in shared.items() if weight >= least)
        nth, places = seen[sentence.norms], equal.get(sentence.norms, [])
        found.update((i, j) for j in _equal(places, nth, repeats[sentence.norms]))
        seen[sentence.norms] += 1
    found.update(_affordable(alike, a, b))
    return sorted(found)


def _shared_runs(a: ArticleProfile, b: ArticleProfile) -> dict[tuple[str, ...], list[int]]:
    """Return the runs of words that both articles have, with the places of b's sentences."""
    places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for j, sentence in enumerate(b.sentences):
        for run in runs_of(sentence.norms):
            places[run].append(j)
    frequency = Counter(run for sentence in a.sentences for run in runs_of(sentence.norms))
    return {
        run: found
        for run, found in places.items()
        if run in frequency and frequency[run] + len(found) <= FREQUENT
    }


def _affordable(
    pairs: Sequence[tuple[float, int, int]], a: ArticleProfile, b: ArticleProfile
) -> Iterator[tuple[int, int]]:
    """Yield the pairs, given as (weight shared, i, j), that MOST_WORDS allows, heaviest first."""
    words_a = [len(sentence.norms) for sentence in a.sentences]
    words_b = [len(sentence.norms) for sentence in b.sentences]
    if sum(words_a[i] + words_b[j] for _, i, j in pairs) <= MOST_WORDS:
        yield from ((i, j) for _, i, j in pairs)
        return
    left = MOST_WORDS

    def rank(pair: tuple[float, int, int]) -> tuple[float, int, int]:
        weight, i, j = pair
        return -round(weight, 6), abs(i - j), i + j  # the same when the articles change their sides

    for _, equals in groupby(sorted(pairs, key=rank), key=rank):
        group = list(equals)
        left -= sum(words_a[i] + words_b[j] for _, i, j in group)
        if left < 0:
            return
        yield from ((i, j) for _, i, j in group)


def _equal(places: Sequence[int], nth: int, repeats: int) -> Sequence[int]:
    """Return which of the other article's equal sentences, at `places`, the `nth` of `repeats` is
    paired with: all, or past EQUAL_PAIRS its own number, the last one with all that are left."""
    if len(places) * repeats <= EQUAL_PAIRS:
        return places
    if nth == repeats - 1:
        return places[nth:] or places[-1:]
    return places[nth : nth + 1] or places[-1:]
