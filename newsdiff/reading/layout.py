"""The shape of the text: Markdown made plain, hard-wrapped lines joined.

What comes out is `Article.text`, in which all offsets count.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from newsdiff.language.paragraphs import unwrap
from newsdiff.reading.limits import check_length

SUFFIXES = (".md", ".markdown", ".mkd", ".mdown")
# What plain text hardly holds by chance: a heading, a link, words in bold; each bounded.
MARKDOWN = re.compile(
    r"(?:^|\n) {0,3}#{1,6}[ \t]+\S"
    r"|\[[^\[\]]{1,400}\]\([^()\s]{0,2000}\)"
    r"|(?<![\w*])\*\*(?=[^\s*])[^*]{1,600}(?<=[^\s*])\*\*(?![\w*])"
)


class Layout(NamedTuple):
    """A text as later rooms see it, and the offsets of the paragraphs that Markdown makes
    headings."""

    text: str
    headings: frozenset[int] = frozenset()


def lay_out(text: str, source: str, max_sentences: int | None = None) -> Layout:
    """Return `text` (newlines only) with Markdown made plain and wrapped lines joined.

    A text is Markdown if its name says so, or if it holds a heading, a link or bold type of
    Markdown's. Raises InputError for one that is plainly longer than `max_sentences`.
    """
    check_length(text, max_sentences, source)
    if not (source.lower().endswith(SUFFIXES) or MARKDOWN.search(text)):
        return Layout(unwrap(text))
    from newsdiff.reading.markdown import plain  # noqa: PLC0415  its patterns take 2 ms

    bare, headings = plain(text)
    if not bare:  # marks alone are a text of marks
        return Layout(unwrap(text))
    return Layout(unwrap(bare), headings)
