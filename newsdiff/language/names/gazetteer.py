"""What is known of names before any article is read: word lists.

`data/names/<language>/` holds them: our own lists, and three that benchmarks/build_gazetteer.py
compiles from open data (data/names/NOTICE.txt tells the sources). A language without that folder
gets empty lists, and is then read by its capital letters alone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, cast

from newsdiff.language.lists import lines
from newsdiff.language.words import WORD, fold, lexicon

if TYPE_CHECKING:
    from newsdiff.language.names.name import NameType


class Known(NamedTuple):
    """A name that much news holds: the form that stands for all its other forms, and its type."""

    name: str
    type: NameType


class Listed:
    """The names of a compiled list, which stand in sorted lines, and some more.

    A name is looked up in its line: two articles ask for some hundred names, and reading the
    lists whole costs more than all that is made of the answers.
    """

    __slots__ = ("_first", "_lines", "_more")

    def __init__(self, lines: Sequence[str], more: frozenset[str] = frozenset()) -> None:
        """Take `lines` of names in normal form between commas, sorted as a whole, and `more`."""
        self._lines = lines
        self._first = [line.partition(", ")[0] for line in lines]
        self._more = more

    def __contains__(self, name: object) -> bool:
        """Tell whether `name`, in normal form, is listed."""
        if not isinstance(name, str):
            return False
        place = bisect_right(self._first, name)
        listed = place > 0 and name in self._lines[place - 1].split(", ")
        return listed or name in self._more


class Gazetteer(NamedTuple):
    """The word lists of one language, all in normal form (see newsdiff.language.words.fold).

    `known` maps the words of a name, joined by spaces, to the name it is a form of; acronyms
    ("US", "WHO") stand in `acronyms` instead, as written, since "us" and "who" are words, and
    `abbreviations` ("Miss") are names only before a full stop.
    `longest` tells how many words the longest known name that opens with a word has, and
    `longest_title` the same of titles. `countries` are the stems of known places of one word:
    another word with such a stem is a nationality ("Russian"). `peoples` are the adjectives and
    members of nations and creeds that this misses. `heads` is the sum of the words that an
    organization's, a place's, an event's or a work's name ends in. `letters` are words in
    capitals that are no names ("VIP"). `given` are given names, `surnames` and `cities` what else
    may name a person or place: they tell what kind a name is, not where one stands.
    """

    known: dict[str, Known]
    acronyms: dict[str, Known]
    abbreviations: dict[str, Known]
    longest: dict[str, int]
    titles: frozenset[str]
    longest_title: dict[str, int]
    countries: frozenset[str]
    modifiers: frozenset[str]
    given: Container[str]
    surnames: Container[str]
    cities: Container[str]
    organizations: frozenset[str]
    places: frozenset[str]
    events: frozenset[str]
    works: frozenset[str]
    heads: frozenset[str]
    fields: frozenset[str]
    calendar: frozenset[str]
    peoples: frozenset[str]
    common: frozenset[str]
    letters: frozenset[str]
    speech: frozenset[str]


@cache
def gazetteer(language: str) -> Gazetteer:
    """Return the word lists of `language` (an ISO 639-1 code); unknown languages get empty ones."""
    known, acronyms, abbreviations = _known(language)
    titles = frozenset(phrase(line) for line in _lines(language, "titles"))
    organizations = _words(language, "organizations")
    places = _words(language, "places")
    events = _words(language, "events")
    works = _words(language, "works")
    stem = lexicon(language).stem
    return Gazetteer(
        known=known,
        acronyms=acronyms,
        abbreviations=abbreviations,
        longest=_longest(known),
        titles=titles,
        longest_title=_longest(titles),
        countries=frozenset(
            stem(form) for form, entry in known.items() if entry.type == "place" and " " not in form
        ),
        modifiers=_words(language, "modifiers"),
        given=Listed(_lines(language, "forenames"), _words(language, "given")),
        surnames=Listed(_lines(language, "surnames")),
        cities=Listed(_lines(language, "cities")),
        organizations=organizations,
        places=places,
        events=events,
        works=works,
        heads=organizations | places | events | works,
        fields=_words(language, "fields"),
        calendar=_words(language, "calendar"),
        peoples=_words(language, "peoples"),
        common=_words(language, "common"),
        letters=_words(language, "letters"),
        speech=_words(language, "speech"),
    )


def phrase(text: str) -> str:
    """Return the words of `text` in normal form, joined by spaces.

    >>> phrase("Washington, D.C.")
    'washington d.c.'
    """
    if text.isascii() and text.replace(" ", "").isalpha():
        return " ".join(text.lower().split())  # what most are, and quick
    return " ".join(fold(word) for word in WORD.findall(text))


def _known(language: str) -> tuple[dict[str, Known], dict[str, Known], dict[str, Known]]:
    """Return known names by their words, and acronyms and abbreviations as they are written."""
    known: dict[str, Known] = {}
    acronyms: dict[str, Known] = {}
    abbreviations: dict[str, Known] = {}
    for line in _lines(language, "known"):
        type_, *forms = line.split(" | ")
        entry = Known(forms[0], cast("NameType", type_))
        for form in forms:
            if form.isupper() and " " not in form:
                acronyms[form] = entry
            elif form.endswith(".") and " " not in form:
                abbreviations[form[:-1]] = entry
            else:
                known[phrase(form)] = entry
    return known, acronyms, abbreviations


def _longest(forms: dict[str, Known] | frozenset[str]) -> dict[str, int]:
    longest: dict[str, int] = {}
    for form in forms:
        words = form.split()
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return longest


def _words(language: str, name: str) -> frozenset[str]:
    """Return the words of a list, which holds them in normal form."""
    return frozenset().union(*map(str.split, _lines(language, name)))


def _lines(language: str, name: str) -> list[str]:
    return lines(f"names/{language}/{name}.txt")
