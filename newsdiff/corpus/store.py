"""The words of all articles on disk, one article after the other: read by place, never as a whole.

What is in the files beyond what was committed (see `keep`) is the rest of a run that was stopped,
and is written over.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from newsdiff.corpus.kernels.words import Words

PLACES_AT_ONCE = 4096
"""Places for which the file is mapped once: each may bring 64 kB into memory, its neighbours."""


class WordStore:
    """Two files of a folder: `words` (hashes, 32 bits each), and `places` (start and end)."""

    def __init__(self, folder: Path) -> None:
        self._words = folder / "words.bin"
        self._places = folder / "places.bin"
        for path in (self._words, self._places):
            path.touch()

    def keep(self, count: int) -> None:
        """Cut both files to `count` words."""
        for path, size in ((self._words, 4), (self._places, 8)):
            with path.open("r+b") as file:
                file.truncate(count * size)

    def append(self, words: Words) -> None:
        """Write words behind those that are there."""
        with self._words.open("ab") as file:
            file.write(words.hashes.data)
        with self._places.open("ab") as file:
            file.write(np.stack([words.starts, words.ends], axis=1).data)

    def words(self) -> NDArray[np.int32]:
        """Return all hashes, mapped: open it anew for each batch, so that pages are given back."""
        if not self._words.stat().st_size:
            return np.empty(0, np.int32)
        return np.memmap(self._words, np.int32, mode="r")

    def places(self, words: NDArray[np.int64]) -> NDArray[np.int32]:
        """Return start and end, in characters, of the words with these numbers."""
        if not self._places.stat().st_size:
            return np.empty((0, 2), np.int32)
        found = np.empty((len(words), 2), np.int32)
        order = np.argsort(words)
        for begin in range(0, len(order), PLACES_AT_ONCE):
            chosen = order[begin : begin + PLACES_AT_ONCE]
            mapped = np.memmap(self._places, np.int32, mode="r").reshape(-1, 2)
            found[chosen] = mapped[words[chosen]]
        return found

    def drop_places(self) -> None:
        """Delete what only a running scan needs."""
        self._places.unlink(missing_ok=True)
