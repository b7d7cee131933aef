from __future__ import annotations

import math

import pytest

from newsdiff.errors import UsageError
from newsdiff.summary import Length
from newsdiff.summary.length import Room


def taken(length: Length, words: list[int]) -> int:
    """Return how many sentences of so many words each are taken, from the first on."""
    room = Room.of(length, words)
    return sum(room.take(place) for place in range(len(words)) if not room.full)


@pytest.mark.parametrize(
    ("length", "sentences", "expected"),
    [
        (Length(sentences=3), 10, 3),
        (Length(sentences=30), 10, 10),
        (Length(percent=20), 10, 2),
        (Length(percent=12.5), 16, 2),
        (Length(percent=12.5), 17, 3),
        (Length(percent=0.2), 10, 1),
        (Length(percent=7), 100, 7),
        (Length(percent=100), 10, 10),
        (Length(percent=250), 10, 10),
    ],
)
def test_how_many_sentences(length: Length, sentences: int, expected: int) -> None:
    """A share of the sentences would be refused, rounded to none, or one too many."""
    assert taken(length, [5] * sentences) == expected


def test_words_take_what_fits() -> None:
    """One long sentence would end a summary that has room for shorter ones."""
    assert taken(Length(words=12), [10, 5, 2, 1]) == 2


@pytest.mark.parametrize("value", [0, -1, math.nan, math.inf, -math.inf])
@pytest.mark.parametrize("unit", ["sentences", "words", "percent"])
def test_what_is_no_length(unit: str, value: float) -> None:
    """A length of nothing would give an empty summary, or all but one sentence."""
    with pytest.raises(UsageError, match=f"{unit} is a number above 0, not"):
        Room.of(Length(**{unit: value}), [5, 5])  # type: ignore[arg-type]  # what users pass


@pytest.mark.parametrize("length", [Length(), Length(sentences=3, words=50)])
def test_one_unit_is_asked_for(length: Length) -> None:
    """Of two lengths one would win silently."""
    with pytest.raises(UsageError, match="in sentences, in words or in percent"):
        Room.of(length, [5, 5])
