"""reStructuredText made plain: titles, fields, directives, comments, links and inline marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsdiff.reading.draft import Block, Draft, join
from newsdiff.reading.encoding import decode_document
from newsdiff.reading.frontmatter import KEYS
from newsdiff.reading.line_ends import line_ends

if TYPE_CHECKING:
    from newsdiff.reading.document import Document
    from newsdiff.reading.settings import ReadSettings

RULE = re.compile(r"([!-/:-@\[-`{-~])\1{2,}[ \t]*")
FIELD = re.compile(r":([A-Za-z][\w -]{0,40}):(?:[ \t]+(\S.*)|[ \t]*)")
EXPLICIT = re.compile(r"\.\.(?:[ \t]+|$)")
DIRECTIVE = re.compile(
    r"\.\.[ \t]+(?:\|[^|]{1,80}\|[ \t]+)?([A-Za-z][\w:-]{0,60})::(?:[ \t]+(\S.*)|[ \t]*)$"
)
ITEM = re.compile(r"(?:[-*+•]|\#\.|\(?\d{1,3}[.)])[ \t]+(?=\S)")
TABLE = re.compile(r"[ \t]*(?:[+][-=+]{3,}[+]|=[= \t]{3,}=)[ \t]*")

TOLD = frozenset(
    ["admonition", "attention", "caution", "danger", "epigraph", "error", "highlights", "hint",
     "important", "note", "pull-quote", "sidebar", "tip", "topic", "warning"]
)  # fmt: skip
"""Directives whose content is text; that of others is a picture, code or an order to a program."""

INLINE = (
    (re.compile(r"`([^`<>]{1,400}?)[ \t]{0,3}<[^`<>]{1,2000}>`__?"), r"\1"),
    (re.compile(r"``([^`]{1,400})``"), r"\1"),
    (re.compile(r":[a-z][\w:.+-]{0,40}:`([^`]{1,400})`"), r"\1"),
    (re.compile(r"`([^`]{1,400})`(?:__?)?"), r"\1"),
    (re.compile(r"(?<![\w*\\])\*\*(?=[^\s*])([^*]{1,600})(?<=[^\s*\\])\*\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<![\w*\\])\*(?=[^\s*])([^*]{1,600})(?<=[^\s*\\])\*(?![\w*])"), r"\1"),
    (re.compile(r"[ \t]?\[(?:\d{1,4}|\#[\w-]{0,40}|\*)\]_"), ""),
    (re.compile(r"(?<![\w|])\|([^|\s][^|]{0,80})\|(?![\w|])"), r"\1"),
    (re.compile(r"(?<!\w)([A-Za-z][\w-]{0,80})_(?![\w_])"), r"\1"),
    (re.compile(r"\\(.)"), r"\1"),
)
"""Marks inside a paragraph, in the order in which they come off."""


def drafts(document: Document, settings: ReadSettings) -> Iterator[Draft]:
    """Yield the one article that a reStructuredText file is."""
    decoded = decode_document(document, settings.encoding)
    fields: dict[str, str] = {}
    text, headings = join(_blocks(line_ends(decoded.text), fields))
    yield Draft(
        text,
        headings,
        encoding=decoded.encoding,
        title=fields.get("title"),
        outlet=fields.get("outlet"),
        author=fields.get("author"),
        published=fields.get("published"),
        language=fields.get("language"),
        guessed=("encoding",) if decoded.guessed else (),
        notes=(decoded.note,) if decoded.note else (),
    )


def _blocks(text: str, fields: dict[str, str]) -> Iterator[Block]:
    """Yield the blocks; fields that tell of the article are put into `fields` instead."""
    skipping: int | None = None  # the indent of a directive whose content is no text
    for chunk in re.split(r"\n[ \t]*(?=\n)", text):
        lines = [line for line in chunk.split("\n") if line.strip()]
        if not lines:
            continue
        indent = len(lines[0]) - len(lines[0].lstrip())
        if skipping is not None and indent > skipping:
            continue
        skipping = None
        if EXPLICIT.match(lines[0].lstrip()):
            skipping, kept = _explicit(lines, indent)
            if kept:
                yield Block(_inline(" ".join(kept)))
            continue
        yield from _plain(lines, fields)


def _explicit(lines: list[str], indent: int) -> tuple[int | None, list[str]]:
    """Return what a directive or a comment leaves: the indent of what is to be skipped below it,
    or None, and the lines of it that are text."""
    directive = DIRECTIVE.match(lines[0].lstrip())
    if directive is None or directive.group(1).lower() not in TOLD:
        return indent, []
    rest = [line.strip() for line in lines[1:] if not FIELD.match(line.strip())]
    return None, [*filter(None, [directive.group(2)]), *rest]


def _plain(lines: list[str], fields: dict[str, str]) -> Iterator[Block]:
    """Yield the blocks of lines without a blank one between them."""
    held: list[str] = []
    for raw in lines:
        line = raw.strip()
        if RULE.fullmatch(line) or TABLE.fullmatch(line):
            # A line of marks under one line of text makes that a title; over it, it is its lid.
            if held:
                yield Block(_inline(" ".join(held)), len(held) == 1)
            held = []
            continue
        field = FIELD.fullmatch(line)
        if field is not None:
            name = KEYS.get(field.group(1).strip().lower())
            if name is not None and field.group(2):
                fields.setdefault(name, field.group(2))
            continue
        item = ITEM.match(line)
        if item is not None and held:
            yield Block(_inline(" ".join(held)))
            held = []
        held.append(line[item.end() :] if item else line)
    if held:
        yield Block(_inline(" ".join(held)))


def _inline(block: str) -> str:
    for pattern, bare in INLINE:
        block = pattern.sub(bare, block)
    return block[:-1] if block.endswith("::") else block
