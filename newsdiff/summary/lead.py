"""The first sentences: what a news article puts first is what it deems most important.

No method that sumy offers beats it on news that is rid of bylines (benchmarks/quality.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsdiff.summary import Pick
from newsdiff.summary.ranking import Ranking

if TYPE_CHECKING:
    from newsdiff.language.analysis import Analysis


def rank(analysis: Analysis, candidates: Sequence[int]) -> Ranking:  # noqa: ARG001  as all methods
    """Rank the candidates by their place."""
    return Ranking(
        picks=tuple(Pick(index, None, {}) for index in candidates),
        keys=tuple(-float(place) for place in range(len(candidates))),
    )
