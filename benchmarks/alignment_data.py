"""The alignment data: JSON lines of two articles, given as sentences, and the pairs that align.

A row is {id, a: [sentences], b: [sentences], gold: [{a, b, kind?}], ignore: [[a, b]]}, and may hold
spans: [{pair: [a, b], spans: [{a: [[start, end]], b: [[start, end]]}]}] in the sentences'
characters.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from benchmarks.measurement import read_lines
from newsdiff.alignment.aligner import MIN_SCORE, align, hold
from newsdiff.alignment.passage import Confidence, Evidence, Passage, PassageSpan
from newsdiff.alignment.profile import profile
from newsdiff.article import Article, Sentence
from newsdiff.language.analysis import Analysis

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

Pair = tuple[int, int]
"""Indices of a sentence of A and one of B; or the start and end of a span."""
Analyses = tuple[Analysis, Analysis]

NO_EVIDENCE = Evidence((), 0, (), (), {}, ((), ()))


@dataclass(frozen=True, slots=True)
class Row:
    """Two articles as lists of sentences, and which pairs of them tell the same."""

    id: str
    a: tuple[str, ...]
    b: tuple[str, ...]
    gold: dict[Pair, str | None]
    ignore: frozenset[Pair]
    spans: tuple[tuple[Pair, tuple[tuple[Pair, ...], tuple[Pair, ...]]], ...]

    def analyses(self) -> Analyses:
        """Both sides as articles whose sentences are those of the row."""
        return analysis(self.a, f"{self.id}/a"), analysis(self.b, f"{self.id}/b")


def analysis(sentences: Sequence[str], source: str, published: str | None = None) -> Analysis:
    """Make an article of given sentences, a paragraph each."""
    found, start = [], 0
    for index, sentence in enumerate(sentences):
        found.append(Sentence(index, start, start + len(sentence), paragraph=index))
        start += len(sentence) + 2
    return Analysis(Article(source, "\n\n".join(sentences), tuple(found), published=published))


def own_passages(analyses: Analyses) -> tuple[Passage, ...]:
    """Return the passages that newsdiff finds, as `compare` does."""
    return align(hold(profile(analyses[0]), profile(analyses[1]), MIN_SCORE), (0, 1))


def gold_passages(analyses: Analyses, pairs: Iterable[Pair]) -> tuple[Passage, ...]:
    """Make passages of pairs of sentences, for what stands on passages to be measured without
    newsdiff's own."""
    return tuple(whole_sentences(analyses, (0, a), (1, b)) for a, b in pairs)


def whole_sentences(
    analyses: Sequence[Analysis], one: Pair, two: Pair, confidence: Confidence = "high"
) -> Passage:
    """Make a passage of two whole sentences, each given as (article, sentence)."""
    spans = []
    for number, index in (one, two):
        sentence = analyses[number].article.sentences[index]
        spans.append(PassageSpan(number, index, sentence.start, sentence.end))
    return Passage("near", 0.9, confidence, (spans[0], spans[1]), NO_EVIDENCE, ())


def set_name(file: Path) -> str:
    """Return the name of the set that a file holds: "news" for news-dev.jsonl."""
    return file.name.partition(".")[0].removesuffix("-dev").removesuffix("-test")


def read_set(file: Path) -> list[Row]:
    """Return the rows of one file."""
    return [_row(data) for data in read_lines(file)]


def _row(data: dict[str, Any]) -> Row:
    return Row(
        id=data["id"],
        a=tuple(data["a"]),
        b=tuple(data["b"]),
        gold={(pair["a"], pair["b"]): pair.get("kind") for pair in data["gold"]},
        ignore=frozenset((a, b) for a, b in data.get("ignore", ())),
        spans=tuple(
            (
                (marked["pair"][0], marked["pair"][1]),
                (_stretches(marked["spans"], "a"), _stretches(marked["spans"], "b")),
            )
            for marked in data.get("spans", ())
        ),
    )


def _stretches(spans: Iterable[dict[str, Any]], side: str) -> tuple[Pair, ...]:
    return tuple((start, end) for span in spans for start, end in span[side])
