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
_SHORT = 64
"""Words of a stretch that is looked at before it is aligned; nearly all are shorter (PAD)."""
_AT_ONCE = 4096
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
    `high` (place in b less place in a). Candidates that do not score `least` get score 0."""
    found = np.zeros((6, len(low)), np.int64)
    low = low - SLACK
    widest = len(BANDS) - 1
    width = BANDS[np.minimum(np.searchsorted(BANDS, high + SLACK - low + 1), widest)]
    hopeful = _hopeful(a, b, low, width, least)
    for batch in _batches(a.length[hopeful], width[hopeful]):
        chosen = hopeful[batch]
        rows, columns = int(a.length[chosen].max()), int(width[chosen[0]])
        left = _matrix(a, chosen, np.zeros(len(chosen), np.int64), rows, _A_BEYOND)
        right = _matrix(b, chosen, low[chosen], rows + columns, _B_BEYOND)
        values = _smith_waterman(left, right, columns)
        values[4:] += low[chosen]
        found[:, chosen] = np.where(values[0] >= least, values, 0)
    return Alignments(*found)


def _hopeful(a: Stretches, b: Stretches, low: Numbers, width: Numbers, least: int) -> Numbers:
    """Return the candidates that may score `least`: a row's word adds 1 at most where it has its
    like in the band, and takes 1 where it has none, so no alignment beats the best run of rows.

    What lies behind a stretch's end is taken for a part of it, which can only raise hopes. Long
    stretches and wide bands are few; they are all hoped for.
    """
    columns = int(BANDS[0])
    band = b.begin + low
    known = (width == columns) & (a.length <= _SHORT) & (band >= 0)
    known &= a.begin + _SHORT <= len(a.values)
    known &= band + _SHORT + columns <= len(b.values)
    short = np.flatnonzero(known)
    short = short[np.argsort(a.length[short].astype(np.uint8), kind="stable")]
    for begin in range(0, len(short), _AT_ONCE):
        chosen = short[begin : begin + _AT_ONCE]
        rows = int(a.length[chosen[-1]])
        left = _laid(a.values, a.begin[chosen], rows)
        right = _laid(b.values, band[chosen], rows + columns - 1)
        alike = left == right[:rows]
        for column in range(1, columns):
            alike |= left == right[column : column + rows]
        known[chosen] = _best_runs(alike) < least
    return np.flatnonzero(~known)


def _laid(values: NDArray[np.int32], begin: Numbers, rows: int) -> NDArray[np.int32]:
    """Return the words from these places on, as rows × places."""
    windows = np.lib.stride_tricks.sliding_window_view(values, rows)
    return np.ascontiguousarray(windows[begin].T)


def _best_runs(alike: NDArray[np.bool_]) -> NDArray[np.int8]:
    """Return for each column the greatest sum of rows on end: 1 for what is so, -1 for what not."""
    best = run = np.zeros(alike.shape[1], np.int8)
    for step in alike.astype(np.int8) * np.int8(2) - np.int8(1):
        run = np.maximum(run, 0) + step
        best = np.maximum(best, run)
    return best


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
