"""How two aligned spans are alike: verbatim, quote, figure, near or paraphrase."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from newsdiff.alignment.profile import LONGEST
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
NEAR = 0.6
"""The share of both spans' characters that the word difference leaves equal, from which they are
one clause, slightly reworded: it then tells more to mark what differs than what is shared."""

Side = tuple["Sequence[Token]", "Sequence[Quote]"]


def kind_of(
    a: Side, b: Side, run: int, alike: float, names: frozenset[str], *, figure: bool
) -> Kind:
    """Return the first kind that fits two spans, given as (tokens, the article's quotations).

    `run` is the longest run of words that both sentences share, `alike` the share of the spans that
    their word difference leaves equal, `names` the stems that are names, `figure` whether both give
    the same figure.
    """
    quoted = max(_quoted_run(a, b, names), _quoted_run(b, a, names))
    if quoted >= QUOTE_RUN and 2 * quoted >= run:
        return "quote"
    if run >= VERBATIM_RUN:
        return "verbatim"
    if figure:
        return "figure"
    return "near" if alike >= NEAR else "paraphrase"


def _quoted_run(quoting: Side, other: Side, names: frozenset[str]) -> int:
    """The longest run of words in quotation marks on one side that stands on the other, or 0 when
    it is shorter than QUOTE_RUN, holds less than two content words, or names alone."""
    tokens, quotes = quoting
    norms = tuple(token.norm for token in other[0][:LONGEST])
    best = 0
    for quote in quotes:
        first = bisect_left(tokens, quote.start, key=attrgetter("start"))
        inside = tokens[first : bisect_right(tokens, quote.end, key=attrgetter("end"))]
        if len(inside) < max(QUOTE_RUN, best + 1):
            continue
        start, _, run = longest_run(tuple(token.norm for token in inside), norms)
        content = [token.stem for token in inside[start : start + run] if not token.stop]
        if len(content) >= 2 and not names.issuperset(content):
            best = max(best, run)
    return best
