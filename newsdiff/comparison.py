"""compare(articles) -> Comparison: the only place where summary, alignment and emphasis meet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from newsdiff.alignment.passage import Fact, Passage
from newsdiff.article import Article
from newsdiff.emphasis.rows import Coverage, Event, FigureRow, NameRow, Only, TermRow
from newsdiff.errors import UsageError
from newsdiff.language.analysis import Analysis
from newsdiff.summary import DEFAULT_LENGTH, Length, Summary

MAX_ARTICLES = 20


@dataclass(frozen=True, slots=True)
class Settings:
    """What a comparison was asked for. `min_score` is None for the tuned threshold."""

    min_score: float | None = None
    method: str = "news"
    length: Length = DEFAULT_LENGTH


class Comparison:
    """Two to twenty articles, held against each other.

    Not a dataclass: each part is worked out when it is first asked for, so that an output that
    shows one part never pays for another. Articles are known by their place, from 0.
    """

    def __init__(self, articles: Sequence[Article], settings: Settings) -> None:
        self.articles = tuple(articles)
        self.settings = settings
        self.analyses = tuple(Analysis(article) for article in self.articles)

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """Each article's name for reports, made distinct where two are alike."""
        raise NotImplementedError

    @cached_property
    def summaries(self) -> tuple[Summary, ...]:
        """A short summary of each article."""
        raise NotImplementedError

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Passages that two articles share, best score first."""
        raise NotImplementedError

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Passages that hang together, grouped; carried by most articles first."""
        raise NotImplementedError

    @cached_property
    def coverage(self) -> tuple[Coverage, ...]:
        """How much of each article each other one tells, in both directions of every pair."""
        raise NotImplementedError

    @cached_property
    def only(self) -> tuple[Only, ...]:
        """Sentences that one article alone tells, by article, most prominent first."""
        raise NotImplementedError

    @cached_property
    def figures(self) -> tuple[FigureRow, ...]:
        """Figures: those that differ first, then rounded, equal, and those only one gives."""
        raise NotImplementedError

    @cached_property
    def names(self) -> tuple[NameRow, ...]:
        """Names by how much they stand out, then by how prominent they are."""
        raise NotImplementedError

    @cached_property
    def terms(self) -> tuple[TermRow, ...]:
        """Words that one article uses far more than the others; fair evidence or better."""
        raise NotImplementedError

    @cached_property
    def event(self) -> Event:
        """Whether these articles tell of one event."""
        raise NotImplementedError

    @cached_property
    def warnings(self) -> tuple[str, ...]:
        """What a reader should know before believing the rest, one line each."""
        raise NotImplementedError

    @property
    def differs(self) -> bool:
        """True when any article tells what another does not, or tells it otherwise."""
        raise NotImplementedError


def compare(articles: Sequence[Article], settings: Settings | None = None) -> Comparison:
    """Hold two to twenty articles against each other.

    Raises UsageError for fewer than two or more than MAX_ARTICLES, and for a `min_score` outside
    of 0 to 1. Nothing is computed before a part of the result is asked for.
    """
    if not 2 <= len(articles) <= MAX_ARTICLES:
        raise UsageError(f"compare takes 2 to {MAX_ARTICLES} articles, not {len(articles)}")
    settings = settings or Settings()
    if settings.min_score is not None and not 0 <= settings.min_score <= 1:
        raise UsageError(f"the least score is a number from 0 to 1, not {settings.min_score}")
    return Comparison(articles, settings)


def pairs(count: int) -> tuple[tuple[int, int], ...]:
    """Return every pair of article numbers below `count`, in order."""
    return tuple(combinations(range(count), 2))
