"""Line records: tab-separated for grep, cut and awk, or the same with names as JSON lines.

COLUMNS is the whole format. `compare` gives the passages and then what one article alone tells,
in the same eight columns; `--show SECTION` gives that section's own records instead.

Sentences count from 1, as everywhere that people read. A field is one line, safe to show, with
white space folded to one space; what is missing is empty. JSON lines hold the text to the letter,
and more than the columns: offsets (`start`, `end`, from 0, in code points), confidence, and the
like; there, several sections can be told apart by `section`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Literal

from newsdiff.report.options import Found, Readings, ReportOptions, Section, Summaries
from newsdiff.report.safety import escaped_json, safe
from newsdiff.report.selection import (
    figure_rows,
    kept_facts,
    kept_passages,
    name_rows,
    sentence_at,
    wanted,
)

if TYPE_CHECKING:
    from newsdiff.article import Article
    from newsdiff.comparison import Comparison
    from newsdiff.emphasis.rows import FigureRow, NameRow
    from newsdiff.language.analysis import Analysis
    from newsdiff.summary import Pick, Summary

Record = dict[str, object]

_PASSAGE = {
    "kind": "verbatim, quote, figure, near or paraphrase; only: what no other article tells",
    "score": "0 to 1: how sure the passage is; for only, how prominent the sentence is",
    "source_a": "the first article, as it was named",
    "sentence_a": "the sentence's number there, from 1",
    "source_b": "the second article; empty for only",
    "sentence_b": "the sentence's number there; empty for only",
    "text_a": "what the first article says, cut to what is shared; for only, the sentence",
    "text_b": "what the second article says; empty for only",
}
_SENTENCE = {
    "source": "the article, as it was named",
    "sentence": "the sentence's number, from 1",
    "text": "the sentence",
}

COLUMNS: dict[str, dict[str, str]] = {
    "passages": _PASSAGE,
    "only": _PASSAGE,
    "facts": {
        "fact": "the fact's number, from 1; its records stand together, one for each telling",
        "kind": "the kind of its best passage",
        "score": "the score of its best passage, 0 to 1",
        "carried_by": "how many of the articles tell it",
        "source": "the article",
        "sentence": "the sentence's number, from 1",
        "text": "what the article says",
    },
    "coverage": {
        "source": "the article whose words are counted",
        "other": "the article that tells them too",
        "shared_words": "how many words stand in passages that both share",
        "share": "that over all words of `source`, 0 to 1",
    },
    "figures": {
        "row": "the row's number, from 1: records with one number are about the same figure",
        "status": "differs, rounded, equal, or only where one article alone gives it",
        "unit": "the currency (ISO 4217), %, date, year … or the noun that is counted",
        "value": "the number with its scale worked in",
        "key": "equal for figures that say the same; dates as ISO 8601, -- for a missing year",
        "source": "the article",
        "sentence": "the sentence's number, from 1",
        "text": "the figure as the article writes it",
    },
    "names": {
        "name": "the name in its fullest form",
        "type": "person, place, organization, event or other",
        "source": "an article that has it",
        "count": "how often this article says it",
        "per_100_words": "the same, for each hundred of its words",
        "first": "where it first stands there: 0 is the beginning, 1 the end",
        "sentence": "the number of the sentence where it first stands, from 1",
        "carried_by": "how many of the articles have the name",
        "g2": "how much the counts differ (G², log-likelihood)",
        "evidence": "what that can say: strong, fair, weak; fact: no more than the counts",
    },
    "terms": {
        "term": "the word",
        "source": "the article that uses it far more than the others",
        "count": "how often this article says it",
        "elsewhere": "how often the others say it, together",
        "g2": "how much the counts differ (G², log-likelihood)",
        "evidence": "strong or fair",
    },
    "event": {
        "same": "yes, no or unsure: whether the articles tell of one event",
        "why": "one reason; a record for each, or one without a reason",
    },
    "summary": _SENTENCE,
    "sentences": {
        "source": "the article, as it was named",
        "sentence": "the sentence's number, from 1",
        "role": "text, heading, caption or furniture",
        "text": "the sentence",
    },
}
"""The columns of each section, in order, and what they hold. `sentences` is what `newsdiff read`
gives; `newsdiff summarize` gives `summary`, for one article the text alone, and with `--explain`
the columns of EXPLAIN behind it."""

EXPLAIN = {
    "score": "the sentence's score, empty where the method gives none",
    "terms": "what the score is the sum of, as name=value, parted by spaces",
}

_DIGITS = {"score": 2, "share": 3, "first": 3, "per_100_words": 2, "g2": 2, "hours": 1}
"""Digits behind the point, by column."""


def lines(
    subject: Comparison | Summaries | Readings | Found,
    form: Literal["tsv", "jsonl"],
    options: ReportOptions,
) -> Iterator[str]:
    """Yield one record a line; see COLUMNS."""
    for section, columns, record in _records(subject, options):
        if form == "tsv":
            yield "\t".join(_field(name, record[name]) for name in columns) + "\n"
        else:
            data = json.dumps({"section": section, **_rounded(record)}, ensure_ascii=False)
            yield escaped_json(data) + "\n"


def _records(
    subject: Comparison | Summaries | Readings | Found, options: ReportOptions
) -> Iterator[tuple[str, list[str], Record]]:
    """Yield each record with its section and its columns."""
    if isinstance(subject, Found):
        for record in subject.records:
            yield subject.view, list(subject.columns), record
        return
    if isinstance(subject, Summaries):
        columns = list(_SENTENCE if len(subject.items) > 1 else ["text"])
        columns += EXPLAIN if options.explain else []
        for analysis, summary in subject.items:
            for record in _summary(analysis.article, summary):
                yield "summary", columns, record
        return
    if isinstance(subject, Readings):
        sections: tuple[str, ...] = options.show or ("sentences",)
        for section in sections:
            for number, analysis in enumerate(subject.items):
                for record in _READING[section](analysis, number):
                    yield section, list(COLUMNS[section]), record
        return
    for section in options.show or ("passages", "only"):
        for record in _COMPARISON[section](subject, options):
            yield section, list(COLUMNS[section]), record


def _passages(comparison: Comparison, options: ReportOptions) -> Iterator[Record]:
    for index in kept_passages(comparison, options.only):
        passage = comparison.passages[index]
        a, b = passage.spans
        first, second = comparison.articles[a.article], comparison.articles[b.article]
        yield {
            "kind": passage.kind,
            "score": passage.score,
            "confidence": passage.confidence,
            "source_a": first.source,
            "sentence_a": a.sentence + 1,
            "start_a": a.start,
            "end_a": a.end,
            "source_b": second.source,
            "sentence_b": b.sentence + 1,
            "start_b": b.start,
            "end_b": b.end,
            "text_a": first.text[a.start : a.end],
            "text_b": second.text[b.start : b.end],
        }


def _only(comparison: Comparison, options: ReportOptions) -> Iterator[Record]:
    if not wanted(options.only, "only"):
        return
    for row in comparison.only:
        article = comparison.articles[row.article]
        yield {
            "kind": "only",
            "score": row.prominence,
            "source_a": article.source,
            "sentence_a": row.sentence + 1,
            "start_a": row.start,
            "end_a": row.end,
            "source_b": None,
            "sentence_b": None,
            "text_a": article.text[row.start : row.end],
            "text_b": None,
        }


def _facts(comparison: Comparison, options: ReportOptions) -> Iterator[Record]:
    for number, fact in enumerate(kept_facts(comparison, options.only), start=1):
        best = comparison.passages[fact.passages[0]]
        for span in fact.spans:
            article = comparison.articles[span.article]
            yield {
                "fact": number,
                "kind": best.kind,
                "score": best.score,
                "carried_by": len(fact.carried_by),
                "source": article.source,
                "sentence": span.sentence + 1,
                "start": span.start,
                "end": span.end,
                "text": article.text[span.start : span.end],
            }


def _coverage(comparison: Comparison, options: ReportOptions) -> Iterator[Record]:  # noqa: ARG001  one shape for all sections
    for row in comparison.coverage:
        yield {
            "source": comparison.articles[row.article].source,
            "other": comparison.articles[row.other].source,
            "shared_words": row.shared_words,
            "share": row.share,
        }


def _figures(comparison: Comparison, options: ReportOptions) -> Iterator[Record]:  # noqa: ARG001  one shape for all sections
    return _figure_records(comparison.figures, comparison.articles)


def _figure_records(rows: tuple[FigureRow, ...], articles: tuple[Article, ...]) -> Iterator[Record]:
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


def _names(comparison: Comparison, options: ReportOptions) -> Iterator[Record]:  # noqa: ARG001  one shape for all sections
    return _name_records(comparison.names, comparison.articles)


def _name_records(rows: tuple[NameRow, ...], articles: tuple[Article, ...]) -> Iterator[Record]:
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


def _terms(comparison: Comparison, options: ReportOptions) -> Iterator[Record]:  # noqa: ARG001  one shape for all sections
    for row in comparison.terms:
        count = row.counts[row.article]
        yield {
            "term": row.term,
            "source": comparison.articles[row.article].source,
            "count": count,
            "elsewhere": sum(row.counts) - count,
            "g2": row.g2,
            "evidence": row.evidence,
        }


def _event(comparison: Comparison, options: ReportOptions) -> Iterator[Record]:  # noqa: ARG001  one shape for all sections
    event = comparison.event
    for why in event.why or (None,):
        yield {"same": event.same, "why": why}


def _summaries(comparison: Comparison, options: ReportOptions) -> Iterator[Record]:  # noqa: ARG001  one shape for all sections
    for article, summary in zip(comparison.articles, comparison.summaries, strict=True):
        yield from _summary(article, summary)


def _summary(article: Article, summary: Summary) -> Iterator[Record]:
    for pick in summary.picks:
        sentence = article.sentences[pick.index]
        yield {
            "source": article.source,
            "sentence": sentence.number,
            "start": sentence.start,
            "end": sentence.end,
            "text": article.sentence_text(pick.index),
            "score": pick.score,
            "terms": _Terms(pick),
        }


class _Terms(dict[str, float]):
    """A sentence's score in parts: an object in JSON, name=value in a column."""

    def __init__(self, pick: Pick) -> None:
        super().__init__(pick.terms)

    def __str__(self) -> str:
        return " ".join(f"{name}={_decimal(value, 2)}" for name, value in self.items())


