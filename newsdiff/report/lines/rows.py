"""Records of what comparisons, readings and summaries have in common."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsdiff.report.selection import sentence_at

if TYPE_CHECKING:
    from newsdiff.article import Article, Span
    from newsdiff.emphasis.rows import FigureRow, NameRow, VoiceRow
    from newsdiff.summary import Pick, Summary

Record = dict[str, object]


def figure_records(rows: tuple[FigureRow, ...], articles: tuple[Article, ...]) -> Iterator[Record]:
    """Yield a record for each figure of each row, rows numbered from 1."""
    for number, row in enumerate(rows, start=1):
        for told in row.values:
            article, figure = articles[told.article], told.figure
            yield {
                "row": number,
                "status": row.status,
                "unit": row.unit,
                "value": figure.value,
                "high": figure.high,
                "hedge": figure.hedge,
                "key": figure.key,
                "source": article.source,
                "sentence": figure.sentence + 1,
                "start": figure.start,
                "end": figure.end,
                "text": article.text[figure.start : figure.end],
            }


def name_records(rows: tuple[NameRow, ...], articles: tuple[Article, ...]) -> Iterator[Record]:
    """Yield a record for each article that has a name."""
    for row in rows:
        for used in row.sources:
            article = articles[used.article]
            yield {
                "name": row.name,
                "type": row.type,
                "source": article.source,
                "count": used.count,
                "per_100_words": used.per_100_words,
                "first": used.first,
                "sentence": sentence_at(article, used.spans[0][0]) + 1 if used.spans else None,
                "spans": used.spans,
                "carried_by": row.carried_by,
                "g2": row.g2,
                "evidence": row.evidence,
            }


def voice_record(row: VoiceRow, article: Article) -> Record:
    """Return what is attributed to one voice, and where."""
    voice = row.voice
    return {
        "source": article.source,
        "sentence": voice.sentence + 1,
        "voice": voice.source,
        "via": voice.via,
        "kind": voice.kind,
        "cue": voice.cue,
        "words": row.words,
        "share": row.share,
        "quoted": row.quoted,
        "source_span": _stretch(voice.source_span),
        "cue_span": _stretch(voice.cue_span),
        "spans": [_stretch(span) for span in voice.spans],
        "text": " … ".join(span.of(article.text) for span in voice.spans),
    }


def _stretch(span: Span | None) -> tuple[int, int] | None:
    return None if span is None else (span.start, span.end)


def summary_records(article: Article, summary: Summary) -> Iterator[Record]:
    """Yield the sentences of a summary."""
    for pick in summary.picks:
        yield picked_record(article, pick)


def picked_record(article: Article, pick: Pick) -> Record:
    """Return one chosen sentence."""
    sentence = article.sentences[pick.index]
    return {
        "source": article.source,
        "sentence": sentence.number,
        "start": sentence.start,
        "end": sentence.end,
        "text": article.sentence_text(pick.index),
        "score": pick.score,
        "terms": Terms(pick.terms),
    }


class Terms(dict[str, float]):
    """A score in parts: an object in JSON, name=value in a column."""

    def __str__(self) -> str:
        return " ".join(f"{name}={decimal(value, 2)}" for name, value in self.items())


def decimal(value: float, digits: int | None) -> str:
    """Return a number as people write it; nothing for what is no number."""
    if not math.isfinite(value):
        return ""
    return f"{value:.15g}" if digits is None else f"{value:.{digits}f}"
