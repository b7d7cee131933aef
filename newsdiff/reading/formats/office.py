"""Office documents: .docx (ECMA-376, WordprocessingML) and .odt (OpenDocument).

Paragraphs and headings in the document's order, tables cell by cell, with tracked changes as if
accepted. Headers and footers, notes and comments are no part of the running text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from newsdiff.errors import InputError
from newsdiff.reading.archive import Archive
from newsdiff.reading.draft import Block, Draft, join
from newsdiff.reading.markup import parse_xml

if TYPE_CHECKING:
    from lxml import etree

    from newsdiff.reading.document import Document
    from newsdiff.reading.settings import ReadSettings

DC = "{http://purl.org/dc/elements/1.1/}"

TITLES = ("heading", "title", "subtitle")
"""How the names of styles for headings begin, in every language of the program (small letters)."""


class Grammar(NamedTuple):
    """One kind of document: where its text and its data stand, its paragraphs, the elements that
    hold text (None: all that stand in paragraphs, and what stands behind them there, too), what
    stands for white space, and what is no part of the running text, with a name for it."""

    body: str
    meta: str
    paragraphs: frozenset[str]
    runs: frozenset[str] | None
    spaces: dict[str, str]
    skipped: dict[str, str]


DOCX = Grammar(
    body="word/document.xml",
    meta="docProps/core.xml",
    paragraphs=frozenset(["p"]),
    runs=frozenset(["t"]),
    spaces={"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"},
    skipped={"moveFrom": "moved text", "del": "deleted text", "Fallback": ""},
)
ODT = Grammar(
    body="content.xml",
    meta="meta.xml",
    paragraphs=frozenset(["p", "h"]),
    runs=None,
    spaces={"s": " ", "tab": " ", "line-break": "\n"},
    skipped={
        "tracked-changes": "deleted text", "annotation": "comments", "note": "footnotes",
        "ruby-text": "", "sequence-decls": "", "forms": "forms", "desc": "", "title": "",
    },
)  # fmt: skip

PARTS = {
    "word/header": "header", "word/footer": "footer", "word/footnotes": "footnotes",
    "word/endnotes": "endnotes", "word/comments.": "comments",
}  # fmt: skip
"""Parts of a .docx that are not read, and what they are called."""


def drafts(document: Document, settings: ReadSettings) -> Iterator[Draft]:
    """Yield the one article that a .docx or .odt document holds.

    Raises InputError for documents that are damaged, encrypted, or unpack past the limit.
    """
    archive = Archive(document, settings.max_bytes)
    grammar = DOCX if DOCX.body in archive.names else ODT
    body = parse_xml(archive.read(grammar.body))
    if body is None:
        raise InputError(
            "is no .docx or .odt document that can be read; save it anew", document.source
        )
    dropped: set[str] = set()
    if grammar is DOCX:
        headings = _docx_headings(archive)
        dropped |= {
            told for start, told in PARTS.items() if any(n.startswith(start) for n in archive.names)
        }
    else:
        headings = _odt_headings(body)
    text, starts = join(_blocks(body, grammar, headings, dropped))
    meta = _meta(archive.read(grammar.meta))
    yield Draft(
        text,
        starts,
        title=meta.get("title"),
        author=meta.get("creator"),
        guessed=("author",) if "creator" in meta else (),  # who made the file
        dropped=tuple(sorted(dropped)),
    )


def _blocks(
    body: etree._Element, grammar: Grammar, headings: frozenset[str], dropped: set[str]
) -> Iterator[Block]:
    """Yield the paragraphs; text boxes stand in paragraphs, and come before the rest of those."""
    from lxml import etree  # noqa: PLC0415  loaded by parse_xml already

    open_paragraphs: list[tuple[list[str], bool]] = []
    walk = etree.iterwalk(body, events=("start", "end"))
    for event, element in walk:
        name = _local(element)
        if name in grammar.paragraphs:
            if event == "start":
                open_paragraphs.append(([], _is_heading(element, headings)))
            else:
                pieces, heading = open_paragraphs.pop()
                lines = "".join(pieces).split("\n")
                yield Block("\n".join(" ".join(line.split()) for line in lines), heading)
        skipped = name in grammar.skipped
        if event == "start" and skipped:
            walk.skip_subtree()
            dropped |= {grammar.skipped[name]} - {""}
        if not open_paragraphs:
            continue
        pieces = open_paragraphs[-1][0]
        if event == "start" and not skipped:
            pieces.append(grammar.spaces.get(name, ""))
            if grammar.runs is None or name in grammar.runs:
                pieces.append(element.text or "")
        elif event == "end" and grammar.runs is None:
            pieces.append(element.tail or "")


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _attribute(element: etree._Element, name: str) -> str:
    """Return an attribute by its local name, as strict and transitional files differ in space."""
    keys = element.keys()  # items() takes time with the square of their number
    key = next((key for key in keys if str(key).endswith("}" + name)), None)
    return "" if key is None else str(element.get(key, ""))


def _is_heading(paragraph: etree._Element, headings: frozenset[str]) -> bool:
    """Return whether a paragraph is a heading: by its element, its style or its outline level."""
    if _local(paragraph) == "h" or _attribute(paragraph, "style-name") in headings:
        return True
    for child in paragraph[:1]:  # a .docx keeps a paragraph's properties in its first child
        for item in child if _local(child) == "pPr" else ():
            if _local(item) == "outlineLvl" or (
                _local(item) == "pStyle" and _attribute(item, "val") in headings
            ):
                return True
    return False


def _docx_headings(archive: Archive) -> frozenset[str]:
    """Return the styles of a .docx that are headings: by their name or their outline level."""
    root = parse_xml(archive.read("word/styles.xml"))
    found = set()
    for style in root if root is not None else ():
        for item in style.iter():
            named = _local(item) == "name" and _attribute(item, "val").lower().startswith(TITLES)
            if named or (_local(item) == "outlineLvl" and _attribute(item, "val") != "9"):
                found.add(_attribute(style, "styleId"))
    return frozenset(found - {""})


def _odt_headings(body: etree._Element) -> frozenset[str]:
    """Return the styles of an .odt that are headings, and those made of them for a paragraph."""
    found = {"Title", "Subtitle"}
    for style in body.iter("{*}style"):
        if _attribute(style, "parent-style-name") in found:
            found.add(_attribute(style, "name"))
    return frozenset(found - {""})


def _meta(data: bytes) -> dict[str, str]:
    """Return title and creator of a document, where they are told."""
    root = parse_xml(data) if data else None
    if root is None:
        return {}
    told = {name: root.findtext(f".//{DC}{name}") for name in ("title", "creator")}
    return {
        name: " ".join(value.split()) for name, value in told.items() if value and value.strip()
    }
