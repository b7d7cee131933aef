"""How alike two sentences are, as the chance that they tell the same fact.

A logistic regression over features that a reader can follow; each feature times its weight is that
feature's part of the log-odds, and `Evidence.scores` shows them. docs/alignment.md tells what each
feature adds and how the weights were fitted (benchmarks/fit_alignment.py makes them again).
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from newsdiff.alignment.profile import LONGEST
from newsdiff.alignment.weights import Weights, cosine

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsdiff.alignment.profile import ArticleProfile

COEFFICIENTS: dict[str, float] = {
    "words": 9.10,
    "background": 2.26,
    "seldom": 2.41,
    "run": 0.74,
    "figures": 3.44,
    "around": 2.49,
    "place": -1.25,
    "together": 10.97,
}
"""What each feature weighs in the log-odds.

words: √cosine of all words; background: cosine of the content words by their rarity in the language
alone; seldom: ln(1 + Σ weight / √(df in A · df in B)), high where both say what either says but
once; run: ln of the longest run of words in common; figures: ln(1 + the figures both give);
around: the best cosine among the eight neighbouring pairs; place: how far apart the two stand, as
shares of their articles; together: how alike the articles are as wholes, as two that tell of
different events share names and phrases but no facts.
"""
BIAS = -13.13

LONG_RUN = 5
"""Sentences without so many words in a row in common are quickly told from those with."""


class Cell(NamedTuple):
    """One pair of sentences (places in the two profiles) with its features."""

    i: int
    j: int
    features: Mapping[str, float]
    shared: tuple[str, ...]
    run: tuple[int, int, int]

    @property
    def log_odds(self) -> float:
        """The log-odds that both tell the same."""
        return BIAS + math.fsum(COEFFICIENTS[k] * v for k, v in self.features.items())

    @property
    def contributions(self) -> dict[str, float]:
        """Each feature's part of the log-odds, with the bias."""
        return {"bias": BIAS} | {k: COEFFICIENTS[k] * v for k, v in self.features.items()}


def cells(
    a: ArticleProfile,
    b: ArticleProfile,
    pairs: Sequence[tuple[int, int]],
    weights: Weights,
    least: float = -math.inf,
) -> list[Cell]:
    """Return the features of each pair of sentences in `pairs` that are equal or whose log-odds can
    reach `least`.

    The longest run costs more than all else together. Where no LONG_RUN is shared, and the longest
    one short of it would not lift the pair to `least`, none is looked for.
    """
    lengths_a = [weights.lengths(sentence) for sentence in a.sentences]
    lengths_b = [weights.lengths(sentence) for sentence in b.sentences]
    alike = {
        (i, j): cosine(
            a.sentences[i].words,
            b.sentences[j].words,
            weights.word,
            lengths_a[i][0] * lengths_b[j][0],
        )
        for i, j in pairs
    }
    runs_a, runs_b = ([runs_of(sentence.norms) for sentence in side.sentences] for side in (a, b))
    found = []
    for i, j in pairs:
        x, y = a.sentences[i], b.sentences[j]
        shared = tuple(sorted(set(x.content).intersection(y.content)))
        features = {
            "words": math.sqrt(alike[i, j]),
            "background": cosine(
                x.content_counts,
                y.content_counts,
                weights.rarity,
                lengths_a[i][1] * lengths_b[j][1],
            ),
            "seldom": math.log1p(math.fsum(weights.seldom(stem) for stem in shared)),
            "run": math.log(LONG_RUN - 1),
            "figures": math.log1p(len(x.figures.keys() & y.figures.keys())),
            "around": max(
                alike.get((i + p, j + q), 0.0) for p in (-1, 0, 1) for q in (-1, 0, 1) if p or q
            ),
            "place": abs(x.place - y.place),
            "together": weights.together,
        }
        most = BIAS + math.fsum(COEFFICIENTS[k] * v for k, v in features.items())
        if most < least and runs_a[i].isdisjoint(runs_b[j]) and x.norms != y.norms:
            continue
        run = longest_run(x.norms, y.norms)
        features["run"] = math.log(max(run[2], 1))
        found.append(Cell(i, j, features, shared, run))
    return found


def runs_of(norms: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    """Return every run of LONG_RUN words of a sentence, of its first LONGEST."""
    last = min(len(norms), LONGEST) - LONG_RUN + 1
    return frozenset(norms[start : start + LONG_RUN] for start in range(last))


def longest_run(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[int, int, int]:
    """Return (start in a, start in b, length) of the longest run of words that both share.

    Where several are longest, the one whose words sort first: swapping the sides finds the same.
    Only the first LONGEST words of each are looked at.
    """
    a, b = a[:LONGEST], b[:LONGEST]
    # Words become characters, in their order, and runs of them strings, which are cut, hashed and
    # compared so fast that words which stand everywhere cost no more than others.
    shared = sorted(set(a).intersection(b))
    code = {word: chr(number) for number, word in enumerate(shared, 2)}
    text_a = "".join(code.get(word, "\0") for word in a)
    text_b = "".join(code.get(word, "\1") for word in b)
    best: set[str] = set()
    found, beyond = 0, min(len(a), len(b)) + 1 if shared else 1
    while beyond - found > 1:  # a run of some length holds one of every lesser length
        size = min(found + found // 2 + 1, (found + beyond) // 2)  # most runs are short
        if common := _cuts(text_a, size).intersection(_cuts(text_b, size)):
            best, found = common, size
        else:
            beyond = size
    if not best:
        return (0, 0, 0)
    run = min(best)
    return text_a.index(run), text_b.index(run), found


def _cuts(text: str, size: int) -> set[str]:
    """Return every stretch of `size` characters of a text."""
    return {text[at : at + size] for at in range(len(text) - size + 1)}
