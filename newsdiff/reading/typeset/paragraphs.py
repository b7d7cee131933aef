"""Paragraphs and headings out of lines, across columns and pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from newsdiff.language.paragraphs import BULLET, SURE_BULLET, ends_sentence
from newsdiff.reading.draft import Block
from newsdiff.reading.typeset.line import SOFT_HYPHEN, Line

LARGER = 1.12
"""Times the text's size from which a line is a heading: 12 and 13.5 points are the closest pair."""
HEADING_WORDS = 40
TITLE_WORDS = 8
"""Headings of more words end without a full stop; what has one is an opening set larger."""
SPACED = 1.3
"""Times the usual distance of lines at which a paragraph ends."""
INDENT = 0.7
"""Heights of a line by which the first line of a paragraph is set in."""
ROOM = 1.3
"""Times the next word's length that must be left in a line for it to end a paragraph."""
SHORT = 0.6
"""Share of a column's width below which a line ends one though its sentence is not done."""

WORD = re.compile(r"\w+(?:-\w+)*")
HYPHENATED = re.compile(r"(\w+)[-\xad\u2010]$")
STARTS_SMALL = re.compile(r"[^\W\d_]+")


def blocks(columns: Sequence[Sequence[Line]]) -> Iterator[Block]:
    """Yield the blocks of all columns of all pages, in reading order."""
    lines = [line for column in columns for line in column]
    if not lines:
        return
    size = _body_size(lines)
    step = _step(columns, size)
    compounds = {word.lower() for line in lines for word in WORD.findall(line.text) if "-" in word}
    held: list[Line] = []
    for column in columns:
        left = min((line.left for line in column), default=0)
        right = max((line.right for line in column), default=0)
        for at, line in enumerate(column):
            if held and (
                _heading(held[-1], size) != _heading(line, size)
                or abs(held[-1].size - line.size) > 0.3 * size
                or _ends(held[-1], line, left, right, step, new_column=at == 0)
            ):
                yield _block(held, size, compounds)
                held = []
            held.append(line)
    yield _block(held, size, compounds)


def _body_size(lines: list[Line]) -> float:
    """Return the height in which most characters are set."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size)] += len(line.text)
    most = max(sizes, key=lambda size: (sizes[size], size))
    return median(line.size for line in lines if round(line.size) == most)


def _step(columns: Sequence[Sequence[Line]], size: float) -> float:
    """Return the usual distance of two lines of the text."""
    steps = [
        a.y - b.y
        for column in columns
        for a, b in pairwise(column)
        if abs(a.size - b.size) < 0.1 * size and 0 < a.y - b.y < 3 * size
    ]
    # Most lines do not end a paragraph, but in lists and short news half of them may.
    return sorted(steps)[len(steps) // 3] if steps else 1.2 * size


def _heading(line: Line, size: float) -> bool:
    return line.size > LARGER * size or (line.bold and not ends_sentence(line.text))


def _ends(a: Line, b: Line, left: float, right: float, step: float, *, new_column: bool) -> bool:
    """Return whether a paragraph ends between two lines; `left` and `right` bound b's column."""
    done = ends_sentence(a.text)
    if a.table or b.table or _item(b, done=done):
        return True
    indented = b.left - left > INDENT * b.size
    if new_column:
        return done or (indented and not b.text[0].islower())
    # Lines of headings stand farther apart, as they are larger.
    usual = max(step, 1.15 * min(a.size, b.size))
    set_in = indented and a.left - left <= INDENT * a.size and not b.text[0].islower()
    if set_in or a.y - b.y > SPACED * usual:
        return True
    word = b.text.split(maxsplit=1)[0]
    room = (right - a.right) / max(1, a.right - a.left) * len(a.text)
    if room < ROOM * (len(word) + 1):
        return False
    return done or (not word[0].islower() and a.right - left < SHORT * (right - left))


def _item(line: Line, *, done: bool) -> bool:
    """Return whether an item of a list begins; after a sentence that is done, also with a number or
    a hyphen."""
    return line.text.startswith(SURE_BULLET) or (done and BULLET.match(line.text) is not None)


def _block(lines: list[Line], size: float, compounds: set[str]) -> Block:
    """Return the block that lines make: words parted by a hyphen at a line's end are joined, unless
    the document writes them with a hyphen elsewhere, too."""
    text = ""
    for line in lines:
        cut = HYPHENATED.search(text[-60:])
        rest = STARTS_SMALL.match(line.text)
        if cut and rest and (line.text[0].islower() or text.endswith(SOFT_HYPHEN)):
            compound = f"{cut.group(1)}-{rest.group()}".lower()
            text = text[:-1] + ("-" if compound in compounds else "") + line.text
        else:
            text = f"{text.replace(SOFT_HYPHEN, '-')} {line.text}" if text else line.text
    text = text.replace(SOFT_HYPHEN, "-")
    words = len(text.split())
    told = text.endswith(".") and words > TITLE_WORDS
    heading = all(_heading(line, size) for line in lines) and words <= HEADING_WORDS and not told
    return Block(text, heading)
