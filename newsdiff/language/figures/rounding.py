"""Rounding and hedges: when two figures in different words may tell one amount or date."""

from __future__ import annotations

from newsdiff.language.figures.grammar import Figure

NEAR = 0.1
"""A rounded figure is off by a tenth at most: "$1 billion" is not said of 1.4."""
BEYOND = 0.2
""""More than" and "less than" reach a fifth at most: "over 200" is not said of 300."""
VAGUE = 10.0
""""Hundreds" reach to a thousand."""


def agree(a: Figure, b: Figure) -> bool:
    """Return True when two figures with different keys may tell the same amount or date.

    A rounded number agrees with what rounds or is cut to it ("$43 million", "$43,885,310"), a
    hedge with what lies near on its side, a range with what lies in it, and a date with another
    that says more ("2022", "February 2022"). The order of the two does not matter.
    """
    if a.kind == "date" and b.kind == "date":
        return _within_date(a, b) or _within_date(b, a)
    if (a.kind, a.unit) != (b.kind, b.unit) or a.kind == "ordinal":
        return False
    return _covers(a, b) or _covers(b, a)


def _within_date(coarse: Figure, fine: Figure) -> bool:
    if coarse.unit == "year" and fine.unit == "year":
        return coarse.high is not None and coarse.value <= fine.value <= coarse.high
    return fine.key.startswith(f"{coarse.key}-") or (
        coarse.key.startswith("--") and fine.key.endswith(coarse.key[1:])
    )


def _covers(loose: Figure, exact: Figure) -> bool:
    """Return True when `loose` is a way to say `exact`."""
    if exact.high is not None:
        return False
    if loose.high is not None:
        return loose.value <= exact.value <= loose.high
    if loose.key.partition(" ")[0].endswith("+"):
        return loose.value <= exact.value < VAGUE * loose.value
    return _rounds(loose, exact) or _hedges(loose, exact)


def _rounds(loose: Figure, exact: Figure) -> bool:
    """Return True when `exact` can be rounded to `loose`, or cut after its last digit."""
    gap, step = exact.value - loose.value, _step(loose)
    if step <= _step(exact) or abs(gap) > NEAR * max(loose.value, exact.value):
        return False
    return abs(gap) <= step / 2 or 0 < gap < loose.precision


def _hedges(loose: Figure, exact: Figure) -> bool:
    """Return True when `exact` lies where the hedge of `loose` points, and not too far."""
    gap = exact.value - loose.value
    if abs(gap) >= _reach(loose):
        return False
    if loose.hedge == "about":
        return abs(gap) <= NEAR * max(loose.value, exact.value)
    if loose.hedge == "over":
        return 0 <= gap < BEYOND * loose.value
    return loose.hedge == "under" and 0 <= -gap < BEYOND * loose.value


def _step(figure: Figure) -> float:
    """Return the value of one unit in the last digit that says something: round thousands that are
    written out are taken for rounded ("12,000"), but not "20" or "$240 billion"."""
    step = figure.precision
    if step != 1 or figure.value < 1000:
        return step
    while step < figure.value / 10 and not figure.value % (step * 10):
        step *= 10
    return step


def _reach(figure: Figure) -> float:
    """Return how far a hedge reaches: one unit of the last digit that is not zero, or five where
    that digit is a five ("over 250" may be 290, "over 256" not)."""
    step = figure.precision
    while step < figure.value and not round(figure.value / step) % 10:
        step *= 10
    return step if round(figure.value / step) % 5 else 5 * step
