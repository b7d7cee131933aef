"""Which pairs of sentences are worth a look, through an index: never all against all."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsdiff.alignment.profile import ArticleProfile
    from newsdiff.alignment.weights import Weights

LEAST_SHARED = 0.8
"""What two sentences must share in content words, as a share of the weight of a rare word that each
article says once. The development news pairs lose 18 of 337 gold pairs by it, four of
which the score would accept: short sentences, mostly of quotations, that share usual words."""

FREQUENT = 40
"""A word that stands in more sentences than this does not make a pair a candidate; it still counts
in the pairs that other words make."""


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
    found: list[tuple[int, int]] = []
    for i, sentence in enumerate(a.sentences):
        shared: defaultdict[int, float] = defaultdict(float)
        for stem in sentence.content:
            for j in index.get(stem, ()):
                shared[j] += weights.word[stem]
        pairs = {j for j, weight in shared.items() if weight >= least}
        pairs.update(equal.get(sentence.norms, ()))
        found.extend((i, j) for j in sorted(pairs))
    return found
