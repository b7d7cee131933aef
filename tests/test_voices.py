"""Voices: who is quoted or cited, with which words, and what is the reporter's own."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.article import Article, Sentence
from newsdiff.emphasis.voices import speakers, voice_rows
from newsdiff.language.analysis import Analysis
from newsdiff.language.lists import word_lists
from newsdiff.language.voices import find_voices
from newsdiff.language.words import WORD, fold
from newsdiff.reading import from_text

CASES = [
    pytest.param(row, id=row["name"])
    for row in map(
        json.loads,
        (Path(__file__).with_name("cases") / "voices.jsonl").read_text("utf-8").splitlines(),
    )
]


def analysis(text: str, language: str = "en") -> Analysis:
    """Return an article of this text as newsdiff reads it."""
    return Analysis(from_text(text, language=language))


@pytest.mark.parametrize("case", CASES)
def test_case(case: dict[str, Any]) -> None:
    """A voice is missed, cut wrongly, or given to somebody else."""
    read = analysis(case["text"], case["language"])
    found = [
        [
            *(one.kind, one.source, one.via, one.cue),
            " … ".join(span.of(read.article.text) for span in one.spans),
        ]
        for one in find_voices(read)
    ]
    assert found == case["voices"]


def test_cue_and_source_lead_back_to_the_text() -> None:
    """A claim of the report could not be traced to where the text says so."""
    read = analysis("Bo Lund opened the fair. Later he also said that the bridge was safe.")
    (voice,) = find_voices(read)
    assert voice.source == "Bo Lund"
    assert voice.source_span is not None
    assert voice.cue_span is not None
    assert voice.source_span.of(read.article.text) == "he"
    assert voice.cue_span.of(read.article.text) == "also said"
    assert voice.sentence == 1


def test_shares_are_of_the_articles_own_words() -> None:
    """Shares would count words twice, or those of headings."""
    read = analysis('Ann Marlow said: "We go."\n\nBo Lund said it was late. It was dark by then.')
    rows = voice_rows([read])
    assert [(row.words, row.quoted, row.share) for row in rows] == [
        (2, 2, 2 / read.words), (3, 0, 3 / read.words)
    ]  # fmt: skip


def test_speakers_add_up_their_voices() -> None:
    """Somebody who speaks twice would stand in the panel twice, or with half of the words."""
    text = (
        "Ann Marlow said the bridge was safe, according to the Calder Herald. "
        'Bo Lund said so. "We will open the bridge in May," Marlow said.'
    )
    first, *_ = speakers(voice_rows([analysis("No voice here."), analysis(text)]))
    assert (first.article, first.source, first.words, first.quoted) == (1, "Ann Marlow", 11, 7)
    assert first.via == ("Calder Herald",)
    assert first.sentences == (0, 2)


def test_a_source_has_its_fullest_name_in_every_article() -> None:
    """One who is "Marlow" here and "Ann Marlow" there would look like two."""
    short = analysis("The bridge is safe, Mayor Marlow said. Marlow said it would open in May.")
    full = analysis("Ann Marlow said the bridge was safe.")
    rows = voice_rows([short, full])
    assert {row.voice.source for row in rows} == {"Ann Marlow"}
    assert len({row.voice.key for row in rows}) == 1
    assert {speaker.article for speaker in speakers(rows)} == {0, 1}
    assert {row.voice.source for row in voice_rows([short])} == {"Marlow"}


WORDS = st.sampled_from([
    "Ann Marlow", "he", "She", "the mayor", "said", "told", "that", "who", "according to", "adding",
    "claims", "and", "but", ",", ".", ":", ";", "—", "(", ")", '"', "“", "”", "‘", "«", "»", "„",
    "in May", "on Monday", "Marlow's", "claim", "to", "promised", "show", "records", "\n\n", "is",
    "bridge", "\u202e", "\x00", "-", "--", "The", "MARLOW",
])  # fmt: skip
HOSTILE = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=60).map(" ".join))


@given(HOSTILE.filter(lambda text: bool(text.strip())))
@settings(max_examples=300, deadline=None)
def test_voices_stand_in_their_article(text: str) -> None:
    """Voices would overlap, be empty, or count more words than there are."""
    body = Sentence(0, 0, len(text), 0)
    read = Analysis(Article(source="-", text=text, sentences=(body,)))
    found = find_voices(read)
    spans = [span for voice in found for span in voice.spans]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(left.end <= right.start for left, right in pairwise(sorted(spans)))
    for voice in found:
        assert voice.source
        assert list(voice.spans) == sorted(voice.spans)
        assert all(any(q.overlap(s) == q.end - q.start for s in voice.spans) for q in voice.quoted)
    rows = voice_rows([read])
    assert sum(row.words for row in rows) <= read.words
    assert all(0 <= row.quoted <= row.words for row in rows)


@pytest.mark.parametrize(
    "unit",
    ["a ", "said ", "Ann said ", '"a" ', '"a b c d e" ', "he said, ", "according to ", "“", "and ",
     "(", ") ", "— ", ", who ", "Ann Marlow: ", "said that ", "that ", "also ", '"a"\n\n', "“a\n\n",
     "A — B\n\n", "Ann’s claim that ", "in ", ", ", "- -", "-"],
)  # fmt: skip
def test_much_of_one_thing(unit: str) -> None:
    """A hostile text would take minutes where it takes seconds."""
    text = unit * (40_000 // len(unit))
    whole = Sentence(0, 0, len(text), 0)
    find_voices(Analysis(Article(source="-", text=text, sentences=(whole,))))


def test_word_lists_hold_words_that_texts_hold() -> None:
    """A word with a hyphen, an accent or a possessive would never be met in a text."""
    words = {word for found in word_lists("voices/en").values() for word in found}
    assert {word for word in words if fold(word) != word or not WORD.fullmatch(word)} == set()
