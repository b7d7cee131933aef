"""LexRank and TextRank: the sentences that many others are like.

The scores are those of sumy 0.13, its idf, threshold and stopping rules included (a test holds them
together to 1e-9); only no pair of sentences is looked at that has no word in common. Here LexRank
(Erkan & Radev 2004) goes through an inverted index, and TextRank (Mihalcea & Tarau 2004) sums, for
every word and length of sentence, what flows to it: a similarity is a number of common words over
a function of two lengths, and lengths are few.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from newsdiff.language.words import content
from newsdiff.summary import Pick
from newsdiff.summary.ranking import Ranking

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from newsdiff.language.analysis import Analysis

    Array = NDArray[np.float64]

Sentences = Sequence[Sequence[str]]

THRESHOLD = 0.1
"""The cosine above which two sentences hang together in LexRank (sumy's, and the paper's)."""
LEXRANK_STOP = 0.1
TEXTRANK_STOP = 1e-4
"""sumy ends its iterations when the scores change by no more (Euclidean norm). LexRank's is early:
the top three are those of the limit on 451 of 750 articles."""
DAMPING = 0.85
MOST_CELLS = 500_000
"""Words times lengths of sentences that TextRank holds at once: 4 MB."""
TINY = 1e-7
"""sumy's guard against a division by 0."""


def rank(method: str, analysis: Analysis, candidates: Sequence[int]) -> Ranking:
    """Rank the candidates by "lexrank" or "textrank"; all alike where none is like another."""
    stems = [content(analysis.tokens[index]) for index in candidates]
    scores = tuple(float(f"{score:.9g}") for score in _METHODS[method](stems)) if stems else ()
    picks = (Pick(i, score, {}) for i, score in zip(candidates, scores, strict=True))
    return Ranking(picks=tuple(picks), keys=scores)


def lexrank(sentences: Sentences) -> Array:
    """Return LexRank's score of each sentence, given as stems; zeros where no two hang together.

    Sentences of the same words are one with a weight: a text that says one thing a thousand times
    has no million pairs.
    """
    bags: dict[tuple[str, ...], int] = {}
    which = np.array([bags.setdefault(tuple(sorted(s)), len(bags)) for s in sentences], int)
    many = np.bincount(which, minlength=len(bags))
    carried_by = Counter(stem for stems in sentences for stem in set(stems))
    weights = {s: math.log(len(sentences) / (1 + n)) for s, n in carried_by.items()}
    rows, columns = _edges(list(bags), weights)
    share = many / np.maximum(1, np.bincount(rows, many[columns], len(bags)))
    scores: Array = np.full(len(bags), 1.0 / len(sentences))
    change = 1.0
    while change > LEXRANK_STOP:
        flow: Array = np.bincount(columns, (scores * share)[rows], len(bags)).astype(float)
        norm = math.sqrt((many * flow**2).sum())
        if not norm:
            return np.asarray(flow[which])
        flow /= norm
        change = math.sqrt((many * (flow - scores) ** 2).sum())
        scores = flow
    return np.asarray(scores[which])


def _edges(
    sentences: Sentences, idf: Mapping[str, float]
) -> tuple[NDArray[np.int_], NDArray[np.int_]]:
    """Return the pairs of sentences that hang together, either way, and each with itself."""
    postings: dict[str, tuple[list[int], list[float]]] = defaultdict(lambda: ([], []))
    vectors = []
    for place, stems in enumerate(sentences):
        counts = Counter(stems)
        most = max(counts.values(), default=1)
        vector = {stem: count / most * idf[stem] for stem, count in counts.items()}
        norm = math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
        vector = {stem: weight / norm for stem, weight in vector.items()}
        for stem, weight in vector.items():
            postings[stem][0].append(place)
            postings[stem][1].append(weight)
        vectors.append(vector)
    index = {stem: (np.array(at), np.array(weights)) for stem, (at, weights) in postings.items()}
    rows, columns = [], []
    for place, vector in enumerate(vectors):
        cosines = np.zeros(len(sentences))
        for stem, weight in vector.items():
            at, weights = index[stem]
            cosines[at] += weight * weights
        near = np.flatnonzero(cosines > THRESHOLD)
        rows.append(np.full(len(near), place))
        columns.append(near)
    return np.concatenate(rows), np.concatenate(columns)


def textrank(sentences: Sentences) -> Array:
    """Return TextRank's score of each sentence, given as stems."""
    places, words, counts = _cells(sentences)
    lengths, kinds = np.unique([len(stems) for stems in sentences], return_inverse=True)
    logs = np.log(np.maximum(1, lengths))
    sums = logs[:, None] + logs[None, :]
    near = 1.0 / np.where(np.isclose(sums, 0.0), 1.0, sums)
    # A word of one sentence alone flows to that sentence; half of all words are such.
    alone = np.bincount(words)[words] == 1
    own = np.bincount(places[alone], counts[alone] ** 2, len(sentences)) * near[kinds, kinds]
    places, counts = places[~alone], counts[~alone]
    words = np.unique(words[~alone], return_inverse=True)[1]
    order = np.argsort(words, kind="stable")
    places, words, counts = places[order], words[order], counts[order]
    last = int(words.max(initial=-1)) + 1
    step = max(1, min(last, MOST_CELLS // len(lengths)))
    blocks = [
        slice(*np.searchsorted(words, (first, first + step))) for first in range(0, last, step)
    ]

    def likeness(weights: Array) -> Array:
        """Return each sentence's likeness to all sentences, weighted."""
        found = own * weights
        for block in blocks:
            flat = kinds[places[block]] * step + words[block] % step
            sent = counts[block] * weights[places[block]]
            told = np.bincount(flat, sent, len(lengths) * step).reshape(len(lengths), step)
            # Not near @ told: BLAS would start threads, which cost five times the work.
            flow = counts[block] * np.einsum("ij,jk->ik", near, told).ravel()[flat]
            found = found + np.bincount(places[block], flow, len(sentences))
        return np.asarray(found)

    share = DAMPING / (likeness(np.ones(len(sentences))) + TINY)
    scores = np.full(len(sentences), 1.0 / len(sentences))
    change = 1.0
    while change > TEXTRANK_STOP:
        flow = (1 - DAMPING) / len(sentences) * scores.sum() + likeness(scores * share)
        change = float(np.linalg.norm(flow - scores))
        scores = flow
    return scores


def _cells(sentences: Sentences) -> tuple[NDArray[np.int_], NDArray[np.int_], NDArray[np.int_]]:
    """Return the place of each sentence, the number of each word in it, and how often it has it."""
    numbers: dict[str, int] = {}
    words = [numbers.setdefault(stem, len(numbers)) for stems in sentences for stem in stems]
    places = np.repeat(np.arange(len(sentences)), [len(stems) for stems in sentences])
    width = max(1, len(numbers))
    cells, counts = np.unique(places * width + np.array(words, int), return_counts=True)
    return cells // width, cells % width, counts


_METHODS: dict[str, Callable[[Sentences], Array]] = {"lexrank": lexrank, "textrank": textrank}
