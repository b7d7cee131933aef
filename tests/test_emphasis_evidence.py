import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.emphasis.evidence import CRITICAL, log_likelihood, tier

COUNTS = st.lists(st.tuples(st.integers(0, 500), st.integers(500, 10_000)), min_size=1, max_size=8)


def test_known_value() -> None:
    """G² would not be Rayson and Garside's."""
    expected = 2 * (10 * math.log(10 / 7.5) + 5 * math.log(5 / 7.5))
    assert log_likelihood([10, 5], [1000, 1000]) == pytest.approx(expected)


@given(COUNTS)
def test_order_of_the_texts_does_not_matter(texts: list[tuple[int, int]]) -> None:
    """Swapped articles would get another G²."""
    counts, sizes = zip(*texts, strict=True)
    assert log_likelihood(counts, sizes) == log_likelihood(counts[::-1], sizes[::-1]) >= 0


@given(st.integers(0, 50), st.integers(1, 1000), st.integers(2, 6))
def test_one_rate_says_nothing(count: int, size: int, texts: int) -> None:
    """Articles that use a name alike would be shown as different."""
    assert log_likelihood([count] * texts, [size] * texts) == pytest.approx(0, abs=1e-9)


def test_empty_texts() -> None:
    """An article without words would raise a division by zero."""
    assert log_likelihood([0, 0], [0, 0]) == log_likelihood([3, 0], [10, 0]) == 0


@pytest.mark.parametrize(
    ("g2", "texts", "expected"),
    [(3.83, 2, "fact"), (3.84, 2, "weak"), (6.63, 2, "fair"), (10.83, 2, "strong"),
     (10.83, 3, "fair"), (10.83, 6, "fact"), (0.0, 1, "fact"), (99.0, 40, "strong")],
)  # fmt: skip
def test_tiers(g2: float, texts: int, expected: str) -> None:
    """Chance among many articles would be called strong evidence."""
    assert tier(g2, texts) == expected


def test_critical_values_rise() -> None:
    """A slip in the table would let more articles need less evidence."""
    assert all(weak < fair < strong for weak, fair, strong in CRITICAL)
    assert list(CRITICAL) == sorted(CRITICAL)
