"""Records of a comparison, by section."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from newsdiff.report.lines.rows import (
    Record,
    Terms,
    figure_records,
    name_records,
    summary_records,
    voice_record,
)
from newsdiff.report.options import ReportOptions, Section
from newsdiff.report.selection import (
    kept_facts,
    kept_passages,
    kept_placement,
    sentence_at,
    wanted,
)
from newsdiff.report.why import why

if TYPE_CHECKING:
    from newsdiff.alignment.passage import Passage
    from newsdiff.comparison import Comparison
    from newsdiff.emphasis.rows import Near


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
            **(_explained(comparison, passage) if options.explain else {}),
        }


def _explained(comparison: Comparison, passage: Passage) -> Record:
    return {
        "why": " · ".join(why(comparison, passage)),
        "terms": Terms(passage.evidence.scores),
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
            "about": row.group,
            "perhaps": _near(comparison, row.perhaps),
            **({"why": None, "terms": None} if options.explain else {}),
        }


def _near(comparison: Comparison, near: Near | None) -> str | None:
    """Return "post.txt 12", the sentence that may tell the same."""
    if near is None:
        return None
    return f"{comparison.articles[near.article].source} {near.sentence + 1}"


def _leads(comparison: Comparison, options: ReportOptions) -> Iterator[Record]:  # noqa: ARG001  one shape for all sections
    for lead in comparison.leads:
        article = comparison.articles[lead.article]
        for order, item in enumerate(lead.items, start=1):
            yield {
                "source": article.source,
                "order": order,
                "role": item.role,
                "sentence": sentence_at(article, item.start) + 1,
                "start": item.start,
                "end": item.end,
                "text": article.text[item.start : item.end],
            }


def _placement(comparison: Comparison, options: ReportOptions) -> Iterator[Record]:
    for fact, row in kept_placement(comparison, options.only):
        for told in row.tellings:
            article = comparison.articles[told.article]
            before = told.introduced
            yield {
                "fact": fact + 1,
                "apart": row.apart,
                "moved": "yes" if row.moved else None,
                "source": article.source,
                "sentence": told.sentence + 1,
                "start": told.start,
                "end": told.end,
                "place": told.place,
                "introduced": None if before is None else article.text[before[0] : before[1]],
                "text": article.text[told.start : told.end],
            }


def _wording(comparison: Comparison, options: ReportOptions) -> Iterator[Record]:  # noqa: ARG001  one shape for all sections
    for row in comparison.wording:
        for used in row.sources:
            article = comparison.articles[used.article]
            for form in used.forms:
                sentence = sentence_at(article, form.spans[0][0])
                yield {
                    "kind": row.kind,
                    "what": row.what,
                    "source": article.source,
                    "form": form.form,
                    "count": len(form.spans),
                    "sentence": sentence + 1,
                    "spans": form.spans,
                    "text": article.sentence_text(sentence),
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
    return figure_records(comparison.figures, comparison.articles)


def _names(comparison: Comparison, options: ReportOptions) -> Iterator[Record]:  # noqa: ARG001  one shape for all sections
    return name_records(comparison.names, comparison.articles)


def _voices(comparison: Comparison, options: ReportOptions) -> Iterator[Record]:  # noqa: ARG001  one shape for all sections
    for row in comparison.voices:
        yield voice_record(row, comparison.articles[row.article])


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
    for reason in event.why or (None,):
        yield {"same": event.same, "why": reason}


def _summaries(comparison: Comparison, options: ReportOptions) -> Iterator[Record]:  # noqa: ARG001  one shape for all sections
    for article, summary in zip(comparison.articles, comparison.summaries, strict=True):
        yield from summary_records(article, summary)


COMPARED: dict[Section, Callable[[Comparison, ReportOptions], Iterator[Record]]] = {
    "passages": _passages,
    "only": _only,
    "facts": _facts,
    "coverage": _coverage,
    "figures": _figures,
    "names": _names,
    "voices": _voices,
    "terms": _terms,
    "summary": _summaries,
    "event": _event,
    "leads": _leads,
    "placement": _placement,
    "wording": _wording,
}
