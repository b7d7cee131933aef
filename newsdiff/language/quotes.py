"""Quotations: what stands between quotation marks, across sentences and with unpaired marks.

Marks are read by what stands around them: a straight mark opens at the start of a word and closes
at the end of one, and a curly one may open in one language (“English”) and close in another
(„German“, ”Swedish”). A quotation that is not closed runs to the end of its paragraph, as news
opens the mark again in the next one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from newsdiff.article import Article

MAX_SINGLE = 1000
"""A quotation between single marks may be this long (characters): beyond, the mark that seems to
close it is an apostrophe."""

MARK = re.compile(r"[\"“”„‟«»‘‚'「」『』]")
CLOSES = {
    '"': '"”',
    "“": '”"',
    "”": "”",
    "„": '“”"‟',
    "‟": "”",
    "«": "»",
    "»": "«",
    "「": "」",
    "『": "』",
}
"""What may close each mark that opens: „ is closed by “ in German and by ” in Polish, and a curly
mark by a straight one where a text mixes them."""

BEFORE_WORD = frozenset("([{<—–-/…:,;‘'“„«»\"‚")
# An apostrophe inside a word or before a number ("’90s") is none; nor one of these lost letters.
SINGLE_CLOSE = re.compile(r"(?<=[^\s‘'])[’'](?!\w)")
CLIPPED = re.compile(r"(?:\d|(?:em|til|twas|tis|cause|cos|n|bout|round)\b)", re.I)


class Quote(NamedTuple):
    """One quotation, without its marks; it may run over several sentences of one paragraph."""

    start: int
    end: int


def find_quotes(article: Article) -> tuple[Quote, ...]:
    """Return the quotations of the article in order of place; none from furniture or headings.

    They never overlap: of a quotation inside another only the outer one is given. One that runs
    over paragraphs is given once for each of them.
    """
    quotes: list[Quote] = []
    for _, group in groupby(article.sentences, key=lambda sentence: sentence.paragraph):
        sentences = [sentence for sentence in group if not sentence.furniture]
        if sentences:
            quotes += _paragraph_quotes(article.text, sentences[0].start, sentences[-1].end)
    return tuple(quotes)


def _paragraph_quotes(text: str, start: int, end: int) -> Iterator[Quote]:
    """Yield the quotations of the paragraph `text[start:end]`."""
    closers: list[int] | None = None  # of single marks, found when first needed
    opened: re.Match[str] | None = None
    after = start
    for match in MARK.finditer(text, start, end):
        mark, at = match.group(), match.start()
        if at < after:
            continue
        if opened is None:
            if not _opens(text, at, start, end):
                continue
            if mark in "‘‚'":
                if closers is None:
                    closers = [found.start() for found in SINGLE_CLOSE.finditer(text, start, end)]
                close = _single_close(text, at, end, closers, mark)
                if close is not None:
                    yield from _quote(text, at + 1, close)
                    after = close + 1
            elif mark in CLOSES:
                opened = match
        elif mark in CLOSES[opened.group()] and not (
            mark == '"' and _only_opens(text, at, start, end)
        ):
            yield from _quote(text, opened.end(), at)
            opened = None
        elif mark == opened.group():
            # Opened again without having been closed: a paragraph break that a text has lost.
            yield from _quote(text, opened.end(), at)
            opened = match
    if opened is not None:
        yield from _quote(text, opened.end(), end)


def _quote(text: str, start: int, end: int) -> Iterator[Quote]:
    """Yield the quotation without the white space around it, if anything is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Quote(start, end)


def _opens(text: str, at: int, start: int, end: int) -> bool:
    """Return whether the mark at `at` may open a quotation."""
    mark = text[at]
    if mark in "„‚「『":
        return True
    if at + 1 >= end:
        return False
    before = text[at - 1] if at > start else " "
    if mark in "“«":
        return True
    free = before.isspace() or before in BEFORE_WORD
    if mark in "‘'" and (CLIPPED.match(text, at + 1, end) or not text[at + 1].isalnum()):
        return False
    return free and not text[at + 1].isspace()


def _only_opens(text: str, at: int, start: int, end: int) -> bool:
    """Return whether the mark at `at` stands as an opening one does, and not as a closing one."""
    before = text[at - 1] if at > start else " "
    return before.isspace() and at + 1 < end and not text[at + 1].isspace()


def _single_close(text: str, at: int, end: int, closers: list[int], mark: str) -> int | None:
    """Return where the quotation that a single mark opens at `at` is closed before `end`, if it
    surely is.

    The first mark that stands behind punctuation, or behind a letter that is no plural's s, is
    taken; a plural's apostrophe only where there is none.
    """
    if mark == "‚":
        close = text.find("‘", at, min(end, at + MAX_SINGLE))
        return close if close > at else None
    fallback = None
    first = bisect_left(closers, at + 2)
    for close in closers[first : first + 8]:
        if close - at > MAX_SINGLE:
            break
        # A straight mark is closed by a straight one, a curly one by a curly one.
        if (text[close] == "'") != (mark == "'"):
            continue
        if text[close - 1] not in "sS":
            return close
        fallback = fallback or close
    return fallback
