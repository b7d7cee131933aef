"""PDF: text in reading order, paragraphs put together again; see `typeset`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.util import find_spec
from typing import TYPE_CHECKING

from newsdiff.errors import InputError
from newsdiff.reading import apart
from newsdiff.reading.draft import Block, Draft, join
from newsdiff.reading.extras import missing

if TYPE_CHECKING:
    from newsdiff.reading.document import Document
    from newsdiff.reading.settings import ReadSettings

MADE = ("microsoft word", "untitled", "file:", "http")
ENDINGS = (".doc", ".docx", ".odt", ".rtf", ".pdf", ".indd", ".qxd", ".html", ".txt")
"""How titles begin and end that a program made of a file's name."""

FAULTS = {
    "locked": "is a PDF document locked with a password; save it without one",
    "damaged": "is a PDF document that is damaged; save it anew",
}


def drafts(document: Document, settings: ReadSettings) -> Iterator[Draft]:  # noqa: ARG001  all readers' shape
    """Yield the one article that a PDF document holds.

    Raises InputError for documents that are damaged, locked with a password, without text or too
    costly to read, and where pypdfium2 is not installed.
    """
    if find_spec("pypdfium2") is None:
        raise missing("pdf", "a PDF document", document.source)
    answer = apart.answer("newsdiff.reading.typeset.extraction", document.data)
    if answer is None:
        raise InputError(
            "is a PDF document that takes more to read than "
            f"{apart.SECONDS} seconds or {apart.MEGABYTES} MB; print it anew, or a part of it",
            document.source,
        )
    found = json.loads(answer)
    if "fault" in found:
        raise InputError(FAULTS[found["fault"]], document.source)
    text, headings = join(Block(*block) for block in found["blocks"])
    if not text:
        raise InputError(
            "is a PDF document of pictures without text; have its text recognized first (OCR)",
            document.source,
        )
    title = _title(found["title"] or "", text)
    author = found["author"] or None
    unread = found["unread"]
    yield Draft(
        text,
        headings,
        title=title,
        author=author,
        guessed=(*(("title",) if title else ()), *(("author",) if author else ())),
        warnings=(f"{unread} of its pages were not read",) if unread else (),
        dropped=tuple(found["dropped"]),
    )


def _title(told: str, text: str) -> str | None:
    """Return the document's title, unless a program made it of a file's name, or of the headline
    that opens the text and its own name."""
    bare = " ".join(told.split())
    made = bare.lower().startswith(MADE) or bare.lower().endswith(ENDINGS)
    first = " ".join(text[:1000].partition("\n\n")[0].split())
    return None if made or not bare or bare.startswith(first) else bare
