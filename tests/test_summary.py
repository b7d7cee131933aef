from __future__ import annotations

import json
import math
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from summary_articles import LINER, article

from newsdiff.article import Article
from newsdiff.errors import UsageError
from newsdiff.summary import METHODS, Length, Summary, summarize

ROOT = Path(__file__).parent.parent
CASES = Path(__file__).parent / "cases"
CHOICES = [json.loads(line) for line in (CASES / "summary-choices.jsonl").open(encoding="utf-8")]
ODD_TEXTS = json.loads((CASES / "summary-odd-texts.json").read_text(encoding="utf-8"))

WORDS = ["ferry", "ferries", "harbour", "SUND", "12", "the", "we", "it", "“sank”", "öre", "US", "—"]
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)
LINES = st.tuples(st.sampled_from(["text", "text", "caption", "heading", "furniture"]), SENTENCES)
ARTICLES = st.builds(
    article,
    st.lists(st.lists(LINES, min_size=1, max_size=4), min_size=1, max_size=5),
    title=st.none() | SENTENCES,
    language=st.sampled_from(["en", "de", "xx"]),
)
LENGTHS = st.one_of(
    st.builds(Length, sentences=st.integers(1, 30)),
    st.builds(Length, words=st.integers(1, 100)),
    st.builds(Length, percent=st.floats(0, 120, exclude_min=True)),
)


def numbers(summary: Summary) -> list[int]:
    """Return the numbers of the chosen sentences, as a report prints them."""
    return [pick.index + 1 for pick in summary.picks]


@pytest.mark.parametrize("case", CHOICES, ids=lambda case: case["why"])
def test_choices(case: dict[str, Any]) -> None:
    """A summary of a plain report would hold other sentences than an editor takes."""
    summary = summarize(LINER, Length(**case["length"]), case["method"])
    assert numbers(summary) == case["numbers"]


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("name", ODD_TEXTS)
def test_odd_texts_get_a_summary(name: str, method: str) -> None:
    """A text without words, likeness or lower case would crash a method or get no summary."""
    odd = article(ODD_TEXTS[name], language="xx" if name == "Chinese" else "en")
    summary = summarize(odd, Length(sentences=1), method)
    assert len(summary.picks) == 1
    assert len(summarize(odd, Length(percent=100), method).picks) == len(summary.considered)


def test_stars_are_no_summary() -> None:
    """A line of stars would be chosen, as it stands first."""
    assert numbers(summarize(article(ODD_TEXTS["words among stars"]), Length(1), "lead")) == [2]


def test_an_article_without_sentences() -> None:
    """Nothing to choose from would crash."""
    for method in METHODS:
        summary = summarize(Article("test", "", (), title="Ferry sinks"), method=method)
        assert summary.picks == summary.considered == ()


@pytest.mark.parametrize("method", METHODS)
@settings(max_examples=40, deadline=None)
@given(text=ARTICLES, length=LENGTHS)
def test_promises(method: str, text: Article, length: Length) -> None:
    """A summary would be empty, out of order, made of furniture, or too long."""
    summary = summarize(text, length, method)
    picked = [pick.index for pick in summary.picks]
    considered = [pick.index for pick in summary.considered]
    assert picked
    assert picked == sorted(set(picked))
    assert considered == sorted(set(considered))
    assert all(pick in summary.considered for pick in summary.picks)
    own = [sentence.index for sentence in text.sentences if not sentence.furniture]
    assert set(considered) <= set(own or range(len(text.sentences)))
    if length.sentences is not None:
        assert len(picked) == min(length.sentences, len(considered))
    if length.percent is not None:
        share = min(length.percent, 100) / 100 * len(considered)
        assert len(picked) - 1 < share + 1e-6
        assert len(picked) > share - 1e-6
    if length.words is not None and len(picked) > 1:
        assert sum(len(text.sentence_text(index).split()) for index in picked) <= length.words
    if summary.complete:
        assert picked == considered


@settings(deadline=None)
@given(text=ARTICLES)
def test_terms_sum_to_the_score(text: Article) -> None:
    """The reasons that are shown would not be what the score is made of."""
    for pick in summarize(text).considered:
        assert pick.score == sum(pick.terms.values())
        assert all(map(math.isfinite, pick.terms.values()))


@settings(deadline=None)
@given(text=ARTICLES, count=st.integers(1, 8))
def test_longer_summaries_hold_shorter_ones(text: Article, count: int) -> None:
    """Asking for one sentence more would throw another one out."""
    shorter = {pick.index for pick in summarize(text, Length(sentences=count)).picks}
    assert shorter <= {pick.index for pick in summarize(text, Length(sentences=count + 1)).picks}


def test_complete() -> None:
    """A whole article would be sold as a summary, or a summary as the whole."""
    own = 11
    words = sum(len(LINER.sentence_text(s.index).split()) for s in LINER.sentences)
    assert summarize(LINER, Length(sentences=own)).complete
    assert not summarize(LINER, Length(sentences=own - 1)).complete
    assert summarize(LINER, Length(percent=100)).complete
    assert summarize(LINER, Length(words=words + 20)).complete
    assert not summarize(article([["The ferry sank."]]), Length(words=1)).complete


def test_an_unknown_method() -> None:
    """A mistyped method would end in a traceback, or in another method's summary."""
    with pytest.raises(UsageError, match=r"lexrnk.*news, lead, lexrank"):
        summarize(LINER, method="lexrnk")


RUN = """
import sys
sys.path.insert(0, "tests")
from summary_articles import LINER, ON_THE_EDGE
from newsdiff.summary import METHODS, Length, summarize
for text in (LINER, ON_THE_EDGE):
    for method in METHODS:
        for length in (Length(sentences=2), Length(words=50)):
            print(summarize(text, length, method))
"""


def test_every_process_gives_the_same() -> None:
    """A summary would change with PYTHONHASHSEED, as LSA's and LexRank's do in sumy."""
    outputs = {
        subprocess.run(
            [sys.executable, "-c", RUN],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("0", "5", "8")
    }
    assert len(outputs) == 1
    assert outputs.pop().count("Summary(method='lsa'") == 4


@pytest.mark.parametrize("method", ["news", "lead"])
def test_our_own_methods_load_nothing_heavy(method: str) -> None:
    """The default summary would wait half a second for libraries that it does not use."""
    program = (
        "import sys; sys.path.insert(0, 'tests'); from summary_articles import LINER;"
        "from newsdiff.summary import summarize;"
        f"assert summarize(LINER, method={method!r}).picks;"
        "print(*{'sumy', 'nltk', 'numpy', 'scipy', 'requests'}.intersection(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=True, text=True
    )
    assert done.stdout.strip() == ""
