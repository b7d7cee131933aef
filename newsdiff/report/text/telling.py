"""How a passage is set: an article's own words, cut to what is shared, with what matters marked.

Where two sides are the same but for a few words, those words are marked; where they are other
words for the same thing, what they share is marked, as everything else differs. Without colour,
differences are [-in brackets-] {+like these+} and shared words are left to the line of reasons.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from rich.text import Text

from newsdiff.report.safety import safe, visible
from newsdiff.report.selection import differences, letter, place
from newsdiff.report.text.page import Page, join
from newsdiff.report.text.theme import FAINT, MARK, source_style

if TYPE_CHECKING:
    from newsdiff.alignment.passage import Edit, Fact, Passage, PassageSpan
    from newsdiff.article import Article
    from newsdiff.comparison import Comparison

CONTEXT_LINES = 2
"""A whole sentence stands around its clause when it takes no more lines than this."""
MOST_PLACES = 4
"""Articles whose places are told one by one."""
MOST_LINES = 6
"""Lines that one telling may take where a report is folded."""

_BRACKETS = (("[-", "-]"), ("{+", "+}"))


class Mark(NamedTuple):
    """A stretch of an article's text to be marked: `side` 0 or 1 when it differs from the other
    side's, None when it is shared."""

    start: int
    end: int
    side: int | None


class Telling(NamedTuple):
    """One article's sentence in a fact: the stretches that tell it, and the marks within."""

    article: int
    sentence: int
    pieces: tuple[tuple[int, int], ...]
    marks: tuple[Mark, ...]


def tellings(comparison: Comparison, fact: Fact) -> list[Telling]:
    """Return who tells a fact and where, by article and sentence; one entry a sentence."""
    marks = _marks(comparison, fact)
    grouped: dict[tuple[int, int], list[PassageSpan]] = {}
    for span in sorted(fact.spans, key=lambda s: (s.article, s.sentence, s.start, s.end)):
        grouped.setdefault((span.article, span.sentence), []).append(span)
    return [
        Telling(
            article,
            sentence,
            _merged(spans),
            tuple(mark for span in spans for mark in marks.get(span, ())),
        )
        for (article, sentence), spans in grouped.items()
    ]


def _merged(spans: Iterable[PassageSpan]) -> tuple[tuple[int, int], ...]:
    """Return the spans of one sentence with those that overlap or touch made one."""
    merged: list[tuple[int, int]] = []
    for span in spans:
        if merged and span.start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(merged[-1][1], span.end))
        else:
            merged.append((span.start, span.end))
    return tuple(merged)


def _marks(comparison: Comparison, fact: Fact) -> dict[PassageSpan, tuple[Mark, ...]]:
    """Return each span's marks, from the best passage that it is a side of. Differences are
    marked between two sentences alone: of three, nobody could tell which differs from which."""
    found: dict[PassageSpan, tuple[Mark, ...]] = {}
    pair = len({(span.article, span.sentence) for span in fact.spans}) == 2
    for index in fact.passages:
        passage = comparison.passages[index]
        for side, span in enumerate(passage.spans):
            if span not in found:
                found[span] = tuple(_side_marks(comparison, passage, side, pair=pair))
    return found


def _worth_marking(comparison: Comparison, passage: Passage) -> Iterable[Edit]:
    """Yield the steps that say something else, and not the same words with other capitals."""
    first, second = (comparison.articles[span.article].text for span in passage.spans)
    steps = [edit for edit in passage.diff if edit.tag != "="]
    before: Edit | None = None
    for edit in steps:
        if edit.tag == "-":
            if before is not None:
                yield before
            before = edit
            continue
        taken, put = "", second[edit.b_start : edit.b_end]
        if before is not None and before.a_end == edit.a_start:
            taken = first[before.a_start : before.a_end]
        if taken.casefold().strip() != put.casefold().strip():
            if before is not None:
                yield before
            yield edit
        before = None
    if before is not None:
        yield before


def _side_marks(
    comparison: Comparison, passage: Passage, side: int, *, pair: bool
) -> Iterable[Mark]:
    if not (pair and differences(passage)):
        for start, end in passage.evidence.marks[side]:
            yield Mark(start, end, None)
        return
    text = comparison.articles[passage.spans[side].article].text
    for edit in _worth_marking(comparison, passage):
        start, end = (edit.b_start, edit.b_end) if side else (edit.a_start, edit.a_end)
        if edit.tag == "-+"[side] and not all(_mute(char) for char in text[start:end]):
            yield Mark(start, end, side)


