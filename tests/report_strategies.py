"""Hostile text, and what a safe report is: shared by the tests of the reports."""

from __future__ import annotations

import re
from typing import Any, Literal

from hypothesis import strategies as st
from report_samples import Builder, summaries

from newsdiff.alignment.passage import KINDS, Confidence, Edit, Evidence, Fact, Passage, PassageSpan
from newsdiff.article import Article, Role, Sentence
from newsdiff.comparison import Comparison
from newsdiff.emphasis.rows import (
    Coverage,
    Event,
    FigureRow,
    FigureValue,
    Lead,
    LeadItem,
    NameRow,
    NameSource,
    Near,
    Only,
    Placed,
    Placement,
    TermRow,
    WordingForm,
    WordingKind,
    WordingRow,
    WordingSource,
)
from newsdiff.language.figures import Figure
from newsdiff.language.names import Mention, Name
from newsdiff.report import Readings

HOSTILE = [
    "\x1b[31m", "\x1b]8;;x\x07", "\x1b", "\x9b", "\x00", "\x7f", "\x85", "\t", "\n", "\r", "\v",
    "\u202e", "\u2066", "\u200e", "\u200f", "\u061c", "\u200b", "\u200d", "\u200c", "\ufe0f",
    "\u2028", "\u2029", "\xad", "\ufeff", "\U000e0041", "\U000e0101", "\ud800", "\udc00", "\uffff",
    "\ue000", "\u0300", "\u0300" * 9, "\u3164", "\u2800", "中", "한", "é", "e\u0301", "😀",
    "👩\u200d🚀", "\u0915\u094d", "א", "[/i]", "[bold]", ":smile:", "{+", "-]", '"', "\\",
    "…", "a" * 90,
]  # fmt: skip
"""Characters and runs that break terminals, records, markup, or widths."""

hostile_text = st.lists(
    st.one_of(st.sampled_from(HOSTILE), st.text(max_size=8), st.sampled_from(["word ", "1.6% "])),
    max_size=12,
).map("".join)

ROLES: tuple[Role, ...] = ("text", "text", "heading", "furniture", "caption")
LEAD_ROLES: tuple[Literal["who", "what", "where", "when"], ...] = ("who", "what", "where", "when")
CONFIDENCES: tuple[Confidence, ...] = ("high", "medium", "low")
WORDINGS: tuple[WordingKind, ...] = ("alternative", "modifier", "exchange", "saying", "hedge")
STATUSES: tuple[Literal["differs", "rounded", "equal", "only"], ...] = (
    "differs", "rounded", "equal", "only",
)  # fmt: skip

SGR = re.compile(r"\x1b\[[0-9;]*m")
_INVISIBLE_BUT_KEPT = "\u200c\u200d"


def is_safe(text: str) -> bool:
    """True when no character can act on a terminal or be hidden from a reader."""
    return all(char.isprintable() or char in _INVISIBLE_BUT_KEPT for char in text)


