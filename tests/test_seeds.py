"""The articles of our first users: three outlets on two visits. They are no part of the project;
without them these tests skip."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import newsdiff
from newsdiff.alignment.passage import PassageSpan
from newsdiff.article import Article
from newsdiff.comparison import Comparison

SEEDS = Path(os.environ.get("NEWSDIFF_SHARED", Path(__file__).parents[2] / "shared")) / "seeds"

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="needs ../shared/seeds")


def seed(number: str) -> Article:
    """Read the seed whose file name begins with this number."""
    (path,) = SEEDS.glob(f"{number}_*.txt")
    return newsdiff.read(str(path))


def told(comparison: Comparison, first: int = 6) -> list[tuple[str, str]]:
    """The words of both sides of the first passages."""
    return [
        (_words(comparison, passage.spans[0]), _words(comparison, passage.spans[1]))
        for passage in comparison.passages[:first]
    ]


def _words(comparison: Comparison, span: PassageSpan) -> str:
    return comparison.articles[span.article].text[span.start : span.end]


def test_the_trade_and_the_reliance_come_first() -> None:
    """The two facts that our users asked for would be buried or missed."""
    passages = told(newsdiff.compare([seed("000"), seed("002")]))
    assert any("$240 billion" in a and "$240 billion" in b for a, b in passages)
    reliance = [b for a, b in passages if "increasingly dependent on China" in a]
    assert any("The Kremlin has become increasingly dependent" in b for b in reliance)
    assert any("Russia has become heavily dependent" in b for b in reliance)


def test_the_trade_stands_on_its_own_clauses() -> None:
    """$240 billion would be shown as a sentence of 47 words that tells three facts."""
    passages = told(newsdiff.compare([seed("000"), seed("002")]))
    (a, _) = next(pair for pair in passages if all("$240 billion" in side for side in pair))
    assert "invasion" not in a
    assert "dependent" not in a


def test_two_visits_share_nothing() -> None:
    """Names that two meetings have in common would be sold as facts."""
    assert len(newsdiff.compare([seed("002"), seed("003")]).passages) <= 1


def test_two_visits_are_not_one_event() -> None:
    """A reader would hold Friday in Harbin against Wednesday in Moscow, unwarned."""
    assert newsdiff.compare([seed("000"), seed("002")]).event.same != "yes"


def test_counters_of_a_gallery_are_not_summarized() -> None:
    """A counter, "1 / 12", would stand in the summary of a photo gallery."""
    gallery = seed("003")
    for method in ("news", "lead", "lexrank"):
        for pick in newsdiff.summarize(gallery, method=method).picks:
            assert "/ 12" not in gallery.sentence_text(pick.index)


def test_the_target_stands_at_the_end() -> None:
    """That one outlet tells the $240 billion at 60% and the other at 86% would be lost."""
    comparison = newsdiff.compare([seed("000"), seed("002")])
    row = next(
        row
        for row in comparison.placement
        if any(_text(comparison, t.article, t.start, t.end) == "$240 billion" for t in row.tellings)
    )
    first = [next(t for t in row.tellings if t.article == article) for article in (0, 1)]
    assert [f"{t.place:.0%}" for t in first] == ["60%", "86%"]
    assert [_text(comparison, t.article, *(t.introduced or (0, 0))) for t in first] == [
        "increasing to",
        "surpassing a target of",
    ]


def test_one_outlet_never_says_war() -> None:
    """Seven times "war" here and none there would not be told."""
    row = newsdiff.compare([seed("000"), seed("002")]).wording[0]
    said = {s.article: {f.form: len(f.spans) for f in s.forms} for s in row.sources}
    assert said[1]["war"] == 7
    assert "war" not in said[0]


def _text(comparison: Comparison, article: int, start: int, end: int) -> str:
    return comparison.articles[article].text[start:end]
