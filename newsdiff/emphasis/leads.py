"""The first paragraph: who, what, where and when, and in which order an article says them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from newsdiff.alignment.spans import BREAK
from newsdiff.emphasis.rows import Lead, LeadItem
from newsdiff.language.datelines import dateline_end

if TYPE_CHECKING:
    from newsdiff.article import Article, Sentence
    from newsdiff.emphasis.rows import NameRow
    from newsdiff.language.analysis import Analysis
    from newsdiff.language.names import NameType
    from newsdiff.language.words import Token

MOST_SENTENCES = 3
"""Sentences that a first paragraph has at most: texts without breaks are one paragraph."""

MOST_WORDS = 14
"""Words that "what" may have; a news clause is shorter."""

LEAST_CONTENT = 2
"""Content words without which a clause does not say what is done."""

APART = 5
"""Words between two names that are one "who" ("Dasko and her host, Prime Minister Hallen")."""

PLACE = re.compile(r"[A-Z][A-Z .,'’-]{2,40}(?:[—–]|--) ?")
"""A place in capitals that a report opens with: "LINDHAVEN — "."""

BELONGS = re.compile(r"(?: (?:of|on|for) (?:the )?[A-Z][\w.'’-]{0,30}| \([^()]{1,40}\)){1,3}")
"""What belongs to a name that it follows; bounded everywhere."""

ROLES: Mapping[NameType, str] = {"person": "who", "organization": "who", "place": "where"}
DAYS = frozenset(("date", "relative"))
"""Kinds of figures that tell when; "seven months" is a count."""


def leads(analyses: Sequence[Analysis], names: Sequence[NameRow]) -> tuple[Lead, ...]:
    """Return the first paragraph of each article that has one, with what it tells.

    `names` are the comparison's rows of names.
    """
    found = []
    for number, analysis in enumerate(analyses):
        opening = _opening(analysis.article)
        if opening:
            start, end = opening[0].start, opening[-1].end
            items = [
                *_named(number, names, start, end, analyses),
                *_days(analysis, start, end),
            ]
            what = _what(analysis, opening[0], items)
            items += [what] if what is not None else []
            found.append(Lead(number, start, end, tuple(sorted(items, key=lambda i: i.start))))
    return tuple(found)


def _opening(article: Article) -> list[Sentence]:
    """Return the sentences of the first paragraph of the article's own text."""
    own = [sentence for sentence in article.sentences if sentence.role == "text"]
    return [s for s in own[:MOST_SENTENCES] if s.paragraph == own[0].paragraph]


def _named(
    number: int, names: Sequence[NameRow], start: int, end: int, analyses: Sequence[Analysis]
) -> Iterator[LeadItem]:
    """Yield the people, organizations and places of a stretch, each where it first stands."""
    for row in names:
        role = ROLES.get(row.type)
        firsts = {source.article: source.first for source in row.sources}
        mine = [span for s in row.sources if s.article == number for span in s.spans]
        place = next((span for span in mine if start <= span[0] < end), None)
        if place is not None and role is not None:
            others = tuple(
                (other, firsts.get(other))
                for other, analysis in enumerate(analyses)
                if other != number and (other in firsts or analysis.lacks(row.name))
            )
            yield LeadItem("who" if role == "who" else "where", *place, others)


def _days(analysis: Analysis, start: int, end: int) -> Iterator[LeadItem]:
    for figure in analysis.figures:
        if start <= figure.start < end and figure.kind in DAYS:
            yield LeadItem("when", figure.start, figure.end)


def _what(analysis: Analysis, sentence: Sentence, items: Sequence[LeadItem]) -> LeadItem | None:
    """Return the clause behind the first "who" of a sentence; its first clause where there is no
    such name before the middle, or nothing behind it."""
    text = analysis.article.text
    tokens = analysis.tokens[sentence.index]
    opens = dateline_end(text, sentence.start, sentence.end)
    place = PLACE.match(text, opens, sentence.end)
    opens = place.end() if place else opens
    people = sorted((i.start, i.end) for i in items if i.role == "who" and i.start < sentence.end)
    start = opens
    if people and people[0][0] < (sentence.start + sentence.end) / 2:
        start = _behind(text, people[0][1], sentence.end)
        for first, end in people[1:]:
            if not _joined(text, [token for token in tokens if start <= token.start < first]):
                break
            aside = text[first - 2 : first] == ", " and text[end : end + 1] == ","
            start = end + 1 if aside else _behind(text, end, sentence.end)
    days = [(i.start, i.end) for i in items if i.role == "when"]
    left = [token for token in tokens if token.start >= start]
    while left and (any(a <= left[0].start < b for a, b in days) or _joins_day(left, days)):
        left = left[1:]
    return _clause(text, left) or _clause(text, [t for t in tokens if t.start >= opens])


def _joined(text: str, between: Sequence[Token]) -> bool:
    """True for the words between two names that are one "who": "and her host, Prime Minister", or
    "Speaker" alone."""
    small = [token for token in between if text[token.start].islower()]
    telling = [token for token in small if not token.stop]
    joins = not small or any(token.norm in ("and", "or") for token in small)
    return joins and len(between) <= APART and len(telling) <= 1


def _behind(text: str, start: int, end: int) -> int:
    """Return where a sentence goes on behind a name, "of Ohio", "(R-Ohio)" and an aside between
    commas."""
    match = BELONGS.match(text, start, end)
    start = match.end() if match else start
    if text[start : start + 1] != ",":
        return start
    close = text.find(", ", start + 1, end)
    return start if close < 0 else close + 1


def _joins_day(left: Sequence[Token], days: Sequence[tuple[int, int]]) -> bool:
    """True for "on" in "on Friday"."""
    return len(left) > 1 and left[0].norm == "on" and any(a == left[1].start for a, _ in days)


def _clause(text: str, tokens: Sequence[Token]) -> LeadItem | None:
    """Return the words up to the next clause border behind which enough is said."""
    content = 0
    for at, token in enumerate(tokens):
        content += not token.stop
        last = at + 1 == len(tokens) or at + 1 == MOST_WORDS
        if last or (
            content >= LEAST_CONTENT
            and BREAK.search(text, token.end, tokens[at + 1].end) is not None
        ):
            return LeadItem("what", tokens[0].start, token.end) if content else None
    return None
