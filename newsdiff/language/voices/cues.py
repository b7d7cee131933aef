"""The words of speech of one language: `data/voices/<language>.txt` says what each list is for."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from newsdiff.language.lists import word_lists

if TYPE_CHECKING:
    from collections.abc import Mapping

CUES = ("say", "show", "tell", "going", "promise", "object")
"""The lists whose words may lead to a speech; together they are the list "cue", and with all other
words that a claim may hang on the list "claim"."""


@cache
def cue_lists(language: str) -> Mapping[str, frozenset[str]]:
    """Return the lists of `language` (an ISO 639-1 code) by their keys.

    A language without lists gets empty ones: of it, only quotations are found.
    """
    lists: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    lists.update(word_lists(f"voices/{language}"))
    lists["cue"] = frozenset().union(*(lists[key] for key in CUES))
    lists["claim"] = lists["cue"] | lists["noun"] | {"according"}
    return lists
