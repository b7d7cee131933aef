"""How two aligned spans are alike: verbatim, quote, figure, near or paraphrase."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from newsdiff.alignment.similarity import longest_run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdiff.alignment.passage import Kind
    from newsdiff.language.quotes import Quote
    from newsdiff.language.words import Token

VERBATIM_RUN = 6
"""Words in a row that two writers hardly hit on by chance (research: precision 1.00)."""
QUOTE_RUN = 4
"""Quoted words in a row that make it the same quotation, two of them content words."""
NEAR = 0.65
"""The share of words (Dice, stop words too) from which two clauses are one, slightly reworded."""

Side = tuple["Sequence[Token]", "Sequence[Quote]"]


def kind_of(a: Side, b: Side, run: int, *, figure: bool) -> Kind:
    """Return the first kind that fits two spans, given as (tokens, the article's quotations).

    `run` is the longest run of words that both sentences share, `figure` whether both spans give
    the same figure.
    """
    quoted = max(_quoted_run(a, b), _quoted_run(b, a))
    if quoted >= QUOTE_RUN and 2 * quoted >= run:
        return "quote"
    if run >= VERBATIM_RUN:
        return "verbatim"
    if figure:
        return "figure"
    return "near" if _dice(a[0], b[0]) >= NEAR else "paraphrase"


def _quoted_run(quoting: Side, other: Side) -> int:
    """The longest run of words in quotation marks on one side that stands on the other, or 0 when
    it holds less than two content words."""
    tokens, quotes = quoting
    best = 0
    for quote in quotes:
        inside = [t for t in tokens if quote.start <= t.start and t.end <= quote.end]
        start, _, run = longest_run(
            [token.norm for token in inside], [token.norm for token in other[0]]
        )
        content = sum(not token.stop for token in inside[start : start + run])
        if content >= 2:
            best = max(best, run)
    return best


def _dice(a: Sequence[Token], b: Sequence[Token]) -> float:
    bag_a, bag_b = Counter(t.stem for t in a), Counter(t.stem for t in b)
    shared = sum((bag_a & bag_b).values())
    return 2 * shared / (len(a) + len(b)) if a or b else 0.0
