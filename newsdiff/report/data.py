"""The JSON documents: newsdiff.compare/1, newsdiff.summarize/1, newsdiff.read/1,
newsdiff.corpus/1.

The schemas are files in newsdiff/schemas. Sentences and articles count from 0, offsets are code
points in the article's `text`. A top-level key stands on a line of its own, and so does each item
of a top-level list: one line of the file is one passage, one name, one figure.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from newsdiff.combination import Combination
from newsdiff.emphasis.rows import POSSIBLY
from newsdiff.emphasis.voices import article_voices
from newsdiff.report.options import (
    SECTIONS,
    Found,
    Readings,
    ReportOptions,
    Section,
    Subject,
    Summaries,
)
from newsdiff.report.safety import escaped_json
from newsdiff.report.selection import (
    figure_rows,
    kept_passages,
    kept_placement,
    letter,
    name_rows,
    wanted,
)
from newsdiff.version import __version__

if TYPE_CHECKING:
    from newsdiff.alignment.passage import Edit, Passage, PassageSpan
    from newsdiff.article import Article, Span
    from newsdiff.comparison import Comparison
    from newsdiff.emphasis.rows import FigureRow, NameRow, Near, VoiceRow
    from newsdiff.language.analysis import Analysis
    from newsdiff.summary import Pick, Summary

Data = dict[str, object]

DIGITS = 6
"""Digits behind the point that floats are rounded to."""
SCORE_DIGITS = 4
_EXACT = 2**53
"""Whole numbers below this are told from their neighbours by every reader of JSON."""


def document(subject: Subject, options: ReportOptions) -> Iterator[str]:
    """Yield the JSON document in pieces. With `show`, a comparison has only those sections."""
    if isinstance(subject, Found):
        return _written(_found(subject))
    if isinstance(subject, Summaries):
        return _written(_summarize(subject))
    if isinstance(subject, Combination):
        return _written(_combined(subject))
    if isinstance(subject, Readings):
        return _written(_read(subject))
    return _written(_compare(subject, options))


def _written(parts: Iterable[tuple[str, object]]) -> Iterator[str]:
    """Yield an object of these keys and values: a line a key, and a line an item of a list."""
    before = "{"
    for key, value in parts:
        yield f"{before}{_json(key)}: "
        if isinstance(value, Iterator):
            separator = "[\n "
            for item in value:
                yield separator + _json(item)
                separator = ",\n "
            yield "[]" if separator == "[\n " else "\n ]"
        else:
            yield _json(value)
        before = ",\n"
    yield "}\n"


def _json(value: object) -> str:
    return escaped_json(json.dumps(value, ensure_ascii=False, allow_nan=False))


def _compare(comparison: Comparison, options: ReportOptions) -> Iterator[tuple[str, object]]:
    shown = options.show or SECTIONS
    yield "schema", "newsdiff.compare/1"
    yield "version", __version__
    yield "articles", _articles(comparison, shown)
    if "event" in shown:
        yield "event", {"same": comparison.event.same, "why": comparison.event.why}
    for section, part in _PARTS.items():
        if section in shown:
            yield section, part(comparison, options)
    if "event" in shown:
        yield "warnings", comparison.warnings
    yield "settings", _settings(comparison, options)


def _summarize(summaries: Summaries) -> Iterator[tuple[str, object]]:
    yield "schema", "newsdiff.summarize/1"
    yield "version", __version__
    methods = sorted({summary.method for _, summary in summaries.items})
    yield "method", methods[0] if methods else None
    yield (
        "articles",
        (
            {
                **_article(analysis, number),
                "complete": summary.complete,
                "summary": _picks(analysis.article, summary),
            }
            for number, (analysis, summary) in enumerate(summaries.items)
        ),
    )


def _combined(combination: Combination) -> Iterator[tuple[str, object]]:
    """Yield the parts of a combined summary: as those of summaries, and the order of it all."""
    comparison = combination.comparison
    yield "schema", "newsdiff.summarize/1"
    yield "version", __version__
    yield "method", "news"
    yield (
        "articles",
        (
            {
                **_article(analysis, number),
                "complete": combination.complete,
                "summary": [
                    _pick(analysis.article, choice.pick)
                    for choice in sorted(combination.choices, key=lambda c: c.pick.index)
                    if choice.article == number
                ],
            }
            for number, analysis in enumerate(comparison.analyses)
        ),
    )
    yield (
        "combined",
        (
            {
                "article": choice.article,
                "carried_by": choice.carried_by,
                **_pick(comparison.articles[choice.article], choice.pick),
            }
            for choice in combination.choices
        ),
    )


def _read(readings: Readings) -> Iterator[tuple[str, object]]:
    yield "schema", "newsdiff.read/1"
    yield "version", __version__
    yield "articles", (_reading(analysis, number) for number, analysis in enumerate(readings.items))


def _found(found: Found) -> Iterator[tuple[str, object]]:
    yield "schema", "newsdiff.corpus/1"
    yield "version", __version__
    yield "view", found.view
    yield "counts", _finite(found.counts)
    yield "records", (_finite(record) for record in found.records)


def _finite(values: Mapping[str, object]) -> Data:
    return {
        name: _number(value) if isinstance(value, float) else value
        for name, value in values.items()
    }


def _reading(analysis: Analysis, number: int) -> Data:
    article, reading = analysis.article, analysis.article.reading
    return {
        **_article(analysis, number),
        "url": article.url,
        "entry": article.id,
        "notes": article.notes,
        "reading": reading
        and {"format": reading.format, "why": reading.why, "dropped": reading.dropped},
        "names": [_name(row) for row in name_rows(analysis, number)],
        "figures": [_figure(row, lambda _: article) for row in figure_rows(analysis, number)],
        "voices": [_voice(row) for row in article_voices(analysis, number)],
    }


def _articles(comparison: Comparison, shown: tuple[Section, ...]) -> Iterator[Data]:
    for number, analysis in enumerate(comparison.analyses):
        data = _article(analysis, number)
        if "summary" in shown:
            data["summary"] = [pick.index for pick in comparison.summaries[number].picks]
        yield data


def _article(analysis: Analysis, number: int) -> Data:
    article = analysis.article
    return {
        "id": letter(number),
        "source": article.source,
        "title": article.title,
        "outlet": article.outlet,
        "author": article.author,
        "published": article.published,
        "language": article.language,
        "encoding": article.encoding,
        "guessed": article.guessed,
        "text": article.text,
        "words": analysis.words,
        "sentences": [
            {
                "index": sentence.index,
                "start": sentence.start,
                "end": sentence.end,
                "furniture": sentence.furniture,
                "role": sentence.role,
                "paragraph": sentence.paragraph,
            }
            for sentence in article.sentences
        ],
    }


def _picks(article: Article, summary: Summary) -> list[Data]:
    return [_pick(article, pick) for pick in summary.picks]


def _pick(article: Article, pick: Pick) -> Data:
    sentence = article.sentences[pick.index]
    return {
        "index": pick.index,
        "start": sentence.start,
        "end": sentence.end,
        "text": article.sentence_text(pick.index),
        "score": None if pick.score is None else _number(pick.score),
        "terms": _numbers(pick.terms),
    }


def _passages(comparison: Comparison, options: ReportOptions) -> Iterator[Data]:
    for index in kept_passages(comparison, options.only):
        yield _passage(comparison, comparison.passages[index])


def _passage(comparison: Comparison, passage: Passage) -> Data:
    evidence = passage.evidence
    first, second = (comparison.articles[span.article].text for span in passage.spans)
    return {
        "kind": passage.kind,
        "score": _number(passage.score, SCORE_DIGITS),
        "confidence": passage.confidence,
        "spans": [_span(comparison, span) for span in passage.spans],
        "evidence": {
            "stems": [
                {"stem": stem, "weight": _number(weight, SCORE_DIGITS)}
                for stem, weight in evidence.stems
            ],
            "run": evidence.run,
            "figures": evidence.figures,
            "names": evidence.names,
            "scores": _numbers(evidence.scores),
            "marks": evidence.marks,
            "but": evidence.but,
        },
        "diff": [_edit(edit, first, second) for edit in passage.diff],
    }


def _edit(edit: Edit, first: str, second: str) -> tuple[str, str]:
    if edit.tag == "+":
        return edit.tag, second[edit.b_start : edit.b_end]
    return edit.tag, first[edit.a_start : edit.a_end]


def _span(comparison: Comparison, span: PassageSpan) -> Data:
    return {
        "article": span.article,
        "sentence": span.sentence,
        "start": span.start,
        "end": span.end,
        "text": comparison.articles[span.article].text[span.start : span.end],
    }


def _facts(comparison: Comparison, options: ReportOptions) -> Iterator[Data]:
    """Yield the facts; their passages are numbers in the document's own list of passages."""
    listed = {index: n for n, index in enumerate(kept_passages(comparison, options.only))}
    if not listed:
        return
    for fact in comparison.facts:
        passages = [listed[index] for index in fact.passages if index in listed]
        if passages:
            yield {
                "spans": [_span(comparison, span) for span in fact.spans],
                "carried_by": fact.carried_by,
                "passages": passages,
            }


