"""Plain text and Markdown, with or without front matter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsdiff.reading.draft import Draft
from newsdiff.reading.encoding import decode_document
from newsdiff.reading.frontmatter import split_front_matter
from newsdiff.reading.layout import lay_out
from newsdiff.reading.line_ends import line_ends

if TYPE_CHECKING:
    from newsdiff.reading.document import Document
    from newsdiff.reading.settings import ReadSettings


def drafts(document: Document, settings: ReadSettings) -> Iterator[Draft]:
    """Yield the article that a text file holds. Raises InputError for bytes that are no text."""
    decoded = decode_document(document, settings.encoding)
    yield draft(
        decoded.text,
        document.source,
        settings.max_sentences,
        encoding=decoded.encoding,
        guessed=("encoding",) if decoded.guessed else (),
        notes=(decoded.note,) if decoded.note else (),
    )


def draft(
    text: str,
    source: str,
    max_sentences: int | None = None,
    *,
    encoding: str | None = None,
    guessed: tuple[str, ...] = (),
    notes: tuple[str, ...] = (),
) -> Draft:
    """Return the draft of a text that may be Markdown (the name `source` decides, too) and may
    open with front matter. Raises InputError for one longer than `max_sentences`."""
    fields, body = split_front_matter(line_ends(text))
    layout = lay_out(body, source, max_sentences)
    return Draft(
        layout.text,
        layout.headings,
        encoding=encoding,
        title=fields.get("title"),
        outlet=fields.get("outlet"),
        author=fields.get("author"),
        published=fields.get("published"),
        language=fields.get("language"),
        guessed=guessed,
        notes=notes,
    )
