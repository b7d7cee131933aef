"""When two names are one: a key for each name, and names of several articles brought together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from newsdiff.language.names.gazetteer import gazetteer, phrase
from newsdiff.language.words import WORD, fold, lexicon

if TYPE_CHECKING:
    from newsdiff.language.names.name import Name, NameType

ADDED = frozenset((
    "the", "inc", "corp", "corporation", "co", "company", "ltd", "limited", "llc", "plc", "jr",
    "sr",
))  # fmt: skip
"""Words that a name may have in one article and lack in the other."""

REGIONS = frozenset(("province", "prefecture", "oblast", "region"))
"""The same at the end of a place's name ("Heilongjiang Province")."""

LEADING_NUMBER = re.compile(r"\A\d{1,4}(?:st|nd|rd|th)? ")


def name_key(name: str, type_: NameType, language: str) -> str:
    """Return what is equal for every wording of a name.

    Case, accents, articles, "Inc.", numbers before an event, middle names of people and the order
    of a pair ("China-Russia Expo") make no difference; nor does another usual name for the same.

    >>> name_key("Russia-China EXPO", "event", "en") == name_key("China-Russia Expo", "event", "en")
    True
    >>> name_key("U.S.", "place", "en") == name_key("United States", "place", "en")
    True
    """
    if type_ != "person":
        name = canonical(name, language)
    stem = lexicon(language).stem
    words: list[str] = []
    for chunk in LEADING_NUMBER.sub("", name).replace("–", "-").split():
        folded = (fold(word) for word in WORD.findall(chunk))
        # "Afghans" has the stem of "Afghanistan", and is somebody else
        parts = [word if type_ == "person" else stem(word) for word in folded if word not in ADDED]
        words.extend(sorted(parts) if "-" in chunk else parts)
    if type_ == "place" and len(words) > 1 and words[-1] in _stems(language):
        del words[-1]
    if type_ == "person" and len(words) > 2:
        words = [words[0], words[-1]]
    return " ".join(words) or name.casefold()


def canonical(name: str, language: str) -> str:
    """Return the form of a well-known name that stands for all its other forms."""
    lists = gazetteer(language)
    known = lists.acronyms.get(name) or lists.known.get(phrase(name))
    return known.name if known else name


def initials(words: Iterable[str]) -> str:
    """Return the initials of a name's words, small words left out ("World Bank" → "wb")."""
    return "".join(word[0] for word in words if word not in ("of", "the", "for", "and", "on"))


def bring_together(articles: Sequence[Sequence[Name]]) -> list[list[tuple[int, Name]]]:
    """Return the names of several articles, those that are one grouped, as (article, name).

    Names with one key are one. A single word ("Putin") joins the person of another article whose
    name ends or begins with it, an acronym the organization whose initials it is, where there is
    only one such. Groups stand in the order of their first name; so do the names in each.
    """
    groups: dict[str, list[tuple[int, Name]]] = defaultdict(list)
    for number, names in enumerate(articles):
        for name in names:
            groups[name.key].append((number, name))
    fuller = _fuller_forms(groups)
    for key in [key for key in groups if " " not in key]:
        target = _target(groups[key], key, fuller)
        if target is not None:
            groups[target] = sorted([*groups[target], *groups.pop(key)], key=lambda item: item[0])
    return list(groups.values())


def _fuller_forms(groups: dict[str, list[tuple[int, Name]]]) -> dict[str, set[str]]:
    """Return, for each word or acronym, the keys of the fuller names that it may stand for."""
    fuller: dict[str, set[str]] = defaultdict(set)
    for key, members in groups.items():
        words = key.split()
        if len(words) < 2:
            continue
        if any(name.type == "person" for _, name in members):
            fuller[words[-1]].add(key)
            fuller[words[0]].add(key)
        elif any(name.type == "organization" for _, name in members):
            for _, name in members:
                fuller[initials(phrase(name.name).split())].add(key)
    return fuller


def _target(members: list[tuple[int, Name]], key: str, fuller: dict[str, set[str]]) -> str | None:
    if any(name.type in ("place", "event") for _, name in members):
        return None
    keys = fuller.get(key, set()).union(*(fuller.get(fold(name.name), ()) for _, name in members))
    return next(iter(keys)) if len(keys) == 1 else None


@cache
def _stems(language: str) -> frozenset[str]:
    stem = lexicon(language).stem
    return frozenset(stem(word) for word in REGIONS)
