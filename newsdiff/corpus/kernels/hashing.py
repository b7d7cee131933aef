"""Hashes that are the same in every engine and on every machine."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.uint64]

BASE = 0x9E3779B97F4A7C15
"""An odd number, so that its powers have inverses modulo 2⁶⁴."""
_MODULUS = 2**64


def key(text: str) -> int:
    """Return a number from 0 to 2⁶³ - 1 for a name; among 10⁸ names two meet with p < .001."""
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def mixed(values: Keys) -> Keys:
    """Return the numbers with their bits well mixed (the finalizer of splitmix64, Steele 2014)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


@cache
def powers(size: int) -> tuple[Keys, Keys]:
    """Return BASE⁰ … BASE^(size - 1) modulo 2⁶⁴, and their inverses."""
    return _powers(BASE, size), _powers(pow(BASE, -1, _MODULUS), size)


def _powers(base: int, size: int) -> Keys:
    out = np.ones(size, np.uint64)
    known = 1
    while known < size:
        more = min(known, size - known)
        out[known : known + more] = out[:more] * np.uint64(pow(base, known, _MODULUS))
        known += more
    return out
