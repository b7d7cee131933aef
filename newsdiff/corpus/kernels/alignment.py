"""Candidates to passages: the best local alignment of two stretches of words.

Smith and Waterman (1981) with 1 for a word that agrees, -1 for one that differs or is missing, in
a band around the diagonals of the grams that both texts have. All candidates of about one size go
through the recurrence together, a row at a time. A cell is one integer: its score, then how many
words agree, then where its alignment began; so the greatest cell tells all.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

PAD = 24
"""Words before the first and behind the last common gram that may belong to a passage. What
lies beyond has a change in every five words."""
SLACK = 4
"""Diagonals on each side of those of the grams: so many words may be missing at an end."""
BANDS = np.array([9, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 511])
"""The widths that bands may have. Candidates of one width are worked on together, and the width
of each depends on itself alone: what is found must not depend on who stood beside it."""

_COLUMN_BITS, _ROW_BITS, _MATCH_BITS = 10, 18, 18
_ROW = 1 << _COLUMN_BITS
_MATCHED = _ROW << _ROW_BITS
_SCORE = _MATCHED << _MATCH_BITS
_AGREES = np.int64(_SCORE + _MATCHED)
_DIFFERS = np.int64(-_SCORE)
_CELLS = 1 << 15
"""Cells of one row of one pass: what stays in the processor's cache."""
_A_BEYOND, _B_BEYOND = np.int64(1 << 40), np.int64(1 << 41)

Numbers = NDArray[np.int64]


class Stretches(NamedTuple):
    """A stretch of words for each candidate: `values[begin:begin + length]`."""

    values: NDArray[np.int32]
    begin: Numbers
    length: Numbers


class Alignments(NamedTuple):
    """For each candidate its best alignment; places count words from the stretches' beginnings,
    first and last word."""

    score: Numbers
    matched: Numbers
    a_first: Numbers
    a_last: Numbers
    b_first: Numbers
    b_last: Numbers


def align(a: Stretches, b: Stretches, low: Numbers, high: Numbers, least: int) -> Alignments:
    """Return the best alignment of each pair of stretches in the band of diagonals from `low` to
    `high` (place in b less place in a). Candidates that cannot score `least` get score 0."""
    found = np.zeros((6, len(low)), np.int64)
    low = low - SLACK
    widest = len(BANDS) - 1
    width = BANDS[np.minimum(np.searchsorted(BANDS, high + SLACK - low + 1), widest)]
    for chosen in _batches(a.length, width):
        rows, columns = int(a.length[chosen].max()), int(width[chosen[0]])
        left = _matrix(a, chosen, np.zeros(len(chosen), np.int64), rows, _A_BEYOND)
        right = _matrix(b, chosen, low[chosen], rows + columns, _B_BEYOND)
        hopeful = _hopeful(left, right, columns, least)
        if len(hopeful):
            values = _smith_waterman(left[:, hopeful], right[:, hopeful], columns)
            values[4:] += low[chosen[hopeful]]
            found[:, chosen[hopeful]] = values
    return Alignments(*found)


def _batches(rows: Numbers, columns: Numbers) -> Iterator[Numbers]:
    """Yield candidates of one width and about one length, so many as fit."""
    order = np.lexsort((rows, columns))
    begin = 0
    while begin < len(order):
        first = order[begin]
        most_rows = max(64, int(rows[first]) * 5 // 4)
        ahead = order[begin : begin + max(1, _CELLS // int(columns[first]))]
        fits = (rows[ahead] <= most_rows) & (columns[ahead] == columns[first])
        fits[0] = True
        stop = begin + (len(ahead) if fits.all() else int(np.argmin(fits)))
        yield order[begin:stop]
        begin = stop


def _matrix(
    side: Stretches, chosen: Numbers, shift: Numbers, rows: int, beyond: np.int64
) -> Numbers:
    """Return words as rows × candidates, each moved by its shift; `beyond` where there is none."""
    places = np.arange(rows)[:, None] + shift[None, :]
    inside = (places >= 0) & (places < side.length[chosen])
    if not len(side.values):
        return np.full(places.shape, beyond)
    index = np.where(inside, places + side.begin[chosen], 0)
    return np.where(inside, side.values[index].astype(np.int64), beyond)


def _hopeful(left: Numbers, right: Numbers, columns: int, least: int) -> Numbers:
    """Return the candidates that can score `least`: a row's word adds 1 at most where it has its
    like in the band, and takes 1 where it has none, so no alignment beats the best run of rows."""
    rows = len(left)
    alike = np.zeros(left.shape, np.bool_)
    for column in range(columns):
        alike |= left == right[column : column + rows]
    steps = alike.astype(np.int32) * 2 - 1
    run = np.zeros(left.shape[1], np.int32)
    best = run.copy()
    for step in steps:
        np.maximum(run, 0, out=run)
        run += step
        np.maximum(best, run, out=best)
    return np.flatnonzero(best >= least)


def _smith_waterman(left: Numbers, right: Numbers, columns: int) -> Numbers:
    """Return score, matched, first and last place in a, and in b (less the band's beginning)."""
    rows, count = left.shape
    before = np.zeros((columns + 1, count), np.int64)
    before[:] = _DIFFERS
    best = np.zeros(count, np.int64)
    end = np.zeros((2, count), np.int64)
    names = np.arange(columns, dtype=np.int64)[:, None]
    for row in range(rows):
        cells = np.maximum(before[:columns], row * _ROW + names)
        cells += np.where(left[row] == right[row : row + columns], _AGREES, _DIFFERS)
        np.maximum(cells, before[1:] + _DIFFERS, out=cells)
        for column in range(1, columns):
            np.maximum(cells[column], cells[column - 1] + _DIFFERS, out=cells[column])
        top = cells.max(axis=0)
        better = np.flatnonzero(top > best)
        if len(better):
            best[better] = top[better]
            end[0, better] = row
            end[1, better] = cells[:, better].argmax(axis=0)
        before[:columns] = cells
    a_first = (best >> _COLUMN_BITS) & ((1 << _ROW_BITS) - 1)
    b_first = a_first + (best & (_ROW - 1))
    matched = (best >> (_COLUMN_BITS + _ROW_BITS)) & ((1 << _MATCH_BITS) - 1)
    return np.stack([best // _SCORE, matched, a_first, end[0], b_first, end[0] + end[1]])
