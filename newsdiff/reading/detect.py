"""Which format an input is in: its first bytes say so, or the server, or the name's ending."""

from __future__ import annotations

import codecs
import re
import zlib
from typing import TYPE_CHECKING, NamedTuple

from newsdiff.errors import InputError
from newsdiff.reading.encoding import MARKS

if TYPE_CHECKING:
    from newsdiff.reading.document import Document

HEAD = 4096
"""Bytes in which a format must show itself."""

UNREADABLE = (
    ("\xd0\xcf\x11\xe0", "an old office document"),
    ("\x1f\x8b", "a gzip archive"),
    ("{\\rtf", "an RTF document"),
)
"""How files begin that nothing here reads, though some look like text (small letters)."""

ZIP = b"PK\x03\x04"

ZIPPED = (("word/document.xml", "office"), ("META-INF/container.xml", "epub"),
          ("content.xml", "office"))  # fmt: skip
"""Files by which an archive is known as a document."""

SIGNATURES = (
    (
        "mhtml",
        "its headers say that a browser saved it",
        re.compile(
            r"From: <Saved by|(?:[A-Za-z-]{1,60}:[^\n]{0,900}\n){0,9}Snapshot-Content-Location:"
        ),
    ),
    ("pdf", "its bytes say %PDF", re.compile(r"%PDF-\d")),
    ("warc", "its bytes say WARC", re.compile(r"WARC/[01]\.")),
    ("transcript", "it begins with WEBVTT", re.compile(r"WEBVTT(?![^\s])")),
    (
        "transcript",
        "it begins with a numbered cue",
        re.compile(r"\d{1,6}[ \t]{0,9}\r?\n[ \t]{0,9}\d{1,3}:\d\d:\d\d[,.]\d{1,3}[ \t]{1,9}-->"),
    ),
    (
        "mail",
        "it begins as a mailbox does",
        re.compile(r"From [^\s]{1,200} [^\n]{0,80}\d{4}[^\n]{0,9}\n[A-Za-z-]{1,60}:"),
    ),
    (
        "records",
        "it begins as JSON records do",
        re.compile(r'(?:\[\s{0,200})?\{\s{0,200}"|\[\s*\]'),
    ),
)
"""How formats begin, white space aside."""

COMMENT = re.compile(r"<!--.*?(?:-->|$)", re.S)
ROOT = re.compile(r"<([A-Za-z][\w.:-]{0,40})")
PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?"
    r"<(?:!doctype html|(?:html|head|body|title|meta|script|div)[\s>])",
    re.I,
)
"""How web pages begin, comments aside."""
FEEDS = frozenset(["rss", "feed", "rdf:rdf"])
HEADER = re.compile(r"([A-Za-z][A-Za-z-]{0,60}):[ \t]|[ \t]+\S|([A-Za-z][A-Za-z-]{0,60}):\r?$")
MAIL_HEADERS = frozenset(["message-id", "mime-version", "received", "return-path"])
"""Headers that every message has one of, and that no article opens with."""

MEDIA_TYPES = {
    "text/html": "html", "application/xhtml+xml": "html",
    "multipart/related": "mhtml",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "office",
    "application/vnd.oasis.opendocument.text": "office",
    "application/epub+zip": "epub",
    "application/json": "records", "application/x-ndjson": "records",
    "application/jsonl": "records", "application/x-jsonlines": "records",
    "application/rss+xml": "feed", "application/atom+xml": "feed", "application/rdf+xml": "feed",
    "application/warc": "warc",
    "message/rfc822": "mail", "application/mbox": "mail",
    "text/vtt": "transcript", "application/x-subrip": "transcript",
    "text/x-rst": "rst", "text/prs.fallenstein.rst": "rst",
    "text/plain": "text", "text/markdown": "text",
}  # fmt: skip
ENDINGS = {
    ".html": "html", ".htm": "html", ".xhtml": "html", ".shtml": "html",
    ".mhtml": "mhtml", ".mht": "mhtml",
    ".pdf": "pdf", ".docx": "office", ".odt": "office", ".epub": "epub",
    ".json": "records", ".jsonl": "records", ".ndjson": "records",
    ".rss": "feed", ".atom": "feed", ".warc": "warc",
    ".eml": "mail", ".mbox": "mail", ".mbx": "mail",
    ".srt": "transcript", ".vtt": "transcript",
    ".rst": "rst", ".rest": "rst",
    ".txt": "text", ".text": "text", ".md": "text", ".markdown": "text", ".mkd": "text",
    ".mdown": "text",
}  # fmt: skip


