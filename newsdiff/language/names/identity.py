"""When two names are one: a key for each name, and names of several articles brought together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
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

MOST_LIKELY = 3
"""A bare surname of two people means the one who is named this many times as often. Halves of one
article, where the fuller name stands in one half only, are told apart falsely without it."""

LONGEST_NAME = 6
"""A name of more words is a list, whose ends mean nothing."""

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

    Names with one key are one. The end of a person's name ("Putin", "Suu Kyi") or its first word
    joins the person of another article who has it; where several have, the one named at least
    MOST_LIKELY times as often as any other. An acronym joins the organization whose initials it
    is, where there is only one such. Groups stand in the order of their first name; so do the names
    in each.
    """
    groups: dict[str, list[tuple[int, Name]]] = defaultdict(list)
    for number, names in enumerate(articles):
        for name in names:
            groups[name.key].append((number, name))
    fuller = _fuller_forms(groups)
    for key in list(groups):
        target = _target(groups, key, fuller)
        if target is not None:
            groups[target] = sorted([*groups[target], *groups.pop(key)], key=lambda item: item[0])
    return list(groups.values())


def fullest(group: Iterable[tuple[int, Name]]) -> Name:
    """Return the longest name of a group that bring_together() made."""
    return max((name for _, name in group), key=lambda name: (len(name.name), name.name))


def _fuller_forms(groups: Mapping[str, Sequence[tuple[int, Name]]]) -> dict[str, set[str]]:
    """Return, for each short form or acronym, the keys of the fuller names that it may mean."""
    fuller: dict[str, set[str]] = defaultdict(set)
    for key, members in groups.items():
        for _, name in members:
            words = phrase(name.name).split()
            if len(words) < 2:
                continue
            if name.type == "person":
                fuller[words[0]].add(key)
                for start in range(1, min(len(words), LONGEST_NAME)):
                    fuller[" ".join(words[start:])].add(key)
            elif name.type == "organization":
                fuller[initials(words)].add(key)
    return fuller


def _target(
    groups: Mapping[str, Sequence[tuple[int, Name]]], key: str, fuller: Mapping[str, set[str]]
) -> str | None:
    """Return the key of the fuller name that the short one of `key` means, if there is one."""
    members = groups[key]
    forms = {phrase(name.name) for _, name in members}
    if any(name.type in ("place", "event") for _, name in members) or len(forms) > 1:
        return None
    keys = [one for one in fuller.get(forms.pop(), ()) if one != key and one in groups]
    keys.sort(key=lambda one: (-_times(groups[one]), one))
    if len(keys) < 2 or _times(groups[keys[0]]) >= MOST_LIKELY * _times(groups[keys[1]]):
        return keys[0] if keys else None
    return None


def _times(members: Iterable[tuple[int, Name]]) -> int:
    return sum(len(name.mentions) for _, name in members)


@cache
def _stems(language: str) -> frozenset[str]:
    stem = lexicon(language).stem
    return frozenset(stem(word) for word in REGIONS)
