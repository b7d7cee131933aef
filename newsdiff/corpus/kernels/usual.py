"""How many articles of a language use a word: what a few articles cannot tell by themselves."""

from __future__ import annotations

import math
from functools import cache

import numpy as np
from numpy.typing import NDArray

from newsdiff.corpus.kernels.words import words
from newsdiff.language.lists import DATA, lines
from newsdiff.language.rarity import UNLISTED

UNIT = 1 << 16
"""Of so many articles the shares are told, in whole numbers."""
_WORDS = 500
"""Words of a usual article."""


def usual(terms: NDArray[np.int32]) -> NDArray[np.int64]:
    """Return how many of UNIT articles use each term.

    Function words of any language count as in all of them, for nobody tells the language here.
    """
    known, shares = _table()
    place = np.minimum(np.searchsorted(known, terms), len(known) - 1)
    return np.where(known[place] == terms, shares[place], _share(UNLISTED))


@cache
def _table() -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """Return the terms of which something is known, in order, and their shares."""
    found: dict[int, int] = {}
    for file in sorted(DATA.glob("rarity/*.txt")):
        for line in lines(f"rarity/{file.name}"):
            nats, stems = line.split(maxsplit=1)
            found |= dict.fromkeys(words([stems]).hashes.tolist(), _share(float(nats)))
    for file in sorted(DATA.glob("stop/??.txt")):
        found |= dict.fromkeys(words(["\n".join(lines(f"stop/{file.name}"))]).hashes.tolist(), UNIT)
    ordered = sorted(found)
    return np.array(ordered, np.int32), np.array([found[term] for term in ordered], np.int64)


def _share(nats: float) -> int:
    """Return how many of UNIT articles hold a word that is exp(-nats) of all words."""
    return round(UNIT * (1 - math.exp(-_WORDS * math.exp(-nats))))
