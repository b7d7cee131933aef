"""How much a difference in counts can say: the log-likelihood ratio G², and its tiers."""

from __future__ import annotations

import math
from collections.abc import Sequence

from newsdiff.emphasis.rows import EvidenceTier

CRITICAL = (
    (3.84, 6.63, 10.83), (5.99, 9.21, 13.82), (7.81, 11.34, 16.27), (9.49, 13.28, 18.47),
    (11.07, 15.09, 20.52), (12.59, 16.81, 22.46), (14.07, 18.48, 24.32), (15.51, 20.09, 26.12),
    (16.92, 21.67, 27.88), (18.31, 23.21, 29.59), (19.68, 24.72, 31.26), (21.03, 26.22, 32.91),
    (22.36, 27.69, 34.53), (23.68, 29.14, 36.12), (25.00, 30.58, 37.70), (26.30, 32.00, 39.25),
    (27.59, 33.41, 40.79), (28.87, 34.81, 42.31), (30.14, 36.19, 43.82),
)  # fmt: skip
"""What χ² passes with p .05, .01 and .001, for 1, 2, … 19 degrees of freedom."""


def log_likelihood(counts: Sequence[int], sizes: Sequence[int]) -> float:
    """Return G² of `counts` occurrences in texts of `sizes` words: 2·Σ O·ln(O/E).

    Expected is what each text would have if all used the word at one rate (Rayson & Garside 2000,
    "Comparing corpora using frequency profiling"). 0 when nothing occurs or all is in one rate.

    >>> round(log_likelihood([3, 0], [444, 840]), 2)
    6.37
    """
    total, words = sum(counts), sum(sizes)
    terms = [
        count * math.log(count * words / (total * size))
        for count, size in zip(counts, sizes, strict=True)
        if count and size
    ]
    # fsum: the same to the last bit in whatever order the articles stand
    return max(0.0, 2 * math.fsum(terms))


def tier(g2: float, texts: int = 2) -> EvidenceTier:
    """Return what G² over `texts` texts can say; two texts have one degree of freedom."""
    weak, fair, strong = CRITICAL[min(max(texts - 1, 1), len(CRITICAL)) - 1]
    if g2 >= strong:
        return "strong"
    if g2 >= fair:
        return "fair"
    return "weak" if g2 >= weak else "fact"
