"""How rare a word is in the language as a whole, whatever the two articles at hand do with it.

Two articles of one event share the words of the event; that both say "indictment" tells more than
that both say "people", though each may stand in two sentences of both.
"""

from __future__ import annotations

from functools import cache

from newsdiff.language.lists import lines

UNLISTED = 11.0
"""Nats for a word behind the table's end, which lies at 11 (see benchmarks/build_rarity.py)."""
NUMBER = 10.0
"""Nats for a number of two or more digits: 8 to 10 in running news, by its length."""
DIGIT = 8.0
"""Nats for a number of one digit."""


class Rarity:
    """Rarities of one language's stems, in nats: -ln of the share of all words that they are."""

    def __init__(self, language: str) -> None:
        self._nats: dict[str, float] = {}
        for line in lines(f"rarity/{language}.txt"):
            nats, *stems = line.split()
            self._nats.update(dict.fromkeys(stems, float(nats)))

    def of(self, stem: str) -> float:
        """Return how rare `stem` is, in nats. A language without a table has all words alike."""
        if stem[0].isdigit():
            return NUMBER if len(stem) > 1 else DIGIT
        return self._nats.get(stem, UNLISTED)


@cache
def rarity(language: str) -> Rarity:
    """Return the table of `language` (an ISO 639-1 code), read once."""
    return Rarity(language)
