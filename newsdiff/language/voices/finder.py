"""find_voices: from the claims of single sentences to the voices of an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from newsdiff.article import Span
from newsdiff.language.voices.clauses import Claim, Clauses, Range
from newsdiff.language.voices.sources import Source, Sources
from newsdiff.language.voices.units import Unit, read_units
from newsdiff.language.voices.voice import Voice

if TYPE_CHECKING:
    from newsdiff.language.analysis import Analysis

LEAST_QUOTE = 4
"""A quotation of fewer words that no cue leads to is a term or a title and no speech."""


def find_voices(analysis: Analysis) -> tuple[Voice, ...]:
    """Return the voices of an article, by place. Their spans never overlap."""
    return _Finder(analysis).voices()


class _Finder:
    """Reads an article from its beginning to its end and remembers who spoke last."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.text = analysis.article.text
        self.sources = Sources(analysis)
        self.found: list[Voice] = []
        self.speaker: Source | None = None
        self.due = False

    def voices(self) -> tuple[Voice, ...]:
        """Return the voices by place."""
        for _, group in groupby(read_units(self.analysis), key=lambda unit: unit.paragraph):
            self._paragraph(list(group))
        return tuple(sorted(self.found, key=lambda voice: voice.spans))

    def _paragraph(self, units: Sequence[Unit]) -> None:
        """Read a paragraph; `speaker` is who spoke in the one before, `due` says that it ended in
        "Doe continued:"."""
        clauses = [Clauses(unit.items, self.analysis.article.language) for unit in units]
        claims = [settled(list(one.claims())) for one in clauses]
        label = clauses[0].label()
        if label is not None or (self.due and self.speaker is not None):
            cue = None
            if label is not None:
                self.speaker = self.sources.of(units[0], label)
                cue = Range(label.end, label.end + 1)
            for number, unit in enumerate(units):
                start = cue.end if cue is not None and not number else 0
                parts = clauses[number].told(start, len(unit.items))
                self._add(unit, None if number else cue, parts, self.speaker)
            self.due = False
            return
        current: Source | None = None
        for number, unit in enumerate(units):
            taken: set[int] = set()
            for claim in claims[number]:
                current = self._source(unit, claim, current)
                via = self.sources.of(unit, claim.via).name if claim.via else None
                self._add(unit, claim.cue, claim.content, current, via)
                taken.update(place for part in claim.content for place in range(*part))
            self._loose(units, clauses, claims, number, current, taken)
            self.sources.read(unit, current if claims[number] else None)
        self.due = clauses[-1].due()

    def _loose(self, units, clauses, claims, number, current, taken) -> None:
        """Find who says the quotations of a unit that no cue leads to."""
        unit = units[number]
        quotes = [p for p, item in enumerate(unit.items) if item.kind == "quote" and p not in taken]
        if not quotes:
            return
        bare = not any(item.kind == "word" for item in unit.items)
        signed = self._signed(units, clauses, number)
        for place in quotes:
            item = unit.items[place]
            if signed is not None:
                source = signed
            elif bare:
                source = current or self._later(units, claims, number) or self.speaker
            elif len(self.text[item.start:item.end].split()) < LEAST_QUOTE:
                continue
            else:
                source = self.sources.before(unit, place) or current or self.speaker
            self._add(unit, None, [Range(place, place + 1)], source)

    def _signed(self, units, clauses, number):
        """Return who signs the quotation that a unit ends in: "… — Doe"."""
        for unit, reader in zip(units[number:], clauses[number:]):
            dash = next((p for p, item in enumerate(unit.items) if item.kind == "mark" and (p == 0 or unit.items[p - 1].kind == "quote")), None)
            name = reader.signature(dash) if dash is not None else None
            if name is not None:
                return self.sources.of(unit, name)
            if any(item.kind == "word" for item in unit.items):
                return None
        return None

    def _later(self, units, claims, number):
        for unit, found in zip(units[number + 1:], claims[number + 1:]):
            for claim in found:
                if any(unit.items[p].kind == "quote" for part in claim.content for p in range(*part)):
                    return self._source(unit, claim, None)
        return None

    def _source(self, unit: Unit, claim: Claim, current: Source | None) -> Source | None:
        if claim.source is not None:
            return self.sources.of(unit, claim.source)
        return current or self.sources.before(unit, claim.cue.start) or self.speaker

    def _add(self, unit: Unit, cue: Range | None, parts: Sequence[Range], source: Source | None, via: str | None = None) -> None:
        items = unit.items
        spans = tuple(Span(items[p.start].start, items[p.end - 1].end) for p in parts)
        if not spans:
            return
        source = source or self.sources.unnamed
        quoted = tuple(Span(items[p].start, items[p].end) for part in parts for p in range(*part) if items[p].kind == "quote")
        cue_span = Span(items[cue.start].start, items[cue.end - 1].end) if cue else None
        told = sum(s.end - s.start for s in spans)
        direct = 2 * sum(s.end - s.start for s in quoted) >= told
        self.found.append(Voice(
            kind="direct" if direct else "indirect", source=source.name, key=source.key, via=via,
            cue=cue_span.of(self.text) if cue_span else "", cue_span=cue_span, source_span=source.span,
            sentence=unit.sentence, spans=spans, quoted=quoted))
        self.speaker = source


def settled(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims of a unit without those inside of others, each item told once.

    "Doe said …, according to Roe": Doe speaks, by way of Roe. Another claim whose cue another one
    tells is part of that speech.
    """
    kept = list(claims)
    for outer in claims:
        inner = [one for one in kept if one is not outer and outer in kept and _holds(outer, one.cue.start)]
        if not inner:
            continue
        if outer.via_only and any(one.strong and one.source is not None for one in inner):
            for one in inner:
                if one.strong:
                    one.via = outer.source
            kept.remove(outer)
            kept = [one for one in kept if one not in inner or one.strong]
        else:
            kept = [one for one in kept if one not in inner]
    free: list[Claim] = []
    taken: set[int] = set()
    for claim in kept:
        parts = []
        for start, end in claim.content:
            begin = start
            for place in range(start, end + 1):
                if place == end or place in taken:
                    if begin < place:
                        parts.append(Range(begin, place))
                    begin = place + 1
        claim.content = parts
        taken.update(p for part in parts for p in range(*part))
        taken.update(range(*claim.cue))
        if parts:
            free.append(claim)
    return free


def _holds(claim: Claim, place: int) -> bool:
    return any(start <= place < end for start, end in claim.content)
