"""Newsletters and other e-mail: a message (.eml) or a mailbox of them (mbox)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.errors import HeaderParseError, MessageError
from email.header import decode_header, make_header
from email.utils import parseaddr
from typing import TYPE_CHECKING

from newsdiff.errors import InputError, UsageError
from newsdiff.reading.draft import Draft, join
from newsdiff.reading.encoding import decode
from newsdiff.reading.layout import lay_out
from newsdiff.reading.line_ends import line_ends
from newsdiff.reading.markup import blocks

if TYPE_CHECKING:
    from email.message import Message

    from newsdiff.reading.document import Document
    from newsdiff.reading.settings import ReadSettings

POSTMARK = re.compile(
    rb"(?:\A|\n\r?\n)From [^\s]{1,200} [^\n]{0,80}\d{4}[^\n]{0,9}\n(?=[A-Za-z-]{1,60}:)"
)
"""The line that begins a message in a mailbox (RFC 4155)."""
SIGNATURE = re.compile(r"(?:\A|\n)-- ?\n")
STUFFED = re.compile(rb"(?m)^>(>*From )")
MAX_PARTS = 1000
"""Parts that a message may have: Python's parser slows with the square of how deep they nest."""


def drafts(document: Document, settings: ReadSettings) -> Iterator[Draft | InputError]:
    """Yield each message, and an error for each without a text.

    HTML goes before plain text, which newsletters often leave empty or fill with addresses.
    """
    starts = [match.end() for match in POSTMARK.finditer(document.data)]
    marks = [match.start() for match in POSTMARK.finditer(document.data)]
    if not starts or marks[0] > 0:
        yield _draft(document.data, document.source, settings)
        return
    for start, end in zip(starts, [*marks[1:], len(document.data)], strict=True):
        message = STUFFED.sub(rb"\1", document.data[start:end])
        yield _draft(message, document.source, settings)


def _draft(data: bytes, source: str, settings: ReadSettings) -> Draft | InputError:
    if data.count(b"boundary=") > MAX_PARTS:
        return InputError("is a message of more parts than mail has; it is not read")
    try:
        message = message_from_bytes(data.lstrip(b"\r\n"))
        parts = [part for part in message.walk() if not part.is_multipart()]
    except RecursionError:
        return InputError("is a message whose parts are nested too deep; it is not read")
    shown = [part for part in parts if part.get_content_disposition() != "attachment"]
    for kind in ("text/html", "text/plain"):
        for part in shown:
            if part.get_content_type() != kind:
                continue
            try:
                text, headings, dropped = _body(part, kind, source, settings)
            except InputError as error:
                return error
            if text.strip():
                others = len(parts) - len(shown)
                attached = (f"{others} × attachment",) if others else ()
                return _with_headers(message, Draft(text, headings, dropped=(*dropped, *attached)))
    return InputError("is a message without text")


def _body(
    part: Message, kind: str, source: str, settings: ReadSettings
) -> tuple[str, frozenset[int], tuple[str, ...]]:
    """Return a part's text, its headings, and what was left out of it."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    try:
        decoded = decode(data, source, settings.encoding or part.get_content_charset())
    except (InputError, UsageError):  # what a message says of its charset may be wrong
        try:
            decoded = decode(data, source)
        except InputError:
            return "", frozenset(), ()
    if kind == "text/html":
        text, headings = join(blocks(decoded.text))
        return text, headings, ()
    body = line_ends(decoded.text)
    signature = SIGNATURE.search(body)
    layout = lay_out(
        body[: signature.start()] if signature else body, source, settings.max_sentences
    )
    return layout.text, layout.headings, ("signature",) if signature else ()


def _with_headers(message: Message, draft: Draft) -> Draft:
    """Return the draft with what the headers say. Who writes to a list is an outlet."""
    name, address = parseaddr(_header(message, "From"))
    sender = name or address or None
    listed = "List-Unsubscribe" in message or "List-Id" in message
    return replace(
        draft,
        title=_header(message, "Subject") or None,
        outlet=sender if listed else None,
        author=None if listed else sender,
        published=_header(message, "Date") or None,
        id=_header(message, "Message-ID").strip("<>") or None,
        guessed=("outlet",) if listed and sender else (),
    )


def _header(message: Message, name: str) -> str:
    """Return a header as it reads, RFC 2047's encoded words decoded where they can be."""
    raw = message.get(name)
    if raw is None:
        return ""
    try:
        return str(make_header(decode_header(str(raw))))
    except (HeaderParseError, LookupError, MessageError, ValueError):
        return str(raw)