def _coverage(comparison: Comparison, options: ReportOptions) -> Iterator[Data]:  # noqa: ARG001  one shape for all sections
    for row in comparison.coverage:
        yield {
            "article": row.article,
            "other": row.other,
            "shared_words": row.shared_words,
            "share": _number(row.share, SCORE_DIGITS),
        }


def _only(comparison: Comparison, options: ReportOptions) -> Iterator[Data]:
    if not wanted(options.only, "only"):
        return
    for row in comparison.only:
        yield {
            "article": row.article,
            "sentence": row.sentence,
            "start": row.start,
            "end": row.end,
            "text": comparison.articles[row.article].text[row.start : row.end],
            "prominence": _number(row.prominence, SCORE_DIGITS),
            "group": row.group,
            "perhaps": None if row.perhaps is None else _near(row.perhaps),
        }


def _near(near: Near) -> Data:
    return {
        "article": near.article,
        "sentence": near.sentence,
        "score": _number(near.score, SCORE_DIGITS),
    }


def _leads(comparison: Comparison, options: ReportOptions) -> Iterator[Data]:  # noqa: ARG001  one shape for all sections
    for lead in comparison.leads:
        text = comparison.articles[lead.article].text
        yield {
            "article": lead.article,
            "start": lead.start,
            "end": lead.end,
            "items": [
                {
                    "role": item.role,
                    "start": item.start,
                    "end": item.end,
                    "text": text[item.start : item.end],
                    "elsewhere": [
                        {"article": number, "first": None if first is None else _number(first)}
                        for number, first in item.elsewhere
                    ],
                }
                for item in lead.items
            ],
        }


