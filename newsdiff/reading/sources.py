"""What a user names: a file, standard input, a URL, or one article of several ("FILE#3")."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

STDIN = "-"
SCHEMES = ("http://", "https://")


class Named(NamedTuple):
    """A place to read from, and which of its articles is meant: a number from 1, an id, or None
    for all of them."""

    place: str
    selection: str | None = None


def is_url(place: str) -> bool:
    """Return whether this names a page on the web."""
    return place.lower().startswith(SCHEMES)


def named(source: str) -> Named:
    """Return the place and the selection that `source` names.

    A file whose own name holds the # wins. An id may hold a # too, so the first place that exists
    counts; where none does, the whole name is meant, and reading it will say that it is missing.
    """
    if "#" not in source or _exists(source):
        return Named(source)
    if is_url(source):
        place, _, selection = source.partition("#")
        return Named(place, selection or None)
    at = source.find("#")
    while at >= 0:
        place, selection = source[:at], source[at + 1 :]
        if selection and (place == STDIN or _exists(place)):
            return Named(place, selection)
        at = source.find("#", at + 1)
    return Named(source)


def _exists(place: str) -> bool:
    try:
        return place != "" and Path(place).exists()
    except (OSError, ValueError):  # too long, or with a NUL in it
        return False
