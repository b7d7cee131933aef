"""Figures where they stand: among which words, how early, and what they tell."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from newsdiff.language.figures.dates import MONTHS, WEEKDAYS
from newsdiff.language.figures.movements import Movement, movement
from newsdiff.language.figures.numbers import SCALES
from newsdiff.language.figures.rounding import agree

if TYPE_CHECKING:
    from newsdiff.language.analysis import Analysis
    from newsdiff.language.figures import Figure
    from newsdiff.language.words import Token

NEAR = 6
"""Content words on either side of a figure that tell what it is about."""
WIDE = 30
"""Content words on either side that are looked at where the unit is a noun that both count."""
FRAME = 6
"""Words of any kind on either side, in their order, that a copied sentence has too."""
SMALL = 12
"""Counts up to this are equal by chance too often to be one figure without shared words."""

Place = tuple[int, int]
"""A sentence among the articles: the article's number and the sentence's index."""
Identity = tuple[str, str]
"""Kind and key: equal for two figures that say the same."""

_TIME = frozenset({"second", "minut", "hour", "day", "week", "month", "year", "decad", "centuri"})
_NO_ROW = frozenset({"weekday", "month", "time"})
_NO_NAMES = frozenset({*MONTHS, *WEEKDAYS})
_NUMBER = re.compile(r"\W?(\d[\d,]{0,20})")
_COUNTS = frozenset({"count", "number"})


class Telling(NamedTuple):
    """A figure where it stands.

    `before` and `after` hold the stems of the content words around it, the nearest first; `names`
    those of the near ones that have a capital inside the sentence. `early` is its place in the
    text, 0 to 1; `movement` tells an amount from a change of it. `pronoun` is True for the word
    "one", `age` for a number behind a name and a comma, `span` for a count of years, days or
    hours ("-year-old" is none), `relative` for a date said against the day of
    writing ("last year"). `digits` are those it begins with ("2024",
    "43885310"); `frame` the few words right before it, the nearest first, and those right behind
    its number. `title` is True for "Category 4", `vague` for "dozens"; `kinds` are the stems
    between the number and its noun ("six coastal villages").
    """

    article: int
    figure: Figure
    before: tuple[str, ...]
    after: tuple[str, ...]
    names: frozenset[str]
    early: float
    movement: Movement
    pronoun: bool
    age: bool
    span: bool
    title: bool
    vague: bool
    kinds: frozenset[str]
    relative: bool
    digits: str
    frame: tuple[tuple[str, ...], tuple[str, ...]]

    @property
    def place(self) -> Place:
        """The sentence that gives the figure."""
        return self.article, self.figure.sentence

    @property
    def identity(self) -> Identity:
        """What is equal for two figures that say the same."""
        return self.figure.kind, self.figure.key

    @property
    def sort(self) -> tuple[str, str]:
        """What two figures must have in common to be held against each other."""
        return self.figure.kind, self.figure.unit

    @property
    def repeated(self) -> bool:
        """True for counts, ranks and years, which an article may well give of two things; money,
        shares and days are rarely equal by chance."""
        return self.figure.kind in {*_COUNTS, "ordinal"} or self.figure.unit == "year"

    def shared(self, other: Telling, reach: int) -> set[str]:
        """Return the stems that both have within so many content words on either side."""
        return self.around(reach) & other.around(reach)

    def around(self, reach: int) -> set[str]:
        """Return the stems within so many content words on either side."""
        near = {*self.before[:reach], *self.after[:reach]}
        return {stem for stem in near if not stem[0].isdigit()}

    def says(self, other: Telling) -> bool:
        """Return True when this may be the other figure in other words: rounded, hedged, or "17"
        for "17 people"."""
        a, b = self.figure, other.figure
        if self.identity == other.identity or agree(a, b) or _meet(a, b) or _meet(b, a):
            return True
        return a.value == b.value and {a.kind, b.kind} <= _COUNTS and "" in (a.unit, b.unit)


def tellings_of(number: int, analysis: Analysis) -> list[Telling]:
    """Return the figures of one article that can have a row, in order of place."""
    article = analysis.article
    found: list[Telling] = []
    sentence = -1
    content: list[Token] = []
    starts: list[int] = []
    for figure in analysis.figures:
        if figure.kind == "relative" or figure.unit in _NO_ROW:
            continue
        if figure.sentence != sentence:
            sentence = figure.sentence
            content = [token for token in analysis.tokens[sentence] if not token.stop]
            starts = [token.start for token in content]
        first, last = bisect_left(starts, figure.start), bisect_left(starts, figure.end)
        before, after = content[max(0, first - WIDE) : first][::-1], content[last : last + WIDE]
        said = article.text[figure.start : figure.end]
        found.append(
            Telling(
                article=number,
                figure=figure,
                before=tuple(token.stem for token in before),
                after=tuple(token.stem for token in after),
                names=_names(
                    article.text,
                    [*before[:NEAR], *after[:NEAR]],
                    article.sentences[sentence].start,
                ),
                early=figure.start / len(article.text),
                movement=movement(article.text, figure) if article.language == "en" else "level",
                pronoun=said[:3].lower() == "one",
                age=figure.kind == "number"
                and article.text[figure.start - 2 : figure.start] == ", "
                and article.text[figure.end : figure.end + 1] in (",", "."),
                span=figure.unit in _TIME and not said.endswith("old"),
                title=figure.kind in _COUNTS
                and _in_title(article.text, figure.start, article.sentences[sentence].start),
                vague=figure.key.partition(" ")[0].endswith("+"),
                kinds=_kinds(content[first:last], figure.unit),
                relative=figure.kind == "date" and not any(char.isdigit() for char in said),
                digits=_digits(said),
                frame=_frame(figure, analysis.tokens[sentence]),
            )
        )
    return found


def _digits(said: str) -> str:
    """Return the digits of the number that a figure begins with, its currency mark aside."""
    number = _NUMBER.match(said)
    return number[1].replace(",", "") if number else ""


def _frame(figure: Figure, tokens: Sequence[Token]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words right before a figure, the nearest first, and those right behind its
    number: the noun that it counts is one of them."""
    first = bisect_left(tokens, figure.start, key=attrgetter("start"))
    behind = bisect_left(tokens, figure.end, key=attrgetter("start"))
    number = min(first + 1, behind)
    return (
        tuple(token.norm for token in tokens[max(0, first - FRAME) : first][::-1]),
        tuple(token.norm for token in tokens[number : number + FRAME]),
    )