@st.composite
def hostile_article(draw: st.DrawFn) -> Article:
    """An article of one to four sentences with hostile text in every field."""
    parts = draw(st.lists(hostile_text.filter(bool), min_size=1, max_size=4))
    text, sentences = "", []
    for index, part in enumerate(parts):
        role = draw(st.sampled_from(ROLES))
        sentences.append(Sentence(index, len(text), len(text) + len(part), index // 2, role))
        text += part + draw(st.sampled_from(["", " ", "\n\n"]))
    words = st.one_of(st.none(), hostile_text)
    return Article(
        source=draw(hostile_text), text=text, sentences=tuple(sentences), title=draw(words),
        outlet=draw(words), author=draw(words), published=draw(words), language=draw(hostile_text),
        encoding=draw(words), guessed=("title", "encoding", "published"),
        notes=tuple(draw(st.lists(hostile_text, max_size=2))),
    )  # fmt: skip


@st.composite
def hostile_comparison(draw: st.DrawFn) -> Comparison:
    """Two to four hostile articles with a row of every kind, at places drawn at random."""
    articles = draw(st.lists(hostile_article(), min_size=2, max_size=4))
    make = Builder(articles)
    number = st.floats(allow_nan=True, allow_infinity=True)  # "1e999 tonnes" is no fault of ours
    share = st.floats(0, 1)

    def stretch(article: int) -> PassageSpan:
        sentence = draw(st.sampled_from(articles[article].sentences))
        start = draw(st.integers(sentence.start, sentence.end - 1))
        end = draw(st.integers(start + 1, sentence.end))
        return PassageSpan(article, sentence.index, start, end)

    def passage() -> Passage:
        a, b = stretch(0), stretch(1)
        words = tuple(draw(st.lists(hostile_text, max_size=2)))
        half = (a.start + a.end) // 2
        edits = (
            Edit("=", a.start, half, b.start, b.start),
            Edit("-", half, a.end, b.start, b.start),
            Edit("+", a.end, a.end, b.start, b.end),
        )
        marks = (((a.start, half),), ((b.start, b.end),))
        stems = tuple((word, draw(share)) for word in words)
        but = draw(st.none() | st.tuples(hostile_text, hostile_text))
        evidence = Evidence(stems, 7, words, words, {w: draw(number) for w in words}, marks, but)
        kind = draw(st.sampled_from(KINDS))
        confidence = draw(st.sampled_from(CONFIDENCES))
        return Passage(kind, draw(share), confidence, (a, b), evidence, edits)

    def value(article: int) -> FigureValue:
        at = stretch(article)
        key, unit = draw(hostile_text), draw(hostile_text)
        figure = Figure(at.start, at.end, at.sentence, draw(number), unit, key, draw(number))
        return FigureValue(article, figure)

    def name() -> NameRow:
        at = stretch(0)
        used = NameSource(0, 1, 2.5, draw(share), ((at.start, at.end),))
        return NameRow(draw(hostile_text), "person", (used,), draw(share), "weak", 1)

    def lead(article: int) -> Lead:
        at = stretch(article)
        role = draw(st.sampled_from(LEAD_ROLES))
        item = LeadItem(role, at.start, at.end, ((1 - article, draw(st.none() | share)),))
        return Lead(article, at.start, at.end, (item, item))

    def placed(number: int, passage: Passage) -> Placement:
        tellings = tuple(
            Placed(s.article, s.sentence, s.start, s.end, draw(share), (s.start, s.end))
            for s in passage.spans
        )
        return Placement(number, tellings, draw(share), draw(st.booleans()))

    def worded(kind: WordingKind) -> WordingRow:
        at = stretch(0)
        forms = (WordingForm(draw(hostile_text), ((at.start, at.end),)),)
        return WordingRow(kind, draw(hostile_text), (WordingSource(0, forms),))

    passages = tuple(passage() for _ in range(draw(st.integers(0, 3))))
    return make.done(
        labels=tuple(draw(hostile_text) for _ in articles),
        summaries=tuple(make.summary(n, 0) for n in range(len(articles))),
        passages=passages,
        facts=tuple(Fact(p.spans, (0, 1), (n,)) for n, p in enumerate(passages)),
        coverage=(Coverage(0, 1, 3, draw(share)), Coverage(1, 0, 3, draw(share))),
        only=tuple(
            Only(
                s.article,
                s.sentence,
                s.start,
                s.end,
                draw(share),
                draw(st.none() | hostile_text),
                draw(st.none() | st.just(Near(0, 0, 0.2))),
            )
            for s in (stretch(0), stretch(1))
        ),
        leads=tuple(lead(n) for n in (0, 1)),
        placement=tuple(placed(n, p) for n, p in enumerate(passages)),
        wording=tuple(worded(kind) for kind in WORDINGS),
        figures=tuple(
            FigureRow(status, draw(hostile_text), (value(0), value(1))) for status in STATUSES
        ),
        names=(name(), name()),
        terms=(TermRow(draw(hostile_text), 0, (3,) * len(articles), 7.0, "fair"),),
        event=Event("unsure", (draw(hostile_text),)),
        warnings=(draw(hostile_text),),
    )


def readings_of(comparison: Comparison) -> Readings:
    """Return the comparison's first article as `newsdiff read` would have it."""
    analysis = comparison.analyses[0]
    parts: dict[str, Any] = {
        "figures": tuple(
            told.figure for row in comparison.figures for told in row.values if told.article == 0
        ),
        "names": tuple(
            Name(row.name, row.name, row.type, (Mention(*row.sources[0].spans[0], 0),))
            for row in comparison.names
        ),
    }
    analysis.__dict__.update(parts)
    return Readings((analysis,))


def subjects(comparison: Comparison) -> tuple[Any, ...]:
    """Return all that `render` takes, made of one comparison."""
    return comparison, summaries(comparison), readings_of(comparison)
