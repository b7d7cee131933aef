"""Pages that a browser saved as a single file (MHTML, RFC 2557): the page, and all that it shows,
as parts of a message."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from typing import TYPE_CHECKING

from newsdiff.errors import InputError
from newsdiff.reading.formats import html

if TYPE_CHECKING:
    from newsdiff.reading.document import Document
    from newsdiff.reading.draft import Draft
    from newsdiff.reading.settings import ReadSettings

MAX_PARTS = 1000
"""Messages within messages: saved pages have one for each frame, and Python's parser slows with the
square of how deep they nest."""


def drafts(document: Document, settings: ReadSettings) -> Iterator[Draft]:
    """Yield the article of the page. Raises InputError as for other pages, and where the file holds
    none."""
    if document.data.count(b"boundary=") > MAX_PARTS:
        raise InputError("is a page of more parts than pages have", document.source)
    try:
        parts = message_from_bytes(document.data.lstrip()).walk()
        page = next((part for part in parts if part.get_content_type() == "text/html"), None)
    except RecursionError:
        page = None
    data = page.get_payload(decode=True) if page else None
    if page is None or not isinstance(data, bytes):
        raise InputError("is a saved page without a page in it", document.source)
    url = page.get("Content-Location")
    saved = replace(
        document,
        data=data,
        media_type="text/html",
        charset=page.get_content_charset(),
        url=url if url and url.startswith(("http://", "https://")) else document.url,
    )
    yield from html.drafts(saved, settings)
