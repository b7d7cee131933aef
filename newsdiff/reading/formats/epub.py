"""EPUB: an e-book's chapters in reading order (EPUB 3.3, 4.2 container and 5 package document).

Newspapers and read-later services make one chapter of each article, so each is one of ours.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote

from newsdiff.errors import InputError
from newsdiff.reading.archive import Archive
from newsdiff.reading.draft import Draft, join
from newsdiff.reading.encoding import decode
from newsdiff.reading.markup import blocks, parse_xml

if TYPE_CHECKING:
    from newsdiff.reading.document import Document
    from newsdiff.reading.settings import ReadSettings

CONTAINER = "META-INF/container.xml"
DC = "{http://purl.org/dc/elements/1.1/}"
NOBODY = frozenset(["Unknown", "Unknown Author"])
"""What programs write where nobody named an author."""
FEW_WORDS = 25
"""Chapters with fewer words are covers, title pages and part titles, no articles."""


def drafts(document: Document, settings: ReadSettings) -> Iterator[Draft]:
    """Yield each chapter of the book; covers, title pages and tables of contents are none.

    Raises InputError for books that are damaged, encrypted, without chapters, or unpack past the
    limit.
    """
    archive = Archive(document, settings.max_bytes)
    container = parse_xml(archive.read(CONTAINER))
    rootfile = None if container is None else container.find(".//{*}rootfile")
    path = "" if rootfile is None else str(rootfile.get("full-path", ""))
    package = parse_xml(archive.read(path))
    if package is None:
        raise InputError("is no EPUB book that can be read; save it anew", document.source)
    told = {
        name: " ".join((package.findtext(f".//{DC}{name}") or "").split()) or None
        for name in ("title", "creator", "publisher", "date", "language")
    }
    items = {item.get("id"): item for item in package.iterfind(".//{*}manifest/{*}item")}
    chapters = []
    small = 0
    for reference in package.iterfind(".//{*}spine/{*}itemref"):
        item = items.get(reference.get("idref"))
        if item is None or "nav" in str(item.get("properties", "")).split():
            continue
        name = posixpath.join(posixpath.dirname(path), unquote(str(item.get("href", ""))))
        page = decode(archive.read(posixpath.normpath(name)), document.source, settings.encoding)
        text, headings = join(blocks(page.text))
        if len(text.split(maxsplit=FEW_WORDS)) < FEW_WORDS:
            small += 1
        else:
            chapters.append((name, text, headings))
    if not chapters:
        raise InputError("is an EPUB book without a chapter of text", document.source)
    for name, text, headings in chapters:
        alone = len(chapters) == 1
        yield Draft(
            text,
            headings,
            title=told["title"] if alone else None,  # else that is the book's
            outlet=told["publisher"] or (None if alone else told["title"]),
            author=None if told["creator"] in NOBODY else told["creator"],
            published=told["date"],
            language=told["language"],
            id=posixpath.basename(name),
            dropped=(f"{small} × page of few words",) if small else (),
        )
