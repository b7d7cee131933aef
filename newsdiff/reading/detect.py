"""Which format an input is in: its first bytes say so, or the server, or the name's ending."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, NamedTuple

from newsdiff.errors import InputError
from newsdiff.reading.encoding import MARKS

if TYPE_CHECKING:
    from newsdiff.reading.document import Document

HEAD = 4096
"""Bytes in which a format must show itself."""

REFUSED = (
    ("%pdf-", "a PDF document"),
    ("pk\x03\x04", "a zip archive or an office document"),
    ("\xd0\xcf\x11\xe0", "an old office document"),
    ("\x1f\x8b", "a gzip archive"),
    ("{\\rtf", "an RTF document"),
)
"""How files begin that nothing here reads, though some look like text (small letters)."""

PAGE = re.compile(
    r"<(?:!doctype html|(?:html|head|body|title|meta|script|div)[\s>])|<\?xml[^>]{0,200}>\s{0,9}<"
    r"(?:!doctype html|html[\s>])|<!--[^>]{0,1000}-->\s{0,9}<(?:!doctype html|html[\s>])"
)
"""How web pages begin (small letters)."""

MEDIA_TYPES = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
    "text/markdown": "text",
}
ENDINGS = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".shtml": "html",
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".markdown": "text",
    ".mkd": "text",
    ".mdown": "text",
}


class Detected(NamedTuple):
    """A format's name, a key of `formats.READERS`, and what told it, in a few words."""

    format: str
    why: str


def detect(document: Document) -> Detected:
    """Return the format of a document.

    Raises InputError for a document that is plainly of a kind that nothing here reads.
    """
    head = _head(document.data)
    start = head.lstrip(" \t\r\n").lower()
    for signature, kind in REFUSED:
        if start.startswith(signature):
            raise InputError(
                f"is {kind}, not text; save the article's text and give that", document.source
            )
    if PAGE.match(start):
        return Detected("html", "it begins as web pages do")
    if document.media_type in MEDIA_TYPES:
        return Detected(
            MEDIA_TYPES[document.media_type], f"the server calls it {document.media_type}"
        )
    if document.ending in ENDINGS:
        return Detected(ENDINGS[document.ending], f"its name ends in {document.ending}")
    return Detected("text", "nothing says that it is anything else")


def _head(data: bytes) -> str:
    """Return the first characters of a document, a byte a character unless a mark says more."""
    for mark, name in MARKS:
        if data.startswith(mark):
            return codecs.decode(data[len(mark) : HEAD], name, "ignore")
    return data[:HEAD].decode("latin-1")
