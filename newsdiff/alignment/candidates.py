"""Which pairs of sentences are worth a look, through an index: never all against all."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsdiff.alignment.profile import ArticleProfile
    from newsdiff.alignment.weights import Weights

LEAST_SHARED = 1.5
"""The weight that two sentences must share in content words. One rare word has about 1.5 to 2; on
the development news pairs no pair with less is gold and accepted."""

FREQUENT = 40
"""A word that stands in more sentences than this, and in more than a tenth of all, does not make a
pair a candidate; it still counts in the pairs that other words make."""


def candidates(a: ArticleProfile, b: ArticleProfile, weights: Weights) -> list[tuple[int, int]]:
    """Return the pairs (place in a.sentences, place in b.sentences) that may tell the same, sorted.

    Costs grow with the words that both articles hold, not with the product of their lengths.
    """
    cap = max(FREQUENT, (len(a.sentences) + len(b.sentences)) // 10)
    index: defaultdict[str, list[int]] = defaultdict(list)
    equal: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for j, sentence in enumerate(b.sentences):
        if sentence.norms:
            equal[sentence.norms].append(j)
        for stem in sentence.content:
            if weights.df_a[stem] and weights.df_a[stem] + weights.df_b[stem] <= cap:
                index[stem].append(j)
    found: list[tuple[int, int]] = []
    for i, sentence in enumerate(a.sentences):
        shared: defaultdict[int, float] = defaultdict(float)
        for stem in sentence.content:
            for j in index.get(stem, ()):
                shared[j] += weights.word[stem]
        pairs = {j for j, weight in shared.items() if weight >= LEAST_SHARED}
        pairs.update(equal.get(sentence.norms, ()))
        found.extend((i, j) for j in sorted(pairs))
    return found
