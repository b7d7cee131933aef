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

from newsdiff.combination import Combination
from newsdiff.emphasis.voices import article_voices
from newsdiff.report.options import Readings, ReportOptions, Section, Summaries
from newsdiff.report.safety import escaped_json, safe
from newsdiff.report.selection import (
    figure_rows,
    kept_facts,
    kept_passages,
    kept_placement,
    name_rows,
    sentence_at,
    wanted,
)
from newsdiff.report.why import why

if TYPE_CHECKING:
    from newsdiff.alignment.passage import Passage
    from newsdiff.article import Article, Span
    from newsdiff.comparison import Comparison
    from newsdiff.emphasis.rows import FigureRow, NameRow, Near, VoiceRow
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
    "only": {
        **_PASSAGE,
        "about": "the name or word that it shares with others which the article alone tells",
        "perhaps": "where another article may tell it in other words: source and sentence",
    },
    "leads": {
        "source": "the article, as it was named",
        "order": "the item's number in the first paragraph, from 1",
        "role": "who, what, where or when",
        "sentence": "the sentence's number, from 1",
        "text": "what the article says",
    },
    "placement": {
        "fact": "the fact's number, from 1; its records stand together, one for each telling",
        "apart": "how far its first tellings in two articles are apart at most, 0 to 1",
        "moved": "yes where one has it in its first tenth and another not before its last third",
        "source": "the article",
        "sentence": "the sentence's number, from 1",
        "place": "the share of the article's words that stand before it, 0 to 1",
        "introduced": "the words that lead up to it",
        "text": "what the article says; of a shared figure, the figure",
    },
    "wording": {
        "kind": "alternative, modifier, exchange (possibly the same thing); saying, hedge",
        "what": "what is worded: the most usual name, the noun, the words beside it",
        "source": "the article",
        "form": "how the article words it",
        "count": "how often",
        "sentence": "the sentence where it first stands, from 1",
        "text": "that sentence",
    },
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
    "voices": {
        "source": "the article",
        "sentence": "the number of the sentence where it begins, from 1",
        "voice": "who says it: a name, the article's own words for it, or unnamed",
        "via": "who passes it on, empty for nobody",
        "kind": "direct where at least half of it stands in quotation marks, else indirect",
        "cue": "the word that says that it is said; empty for a quotation without one",
        "words": "how many of the article's words it takes",
        "share": "that over all words of the article, 0 to 1",
        "text": "what is said, … where the article says something else in between",
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
    "articles": {
        "source": "the article, as it can be named",
        "published": "when it was published, as ISO 8601 where it can be",
        "words": "how many words its own sentences hold",
        "title": "its title",
        "outlet": "its outlet",
        "author": "who wrote it",
        "language": "its language (ISO 639-1)",
        "url": "its address",
    },
    "combined": {
        "source": "the article that the sentence is from",
        "sentence": "the sentence's number there, from 1",
        "carried_by": "how many of the articles tell it",
        "text": "the sentence",
    },
    "sentences": {
        "source": "the article, as it was named",
        "sentence": "the sentence's number, from 1",
        "role": "text, heading, caption or furniture",
        "text": "the sentence",
    },
}
"""The columns of each section, in order, and what they hold. `sentences` is what `newsdiff read`
gives, `articles` what it gives for a source that holds several; `newsdiff summarize` gives
`summary`, for one article the text alone, or `combined`. With `--explain` the columns of EXPLAIN
stand behind these, those of EXPLAIN_PASSAGE behind `passages` and `only`, and those of
EXPLAIN_READING behind `articles`."""

EXPLAIN = {
    "score": "the sentence's score, empty where the method gives none",
    "terms": "what the score is the sum of, as name=value, parted by spaces",
}

EXPLAIN_PASSAGE = {
    "why": 'what both sides share, heaviest first, parted by " · "; empty for only',
    "terms": "what the log-odds of its score are the sum of, as name=value, parted by spaces",
}

EXPLAIN_READING = {
    "format": "the reader that took the input",
    "why": "what told that it is in this format",
    "dropped": "what was left out, parted by semicolons",
    "notes": "what the reader remarks, the same way",
}

