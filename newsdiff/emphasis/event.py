"""Do the articles tell of one event? Yes, unsure or no, with the reasons.

Shared names are no shared event: two reports on one president may tell of two meetings. So words
and passages say whether the story is the same, and days, people and dates of publication whether it
is told of the same occasion.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING, Literal, NamedTuple

from newsdiff.emphasis.rows import Event
from newsdiff.language.figures.dates import publication_day
from newsdiff.language.figures.rounding import agree

if TYPE_CHECKING:
    from newsdiff.alignment.passage import Passage
    from newsdiff.language.analysis import Analysis
    from newsdiff.language.figures import Figure
    from newsdiff.language.names import Name

# All tuned on 32 pairs of articles on one event and the 496 pairs across them (news-dev): one of
# the first and 486 of the second are below APART, and one of the second is above ALIKE.
ALIKE = 0.35
"""Likeness of words (see `_likeness`) from which two articles are on the same topic."""
APART = 0.25
"""Below this they are on different ones, unless passages say otherwise."""
TOLD = 0.12
"""Share of the sentences of either article that the other tells too, which with like words makes
one story."""
MUCH = 0.3
"""The share that makes one story even when words are not so like."""
MOST = 0.45
"""The share that makes one story though one thing speaks against it. Set between few cases: two
reports on one visit shared 0.53, on two meetings of one president 0.30."""
WEEK = 7
"""Days between publications from which weekdays cannot mean the same days."""
LEAD = 3
"""Sentences that tell what an article is about."""
OFTEN = 3
"""Mentions from which a name is one that an article is about."""
REASONS = 4
"""Reasons told in all, the most telling first; for one event a line is enough."""

Verdict = Literal["yes", "unsure", "no"]
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def same_event(analyses: Sequence[Analysis], passages: Sequence[Passage]) -> Event:
    """Return whether the articles tell of one event, and why.

    Articles are called A, B, C… in their order. Three and more tell of one event when each is
    joined to the rest by pairs that do; one that no pair joins makes it "no".
    """
    sides = [_Side(chr(ord("A") + number), analysis) for number, analysis in enumerate(analyses)]
    pairs = {
        (one, two): _judge(sides[one], sides[two], _between(passages, one, two))
        for one, two in combinations(range(len(sides)), 2)
    }
    if _joined(len(sides), [pair for pair, event in pairs.items() if event.same == "yes"]):
        verdict: Verdict = "yes"
    elif _joined(len(sides), [pair for pair, event in pairs.items() if event.same != "no"]):
        verdict = "unsure"
    else:
        verdict = "no"
    if verdict == "yes" and len(pairs) > 1:
        return Event(verdict, tuple(_in_common(sides, passages)))
    said = [event.why for event in pairs.values() if event.same == verdict]
    # Each pair's first reason, then each pair's second: no pair takes all the room.
    lines = [why[at] for at in range(REASONS) for why in said if at < len(why)]
    return Event(verdict, tuple(list(dict.fromkeys(lines))[:REASONS]))


def _in_common(sides: Sequence[_Side], passages: Sequence[Passage]) -> list[str]:
    """Return what three or more articles on one event have in common."""
    sure = [passage for passage in passages if passage.confidence != "low"]
    told = min(
        len({span.sentence for p in sure for span in p.spans if span.article == number})
        for number in range(len(sides))
    )
    found = [f"{told} or more sentences of each article are told in another one too"]
    days = {side.published for side in sides}
    if len(days) == 1 and None not in days:
        found.append(f"all were published on {sides[0].published}")
    weekdays = [day for day in sides[0].days if all(day in other.days for other in sides)]
    if weekdays:
        found.append(f"all tell of {_DAYS[weekdays[0] - 1]}")
    return found


def _between(passages: Sequence[Passage], one: int, two: int) -> list[Passage]:
    """Return the passages of two articles that are more than a guess, `one` below `two`."""
    return [
        passage
        for passage in passages
        if tuple(span.article for span in passage.spans) == (one, two)
        and passage.confidence != "low"
    ]


def _joined(count: int, pairs: Sequence[tuple[int, int]]) -> bool:
    """Return True when the pairs join all articles to one group."""
    group = {0}
    for _ in range(count):
        group |= {member for pair in pairs if group & {*pair} for member in pair}
    return len(group) == count


class _Side:
    """One article with what is asked of it again for each other article."""

    def __init__(self, letter: str, analysis: Analysis) -> None:
        article = analysis.article
        own = [sentence for sentence in article.sentences if not sentence.furniture]
        self.letter = letter
        self.analysis = analysis
        self.sentences = len(own)
        self.lead = frozenset(sentence.index for sentence in own[:LEAD])
        self.published = publication_day(article.published)
        self.stems = Counter(
            token.stem
            for sentence in own
            for token in analysis.tokens[sentence.index]
            if not token.stop
        )
        self.days = _first_by_value(f for f in analysis.figures if f.unit == "weekday")
        self.dates = {
            figure.key: figure
            for figure in reversed(analysis.figures)
            if figure.unit == "date" and figure.sentence in self.lead and _is_day(figure)
        }

    def knows(self, name: Name) -> bool:
        """Return True when this article has any word of a name, or its initials."""
        tokens = self.analysis.lexicon.tokens(name.name)
        if any(token.stem in self.stems for token in tokens):
            return True
        return bool(_short_forms(name) & self.short_forms)

    @cached_property
    def short_forms(self) -> frozenset[str]:
        """The short forms of the article's names."""
        return frozenset(form for name in self.analysis.names for form in _short_forms(name))

    def text(self, figure: Figure) -> str:
        """Return the words of a figure."""
        return self.analysis.article.text[figure.start : figure.end]


