"""Figures and dates of several articles: equal, rounded, different about the same thing, or given
by one alone.

"Differs" is never claimed lightly: both figures must stand in sentences that were aligned, have
the same unit, stand among the same words, and have no equal on the other side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsdiff.emphasis.rows import FigureRow

if TYPE_CHECKING:
    from newsdiff.alignment.passage import Passage
    from newsdiff.language.analysis import Analysis
    from newsdiff.language.figures import Figure

NEAR = 6
"""Content words on either side of a figure that tell what it is about."""
EARLY = 0.25
"""Prominence falls by e within this share of the text (research on names: MAP .875 on GUM)."""
_ORDER = ("differs", "rounded", "equal", "only")


@dataclass(frozen=True, slots=True)
class _Telling:
    """A figure where it stands: the stems of the content words near it, and how prominent it is."""

    article: int
    figure: Figure
    near: frozenset[str]
    place: float

    @property
    def sentence(self) -> tuple[int, int]:
        return self.article, self.figure.sentence


def figure_rows(analyses: Sequence[Analysis], passages: Sequence[Passage]) -> tuple[FigureRow, ...]:
    """Return a row for each figure: those that differ first, then rounded, equal, and those that
    only one article gives; inside by prominence, so that what stands first and often leads.

    Weekdays, months alone, times and "last year" get no row; ordinals and small bare numbers none
    of their own.
    """
    tellings = [_tellings(number, analysis) for number, analysis in enumerate(analyses)]
    aligned = _aligned(passages)
    ...
