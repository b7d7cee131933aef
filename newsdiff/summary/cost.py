"""How long sumy's methods take: most look at every pair of sentences, and KL at far more."""

from __future__ import annotations

import math

COSTS = {
    "lsa": (2.2, 2.2),
    "luhn": (0.7, 2.0),
    "kl": (470.0, 2.8),
    "sumbasic": (1.6, 2.0),
    "edmundson": (0.15, 1.0),
    "reduction": (6.0, 2.0),
    "sumy:lexrank": (5.3, 2.3),
    "sumy:textrank": (1.4, 2.0),
}
"""Seconds for 1000 sentences, and the power of their number by which that grows: measured on made
articles of 50 to 3000 sentences (benchmarks/speed.py makes them), one core of 2026. They tell
seconds from minutes, no more."""


def expected_seconds(method: str, sentences: int) -> float:
    """Return about how long `method` takes to rank so many sentences; 0 for what takes no time."""
    seconds, power = COSTS.get(method, (0.0, 1.0))
    return seconds * math.pow(sentences / 1000, power)
