"""Bytes, files and standard input to Article; later rooms see nothing else.

What a user names (sources) is loaded (files, web) as a Document; `detect` says its format; the
format's reader makes Drafts; `finish` makes an Article of each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain, islice

from newsdiff.article import Article, Reading
from newsdiff.errors import InputError
from newsdiff.reading.detect import detect
from newsdiff.reading.document import Document
from newsdiff.reading.draft import Draft
from newsdiff.reading.files import load
from newsdiff.reading.finishing import finish
from newsdiff.reading.formats import reader
from newsdiff.reading.formats.text import draft
from newsdiff.reading.settings import MAX_BYTES, MAX_SENTENCES, ReadSettings
from newsdiff.reading.sources import is_url, named

__all__ = ["MAX_BYTES", "MAX_SENTENCES", "ReadSettings", "articles", "from_text", "read"]


def read(
    source: str,
    *,
    encoding: str | None = None,
    language: str | None = None,
    max_bytes: int = MAX_BYTES,
    max_sentences: int = MAX_SENTENCES,
) -> Article:
    """Read one article from a file, or from standard input when `source` is "-".

    "FILE#3" or "FILE#id" names one article of a file that holds several.

    Raises InputError, naming the source and the mend, when it is missing, a directory, empty,
    binary, unreadable, larger than `max_bytes`, longer than `max_sentences`, or holds several
    articles; UsageError when `encoding` or `language` is the name of none.
    """
    settings = ReadSettings(encoding, language, max_bytes, max_sentences=max_sentences)
    found = list(islice(articles(source, settings), 2))
    if len(found) > 1:
        raise InputError(f"holds several articles; name one, as in {source}#1", source)
    return found[0]


def articles(
    source: str,
    settings: ReadSettings | None = None,
    *,
    skip: Callable[[InputError], None] | None = None,
) -> Iterator[Article]:
    """Read every article that a source holds: one for most files, many for feeds and the like.

    Where a source holds several, each is named "SOURCE#1" and so on. What cannot be read of one
    that holds others is handed to `skip`, and raised without it. Raises InputError and UsageError
    as `read` does, when the source holds no article, and when none is the one selected.
    """
    settings = settings or ReadSettings()
    place, selection = named(source)
    document = _load(place, settings)
    name, why = detect(document)
    items = reader(name).drafts(document, settings)
    if selection is None:
        chosen = _numbered(items, source)
    else:
        chosen = iter([(source, _selected(items, source, place, selection))])
    found = False
    for called, item in chosen:
        try:
            if isinstance(item, InputError):
                raise InputError(item.reason, called)
            reading = Reading(name, why, item.dropped)
            notes = (*document.notes, *item.notes)
            url = item.url or document.url
            warnings = (*document.warnings, *item.warnings)
            told = replace(item, notes=notes, warnings=warnings, url=url)
            article = finish(
                told,
                called,
                language=settings.language,
                reading=reading,
                max_sentences=settings.max_sentences,
            )
        except InputError as error:
            if skip is None or called == source:
                raise
            skip(error)
        else:
            found = True
            yield article
    if not found:
        raise InputError("holds no article that can be read", source)


def from_text(text: str, source: str = "-", *, language: str | None = None) -> Article:
    """Make an article of `text` as `read` would of a file that holds it (front matter too).

    Raises InputError when no text is in it, and UsageError when `language` is no language.
    """
    return finish(draft(text, source), source, language=language)


def _load(place: str, settings: ReadSettings) -> Document:
    if is_url(place):
        from newsdiff.reading.web import get  # noqa: PLC0415  files need none of it

        return get(place, settings)
    return Document(place, load(place, settings.max_bytes))


def _numbered(
    items: Iterator[Draft | InputError], source: str
) -> Iterator[tuple[str, Draft | InputError]]:
    """Yield each item with the name that it goes by: a number of its own where there are
    several."""
    first = list(islice(items, 2))
    several = len(first) > 1
    for number, item in enumerate(chain(first, items), 1):
        yield f"{source}#{number}" if several else source, item


def _selected(
    items: Iterator[Draft | InputError], source: str, place: str, selection: str
) -> Draft | InputError:
    """Return the item of this number, from 1, else the first of this id.

    What follows the # of a URL is a place in the page where it names none of several articles.
    Raises InputError when there is none.
    """
    wanted = int(selection) if selection.isdecimal() and len(selection) < 10 else None
    same_id = None
    item = None
    number = 0
    for number, item in enumerate(items, 1):
        if number == wanted:
            return item
        if same_id is None and isinstance(item, Draft) and item.id == selection:
            same_id = item
            if wanted is None:
                break
    if same_id is not None:
        return same_id
    if item is not None and number == 1 and is_url(place):
        return item
    holds = "1 article" if number == 1 else f"{number:,} articles"
    raise InputError(f"has no such article; {place} holds {holds}", source)
