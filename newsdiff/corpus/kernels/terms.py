"""What an article is about: its weightiest words, as integers that add up to a likeness.

tf-idf (Spärck Jones 1972) with logarithms in whole 64ths and profiles of length 1000, so that no
machine rounds otherwise than another. A word that every article has weighs nothing, so no list of
stop words is needed, in no language.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsdiff.corpus.kernels.usual import usual

TERMS = 100
"""Terms of a profile (of 50, 100 and 200 the best on three-outlet stories)."""
LENGTH = 1000
"""The length of a profile as a vector: the likeness of two is at most LENGTH²."""
COMMON = 120
"""A collection of fewer articles is filled up to so many. With 30 to 250 the samples are grouped as
a reader groups them, and pairs on one event among 0 to 700 others as without; with 500 and more,
some events of few articles run together (see benchmarks/scale.py)."""
_FRACTION = 6
_UNIT = 16

Numbers = NDArray[np.int64]


class Uses(NamedTuple):
    """How often each text uses each term; by text, then by term."""

    texts: Numbers
    terms: NDArray[np.int32]
    counts: Numbers


class Weights(NamedTuple):
    """Terms in order, and what each weighs."""

    terms: NDArray[np.int32]
    weights: Numbers


class Profiles(NamedTuple):
    """The terms of each text, weightiest first; `ranks` count from 0."""

    texts: Numbers
    terms: NDArray[np.int32]
    weights: Numbers
    ranks: Numbers


def uses(hashes: NDArray[np.int32], offsets: NDArray[np.int64]) -> Uses:
    """Count the words of texts that stand one after the other (see words.Words)."""
    sizes = np.diff(offsets)
    texts = np.repeat(np.arange(len(sizes), dtype=np.uint64), sizes)
    packed = np.sort((texts << np.uint64(32)) | hashes.view(np.uint32))
    begins = np.flatnonzero(np.concatenate([[True], packed[1:] != packed[:-1]])[: len(packed)])
    counts = np.diff(np.append(begins, len(packed)))
    values = packed[begins]
    terms = (values & np.uint64(2**32 - 1)).astype(np.uint32).view(np.int32)
    return Uses((values >> np.uint64(32)).astype(np.int64), terms, counts)


def weigh(terms: NDArray[np.int32], articles: Numbers, total: int) -> Weights:
    """Return weights for terms that so many of `total` articles use; terms of one article have
    none, as nothing is like it.

    A collection is filled up to COMMON articles with such as the language has: of a few articles
    on one thing all use its words, which must not make them weigh nothing.
    """
    kept = np.flatnonzero(articles > 1)
    order = kept[np.argsort(terms[kept])]
    added = max(0, COMMON - total)
    users = (articles[order] << _UNIT) + added * usual(terms[order])
    return Weights(terms[order], log2(((total + added) << 2 * _UNIT) // users))


def log2(values: Numbers) -> Numbers:
    """Return the binary logarithms of fixed-point numbers (16 bits behind the point), rounded down
    to whole 64ths.

    >>> log2(np.array([1 << 16, 3 << 16])).tolist()
    [0, 101]
    """
    whole = np.frexp(values.astype(np.float64))[1] - 1
    mantissa = (values << (31 - np.minimum(whole, 31))) >> np.maximum(whole - 31, 0)
    result = (whole - _UNIT).astype(np.int64)
    for _ in range(_FRACTION):
        mantissa = mantissa.astype(np.uint64) * mantissa.astype(np.uint64) >> np.uint64(31)
        carry = mantissa >> np.uint64(32)
        mantissa >>= carry
        result = 2 * result + carry.astype(np.int64)
    return result


def profiles(used: Uses, weights: Weights) -> Profiles:
    """Return the TERMS weightiest terms of each text, as vectors of LENGTH."""
    place = np.searchsorted(weights.terms, used.terms)
    place = np.minimum(place, max(0, len(weights.terms) - 1))
    known = np.flatnonzero(weights.terms[place] == used.terms) if len(weights.terms) else place[:0]
    texts, terms = used.texts[known], used.terms[known]
    heavy = (64 + log2(used.counts[known] << _UNIT)) * weights.weights[place[known]]
    order = np.lexsort((terms, -heavy, texts))
    texts, terms, heavy = texts[order], terms[order], heavy[order]
    ranks = _ranks(texts)
    kept = np.flatnonzero((ranks < TERMS) & (heavy > 0))
    texts, terms, heavy, ranks = texts[kept], terms[kept], heavy[kept], ranks[kept]
    squares = np.zeros(int(texts[-1]) + 1 if len(texts) else 0, np.int64)
    np.add.at(squares, texts, heavy * heavy)
    # Square roots and quotients are rounded alike everywhere (IEEE 754).
    scaled = np.floor(LENGTH * heavy / np.sqrt(squares[texts])).astype(np.int64)
    return Profiles(texts, terms, scaled, ranks)


def evidence(here: Numbers, elsewhere: Numbers, words: Numbers, rest: Numbers) -> Numbers:
    """Return how much uses `here` among `words` differ from those `elsewhere` among `rest`, as
    hundredths of G² (Dunning 1993)."""
    total, size = here + elsewhere, words + rest
    g2 = np.zeros(len(here))
    for count, part in ((here, words), (elsewhere, rest)):
        expected = np.maximum(total * part, 1) / np.maximum(size, 1)
        g2 += np.where(count > 0, count * np.log(np.maximum(count, 1) / expected), 0.0)
    return np.rint(200 * g2).astype(np.int64)


def _ranks(texts: Numbers) -> Numbers:
    """Return each row's number among those of its text, from 0; a text's rows stand together."""
    places = np.arange(len(texts))
    begins = np.concatenate([[True], texts[1:] != texts[:-1]])[: len(texts)]
    return places - np.maximum.accumulate(np.where(begins, places, 0))
