"""Word lists about wording: names that may mean one thing, verbs of saying, hedges, judgements.

`data/wording/<list>-<language>.txt` holds them; a language without them gets empty ones.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from newsdiff.language.lists import lines
from newsdiff.language.words import WORD, Token, fold

Phrase = tuple[str, ...]
"""The normal forms of a phrase's words (see newsdiff.language.words.fold)."""


class Phrasebook:
    """Phrases to be found in running words, each with what it stands for (`entries`)."""

    def __init__(self, phrases: Mapping[Phrase, str]) -> None:
        self._by_first: defaultdict[str, list[tuple[Phrase, str]]] = defaultdict(list)
        for phrase, entry in phrases.items():
            self._by_first[phrase[0]].append((phrase, entry))
        for found in self._by_first.values():
            found.sort(key=lambda item: -len(item[0]))

    def find(self, tokens: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
        """Yield the first and the last token of each phrase and its entry, the longest first of
        those that begin at one word; none overlap."""
        free = 0
        for at, first in enumerate(tokens):
            if at < free or first.norm not in self._by_first:
                continue
            for phrase, entry in self._by_first[first.norm]:
                if tuple(token.norm for token in tokens[at : at + len(phrase)]) == phrase:
                    free = at + len(phrase)
                    yield at, free - 1, entry
                    break


class Wording(NamedTuple):
    """The lists of one language.

    `sets` holds, for a phrase as the list gives it, the numbers of the sets that it is in;
    `alternatives` finds these phrases, plurals too. `saying` maps each form of a verb of saying to
    the form that reports list. `hedges` finds hedges; `characterising` are adjectives that judge.
    """

    sets: Mapping[str, frozenset[int]]
    alternatives: Phrasebook
    saying: Mapping[str, str]
    hedges: Phrasebook
    characterising: frozenset[str]


@cache
def wording(language: str) -> Wording:
    """Return the lists of `language` (an ISO 639-1 code), read once."""
    sets: defaultdict[str, set[int]] = defaultdict(set)
    phrases: dict[Phrase, str] = {}
    for number, line in enumerate(lines(f"wording/alternatives-{language}.txt")):
        for name in (part.strip() for part in line.split(";")):
            sets[name].add(number)
            *before, last = _phrase(name)
            phrases |= {(*before, form): name for form in (last, *_plurals(last))}
    verbs = [line.split() for line in lines(f"wording/saying-{language}.txt")]
    hedges = {_phrase(line): line for line in lines(f"wording/hedges-{language}.txt")}
    return Wording(
        sets={name: frozenset(numbers) for name, numbers in sets.items()},
        alternatives=Phrasebook(phrases),
        saying={form: verb for verb, *forms in verbs for form in forms},
        hedges=Phrasebook(hedges),
        characterising=frozenset(
            fold(word)
            for line in lines(f"wording/characterising-{language}.txt")
            for word in line.split()
        ),
    )


def _phrase(text: str) -> Phrase:
    return tuple(fold(word) for word in WORD.findall(text))


def _plurals(word: str) -> tuple[str, ...]:
    """Return what the plural of an English noun may look like."""
    if word.endswith("y"):
        return (word[:-1] + "ies", word + "s")
    return (word + "s", word + "es")
