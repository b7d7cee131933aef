"""Figure, and the reader that tries the grammar's parts at every word where a figure may begin."""

from __future__ import annotations

import datetime
import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsdiff.language.figures.amounts import VAGUE, read_amount
from newsdiff.language.figures.counters import no_figure
from newsdiff.language.figures.dates import (
    MONTHS,
    SHORT_MONTHS,
    WEEKDAYS,
    publication_day,
    read_date,
)
from newsdiff.language.figures.money import CODES, DOLLARS, SYMBOLS
from newsdiff.language.figures.numbers import (
    DECIMAL_COMMA,
    ONES,
    TENS,
    Found,
    Kind,
    Line,
    listed,
    pieces,
)
from newsdiff.language.figures.ranks import ORDINALS
from newsdiff.language.words import SAYS, lexicon

if TYPE_CHECKING:
    from newsdiff.article import Article


class Figure(NamedTuple):
    """One figure as the text gives it, with the hedge before it and the noun behind it.

    `value` is the number with its scale worked in (240e9 for "$240 billion"); `high` is the upper
    end of a range, or the second number of a score ("234-193"), and None otherwise. `unit` is an
    ISO 4217 code for money ("USD"), "%" for shares ("a quarter of" is 25 %), "date", "year",
    "weekday" or "month" for dates, "time" for times of day, "ordinal" for ranks, else the stem of
    the noun that is counted ("sentenc"), or "" for a bare number. `precision` is the value of one
    unit in the last digit that is given (1e9 for "$240 billion", 1e8 for "$240.1 billion"): what
    tells a rounding from a difference; for vague counts ("dozens of") it is the value itself.
    `hedge` is "about", "over", "under" or None. `key` is equal for two figures that say the same,
    hedges aside (dates: ISO 8601, with "--05-01" where the year is missing). `kind` tells a count
    of years or months from the year 2024 and the month of May; "relative" figures ("last year",
    "two weeks ago") hang on the day of writing, and their keys hold the words.
    """

    start: int
    end: int
    sentence: int
    value: float
    unit: str
    key: str
    high: float | None = None
    precision: float = 1.0
    hedge: str | None = None
    kind: Kind = "number"


_STARTERS = (
    frozenset(ONES) | frozenset(TENS) | frozenset(ORDINALS) | frozenset(VAGUE)
    | frozenset(MONTHS) | frozenset(SHORT_MONTHS) | frozenset(WEEKDAYS)
    | frozenset(day + ending for day in WEEKDAYS for ending in ("s", "'s", "’s"))
    | frozenset(listed("a an half several few tens yesterday today tonight tomorrow last this next "
                       "past previous coming quarter"))
    | frozenset("'‘’") | frozenset(SYMBOLS) | frozenset(DOLLARS)
    | frozenset(code.lower() for code in CODES)
)  # fmt: skip
"""Words and marks, in lower case, with which a figure that is not digits may begin."""

MOST_FIGURES = 200
"""Figures that one sentence can give: what has more is a table or a trap, and a megabyte of "$1"
would be 300,000 of them."""

_HEDGE_REACH = 48


@cache
def _hedges() -> re.Pattern[str]:
    return re.compile(
        r"(?:\b(?:(?P<over>more than|greater than|higher than|over|at least|no (?:less|fewer) than"
        r"|not less than|upwards? of|above|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|topp(?:ed|ing)"
        r"|in excess of|just over|a little over|well over|north of|minimum of)"
        r"|(?P<under>less than|fewer than|lower than|under|below|up to|at most|no more than"
        r"|not more than|as (?:many|much) as|just under|a little under|well under|maximum of"
        r"|just short of)"
        r"|(?P<about>about|some|around|nearly|almost|roughly|approximately|an? estimated|estimated"
        r"|close to|circa|virtually|more or less|in the region of))|~)"
        r"(?:\s(?:a|an|the|its)(?=\s))?(?:\s(?:target|record|total|goal|level|limit)\sof)?\s?$",
        re.IGNORECASE,
    )


def find_figures(article: Article) -> tuple[Figure, ...]:
    """Return the figures and dates of the article's own sentences, in order of place."""
    published = publication_day(article.published)
    return tuple(
        figure
        for sentence in article.sentences
        if not sentence.furniture
        for figure in figures_in(
            article.text,
            sentence.start,
            sentence.end,
            sentence.index,
            article.language,
            published=published,
        )
    )


def figures_in(
    text: str,
    start: int,
    end: int,
    sentence: int = 0,
    language: str = "en",
    *,
    published: datetime.date | None = None,
) -> tuple[Figure, ...]:
    """Return the first MOST_FIGURES figures and dates of `text[start:end]`, in order and without
    overlaps.

    >>> [(f.key, f.hedge) for f in figures_in("about 47 pages, $1.6 bn", 0, 23)]
    [('47 page', 'about'), ('1600000000 USD', None)]
    """
    if not SAYS.search(text, start, end):
        return ()
    line = pieces(text, start, end)
    ctx = Line(line, lexicon(language), language == "en", language in DECIMAL_COMMA)
    found: list[Figure] = []
    index, floor = 0, start
    while index < len(line) and len(found) < MOST_FIGURES:
        piece = line[index]
        if piece.kind != "number" and piece.low not in _STARTERS:
            index += 1
            continue
        got, stop = _read(ctx, index, published)
        if got is None:
            index = max(stop, index + 1)
            continue
        if got.kind == "date" and _signs(text, piece.start):
            index = got.stop
            continue
        first, hedge = piece.start, None
        if got.kind not in ("date", "relative") and ctx.english:
            first, hedge = _hedge(text, floor, piece.start)
        last = line[got.stop - 1].end
        found.append(
            Figure(
                first, last, sentence, got.value, got.unit, got.key,
                got.high, got.precision, hedge or got.hedge, got.kind,
            )
        )  # fmt: skip
        index, floor = got.stop, last
    return tuple(found)


def _read(ctx: Line, index: int, published: datetime.date | None) -> tuple[Found | None, int]:
    """Return the figure that begins at piece `index`, or None and where to go on."""
    if ctx.pieces[index].kind == "number":
        skip = no_figure(ctx.pieces, index)
        if skip:
            return None, skip
    found = read_date(ctx.pieces, index, english=ctx.english, published=published)
    if found is None:
        found = read_amount(ctx, index)
    return found, index + 1


def _signs(text: str, start: int) -> bool:
    """Return True for the date behind a post's author ("— Mara Dell (@maradell) May 1, 2024"): it
    tells nothing of what happened."""
    return text[start - 2 : start] == ") " and "(@" in text[max(0, start - 40) : start]


def _hedge(text: str, floor: int, start: int) -> tuple[int, str | None]:
    """Return where a figure begins with the hedge before it, and what the hedge says."""
    match = _hedges().search(text, max(floor, start - _HEDGE_REACH), start)
    if match is None:
        return start, None
    return match.start(), match.lastgroup or "about"
