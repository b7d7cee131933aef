"""What a page says about its article: in JSON-LD (schema.org), meta elements and `time`.

trafilatura reads titles and authors well. Here is what it does not tell: the time of day, whether a
date or an outlet was given or found by guessing, and whether the article is free to read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from newsdiff.reading.frontmatter import iso_date

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_SCRIPT = 1_000_000
"""Characters of a script beyond which it is not what a page says about one article."""
MAX_DEPTH = 6
ARTICLE = re.compile(r"article|posting|report|liveblog", re.IGNORECASE)
"""Types of schema.org that are articles: NewsArticle, BlogPosting, Report…"""

DATES = (
    "article:published_time", "og:article:published_time", "og:published_time",
    "datePublished", "date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date",
    "parsely-pub-date", "sailthru.date", "pubdate", "publish-date", "cxenseparse:recs:publishtime",
)  # fmt: skip
"""Names of meta elements that give the day of publication, surest first."""
OUTLETS = ("og:site_name", "application-name", "dc.publisher")

SAVED_FROM = re.compile(r"<!-- saved from url=\(\d{1,6}\)(https?://[^\s<>]{1,2000})")
"""What browsers of Chromium's kind write into a page that they save."""
FIRST_YEAR = "1700"
"""No newspaper on the web is older; a year 1 is a publisher's system that knows no date."""
ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Told:
    """What a page says in so many words, None where it does not. `free` is False for an article
    behind a paywall; `saved_from` is where a browser saved the page."""

    title: str | None
    outlet: str | None
    published: str | None
    language: str | None
    free: bool | None
    saved_from: str | None


def told(tree: HtmlElement, html: str) -> Told:
    """Return what a page says about its article."""
    metas = _metas(tree)
    items = list(_items(tree))
    title = " ".join(" ".join(tree.xpath("//head/title[1]//text()")).split())
    saved = SAVED_FROM.search(html[:3000])
    return Told(
        title=title or None,
        outlet=_outlet(items, metas),
        published=_published(tree, items, metas),
        language=_first(tree.xpath("/html/@lang | /html/@*[name()='xml:lang']")),
        free=_free(items),
        saved_from=saved.group(1) if saved else None,
    )


def _metas(tree: HtmlElement) -> dict[str, str]:
    """Return the page's meta elements by name in small letters, the first of each name."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = " ".join((meta.get("content") or "").split())
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _items(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """Yield the articles that the page's JSON-LD describes."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        text = "".join(script.itertext()).strip()
        if not text or len(text) > MAX_SCRIPT:
            continue
        try:
            data = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _articles(data, MAX_DEPTH)


def _articles(data: object, depth: int) -> Iterator[dict[str, Any]]:
    if depth == 0:
        return
    if isinstance(data, list):
        for item in data:
            yield from _articles(item, depth - 1)
    elif isinstance(data, dict):
        if any(ARTICLE.search(kind) for kind in _texts(data.get("@type"))):
            yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _articles(data.get(key), depth - 1)


def _outlet(items: list[dict[str, Any]], metas: dict[str, str]) -> str | None:
    """Return what the site calls itself. The publisher of JSON-LD comes last: for what an agency
    wrote, some sites name the agency there."""
    named = [metas.get(name) for name in OUTLETS]
    return _first([name and name.lstrip("@") for name in (*named, *_publishers(items))])


def _publishers(items: list[dict[str, Any]]) -> Iterator[str]:
    for item in items:
        publisher = item.get("publisher")
        for entry in publisher if isinstance(publisher, list) else [publisher]:
            yield from _texts(entry.get("name") if isinstance(entry, dict) else entry)


def _published(tree: HtmlElement, items: list[dict[str, Any]], metas: dict[str, str]) -> str | None:
    """Return the day or the moment of publication as ISO 8601, if the page gives it."""
    given = [text for item in items for text in _texts(item.get("datePublished"))]
    given += [metas[name.lower()] for name in DATES if name.lower() in metas]
    given += tree.xpath("//time[@itemprop='datePublished' or @pubdate]/@datetime")
    for words in given:
        date = iso_date(words)
        if ISO_DAY.match(date) and date[:4] >= FIRST_YEAR:
            return date
    return None


def _free(items: list[dict[str, Any]]) -> bool | None:
    """Return what the page says about who may read the article; many write it as a word."""
    for item in items:
        said = str(item.get("isAccessibleForFree", "")).strip().lower().rpartition("/")[2]
        if said in ("true", "false"):
            return said == "true"
    return None


def _first(values: Iterable[str | None]) -> str | None:
    bare = (" ".join(value.split()) for value in values if value)
    return next((value for value in bare if value), None)


def _texts(value: object) -> list[str]:
    """Return the texts in a value that may be one, a list of them, or something else."""
    found = value if isinstance(value, list) else [value]
    return [text for text in found if isinstance(text, str)]
