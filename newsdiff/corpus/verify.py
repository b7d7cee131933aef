"""How much a scan misses: a sample of its articles, all pairs, by Smith and Waterman, no shortcut.

Passages of one outlet, of articles further apart than the scan looked, and those that the scan was
not to look for, are left out on both sides.
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from newsdiff.corpus.kernels.words import Words, words
from newsdiff.corpus.progress import Step, Tell
from newsdiff.corpus.settings import DAY

if TYPE_CHECKING:
    from newsdiff.corpus.collection import Collection

_GAP = 100_000
"""More than any alignment scores; 5,000 texts and their gaps fit into 32 bits."""
SURE = 2
"""A passage that scores so much more than the scan's least is surely one: those recall counts."""


@dataclass(frozen=True, slots=True)
class Missed:
    """Two articles that share a passage which the scan did not find."""

    a: str
    b: str
    score: int


@dataclass(frozen=True, slots=True)
class Verified:
    """What the exhaustive search found: pairs of articles with a passage of `least` or more, and
    those that the scan found of them; `extra` are pairs that the scan found alone."""

    articles: int
    pairs: int
    least: int
    passages: int
    found: int
    extra: int
    missed: tuple[Missed, ...]

    @property
    def recall(self) -> float | None:
        """The share that the scan found; None when there was nothing to find."""
        return self.found / self.passages if self.passages else None


def verify(collection: Collection, sample: int, tell: Tell) -> Verified:
    """Search a sample of articles, neighbours in time, exhaustively: all of them against all."""
    rules = collection.manifest["rules"]
    rows = collection.rows(
        """WITH numbered AS (
          SELECT id, outlet_key, moment, text, ROW_NUMBER() OVER (ORDER BY moment, doc) AS place
          FROM articles)
        SELECT * FROM numbered WHERE place > (
          -- A day's articles share most: so the sample is a stretch of time, in the middle.
          SELECT GREATEST(0, (COUNT(*) - ?) // 2) FROM articles)
        ORDER BY place LIMIT ?""",
        sample, sample,
    )  # fmt: skip
    ids = [row["id"] for row in rows]
    outlets = np.array([row["outlet_key"] for row in rows], np.int64)
    moments = np.array([row["moment"] for row in rows], np.int64)
    scores = _scores([row["text"] for row in rows], os.cpu_count() or 1, tell)
    held = np.triu(np.ones(scores.shape, np.bool_), 1)
    held &= np.abs(moments[:, None] - moments[None, :]) <= rules["within"] * DAY
    if not rules["same_outlet"]:
        held &= outlets[:, None] != outlets[None, :]
    known = {
        frozenset((row["a"], row["b"]))
        for row in collection.rows("SELECT DISTINCT a, b FROM passages")
    }
    least = rules["min_words"] + SURE
    found, missed, extra = 0, [], 0
    for one, other in np.argwhere(held).tolist():
        told = frozenset((ids[one], ids[other])) in known
        score = int(scores[one, other])
        if score >= least:
            found += told
            if not told:
                missed.append(Missed(ids[one], ids[other], score))
        elif told and score < rules["min_words"]:
            extra += 1
    missed.sort(key=lambda pair: (-pair.score, pair.a, pair.b))
    passages = found + len(missed)
    return Verified(len(ids), int(held.sum()), least, passages, found, extra, tuple(missed))


def _scores(texts: list[str], threads: int, tell: Tell) -> NDArray[np.int32]:
    """Return the best score of each pair of texts, above the diagonal."""
    found = words(texts)
    scores = np.zeros((len(texts), len(texts)), np.int32)
    with ThreadPoolExecutor(threads) as pool:
        rows = pool.map(lambda number: _against_later(found, number), range(len(texts)))
        for number, row in enumerate(rows):
            scores[number, number + 1 :] = row
            tell(Step("verify", number + 1, len(texts), "articles"))
    return scores


def _against_later(found: Words, number: int) -> NDArray[np.int32]:
    """Return the best scores of one text against each later one: row by row against all of them at
    once, laid end to end.

    A cell that is reached from its left has the greatest score there less the way from it: a
    running maximum. Before each text stands a cell of score 0 behind a gap that no score crosses.
    """
    first = int(found.offsets[number + 1])
    others, offsets = found.hashes[first:], found.offsets[number + 1 :] - first
    heads = offsets[:-1] + np.arange(len(offsets) - 1)
    if not len(heads):
        return np.empty(0, np.int32)
    size = len(others) + len(heads)
    text = np.ones(size, np.bool_)
    text[heads] = False
    values = np.zeros(size, np.int32)
    values[text] = others
    way = np.arange(size, dtype=np.int32) + np.cumsum(~text, dtype=np.int32) * _GAP
    cells = np.zeros(size, np.int32)
    best = np.zeros(size, np.int32)
    step = np.empty(size, np.int32)
    for word in found.hashes[found.offsets[number] : first]:
        np.multiply(values == word, 2, out=step, casting="unsafe")
        step -= 1
        step[1:] += cells[:-1]
        cells -= 1
        np.maximum(cells, step, out=cells)
        np.maximum(cells, 0, out=cells)
        cells[heads] = 0
        cells += way
        np.maximum.accumulate(cells, out=cells)
        cells -= way
        np.maximum(best, cells, out=best)
    return np.maximum.reduceat(best, heads)
