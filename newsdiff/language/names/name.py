"""Name and Mention: what the rest of newsdiff knows of a name."""

from __future__ import annotations

from typing import Literal, NamedTuple

NameType = Literal["person", "place", "organization", "event", "other"]


class Mention(NamedTuple):
    """One place where a name stands."""

    start: int
    end: int
    sentence: int


class Name(NamedTuple):
    """A name in its fullest form ("Vladimir Putin"), and every place where the article says it
    or a part of it that can mean nobody else ("Putin"). `key` is equal for the same name in
    another article. `described` are the places where the article says who it is instead ("the
    Russian president"), and can mean nobody else."""

    name: str
    key: str
    type: NameType
    mentions: tuple[Mention, ...]
    described: tuple[Mention, ...] = ()

    @property
    def places(self) -> tuple[Mention, ...]:
        """All places where the article speaks of it by name or description, in order."""
        return tuple(sorted((*self.mentions, *self.described)))
