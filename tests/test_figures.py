"""Figures and dates: what they mean, where they stand, and what is none."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.article import Article, Sentence
from newsdiff.language.figures import Figure, figures_in, find_figures
from newsdiff.language.figures.grammar import MOST_FIGURES
from newsdiff.language.figures.rounding import agree

CASES = json.loads((Path(__file__).parent / "cases" / "figures.json").read_text(encoding="utf-8"))


def read(text: str, language: str = "en", published: datetime.date | None = None) -> list[Figure]:
    """Return the figures of a text that is one sentence."""
    return list(figures_in(text, 0, len(text), 0, language, published=published))


def keys(text: str, language: str = "en", published: datetime.date | None = None) -> list[str]:
    """Return what the figures of a text say."""
    return [figure.key for figure in read(text, language, published)]


@pytest.mark.parametrize("case", CASES["figures"], ids=lambda case: case["text"])
def test_every_field_of_a_phrase(case: dict[str, Any]) -> None:
    """A phrase of the kind that news has gets another value, unit, hedge, precision or span."""
    text = case["text"]
    found = [
        {
            "text": text[figure.start : figure.end],
            "kind": figure.kind,
            "value": figure.value,
            "unit": figure.unit,
            "key": figure.key,
            "precision": figure.precision,
            "hedge": figure.hedge,
            **({} if figure.high is None else {"high": figure.high}),
        }
        for figure in read(text, case.get("language", "en"))
    ]
    assert found == case["figures"]


@pytest.mark.parametrize("case", CASES["keys"], ids=lambda case: case["text"])
def test_what_a_sentence_says(case: dict[str, Any]) -> None:
    """A sentence that was written before the grammar saw it is read otherwise."""
    assert keys(case["text"]) == case["keys"]


@pytest.mark.parametrize("text", CASES["none"])
def test_no_figures(text: str) -> None:
    """A name, label, counter, pronoun or idiom is taken for a figure."""
    assert keys(text) == []


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, marks=pytest.mark.xfail(reason=case["reason"]), id=case["text"])
        for case in CASES["known_failures"]
    ],
)
def test_known_failures(case: dict[str, Any]) -> None:
    """A phrase that is known to be read wrongly is read right: move it to the others."""
    assert keys(case["text"]) == case["figures"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("They met on Friday.", "2024-05-17"),
        ("They met last Friday.", "friday"),
        ("They met on Thursday.", "thursday"),
        ("They met yesterday.", "2024-05-16"),
        ("They will meet tomorrow.", "2024-05-18"),
        ("It fell last year.", "2023"),
        ("It fell last month.", "2024-04"),
        ("It fell last week.", "last week"),
        ("It fell two weeks ago.", "2 week ago"),
    ],
)
def test_relative_dates(text: str, key: str) -> None:
    """A relative date is resolved where it is not certain, or left where it is."""
    assert keys(text, published=datetime.date(2024, 5, 17)) == [key]


def test_january_follows_december() -> None:
    """Last month is lost when an article is of January."""
    assert keys("It fell last month.", published=datetime.date(2024, 1, 2)) == ["2023-12"]


def test_publication_and_furniture() -> None:
    """Figures are read from furniture, or without the article's date and sentence numbers."""
    lines = ["1 of 12", "It fell today.", "It cost $5."]
    text, sentences, start = "\n".join(lines), [], 0
    for index, line in enumerate(lines):
        role = "text" if index else "furniture"
        sentences.append(Sentence(index, start, start + len(line), index, role))  # type: ignore[arg-type]  # a str here
        start += len(line) + 1
    article = Article("-", text, tuple(sentences), published="2024-05-17T10:00:00Z")
    found = find_figures(article)
    assert [(f.sentence, f.key, text[f.start : f.end]) for f in found] == [
        (1, "2024-05-17", "today"),
        (2, "5 USD", "$5"),
    ]


@pytest.mark.parametrize("published", ["Friday", "2024", "2024-13-40", "", "17 May 2024, noon"])
def test_publication_in_words(published: str) -> None:
    """A publication date that is not ISO 8601 raises or resolves something."""
    article = Article("-", "today", (Sentence(0, 0, 5, 0),), published=published)
    assert [figure.key for figure in find_figures(article)] == ["today"]


