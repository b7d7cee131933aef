"""Paragraphs: where one ends, as line breaks mean different things in different files.

Some texts part paragraphs by blank lines, some give every paragraph one line, and some (e-mail,
wire copy, old text files) break lines at a fixed width inside a paragraph. The last kind shows
itself: a line ends where the next word would not have fitted any more.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from newsdiff.article import Span

MAX_WRAP = 130
"""Lines longer than this many characters are paragraphs, not lines of one: nobody wraps wider."""

MIN_RAGGED = 30
"""Two lines shorter than this are items of a list rather than lines of a paragraph."""

FULL_SHARE = 0.8
"""Share of the unfinished lines that must be full before a text counts as hard-wrapped: nearly 1
in wrapped texts (only an unbroken long word ends a line early), nearly 0 in lists of headlines."""

LINE = re.compile(r"[^\n]+")
FIRST_WIDE = "\u2e80"
"""From here on characters are Chinese, Japanese or Korean, and a line breaks between any two."""

SURE_BULLET = tuple("•‣▪◦●■")
BULLET = re.compile(r"(?:[-*+·]|\d{1,2}[.)])\s")
CLOSING = "\"'”’»«“›‹)]】」』*_"
TERMINAL = tuple(".!?…。！？｡؟।۔")


def ends_sentence(text: str) -> bool:
    """Return whether `text` ends as a sentence does, marks that close a quotation aside.

    >>> ends_sentence('He said: "No."'), ends_sentence("Putin visits 'Little Moscow'")
    (True, False)
    """
    return text[-200:].rstrip().rstrip(CLOSING).rstrip().endswith(TERMINAL)


def paragraphs(text: str) -> tuple[Span, ...]:
    """Return the paragraphs of `text` in order, without the white space around them.

    A paragraph ends at a blank line, and at the end of a line unless the text is hard-wrapped
    there or the sentence plainly runs on (no full stop, and a small letter follows).
    """
    lines = _lines(text)
    width = _wrap_width(lines)
    found: list[Span] = []
    for before, line in zip([None, *lines], lines, strict=False):
        if before is not None and _runs_on(before, line, width):
            found[-1] = Span(found[-1].start, line.end)
        else:
            found.append(Span(line.start, line.end))
    return tuple(found)


def unwrap(text: str) -> str:
    """Return `text` with a space for each line break inside a paragraph; offsets stay the same."""
    if "\n" not in text:
        return text
    parts = []
    at = 0
    for span in paragraphs(text):
        parts += [text[at : span.start], span.of(text).replace("\n", " ")]
        at = span.end
    return "".join([*parts, text[at:]])


class _Line(NamedTuple):
    """A line that holds something: its place without white space, and what decides on joining.

    `room` is the least width at which the line would have been broken where it ends, given the
    next line (0 when there is none in the same block)."""

    start: int
    end: int
    parted: bool  # by a blank line from the one before
    indent: int
    head: str
    ends: bool  # as a sentence does

    @property
    def width(self) -> int:
        return self.indent + self.end - self.start


def _lines(text: str) -> list[_Line]:
    lines = []
    last_end = -1
    for match in LINE.finditer(text):
        raw = match.group()
        body = raw.strip()
        if not body:
            continue
        indent = len(raw) - len(raw.lstrip())
        start = match.start() + indent
        # A line that follows at once starts where the one before ended, plus the line break.
        parted = match.start() != last_end + 1
        lines.append(
            _Line(start, start + len(body), parted, indent, body[:140], ends_sentence(body))
        )
        last_end = match.end()
    return lines


def _wrap_width(lines: list[_Line]) -> int | None:
    """Return the width at which the text's lines were broken, or None if they were not."""
    pairs = [(a, b) for a, b in pairwise(lines) if not b.parted]
    unfinished = [(a, b) for a, b in pairs if not a.ends]
    if not unfinished or len(unfinished) * 2 < len(pairs):
        return None
    width = max(a.width for a, _ in pairs)
    if width > MAX_WRAP:
        return None
    full = sum(_full(a, b, width) for a, b in unfinished)
    # One line alone is always as wide as the widest, so it proves nothing.
    return width if full >= FULL_SHARE * len(unfinished) and full > 1 else None


def _full(line: _Line, after: _Line, width: int) -> bool:
    """Return whether the first word of the line after would not have fitted on this one."""
    word = 1 if after.head[0] >= FIRST_WIDE else len(after.head.split(maxsplit=1)[0])
    return line.width + 1 + word > width


def _runs_on(line: _Line, after: _Line, width: int | None) -> bool:
    """Return whether the line after continues the paragraph of this one."""
    if after.parted or after.head.startswith(SURE_BULLET):
        return False
    if BULLET.match(after.head) and (line.ends or BULLET.match(line.head)):
        return False
    if width is not None and after.indent <= line.indent + 1 and _full(line, after, width):
        return True
    longer = max(line.end - line.start, after.end - after.start)
    return not line.ends and longer >= MIN_RAGGED and after.head[0].islower()