def _placement(comparison: Comparison, options: ReportOptions) -> Iterator[Data]:
    for fact, row in kept_placement(comparison, options.only):
        yield {
            "fact": fact,
            "apart": _number(row.apart),
            "moved": row.moved,
            "tellings": [
                {
                    "article": told.article,
                    "sentence": told.sentence,
                    "start": told.start,
                    "end": told.end,
                    "text": comparison.articles[told.article].text[told.start : told.end],
                    "place": _number(told.place),
                    "introduced": told.introduced,
                }
                for told in row.tellings
            ],
        }


def _wording(comparison: Comparison, options: ReportOptions) -> Iterator[Data]:  # noqa: ARG001  one shape for all sections
    for row in comparison.wording:
        yield {
            "kind": row.kind,
            "what": row.what,
            "possibly": row.kind in POSSIBLY,
            "sources": [
                {
                    "article": used.article,
                    "forms": [
                        {"form": form.form, "count": len(form.spans), "spans": form.spans}
                        for form in used.forms
                    ],
                }
                for used in row.sources
            ],
        }


def _figures(comparison: Comparison, options: ReportOptions) -> Iterator[Data]:  # noqa: ARG001  one shape for all sections
    for row in comparison.figures:
        yield _figure(row, comparison.articles.__getitem__)


