"""URLs to Documents: fetched over HTTP, or out of the cache of what was fetched before."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newsdiff.errors import InputError
from newsdiff.reading.document import Document
from newsdiff.reading.extras import missing
from newsdiff.reading.web import cache

if TYPE_CHECKING:
    from newsdiff.reading.settings import ReadSettings
    from newsdiff.reading.web.fetch import Answer

FRESH = 600.0
"""Seconds for which a copy is taken for the page itself: comparing again is instant. After that
the server is asked whether the page has changed."""


def get(url: str, settings: ReadSettings) -> Document:
    """Return what stands at a URL.

    A fresh copy in the cache is taken as it is, an older one if the server says that it is still
    right, or cannot be reached; then a note says how old it is. Raises InputError as `fetch` does,
    and when nothing stands there.
    """
    try:
        from newsdiff.reading.web import fetch  # noqa: PLC0415  only URLs need urllib3

        place = cache.folder() if settings.cache else None
    except ModuleNotFoundError:
        raise missing("web", "on the web", url) from None
    kept = cache.load(place, url, settings.max_bytes) if place else None
    if kept and 0 <= time.time() - kept.fetched < FRESH:
        return _document(url, kept, notes=(f"read from the cache, fetched {_when(kept)}",))
    try:
        answer = fetch.fetch(
            url,
            max_bytes=settings.max_bytes,
            private=settings.private,
            validators=_validators(kept),
        )
    except fetch.UnreachableError:
        if kept is None:
            raise
        old = f"its server cannot be reached; read as it was fetched on {_when(kept)}"
        return _document(url, kept, warnings=(old,))
    copy = _copy(answer, kept)
    if not copy.data.strip():
        raise InputError("is empty: its server sends no text; check the address", url)
    if place and answer.keep:
        cache.store(place, url, copy)
    return _document(url, copy)


def _validators(kept: cache.Copy | None) -> dict[str, dict[str, str]]:
    """Return the headers that ask for a page only if it is another than the copy, by its URL."""
    if kept is None:
        return {}
    told = {"If-None-Match": kept.etag, "If-Modified-Since": kept.last_modified}
    return {kept.url: {name: value for name, value in told.items() if value}}


def _copy(answer: Answer, kept: cache.Copy | None) -> cache.Copy:
    if answer.data is None and kept is not None:
        return replace(kept, fetched=time.time())
    return cache.Copy(
        url=answer.url,
        data=answer.data or b"",
        media_type=answer.media_type,
        charset=answer.charset,
        etag=answer.etag,
        last_modified=answer.last_modified,
        fetched=time.time(),
    )


def _document(
    url: str, copy: cache.Copy, *, notes: tuple[str, ...] = (), warnings: tuple[str, ...] = ()
) -> Document:
    return Document(
        source=url,
        data=copy.data,
        media_type=copy.media_type,
        charset=copy.charset,
        url=copy.url,
        notes=notes,
        warnings=warnings,
    )


def _when(copy: cache.Copy) -> str:
    return f"{datetime.fromtimestamp(copy.fetched, UTC):%Y-%m-%d %H:%M} UTC"
