"""Figures and dates of several articles: equal, rounded, different about the same thing, or given
by one alone."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Literal

from newsdiff.emphasis.rivals import differing
from newsdiff.emphasis.rows import FigureRow, FigureValue
from newsdiff.emphasis.tellings import NEAR, SMALL, Identity, Place, Telling, tellings_of
from newsdiff.language.figures.rounding import agree

if TYPE_CHECKING:
    from newsdiff.alignment.passage import Passage
    from newsdiff.language.analysis import Analysis

EARLY = 0.25
"""Prominence falls by e within this share of the text, as measured on names (GUM news)."""
PART = 5.0
"""The precision of shares that are words ("half", "a third"): many things are halved."""
PAIR = 2
"""Counts up to this say nothing by themselves."""
CROWD = 40
"""Figures of one unit in one article that are held against others: what has more is a table or a
trap, and the cost would grow with the square."""

Status = Literal["equal", "rounded", "differs", "only"]
_ORDER: tuple[Status, ...] = ("differs", "rounded", "equal", "only")
Row = tuple[Status, tuple[Telling, ...]]


def figure_rows(analyses: Sequence[Analysis], passages: Sequence[Passage]) -> tuple[FigureRow, ...]:
    """Return a row for each figure: those that differ first, then rounded, equal, and those that
    only one article gives; inside by prominence, so that what stands first and often leads.

    Weekdays, months alone, times of day and "last year" get no row; ordinals and small bare numbers
    none of their own. A differing row holds two values, a shared one each article's first.
    """
    tellings = [
        t for number, analysis in enumerate(analyses) for t in tellings_of(number, analysis)
    ]
    aligned = _aligned(passages)
    rows: list[Row] = [("differs", pair) for pair in differing(tellings, aligned)]
    told = {(t.article, t.identity) for _, row in rows for t in row}
    for status, row in [*_equal(tellings, aligned), *_rounded(tellings, aligned)]:
        if not all((t.article, t.identity) in told for t in row):
            rows.append((status, row))
            told |= {(t.article, t.identity) for t in row}
    rows += [("only", (t,)) for t in _alone(tellings) if (t.article, t.identity) not in told]
    rows.sort(key=_order(tellings))
    return tuple(
        FigureRow(status, row[0].figure.unit, tuple(FigureValue(t.article, t.figure) for t in row))
        for status, row in rows
    )


def _order(tellings: Iterable[Telling]) -> Callable[[Row], tuple[int, float, int, int]]:
    """Return a key that sorts rows by status, then by how often and early their figures stand."""
    weight: dict[tuple[int, Identity], float] = defaultdict(float)
    for telling in tellings:
        weight[telling.article, telling.identity] += math.exp(-telling.early / EARLY)

    def key(row: Row) -> tuple[int, float, int, int]:
        status, told = row
        prominence = round(sum(weight[t.article, t.identity] for t in told), 9)
        return _ORDER.index(status), -prominence, told[0].article, told[0].figure.start

    return key


def _aligned(passages: Sequence[Passage]) -> dict[Place, set[Place]]:
    """Return for each sentence the sentences of other articles that tell the same; passages that
    are hardly more than a guess do not count."""
    found: dict[Place, set[Place]] = defaultdict(set)
    for passage in passages:
        if passage.confidence == "low":
            continue
        one, two = ((span.article, span.sentence) for span in passage.spans)
        found[one].add(two)
        found[two].add(one)
    return found


def _equal(tellings: Sequence[Telling], aligned: Mapping[Place, set[Place]]) -> list[Row]:
    """Return the figures that two or more articles give alike, each article once. "The second" and
    "last year" say nothing by being equal."""
    groups: dict[Identity, list[Telling]] = defaultdict(list)
    for telling in tellings:
        if telling.figure.kind != "ordinal" and not _small_talk(telling):
            groups[telling.identity].append(telling)
    rows: list[Row] = []
    for group in groups.values():
        by_article: dict[int, list[Telling]] = defaultdict(list)
        for telling in group:
            if len(by_article[telling.article]) < CROWD:
                by_article[telling.article].append(telling)
        members = _members(list(by_article.values()), aligned)
        if len(members) > 1 and not all(member.relative for member in members):
            rows.append(("equal", members))
    return rows


def _small_talk(telling: Telling) -> bool:
    """Return True for "two people" and "ten years", which say nothing by being equal."""
    figure = telling.figure
    return figure.kind in ("count", "number") and figure.value <= (SMALL if telling.span else PAIR)


def _members(
    by_article: Sequence[Sequence[Telling]], aligned: Mapping[Place, set[Place]]
) -> tuple[Telling, ...]:
    """Return one telling of each article that gives the figure, chosen so that they tell of one
    thing; empty when none do."""
    if _plain_to_see(by_article[0][0]):
        return tuple(group[0] for group in by_article)
    for first, group in enumerate(by_article[:-1]):
        for one in group:
            chosen = [one]
            for others in by_article[first + 1 :]:
                chosen += [t for t in others if _tell_of_one_thing(one, t, aligned)][:1]
            if len(chosen) > 1:
                return tuple(chosen)
    return ()


def _plain_to_see(telling: Telling) -> bool:
    """Return True when an equal figure is the same figure, wherever it stands: dates, money,
    shares, and counts too large to be equal by chance."""
    figure = telling.figure
    if figure.kind == "share":
        return figure.precision < PART
    if figure.kind in ("date", "money"):
        return True
    large = figure.value > SMALL or figure.value % 1 > 0
    return figure.kind == "count" and not telling.span and large


def _tell_of_one_thing(one: Telling, two: Telling, aligned: Mapping[Place, set[Place]]) -> bool:
    """Return True when two equal or agreeing figures stand in aligned sentences and share a word,
    or share two. Two of anything, dates and spans of time need the sentences."""
    near = len(one.shared(two, NEAR))
    if two.place in aligned.get(one.place, ()):
        return near >= 1
    figure = one.figure
    common = figure.kind == "date" or one.span or figure.value <= PAIR
    return near >= 2 and not common


def _rounded(tellings: Sequence[Telling], aligned: Mapping[Place, set[Place]]) -> list[Row]:
    """Return the pairs of figures that two articles round differently, or date more or less
    exactly. One that another article gives alike, or that has a row already, gets none."""
    by_unit: dict[str, dict[int, dict[Identity, Telling]]] = defaultdict(lambda: defaultdict(dict))
    for telling in tellings:
        unit = "date" if telling.figure.kind == "date" else telling.figure.unit
        group = by_unit[unit][telling.article]
        if len(group) < CROWD:
            group.setdefault(telling.identity, telling)
    rows: list[Row] = []
    for articles in by_unit.values():
        for left, right in combinations(articles.values(), 2):
            taken: set[Identity] = set(left) & set(right)
            for one in left.values():
                for two in right.values():
                    if one.identity in taken or two.identity in taken:
                        continue
                    if agree(one.figure, two.figure) and _tell_of_one_thing(one, two, aligned):
                        taken |= {one.identity, two.identity}
                        rows.append(("rounded", (one, two)))
    return rows


def _alone(tellings: Sequence[Telling]) -> list[Telling]:
    """Return the first telling of each figure that no other article gives and that says something
    by itself: not ranks, small bare numbers, or "two" of anything."""
    givers: dict[Identity, set[int]] = defaultdict(set)
    first: dict[Identity, Telling] = {}
    for telling in tellings:
        givers[telling.identity].add(telling.article)
        first.setdefault(telling.identity, telling)
    return [
        telling
        for identity, telling in first.items()
        if len(givers[identity]) == 1 and _says_something(telling)
    ]


def _says_something(telling: Telling) -> bool:
    figure = telling.figure
    if figure.kind in ("count", "number"):
        return figure.value > (PAIR if figure.unit else SMALL - 1)
    return figure.kind != "ordinal" and not telling.relative
