"""Row: the words, marks and quotations of a unit, as the rules ask for them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from newsdiff.language.voices.cues import cue_lists

if TYPE_CHECKING:
    from newsdiff.language.voices.units import Item


class Range(NamedTuple):
    """Items `start` to `end` (not included) of a unit."""

    start: int
    end: int


class Row:
    """The items of a unit. A place outside of it holds nothing, so that no rule has to count."""

    def __init__(self, items: Sequence[Item], language: str) -> None:
        self.items = items
        self.count = len(items)
        self.lists = cue_lists(language)

    def norm(self, place: int) -> str:
        """Return the normal form of a word, or the mark; "" for a quotation."""
        return self.items[place].norm if 0 <= place < self.count else ""

    def word(self, place: int) -> bool:
        """True for a word."""
        return 0 <= place < self.count and self.items[place].kind == "word"

    def quote(self, place: int) -> bool:
        """True for a quotation."""
        return 0 <= place < self.count and self.items[place].kind == "quote"

    def mark(self, place: int, marks: str) -> bool:
        """True for one of these marks."""
        return (
            0 <= place < self.count
            and self.items[place].kind == "mark"
            and self.items[place].norm in marks
        )

    def raised(self, place: int) -> bool:
        """True for a word with a capital letter."""
        return 0 <= place < self.count and self.items[place].raised

    def owns(self, place: int) -> bool:
        """True for a word with a possessive 's."""
        return 0 <= place < self.count and self.items[place].owns

    def has(self, place: int, *keys: str) -> bool:
        """True for a word of one of these lists."""
        if not self.word(place):
            return False
        norm = self.items[place].norm
        return any(norm in self.lists[key] for key in keys)

    def find_mark(self, start: int, end: int, marks: str) -> int | None:
        """Return the place of the first of these marks in `items[start:end]`, or None."""
        stop = min(end, self.count)
        return next((p for p in range(start, stop) if self.mark(p, marks)), None)

    def quotes(self, start: int, end: int) -> list[Range]:
        """Return the quotations in `items[start:end]`."""
        return [Range(p, p + 1) for p in range(start, end) if self.quote(p)]

    def verbal(self, start: int, end: int) -> bool:
        """True when a verb seems to stand in `items[start:end]`, a quotation aside."""
        return any(
            self.has(p, "finite")
            or (not self.raised(p) and (self.norm(p).endswith("ed") or self.has(p, "cue")))
            for p in range(start, end)
        )

    def clause_start(self, place: int) -> int:
        """Return where the part of the sentence begins that `place` ends: behind ";" or "("."""
        depth = 0
        for start in range(place, 0, -1):
            if self.mark(start - 1, ";") or (not depth and self.mark(start - 1, "(")):
                return start
            depth += self.mark(start - 1, ")") - self.mark(start - 1, "(")
        return 0
