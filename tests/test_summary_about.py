from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from summary_articles import LINER, article

from newsdiff.errors import UsageError
from newsdiff.reading import from_text
from newsdiff.summary import Length, summarize

EVERY = Length(percent=100)


def told(about: str) -> list[int]:
    """Return the numbers of the sentences that tell about something."""
    return [pick.index + 1 for pick in summarize(LINER, EVERY, about=about).picks]


@pytest.mark.parametrize(
    ("about", "numbers"),
    [
        ("the tug", [5]),  # a plural
        ("Harbours", [3, 9, 10, 14]),
        ("dredged", [14]),  # another form of the verb
        ("until", [9]),  # a stop word is asked for where there is nothing else
        ("zeppelin", []),
    ],
)
def test_what_is_told_about(about: str, numbers: list[int]) -> None:
    """A sentence that has the words in another form would be missed, or another one given."""
    assert told(about) == numbers


def test_both_words_beat_one() -> None:
    """A lead that has one of two words would push out the sentence that has both."""
    [pick] = summarize(LINER, Length(sentences=1), about="dredging of the harbour").picks
    assert pick.index + 1 == 14


def test_a_name_in_another_form() -> None:
    """Who asks for a first name would not get the sentences that give the last name alone."""
    text = from_text(
        "Minister Oda Brekke closed the harbour on Monday.\n\nThe pilots were angry.\n\n"
        "Brekke said that the harbour would open again in March."
    )
    picks = summarize(text, EVERY, about="Oda").picks
    assert [text.sentence_text(pick.index).split()[-1] for pick in picks] == ["Monday.", "March."]


@settings(deadline=None, max_examples=50)
@given(st.lists(st.sampled_from(["ferry", "Sund", "the", "tug", "12"]), min_size=1).map(" ".join))
def test_the_gain_is_a_term(about: str) -> None:
    """The reasons that are shown would not be what the score is made of."""
    text = article([["The ferry to Sund sank.", "A tug came at 12.", "It rained."]])
    for pick in summarize(text, EVERY, about=about).considered:
        assert pick.terms["about"] > 0
        assert pick.score == sum(pick.terms.values())


@pytest.mark.parametrize(("about", "method"), [("?!", "news"), ("", "news"), ("tug", "lead")])
def test_what_cannot_be_asked(about: str, method: str) -> None:
    """A question without a word, or to a method that cannot answer, would give any summary."""
    with pytest.raises(UsageError):
        summarize(LINER, method=method, about=about)
