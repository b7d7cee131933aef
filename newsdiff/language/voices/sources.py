"""Sources: who a noun phrase or a pronoun means."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from newsdiff.article import Span
from newsdiff.language.names.gazetteer import gazetteer
from newsdiff.language.voices.clauses import Range, cue_lists
from newsdiff.language.voices.voice import UNNAMED

if TYPE_CHECKING:
    from newsdiff.language.analysis import Analysis
    from newsdiff.language.names import Name
    from newsdiff.language.voices.units import Item, Unit

LONGEST_LABEL = 60


class Source(NamedTuple):
    """Who speaks: a name to show, a key to count by, and where the text says it."""

    name: str
    key: str
    span: Span | None
    person: bool = False


class Sources:
    """Knows the names of an article, and who was spoken of last."""

    unnamed = Source(UNNAMED, UNNAMED, None)

    def __init__(self, analysis: Analysis) -> None:
        self.text = analysis.article.text
        self.lists = cue_lists(analysis.article.language)
        self.titles = gazetteer(analysis.article.language).titles
        self.mentions = sorted(
            (one.start, one.end, number)
            for number, name in enumerate(analysis.names)
            for one in name.mentions
        )
        self.names = analysis.names
        self.starts = [one[0] for one in self.mentions]
        self.roles = self._roles(analysis)
        self.recent: list[Source] = []  # people, last spoken of first

    def _roles(self, analysis):
        """Return who bears a title: "premier" and "chinese premier", where one person alone does."""
        roles: dict[str, set[int]] = {}
        for start, _, number in self.mentions:
            if self.names[number].type != "person":
                continue
            words = self.text[max(0, start - 40):start].split()
            held = []
            for word in reversed(words[-3:]):
                held.insert(0, word.casefold().rstrip("."))
                if word[-1:] in ",;:.—" and word.casefold().rstrip(".") not in self.titles:
                    break
                if held[-1] not in self.titles:
                    break
                roles.setdefault(" ".join(held), set()).add(number)
        return {role: next(iter(who)) for role, who in roles.items() if len(who) == 1}

    def within(self, start: int, end: int) -> list[tuple[int, int, Name]]:
        first = bisect_left(self.starts, start)
        found = []
        for s, e, n in self.mentions[first:]:
            if s >= end:
                break
            found.append((s, e, self.names[n]))
        return found

    def of(self, unit: Unit, place: Range) -> Source:
        items = unit.items[place.start : place.end]
        span = Span(items[0].start, items[-1].end)
        norm = items[0].norm
        if len(items) == 1 and norm in self.lists["pronoun"] | self.lists["his"]:
            return self._pronoun(norm, unit, place.start, span)
        if len(items) == 1 and norm in ("who", "which"):
            found = self.before(unit, place.start, near=True)
            return found._replace(span=span) if found else Source(UNNAMED, UNNAMED, span)
        return self._phrase(items, span)

    def _phrase(self, items: tuple[Item, ...], span: Span) -> Source:
        words = list(items)
        while len(words) > 1 and words[0].norm in self.lists["det"]:
            del words[0]
        names = self.within(span.start, span.end)
        last = names[-1] if names else None
        if last is not None and last[1] >= span.end - 2 and last[0] <= span.end:
            before = [item.norm for item in words if item.end <= last[0]]
            if not set(before) & {"of", "for", "from", "at", "in", "and", "to"}:
                return self._named(last[2], span)
        first = names[0] if names else None
        if first is not None and first[0] <= words[0].start and not self._owns(items, first[1]):
            if first[2].type == "person" and not any(item.norm == "and" for item in items):
                return self._named(first[2], span)
        norms = [item.norm for item in words]
        role = self.roles.get(" ".join(norms))
        if role is not None:
            return self._named(self.names[role], span)
        label = " ".join(self.text[words[0].start : words[-1].end].split())
        if label[-2:] in ("'s", "’s"):
            label = label[:-2]
        if len(label) > LONGEST_LABEL:
            label = label[:LONGEST_LABEL].rsplit(" ", 1)[0]
        return Source(label, label.casefold(), span)

    def _owns(self, items, end) -> bool:
        return any(item.owns and item.end >= end and item.start < end for item in items)

    def _named(self, name: Name, span: Span) -> Source:
        return Source(name.name, name.key, span, name.type == "person")

    def _pronoun(self, norm: str, unit: Unit, place: int, span: Span) -> Source:
        if norm in ("he", "she", "him", "her", "his", "hers"):
            she = norm in ("she", "her", "hers")
            inside = self.before(unit, place, person=True)
            for one in ([inside] if inside else []) + self.recent[::-1]:
                if self._fits(one, she=she):
                    return one._replace(span=span)
        if norm in ("they", "their") or norm in ("it", "its"):
            ...
        return Source(UNNAMED, UNNAMED, span)

    def _fits(self, one: Source, *, she: bool) -> bool:
        first = one.name.split()[0].casefold().rstrip(".")
        return first not in self.lists["he" if she else "she"]

    def before(self, unit: Unit, place: int, *, near: bool = False, person: bool = False) -> Source | None:
        """Return the first person or organization that the unit names before an item."""
        found = []
        for item in unit.items[:place]:
            if item.kind == "word":
                found += [one for one in self.within(item.start, item.start + 1)]
        found = [one for one in found if one[2].type in (("person",) if person else ("person", "organization"))]
        if not found:
            return None
        start, end, name = found[-1] if near else found[0]
        return self._named(name, Span(start, end))

    def read(self, unit: Unit, speaker: Source | None) -> None:
        """Remember the person that a unit names first, and who speaks in it."""
        for person in (self.before(unit, len(unit.items), person=True), speaker):
            if person is not None and person.person:
                self.recent.append(person)
        del self.recent[:-6]