def _short_forms(name: Name) -> set[str]:
    """Return a name without full stops, and the initials of its words ("F.B.I." is "FBI", "U.S."
    is "United States")."""
    initials = "".join(word[0] for word in name.name.split() if word[0].isupper())
    return {name.name.replace(".", ""), *([initials] if len(initials) > 1 else [])}


class _Finding(NamedTuple):
    """One reason: for the same event (weight above 0), against it (below), or only told."""

    weight: int
    line: str


def _judge(a: _Side, b: _Side, passages: Sequence[Passage]) -> Event:
    """Return the verdict on two articles."""
    likeness = _likeness(a.stems, b.stems)
    told = _told(a, b, passages)
    occasion = [*_publication(a, b), *_weekdays(a, b), *_lead_dates(a, b), *_actor(a, b)]
    against = -sum(finding.weight for finding in occasion if finding.weight < 0)
    agreed = any(finding.weight > 0 for finding in occasion)
    one_story = (told >= TOLD and likeness >= ALIKE) or (told >= MUCH and likeness >= APART)
    verdict: Verdict
    if (likeness < APART and told < MUCH) or (likeness < ALIKE and not passages and not agreed):
        verdict = "no"
    elif against >= 2:
        verdict = "no" if told < MUCH else "unsure"
    elif against:
        verdict = "yes" if told >= MOST and likeness >= ALIKE else "unsure"
    else:
        verdict = "yes" if one_story else "unsure"
    story = _story(a, b, passages, likeness)
    bonds = [finding for finding in [*story[:1], *occasion, *story[1:]] if finding.weight > 0]
    doubts = [finding for finding in occasion if finding.weight < 0]
    if verdict == "yes":
        chosen = [*bonds[:2], *doubts[:1]]
    else:
        doubts += [finding for finding in story if finding.weight < 0]
        doubts.sort(key=lambda finding: finding.weight)
        chosen = [*[*doubts, *_exclusive(a, b)][: REASONS - 1], *bonds[:1]]
    return Event(verdict, tuple(finding.line for finding in chosen))


def _likeness(a: Counter[str], b: Counter[str]) -> float:
    """Return the cosine of the square roots of the content stems' counts, 0 to 1."""
    size = math.sqrt(a.total() * b.total())
    return sum(math.sqrt(a[stem] * b[stem]) for stem in sorted(a.keys() & b.keys())) / (size or 1)


def _told(a: _Side, b: _Side, passages: Sequence[Passage]) -> float:
    """Return the share of either article's sentences that the other tells, the larger one."""
    return max(
        len({passage.spans[n].sentence for passage in passages}) / max(1, side.sentences)
        for n, side in enumerate((a, b))
    )


def _publication(a: _Side, b: _Side) -> list[_Finding]:
    if a.published is None or b.published is None:
        return []
    gap = abs((a.published - b.published).days)
    line = f"both were published on {a.published}"
    if gap:
        line = (
            f"{a.letter} was published on {a.published}, {b.letter} on {b.published}, "
            f"{gap} day{'s' * (gap > 1)} apart"
        )
    return [_Finding(-2 if gap > WEEK else 1 if gap <= 1 else 0, line)]


