"""Five words in a row: what two copies of a passage have in common, whatever was changed around."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsdiff.corpus.kernels.hashing import BASE, mixed

SIZE = 5
"""Of the development pairs that score 10 or more, each has a run of six words at least."""
WINDOW = 4
"""A sketch keeps the least of every so many grams (winnowing; Schleimer, Wilkerson & Aiken 2003):
every run of eight words keeps one."""
_AT_ONCE = 1 << 15
"""Keys that are made at once: what stays in the processor's cache."""


class Grams(NamedTuple):
    """Grams with the text each stands in, and the number of its first word there."""

    keys: NDArray[np.int64]
    texts: NDArray[np.int64]
    places: NDArray[np.int32]


def grams(hashes: NDArray[np.int32], offsets: NDArray[np.int64], *, sketch: bool = False) -> Grams:
    """Return the grams of texts whose words stand one after the other (see words.Words)."""
    sizes = np.maximum(np.diff(offsets) - SIZE + 1, 0)
    texts = np.repeat(np.arange(len(sizes)), sizes)
    places = np.arange(len(texts)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    chosen = places + np.repeat(offsets[:-1], sizes)
    every = _keys(hashes)
    found = Grams(every[chosen].view(np.int64), texts, places.astype(np.int32))
    if not sketch:
        return found
    whole = np.full(len(every), 2**64 - 1, np.uint64)
    whole[chosen] = every[chosen]
    kept = np.flatnonzero(_winnowed(whole)[chosen])
    return Grams(found.keys[kept], found.texts[kept], found.places[kept])


def _keys(hashes: NDArray[np.int32]) -> NDArray[np.uint64]:
    """Return the keys of all runs of SIZE words, also of those that run from one text into the
    next."""
    values = hashes.view(np.uint32)
    keys = np.zeros(max(0, len(values) - SIZE + 1), np.uint64)
    for begin in range(0, len(keys), _AT_ONCE):
        part = keys[begin : begin + _AT_ONCE]
        for place in range(SIZE):
            factor = np.uint64(pow(BASE, 2 * place + 1, 2**64))
            part += values[begin + place : begin + place + len(part)] * factor
        part[:] = mixed(part)
    return keys


def _winnowed(keys: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Return which grams are the least of some window."""
    if len(keys) <= WINDOW:
        return np.ones(len(keys), np.bool_)
    windows = np.lib.stride_tricks.sliding_window_view(keys, WINDOW).min(axis=1)
    kept = np.zeros(len(keys), np.bool_)
    for place in range(WINDOW):
        stop = len(keys) - WINDOW + 1 + place
        kept[place:stop] |= keys[place:stop] == windows
    return kept
