"""Records of what `newsdiff read` found, by section."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from newsdiff.emphasis.voices import article_voices
from newsdiff.report.lines.rows import Record, figure_records, name_records, voice_record
from newsdiff.report.selection import figure_rows, name_rows

if TYPE_CHECKING:
    from newsdiff.language.analysis import Analysis


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


def _articles(analysis: Analysis, number: int) -> Iterator[Record]:  # noqa: ARG001  one shape for all sections
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


def _names(analysis: Analysis, number: int) -> Iterator[Record]:
    articles = (analysis.article,) * (number + 1)
    return name_records(name_rows(analysis, number), articles)


def _figures(analysis: Analysis, number: int) -> Iterator[Record]:
    articles = (analysis.article,) * (number + 1)
    return figure_records(figure_rows(analysis, number), articles)


def _voices(analysis: Analysis, number: int) -> Iterator[Record]:
    for row in article_voices(analysis, number):
        yield voice_record(row, analysis.article)


READ: dict[str, Callable[[Analysis, int], Iterator[Record]]] = {
    "articles": _articles,
    "sentences": _sentences,
    "names": _names,
    "figures": _figures,
    "voices": _voices,
}
