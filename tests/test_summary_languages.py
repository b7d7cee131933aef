"""Summaries of other languages than English, on texts of our own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from newsdiff.article import Article
from newsdiff.reading import from_text
from newsdiff.summary import METHODS, Length, summarize

CASES: dict[str, dict[str, Any]] = json.loads(
    (Path(__file__).parent / "cases" / "summary-languages.json").read_text(encoding="utf-8")
)


def chosen(article: Article, count: int, about: str | None = None) -> list[str]:
    """Return so many chosen sentences."""
    picks = summarize(article, Length(sentences=count), about=about).picks
    return [article.sentence_text(pick.index) for pick in picks]


@pytest.mark.parametrize("code", CASES)
def test_the_lead_is_chosen(code: str) -> None:
    """The language would not be known, its sentences not be found, or an aside stand for all."""
    article = from_text(CASES[code]["text"])
    assert article.language == code
    assert sum(s.role == "text" for s in article.sentences) >= 8
    [first] = chosen(article, 1)
    assert CASES[code]["lead"] in first


@pytest.mark.parametrize("code", CASES)
def test_furniture_is_left_out(code: str) -> None:
    """A title or a link to another page would be a sentence of the summary."""
    article = from_text(CASES[code]["text"])
    whole = chosen(article, 99)
    assert CASES[code]["text"].split("\n")[0] not in whole
    assert not any("aussi" in text or "auch:" in text or "también" in text for text in whole)


@pytest.mark.parametrize("code", CASES)
def test_asides_come_last(code: str) -> None:
    """How cold it was would be told before what became of the passengers."""
    article = from_text(CASES[code]["text"])
    *_, cold, _ = [s.index for s in article.sentences]
    picks = summarize(article, Length(sentences=4)).picks
    assert cold not in [pick.index for pick in picks]


@pytest.mark.parametrize("code", CASES)
def test_about_knows_stems(code: str) -> None:
    """A word in another case or number would not be found."""
    article = from_text(CASES[code]["text"])
    [first] = chosen(article, 1, CASES[code]["about"])
    assert CASES[code]["word"] in first


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("code", CASES)
def test_every_method_gives_a_summary(code: str, method: str) -> None:
    """A method would stumble over a script, or find no words in it."""
    summary = summarize(from_text(CASES[code]["text"]), Length(sentences=2), method)
    assert len(summary.picks) == 2


@pytest.mark.parametrize("code", CASES)
def test_a_language_that_is_told_is_taken(code: str) -> None:
    """--language would be overruled by the guess."""
    assert from_text(CASES[code]["text"], language="en").language == "en"
    assert chosen(from_text(CASES[code]["text"], language="en"), 2)
