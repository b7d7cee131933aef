"""Grams that stand in one source alone, found before an engine has to sort them all.

This changes no row, as no gram of one source is ever linked; it saves most of the work, as nine in
ten are such (development articles).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_PLACE_BITS = 24
MOST = 1 << _PLACE_BITS
"""The most grams that `repeated` takes at once."""


def repeated(keys: NDArray[np.int64], sources: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the places of grams whose key two or more sources have, in order.

    A few others may be among them: keys are told apart by 40 of their bits, the lowest, so that
    their place can ride along in one sort.
    """
    place = np.arange(len(keys), dtype=np.uint64)
    packed = np.sort((keys.view(np.uint64) << np.uint64(_PLACE_BITS)) | place)
    same = np.flatnonzero((packed[1:] ^ packed[:-1]) < MOST)
    if not len(same):
        return np.empty(0, np.int64)
    again = np.zeros(len(packed), np.bool_)
    again[same] = True
    again[same + 1] = True
    order = np.flatnonzero(again)
    places = (packed[order] & np.uint64(MOST - 1)).astype(np.int64)
    values = packed[order] >> np.uint64(_PLACE_BITS)
    begins = np.flatnonzero(np.concatenate([[True], values[1:] != values[:-1]]))
    source = sources[places]
    mixed = np.minimum.reduceat(source, begins) != np.maximum.reduceat(source, begins)
    sizes = np.diff(np.append(begins, len(values)))
    return np.sort(places[np.repeat(mixed, sizes)])
