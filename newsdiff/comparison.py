"""compare(articles) -> Comparison: the only place where summary, alignment and emphasis meet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import combinations
from pathlib import PurePath
from typing import NamedTuple

from newsdiff.alignment.aligner import Held, align, hold
from newsdiff.alignment.facts import group_facts
from newsdiff.alignment.passage import Fact, Passage
from newsdiff.alignment.profile import profile
from newsdiff.article import Article
from newsdiff.emphasis.coverage import coverage
from newsdiff.emphasis.event import same_event
from newsdiff.emphasis.figures import figure_rows
from newsdiff.emphasis.leads import leads
from newsdiff.emphasis.names import name_rows
from newsdiff.emphasis.only import only
from newsdiff.emphasis.perhaps import DOUBTFUL, nearest
from newsdiff.emphasis.placement import placements
from newsdiff.emphasis.rows import (
    Coverage,
    Event,
    FigureRow,
    Lead,
    NameRow,
    Only,
    Placement,
    Speaker,
    TermRow,
    VoiceRow,
    WordingRow,
)
from newsdiff.emphasis.terms import term_rows
from newsdiff.emphasis.voices import speakers, voice_rows
from newsdiff.emphasis.wording import wording_rows
from newsdiff.errors import UsageError
from newsdiff.language.analysis import Analysis
from newsdiff.summary import Length, Summary, choose

MAX_ARTICLES = 20

BRIEF = Length(sentences=2)
"""A comparison tells each article in two sentences: who wants more asks `summarize`."""


class Settings(NamedTuple):
    """What a comparison was asked for. `min_score` is None for the tuned threshold."""

    min_score: float | None = None
    method: str = "news"
    length: Length = BRIEF


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
        """Each article's name for reports: outlet or file, made distinct where two are alike."""
        given = [article.label.casefold() for article in self.articles]
        labels = [
            f"{article.label} ({_place(article)})" if given.count(label) > 1 else article.label
            for label, article in zip(given, self.articles, strict=True)
        ]
        return tuple(
            label if labels.count(label) == 1 else f"{label} {labels[:number].count(label) + 1}"
            for number, label in enumerate(labels)
        )

    @cached_property
    def summaries(self) -> tuple[Summary, ...]:
        """A short summary of each article."""
        return tuple(
            choose(analysis, self.settings.length, self.settings.method)
            for analysis in self.analyses
        )

    @cached_property
    def held(self) -> dict[tuple[int, int], Held]:
        """The sentences of each pair of articles held against each other, by the two numbers."""
        profiles = [profile(analysis) for analysis in self.analyses]
        asked = self.settings.min_score
        least = DOUBTFUL if asked is None else min(DOUBTFUL, asked)
        return {
            (a, b): hold(profiles[a], profiles[b], least)
            for a, b in combinations(range(len(profiles)), 2)
        }

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Passages that two articles share, best score first, then by place."""
        found = [
            passage
            for articles, held in self.held.items()
            for passage in align(held, articles, self.settings.min_score)
        ]
        # The sum of places keeps the order when two articles change their sides.
        return tuple(sorted(found, key=lambda p: (-p.score, sum(span.start for span in p.spans))))

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Passages that hang together, grouped; carried by most articles first."""
        return group_facts(self.passages)

    @cached_property
    def coverage(self) -> tuple[Coverage, ...]:
        """How much of each article each other one tells, in both directions of every pair."""
        return coverage(self.analyses, self.passages)

    @cached_property
    def only(self) -> tuple[Only, ...]:
        """Sentences that one article alone tells, by article, most prominent first."""
        return only(self.analyses, self.passages, nearest(self.held))

    @cached_property
    def figures(self) -> tuple[FigureRow, ...]:
        """Figures: those that differ first, then rounded, equal, and those only one gives."""
        return figure_rows(self.analyses, self.passages)

    @cached_property
    def names(self) -> tuple[NameRow, ...]:
        """Names by how much they stand out, then by how prominent they are."""
        return name_rows(self.analyses)

    @cached_property
    def voices(self) -> tuple[VoiceRow, ...]:
        """What each article lets others say, by article and place."""
        return voice_rows(self.analyses)

    @cached_property
    def speakers(self) -> tuple[Speaker, ...]:
        """Who speaks in each article, by article, for the most words first."""
        return speakers(self.voices)

    @cached_property
    def terms(self) -> tuple[TermRow, ...]:
        """Words that one article uses far more than the others; fair evidence or better."""
        return term_rows(self.analyses)

    @cached_property
    def leads(self) -> tuple[Lead, ...]:
        """Who, what, where and when in each article's first paragraph, in their order."""
        return leads(self.analyses, self.names)

    @cached_property
    def placement(self) -> tuple[Placement, ...]:
        """Where the articles tell each shared fact, those told furthest apart first."""
        return placements(self.analyses, self.facts, self.passages)

    @cached_property
    def wording(self) -> tuple[WordingRow, ...]:
        """What may be the same in other words, then verbs of saying and hedges."""
        return wording_rows(self.analyses, self.passages)

    @cached_property
    def event(self) -> Event:
        """Whether these articles tell of one event."""
        return same_event(self.analyses, self.passages)

    @cached_property
    def warnings(self) -> tuple[str, ...]:
        """What a reader should know before believing the rest, one line each."""
        return tuple(_warnings(self))

    @cached_property
    def differs(self) -> bool:
        """True when a sentence of one article does not stand word for word in each other one.

        Case, punctuation, headings and furniture do not count.
        """
        told = [
            {
                tuple(token.norm for token in tokens)
                for sentence, tokens in zip(
                    analysis.article.sentences, analysis.tokens, strict=True
                )
                if tokens and not sentence.furniture
            }
            for analysis in self.analyses
        ]
        return any(sentences != told[0] for sentences in told[1:])


LONG = 32
"""Characters of a name in a label: those of pages may have a hundred."""


def _place(article: Article) -> str:
    """Return the last part of where an article stands: the name of its file or page."""
    if article.source == "-":
        return "standard input"
    path = article.source.split("?")[0] if "://" in article.source else article.source
    name = PurePath(path).name or article.source
    return name if len(name) <= LONG else f"{name[: LONG // 2]}…{name[-LONG // 2 + 1 :]}"


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


THIN = 40
"""Below this many words an article is too short for its shares and counts to mean much."""


def _warnings(comparison: Comparison) -> Iterator[str]:
    languages = sorted({article.language for article in comparison.articles})
    if len(languages) > 1:
        yield (
            f"the articles are in different languages ({', '.join(languages)}): "
            "only names and figures can be held against each other"
        )
    for label, analysis in zip(comparison.labels, comparison.analyses, strict=True):
        if analysis.words < THIN:
            yield f"{label} has only {analysis.words} words: shares and counts mean little"
