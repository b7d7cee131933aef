"""Amounts, changes of them, and amounts that are gone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newsdiff.language.figures import figures_in
from newsdiff.language.figures.movements import movement

CASES = [
    json.loads(line)
    for line in (Path(__file__).parent / "cases" / "movements.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_movement(case: dict[str, str]) -> None:
    """A change or a former amount passes for an amount, or the other way round."""
    text = case["text"]
    figure = figures_in(text, 0, len(text))[0]
    assert movement(text, figure) == case["movement"]


@pytest.mark.parametrize("filler", ["a", " ", "rose by ", "up ", "more ", "1 ", "(", "-"])
def test_hostile_text(filler: str) -> None:
    """A megabyte around a figure takes longer than a line: this test hangs."""
    half = filler * (500_000 // len(filler))
    text = f"{half} 12 dogs {half}"
    start = len(half) + 1
    (figure,) = figures_in(text, start, start + len("12 dogs"))
    for _ in range(2000):
        assert movement(text, figure)
