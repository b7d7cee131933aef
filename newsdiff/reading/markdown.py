"""Markdown made plain: headings, emphasis, links, images, lists, quotations, rules and code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsdiff.reading.draft import Block, join

HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(?=\S)")
FENCE = re.compile(r" {0,3}(?:```|~~~)")
UNDERLINE = re.compile(r" {0,3}(?:={3,}|-{3,})[ \t]*")
RULE = re.compile(r" {0,3}(?:(?:\* ?){3,100}|(?:- ?){3,100}|(?:_ ?){3,100})[ \t]*")
QUOTE = re.compile(r"(?: {0,3}> ?){1,20}")
ITEM = re.compile(r"[ \t]{0,20}[-*+][ \t]+(?=\S)")
REFERENCE = re.compile(r" {0,3}\[[^\[\]]{1,200}\]:[ \t]*\S{1,2000}.*")
CLOSING_HASHES = re.compile(r"[ \t]#{1,6}[ \t]*$")

INLINE = (
    (re.compile(r"!\[([^\[\]]{0,400})\]\([^()\s]{0,2000}(?:\s{1,3}\"[^\"]{0,300}\")?\)"), r"\1"),
    (
        re.compile(r"(?<!\\)\[([^\[\]]{1,400})\]\([^()\s]{0,2000}(?:\s{1,3}\"[^\"]{0,300}\")?\)"),
        r"\1",
    ),
    (re.compile(r"\[([^\[\]]{1,400})\]\[[^\[\]]{0,200}\]"), r"\1"),
    (re.compile(r"<((?:https?|mailto):[^<>\s]{1,2000})>"), r"\1"),
    (re.compile(r"(?<![`\\])`([^`\n]{1,400})`(?!`)"), r"\1"),
    (re.compile(r"(?<![\w*\\])\*(?=[^\s*])([^*]{1,600})(?<=[^\s*\\])\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<![\w*\\])\*\*(?=[^\s*])([^*]{1,600})(?<=[^\s*])\*\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<![\w*])\*\*\*(?=[^\s*])([^*]{1,600})(?<=[^\s*])\*\*\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<![\w\\])_(?=[^\s_])([^_]{1,600})(?<=[^\s_\\])_(?!\w)"), r"\1"),
    (re.compile(r"(?<!\w)__(?=[^\s_])([^_]{1,600})(?<=[^\s_])__(?!\w)"), r"\1"),
    (re.compile(r"~~(?=[^\s~])([^~]{1,600})(?<=[^\s~])~~"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>~|-])"), r"\1"),
)
"""Marks inside a line, in the order in which they come off: images may stand inside links."""


def plain(text: str) -> tuple[str, frozenset[int]]:
    """Return a Markdown text (newlines only) without its marks, its blocks parted by blank lines,
    and the offsets in it at which headings start."""
    return join(Block(_inline(block), heading) for block, heading in _blocks(text))


def _inline(block: str) -> str:
    for pattern, bare in INLINE:
        block = pattern.sub(bare, block)
    return block


def _blocks(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the blocks of a Markdown text without the marks of lines, and whether each is a
    heading. Code is kept, as it is text that somebody shows."""
    held: list[str] = []
    for raw in text.split("\n"):
        line = QUOTE.sub("", raw, count=1) if raw.lstrip(" ").startswith(">") else raw
        heading = HEADING.match(line)
        underlined = len(held) == 1 and UNDERLINE.fullmatch(line) is not None
        item = None if RULE.fullmatch(line) else ITEM.match(line)
        ends = not line.strip() or FENCE.match(line) or RULE.fullmatch(line)
        if underlined or ends or heading or item or REFERENCE.fullmatch(line):
            if held:
                yield "\n".join(held), underlined
            held = []
            if heading:
                yield CLOSING_HASHES.sub("", line[heading.end() :]), True
            elif item:
                held = [line[item.end() :]]
        else:
            held.append(line)
    if held:
        yield "\n".join(held), False