def _mute(char: str) -> bool:
    """True for punctuation and white space: a comma more is no difference in what is told."""
    return char.isspace() or unicodedata.category(char).startswith("P")


def set_telling(comparison: Comparison, telling: Telling, page: Page, width: int) -> Text:
    """Return the words of a telling: its clauses, with … for what is left out. With colour the
    whole sentence stands there, what is left out faint, when it is short enough."""
    article = comparison.articles[telling.article]
    sentence = article.sentences[telling.sentence]
    context = page.color and sentence.end - sentence.start <= CONTEXT_LINES * width
    out = Text()
    at = sentence.start
    pieces = [
        _with_marks(article.text, piece, sentence.start, sentence.end) for piece in telling.pieces
    ]
    for start, end in (*pieces, (sentence.end, sentence.end)):
        between = article.text[at : max(at, start)]
        if not _says(between):
            out.append(visible(between))
        elif context:
            out.append(visible(between), style=FAINT)
        else:
            out.append("… " if at == sentence.start else " …" if start == end else " … ")
        if start < end:
            out.append_text(_painted(comparison, telling, max(at, start), end, page))
        at = max(at, end)
    return trimmed(out)


_QUOTATION = frozenset("\"'“”‘’‚„«»‹›()[]")


def _with_marks(text: str, piece: tuple[int, int], first: int, last: int) -> tuple[int, int]:
    """Return a clause with the quotation marks or brackets that touch it."""
    start, end = piece
    before, after = start, end
    while before > first and _touches(text[before - 1]):
        before -= 1
    while after < last and _touches(text[after]):
        after += 1
    return (
        before if _QUOTATION.intersection(text[before:start]) else start,
        after if _QUOTATION.intersection(text[end:after]) else end,
    )


def _touches(char: str) -> bool:
    return not char.isalnum() and not char.isspace()


def _says(text: str) -> bool:
    """True when a stretch holds words, and not just a quotation mark or a full stop."""
    return any(char.isalnum() for char in text)


def trimmed(text: Text) -> Text:
    """Return `text` without spaces at its ends."""
    plain = text.plain
    return text[len(plain) - len(plain.lstrip(" ")) : len(plain.rstrip(" "))] if plain else text


def _painted(comparison: Comparison, telling: Telling, start: int, end: int, page: Page) -> Text:
    """Return a stretch of a telling's article with its marks."""
    text = comparison.articles[telling.article].text
    out = Text()
    at = start
    for mark in _joined(text, telling.marks):
        first, last = _tight(text, max(mark.start, at), min(mark.end, end))
        if first >= last:
            continue
        out.append(visible(text[at:first]))
        words = visible(text[first:last])
        if mark.side is None:
            out.append(words, style=MARK)
        elif page.color:
            out.append(words, style=f"{MARK} underline {source_style(telling.article)}")
        else:
            before, after = _BRACKETS[mark.side]
            out.append(before + words + after)
        at = last
    out.append(visible(text[at:end]))
    return out


def _joined(text: str, marks: Iterable[Mark]) -> list[Mark]:
    """Return marks in order, those with nothing but white space between them made one."""
    joined: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: mark.start):
        if joined and not text[joined[-1].end : mark.start].strip():
            before = joined[-1]
            joined[-1] = Mark(before.start, max(before.end, mark.end), before.side)
        else:
            joined.append(mark)
    return joined


def _tight(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch without the white space at its ends."""
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def place_of(comparison: Comparison, articles: Iterable[Telling]) -> str:
    """Return where each article first tells it: "A at 60%, B at 86%"; of many, "at 10% to 86%"."""
    first: dict[int, float] = {}
    for telling in articles:
        article = comparison.articles[telling.article]
        first.setdefault(telling.article, place(article, telling.pieces[0][0]))
    if len(first) > MOST_PLACES:
        return f"at {min(first.values()):.0%} to {max(first.values()):.0%}"
    return ", ".join(f"{letter(number)} at {share:.0%}" for number, share in first.items())


def head(article: int, sentence: int, digits: int) -> Text:
    """Return "A 12", the letter in its article's colour and the number from 1."""
    return join(
        Text(letter(article), style=f"bold {source_style(article)}"),
        Text(f" {sentence + 1:>{digits}}", style=FAINT),
    )


def digits_of(articles: Iterable[Article]) -> int:
    """Return how many digits sentence numbers take."""
    return max(2, *(len(str(len(article.sentences))) for article in articles))


def quoted(text: str) -> str:
    """Return a short text in quotation marks."""
    return f"“{safe(text)}”"
