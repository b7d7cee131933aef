"""The plain way out: the paragraphs and headings of a page, in one pass over its tags.

It is taken where trafilatura does not come to an end. It knows nothing of articles but which
elements hold none, and costs a second for 20 MB.
"""

from __future__ import annotations

from newsdiff.reading.page.extracted import Extracted

HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
TEXTS = HEADINGS | {"p"}
OUTSIDE = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "nav",
        "header",
        "footer",
        "aside",
        "form",
        "button",
        "select",
        "svg",
        "iframe",
    ]
)
BLOCKS = TEXTS | {"div", "section", "article", "main", "ul", "ol", "table", "blockquote", "figure"}
"""Elements that end a paragraph whose end tag is missing."""


def plain(html: str) -> Extracted:
    """Return the paragraphs and headings of a page, without those of its navigation."""
    from lxml import etree  # noqa: PLC0415  of the extra `web`

    paragraphs = _Paragraphs()
    parser = etree.HTMLParser(target=paragraphs, huge_tree=True)
    parser.feed("<html>")  # a page without any tag is no error
    for start in range(0, len(html), PIECE):
        parser.feed(html[start : start + PIECE])
    parser.close()
    page = " ".join("".join(paragraphs.all).split())
    title = " ".join("".join(paragraphs.title).split())
    return Extracted(paragraphs.blocks, page, title=title or None)


PIECE = 100_000
"""Characters that the parser is given at a time."""


class _Paragraphs:
    """What lxml tells tag by tag, gathered: the shape of its parser targets."""

    def __init__(self) -> None:
        self.blocks: list[tuple[str, bool]] = []
        self.all: list[str] = []
        self.title: list[str] = []
        self._held: list[str] = []
        self._in: str | None = None
        self._outside = 0
        self._in_title = False

    def start(self, tag: str, attributes: object) -> None:  # noqa: ARG002  lxml gives them
        """Open an element."""
        if tag in BLOCKS:
            self._end_block()
        if tag in OUTSIDE:
            self._outside += 1
        self._in_title = tag == "title" and not self.title
        if tag in TEXTS and not self._outside:
            self._in = tag
        elif tag == "br":
            self._held.append(" ")

    def end(self, tag: str) -> None:
        """Close an element."""
        if tag in BLOCKS:
            self._end_block()
        if tag in OUTSIDE and self._outside:
            self._outside -= 1
        if tag == "title":
            self._in_title = False

    def data(self, text: str) -> None:
        """Take text."""
        if self._in_title:
            self.title.append(text)
        elif not self._outside:
            self.all.append(text)
            if self._in:
                self._held.append(text)

    def close(self) -> None:
        """End the page."""
        self._end_block()

    def _end_block(self) -> None:
        text = " ".join("".join(self._held).split())
        if text:
            self.blocks.append((text, self._in in HEADINGS))
        self._held = []
        self._in = None
