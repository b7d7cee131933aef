"""Mastheads that run into the first paragraph are furniture; first sentences are not."""

from __future__ import annotations

import pytest

import newsdiff

CASES = [
    (
        "By. Ana Wirth. PUBLISHED:. 08:53 EST, 11 June 2031. | . UPDATED:. 14:49 EST, 11 June 2031."
        " Rain fell on Torvik for a tenth day. The river rose.",
        ["Rain fell on Torvik for a tenth day.", "The river rose."],
    ),
    (
        "By. Ana Wirth and Jonas Eld for the Torvik Post. Rain fell for a tenth day.",
        ["Rain fell for a tenth day."],
    ),
    (
        "Last updated at 1:25 AM on 3rd August 2031. Rain fell on Torvik.",
        ["Rain fell on Torvik."],
    ),
    ("By. Jonas Eld. Follow @@jonaseld. Rain fell on Torvik.", ["Rain fell on Torvik."]),
    (
        "By. Ana Wirth. and Jonas Eld. UPDATED:. 18:30 EST, 3 March 2031. Rain fell on Torvik.",
        ["Rain fell on Torvik."],
    ),
    (
        "By. Torvik Post Reporter. UPDATED:. 09:53 EST, 12 January 2031. Rain fell on Torvik.",
        ["Rain fell on Torvik."],
    ),
    ("March 9, 2031 . Rain fell on Torvik. It fell.", ["Rain fell on Torvik.", "It fell."]),
    ("March 2031. Rain fell on Torvik.", ["March 2031.", "Rain fell on Torvik."]),
    ("Ana came. and Jonas Eld. Rain fell.", ["Ana came.", "and Jonas Eld.", "Rain fell."]),
    (
        "(CNN)[Breaking news update, posted 9:04 p.m. ET] . Rain fell on Torvik.",
        ["Rain fell on Torvik."],
    ),
    ("By noon the river rose. It fell at night.", ["By noon the river rose.", "It fell at night."]),
    ("By and by. The rain stopped.", ["By and by.", "The rain stopped."]),
    ("Jonas Eld. That is the name of the man.", ["Jonas Eld.", "That is the name of the man."]),
]


@pytest.mark.parametrize(("text", "kept"), CASES, ids=[text for text, _ in CASES])
def test_only_the_masthead_is_furniture(text: str, kept: list[str]) -> None:
    """A summary would open with the writer's name, or lose the article's first words."""
    article = newsdiff.from_text(text)
    assert [text[s.start : s.end] for s in article.sentences if s.role == "text"] == kept


@pytest.mark.parametrize("unit", ["By. ", "A. ", "A ", "A,", "PUBLISHED: ", "| "])
def test_megabytes_of_mastheads_are_read_once(unit: str) -> None:
    """A page of bylines would take minutes."""
    assert newsdiff.from_text(unit * (300_000 // len(unit))).sentences