AGREE = [
    ("$43,885,310", "$43 million"),
    ("$43,885,310", "$44 million"),
    ("about 1.6%", "1.58%"),
    ("nearly 250 seats", "248 seats"),
    ("over 200 boats", "223 boats"),
    ("up to 30 boats", "28 boats"),
    ("12,000 people", "11,987 people"),
    ("25 to 30 people", "27 people"),
    ("dozens of people", "60 people"),
    ("more than half of them", "52%"),
    ("a third of them", "33%"),
    ("February 2022", "in 2022"),
    ("May 1", "May 1, 2024"),
    ("the 1990s", "in 1994"),
]
DISAGREE = [
    ("48 pages", "47 pages"),
    ("$240 billion", "$241 billion"),
    ("over 200 boats", "198 boats"),
    ("over 256 boats", "290 boats"),
    ("up to 30 boats", "31 boats"),
    ("about 20 boats", "30 boats"),
    ("$1 billion", "$1.9 billion"),
    ("$5 million", "€5 million"),
    ("1.6%", "1.7%"),
    ("dozens of people", "900 people"),
    ("25 to 30 people", "31 people"),
    ("a 234-193 vote", "a 243-193 vote"),
    ("May 1", "May 2, 2024"),
    ("the 8th", "the 9th"),
    ("five years", "in 2005"),
]


@pytest.mark.parametrize(("one", "two"), AGREE)
def test_roundings_agree(one: str, two: str) -> None:
    """A rounding or a hedge is taken for a difference, whichever side it stands on."""
    a, b = read(one)[0], read(two)[0]
    assert agree(a, b)
    assert agree(b, a)


@pytest.mark.parametrize(("one", "two"), DISAGREE)
def test_differences_do_not_agree(one: str, two: str) -> None:
    """A difference is explained away as a rounding, whichever side it stands on."""
    a, b = read(one)[0], read(two)[0]
    assert not agree(a, b)
    assert not agree(b, a)


WORDS = """
1 2 12 1,500 3.2 2024 0 $ € % - – / : . , ' a an half one two twenty hundred million bn m th second
third dozens of and or to in between from more than May Friday last year ago people pages per cent
percentage points USD Rs s p.m ISO 05 e\u0301 ١٢ ½ 𝟙
""".split()  # noqa: SIM905  a vocabulary reads more easily as text


@given(
    st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(["", " ", "\u00a0", "-"]))),
    st.sampled_from(["en", "de", "zh", "xx"]),
)
def test_any_mixture(parts: list[tuple[str, str]], language: str) -> None:
    """Some mixture of the grammar's own words raises, or gives figures that overlap, stand out of
    order, are empty or carry no finite value."""
    text = "".join(word + gap for word, gap in parts)
    check(text, figures_in(text, 0, len(text), 7, language))


@given(st.text(), st.data())
def test_any_text(text: str, data: st.DataObject) -> None:
    """Some text raises, or gives a figure outside of the stretch that was asked for."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    check(text, figures_in(text, start, end, 7), start, end)


def check(text: str, figures: tuple[Figure, ...], start: int = 0, end: int | None = None) -> None:
    """Hold figures against what is promised of all of them."""
    floor = start
    for figure in figures:
        assert floor <= figure.start < figure.end <= (len(text) if end is None else end)
        assert figure.sentence == 7
        assert figure.key
        assert abs(figure.value) < float("inf")
        assert figure.precision > 0
        assert agree(figure, figure) in (True, False)
        floor = figure.end


@pytest.mark.parametrize(
    "unit",
    ["1 ", "$1-", "1/12 ", "1:", "2024-", "a ", "half a ", "one in ", "twenty-", "between 1 and ",
     "hundred thousand ", "more than ", "about 1 ", "May ", "5 a b c d ", "dozens of ", "(", '"',
     "!?", "' ", "\x00", "1\u00a0000 "],
)  # fmt: skip
def test_many_pieces(unit: str) -> None:
    """Reading takes time that grows with the square of the pieces: this test hangs."""
    text = unit * (60_000 // len(unit))
    check(text, figures_in(text, 0, len(text), 7))


@pytest.mark.parametrize("unit", ["a", "1", "1,", "1.", " ", "\n", "\u00a0"])
def test_a_megabyte(unit: str) -> None:
    """A megabyte of one character is read as a number, or takes quadratic time and hangs."""
    text = unit * (1_000_000 // len(unit))
    assert figures_in(text, 0, len(text)) == ()


def test_a_sentence_gives_so_many_figures_and_no_more() -> None:
    """A megabyte of "$1" could take all memory for figures that nobody reads."""
    text = "$1 " * (MOST_FIGURES + 50)
    assert len(figures_in(text, 0, len(text))) == MOST_FIGURES
