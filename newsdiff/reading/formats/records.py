"""JSON and JSON lines of articles, as other programs and `newsdiff read` write them.

One object, a list of them, a list under "articles" (newsdiff.read/1, news APIs) or "items" (JSON
Feed 1.1), or one object a line. The keys are those of trafilatura, newspaper4k, news-please,
schema.org's NewsArticle, JSON Feed and newsdiff itself. The lines of `newsdiff read --format jsonl`
are sentences: those of one source make an article.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from newsdiff.errors import InputError
from newsdiff.reading.draft import Draft
from newsdiff.reading.encoding import decode_document
from newsdiff.reading.line_ends import line_ends
from newsdiff.reading.markup import prose
from newsdiff.reading.sources import is_url

if TYPE_CHECKING:
    from newsdiff.reading.document import Document
    from newsdiff.reading.settings import ReadSettings

Record = Mapping[str, object]

TEXT = ("text", "maintext", "articleBody", "content_html", "content_text", "body", "content",
        "raw_text", "article", "description")  # fmt: skip
TITLE = ("title", "headline", "title_page")
OUTLET = ("outlet", "sitename", "site_name", "meta_site_name", "source-hostname", "publisher",
          "publication", "source", "source_domain", "hostname")  # fmt: skip
AUTHOR = ("author", "authors", "byline", "creator")
PUBLISHED = ("published", "date", "publish_date", "date_publish", "date_published", "datePublished",
             "publishedAt", "published_at", "pubDate")  # fmt: skip
LANGUAGE = ("language", "lang", "inLanguage", "meta_lang")
URL = ("url", "canonical_link", "link", "source")
ID = ("id", "fingerprint", "url")
LISTS = ("articles", "items")


def drafts(document: Document, settings: ReadSettings) -> Iterator[Draft | InputError]:
    """Yield each article, and an error for each record that is none.

    Raises InputError for what is no JSON, or holds no record.
    """
    decoded = decode_document(document, settings.encoding)
    encoding = decoded.encoding
    text = decoded.text.strip("\ufeff \t\r\n")
    values = _lines(text)
    if values is None:
        whole = _parsed(text)
        if isinstance(whole, InputError):
            raise InputError(whole.reason, document.source)
        values = iter(_listed(whole))
    yield from _articles(values, document.source, encoding, settings.max_sentences)


def _articles(
    values: Iterator[object], source: str, encoding: str, most: int
) -> Iterator[Draft | InputError]:
    """Yield the drafts of records; sentences that follow each other from one source are one."""
    held: list[Record] = []
    for value in values:
        sentence = isinstance(value, dict) and value.get("section") == "sentences"
        if held and not (sentence and value.get("source") == held[0].get("source")):  # type: ignore[attr-defined]  # a dict, as `sentence` says
            yield _of_sentences(held, encoding)
            held = []
        if sentence:
            held.append(value)  # type: ignore[arg-type]  # the same
        elif isinstance(value, InputError):
            yield value
        else:
            yield _draft(value, source, encoding, most)
    if held:
        yield _of_sentences(held, encoding)


def _lines(text: str) -> Iterator[object] | None:
    """Return the values of JSON lines, an error for each line that is none; None where the first
    line is no value or the only one."""
    first, _, rest = text.partition("\n")
    if not rest or not isinstance(_parsed(first), dict):
        return None
    return (_parsed(line) for line in text.split("\n") if line.strip())


def _parsed(text: str) -> object:
    """Return the value that a JSON text stands for, or an error."""
    try:
        return json.loads(text)
    except RecursionError:
        return InputError("is JSON that is nested too deep to be of articles")
    except ValueError as error:  # JSONDecodeError, and numbers of thousands of digits
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 1
        where = f" (line {line})" if line > 1 else ""
        return InputError(f"is no JSON that can be read{where}; write one article a line")


def _listed(value: object) -> list[object]:
    """Return the records in a JSON value."""
    if isinstance(value, list):
        return value
    if isinstance(value, dict) and not any(isinstance(value.get(key), str) for key in TEXT[:4]):
        for key in LISTS:
            if isinstance(value.get(key), list):
                return list(value[key])
    return [value]


def _draft(value: object, source: str, encoding: str, most: int) -> Draft | InputError:
    """Return the article of one record, or an error where it holds no text."""
    if not isinstance(value, dict):
        return InputError("is no JSON object with an article's text")
    body = next((told for key in TEXT if isinstance(told := value.get(key), str) and told), None)
    if body is None:
        return InputError(f"holds no text (as {', '.join(TEXT[:4])} or the like)")
    try:
        text, headings = prose(body, source, most)
    except InputError as error:
        return error
    url = next((told for name in URL if is_url(told := _words(value.get(name)))), None)
    outlet = next(
        (told for name in OUTLET if (told := _words(value.get(name))) and not is_url(told)), None
    )
    return Draft(
        text,
        headings,
        encoding=encoding,
        title=_first(value, TITLE),
        outlet=outlet,
        author=_first(value, AUTHOR),
        published=_first(value, PUBLISHED),
        language=_first(value, LANGUAGE),
        url=url,
        id=_first(value, ID),
    )


def _of_sentences(records: list[Record], encoding: str) -> Draft:
    """Return the article whose sentences these lines of `newsdiff read` are."""
    parts: list[str] = []
    headings = set()
    at = 0
    before: object = None
    for record in records:
        text = record.get("text")
        if not isinstance(text, str):
            continue
        text = line_ends(text)
        if parts:
            gap = " " if record.get("paragraph") == before else "\n\n"
            parts.append(gap)
            at += len(gap)
        if record.get("role") == "heading":
            headings.add(at)
        parts.append(text)
        at += len(text)
        before = record.get("paragraph")
    source = records[0].get("source")
    return Draft(
        "".join(parts),
        frozenset(headings),
        encoding=encoding,
        id=source if isinstance(source, str) else None,
    )


def _first(record: Record, keys: tuple[str, ...]) -> str | None:
    return next((told for key in keys if (told := _words(record.get(key)))), None)


def _words(value: object) -> str:
    """Return a value as words: a text or a number, a list of them, or an object's name."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value) if abs(value) < 10**18 else ""
    if isinstance(value, list):
        # One level is what writers use; deeper ones are not authors.
        return ", ".join(filter(None, (_words(v) for v in value[:50] if not isinstance(v, list))))
    if isinstance(value, dict):
        name = value.get("name")
        return name.strip() if isinstance(name, str) else ""
    return ""
