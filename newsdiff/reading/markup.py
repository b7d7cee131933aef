"""XML and HTML to blocks of text. Nothing is fetched, no entity is expanded, and what is nested
past libxml2's limits is cut: what is left is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsdiff.reading.draft import Block, join
from newsdiff.reading.layout import lay_out
from newsdiff.reading.line_ends import line_ends

if TYPE_CHECKING:
    from lxml import etree

HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
BLOCKS = HEADINGS | frozenset(
    ["address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "div", "dl",
     "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "li", "main",
     "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
     "ul"]
)  # fmt: skip
UNSEEN = frozenset(
    ["audio", "button", "canvas", "head", "iframe", "math", "noscript", "object", "script",
     "select", "style", "svg", "template", "textarea", "title", "video"]
)  # fmt: skip
HIDDEN = re.compile(r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden", re.I)
REFERENCE = re.compile(rb"&#(?:x([0-9a-fA-F]{1,12})|(\d{1,12}));")


def parse_xml(data: bytes) -> etree._Element | None:
    """Return the root of an XML file, or None where there is none; damage is passed over."""
    from lxml import etree  # noqa: PLC0415  10 ms that only documents need

    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        return etree.fromstring(_characters(data), parser)
    except etree.XMLSyntaxError:
        return None


def parse_html(text: str) -> etree._Element | None:
    """Return the root of a page or a piece of one, or None where there is none."""
    from lxml import etree  # noqa: PLC0415  10 ms that only documents need

    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(_characters(text.encode("utf-8", "replace")), parser)
    except etree.XMLSyntaxError:
        return None


def _characters(data: bytes) -> bytes:
    """Return markup without references to surrogates, of which libxml2 makes bytes that are no
    UTF-8, and lxml then fails on them."""

    def replaced(match: re.Match[bytes]) -> bytes:
        code = int(match[1], 16) if match[1] else int(match[2])
        return b"&#xFFFD;" if 0xD800 <= code <= 0xDFFF else match[0]

    return REFERENCE.sub(replaced, data)


def blocks(text: str) -> Iterator[Block]:
    """Yield the paragraphs and headings that a page, or a piece of one, shows, in its order.

    Scripts, forms' fields and what is styled as hidden show nothing.
    """
    from lxml import etree  # noqa: PLC0415  10 ms that only documents need

    root = parse_html(text)
    if root is None:
        return
    held: list[str] = []
    heading = False
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if event == "start" and _unseen(element):
            walk.skip_subtree()
        if tag in BLOCKS:
            yield from _block(held, heading)
            held = []
            heading = event == "start" and tag in HEADINGS
        elif tag == "br" and event == "start":
            held.append("\v")  # a line break of the page's own, which its source cannot hold
        if event == "start" and element.text and not _unseen(element):
            held.append(element.text)
        elif event == "end" and element.tail:
            held.append(element.tail)
    yield from _block(held, heading)


def _unseen(element: etree._Element) -> bool:
    if element.tag in UNSEEN:
        return True
    style = element.get("style")
    return style is not None and HIDDEN.search(style[:2000]) is not None


def _block(held: list[str], heading: bool) -> Iterator[Block]:
    """Yield what was held as blocks: two line breaks part paragraphs, one is a line's end."""
    if not held:
        return
    lines = [" ".join(line.split()) for line in "".join(held).split("\v")]
    part: list[str] = []
    for line in [*lines, ""]:
        if line:
            part.append(line)
        elif part:
            yield Block("\n".join(part), heading)
            part = []


MARKS = re.compile(r"</(?:p|div|h[1-6]|li|blockquote|article|section)\s{0,9}>|<br\s{0,9}/?>", re.I)


def prose(text: str, source: str, max_sentences: int | None) -> tuple[str, frozenset[int]]:
    """Return a text that a feed or a collection holds as `Draft.text` and its headings, whether
    it is HTML, as shows by its marks, Markdown or plain.

    Raises InputError for one that is plainly longer than `max_sentences`.
    """
    if MARKS.search(text):
        return join(blocks(text))
    layout = lay_out(line_ends(text), source, max_sentences)
    return layout.text, layout.headings
