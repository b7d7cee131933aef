"""Which pairs of sentences are worth a look, through an index: never all against all."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdiff.alignment.profile import ArticleProfile
    from newsdiff.alignment.weights import Weights

LEAST_SHARED = 0.8
"""What two sentences must share in content words, as a share of the weight of a rare word that each
article says once. The development news pairs lose 19 of 337 gold pairs by it, none of which the
score would accept."""

FREQUENT = 40
"""A word that stands in more sentences than this does not make a pair a candidate; it still counts
in the pairs that other words make."""

EQUAL_PAIRS = 100
"""Pairs that are looked at of one sentence that both articles repeat: ten times in each is more
than any news text has. Past this the first telling is paired with the first, the second with the
second, and so on, so that none is left without its like, and costs grow with the text."""


def candidates(a: ArticleProfile, b: ArticleProfile, weights: Weights) -> list[tuple[int, int]]:
    """Return the pairs (place in a.sentences, place in b.sentences) that may tell the same, sorted.

    Costs grow with the words that both articles hold, not with the product of their lengths.
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
    repeats = Counter(sentence.norms for sentence in a.sentences)
    seen: Counter[tuple[str, ...]] = Counter()
    found: list[tuple[int, int]] = []
    for i, sentence in enumerate(a.sentences):
        shared: defaultdict[int, float] = defaultdict(float)
        for stem in sentence.content:
            for j in index.get(stem, ()):
                shared[j] += weights.word[stem]
        pairs = {j for j, weight in shared.items() if weight >= least}
        pairs.update(
            _equal(equal.get(sentence.norms, []), seen[sentence.norms], repeats[sentence.norms])
        )
        seen[sentence.norms] += 1
        found.extend((i, j) for j in sorted(pairs))
    return found


def _equal(places: Sequence[int], nth: int, repeats: int) -> Sequence[int]:
    """Return which of the other article's equal sentences, at `places`, the `nth` of `repeats` is
    paired with: all, or past EQUAL_PAIRS its own number, the last one with all that are left."""
    if len(places) * repeats <= EQUAL_PAIRS:
        return places
    if nth == repeats - 1:
        return places[nth:] or places[-1:]
    return places[nth : nth + 1] or places[-1:]
