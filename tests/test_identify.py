"""Languages told apart."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.language.identify import guess
from newsdiff.language.words import LANGUAGES, lexicon

ROWS = [
    json.loads(line)
    for line in (Path(__file__).with_name("cases") / "languages.jsonl")
    .read_text("utf-8")
    .splitlines()
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["language"])
def test_languages(row: dict[str, str]) -> None:
    """An article is taken for one in another language, or its own is not certain."""
    assert guess(row["text"]) == (row["language"], True)
    assert guess(row["text"].upper()) == (row["language"], True)


def test_all_languages_are_tried() -> None:
    """A language that has a stemmer is never guessed."""
    assert set(LANGUAGES) <= {row["language"] for row in ROWS}


@pytest.mark.parametrize("text", ["", " ", "12 + 3", "Marlow 2, Orme 1", "the", "Brrr! " * 50])
def test_too_little_to_tell(text: str) -> None:
    """A language is called certain where there is nothing to tell it by."""
    assert guess(text) == ("en", False)


def test_names_in_another_script() -> None:
    """A few foreign words turn an article's language."""
    assert guess("The mayor (市長) of Marlow said that it was not the bridge of old.") == (
        "en",
        True,
    )


@given(st.text(max_size=100))
def test_any_text(text: str) -> None:
    """Some text has no language at all."""
    code, certain = guess(text)
    assert code.isascii()
    assert isinstance(certain, bool)


def test_much_text() -> None:
    """A long text is read to its end before its language is known."""
    assert guess("the " * 5_000_000)[0] == "en"


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_stop_words(code: str) -> None:
    """A language has no stop words, or words of the licence among them."""
    words = lexicon(code).stop_words
    assert len(words) >= 80
    assert all(0 < len(word) <= 20 and word.split() == [word] for word in words)
