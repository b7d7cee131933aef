"""Fit the weights of newsdiff.summary.news, and tell whether they beat those set by hand.

A maintenance script: its weights are copied into news.py by hand. Of each article some hundred
summaries of three sentences are scored by ROUGE. A summary is as likely as e to its sentences'
scores; the weights are those that give the best ROUGE to be expected so (minimum risk, Och 2003),
with a ridge that holds them to weights set by hand. Whether that is better is told on halves:
each half of the articles is summarized with the weights that the other half gave.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # this checkout, installed or not

from benchmarks.measurement import SHARED, NoDataError, data_files, read_lines
from benchmarks.summary_quality import interval, stems
from newsdiff.language.analysis import Analysis
from newsdiff.reading import from_text
from newsdiff.summary import Length, choose
from newsdiff.summary.features import FEATURES, features
from newsdiff.summary.length import Room
from newsdiff.summary.ranking import Ranking
from newsdiff.summary.selection import select

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from newsdiff.summary.ranking import Vector

    Array = NDArray[np.float64]

SENTENCES = 3
FIRST, BEST = 6, 10
"""Summaries are made of the first sentences and of those that the weights set by hand like best."""
STEPS, RATE, RIDGE, TEMPERATURE = 150, 0.08, 0.3, 0.5
START = {
    "central": 0.9, "echo": -0.45, "place": 1.0, "long": -2.0, "quote": -0.2, "first person": -0.4,
    "opening": -0.2,
}  # fmt: skip
"""The weights that were set by hand, one after the other; those not named here are 0."""
HELD = ("place", "long", "quote", "first person", "opening", "announces", "caption")
"""Weights that stay as they are: freed, they fitted each half and not the other (CNN +.09); the
articles have no captions, and no colons that matter."""
ALONE = np.array([float(name != "length") for name in FEATURES])
"""What counts for the first sentence chosen, as in news.py."""
PRIOR = np.array([START.get(name, 0.0) for name in FEATURES])


@dataclass(frozen=True, slots=True)
class Text:
    """One article: its sentences' features and words, the editor's words, and what summaries of
    the pool's sentences reach (mean of ROUGE-1 and -2, per cent)."""

    features: Array
    vectors: tuple[Vector, ...]
    words: list[list[str]]
    reference: list[str]
    summaries: NDArray[np.int_]
    reached: Array


def text(row: dict[str, str]) -> Text:
    """Prepare one article."""
    analysis = Analysis(from_text(row["article"], row["id"]))
    indices = [p.index for p in choose(analysis, Length(sentences=1)).considered]
    rows, vectors = features(analysis, indices)
    words = [stems(analysis.article.sentence_text(index)) for index in indices]
    numbers = np.array(rows)
    liked = np.argsort(-(numbers @ PRIOR), kind="stable")[:BEST]
    pool = sorted({*range(min(FIRST, len(indices))), *map(int, liked)})
    sets = list(combinations(pool, min(SENTENCES, len(pool))))
    reference = stems(row["summary"])
    reached = np.array([reach([words[place] for place in chosen], reference) for chosen in sets])
    return Text(numbers, vectors, words, reference, np.array(sets), reached)


def reach(sentences: Sequence[list[str]], reference: list[str]) -> float:
    """Return the mean of ROUGE-1 and ROUGE-2 of these sentences, in per cent."""
    told = [word for words in sentences for word in words]
    return 50 * sum(
        2 * (Counter(ours) & Counter(theirs)).total() / max(1, len(ours) + len(theirs))
        for ours, theirs in (
            (told, reference),
            (
                list(pairwise(told)),
                list(pairwise(reference)),
            ),
        )
    )


def fit(texts: Sequence[Text]) -> Array:
    """Return the weights that give the best ROUGE to be expected."""
    sums = [one.features[one.summaries].sum(1) for one in texts]
    spread = np.sqrt(np.mean([each.var(0) for each in sums], 0)) + 1e-9
    change = np.zeros(len(FEATURES))
    first, second = np.zeros_like(change), np.zeros_like(change)
    free = np.array([float(name not in HELD) for name in FEATURES])
    for step in range(1, STEPS + 1):  # Adam (Kingma & Ba 2015), its rate falling to a tenth
        gradient = -RIDGE * change
        for one, each in zip(texts, sums, strict=True):
            score = each @ (PRIOR + change / spread) / TEMPERATURE
            chance = np.exp(score - score.max())
            chance /= chance.sum()
            risk = chance * (one.reached - chance @ one.reached)
            gradient += risk @ each / TEMPERATURE / spread / len(texts)
        gradient *= free
        first = 0.9 * first + 0.1 * gradient
        second = 0.999 * second + 0.001 * gradient**2
        stride = RATE * (1 - 0.9 * step / STEPS)
        change += stride * first / (1 - 0.9**step) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    weights: Array = PRIOR + change / spread
    return weights


def quality(texts: Sequence[Text], weights: Array) -> list[float]:
    """Return what the summary that these weights choose reaches for each article."""
    found = []
    for one in texts:
        keys, alone = (_keys(one.features, each) for each in (weights, weights * ALONE))
        room = Room.of(Length(sentences=SENTENCES), [1] * len(keys))
        chosen = sorted(select(Ranking((), keys, one.vectors, alone), room))
        found.append(reach([one.words[place] for place in chosen], one.reference))
    return found


def _keys(numbers: Array, weights: Array) -> tuple[float, ...]:
    return tuple(round(float(key), 9) for key in numbers @ weights)


def main(arguments: list[str] | None = None) -> int:
    """Fit on either half and on all, print, and return the exit status."""
    parser = argparse.ArgumentParser(prog="fit_summary.py", description=__doc__)
    parser.add_argument("--data", type=Path, default=SHARED / "eval" / "summary")
    options = parser.parse_args(arguments)
    try:
        sets = [[text(row) for row in read_lines(file)] for file in data_files(options.data)]
    except NoDataError as error:
        print(f"fit_summary.py: {error}", file=sys.stderr)
        return 2
    halves = [[one for each in sets for one in each[half::2]] for half in (0, 1)]
    fitted = [fit(half) for half in halves]
    every = fit([*halves[0], *halves[1]])
    print(f"{'':14}   hand   even    odd    all")
    for place, name in enumerate(FEATURES):
        both = "".join(f"{weights[place]:7.2f}" for weights in (PRIOR, *fitted, every))
        print(f"{name:14}{both}")
    for file, each in zip(data_files(options.data), sets, strict=True):
        gaps = []
        for half in (0, 1):
            texts = each[half::2]
            ours, old = quality(texts, fitted[1 - half]), quality(texts, PRIOR)
            gaps += [a - b for a, b in zip(ours, old, strict=True)]
        print(f"{file.name}: ahead of those set by hand by {interval(gaps)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
