"""Figures and dates: each becomes a value with unit, scale, hedge and offsets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsdiff.article import Article


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure as the text gives it.

    `value` is the number with its scale worked in (240e9 for "$240 billion"); `high` is the upper
    end of a range and None otherwise. `unit` is an ISO 4217 code for money ("USD"), "%" for shares,
    "date", "year", "weekday" or "month" for dates, "ordinal" for ranks, else the stem of the noun
    that is counted ("sentenc"), or "" for a bare number. `precision` is the value of one unit in
    the last digit that is given (1e9 for "$240 billion", 1e8 for "$240.1 billion"): what tells a
    rounding from a difference. `hedge` is "about", "over", "under" or None. `key` is equal for two
    figures that say the same (dates: ISO 8601, with "--05-01" where the year is missing).
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


def find_figures(article: Article) -> tuple[Figure, ...]:
    """Return the figures and dates of the article's own sentences, in order of place."""
    raise NotImplementedError