def _weekdays(a: _Side, b: _Side) -> list[_Finding]:
    """Hold the weekdays against each other; weeks apart they are not the same days."""
    if a.published and b.published and abs((a.published - b.published).days) > WEEK:
        return []
    both = [day for day in a.days if day in b.days]
    if both:
        day = both[0]
        where = f"({a.letter} in sentence {a.days[day]}, {b.letter} in sentence {b.days[day]})"
        return [_Finding(1, f"both tell of {_DAYS[day - 1]} {where}")]
    if not a.days or not b.days:
        return []
    said = [
        " and ".join(
            f"{_DAYS[day - 1]} (sentence {number})" for day, number in list(side.days.items())[:2]
        )
        for side in (a, b)
    ]
    return [_Finding(-1, f"{a.letter} tells of {said[0]}, {b.letter} of {said[1]}")]


def _first_by_value(figures: Iterable[Figure]) -> dict[int, int]:
    """Return each weekday with the number of the first sentence that has it, in order of place."""
    found: dict[int, int] = {}
    for figure in figures:
        found.setdefault(int(figure.value), figure.sentence + 1)
    return found


def _is_day(figure: Figure) -> bool:
    """Return True for a date with month and day, not for "February 2022" or a span of days."""
    return bool(figure.value % 100) and figure.high is None


def _lead_dates(a: _Side, b: _Side) -> list[_Finding]:
    """Hold the days of the calendar in the leads against each other."""
    if not a.dates or not b.dates:
        return []
    pairs = [(x, y) for x in a.dates.values() for y in b.dates.values()]
    both = [(x, y) for x, y in pairs if x.key == y.key or agree(x, y)]
    if both:
        return [_Finding(1, f"both tell of {a.text(both[0][0])} in their first sentences")]
    x, y = pairs[0]
    line = f"{a.letter} gives the date {a.text(x)} in its first sentences, {b.letter} {b.text(y)}"
    return [_Finding(-1, line)]


def _actor(a: _Side, b: _Side) -> list[_Finding]:
    """Look for the person whom one article names most in the other one."""
    found = []
    for side, other in ((a, b), (b, a)):
        people = [name for name in side.analysis.names if name.type == "person"]
        if people:
            actor = max(people, key=lambda name: len(name.mentions))  # the first of equals
            found += _never(actor, side, other, -1)
    return found


def _exclusive(a: _Side, b: _Side) -> list[_Finding]:
    """Tell the name of each lead that the other article never has (a place, for instance)."""
    found = []
    for side, other in ((a, b), (b, a)):
        early = [
            name
            for name in side.analysis.names
            if name.type != "person" and name.mentions[0].sentence in side.lead
        ]
        lines = [finding for name in early for finding in _never(name, side, other, 0)]
        found += lines[:1]
    return found


def _never(name: Name, side: _Side, other: _Side, weight: int) -> list[_Finding]:
    """Return the finding that a name which stands often in one article is not in the other."""
    if len(name.mentions) < OFTEN or other.knows(name):
        return []
    told = len(name.places)  # with "the premier", as the panel of names counts
    line = f"{side.letter} names {name.name} {told} times, {other.letter} never"
    return [_Finding(weight, line)]


def _story(a: _Side, b: _Side, passages: Sequence[Passage], likeness: float) -> list[_Finding]:
    """Tell what both articles share, or that they share little."""
    found = []
    if passages:
        told = [len({passage.spans[n].sentence for passage in passages}) for n in (0, 1)]
        line = (
            f"{told[0]} of {a.letter}'s {a.sentences} sentences tell what {b.letter} tells too, "
            f"{told[1]} of {b.letter}'s {b.sentences} what {a.letter} tells"
        )
        found.append(_Finding(1, line))
    else:
        line = f"no sentence of {a.letter} tells what one of {b.letter} tells"
        found.append(_Finding(-2 if likeness < APART else -1, line))
    if likeness < ALIKE:
        line = (
            f"{a.letter} and {b.letter} share few words (likeness {int(likeness * 100) / 100:.2f}; "
            f"reports of one event mostly have {ALIKE} or more)"
        )
        found.append(_Finding(-2 if likeness < APART else -1, line))
    theirs = {name.key: len(name.mentions) for name in b.analysis.names}
    both = [name for name in a.analysis.names if name.key in theirs]
    both.sort(key=lambda name: (-len(name.mentions) * theirs[name.key], name.key))
    if both:
        *most, last = [name.name for name in both[:3]]
        names = f"{', '.join(most)} and {last}" if most else last
        found.append(_Finding(1, f"{a.letter} and {b.letter} both name {names}"))
    return found
