"""Web pages: saved ones, those that a pipe brings, and those fetched from a URL."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib.util import find_spec
from typing import TYPE_CHECKING

from newsdiff.errors import InputError
from newsdiff.language.identify import guess
from newsdiff.reading import apart
from newsdiff.reading.draft import Block, Draft, join
from newsdiff.reading.encoding import decode_document
from newsdiff.reading.extras import missing
from newsdiff.reading.page.absence import no_article, words
from newsdiff.reading.page.extracted import Extracted
from newsdiff.reading.page.plain import plain

if TYPE_CHECKING:
    from newsdiff.reading.document import Document
    from newsdiff.reading.settings import ReadSettings

SECONDS = 4
"""Seconds of a processor for one page. Most take a twentieth of one, and the start a third."""
HEAD = 8000
"""Bytes in which a page names its charset: browsers look at 1024 and read on if they must."""
CHARSET = re.compile(
    rb"<(?:meta[^>]{1,200}?charset|\?xml[^>]{1,100}?encoding)\s{0,9}=\s{0,9}[\"']?([\w.:-]{1,40})",
    re.IGNORECASE,
)
PLAIN = (
    "too large or too tangled to tell the article from the rest of the page; "
    "all its paragraphs were taken"
)
NOT_FREE = "the page says that the article is not free: this may be its opening only"


def drafts(document: Document, settings: ReadSettings) -> Iterator[Draft]:
    """Yield the article of a page.

    Raises InputError where there is none on it (a paywall, a consent or error page), and where the
    extra `web` is missing.
    """
    if find_spec("trafilatura") is None:
        raise missing("web", "a web page", document.source)
    decoded = decode_document(document, settings.encoding, _charset(document.data))
    warnings = []
    found = _extracted(decoded.text, document.url)
    if found is None:
        warnings.append(PLAIN)
        found = plain(decoded.text)
    reason = no_article(found)
    if reason:
        raise InputError(reason, document.source)
    if found.free is False:
        warnings.append(NOT_FREE)
    text, headings = join(Block(*block) for block in found.blocks)
    yield Draft(
        text,
        headings,
        encoding=decoded.encoding,
        title=found.title,
        outlet=found.outlet,
        author=found.author,
        published=found.published,
        language=_language(text, found),
        url=found.url,
        guessed=(*found.guessed, *(["encoding"] if decoded.guessed else [])),
        notes=(decoded.note,) if decoded.note else (),
        warnings=tuple(warnings),
        dropped=_dropped(text, found),
    )


def _extracted(html: str, url: str | None) -> Extracted | None:
    """Return what stands on a page, or None where that came to no end or a library failed."""
    data = f"{json.dumps(url)}\n{html}".encode("utf-8", "replace")
    found = apart.answer("newsdiff.reading.page.extraction", data, seconds=SECONDS)
    return None if found is None else Extracted(**json.loads(found))


def _charset(data: bytes) -> str | None:
    """Return the charset that a page names in itself."""
    match = CHARSET.search(data[:HEAD])
    return match.group(1).decode("ascii") if match else None


def _language(text: str, found: Extracted) -> str | None:
    """Return the language that the page names, where the text itself does not show it: templates
    often name another one."""
    _, certain = guess(text)
    return None if certain else found.language


def _dropped(text: str, found: Extracted) -> tuple[str, ...]:
    rest = words(found.page) - words(text)
    return (f"{rest:,} words around the article",) if rest > 0 else ()
