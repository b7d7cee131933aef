"""find_voices: from the claims of single sentences to the voices of an article."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from newsdiff.article import Span
from newsdiff.language.voices.claims import Claim, claims, introduces, label, signature
from newsdiff.language.voices.cues import cue_lists
from newsdiff.language.voices.row import Range, Row
from newsdiff.language.voices.sources import Source, Sources, unnamed
from newsdiff.language.voices.speech import told
from newsdiff.language.voices.units import Unit, read_units
from newsdiff.language.voices.voice import Voice

if TYPE_CHECKING:
    from newsdiff.language.analysis import Analysis

LEAST_QUOTE = 4
"""A quotation of fewer words that no cue leads to is a term or a title and no speech."""

LOOK_AHEAD = 8
"""Sentences behind a quotation in which its speaker may be named."""


class Part(NamedTuple):
    """A unit with what is found in it."""

    unit: Unit
    row: Row
    claims: list[Claim]

    @property
    def bare(self) -> bool:
        """True when nothing but quotations stands in it."""
        return not any(item.kind == "word" for item in self.unit.items)


def find_voices(analysis: Analysis) -> tuple[Voice, ...]:
    """Return the voices of an article, by place; their spans never overlap.

    Headings and furniture have none. Languages without lists of words of speech
    (`data/voices`) have quotations alone. Measured with `benchmarks/quality.py voices`.
    """
    if not analysis.quotes and not cue_lists(analysis.article.language)["cue"]:
        return ()
    return tuple(sorted(_Finder(analysis).voices(), key=lambda voice: voice.spans))


class _Finder:
    """Reads an article from its beginning to its end.

    `speaker` is who spoke last; `due` is true where the paragraph before ended in "Doe continued:",
    so that the next one is Doe's.
    """

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.text = analysis.article.text
        self.sentences = [sentence.start for sentence in analysis.article.sentences]
        self.sources = Sources(analysis)
        self.speaker: Source | None = None
        self.due = False

    def voices(self) -> Iterator[Voice]:
        """Yield the voices of each paragraph."""
        for parts in self._paragraphs():
            opening = label(parts[0].row)
            if opening is not None and self._speaks(parts[0].unit, opening):
                yield from self._transcript(parts, opening)
            elif self.due and self.speaker is not None:
                yield from self._transcript(parts, None)
            else:
                yield from self._paragraph(parts)
                self.due = introduces(parts[-1].row)
                if self.due:
                    last = parts[-1]
                    self.speaker = self.sources.subject(last.unit, last.row.count) or self.speaker

    def _paragraphs(self) -> Iterator[list[Part]]:
        """Yield the article's paragraphs: joined where one quotation runs through them, and where
        a line only signs the one before."""
        language = self.analysis.article.language
        kept: list[Part] = []
        for _, group in groupby(read_units(self.analysis), key=lambda unit: unit.paragraph):
            rows = [(unit, Row(unit.items, language)) for unit in group]
            parts = [Part(unit, row, claims(row)) for unit, row in rows]
            signs = len(parts) == 1 and signature(parts[0].row) is not None
            if kept and not signs and not self._unclosed(kept[-1]):
                yield kept
                kept = []
            kept += parts
        if kept:
            yield kept

    def _unclosed(self, part: Part) -> bool:
        """True when nothing but a quotation stands in a paragraph, and no mark closes it."""
        end = part.unit.items[-1].end
        return part.bare and part.row.quote(part.row.count - 1) and self.text[end : end + 1] == "\n"

    def _speaks(self, unit: Unit, opening: Range) -> bool:
        """True for a name before a colon, and for a word in capitals before one."""
        items = unit.items[opening.start : opening.end]
        names = self.sources.within(items[0].start, items[-1].end)
        if any(name.type in ("person", "organization") for _, name in names):
            return True
        return len(items) == 1 and self.text[items[0].start : items[0].end].isupper()

    def _transcript(self, parts: Sequence[Part], opening: Range | None) -> Iterator[Voice]:
        """Yield a whole paragraph as what one person says."""
        first = 0
        cue = None
        if opening is not None:
            self.speaker = self.sources.of(parts[0].unit, opening)
            cue = Range(opening.end, opening.end + 1)
            first = cue.end
        for part in parts:
            content = told(part.row, first, part.row.count)
            yield from self._voice(part.unit, cue, content, self.speaker)
            first, cue = 0, None
        self.due = False

    def _paragraph(self, parts: Sequence[Part]) -> Iterator[Voice]:
        current: Source | None = None
        for number, part in enumerate(parts):
            taken: set[int] = set()
            for claim in part.claims:
                current = self._source(part, claim, current)
                via = self.sources.of(part.unit, claim.via).name if claim.via else None
                yield from self._voice(part.unit, claim.cue, claim.content, current, via)
                taken.update(place for found in claim.content for place in range(*found))
            yield from self._loose(parts[number : number + LOOK_AHEAD], current, taken)
            self.sources.remember(part.unit, current if part.claims else None)

    def _source(self, part: Part, claim: Claim, current: Source | None) -> Source | None:
        """Return who makes a claim; one without a subject has that of the sentence."""
        if claim.source is not None:
            return self.sources.of(part.unit, claim.source)
        made = any(one is not claim and one.cue < claim.cue for one in part.claims)
        return (current if made else None) or (
            self.sources.subject(part.unit, claim.cue.start) or current or self.speaker
        )

    def _loose(
        self, parts: Sequence[Part], current: Source | None, taken: set[int]
    ) -> Iterator[Voice]:
        """Yield the quotations of the first of `parts` that no cue leads to, with their speakers:
        who signs them, who spoke in this paragraph, who will, or who spoke before."""
        part = parts[0]
        loose = [one for one in part.row.quotes(0, part.row.count) if one.start not in taken]
        if not loose:
            return
        signed = self._signed(parts)
        later = current or self._later(parts[1:]) or self.speaker if part.bare else None
        for quote in loose:
            source = signed or later
            if not (signed or part.bare):
                if self._words(part.unit, quote) < LEAST_QUOTE:
                    continue
                source = self.sources.subject(part.unit, quote.start) or current or self.speaker
            yield from self._voice(part.unit, None, [quote], source)

    def _signed(self, parts: Sequence[Part]) -> Source | None:
        """Return who signs the quotation that these parts begin with: "… — Doe"."""
        for part in parts:
            name = signature(part.row)
            if name is not None:
                return self.sources.of(part.unit, name)
            if not part.bare:
                return None
        return None

    def _later(self, parts: Sequence[Part]) -> Source | None:
        """Return who makes the first claim with a quotation in these parts."""
        for part in parts:
            for claim in part.claims:
                if any(part.row.quotes(*found) for found in claim.content):
                    return self._source(part, claim, None)
        return None

    def _words(self, unit: Unit, quote: Range) -> int:
        """Return how many words a quotation has."""
        starts, item = self.analysis.word_starts, unit.items[quote.start]
        return bisect_left(starts, item.end) - bisect_left(starts, item.start)

    def _voice(
        self,
        unit: Unit,
        cue: Range | None,
        content: Sequence[Range],
        source: Source | None,
        via: str | None = None,
    ) -> Iterator[Voice]:
        """Yield a voice, if anything is told, and remember who speaks."""
        if not content:
            return
        source = source or unnamed()
        spans = tuple(self._span(unit, part) for part in content)
        quoted = tuple(
            self._span(unit, Range(place, place + 1))
            for part in content
            for place in range(*part)
            if unit.items[place].kind == "quote"
        )
        cue_span = (
            None if cue is None else Span(unit.items[cue.start].start, unit.items[cue.end - 1].end)
        )
        self.speaker = source
        yield Voice(
            kind="direct" if 2 * _length(quoted) >= _length(spans) else "indirect",
            source=source.name,
            key=source.key,
            via=via,
            cue="" if cue_span is None else " ".join(cue_span.of(self.text).split()),
            cue_span=cue_span,
            source_span=source.span,
            sentence=bisect_right(self.sentences, spans[0].start) - 1,
            spans=spans,
            quoted=quoted,
        )

    def _span(self, unit: Unit, part: Range) -> Span:
        """Return the characters of some items, without a comma at the end of a quotation."""
        start, end = unit.items[part.start].start, unit.items[part.end - 1].end
        return Span(start, end - (end - start > 1 and self.text[end - 1] == ","))


def _length(spans: Sequence[Span]) -> int:
    return sum(span.end - span.start for span in spans)
