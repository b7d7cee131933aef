"""The looks of the text report: colours, and the little signs that stand for numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdiff.emphasis.rows import EvidenceTier

HEADING = "bold"
FAINT = "dim"
MARK = "bold"
LOUD = "bold reverse"
WARNING = "bold color(208)"

_SOURCES = (
    "cyan", "yellow", "color(175)", "color(75)", "color(208)", "color(36)", "color(147)",
    "color(180)",
)  # fmt: skip
"""One colour an article: after cyan and yellow, Okabe and Ito's palette, which readers who see
few colours tell apart, in the nearest of a terminal's 256 (Okabe & Ito 2008, "Color Universal
Design"). From the ninth article on they come again: the letter beside it is what tells."""

DOTS: dict[EvidenceTier, str] = {"strong": "●●●", "fair": "●●○", "weak": "●○○", "fact": ""}
"""What the evidence for a difference can say, at a glance."""

_STRIP = "·▂▄█"
STRIP_CELLS = 10
_EIGHTHS = " ▏▎▍▌▋▊▉"


def source_style(article: int) -> str:
    """Return the colour of an article, by its number."""
    return _SOURCES[article % len(_SOURCES)]


def strip(places: Sequence[float]) -> str:
    """Return where things stand in an article as ten blocks, from `places` between 0 and 1.

    >>> strip([0.02, 0.05, 0.5])
    '▄····▂····'
    """
    counts = [0] * STRIP_CELLS
    for place in places:
        counts[min(STRIP_CELLS - 1, max(0, int(place * STRIP_CELLS)))] += 1
    return "".join(_STRIP[min(count, len(_STRIP) - 1)] for count in counts)


def bar(share: float, cells: int) -> str:
    """Return a bar of at most `cells` cells for a share of 1; a minus before what is below 0.

    >>> bar(0.5, 4), bar(-0.25, 4)
    ('██', '-█')
    """
    eighths = round(min(1.0, abs(share)) * cells * 8)
    whole, rest = divmod(eighths, 8)
    blocks = "█" * whole + _EIGHTHS[rest].strip()
    return ("-" if share < 0 and blocks else "") + blocks
