"""Whom each article lets speak, and for what share of its words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from newsdiff.emphasis.rows import Speaker, VoiceRow
from newsdiff.language.names.identity import bring_together, fullest

if TYPE_CHECKING:
    from newsdiff.article import Span
    from newsdiff.language.analysis import Analysis


def voice_rows(analyses: Sequence[Analysis]) -> tuple[VoiceRow, ...]:
    """Return a row for each stretch that somebody else says, by article and place.

    A source has the fullest name that any of the articles gives it ("Clinton" is Hillary Clinton
    where another says so).
    """
    fullest = _fullest(analyses)
    rows = (row for number, one in enumerate(analyses) for row in article_voices(one, number))
    return tuple(_named(row, fullest) for row in rows)


def article_voices(analysis: Analysis, number: int) -> tuple[VoiceRow, ...]:
    """Return the rows of one article, which is number `number` of those compared.

    A word counts for the voice in whose spans it begins; no word counts twice, and those of
    headings and furniture count for none.
    """
    from newsdiff.language.voices import find_voices  # noqa: PLC0415  only where shown

    starts = analysis.word_starts
    rows = []
    for voice in find_voices(analysis):
        words, quoted = _count(starts, voice.spans), _count(starts, voice.quoted)
        rows.append(VoiceRow(number, voice, words, words / max(1, len(starts)), quoted))
    return tuple(rows)


def _fullest(analyses: Sequence[Analysis]) -> dict[tuple[int, str], tuple[str, str]]:
    """Return the fullest name and its key, by article and the key of the name there."""
    found: dict[tuple[int, str], tuple[str, str]] = {}
    for group in bring_together([analysis.names for analysis in analyses]):
        best = fullest(group)
        found.update({(number, name.key): (best.name, best.key) for number, name in group})
    return found


def _named(row: VoiceRow, fullest: Mapping[tuple[int, str], tuple[str, str]]) -> VoiceRow:
    voice = row.voice
    source, key = fullest.get((row.article, voice.key), (voice.source, voice.key))
    return row._replace(voice=voice._replace(source=source, key=key))


def speakers(rows: Iterable[VoiceRow]) -> tuple[Speaker, ...]:
    """Return who speaks in each article, by article and then by how many words, most first.

    Those with one number of words stand by the place where they speak first.
    """
    found: list[Speaker] = []
    for _, group in groupby(rows, key=attrgetter("article")):
        by_key: dict[str, list[VoiceRow]] = {}
        for row in group:
            by_key.setdefault(row.voice.key, []).append(row)
        found += sorted(map(_speaker, by_key.values()), key=lambda speaker: -speaker.words)
    return tuple(found)


def _speaker(rows: Sequence[VoiceRow]) -> Speaker:
    """Return one source's rows added up."""
    via = (row.voice.via for row in rows)
    return Speaker(
        article=rows[0].article,
        source=rows[0].voice.source,
        words=sum(row.words for row in rows),
        share=sum(row.share for row in rows),
        quoted=sum(row.quoted for row in rows),
        via=tuple(dict.fromkeys(name for name in via if name is not None)),
        sentences=tuple(dict.fromkeys(row.voice.sentence for row in rows)),
    )


def _count(starts: Sequence[int], spans: Iterable[Span]) -> int:
    """Return how many words begin in spans that do not overlap."""
    return sum(bisect_left(starts, span.end) - bisect_left(starts, span.start) for span in spans)
