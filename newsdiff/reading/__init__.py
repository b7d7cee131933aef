"""Bytes, files and standard input to Article; later rooms see nothing else."""

from __future__ import annotations

import re
from dataclasses import replace

from newsdiff.article import Article, Sentence
from newsdiff.errors import InputError, UsageError
from newsdiff.language.identify import guess
from newsdiff.language.sentences import split
from newsdiff.reading.encoding import decode
from newsdiff.reading.files import load
from newsdiff.reading.frontmatter import iso_date, split_front_matter
from newsdiff.reading.layout import lay_out, line_ends

MAX_BYTES = 20_000_000
"""The most that one input may hold unless an option raises it: some 3 million words."""

LANGUAGE_TAG = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]{1,8}){0,3}")


def read(
    source: str,
    *,
    encoding: str | None = None,
    language: str | None = None,
    max_bytes: int = MAX_BYTES,
) -> Article:
    """Read one article from a file, or from standard input when `source` is "-".

    Raises InputError, naming the source and the mend, when it is missing, a directory, empty,
    binary, unreadable or larger than `max_bytes`; UsageError when `encoding` or `language` is the
    name of none.
    """
    decoded = decode(load(source, max_bytes), source, encoding)
    article = from_text(decoded.text, source, language=language)
    return replace(
        article,
        encoding=decoded.encoding,
        guessed=("encoding", *article.guessed) if decoded.guessed else article.guessed,
        notes=(decoded.note, *article.notes) if decoded.note else article.notes,
    )


def from_text(text: str, source: str = "-", *, language: str | None = None) -> Article:
    """Make an article of `text` as `read` would of a file that holds it (front matter too).

    Raises InputError when no text is in it, and UsageError when `language` is no language.
    """
    if language is not None and language_code(language) is None:
        raise UsageError(f"unknown language {language!r}; name its code, such as en or de")
    fields, body = split_front_matter(line_ends(text))
    if not body.strip():
        raise InputError("is empty; give a file that holds an article's text", source)
    layout = lay_out(body, source)
    guessed, notes = [], []

    told = language or fields.get("language")
    code = language_code(told) if told else None
    if code is None:
        code, certain = guess(layout.text)
        guessed.append("language")
        if not certain:
            notes.append(f"language not certain, read as {code} (--language names another)")
    sentences = split(layout.text, code, layout.headings)
    title = fields.get("title")
    if title is None:
        title = _headline(layout.text, sentences)
        guessed += ["title"] if title else []
    published = fields.get("published")
    return Article(
        source=source,
        text=layout.text,
        sentences=sentences,
        title=title,
        outlet=fields.get("outlet"),
        author=fields.get("author"),
        published=published and iso_date(published),
        language=code,
        guessed=tuple(sorted(guessed)),
        notes=tuple(notes),
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


def _headline(text: str, sentences: tuple[Sentence, ...]) -> str | None:
    """Return the heading that opens an article, furniture aside, if one does."""
    told = next((sentence for sentence in sentences if sentence.role != "furniture"), None)
    if told is None or told.role != "heading":
        return None
    return " ".join(told.span.of(text).split())
