"""How much a summary may hold: a `Length` as it applies to one article's sentences."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsdiff.errors import UsageError

if TYPE_CHECKING:
    from newsdiff.summary import Length


class Room:
    """The room that a summary has left. Not frozen: it fills as sentences are taken."""

    def __init__(self, sizes: Sequence[int], limit: float) -> None:
        self._sizes = sizes
        self._left = limit
        self.holds_all = sum(sizes) <= limit
        """True when no sentence need be left out."""

    @classmethod
    def of(cls, length: Length, words: Sequence[int]) -> Room:
        """Return the room that `length` gives among sentences of so many `words` each.

        Raises UsageError unless exactly one of the length's three is set, to a finite number
        above 0.
        """
        given = {
            "sentences": length.sentences,
            "words": length.words,
            "percent": length.percent,
        }
        asked = [(unit, value) for unit, value in given.items() if value is not None]
        if len(asked) != 1:
            raise UsageError("give the length of a summary in sentences, in words or in percent")
        unit, value = asked[0]
        if not (math.isfinite(value) and value > 0):
            raise UsageError(f"the length of a summary in {unit} is a number above 0, not {value}")
        if unit == "words":
            return cls(words, value)
        if unit == "percent":
            # 7 percent of 100 is 7.000000000000001 in floating point, and no eighth sentence.
            value = math.ceil(round(len(words) * value / 100, 9))
        return cls([1] * len(words), value)

    @property
    def full(self) -> bool:
        """True when not even the shortest of sentences fits."""
        return self._left < 1

    def size(self, place: int) -> int:
        """Return how much room the sentence at `place` takes."""
        return self._sizes[place]

    def take(self, place: int) -> bool:
        """Take the sentence at `place` if it fits, and tell whether it did."""
        if self._sizes[place] > self._left:
            return False
        self._left -= self._sizes[place]
        return True
