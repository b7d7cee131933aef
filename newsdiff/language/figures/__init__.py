"""Figures and dates: each becomes a value with unit, scale, hedge and offsets.

One small grammar of our own: quantity extractors that were tried read "$1.6 bn" as dollars and
barns, and 18 of 30 news phrases right. Words are read in English; digits, shares, currencies and
the decimal comma in any language.
"""

from newsdiff.language.figures.grammar import Figure, figures_in, find_figures

__all__ = ["Figure", "figures_in", "find_figures"]