def _figure(row: FigureRow, article_at: Callable[[int], Article]) -> Data:
    return {
        "status": row.status,
        "unit": row.unit,
        "values": [
            {
                "article": told.article,
                "sentence": told.figure.sentence,
                "start": told.figure.start,
                "end": told.figure.end,
                "text": article_at(told.article).text[told.figure.start : told.figure.end],
                "value": _number(told.figure.value),
                "high": None if told.figure.high is None else _number(told.figure.high),
                "hedge": told.figure.hedge,
                "key": told.figure.key,
            }
            for told in row.values
        ],
    }


def _names(comparison: Comparison, options: ReportOptions) -> Iterator[Data]:  # noqa: ARG001  one shape for all sections
    return map(_name, comparison.names)


def _name(row: NameRow) -> Data:
    return {
        "name": row.name,
        "type": row.type,
        "sources": [
            {
                "article": source.article,
                "count": source.count,
                "per_100_words": _number(source.per_100_words),
                "first": _number(source.first),
                "spans": source.spans,
            }
            for source in row.sources
        ],
        "g2": _number(row.g2),
        "evidence": row.evidence,
        "carried_by": row.carried_by,
        "never_in": row.never_in,
    }


def _voices(comparison: Comparison, options: ReportOptions) -> Iterator[Data]:  # noqa: ARG001  one shape for all sections
    return map(_voice, comparison.voices)


def _voice(row: VoiceRow) -> Data:
    voice = row.voice
    return {
        "article": row.article,
        "sentence": voice.sentence,
        "source": voice.source,
        "via": voice.via,
        "kind": voice.kind,
        "cue": voice.cue,
        "words": row.words,
        "share": _number(row.share),
        "quoted": row.quoted,
        "source_span": _stretch(voice.source_span),
        "cue_span": _stretch(voice.cue_span),
        "spans": [_stretch(span) for span in voice.spans],
    }


def _stretch(span: Span | None) -> tuple[int, int] | None:
    return None if span is None else (span.start, span.end)


def _terms(comparison: Comparison, options: ReportOptions) -> Iterator[Data]:  # noqa: ARG001  one shape for all sections
    for row in comparison.terms:
        yield {
            "term": row.term,
            "article": row.article,
            "counts": row.counts,
            "g2": _number(row.g2),
            "evidence": row.evidence,
        }


_PARTS: dict[Section, Callable[[Comparison, ReportOptions], Iterator[Data]]] = {
    "leads": _leads,
    "passages": _passages,
    "facts": _facts,
    "coverage": _coverage,
    "placement": _placement,
    "wording": _wording,
    "only": _only,
    "figures": _figures,
    "names": _names,
    "voices": _voices,
    "terms": _terms,
}


def _settings(comparison: Comparison, options: ReportOptions) -> Data:
    settings = comparison.settings
    return {
        "min_score": settings.min_score,
        "method": settings.method,
        "length": {
            "sentences": settings.length.sentences,
            "words": settings.length.words,
            "percent": settings.length.percent,
        },
        "show": options.show,
        "only": options.only,
    }


def _numbers(values: Mapping[str, float]) -> Data:
    return {name: _number(values[name], SCORE_DIGITS) for name in sorted(values)}


def _number(value: float, digits: int = DIGITS) -> float | int | None:
    """Return `value` as JSON can hold it: rounded, whole where it is whole, None for no number."""
    if not math.isfinite(value):
        return None
    rounded = round(value, digits)
    return int(rounded) if rounded == int(rounded) and abs(rounded) < _EXACT else rounded