def _in_title(text: str, start: int, sentence: int) -> bool:
    """Return True for a number right behind a capital word, as in "Category 4 storm"."""
    *others, word, rest = ["", "", *text[max(sentence, start - 24) : start].split(" ")]
    if rest or not text[start].isdigit() or not "".join(others):
        return False
    return word[:1].isupper() and word.isalpha() and word.lower() not in _NO_NAMES


def _kinds(tokens: Sequence[Token], unit: str) -> frozenset[str]:
    """Return the stems between a number and its noun ("six coastal villages")."""
    stems = [token.stem for token in tokens]
    numbers = [n for n, stem in enumerate(stems) if stem[0].isdigit() or stem in SCALES]
    last = max(numbers, default=len(stems))
    return frozenset(stems[last + 1 :]) - {unit}


def _meet(low: Figure, high: Figure) -> bool:
    """Return True for "more than two weeks" and "nearly three weeks", which one span may be."""
    if low.hedge != "over" or high.hedge not in ("about", "under"):
        return False
    return 0 < high.value - low.value <= max(low.precision, high.precision)


def _names(text: str, near: Iterable[Token], start: int) -> frozenset[str]:
    """Return the stems of the words that begin with a capital where no sentence does."""
    return frozenset(
        token.stem
        for token in near
        if (text[token.start].isupper() or text[token.start - 1] == "@")
        and token.start > start + 1
        and token.norm not in _NO_NAMES
    )
