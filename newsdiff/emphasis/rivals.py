"""Figures that say different things of the same.

"Differs" is never claimed lightly, as a reader who is shown a false one twice stops looking: both
figures must stand in sentences that were aligned, have one unit, tell an amount both or a change
both, stand among the same words and not among different names, and no equal of either may stand in
the other article. The rules were made on 296 pairs of articles that two outlets published on one
story within a day, each row read; the numbers of shared words on gold pairs of news, SuperPAL,
PropSegmEnt and ECB+ with one digit changed (`benchmarks/quality.py figures`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from newsdiff.emphasis.tellings import NEAR, SMALL, WIDE, Identity, Place, Telling

CROWD = 40
"""Figures of one sentence that are held against others: what has more is a table or a trap, and
the cost would grow with the square."""
CLOSE = 2
"""Shared words near two figures that make them rivals though one article gives both."""
RANKS = 3
"""Ranks up to this count what is told one after the other ("a second woman came forward")."""
SAME_FRAME = 5
"""Words in a row around two figures that make them one slot of one sentence."""
YEARS = range(1500, 2051)
"""The years that news tells of: one outside of it is a slip of the pen, or no year."""
EXACT = 5
"""Digits, without the noughts at the end, of a number that no other is one digit off by chance."""
LIKE_SIZE = 10
"""Amounts that are farther apart than this tell of two things."""


def differing(
    tellings: Sequence[Telling], aligned: Mapping[Place, set[Place]]
) -> list[tuple[Telling, Telling]]:
    """Return the pairs of figures that say different things of the same, best context first; no
    figure differs from two of one article."""
    given = _given(tellings)
    pairs = [pair for ones, twos in _sentences(tellings, aligned) for pair in _rivals(ones, twos)]
    pairs += _unaligned(tellings)
    pairs.sort(key=lambda pair: -len(pair[0].shared(pair[1], NEAR)))
    chosen: list[tuple[Telling, Telling]] = []
    used: set[tuple[Place, int, int]] = set()
    for one, two in pairs:
        elsewhere = given[two.article] & _wordings(one) or given[one.article] & _wordings(two)
        close = one.repeated and len(one.shared(two, NEAR)) >= CLOSE
        if elsewhere and not close and not _ages_of_one(one, two):
            continue
        ends = {
            (one.place, one.figure.start, two.article),
            (two.place, two.figure.start, one.article),
        }
        if not ends & used:
            used |= ends
            chosen.append((one, two))
    return chosen


def _given(tellings: Sequence[Telling]) -> dict[int, set[Identity]]:
    """Return what each article gives."""
    given: dict[int, set[Identity]] = defaultdict(set)
    for telling in tellings:
        given[telling.article].add(telling.identity)
    return given


def _wordings(telling: Telling) -> set[Identity]:
    """Return the figure, and its number without a noun if that can hardly be equal by chance."""
    figure = telling.figure
    if figure.kind != "count" or figure.value <= SMALL:
        return {telling.identity}
    return {telling.identity, ("number", figure.key.removesuffix(figure.unit).rstrip())}


def _sentences(
    tellings: Sequence[Telling], aligned: Mapping[Place, set[Place]]
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


def _rivals(ones: Sequence[Telling], twos: Sequence[Telling]) -> list[tuple[Telling, Telling]]:
    """Return the figures of two aligned sentences that differ and have no equal there."""
    left = [one for one in ones if not any(one.says(two) for two in twos)]
    right = [two for two in twos if not any(two.says(one) for one in ones)]
    found = []
    for one in left:
        for two in right:
            if _slipped_year(one, two):
                found.append((one, two))
                continue
            if not _comparable(one, two) or _sum(one, twos, two) or _sum(two, ones, one):
                continue
            rivals = sum(telling.sort == one.sort for telling in left + right)
            if _about_one_thing(one, two, alone=rivals == 2):
                found.append((one, two))
    return found


def _one_digit_off(one: Telling, two: Telling) -> bool:
    a, b = one.digits, two.digits
    return len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) == 1


def _slipped_year(one: Telling, two: Telling) -> bool:
    """Return True for a year and what would be the same one, were a digit of it not wrong, and
    cannot be a year of the news as it is ("2014", "2714")."""
    if len(one.digits) != 4 or not _one_digit_off(one, two):
        return False
    told = [int(telling.digits) in YEARS for telling in (one, two)]
    year = one if told[0] else two
    return told[0] != told[1] and year.figure.unit == "year"


def _comparable(one: Telling, two: Telling) -> bool:
    """Return True when two figures are of one sort and nothing near them sets them apart."""
    if one.sort != two.sort or one.pronoun or two.pronoun or one.relative or two.relative:
        return False
    if one.title or two.title or one.vague or two.vague or one.movement != two.movement:
        return False
    if one.kinds and two.kinds and one.kinds != two.kinds:
        return False
    if not one.names or not two.names:
        return True
    return bool(one.names & two.around(WIDE) or two.names & one.around(WIDE))


def _sum(whole: Telling, others: Sequence[Telling], part: Telling) -> bool:
    """Return True when a figure is the sum of `part` and another one beside it ("six at the scene,
    two in hospital" are eight; 12,000 more than 40,000 are 52,000)."""
    if whole.figure.kind == "date":
        return False
    rest = whole.figure.value - part.figure.value
    return rest > 0 and any(other.figure.value == rest for other in others if other is not part)


def _about_one_thing(one: Telling, two: Telling, *, alone: bool) -> bool:
    """Return True when two different figures of aligned sentences are about the same thing.

    `alone` says that no other figures of their sort could be meant.
    """
    kind = one.figure.kind
    if _one_slot(one, two) or _long_number(one, two):
        return True
    if kind == "ordinal":  # "a first woman", "the second time" hardly ever tell of one thing
        low = min(one.figure.value, two.figure.value)
        return low > RANKS and bool({*one.after[:2]} & {*two.after[:2]} - {"time"})
    if kind == "date":
        return _one_date(one, two, alone=alone)
    return _one_amount(one, two, alone=alone)


def _long_number(one: Telling, two: Telling) -> bool:
    """Return True for two long numbers with one digit between them ("43,885,310", "43,885,390")."""
    exact = max(len(telling.digits.rstrip("0")) for telling in (one, two))
    return exact >= EXACT and _one_digit_off(one, two) and one.figure.kind != "date"


def _one_slot(one: Telling, two: Telling) -> bool:
    """Return True when the same words stand around both figures, on both sides, in a row."""
    sides = [_run(x, y) for x, y in zip(one.frame, two.frame, strict=True)]
    return min(sides) >= 1 and sum(sides) >= SAME_FRAME


def _run(a: Sequence[str], b: Sequence[str]) -> int:
    """Return how many items two sequences have in common before the first that differs."""
    pairs = enumerate(zip(a, b, strict=False))
    return next((n for n, (x, y) in pairs if x != y), min(len(a), len(b)))


def _one_amount(one: Telling, two: Telling, *, alone: bool) -> bool:
    """Return True when two amounts of one unit are of one size and stand among the same words."""
    a, b = one.figure, two.figure
    if not 1 / LIKE_SIZE <= (a.value or 1) / (b.value or 1) <= LIKE_SIZE:
        return False
    one_end = None not in (a.high, b.high) and (a.value == b.value or a.high == b.high)
    if one_end or _ages_of_one(one, two):  # "234-193", "243-193"
        return True
    near = len(one.shared(two, NEAR))
    if not alone:
        return near >= 3 or len(one.shared(two, 3)) >= 2
    if a.kind == "number" or one.span:
        return near >= 2 and len(one.shared(two, 2)) >= 1
    if a.kind != "count":
        return near >= 2 or len(one.shared(two, 2)) >= 1
    return near >= 1 or len(one.shared(two, WIDE)) >= 2


def _ages_of_one(one: Telling, two: Telling) -> bool:
    """Return True for two ages behind one name ("Mara Dell, 42, was elected")."""
    return one.age and two.age and one.before[:1] == two.before[:1] != ()


def _among_like_words(one: Telling, two: Telling) -> bool:
    return len(one.shared(two, WIDE)) >= 2 and len(one.shared(two, NEAR)) >= 1


def _one_date(one: Telling, two: Telling, *, alone: bool) -> bool:
    """Return True when two dates are as precise as each other and differ in one part only, or
    stand among the same words."""
    a, b = one.figure.key.split("-"), two.figure.key.split("-")
    if len(a) != len(b) or (a[0] == "") != (b[0] == ""):
        return False
    parts = sum(x == y != "" for x, y in zip(a, b, strict=True))
    if parts >= 2 or not alone:
        return parts >= 2
    near = len(one.shared(two, NEAR))
    if one.figure.unit == "year":
        return near >= 2 and len(one.shared(two, 1)) >= 1
    return near >= (1 if parts else 2)


def _unaligned(tellings: Sequence[Telling]) -> list[tuple[Telling, Telling]]:
    """Return counts that differ though their sentences were not aligned: each the only one of its
    noun in its article, with the same word behind ("the 48-page indictment", "47-page") or two
    words in common."""
    by_sort: dict[tuple[str, str], dict[int, list[Telling]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for telling in tellings:
        figure = telling.figure
        if figure.kind == "count" and not telling.span and not telling.pronoun:
            by_sort[telling.sort][telling.article].append(telling)
    found = []
    for groups in by_sort.values():
        single = [group[0] for group in groups.values() if len({t.identity for t in group}) == 1]
        for one, two in combinations(single, 2):
            if not _comparable(one, two) or one.says(two):
                continue
            head = one.after[:1] == two.after[:1] != ()
            if (head or _among_like_words(one, two)) and _one_amount(one, two, alone=True):
                found.append((one, two))
    return found
