from __future__ import annotations

import sys
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from summary_articles import LINER, ON_THE_EDGE, article

from newsdiff.article import Article
from newsdiff.summary import Length, summarize
from newsdiff.summary.graph import lexrank, textrank

METHODS = ("lexrank", "textrank")
WORDS = ["ferry", "harbour", "Sund", "12", "the", "we", "tug", "pilot", "coast", "öre", "US", "—"]
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)
ARTICLES = st.builds(
    article,
    st.lists(st.lists(SENTENCES, min_size=1, max_size=4), min_size=1, max_size=6),
    language=st.sampled_from(["en", "xx"]),
)
EVERY = Length(percent=100)


def scores(text: Article, method: str) -> list[float]:
    """Return the score of every sentence."""
    return [pick.score or 0.0 for pick in summarize(text, EVERY, method).considered]


@pytest.mark.parametrize("method", METHODS)
@settings(max_examples=60, deadline=None)
@given(text=ARTICLES)
def test_the_scores_are_sumys(method: str, text: Article) -> None:
    """Ours would rank otherwise than the method that its name promises."""
    assert scores(text, method) == pytest.approx(scores(text, f"sumy:{method}"), abs=1e-9)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("text", [LINER, ON_THE_EDGE], ids=["liner", "edge"])
def test_the_scores_of_reports_are_sumys(method: str, text: Article) -> None:
    """The same, on a text as news has it, and where the last bit decides."""
    assert scores(text, method) == pytest.approx(scores(text, f"sumy:{method}"), abs=1e-9)


@pytest.mark.parametrize("rank", [lexrank, textrank])
@pytest.mark.parametrize("sentences", [[[]], [["ferri"]], [[], []], [["ferri"], ["tug"]]])
def test_nothing_alike(rank: Any, sentences: list[list[str]]) -> None:
    """Sentences without words, or without one in common, would get no number."""
    assert len({round(score, 12) for score in rank(sentences)}) == 1


def steps(rank: Any, count: int) -> int:
    """Return how many lines of the graph's module run for so many sentences."""
    sentences = [[f"w{i}", f"w{i + 1}", f"v{i % 50}", f"u{i // 20}"] for i in range(count)]
    done = 0

    def trace(frame: FrameType, event: str, _: object) -> Any:
        nonlocal done
        if not frame.f_code.co_filename.endswith("graph.py"):
            return None
        done += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        rank(sentences)
    finally:
        sys.settrace(before)
    return done


@pytest.mark.parametrize("rank", [lexrank, textrank])
def test_work_grows_with_the_text(rank: Any) -> None:
    """Every pair of sentences would be compared, as sumy does: a book would take hours."""
    assert steps(rank, 1000) < 2.5 * steps(rank, 500)