class Detected(NamedTuple):
    """A format's name, a module of `formats`, and what told it, in a few words."""

    format: str
    why: str


def detect(document: Document) -> Detected:
    """Return the format of a document.

    Raises InputError for a document that is plainly of a kind that nothing here reads.
    """
    if document.data.startswith(ZIP):
        return _zipped(document)
    head = _head(document.data)
    return _by_bytes(head, document) or _by_name(document) or _by_default()


def _by_bytes(head: str, document: Document) -> Detected | None:
    """Return the format that a document's first characters tell, or None.

    JSON tells itself by two marks that an article may begin with, so an ending for text wins.
    """
    start = head.lstrip(" \t\r\n")
    if _packed_warc(document.data):
        return Detected("warc", "its bytes, unpacked, say WARC")
    for signature, kind in UNREADABLE:
        if start[:20].lower().startswith(signature.lower()):
            raise InputError(
                f"is {kind}, not text; save the article's text and give that", document.source
            )
    for name, why, pattern in SIGNATURES:
        if pattern.match(start) and not (
            name == "records" and ENDINGS.get(document.ending) == "text"
        ):
            return Detected(name, why)
    if start.startswith("<"):
        start = COMMENT.sub("", start)
        if PAGE.match(start):
            return Detected("html", "it begins as web pages do")
        root = ROOT.search(start)
        if root and root.group(1).lower() in FEEDS:
            return Detected("feed", f"its first element is <{root.group(1)}>")
    if _is_mail(start):
        return Detected("mail", "it begins with the headers of a message")
    return None


def _by_name(document: Document) -> Detected | None:
    """Return the format that the server tells, or else the name's ending, or None."""
    if document.media_type in MEDIA_TYPES:
        why = f"the server calls it {document.media_type}"
        return Detected(MEDIA_TYPES[document.media_type], why)
    if document.ending in ENDINGS:
        return Detected(ENDINGS[document.ending], f"its name ends in {document.ending}")
    return None


def _by_default() -> Detected:
    return Detected("text", "nothing says that it is anything else")


def _zipped(document: Document) -> Detected:
    from newsdiff.reading.archive import Archive  # noqa: PLC0415  a text is no archive

    names = Archive(document, 0).names
    for name, form in ZIPPED:
        if name in names:
            return Detected(form, f"it is an archive that holds {name}")
    raise InputError(
        "is a zip archive that holds no .docx, .odt or EPUB document; unpack it first",
        document.source,
    )


def _packed_warc(data: bytes) -> bool:
    """Return whether these bytes are a gzip archive whose content is a WARC."""
    if not data.startswith(b"\x1f\x8b"):
        return False
    try:
        return zlib.decompressobj(31).decompress(data[:HEAD], 5) == b"WARC/"
    except zlib.error:
        return False


def _is_mail(start: str) -> bool:
    """Return whether a text begins with the headers of an e-mail message (RFC 5322)."""
    names = set()
    for line in start.split("\n"):
        match = HEADER.match(line)
        if match is None:
            break
        names.add((match.group(1) or match.group(2) or "").lower())
    return bool(names & MAIL_HEADERS) and len(names) > 2


def _head(data: bytes) -> str:
    """Return the first characters of a document, a byte a character unless a mark says more."""
    for mark, name in MARKS:
        if data.startswith(mark):
            return codecs.decode(data[len(mark) : HEAD], name, "ignore")
    return data[:HEAD].decode("latin-1")
