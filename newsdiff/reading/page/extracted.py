"""What stands on a page, as its reader hands it on."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Extracted:
    """What stands on a page.

    `blocks` are those of its article: text, and whether it is a heading. `page` holds all words of
    the page, `linked` the share of them that are links. `free` is False where the page says that
    not everybody may read the article, `guessed` names what the page does not say in so many words.
    """

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
