"""A page to its article: the text by trafilatura, and what the page says about it.

Nothing but `formats.html` asks for this, through `reading.apart`: trafilatura takes minutes for
some pages of a megabyte, and nothing in the process that runs it could stop it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import trafilatura
from lxml.html import HTMLParser, document_fromstring

from newsdiff.reading.page.extracted import Extracted
from newsdiff.reading.page.metadata import told

if TYPE_CHECKING:
    from lxml.html import HtmlElement

SHORT = 100
"""Words below which trafilatura is asked again, for all that may be the article."""

CONTROLS = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]"
    r"|&#0{0,9}(?:[0-8]|1[124-9]|2\d|3[01])(?!\d);?"
    r"|&#[xX]0{0,9}(?:[0-8bcefBCEF]|1[0-9a-fA-F])(?![0-9a-fA-F]);?"
)
"""Characters that XML does not have, and references to them: lxml gives them and does not take them
back, and with one of them in its way trafilatura finds no article."""
SEPARATOR = re.compile(r"\S \W$")
WORD = re.compile(r"\w+")
ENDS = re.compile(r"[.!?:…][\"'”’»)\]]{0,3}$")
BREAK = "\u2028"
"""Stands for a line break inside a paragraph."""


def answer(data: bytes) -> bytes:
    """Return what stands on a page as JSON of Extracted; `data` is the page's URL, or null, as
    JSON, a newline, and the page in UTF-8."""
    url, _, html = data.partition(b"\n")
    return json.dumps(asdict(extract(html.decode("utf-8"), json.loads(url)))).encode()


def extract(html: str, url: str | None) -> Extracted:
    """Return what stands on a page that was found at `url`, where that is known."""
    tree = _tree(html)
    said = told(tree, html)
    page, linked = _visible(tree)
    found = _article(tree, url or said.saved_from)
    if found is None:
        return Extracted([], page, linked, title=said.title, language=said.language, free=said.free)
    address = found.url or url or said.saved_from
    return Extracted(
        blocks=list(_blocks(found.body)),
        page=page,
        linked=linked,
        title=headline(found.title, said.outlet),
        outlet=said.outlet,
        author=found.author,
        published=said.published or found.date,
        language=said.language,
        url=address,
        free=said.free,
        guessed=["published"] if found.date and not said.published else [],
    )


def _tree(html: str) -> HtmlElement:
    """Return the tree of a page. trafilatura mends what libxml2 stumbles over, and refuses what has
    no `html` in its first characters."""
    html = CONTROLS.sub("", html)
    tree = trafilatura.load_html(html)
    if tree is None:
        data = f"<html>{html}".encode("utf-8", "replace")
        tree = document_fromstring(data, parser=HTMLParser(encoding="utf-8", remove_comments=True))
    return tree


def headline(title: str | None, outlet: str | None) -> str | None:
    """Return a title without the name of its site behind it.

    >>> headline("Old bridge stays | The Marlow Echo", "The Marlow Echo")
    'Old bridge stays'
    """
    bare = " ".join((title or "").split())
    if outlet and bare.lower().endswith(f" {outlet.lower()}"):
        rest = bare[: -len(outlet) - 1]
        return rest[:-2] if SEPARATOR.search(rest) else bare
    return bare or None


def _article(tree: HtmlElement, url: str | None) -> Any:  # noqa: ANN401  trafilatura's Document
    """Return what trafilatura takes for the article, or None.

    With `favor_precision` it leaves out most of what is not the article, and now and then the
    article; then it is asked without.
    """
    settings: dict[str, Any] = {"url": url, "include_comments": False, "with_metadata": True}
    strict = trafilatura.bare_extraction(tree, favor_precision=True, **settings)
    if _words(strict) >= SHORT:
        return strict
    loose = trafilatura.bare_extraction(tree, **settings)
    return loose if _words(loose) > 2 * _words(strict) else strict


def _words(found: Any) -> int:  # noqa: ANN401  the same
    return len(WORD.findall(found.text or "")) if found is not None else 0


def _visible(tree: HtmlElement) -> tuple[str, float]:
    """Return all words that a reader of the page may see, and the share of them that are links."""
    seen = "//body//text()[not(ancestor::script or ancestor::style or ancestor::noscript)]"
    page = " ".join(" ".join(tree.xpath(seen)).split())
    links = " ".join(" ".join(tree.xpath(f"{seen}[ancestor::a]")).split())
    return page, len(links) / max(1, len(page))


def _blocks(body: Any) -> Iterator[tuple[str, bool]]:  # noqa: ANN401  lxml's element
    """Yield the paragraphs, list items, table rows and headings of trafilatura's tree."""
    for element in body:
        match element.tag:
            case "head":
                yield from _paragraphs(element, heading=True)
            case "row":
                cells = (" ".join(" ".join(cell.itertext()).split()) for cell in element)
                row = " | ".join(filter(None, cells))
                yield from [(row, False)] if row else []
            case "list" | "table" | "quote" | "div" if len(element):
                yield from _paragraphs_of(element.text)
                yield from _blocks(element)
            case _:
                yield from _paragraphs(element)
        yield from _paragraphs_of(element.tail)


def _paragraphs(element: Any, *, heading: bool = False) -> Iterator[tuple[str, bool]]:  # noqa: ANN401
    """Yield the text of an element, parted where line breaks part it."""
    for line_break in element.iter("lb"):
        line_break.text = BREAK
    text = "".join(element.itertext())
    yield from ((part, heading) for part, _ in _paragraphs_of(text))


def _paragraphs_of(text: str | None) -> Iterator[tuple[str, bool]]:
    """Yield the paragraphs of a text with line breaks: two of them, or one behind a full stop, end
    a paragraph; others only fold it."""
    held = ""
    for line in (text or "").split(BREAK):
        bare = " ".join(line.split())
        if held and (not bare or ENDS.search(held)):
            yield held, False
            held = ""
        held = f"{held} {bare}".strip()
    if held:
        yield held, False
