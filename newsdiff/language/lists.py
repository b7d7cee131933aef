"""The data files of this room: lists of words, one or several a line, # before a comment."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

DATA = Path(__file__).with_name("data")


def lines(name: str) -> list[str]:
    """Return the lines of `data/<name>` that hold something, none where there is no such file."""
    path = DATA / name
    if not path.is_file():
        return []
    found = path.read_text(encoding="utf-8").splitlines()
    return [line for line in found if line and not line.startswith("#")]


@cache
def word_lists(name: str) -> Mapping[str, frozenset[str]]:
    """Return the lists of `data/<name>.txt` by their keys.

    Each line is a key and words; lines with one key add up.
    """
    lists: dict[str, frozenset[str]] = {}
    for line in lines(f"{name}.txt"):
        key, *words = line.split()
        lists[key] = lists.get(key, frozenset()) | frozenset(words)
    return lists
