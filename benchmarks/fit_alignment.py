"""Fit the weights of newsdiff.alignment.similarity, and tell what each feature is worth.

A maintenance script: its weights are copied into similarity.py by hand. A logistic regression with
a ridge of 1 on standardised features, by Newton's method, over the candidate pairs of the news set
(weight 1) and of SuperPAL and PropSegmEnt (weight .3 each, so that it is not news pairs alone that
decide). Quality is told on news pairs in 8 folds, five times with other folds, the threshold chosen
inside each fold; the seeds and ECB+ are never trained on.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # this checkout, installed or not

from benchmarks.alignment_data import read_set, set_name
from benchmarks.measurement import SHARED, NoDataError, data_files
from newsdiff.alignment.candidates import candidates
from newsdiff.alignment.profile import profile
from newsdiff.alignment.similarity import COEFFICIENTS, cells
from newsdiff.alignment.weights import Weights

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from benchmarks.alignment_data import Row

    Array = NDArray[np.float64]

FEATURES = list(COEFFICIENTS)
OTHERS = {"superpal": 0.3, "propsegment": 0.3}
CROSSED, CROSSED_WEIGHT = 3, 0.3
FOLDS, REPEATS, RIDGE = 8, 5, 1.0


def table(rows: list[Row]) -> tuple[Array, Array, NDArray[np.int_], int]:
    """Features and labels of a set's candidate pairs, the row of each, and the gold pairs lost."""
    features, labels, groups, lost = [], [], [], 0
    for number, row in enumerate(rows):
        a, b = (profile(analysis) for analysis in row.analyses())
        weights = Weights(a, b)
        seen = set()
        for cell in cells(a, b, candidates(a, b, weights), weights):
            pair = (a.sentences[cell.i].index, b.sentences[cell.j].index)
            seen.add(pair)
            if pair not in row.ignore:
                features.append([cell.features[name] for name in FEATURES])
                labels.append(float(pair in row.gold))
                groups.append(number)
        lost += len(row.gold.keys() - seen)
    return np.array(features), np.array(labels), np.array(groups), lost


def crossed(rows: list[Row]) -> list[Row]:
    """Pair each article A with the B of CROSSED other rows: two events, nothing in common."""
    return [
        replace(row, b=rows[(number + 5 * step + 1) % len(rows)].b, gold={}, ignore=frozenset())
        for number, row in enumerate(rows)
        for step in range(1, CROSSED + 1)
    ]


def fit(x: Array, y: Array, w: Array) -> tuple[Array, float]:
    """Return the weights and the bias of a ridge logistic regression."""
    mean, spread = x.mean(0), x.std(0) + 1e-9
    z = np.c_[(x - mean) / spread, np.ones(len(x))]
    beta = np.zeros(z.shape[1])
    ridge = np.diag([RIDGE] * (z.shape[1] - 1) + [1e-6])
    for _ in range(30):
        p = 1 / (1 + np.exp(-z @ beta))
        gradient = z.T @ (w * (p - y)) + ridge @ beta
        hessian = (z * (w * p * (1 - p))[:, None]).T @ z + ridge
        beta -= np.linalg.solve(hessian, gradient)
    weights = beta[:-1] / spread
    return weights, float(beta[-1] - weights @ mean)


def best_threshold(scores: Array, y: Array) -> float:
    """Return the score from which accepting gives the best F1."""
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(y[order])
    f1 = 2 * hits / (np.arange(1, len(y) + 1) + y.sum())
    return float(scores[order][f1.argmax()])


def average_precision(scores: Array, y: Array) -> float:
    """Return the mean precision at each gold pair, best scores first."""
    ranked = y[np.argsort(-scores, kind="stable")]
    return float((np.cumsum(ranked) / np.arange(1, len(y) + 1) * ranked).sum() / y.sum())


def folds_quality(
    keep: list[int],
    news: tuple[Array, Array, NDArray[np.int_], int],
    others: list[tuple[Array, Array, float]],
) -> tuple[float, float, float, float]:
    """Mean F1, its spread, average precision and threshold on news pairs, outside of the fit."""
    x, y, groups, lost = news
    f1s, aps, thresholds = [], [], []
    for repeat in range(REPEATS):
        fold = np.random.default_rng(repeat).permutation(groups.max() + 1)[groups] % FOLDS
        scores, accepted = np.zeros(len(y)), np.zeros(len(y), bool)
        for number in range(FOLDS):
            train, held = fold != number, fold == number
            weights, bias = fit_with(x[train][:, keep], y[train], keep, others)
            scores[held] = x[held][:, keep] @ weights + bias
            threshold = best_threshold(x[train][:, keep] @ weights + bias, y[train])
            thresholds.append(threshold)
            accepted[held] = scores[held] >= threshold
        hits = (accepted & (y == 1)).sum()
        f1s.append(2 * hits / (accepted.sum() + y.sum() + lost))
        aps.append(average_precision(scores, y))
    return float(np.mean(f1s)), float(np.std(f1s)), float(np.mean(aps)), float(np.mean(thresholds))


def fit_with(
    x: Array, y: Array, keep: list[int], others: list[tuple[Array, Array, float]]
) -> tuple[Array, float]:
    """Fit on news pairs together with the other sets at their weights."""
    return fit(
        np.vstack([x, *(other[0][:, keep] for other in others)]),
        np.concatenate([y, *(other[1] for other in others)]),
        np.concatenate([np.ones(len(y)), *(np.full(len(o[1]), o[2]) for o in others)]),
    )


def main() -> int:
    """Print the weights, and the quality with all features and without each one."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--data",
        type=Path,
        default=SHARED / "eval" / "alignment",
        metavar="DIR",
        help="a folder with the sets news, superpal and propsegment (default: %(default)s)",
    )
    options = parser.parse_args()
    try:
        sets = {set_name(file): read_set(file) for file in data_files(options.data)}
    except NoDataError as error:
        print(f"fit_alignment.py: {error}", file=sys.stderr)
        return 2
    if missing := {"news", *OTHERS} - sets.keys():
        print(f"fit_alignment.py: no set {', '.join(sorted(missing))}", file=sys.stderr)
        return 2
    news = table(sets["news"])
    others = [(*table(sets[name])[:2], weight) for name, weight in OTHERS.items()]
    others.append((*table(crossed(sets["news"]))[:2], CROSSED_WEIGHT))
    everything = list(range(len(FEATURES)))
    weights, bias = fit_with(news[0], news[1], everything, others)
    for name, weight in zip(FEATURES, weights, strict=True):
        print(f"    {name!r}: {weight:.2f},".replace("'", '"'))
    print(f"BIAS = {bias:.2f}")
    print(f"gold pairs of news that are no candidates: {news[3]} of {int(news[1].sum()) + news[3]}")
    print(f"{'features':24} {'F1':>6} {'spread':>7} {'AP':>6} {'threshold':>9}")
    for left_out in [None, *everything]:
        keep = [n for n in everything if n != left_out]
        name = "all" if left_out is None else f"without {FEATURES[left_out]}"
        f1, spread, ap, threshold = folds_quality(keep, news, others)
        print(f"{name:24} {f1:6.4f} {spread:7.4f} {ap:6.4f} {threshold:9.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
