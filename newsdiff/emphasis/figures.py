"""Figures and dates of several articles: equal, rounded, different about the same thing, or given
by one alone.

"Differs" is never claimed lightly: both figures must stand in sentences that were aligned, have
the same unit, stand among the same words, and have no equal on the other side.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from newsdiff.emphasis.rows import FigureRow, FigureValue

if TYPE_CHECKING:
    from newsdiff.alignment.passage import Passage
    from newsdiff.language.analysis import Analysis
    from newsdiff.language.figures import Figure

NEAR = 6
ALL = 1000
"""Content words on either side of a figure that tell what it is about."""
EARLY = 0.25
"""Prominence falls by e within this share of the text (docs: measured on names, GUM news)."""
_TIME = frozenset({"second", "minut", "hour", "day", "week", "month", "year", "decad", "centuri"})
_ORDER: tuple[Status, ...] = ("differs", "rounded", "equal", "only")
_NO_ROW = frozenset({"weekday", "month", "time"})

SMALL = 12
"""Counts up to this are as likely chance as the same count."""

Place = tuple[int, int]
"""A sentence among the articles: the article's number and the sentence's index."""
Identity = tuple[str, str]
"""Kind and key: equal for two figures that say the same."""
Status = Literal["equal", "rounded", "differs", "only"]


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

    def shared(self, other: Telling, reach: int) -> int:
        """Return how many stems both have within so many content words on either side."""
        near = {*self.before[:reach], *self.after[:reach]}
        return len(near & {*other.before[:reach], *other.after[:reach]})

    @property
    def place(self) -> Place:
        """The sentence that gives the figure."""
        return self.article, self.figure.sentence

    @property
    def identity(self) -> Identity:
        """What is equal for two figures that say the same."""
        return self.figure.kind, self.figure.key


def figure_rows(analyses: Sequence[Analysis], passages: Sequence[Passage]) -> tuple[FigureRow, ...]:
    """Return a row for each figure: those that differ first, then rounded, equal, and those that
    only one article gives; inside by prominence, so that what stands first and often leads.

    Weekdays, months alone, times of day and "last year" get no row; ordinals and small bare numbers
    none of their own.
    """
    tellings = [t for number, analysis in enumerate(analyses) for t in _tellings(number, analysis)]
    aligned = _aligned(passages)
    differing = _differing(tellings, aligned)
    rows: list[tuple[Status, tuple[Telling, ...]]] = [("differs", pair) for pair in differing]
    told = {(t.article, t.identity) for pair in differing for t in pair}
    for status, row in _shared(tellings, aligned):
        if not all((t.article, t.identity) in told for t in row):
            rows.append((status, row))
    told |= {(t.article, t.identity) for _, row in rows for t in row}
    rows += [("only", (t,)) for t in _alone(tellings) if (t.article, t.identity) not in told]

    weight: dict[tuple[int, Identity], float] = defaultdict(float)
    for telling in tellings:
        weight[telling.article, telling.identity] += math.exp(-telling.early / EARLY)
    rows.sort(
        key=lambda row: (
            _ORDER.index(row[0]),
            -round(sum(weight[t.article, t.identity] for t in row[1]), 9),
            row[1][0].article,
            row[1][0].figure.start,
        )
    )
    return tuple(
        FigureRow(status, row[0].figure.unit, tuple(FigureValue(t.article, t.figure) for t in row))
        for status, row in rows
    )


def _tellings(number: int, analysis: Analysis) -> list[Telling]:
    """Return the figures of one article that can have a row."""
    size = max(1, len(analysis.article.text))
    content = {
        index: [token for token in analysis.tokens[index] if not token.stop]
        for index in {figure.sentence for figure in analysis.figures}
    }
    found = []
    for figure in analysis.figures:
        if figure.kind == "relative" or figure.unit in _NO_ROW:
            continue
        tokens = content[figure.sentence]
        before = tuple(token.stem for token in reversed(tokens) if token.end <= figure.start)
        after = tuple(token.stem for token in tokens if token.start >= figure.end)
        pronoun = analysis.article.text[figure.start : figure.start + 3].lower() == "one"
        found.append(Telling(number, figure, before, after, figure.start / size, pronoun))
    return found


def _aligned(passages: Sequence[Passage]) -> dict[Place, set[Place]]:
    """Return for each sentence the sentences of other articles that tell the same."""
    found: dict[Place, set[Place]] = defaultdict(set)
    for passage in passages:
        one, two = ((span.article, span.sentence) for span in passage.spans)
        found[one].add(two)
        found[two].add(one)
    return found


def _differing(
    tellings: Sequence[Telling], aligned: dict[Place, set[Place]]
) -> list[tuple[Telling, Telling]]:
    """Return the pairs of figures that say different things of the same, best context first."""
    by_place: dict[Place, list[Telling]] = defaultdict(list)
    for telling in tellings:
        by_place[telling.place].append(telling)
    pairs = []
    for place in sorted(by_place):
        for other in sorted(aligned[place]):
            if other > place and other in by_place:
                pairs += _rivals(by_place[place], by_place[other])
    pairs.sort(key=lambda pair: (-pair[2], pair[0].figure.start, pair[1].figure.start))
    chosen, used = [], set()
    for one, two, _ in pairs:
        if (id(one), two.article) not in used and (id(two), one.article) not in used:
            used |= {(id(one), two.article), (id(two), one.article)}
            chosen.append((one, two))
    return chosen


def _rivals(ones: Sequence[Telling], twos: Sequence[Telling]) -> list[tuple[Telling, Telling, int]]:
    """Return the figures of two aligned sentences that differ, with how many words they share."""
    left = [one for one in ones if not any(_same(one, two) for two in twos)]
    right = [two for two in twos if not any(_same(one, two) for one in ones)]
    found = []
    for one in left:
        for two in right:
            sort = (one.figure.kind, one.figure.unit)
            if sort != (two.figure.kind, two.figure.unit):
                continue
            rivals = [t for t in left + right if (t.figure.kind, t.figure.unit) == sort]
            if _about_one_thing(one, two, alone=len(rivals) == 2):
                found.append((one, two, one.shared(two, NEAR)))
    return found


def _same(one: Telling, two: Telling) -> bool:
    return one.identity == two.identity or agree(one.figure, two.figure)


def _about_one_thing(one: Telling, two: Telling, *, alone: bool) -> bool:
    """Return True when two different figures of aligned sentences are about the same thing.

    `alone` says that no other figures of their unit could be meant. The numbers of shared words
    were chosen on gold pairs of news, SuperPAL, PropSegmEnt and ECB+ with one digit changed
    (benchmarks/figures_quality.py).
    """
    a, b = one.figure, two.figure
    if one.pronoun or two.pronoun:
        return False
    if a.kind == "ordinal":
        return bool({*one.after[:2]} & {*two.after[:2]} - {"time"})
    if a.kind == "date":
        return _dates_comparable(one, two, alone=alone)
    if not 0.1 <= (a.value or 1) / (b.value or 1) <= 10:
        return False
    if None not in (a.high, b.high) and (a.value == b.value or a.high == b.high):
        return True
    if not alone:
        return one.shared(two, 3) >= 2 or one.shared(two, NEAR) >= 3
    if a.kind == "number":
        return one.shared(two, 2) >= 1 and one.shared(two, NEAR) >= 2
    if one.shared(two, NEAR) >= 1:
        return True
    return a.kind == "count" and a.unit not in _TIME and one.shared(two, ALL) >= 2


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
        return one.shared(two, 2) >= 1 and one.shared(two, NEAR) >= 2
    return one.shared(two, NEAR) >= (1 if parts else 2)


def agree(a: Figure, b: Figure) -> bool:
    """Return True when two figures with different keys may tell the same amount or date.

    A rounded number agrees with what rounds or is cut to it ("$43 million", "$43,885,310"), a
    hedge with what lies near on its side, a range with what lies in it, and a date with another
    that says more ("2022", "February 2022").
    """
    if a.kind == "date" and b.kind == "date":
        return _dates_agree(a, b) or _dates_agree(b, a)
    if (a.kind, a.unit) != (b.kind, b.unit) or a.kind == "ordinal":
        return False
    return _covers(a, b) or _covers(b, a)


def _dates_agree(coarse: Figure, fine: Figure) -> bool:
    if coarse.unit == "year" and fine.unit == "year":
        return coarse.high is not None and coarse.value <= fine.value <= coarse.high
    return fine.key.startswith(f"{coarse.key}-") or (
        coarse.key.startswith("--") and fine.key.endswith(coarse.key[1:])
    )


def _covers(loose: Figure, exact: Figure) -> bool:
    """Return True when `loose` is a way to say `exact`."""
    low, value = loose.value, exact.value
    gap = value - low
    if exact.high is not None:
        return False
    if loose.high is not None:
        return low <= value <= loose.high
    if "+" in loose.key:
        return low <= value < 10 * low  # "dozens", "hundreds"
    near = abs(gap) <= 0.1 * max(low, value)
    if near and _step(loose) > _step(exact):
        if abs(gap) <= _step(loose) / 2 or 0 < gap < loose.precision:
            return True
    if abs(gap) >= _hedged_step(loose):
        return False
    if loose.hedge == "about":
        return near
    if loose.hedge == "over":
        return 0 <= gap < 0.2 * low
    return loose.hedge == "under" and 0 <= -gap < 0.2 * low


def _step(figure: Figure) -> float:
    """Return the value of one unit in the last digit that says something: round thousands are
    taken for rounded ("12,000"), small round numbers are not ("20")."""
    step = figure.precision
    while figure.value >= 1000 and step < figure.value / 10 and not figure.value % (step * 10):
        step *= 10
    return step


def _hedged_step(figure: Figure) -> float:
    """Return how far a hedge reaches: one unit of the last digit that is not zero, or five where
    that is a five ("over 250" may be 290, "over 256" not)."""
    step = figure.precision
    while step < figure.value and not round(figure.value / step) % 10:
        step *= 10
    return step if round(figure.value / step) % 5 else 5 * step


def _shared(
    tellings: Sequence[Telling], aligned: dict[Place, set[Place]]
) -> list[tuple[Status, tuple[Telling, ...]]]:
    """Return the figures that two or more articles give, equal or rounded, each article once.

    Groups grow from a figure's first telling: all that are equal to it or agree with it.
    """
    by_unit: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        by_unit["date" if telling.figure.kind == "date" else telling.figure.unit].append(telling)
    rows: list[tuple[Status, tuple[Telling, ...]]] = []
    for group in by_unit.values():
        taken: set[int] = set()
        for rank, one in enumerate(group):
            if rank in taken:
                continue
            members = {one.article: rank}
            for other, two in enumerate(group[rank + 1 :], rank + 1):
                if two.article in members or other in taken:
                    continue
                if _tell_the_same(one, two, two.place in aligned[one.place]):
                    members[two.article] = other
            if len(members) < 2:
                continue
            row = tuple(group[member] for member in members.values())
            same = {telling.identity for telling in row}
            taken |= {
                rank
                for rank, telling in enumerate(group)
                if telling.article in members and telling.identity in same
            }
            rows.append(("equal" if len(same) == 1 else "rounded", row))
    return rows


def _tell_the_same(one: Telling, two: Telling, aligned: bool) -> bool:
    """Return True when two articles give one figure. Small and bare numbers, years, ranks and
    rounded figures mean the same only in aligned sentences or among the same words."""
    figure = one.figure
    if one.identity != two.identity:
        shared = one.shared(two, NEAR)
        return agree(figure, two.figure) and shared >= (1 if aligned else 2)
    if figure.kind == "date":
        return True
    telling = figure.unit and (figure.value > SMALL or figure.value % 1 or figure.kind == "money")
    return aligned or bool(telling) or one.shared(two, NEAR) >= 1


def _alone(tellings: Sequence[Telling]) -> list[Telling]:
    """Return the first telling of each figure that no other article gives and that says something
    by itself: not ranks, parts of a name, or "two" of anything."""
    givers: dict[Identity, set[int]] = defaultdict(set)
    for telling in tellings:
        givers[telling.identity].add(telling.article)
    found: dict[Identity, Telling] = {}
    for telling in tellings:
        figure = telling.figure
        least = 3 if figure.unit else 11
        small = figure.kind in ("count", "number") and figure.value < least
        if figure.kind == "ordinal" or small or len(givers[telling.identity]) > 1:
            continue
        found.setdefault(telling.identity, telling)
    return list(found.values())
