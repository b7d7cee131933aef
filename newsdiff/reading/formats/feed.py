"""RSS and Atom feeds: an article for each entry, as far as the feed gives it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from newsdiff.errors import InputError
from newsdiff.reading.draft import Draft
from newsdiff.reading.extras import missing
from newsdiff.reading.markup import prose

if TYPE_CHECKING:
    from newsdiff.reading.document import Document
    from newsdiff.reading.settings import ReadSettings

MAX_ENTRIES = 20_000
"""More than any feed has; each costs feedparser a part of a millisecond."""
ENTRY = re.compile(rb"<(?:item|entry)[\s/>]")


def drafts(document: Document, settings: ReadSettings) -> Iterator[Draft | InputError]:
    """Yield an article for each entry: its full text where the feed gives it, else its summary,
    else its title.

    Raises InputError for a feed without entries, and where feedparser is not installed.
    """
    try:
        import feedparser  # noqa: PLC0415  an extra, and 100 ms
    except ImportError:
        raise missing("feeds", "a feed", document.source) from None
    if sum(1 for _ in ENTRY.finditer(document.data)) > MAX_ENTRIES:
        raise InputError(
            f"is a feed of more than {MAX_ENTRIES:,} entries; give a part of it", document.source
        )
    charset = settings.encoding or document.charset
    headers = {"content-type": f"{document.media_type or 'application/xml'}; charset={charset}"}
    # A stream, as feedparser would take bytes that look like an address for one, and fetch it.
    try:
        found = feedparser.parse(
            io.BytesIO(document.data),
            response_headers=headers if charset else None,
            resolve_relative_uris=False,
            sanitize_html=False,  # only text is taken
        )
    except Exception:  # its parser for broken feeds fails in many ways
        raise InputError("is a feed that is damaged; fetch it anew", document.source) from None
    if not found.entries:
        raise InputError("is a feed without entries that can be read", document.source)
    for entry in found.entries:
        try:
            yield _draft(entry, found, document.source, settings.max_sentences)
        except InputError as error:
            yield error


def _draft(entry: Any, found: Any, source: str, most: int) -> Draft:  # noqa: ANN401  feedparser has no types
    title = _plain(entry.get("title"), source)
    bodies = [part.get("value") or "" for part in entry.get("content", [])]
    full = max(bodies, key=len, default="")
    summary = entry.get("summary") or ""
    text, headings = prose(full if len(full) >= len(summary) else summary, source, most)
    notes = () if text.strip() else ("the feed gives the title alone",)
    return Draft(
        text if text.strip() else title or "",
        headings,
        encoding=found.get("encoding"),
        title=title,
        outlet=_plain(entry.get("source", {}).get("title") or found.feed.get("title"), source),
        author=entry.get("author") or found.feed.get("author"),
        published=entry.get("published") or entry.get("updated"),
        language=found.feed.get("language"),
        url=entry.get("link"),
        id=entry.get("id") or entry.get("link"),
        notes=notes,
    )


def _plain(text: str | None, source: str) -> str | None:
    return " ".join(prose(text, source, None)[0].split()) or None if text else None
