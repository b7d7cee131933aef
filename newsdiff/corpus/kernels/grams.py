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


class Grams(NamedTuple):
    """Grams with the text each stands in, and the number of its first word there."""

    keys: NDArray[np.int64]
    texts: NDArray[np.int64]
    places: NDArray[np.int32]


def grams(hashes: NDArray[np.int32], offsets: NDArray[np.int64], *, sketch: bool = False) -> Grams:
    """Return the grams of texts whose words stand one after the other (see words.Words)."""
    count = len(hashes) - SIZE + 1
    if count <= 0:
        none = np.empty(0, np.int64)
        return Grams(none, none, none.astype(np.int32))
    values = hashes.view(np.uint32).astype(np.uint64)
    keys = np.zeros(count, np.uint64)
    for place in range(SIZE):
        factor = pow(BASE, 2 * place + 1, 2**64)
        keys += values[place : place + count] * np.uint64(factor)
    keys = mixed(keys)
    sizes = np.diff(offsets)
    texts = np.repeat(np.arange(len(sizes)), sizes)
    whole = texts[:count] == texts[SIZE - 1 :]
    if sketch:
        whole &= _winnowed(np.where(whole, keys, np.uint64(2**64 - 1)))
    chosen = np.flatnonzero(whole)
    owner = texts[chosen]
    return Grams(keys[chosen].view(np.int64), owner, (chosen - offsets[owner]).astype(np.int32))


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
