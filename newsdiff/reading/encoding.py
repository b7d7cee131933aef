"""Bytes to characters: by the byte order mark, the pattern of NULs, UTF-8, or a guess.

In this order: a byte order mark says the encoding; UTF-16 and UTF-32 without one show by where
their NULs stand; other bytes with NULs are binary (git's rule: one in the first 8000 bytes); what
decodes as UTF-8 is UTF-8; and only the rest is guessed, by chardet (369 of 375 files right) and at
last as cp1252, in which nearly every byte is a character.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, NamedTuple

from newsdiff.errors import InputError, UsageError

if TYPE_CHECKING:
    from newsdiff.reading.document import Document

HEAD = 8000
"""Bytes in which git looks for a NUL before it calls a file binary (buffer_is_binary)."""

MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is the start of this one
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")

PLAIN_SHARE = 0.7
"""Text without a mark is UTF-16 or UTF-32 where more than this share of it is letters and spaces:
prose has .9 and more, tables of numbers that happen to be read as characters far less."""

SAMPLE = 50_000
"""Bytes that chardet sees: from just before the first that is not ASCII."""

FEW = 20
"""UTF-8 with one broken sequence in so many good ones is UTF-8 with damage: text in another
encoding hardly ever forms a good sequence by chance."""

ON_THE_WEB = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "x-sjis": "cp932",
    "x-gbk": "gb18030",
}
"""What browsers take a charset for (encoding.spec.whatwg.org), by Python's name or the web's."""

LAST_RESORT = "cp1252"
NOT_ASCII = re.compile(rb"[\x80-\xff]")


class Decoded(NamedTuple):
    """Text, the codec that gave it (Python's name for it), whether that was a guess, and a note
    for the reader, or None."""

    text: str
    encoding: str
    guessed: bool = False
    note: str | None = None


def decode(data: bytes, source: str, encoding: str | None = None) -> Decoded:
    """Return the text of `data`, read with `encoding` where it is given.

    Raises UsageError for an encoding that Python does not know, and InputError for bytes that are
    not text in it, or are binary.
    """
    if encoding is not None:
        return _as_told(data, source, encoding)
    for mark, name in MARKS:
        if data.startswith(mark):
            return _marked(data.removeprefix(mark), name)
    if b"\0" in data[:HEAD]:
        wide = _wide(data)
        if wide is None:
            raise InputError("is binary, not text; save the article's text and give that", source)
        return wide
    return _utf_8(data) or _guess(data)


def decode_document(
    document: Document, encoding: str | None, declared: str | None = None
) -> Decoded:
    """Return the text of a document: in `encoding` where the user named one.

    Else servers and pages (`declared` is what a page says of itself) are often wrong: a byte order
    mark and UTF-8 beyond ASCII are surer than what they tell, which is tried before a guess. Raises
    as `decode` does.
    """
    data = document.data
    if encoding is None and not any(data.startswith(mark) for mark, _ in MARKS):
        utf_8 = _utf_8(data)
        for name in () if utf_8 and not utf_8.text.isascii() else (document.charset, declared):
            found = _as_declared(data, name) if name else None
            if found:
                return found
    return decode(data, document.source, encoding)


def _as_declared(data: bytes, name: str) -> Decoded | None:
    """Return the text in a charset by its name on the web, or None where the bytes are not."""
    try:
        named = codecs.lookup(ON_THE_WEB.get(name.lower(), name)).name
        codec = ON_THE_WEB.get(named, named)
        # UTF-16 shows by its NULs; the others are Python's own, and no page is written in them.
        if codec.startswith(("utf-16", "utf-32", "utf-7", "unicode", "raw", "idna", "punycode")):
            return None
        return Decoded(data.decode(codec), codec)
    except (LookupError, ValueError):
        return None


def _as_told(data: bytes, source: str, encoding: str) -> Decoded:
    try:
        name = codecs.lookup(encoding).name
        return Decoded(data.decode(name), name)
    except UnicodeError:
        raise InputError(
            f"is not text in the encoding {encoding}; leave the encoding out to have it guessed",
            source,
        ) from None
    except (LookupError, ValueError):  # unknown, or a codec for something else than text
        raise UsageError(
            f"unknown encoding {encoding!r}; name one such as utf-8, cp1252 or utf-16"
        ) from None


def _marked(data: bytes, name: str) -> Decoded:
    """Decode bytes whose encoding a byte order mark told, damaged places and all."""
    text = data.decode(name, "replace")
    return Decoded(text, name, note=_damage(text.count("\ufffd"), name))


def _wide(data: bytes) -> Decoded | None:
    """Return the text of UTF-16 or UTF-32 without a mark, or None if the bytes are neither."""
    for name in WIDE:
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        head = text[:HEAD]
        # Read in the wrong order, spaces and line breaks become other characters.
        ordered = " " in head or "\n" in head or head.isascii()
        plain = sum(char.isspace() or char.isalpha() for char in head)
        if ordered and "\0" not in head and plain > PLAIN_SHARE * len(head):
            return Decoded(text, name, True, f"read as {name}, by where its NULs stand")
    return None


def _utf_8(data: bytes) -> Decoded | None:
    """Return the text of UTF-8, or of UTF-8 with a little damage, or None."""
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        # A file that was cut ends inside a character.
        cut = error.start >= len(data) - 3
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(char > "\x7f" for char in text) - bad
    if good >= FEW * bad or (cut and bad == 1 and good > 0):
        return Decoded(text, "utf-8", note=_damage(bad, "utf-8"))
    return None


def _guess(data: bytes) -> Decoded:
    """Return the text in the encoding that chardet finds, or in the last resort."""
    import chardet  # noqa: PLC0415  90 ms that only texts in unknown encodings need

    beyond = NOT_ASCII.search(data)
    first = beyond.start() if beyond else 0
    start = max(0, first - SAMPLE // 10)
    found = chardet.detect(data[start : start + SAMPLE])["encoding"]
    try:
        name = codecs.lookup(found or LAST_RESORT).name
        # On the web, and so in what is saved from it, Latin-1 means cp1252.
        name = LAST_RESORT if name == "iso8859-1" else name
        text = data.decode(name)
    except (LookupError, ValueError):
        name = LAST_RESORT
        text = data.decode(name, "replace")
    return Decoded(text, name, True, f"encoding guessed: {name} (--encoding names another)")


def _damage(count: int, name: str) -> str | None:
    if not count:
        return None
    places = "place is" if count == 1 else "places are"
    return f"{count} {places} not {name} and read as \ufffd"
