"""Draft to Article: the one place where language, sentences and a headline are found."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newsdiff.article import Article
from newsdiff.errors import InputError, UsageError
from newsdiff.language.identify import guess
from newsdiff.language.sentences import split
from newsdiff.reading.frontmatter import iso_date
from newsdiff.reading.limits import check_length, too_long
from newsdiff.reading.line_ends import line_ends

if TYPE_CHECKING:
    from newsdiff.article import Reading, Sentence
    from newsdiff.reading.draft import Draft

SUBDOMAIN = re.compile(r"^(?:www\d?|m|amp|mobile)\.(?=[^.]+\.)")
LANGUAGE_TAG = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]{1,8}){0,3}")


def finish(
    draft: Draft,
    source: str,
    *,
    language: str | None = None,
    reading: Reading | None = None,
    max_sentences: int | None = None,
) -> Article:
    """Return the article that a draft holds; `language`, where given, goes before the draft's.

    Raises InputError when no text is in it or more than `max_sentences`, and UsageError when
    `language` is no language.
    """
    if language is not None and language_code(language) is None:
        raise UsageError(f"unknown language {language!r}; name its code, such as en or de")
    if not draft.text.strip():
        raise InputError("is empty; give a file that holds an article's text", source)
    guessed, notes = list(draft.guessed), list(draft.notes)

    told = language or draft.language
    code = language_code(told) if told else None
    if code is None:
        code, certain = guess(draft.text)
        guessed.append("language")
        if not certain:
            notes.append(f"language not certain, read as {code} (--language names another)")
    check_length(draft.text, max_sentences, source)
    sentences = split(draft.text, code, draft.headings)
    if max_sentences is not None and len(sentences) > max_sentences:
        raise too_long(max_sentences, source)
    title = _field(draft.title)
    if title is None:
        title = _headline(draft.text, sentences)
        guessed += ["title"] if title else []
    outlet = _field(draft.outlet)
    if outlet is None:
        outlet = domain(draft.url)
        guessed += ["outlet"] if outlet else []
    published = _field(draft.published)
    return Article(
        source=source,
        text=draft.text,
        sentences=sentences,
        title=title,
        outlet=outlet,
        author=_field(draft.author),
        published=published and iso_date(published),
        language=code,
        encoding=draft.encoding,
        url=_field(draft.url),
        id=_field(draft.id),
        guessed=tuple(sorted(guessed)),
        notes=(*notes, *draft.warnings),
        warnings=draft.warnings,
        reading=reading,
    )


def language_code(name: str) -> str | None:
    """Return the code that a language's tag or English name stands for, or None.

    >>> language_code("en-GB"), language_code("German"), language_code("?")
    ('en', 'de', None)
    """
    folded = name.strip().casefold()
    if match := LANGUAGE_TAG.fullmatch(folded):
        return match.group(1)
    from newsdiff.language.words import LANGUAGES  # noqa: PLC0415  rarely asked for, 4 ms

    return next((code for code, known in LANGUAGES.items() if known == folded), None)


def domain(url: str | None) -> str | None:
    """Return the host of an address as people name a site.

    >>> domain("https://www.courier.example:8080/islands"), domain("about:blank")
    ('courier.example', None)
    """
    try:
        host = urlsplit(url or "").hostname
    except ValueError:  # an address in brackets that is none
        return None
    return SUBDOMAIN.sub("", host) if host else None


def _field(value: str | None) -> str | None:
    """Return what an input says of its article as one line, or None where that is nothing."""
    return " ".join(line_ends(value).split()) or None if value else None


def _headline(text: str, sentences: tuple[Sentence, ...]) -> str | None:
    """Return the heading that opens an article, furniture aside, if one does."""
    told = next((sentence for sentence in sentences if sentence.role != "furniture"), None)
    if told is None or told.role != "heading":
        return None
    return " ".join(told.span.of(text).split())
