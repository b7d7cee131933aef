"""Agency datelines are furniture; places, and brackets elsewhere, are text."""

from __future__ import annotations

import pytest

import newsdiff

AGENCY = [
    ("(CNN)Rain fell on Torvik for a tenth day.", "(CNN)"),
    ("Torvik (CNN)Rain fell for a tenth day.", "Torvik (CNN)"),
    ("Torvik, Orland (CNN) -- Rain fell for a tenth day.", "Torvik, Orland (CNN) --"),
    ("TORVIK, March 3 (Reuters) - Rain fell for a tenth day.", "TORVIK, March 3 (Reuters) -"),
    ("(The Torvik Reporter)Rain fell for a tenth day.", "(The Torvik Reporter)"),
    ("NEW TORVIK (AP) — Rain fell for a tenth day.", "NEW TORVIK (AP) —"),
]
PLAIN = [
    "TORVIK — Rain fell for a tenth day.",
    "The broadcaster (BBC) told its staff on Monday.",
    "Torvik (population 40,000) lies on the coast.",
    "The Coastal Party (CP) lost four seats.",
    "Torvik (AP)",
    "(Torvik lies on the coast.)",
]


@pytest.mark.parametrize(("text", "dateline"), AGENCY, ids=[text for text, _ in AGENCY])
def test_an_agency_is_parted_from_its_first_sentence(text: str, dateline: str) -> None:
    """The first sentence would open with who sold it, in summaries and passages."""
    first, second = newsdiff.from_text(text).sentences
    assert text[first.start : first.end] == dateline
    assert first.role == "furniture"
    assert text[first.end : second.end].strip() == text[second.start : second.end]
    assert second.role == "text"


@pytest.mark.parametrize("text", PLAIN)
def test_other_openings_stay(text: str) -> None:
    """Words of the article would be lost as an agency's name."""
    assert [text[s.start : s.end] for s in newsdiff.from_text(text).sentences] == [text]


@pytest.mark.parametrize("unit", ["A ", "Aa, ", "A(", "(CNN", "A-", "Aa 1"])
def test_megabytes_of_openings_are_read_once(unit: str) -> None:
    """A page of capitals would take minutes to be looked at for datelines."""
    assert newsdiff.from_text(unit * (1_000_000 // len(unit))).sentences
