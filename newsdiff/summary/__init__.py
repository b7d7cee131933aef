"""Extractive summaries: which of an article's own sentences tell most of it.

`summarize` is the one entrance; one module a family of methods, and sumy's adapter is the only
file that imports sumy.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsdiff.language.analysis import Analysis

if TYPE_CHECKING:
    from newsdiff.article import Article

METHODS = (
    "news", "lead", "lexrank", "textrank", "lsa", "luhn", "kl", "sumbasic", "edmundson",
    "reduction",
)  # fmt: skip
"""The names that `method` takes; `news` is the default, all behind `lead` are sumy's."""


@dataclass(frozen=True, slots=True)
class Length:
    """How long a summary is to be; exactly one of the three is set.

    `sentences` is a count, `words` a number that is never passed (except that a non-empty text
    never gets an empty summary: one sentence is given), `percent` (0 to 100, fractions too) a share
    of the article's sentences, rounded up.
    """

    sentences: int | None = None
    words: int | None = None
    percent: float | None = None


DEFAULT_LENGTH = Length(sentences=3)


@dataclass(frozen=True, slots=True)
class Pick:
    """One sentence with its score and the additive terms that the score is the sum of.

    Methods that rank without telling why (sumy's) have no terms; a method without scores gives
    None.
    """

    index: int
    score: float | None
    terms: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Summary:
    """The sentences chosen for one article, in document order.

    `considered` holds every sentence that could be chosen (not headings or furniture), in document
    order, with the same scores and terms; `picks` is a subset of it. `complete` is True when the
    length asked for is the whole article or more.
    """

    method: str
    picks: tuple[Pick, ...]
    considered: tuple[Pick, ...]
    complete: bool = False


def summarize(article: Article, length: Length = DEFAULT_LENGTH, method: str = "news") -> Summary:
    """Return a summary of the article: a subset of its own sentences, in order.

    Raises UsageError for an unknown method or a length that is not positive.
    """
    return choose(Analysis(article), length, method)


def choose(analysis: Analysis, length: Length = DEFAULT_LENGTH, method: str = "news") -> Summary:
    """Return what `summarize` does, for an article whose words may be known already."""
    raise NotImplementedError
