"""Draft: what a format's reader makes of an input, before language looks at it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from newsdiff.reading.line_ends import line_ends


@dataclass(frozen=True, slots=True)
class Draft:
    """One article as its format gives it.

    `text` is what `Article.text` will be: newlines only, a line or more for each paragraph, no
    markup. `headings` are the offsets in it at which headings start. `published` may be in any
    words; `language` a tag or a name. `guessed` names the fields that were inferred. `notes` are
    for every reader of the article, `warnings` those that nobody should miss; `dropped` tells what
    was left out ("3 running heads"), for `newsdiff read --explain`. `id` is what the input itself
    calls this article, where it holds several.
    """

    text: str
    headings: frozenset[int] = frozenset()
    encoding: str | None = None
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None
    id: str | None = None
    guessed: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()


class Block(NamedTuple):
    """A paragraph or a heading of a document, without its marks."""

    text: str
    heading: bool = False


def join(blocks: Iterable[Block]) -> tuple[str, frozenset[int]]:
    """Return the blocks as one text, parted by blank lines, and the offsets at which headings
    start in it. Blocks that hold nothing are left out."""
    parts: list[str] = []
    headings = []
    at = 0
    for block in blocks:
        bare = line_ends(block.text).strip("\n")
        if not bare.strip():
            continue
        if block.heading:
            headings.append(at + len(bare) - len(bare.lstrip()))
        parts.append(bare)
        at += len(bare) + 2
    return "\n\n".join(parts), frozenset(headings)
