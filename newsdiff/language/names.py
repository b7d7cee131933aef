"""Names of people, places, organizations and events, found by rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from newsdiff.article import Article

NameType = Literal["person", "place", "organization", "event", "other"]


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a name stands."""

    start: int
    end: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Name:
    """A name in its fullest form ("Vladimir Putin"), and every place where the article says it
    or a part of it that can mean nobody else ("Putin"). `key` is equal for the same name in
    another article."""

    name: str
    key: str
    type: NameType
    mentions: tuple[Mention, ...]


def find_names(article: Article) -> tuple[Name, ...]:
    """Return the names of the article's own sentences, by the place of their first mention."""
    raise NotImplementedError
