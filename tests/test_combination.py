from __future__ import annotations

from pathlib import Path

import pytest

from newsdiff.combination import Combination, combine
from newsdiff.comparison import compare
from newsdiff.reading import from_text, read
from newsdiff.summary import Length

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
SUMMIT = [read(str(SAMPLES / f"summit-{name}.txt")) for name in ("courier", "herald", "ledger")]

A = """The ferry Anna Maris ran aground off the island of Holm on Tuesday with 241 people aboard.

Eleven passengers were hurt, the coastguard of Velmark said in the afternoon.

The captain has been questioned by the harbour police of Lindhaven."""
B = """A storm had been forecast for the Sound since Monday evening.

The ferry Anna Maris, with 241 people aboard, ran aground off the island of Holm on Tuesday.

Eleven passengers were hurt, said the coastguard of Velmark in the afternoon."""


def texts(combination: Combination) -> list[str]:
    """Return the chosen sentences in order."""
    articles = combination.comparison.articles
    return [articles[c.article].sentence_text(c.pick.index) for c in combination.choices]


def both(length: Length, about: str | None = None, *, swapped: bool = False) -> Combination:
    """Combine the two reports."""
    sources = [from_text(text) for text in ((B, A) if swapped else (A, B))]
    return combine(compare(sources), length, about)


def test_nothing_is_told_twice() -> None:
    """What both papers report would stand in the summary twice, in two wordings."""
    whole = both(Length(sentences=99))
    assert whole.complete
    assert len(whole.choices) == 4
    for word in ("aground", "hurt", "captain", "storm"):
        assert sum(word in text for text in texts(whole)) == 1


def test_who_tells_it_is_told() -> None:
    """A reader could not see that both papers carry a sentence, or whose words these are."""
    carried = {
        text.split()[-1]: choice.carried_by
        for choice, text in zip(both(Length(99)).choices, texts(both(Length(99))), strict=True)
    }
    assert sorted(carried.values()) == [(0,), (0, 1), (0, 1), (1,)]
    assert carried["Lindhaven."] == (0,)


def test_what_both_tell_comes_first() -> None:
    """What one paper alone tells would be taken for what matters."""
    assert all(len(choice.carried_by) == 2 for choice in both(Length(sentences=2)).choices)


def test_the_order_is_the_usual_one() -> None:
    """The summary would tell the end before the beginning."""
    found = [text.split()[1] for text in texts(both(Length(sentences=99)))]
    assert found.index("ferry") < found.index("passengers") < found.index("captain")


def test_sides_do_not_matter() -> None:
    """The same papers in another order would give another summary."""
    assert texts(both(Length(99))) == texts(both(Length(99), swapped=True))


def test_about() -> None:
    """A question to several papers would be answered with their leads."""
    assert [t.split()[1] for t in texts(both(Length(3), "harbour police"))] == ["captain"]
    assert texts(both(Length(3), "zeppelin")) == []


@pytest.mark.parametrize("words", [20, 40, 60, 100])
def test_words(words: int) -> None:
    """A limit of words would not hold for several articles."""
    found = combine(compare(SUMMIT), Length(words=words))
    assert sum(len(text.split()) for text in texts(found)) <= words or len(found.choices) == 1


def test_terms_sum_to_the_score() -> None:
    """The reasons that are shown would not be what the score is made of."""
    for choice in combine(compare(SUMMIT), Length(percent=100)).choices:
        assert choice.pick.score == sum(choice.pick.terms.values())
