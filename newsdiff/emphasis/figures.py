"""Figures and dates of several articles: equal, rounded, different about the same thing, or given
by one alone.

"Differs" is never claimed lightly: both figures must stand in sentences that were aligned, have
the same unit, stand among the same words, and have no equal on the other side.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Literal

from newsdiff.emphasis.rows import FigureRow, FigureValue
from newsdiff.language.figures.rounding import agree

if TYPE_CHECKING:
    from newsdiff.alignment.passage import Passage
    from newsdiff.language.analysis import Analysis
    from newsdiff.language.figures import Figure

NEAR = 6
"""Content words on either side of a figure that tell what it is about."""
WIDE = 30
"""Content words on either side that are looked at where the unit is a noun that both count."""
EARLY = 0.25
"""Prominence falls by e within this share of the text, as measured on names (GUM news)."""
SMALL = 12
"""Counts up to this are equal by chance too often to be one figure without shared words."""
CROWD = 40
"""Figures of one sentence, or of one unit in one article, that are held against others: what has
more is a table or a trap, and the cost would grow with the square."""

Place = tuple[int, int]
"""A sentence among the articles: the article's number and the sentence's index."""
Identity = tuple[str, str]
"""Kind and key: equal for two figures that say the same."""
Status = Literal["equal", "rounded", "differs", "only"]
_ORDER: tuple[Status, ...] = ("differs", "rounded", "equal", "only")
_NO_ROW = frozenset({"weekday", "month", "time"})
_TIME = frozenset({"second", "minut", "hour", "day", "week", "month", "year", "decad", "centuri"})


@dataclass(frozen=True, slots=True)
class Telling:
    """A figure where it stands: the stems of the content words before and after it, the nearest
    first; how early it stands, 0 to 1; whether it is the word "one"."""

    article: int
    figure: Figure
    before: tuple[str, ...]
    after: tuple[str, ...]
    early: float
    pronoun: bool

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

    def shared(self, other: Telling, reach: int) -> int:
        """Return how many stems both have within so many content words on either side."""
        near = {*self.before[:reach], *self.after[:reach]}
        return len(near & {*other.before[:reach], *other.after[:reach]})


Row = tuple[Status, tuple[Telling, ...]]


def figure_rows(analyses: Sequence[Analysis], passages: Sequence[Passage]) -> tuple[FigureRow, ...]:
    """Return a row for each figure: those that differ first, then rounded, equal, and those that
    only one article gives; inside by prominence, so that what stands first and often leads.

    Weekdays, months alone, times of day and "last year" get no row; ordinals and small bare numbers
    none of their own. A differing row holds two values, a shared one each article's first.
    """
    tellings = [t for number, analysis in enumerate(analyses) for t in _tellings(number, analysis)]
    aligned = _aligned(passages)
    rows: list[Row] = [("differs", pair) for pair in _differing(tellings, aligned)]
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


def _tellings(number: int, analysis: Analysis) -> list[Telling]:
    """Return the figures of one article that can have a row."""
    text = analysis.article.text
    found: list[Telling] = []
    sentence, stems, starts = -1, [""], [0]
    for figure in analysis.figures:
        if figure.kind == "relative" or figure.unit in _NO_ROW:
            continue
        if figure.sentence != sentence:
            sentence = figure.sentence
            content = [token for token in analysis.tokens[sentence] if not token.stop]
            stems = [token.stem for token in content]
            starts = [token.start for token in content]
        first, last = bisect_left(starts, figure.start), bisect_left(starts, figure.end)
        before = tuple(reversed(stems[max(0, first - WIDE) : first]))
        after = tuple(stems[last : last + WIDE])
        pronoun = text[figure.start : figure.start + 3].lower() == "one"
        early = figure.start / len(text)
        found.append(Telling(number, figure, before, after, early, pronoun))
    return found


def _aligned(passages: Sequence[Passage]) -> dict[Place, set[Place]]:
    """Return for each sentence the sentences of other articles that tell the same."""
    found: dict[Place, set[Place]] = defaultdict(set)
    for passage in passages:
        one, two = ((span.article, span.sentence) for span in passage.spans)
        found[one].add(two)
        found[two].add(one)
    return found


def _sentences(
    tellings: Iterable[Telling], aligned: Mapping[Place, set[Place]]
) -> list[tuple[list[Telling], list[Telling]]]:
    """Return the figures of each two aligned sentences, in order of place."""
    by_place: dict[Place, list[Telling]] = defaultdict(list)
    for telling in tellings:
        if len(by_place[telling.place]) < CROWD:
            by_place[telling.place].append(telling)
    return [
        (by_place[place], by_place[other])
        for place in sorted(by_place)
        for other in sorted(aligned.get(place, ()))
        if other > place and other in by_place
    ]


def _differing(
    tellings: Sequence[Telling], aligned: Mapping[Place, set[Place]]
) -> list[tuple[Telling, Telling]]:
    """Return the pairs of figures that say different things of the same, best context first; no
    figure differs from two of one article."""
    pairs = [pair for ones, twos in _sentences(tellings, aligned) for pair in _rivals(ones, twos)]
    pairs += _unaligned_rivals(tellings)
    pairs.sort(key=lambda pair: -pair[0].shared(pair[1], NEAR))
    chosen: list[tuple[Telling, Telling]] = []
    used: set[tuple[Place, int, int]] = set()
    for one, two in pairs:
        ends = {
            (one.place, one.figure.start, two.article),
            (two.place, two.figure.start, one.article),
        }
        if not ends & used:
            used |= ends
            chosen.append((one, two))
    return chosen


def _rivals(ones: Sequence[Telling], twos: Sequence[Telling]) -> list[tuple[Telling, Telling]]:
    """Return the figures of two aligned sentences that differ and have no equal there."""
    left = [one for one in ones if not any(_same(one, two) for two in twos)]
    right = [two for two in twos if not any(_same(one, two) for one in ones)]
    found = []
    for one in left:
        for two in right:
            if one.sort != two.sort or one.pronoun or two.pronoun:
                continue
            rivals = sum(telling.sort == one.sort for telling in left + right)
            if _about_one_thing(one, two, alone=rivals == 2):
                found.append((one, two))
    return found


def _same(one: Telling, two: Telling) -> bool:
    return one.identity == two.identity or agree(one.figure, two.figure)


def _about_one_thing(one: Telling, two: Telling, *, alone: bool) -> bool:
    """Return True when two different figures of aligned sentences are about the same thing.

    `alone` says that no other figures of their sort could be meant. The numbers of shared words
    were chosen on gold pairs of news, SuperPAL, PropSegmEnt and ECB+ with one digit changed
    (`benchmarks/quality.py figures`).
    """
    kind = one.figure.kind
    if kind == "ordinal":  # "the first time", "the second time" hardly ever tell of one thing
        return bool({*one.after[:2]} & {*two.after[:2]} - {"time"})
    if kind == "date":
        return _dates_comparable(one, two, alone=alone)
    return _amounts_comparable(one, two, alone=alone)


def _amounts_comparable(one: Telling, two: Telling, *, alone: bool) -> bool:
    """Return True when two amounts of one unit are of one size and stand among the same words."""
    a, b = one.figure, two.figure
    if not 0.1 <= (a.value or 1) / (b.value or 1) <= 10:
        return False
    if None not in (a.high, b.high) and (a.value == b.value or a.high == b.high):
        return True  # "234-193", "243-193"
    near = one.shared(two, NEAR)
    if not alone:
        return near >= 3 or one.shared(two, 3) >= 2
    if a.kind == "number":
        return near >= 2 and one.shared(two, 2) >= 1
    noun = a.kind == "count" and a.unit not in _TIME
    return near >= 1 or (noun and one.shared(two, WIDE) >= 2)


def _dates_comparable(one: Telling, two: Telling, *, alone: bool) -> bool:
    """Return True when two dates are as precise as each other and differ in one part only, or
    stand among the same words."""
    a, b = one.figure.key.split("-"), two.figure.key.split("-")
    if len(a) != len(b) or (a[0] == "") != (b[0] == ""):
        return False
    parts = sum(x == y != "" for x, y in zip(a, b, strict=True))
    if parts >= 2 or not alone:
        return parts >= 2
    if one.figure.unit == "year":
        return one.shared(two, 1) >= 1 and one.shared(two, NEAR) >= 2
    return one.shared(two, NEAR) >= (1 if parts else 2)


def _unaligned_rivals(tellings: Sequence[Telling]) -> list[tuple[Telling, Telling]]:
    """Return counts that differ though their sentences were not aligned: each the only one of its
    noun in its article, with the same word behind ("the 48-page indictment", "47-page")."""
    by_sort: dict[tuple[str, str], dict[int, list[Telling]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for telling in tellings:
        figure = telling.figure
        if figure.kind == "count" and figure.unit not in _TIME and not telling.pronoun:
            by_sort[telling.sort][telling.article].append(telling)
    found = []
    for groups in by_sort.values():
        single = [group[0] for group in groups.values() if len({t.identity for t in group}) == 1]
        for one, two in combinations(single, 2):
            heads = one.after[:1] == two.after[:1] != ()
            if heads and not _same(one, two) and _amounts_comparable(one, two, alone=True):
                found.append((one, two))
    return found


def _equal(tellings: Sequence[Telling], aligned: Mapping[Place, set[Place]]) -> list[Row]:
    """Return the figures that two or more articles give alike, each article once."""
    groups: dict[Identity, list[Telling]] = defaultdict(list)
    for telling in tellings:
        groups[telling.identity].append(telling)
    rows: list[Row] = []
    for group in groups.values():
        by_article: dict[int, list[Telling]] = defaultdict(list)
        for telling in group:
            if len(by_article[telling.article]) < CROWD:
                by_article[telling.article].append(telling)
        members = _members(list(by_article.values()), aligned)
        if len(members) > 1:
            rows.append(("equal", members))
    return rows


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
    if figure.kind in ("date", "money", "share"):
        return True
    return figure.kind == "count" and (figure.value > SMALL or figure.value % 1 > 0)


def _tell_of_one_thing(one: Telling, two: Telling, aligned: Mapping[Place, set[Place]]) -> bool:
    """Return True when two equal or agreeing figures stand in aligned sentences and share a word,
    or share two."""
    near = one.shared(two, NEAR)
    if one.figure.kind == "ordinal" and not {*one.after[:2]} & {*two.after[:2]}:
        return False
    return near >= (1 if two.place in aligned.get(one.place, ()) else 2)


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
        if len(givers[identity]) == 1 and _says_something(telling.figure)
    ]


def _says_something(figure: Figure) -> bool:
    if figure.kind in ("count", "number"):
        return figure.value >= (3 if figure.unit else SMALL)
    return figure.kind != "ordinal"