_DIGITS = {"score": 2, "share": 3, "first": 3, "apart": 3, "place": 3, "per_100_words": 2, "g2": 2}
"""Digits behind the point, by column."""


def lines(
    subject: Comparison | Combination | Summaries | Readings,
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
    subject: Comparison | Combination | Summaries | Readings, options: ReportOptions
) -> Iterator[tuple[str, list[str], Record]]:
    """Yield each record with its section and its columns."""
    if isinstance(subject, Summaries):
        columns = list(_SENTENCE if len(subject.items) > 1 else ["text"])
        columns += EXPLAIN if options.explain else []
        for analysis, summary in subject.items:
            for record in _summary(analysis.article, summary):
                yield "summary", columns, record
        return
    if isinstance(subject, Combination):
        columns = list(COLUMNS["combined"]) + (list(EXPLAIN) if options.explain else [])
        for choice in subject.choices:
            article = subject.comparison.articles[choice.article]
            record = {**_picked(article, choice.pick), "carried_by": len(choice.carried_by)}
            yield "combined", columns, record
        return
    if isinstance(subject, Readings):
        sections: tuple[str, ...] = options.show or ("sentences",)
        for section in sections:
            explained = options.explain and section == "articles"
            columns = [*COLUMNS[section], *(EXPLAIN_READING if explained else ())]
            for number, analysis in enumerate(subject.items):
                for record in _READING[section](analysis, number):
                    yield section, columns, record
        return
    for section in options.show or ("passages", "only"):
        columns = list(COLUMNS[section] if options.show else _PASSAGE)
        columns += EXPLAIN_PASSAGE if options.explain and section in ("passages", "only") else ()
        for record in _COMPARISON[section](subject, options):
            yield section, columns, record


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
        "terms": _Terms(passage.evidence.scores),
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


def _voices(comparison: Comparison, options: ReportOptions) -> Iterator[Record]:  # noqa: ARG001  one shape for all sections
    for row in comparison.voices:
        yield _voice(row, comparison.articles[row.article])


def _voice(row: VoiceRow, article: Article) -> Record:
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
        yield from _summary(article, summary)


def _summary(article: Article, summary: Summary) -> Iterator[Record]:
    for pick in summary.picks:
        yield _picked(article, pick)


def _picked(article: Article, pick: Pick) -> Record:
    sentence = article.sentences[pick.index]
    return {
        "source": article.source,
        "sentence": sentence.number,
        "start": sentence.start,
        "end": sentence.end,
        "text": article.sentence_text(pick.index),
        "score": pick.score,
        "terms": _Terms(pick.terms),
    }


class _Terms(dict[str, float]):
    """A score in parts: an object in JSON, name=value in a column."""

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


def _articles_read(analysis: Analysis, number: int) -> Iterator[Record]:  # noqa: ARG001  one shape for all sections
    article, reading = analysis.article, analysis.article.reading
    yield {
        "source": article.source,
        "published": article.published,
        "words": analysis.words,
        "title": article.title,
        "outlet": article.outlet,
        "author": article.author,
        "language": article.language,
        "url": article.url,
        "id": article.id,
        "guessed": article.guessed,
        "format": reading and reading.format,
        "why": reading and reading.why,
        "dropped": "; ".join(reading.dropped) if reading else None,
        "notes": "; ".join(article.notes),
    }


def _names_read(analysis: Analysis, number: int) -> Iterator[Record]:
    articles = (analysis.article,) * (number + 1)
    return _name_records(name_rows(analysis, number), articles)


def _figures_read(analysis: Analysis, number: int) -> Iterator[Record]:
    articles = (analysis.article,) * (number + 1)
    return _figure_records(figure_rows(analysis, number), articles)


def _voices_read(analysis: Analysis, number: int) -> Iterator[Record]:
    for row in article_voices(analysis, number):
        yield _voice(row, analysis.article)


_COMPARISON: dict[Section, Callable[[Comparison, ReportOptions], Iterator[Record]]] = {
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

_READING: dict[str, Callable[[Analysis, int], Iterator[Record]]] = {
    "articles": _articles_read,
    "sentences": _sentences,
    "names": _names_read,
    "figures": _figures_read,
    "voices": _voices_read,
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
