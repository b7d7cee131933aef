"""Short lists of words that rules need, kept as data."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

DATA = Path(__file__).with_name("data")


@cache
def word_lists(name: str) -> Mapping[str, frozenset[str]]:
    """Return the lists of `data/<name>.txt` by their keys.

    Each line is a key and words; lines with one key add up, and those that start with # are
    comments.
    """
    lists: dict[str, frozenset[str]] = {}
    for line in DATA.joinpath(f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            key, *words = line.split()
            lists[key] = lists.get(key, frozenset()) | frozenset(words)
    return lists
