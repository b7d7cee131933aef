"""Sources: whom a noun phrase or a pronoun means."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from newsdiff.article import Span
from newsdiff.language.names.gazetteer import gazetteer
from newsdiff.language.voices.cues import cue_lists
from newsdiff.language.voices.row import Range
from newsdiff.language.voices.voice import UNNAMED
from newsdiff.language.words import fold

if TYPE_CHECKING:
    from newsdiff.language.analysis import Analysis
    from newsdiff.language.names import Name, NameType
    from newsdiff.language.voices.units import Item, Unit

LONGEST_LABEL = 60
"""Characters of the article's own words for a source."""

MEMORY = 6
"""People spoken of last that a pronoun may mean."""

LONGEST_TITLE = 3
"""Words of a title before a name ("Foreign Minister")."""

NOBODY_ELSE = frozenset(("of", "for", "from", "at", "in", "and", "to", "by", "with"))
"""Before the name at the end of a noun phrase, these say that the phrase means somebody else:
"a lawyer for Doe"."""


class Source(NamedTuple):
    """Who speaks: a name to show, a key to count by, and where the text says it."""

    name: str
    key: str
    span: Span | None
    person: bool = False


def unnamed(span: Span | None = None) -> Source:
    """Return the source of what nobody is known to say."""
    return Source(UNNAMED, UNNAMED, span)


class Sources:
    """Knows the names of an article and their titles, and remembers who was spoken of last."""

    def __init__(self, analysis: Analysis) -> None:
        self.text = analysis.article.text
        self.lists = cue_lists(analysis.article.language)
        self.names = analysis.names
        self.mentions = sorted(
            (one.start, one.end, number)
            for number, name in enumerate(self.names)
            for one in name.mentions
        )
        self.starts = [start for start, _, _ in self.mentions]
        self.bearers = self._bearers(gazetteer(analysis.article.language).titles)
        self.recent: list[Source] = []

    def _bearers(self, titles: frozenset[str]) -> dict[str, Name]:
        """Return who bears a title, where the article gives it to one person alone: "premier" and
        "chinese premier"."""
        bearers: dict[str, set[int]] = {}
        for start, _, number in self.mentions:
            if self.names[number].type != "person":
                continue
            words = [
                fold(word.rstrip(".")) for word in self.text[max(0, start - 60) : start].split()
            ]
            for count in range(1, min(LONGEST_TITLE, len(words)) + 1):
                if words[-1] in titles:
                    bearers.setdefault(" ".join(words[-count:]), set()).add(number)
        return {
            title: self.names[next(iter(who))] for title, who in bearers.items() if len(who) == 1
        }

    def within(self, start: int, end: int) -> Iterator[tuple[Span, Name]]:
        """Yield the mentions of names that begin in `text[start:end]`."""
        place = bisect_left(self.starts, start)
        while place < len(self.starts) and self.starts[place] < end:
            first, last, number = self.mentions[place]
            yield Span(first, last), self.names[number]
            place += 1

    def of(self, unit: Unit, place: Range) -> Source:
        """Return whom the items at `place` mean: a name, a title's bearer, or their own words."""
        items = unit.items[place.start : place.end]
        span = Span(items[0].start, items[-1].end)
        if len(items) == 1:
            norm = items[0].norm
            if norm in self.lists["pronoun"] or norm in self.lists["his"]:
                return self._pronoun(unit, place.start, span)
            if norm in self.lists["aside"]:
                found = list(self._named_before(unit, place.start, ("person", "organization")))
                return found[-1]._replace(span=span) if found else unnamed(span)
        return self._phrase(items, span)

    def _phrase(self, items: Sequence[Item], span: Span) -> Source:
        words = list(items)
        while len(words) > 1 and words[0].norm in self.lists["det"]:
            del words[0]
        day = [one.norm for one in words[1:]][-2:]
        if len(day) > 1 and day[0] in self.lists["prep"] and day[1] in self.lists["time"]:
            del words[-2:]  # "the secretary on Thursday"
        name = self._head(words, span) or self.bearers.get(" ".join(one.norm for one in words))
        if name is not None:
            return _source(name, span)
        label = " ".join(self.text[words[0].start : words[-1].end].split())
        label = label.removesuffix("'s").removesuffix("’s")
        if len(label) > LONGEST_LABEL:
            label = label[:LONGEST_LABEL].rpartition(" ")[0] or label[:LONGEST_LABEL]
        return Source(label, label.casefold(), span)

    def _head(self, words: Sequence[Item], span: Span) -> Name | None:
        """Return the name that a noun phrase means: "Premier [Li Qiang]", "[Doe] of Harbin"."""
        found = list(self.within(span.start, span.end))
        if not found:
            return None
        last, name = found[-1]
        if last.end >= words[-1].end - len("'s"):
            links = (word.norm for word in words if word.end <= last.start)
            if NOBODY_ELSE.isdisjoint(links):
                return name
        first, name = found[0]
        if first.start > words[0].start or name.type != "person":
            return None
        owner = any(word.owns and first.start <= word.start < first.end for word in words)
        return None if owner or any(word.norm == "and" for word in words) else name

    def _pronoun(self, unit: Unit, place: int, span: Span) -> Source:
        """Return the person that "he" or "she" means: the first one that the sentence names before,
        else the one who spoke or was named last; a given name of the other kind is passed over."""
        norm = unit.items[place].norm
        if norm not in self.lists["person"]:
            return unnamed(span)
        others = self.lists["he" if norm.startswith(("she", "her")) else "she"]
        inside = next(self._named_before(unit, place, ("person",)), None)
        for one in [*([inside] if inside else []), *reversed(self.recent)]:
            if fold(one.name.split()[0]) not in others:
                return one._replace(span=span)
        return unnamed(span)

    def subject(self, unit: Unit, place: int) -> Source | None:
        """Return whom the unit is about before an item: the first pronoun, title or name in it."""
        first = next(self._named_before(unit, place, ("person", "organization")), None)
        end = place if first is None or first.span is None else None
        for at, item in enumerate(unit.items[:end]):
            if first is not None and first.span is not None and item.start >= first.span.start:
                break
            if item.kind != "word":
                continue
            if item.norm in self.lists["person"]:
                return self.of(unit, Range(at, at + 1))
            for count in range(LONGEST_TITLE, 0, -1):
                title = " ".join(one.norm for one in unit.items[at : at + count])
                if title in self.bearers:
                    behind = unit.items[at : at + count][-1].end
                    return _source(self.bearers[title], Span(item.start, behind))
        return first

    def _named_before(
        self, unit: Unit, place: int, types: tuple[NameType, ...]
    ) -> Iterator[Source]:
        """Yield the names of these types that a unit has before an item, outside of quotations."""
        for item in unit.items[:place]:
            if item.kind == "word":
                for span, name in self.within(item.start, item.start + 1):
                    if name.type in types:
                        yield _source(name, span)

    def remember(self, unit: Unit, speaker: Source | None) -> None:
        """Remember the person that a unit names first, and who speaks in it."""
        first = next(self._named_before(unit, len(unit.items), ("person",)), None)
        self.recent += [one for one in (first, speaker) if one is not None and one.person]
        del self.recent[:-MEMORY]


def _source(name: Name, span: Span) -> Source:
    return Source(name.name, name.key, span, name.type == "person")
