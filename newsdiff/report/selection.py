"""Which rows of a result a report is about: what `--only` keeps, and the rows of a reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdiff.emphasis.rows import FigureRow, FigureValue, NameRow, NameSource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsdiff.alignment.passage import Fact, Passage
    from newsdiff.article import Article
    from newsdiff.comparison import Comparison
    from newsdiff.emphasis.rows import Placement
    from newsdiff.language.analysis import Analysis


def wanted(only: tuple[str, ...], kind: str) -> bool:
    """True when `--only` lets records of this kind through."""
    return not only or kind in only


def kept_passages(comparison: Comparison, only: tuple[str, ...]) -> tuple[int, ...]:
    """Return the numbers of the passages that `--only` keeps; aligns nothing when it keeps none."""
    if only == ("only",):
        return ()
    return tuple(i for i, p in enumerate(comparison.passages) if wanted(only, p.kind))


def kept_facts(comparison: Comparison, only: tuple[str, ...]) -> tuple[Fact, ...]:
    """Return the facts that a passage kept by `--only` tells."""
    if only == ("only",):
        return ()
    kept = set(kept_passages(comparison, only))
    return tuple(fact for fact in comparison.facts if kept.intersection(fact.passages))


def kept_placement(
    comparison: Comparison, only: tuple[str, ...]
) -> Iterator[tuple[int, Placement]]:
    """Yield where facts stand, each with its fact's place among those that `--only` keeps."""
    if not kept_passages(comparison, only):
        return
    places = {fact: place for place, fact in enumerate(kept_facts(comparison, only))}
    for row in comparison.placement:
        place = places.get(comparison.facts[row.fact])
        if place is not None:
            yield place, row


def differences(passage: Passage) -> bool:
    """True when a passage's differences are to be marked: it is mostly the same words."""
    if passage.kind in ("paraphrase", "figure"):
        return False
    same = sum(edit.a_end - edit.a_start for edit in passage.diff if edit.tag == "=")
    whole = max(span.end - span.start for span in passage.spans)
    return 2 * same >= whole


def letter(number: int) -> str:
    """Return the letters that stand for an article: A for number 0, Z for 25, then AA.

    >>> letter(0), letter(25), letter(26)
    ('A', 'Z', 'AA')
    """
    before, last = divmod(number, 26)
    return (letter(before - 1) if before else "") + chr(ord("A") + last)


def place(article: Article, start: int) -> float:
    """Return where in the article an offset stands: 0 is its first character, 1 its end."""
    return start / max(1, len(article.text))


def sentence_at(article: Article, offset: int) -> int:
    """Return the index of the sentence that an offset stands in, or of the last before it."""
    low, high = 0, len(article.sentences)
    while low < high:
        middle = (low + high) // 2
        if article.sentences[middle].start <= offset:
            low = middle + 1
        else:
            high = middle
    return max(0, low - 1)


def name_rows(analysis: Analysis, article: int) -> tuple[NameRow, ...]:
    """Return one article's names as rows of a comparison have them, the most frequent first.

    There is nothing to hold them against, so the evidence is "fact" and G² 0.
    """
    rows = []
    for name in analysis.names:
        spans = tuple((one.start, one.end) for one in name.places)
        source = NameSource(
            article=article,
            count=len(spans),
            per_100_words=100 * len(spans) / max(1, analysis.words),
            first=place(analysis.article, spans[0][0]) if spans else 0.0,
            spans=spans,
        )
        rows.append(NameRow(name.name, name.type, (source,), 0.0, "fact", 1))
    return tuple(sorted(rows, key=lambda row: (-row.sources[0].count, row.sources[0].first)))


def figure_rows(analysis: Analysis, article: int) -> tuple[FigureRow, ...]:
    """Return one article's figures as rows of a comparison have them, by place."""
    return tuple(
        FigureRow("only", figure.unit, (FigureValue(article, figure),))
        for figure in analysis.figures
    )
