"""What stands on a page, as its reader hands it on."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Extracted:
    """What stands on a page: the blocks of its article (text, and whether it is a heading), what
    the page says of it, the words of the whole page, and the share of them that are links. `guessed` names what the page does not say
    in so many words."""

    blocks: list[tuple[str, bool]]
    page: str
    linked: float = 0.0
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None
    free: bool | None = None
    guessed: list[str] = field(default_factory=list)
