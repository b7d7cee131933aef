"""Quotations: which marks open and close, and what they hold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.article import Article
from newsdiff.language.quotes import Quote, find_quotes
from newsdiff.language.sentences import split

CASES = [
    pytest.param(row, id=row["name"])
    for row in map(
        json.loads,
        (Path(__file__).with_name("cases") / "quotes.jsonl").read_text("utf-8").splitlines(),
    )
]


def quotes(text: str) -> tuple[Quote, ...]:
    """Return the quotations of an article with this text."""
    return find_quotes(Article(source="-", text=text, sentences=split(text, "en")))


@pytest.mark.parametrize("case", CASES)
def test_quotes(case: dict[str, Any]) -> None:
    """A quotation is missed, runs too far, or an apostrophe is taken for one."""
    text = case["text"]
    assert [text[quote.start : quote.end] for quote in quotes(text)] == case["quotes"]


@given(st.text(st.sampled_from("aB .,s\n0\"“”„‘’'«»‚「」(—"), max_size=200))
def test_any_marks(text: str) -> None:
    """Quotations overlap, are empty, or hold the white space around them."""
    end = 0
    for quote in quotes(text):
        assert end <= quote.start < quote.end <= len(text)
        inner = text[quote.start : quote.end]
        assert inner == inner.strip()
        end = quote.end


@pytest.mark.parametrize(
    "unit",
    ['"', "“", "‘", "'", " 'a", " ‘a", "a’ ", "“a” ", '"a ', "„", "‚", " ‚a", "«", "'s ", "‘’"],
)
def test_many_marks(unit: str) -> None:
    """A megabyte of marks takes minutes (quadratic)."""
    text = unit * (300_000 // len(unit))
    sentences = split("a" * len(text), "en")[:1]
    whole = [type(sentences[0])(0, 0, len(text), 0)]
    find_quotes(Article(source="-", text=text, sentences=tuple(whole)))
