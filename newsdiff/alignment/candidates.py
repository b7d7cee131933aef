"""Which pairs of sentences are worth a look, through an index: never all against all."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsdiff.alignment.profile import ArticleProfile
    from newsdiff.alignment.weights import Weights

LEAST_SHARED = 0.8
"""What two sentences must share in content words, as a share of the weight of a rare word that each
article says once."""

RUN = 5
"""Or so many words in a row: short quotations are of usual words, and yet the same. Without it the
development news pairs lose four of 337 gold pairs that the score would accept."""

FREQUENT = 40
"""A word, or a run of words, that stands in more sentences than this does not make a pair a
candidate; it still counts in the pairs that others make."""


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
    runs = _shared_runs(a, b)
    found: list[tuple[int, int]] = []
    for i, sentence in enumerate(a.sentences):
        shared: defaultdict[int, float] = defaultdict(float)
        for stem in sentence.content:
            for j in index.get(stem, ()):
                shared[j] += weights.word[stem]
        pairs = {j for j, weight in shared.items() if weight >= least}
        pairs.update(equal.get(sentence.norms, ()))
        for run in _runs(sentence.norms):
            pairs.update(runs.get(run, ()))
        found.extend((i, j) for j in sorted(pairs))
    return found


def _shared_runs(a: ArticleProfile, b: ArticleProfile) -> dict[tuple[str, ...], list[int]]:
    """Return the runs of words that both articles have, with the places of b's sentences."""
    places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for j, sentence in enumerate(b.sentences):
        for run in set(_runs(sentence.norms)):
            places[run].append(j)
    frequency = Counter(run for sentence in a.sentences for run in set(_runs(sentence.norms)))
    return {
        run: found
        for run, found in places.items()
        if run in frequency and frequency[run] + len(found) <= FREQUENT
    }


def _runs(norms: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [norms[start : start + RUN] for start in range(len(norms) - RUN + 1)]
