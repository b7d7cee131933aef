from __future__ import annotations

import json
import sys
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from summary_articles import article

from newsdiff.article import Article
from newsdiff.language.analysis import Analysis
from newsdiff.summary import Length, choose, summarize
from newsdiff.summary.news import WEIGHTS

CASES = Path(__file__).parent / "cases" / "summary-penalties.jsonl"
PENALTIES = [json.loads(line) for line in CASES.open(encoding="utf-8")]


@pytest.mark.parametrize("case", PENALTIES, ids=lambda case: case["text"])
def test_penalties(case: dict[str, Any]) -> None:
    """A sentence would lose score for what it is not, or keep it in spite of what it is."""
    [pick] = summarize(article([[case["text"]]], language=case.get("language", "en"))).picks
    found = {name: round(value, 6) for name, value in pick.terms.items() if value}
    assert found.pop("lead") == WEIGHTS["lead"]  # its only sentence is the lead
    assert found == case["terms"]


def test_central_looks_forward() -> None:
    """A sentence that the rest takes up would rank no higher than one that sums up at the end."""
    taken_up = "The ferry to Sund sank off Port Amble."
    rest = ["The ferry was old.", "Sund has another one.", "Port Amble is closed."]
    first, *_, last = summarize(article([[taken_up, *rest, "Ferry, Sund, Port Amble."]])).considered
    assert first.terms["central"] > 1
    assert last.terms["central"] < 0


def test_place_is_early() -> None:
    """A later sentence would gain from its place."""
    places = [pick.terms["place"] for pick in summarize(many(20)).considered]
    assert places == sorted(places, reverse=True)


def test_an_opening_that_sets_a_scene() -> None:
    """A feature's first sentences, which tell of nobody yet, would stand for its news."""
    rest = ["The ferry to Sund was laid up in Kell.", "Nobody in Kell was paid."]
    scene = summarize(article([["The lights went out one by one.", *rest]])).considered
    assert [bool(pick.terms["scene"]) for pick in scene] == [True, False, False]
    news = summarize(article([["The lights of Kell went out.", *rest]])).considered
    assert not any(pick.terms["scene"] for pick in news)


def test_a_script_without_capitals_lacks_no_name() -> None:
    """Where there are no capitals, every lead would be taken for an opening without names."""
    for pick in summarize(article([["渡轮沉没。", "潜水员到达。"]], language="zh")).considered:
        assert not pick.terms["scene"]


def test_the_subject_is_what_is_rare_and_comes_again() -> None:
    """A sentence of common words would seem to tell of the article's subject."""
    lines = [
        "The ferry sank.",
        "Many people came later.",
        "Divers raised the ferry.",
        "It was late.",
    ]
    first, people, third, _ = summarize(article([lines])).considered
    assert min(first.terms["subject"], third.terms["subject"]) > people.terms["subject"]


def test_one_sentence_need_not_be_short() -> None:
    """A summary of one sentence would be the shortest that tells something."""
    lines = [
        "Ferry workers in Sund wept.",
        "The ferry to Sund sank off Port Amble on Monday in a storm that the island had feared.",
        "Divers of the Kell coastguard found the wreck by night.",
        "Nobody had been aboard.",
        "The storm went on to Port Amble on Monday.",
        "Sund will have another ferry by then.",
    ]
    summary = summarize(article([lines]), Length(sentences=1))
    short, full, *_ = (pick.score or 0.0 for pick in summary.considered)
    assert short > full
    assert [pick.index for pick in summary.picks] == [1]


def many(count: int) -> Article:
    """Return an article of sentences that share words with many others, and one with all."""
    words = ["ferry", "harbour", "tug", "pilot", "coast", "island", "sand", "tide", "storm", "boat"]
    return article(
        [f"Sund {words[i % 10]} {words[i * i % 7]} {words[i // 7 % 9]} {i}."] for i in range(count)
    )


def steps(count: int, length: Length) -> int:
    """Return how many lines of the summary's modules run for an article of so many sentences."""
    analysis = Analysis(many(count))
    assert analysis.tokens
    done = 0

    def trace(frame: FrameType, event: str, _: object) -> Any:
        nonlocal done
        if "summary" not in frame.f_code.co_filename:
            return None
        done += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        choose(analysis, length)
    finally:
        sys.settrace(before)
    return done


@pytest.mark.parametrize("length", [Length(sentences=3), Length(words=2000), Length(percent=50)])
def test_work_grows_with_the_text(length: Length) -> None:
    """Every pair of sentences would be compared: a long text would take minutes."""
    assert steps(2000, length) < 2.5 * steps(1000, length)


def test_thousands_of_equal_sentences() -> None:
    """A hostile text of one sentence, over and over, would take hours."""
    text = article([["The ferry to Sund sank."] * 20_000])
    assert len(summarize(text, Length(percent=50)).picks) == 10_000


def test_captions_stand_behind_the_text() -> None:
    """A gallery, whose captions are all much alike, would be told by one of its pictures."""
    gallery = article(
        [
            ["Mayor Ana Wirth opened the Kallvik fair on Friday.", "Two bands played for her."],
            [("caption", "The Kallvik fair before the opening ceremony.")],
            [("caption", "The opening ceremony of the Kallvik fair.")],
            [("caption", "Mayor Ana Wirth at the opening ceremony of the Kallvik fair.")],
        ]
    )
    assert [
        pick.index for pick in choose(Analysis(gallery), Length(sentences=2), "news").picks
    ] == [0, 1]


def test_what_announces_stands_behind_what_tells() -> None:
    """A summary would end in "The mayor wrote on her page:"."""
    told = article(
        [
            ["Mayor Ana Wirth shut the bridge of Kallvik to cars on Friday for a month."],
            ["Wirth wrote to the town:"],
            ['"We cannot let our cars use it," she wrote. "I am sorry."'],
            ["Ana Wirth shut it once before, in 2019, after cars of Kallvik fell off the bridge."],
            ["The ferry to Sund takes cars of the town on Friday and on Monday."],
            ["The mayor of Sund, Jonas Eld, wrote that he would not pay for a new bridge."],
        ]
    )
    picks = choose(Analysis(told), Length(sentences=2), "news").picks
    assert [pick.index for pick in picks] == [0, 2]