def _sentences(analysis: Analysis, number: int) -> Iterator[Record]:  # noqa: ARG001  one shape for all sections
    article = analysis.article
    for sentence in article.sentences:
        yield {
            "source": article.source,
            "sentence": sentence.number,
            "role": sentence.role,
            "paragraph": sentence.paragraph + 1,
            "start": sentence.start,
            "end": sentence.end,
            "text": article.sentence_text(sentence.index),
        }


def _names_read(analysis: Analysis, number: int) -> Iterator[Record]:
    articles = (analysis.article,) * (number + 1)
    return _name_records(name_rows(analysis, number), articles)


def _figures_read(analysis: Analysis, number: int) -> Iterator[Record]:
    articles = (analysis.article,) * (number + 1)
    return _figure_records(figure_rows(analysis, number), articles)


_COMPARISON: dict[Section, Callable[[Comparison, ReportOptions], Iterator[Record]]] = {
    "passages": _passages,
    "only": _only,
    "facts": _facts,
    "coverage": _coverage,
    "figures": _figures,
    "names": _names,
    "terms": _terms,
    "summary": _summaries,
    "event": _event,
}

_READING: dict[str, Callable[[Analysis, int], Iterator[Record]]] = {
    "sentences": _sentences,
    "names": _names_read,
    "figures": _figures_read,
}


def _field(column: str, value: object) -> str:
    """Return one field of a tab-separated record."""
    if value is None:
        return ""
    if isinstance(value, float):
        return _decimal(value, _DIGITS.get(column))
    return safe(str(value))


def _decimal(value: float, digits: int | None) -> str:
    """Return a number as people write it; nothing for what is no number."""
    if not math.isfinite(value):
        return ""
    return f"{value:.15g}" if digits is None else f"{value:.{digits}f}"


def _rounded(record: Record) -> Record:
    """Return the record with numbers that JSON can hold, rounded to six digits."""
    return {name: _jsonable(value) for name, value in record.items()}


def _jsonable(value: object) -> object:
    if isinstance(value, float):
        return round(value, 6) if math.isfinite(value) else None
    if isinstance(value, dict):
        return {name: _jsonable(part) for name, part in value.items()}
    return value
