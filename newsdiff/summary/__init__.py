"""Extractive summaries: which of an article's own sentences tell most of it.

`summarize` is the one entrance; one module a family of methods, and sumy's adapter is the only
file that imports sumy.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from newsdiff.errors import UsageError
from newsdiff.language.analysis import Analysis
from newsdiff.summary.length import Room
from newsdiff.summary.selection import select

if TYPE_CHECKING:
    from newsdiff.article import Article
    from newsdiff.summary.ranking import Ranking

METHODS = (
    "news", "lead", "lexrank", "textrank", "lsa", "luhn", "kl", "sumbasic", "edmundson",
    "reduction", "sumy:lexrank", "sumy:textrank",
)  # fmt: skip
"""The names that `method` takes; `news` is the default. All behind `textrank` are sumy's own:
its LexRank and TextRank have the scores of ours and take far longer."""


@dataclass(frozen=True, slots=True)
class Length:
    """How long a summary is to be; exactly one of the three is set.

    `sentences` is a count, `words` a number that is never passed (but a text that is not empty
    never gets an empty summary: where no sentence fits, the shortest is given), `percent` (0 to
    100, fractions too) a share of the article's sentences, rounded up.
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


class Summary(NamedTuple):
    """The sentences chosen for one article, in document order.

    `considered` holds every sentence that could be chosen (not headings or furniture), in document
    order, with the same scores and terms; `picks` is a subset of it. `complete` is True when the
    length asked for is the whole article or more.
    """

    method: str
    picks: tuple[Pick, ...]
    considered: tuple[Pick, ...]
    complete: bool = False


def summarize(
    article: Article,
    length: Length = DEFAULT_LENGTH,
    method: str = "news",
    about: str | None = None,
) -> Summary:
    """Return a summary of the article: a subset of its own sentences, in order.

    With `about` it holds only what the article says about that, and is empty where it says nothing.
    Raises UsageError for an unknown method, a length that is not positive, and an `about` without a
    word or with another method than `news`.
    """
    return choose(Analysis(article), length, method, about)


def choose(
    analysis: Analysis,
    length: Length = DEFAULT_LENGTH,
    method: str = "news",
    about: str | None = None,
) -> Summary:
    """Return what `summarize` does, for an article whose words may be known already."""
    ranking = ranked(analysis, method, about)
    room = Room.of(length, [words_in(analysis, pick.index) for pick in ranking.picks])
    places = select(ranking, room)
    return Summary(
        method=method,
        picks=tuple(ranking.picks[place] for place in sorted(places)),
        considered=ranking.picks,
        complete=room.holds_all and about is None,
    )


def ranked(analysis: Analysis, method: str = "news", about: str | None = None) -> Ranking:
    """Return what `method` says of the sentences that a summary may hold."""
    if method not in METHODS:
        raise UsageError(f"no method {method!r}; the methods are {', '.join(METHODS)}")
    ranking = _ranker(method)(analysis, _candidates(analysis))
    if about is None:
        return ranking
    if method != "news":
        raise UsageError(f"what to tell about can be asked of the method news, not of {method}")
    from newsdiff.summary.about import focused  # noqa: PLC0415  finds names, which takes time

    return focused(ranking, analysis, about)


def _candidates(analysis: Analysis) -> tuple[int, ...]:
    """Return the indices of the sentences that a summary may hold, in order.

    These are the article's own sentences that have words. Where there are none, anything goes:
    a text that is not empty never gets an empty summary.
    """
    sentences = analysis.article.sentences
    own = tuple(s.index for s in sentences if not s.furniture)
    worded = tuple(index for index in own if analysis.tokens[index])
    return worded or own or tuple(s.index for s in sentences)


def words_in(analysis: Analysis, index: int) -> int:
    """Return how long a sentence is, by our count or by white space, whichever is more, so that
    a limit holds for whoever checks it with `wc -w` too."""
    text = analysis.article.sentence_text(index)
    return max(len(analysis.tokens[index]), len(text.split()))


def _ranker(method: str) -> Callable[[Analysis, Sequence[int]], Ranking]:
    """Return the function that ranks by `method`, loading only what it needs."""
    if method == "news":
        from newsdiff.summary import news  # noqa: PLC0415  a module a method

        return news.rank
    if method == "lead":
        from newsdiff.summary import lead  # noqa: PLC0415  a module a method

        return lead.rank
    if method in ("lexrank", "textrank"):
        from newsdiff.summary import graph  # noqa: PLC0415  numpy takes 0.1 s to load

        return partial(graph.rank, method)
    from newsdiff.summary import sumy_adapter  # noqa: PLC0415  sumy and nltk take 0.4 s to load

    return partial(sumy_adapter.rank, method.removeprefix("sumy:"))
