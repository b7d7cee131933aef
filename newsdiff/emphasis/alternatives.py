"""One thing by different names: "full-scale invasion" here, "war" there.

A list tells which names may mean one thing (language/data/wording); two articles are taken to mean
the same when a passage that both share holds both names, or when the same name hangs on both ("the
invasion of Ukraine", "its war with Ukraine"). That is why it is "possibly".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from newsdiff.emphasis.rows import WordingRow
from newsdiff.emphasis.sources import facing, source
from newsdiff.language.wording import wording

if TYPE_CHECKING:
    from newsdiff.alignment.passage import Passage
    from newsdiff.language.analysis import Analysis
    from newsdiff.language.words import Token

JOINS = frozenset(("of", "in", "on", "against", "with", "into", "between", "from", "for"))
"""Words between a name for something and the place or people that it is about."""

NEAR = 3
"""Words behind such a word, or before the name, among which a capital counts."""


class _Use(NamedTuple):
    """A name of a set in one article: where, and the stems of the names that hang on it."""

    name: str
    article: int
    sentence: int
    start: int
    end: int
    anchors: frozenset[str]


def alternatives(analyses: Sequence[Analysis], passages: Iterable[Passage]) -> list[WordingRow]:
    """Return a row for each set of names of which two articles use different ones for what may be
    the same: one of the two names at least is never used by the other article."""
    uses = [use for number, analysis in enumerate(analyses) for use in _uses(number, analysis)]
    used = {(use.article, use.name) for use in uses}
    sets: dict[str, frozenset[int]] = {}
    for analysis in analyses:
        sets |= wording(analysis.article.language).sets
    told: dict[int, set[str]] = defaultdict(set)
    for together in _together(uses, passages):
        by_set: dict[int, list[tuple[int, str]]] = defaultdict(list)
        for article, name in sorted(together):
            for number in sets[name]:
                by_set[number].append((article, name))
        for number, members in by_set.items():
            for (one, first), (two, second) in combinations(members, 2):
                never = (one, second) not in used or (two, first) not in used
                if one != two and first != second and never:
                    told[number] |= {first, second}
    return [_row(uses, names) for _, names in sorted(told.items())]


def _together(uses: Sequence[_Use], passages: Iterable[Passage]) -> Iterator[set[tuple[int, str]]]:
    """Yield names, each with its article, that may be of one thing: those which a passage of fair
    confidence holds, and those on which the same name hangs."""
    for passage, inside in facing(uses, passages):
        if passage.confidence != "low":
            yield {(use.article, use.name) for use in inside}
    anchored: dict[str, set[tuple[int, str]]] = defaultdict(set)
    for use in uses:
        for anchor in use.anchors:
            anchored[anchor].add((use.article, use.name))
    for anchor in sorted(anchored):
        yield anchored[anchor]


def _uses(number: int, analysis: Analysis) -> Iterator[_Use]:
    """Yield the names of things in an article; none that are part of a longer proper name."""
    text = analysis.article.text
    book = wording(analysis.article.language).alternatives
    for sentence, tokens in zip(analysis.article.sentences, analysis.tokens, strict=True):
        if sentence.furniture:
            continue
        for first, last, name in book.find(tokens):
            if _in_name(text, tokens, first, last) or (first and tokens[first - 1].norm == "to"):
                continue  # "to protest", "to strike"
            place = tokens[first].start, tokens[last].end
            anchors = frozenset(_anchors(text, tokens, first, last))
            yield _Use(name, number, sentence.index, *place, anchors)


def _in_name(text: str, tokens: Sequence[Token], first: int, last: int) -> bool:
    """True for "War" in "Second World War": a capital inside a row of them."""
    if not text[tokens[first].start].isupper() or first == last == 0:
        return False
    around = (first - 1, last + 1)
    return any(
        0 <= at < len(tokens) and text[tokens[at].start].isupper() and tokens[at].norm[0] != "'"
        for at in around
    )


def _anchors(text: str, tokens: Sequence[Token], first: int, last: int) -> Iterator[str]:
    """Yield the stems of the capital words that a phrase is tied to."""
    for at in range(max(0, first - NEAR), first):
        token = tokens[at]
        if text[token.start].isupper() and not token.stop and _unbroken(text, tokens, at, first):
            yield token.stem
    if last + 1 < len(tokens) and tokens[last + 1].norm in JOINS:
        for at in range(last + 2, min(len(tokens), last + 2 + NEAR)):
            if text[tokens[at].start].isupper() and _unbroken(text, tokens, last, at):
                yield tokens[at].stem


def _unbroken(text: str, tokens: Sequence[Token], one: int, two: int) -> bool:
    """True when no mark stands between two words of a sentence but an apostrophe or a hyphen."""
    return not any(char in ",;:()—–." for char in text[tokens[one].end : tokens[two].start])


def _row(uses: Iterable[_Use], names: set[str]) -> WordingRow:
    places: dict[int, dict[str, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
    for use in uses:
        if use.name in names:
            places[use.article][use.name].append((use.start, use.end))
    sources = tuple(source(article, places[article]) for article in sorted(places))
    totals = {
        name: sum(len(found.get(name, ())) for found in places.values()) for name in sorted(names)
    }
    return WordingRow("alternative", max(totals, key=lambda name: totals[name]), sources)
