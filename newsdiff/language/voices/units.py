"""Units: sentences as rows of words, marks and quotations.

A quotation is one item whatever it holds, so that its words are never read as the reporter's; the
sentences that one quotation runs through are one unit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from newsdiff.article import Sentence
    from newsdiff.language.analysis import Analysis
    from newsdiff.language.quotes import Quote
    from newsdiff.language.words import Token

MARKS = {",": ",", ";": ";", ":": ":", "(": "(", ")": ")", "—": "—", "–": "—", "―": "—", "[": "(",
         "]": ")"}  # fmt: skip
"""Marks that part a sentence, and the one each is read as."""


LONGEST_UNIT = 400
"""A sentence of more items is none, and is cut there: rules that look along a whole sentence for
each of its words would take the square of its length."""


class Item(NamedTuple):
    """A word (`norm` is its normal form), a mark (`norm` is the mark) or a quotation.

    `raised` is true for a word with a capital letter, `owns` for one with a possessive 's.
    """

    kind: Literal["word", "mark", "quote"]
    start: int
    end: int
    norm: str
    raised: bool = False
    owns: bool = False


class Unit(NamedTuple):
    """Sentences of one paragraph that hang together."""

    paragraph: int
    items: tuple[Item, ...]


def read_units(analysis: Analysis) -> Iterator[Unit]:
    """Yield the units of an article in order, headings and furniture left out."""
    quotes = analysis.quotes
    at = 0
    for sentences in _chains(analysis):
        items: list[Item] = []
        if not any(analysis.tokens[sentence.index] for sentence in sentences):
            continue
        for sentence in sentences:
            at = _read(analysis, sentence, quotes, at, items)
        for start in range(0, len(items), LONGEST_UNIT):
            yield Unit(sentences[0].paragraph, tuple(items[start : start + LONGEST_UNIT]))


def _chains(analysis: Analysis) -> Iterator[list[Sentence]]:
    """Yield the article's sentences, those together that one quotation runs through."""
    quotes = analysis.quotes
    at = 0
    for _, group in groupby(analysis.article.sentences, key=lambda sentence: sentence.paragraph):
        chain: list[Sentence] = []
        for sentence in group:
            if sentence.furniture:
                continue
            chain.append(sentence)
            while at < len(quotes) and quotes[at].end <= sentence.end:
                at += 1
            if at == len(quotes) or quotes[at].start >= sentence.end:
                yield chain
                chain = []
        if chain:
            yield chain


def _read(
    analysis: Analysis, sentence: Sentence, quotes: Sequence[Quote], at: int, items: list[Item]
) -> int:
    """Add the items of a sentence; return the number of the quotation that may come next."""
    text = analysis.article.text
    end = sentence.start
    for token in analysis.tokens[sentence.index]:
        while at < len(quotes) and quotes[at].end <= token.start:
            at += 1
        quoted = at < len(quotes) and quotes[at].start <= token.start
        gap = text[end : token.start]
        if gap not in ("", " ") and not (quoted and items and items[-1].end >= token.start):
            items.extend(_marks(gap, end))
        end = max(end, token.end)
        if not quoted:
            items.append(_word(text, token))
        elif not items or items[-1].end < quotes[at].end:
            items.append(Item("quote", quotes[at].start, quotes[at].end, ""))
            end = max(end, quotes[at].end)
    gap = text[end : sentence.end]
    items.extend(_marks(gap, end))
    return at


def _word(text: str, token: Token) -> Item:
    owns = text[token.end - 2 : token.end].lower() in ("'s", "’s")
    return Item("word", token.start, token.end, token.norm, text[token.start].isupper(), owns)


def _marks(gap: str, start: int) -> Iterator[Item]:
    """Yield the marks between two words; a hyphen is one only between spaces, or doubled."""
    dash = gap.strip() == "-" != gap
    for place, char in enumerate(gap):
        mark = MARKS.get(char)
        if mark is not None:
            yield Item("mark", start + place, start + place + 1, mark)
        elif char == "-" and (dash or gap[place : place + 2] == "--"):
            yield Item("mark", start + place, start + place + 1, "—")
