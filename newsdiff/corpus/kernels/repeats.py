"""Grams that stand in one source alone, found before an engine has to sort them all.

This changes no row, as no gram of one source is ever linked; it saves most of the work, as nine in
ten are such (development articles).
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

_PLACE_BITS = 24
_SPARE_BITS = 2
MOST = 1 << _PLACE_BITS
"""The most grams that `repeated` takes at once."""


def repeated(keys: NDArray[np.int64], sources: NDArray[Any]) -> NDArray[np.int64]:
    """Return the places of grams whose key two or more sources have, in order.

    A few others may be among them: keys are told apart by 40 of their bits, the lowest, so that
    their place can ride along in one sort.
    """
    likely = _likely(keys, sources)
    # Once more by other bits: nearly all that are left are wanted.
    likely = likely[_likely(keys[likely] >> np.int64(_PLACE_BITS), sources[likely])]
    place = np.arange(len(likely), dtype=np.uint64)
    packed = np.sort((keys[likely].view(np.uint64) << np.uint64(_PLACE_BITS)) | place)
    places = likely[(packed & np.uint64(MOST - 1)).astype(np.int64)]
    values = packed >> np.uint64(_PLACE_BITS)
    begins = np.flatnonzero(np.concatenate([[True], values[1:] != values[:-1]])[: len(values)])
    if not len(begins):
        return likely
    source = sources[places]
    mixed = np.minimum.reduceat(source, begins) != np.maximum.reduceat(source, begins)
    sizes = np.diff(np.append(begins, len(values)))
    return np.sort(places[np.repeat(mixed, sizes)])


def _likely(keys: NDArray[np.int64], sources: NDArray[Any]) -> NDArray[np.int64]:
    """Return the places of grams that share the last bits of their key with another source's.

    Sorting all of them would cost three times as much. (All slots are there; to clip them is
    not to look.)
    """
    bits = min(_PLACE_BITS, len(keys).bit_length() + _SPARE_BITS)
    slots = keys & np.int64((1 << bits) - 1)
    last = np.empty(1 << bits, sources.dtype)
    last[slots] = sources
    mixed = np.zeros(1 << bits, np.bool_)
    mixed[slots[last.take(slots, mode="clip") != sources]] = True
    return np.flatnonzero(mixed.take(slots, mode="clip"))
