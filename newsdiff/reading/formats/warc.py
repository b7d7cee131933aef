"""WARC, the archives of web crawlers and of "save page" tools (ISO 28500): the pages in them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from newsdiff.errors import InputError
from newsdiff.reading.detect import detect
from newsdiff.reading.document import Document
from newsdiff.reading.draft import Draft
from newsdiff.reading.extras import missing
from newsdiff.reading.formats import reader

if TYPE_CHECKING:
    from newsdiff.reading.settings import ReadSettings

READ = frozenset(["text/html", "application/xhtml+xml", "text/plain", "application/pdf"])
"""Media types of what is an article; style sheets, scripts and pictures are not."""

DAMAGED = (OSError, ValueError, EOFError, RuntimeError)
"""What fastwarc raises for archives that are cut or are none."""


def drafts(document: Document, settings: ReadSettings) -> Iterator[Draft | InputError]:
    """Yield the articles of the pages that an archive holds, and an error for each page that
    cannot be read.

    Raises InputError for an archive without pages or that is damaged before the first of them, and
    where fastwarc is not installed.
    """
    try:
        from fastwarc import warc  # noqa: PLC0415  an extra
    except ImportError:
        raise missing("warc", "a web archive (WARC)", document.source) from None
    pages = others = 0
    left = settings.max_bytes
    try:
        for record in warc.ArchiveIterator(
            io.BytesIO(document.data),
            record_types=warc.WarcRecordType.response | warc.WarcRecordType.resource,
            auto_decode="all",
        ):
            media_type = _media_type(record)
            status = record.http_headers.status_code if record.http_headers else 200
            if media_type not in READ or status != 200:
                others += 1
                continue
            data = record.reader.read(left + 1)
            left -= len(data)
            if left < 0:
                yield InputError(
                    f"unpacks to more than {settings.max_bytes:,} bytes; the rest is not read "
                    "(--max-bytes raises the limit)"
                )
                return
            pages += 1
            yield from _page(record, data, media_type, document.source, settings)
    except DAMAGED:
        error = InputError("is a web archive that is cut or damaged", document.source)
        if not pages:
            raise error from None
        yield error
    if not pages:
        raise InputError(
            f"is a web archive without pages of text ({others} other records)", document.source
        )


def _page(
    record: Any,  # noqa: ANN401  fastwarc has no types
    data: bytes,
    media_type: str,
    source: str,
    settings: ReadSettings,
) -> Iterator[Draft | InputError]:
    """Yield what one page holds."""
    url = record.headers.get("WARC-Target-URI", "").strip("<>") or None
    page = Document(source, data, media_type, record.http_charset, url)
    try:
        for item in reader(detect(page).format).drafts(page, settings):
            if isinstance(item, Draft):
                yield replace(item, url=item.url or url, id=url)
            else:
                yield item
    except InputError as error:
        yield error


def _media_type(record: Any) -> str:  # noqa: ANN401  fastwarc has no types
    told = record.http_content_type or record.headers.get("Content-Type", "")
    return str(told).partition(";")[0].strip().lower()
