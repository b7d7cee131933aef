"""Candidates to found passages: the step between two parts of the plan.

`find` works on arrays; `find_in_batches` is the same for engines that send record batches.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from newsdiff.corpus.kernels.alignment import PAD, Stretches, align
from newsdiff.corpus.plan import FOUND

if TYPE_CHECKING:
    import pyarrow as pa

Numbers = NDArray[np.int64]
Columns = dict[str, Numbers]

_CARRIED = ("a", "b", "grams", "stock", "same_outlet")


def find(candidates: Columns, a: Stretches, b: Stretches, min_words: int) -> Columns:
    """Return the passages that candidates hold, with the columns of plan.FOUND.

    `a` and `b` tell for each candidate where its two articles' words stand: article a's word
    number w is `a.values[a.begin + w]`, and `a.length` is how many words it has. Passages that
    score less than `min_words` are left out.
    """
    a_begin, left = _stretch(a, candidates["a_from"], candidates["a_to"])
    b_begin, right = _stretch(b, candidates["b_from"], candidates["b_to"])
    shift = a_begin - b_begin
    result = align(left, right, candidates["low"] + shift, candidates["high"] + shift, min_words)
    kept = np.flatnonzero(result.score >= min_words)
    found = {name: candidates[name][kept] for name in _CARRIED}
    found["a_first"] = (result.a_first + a_begin)[kept]
    found["a_last"] = (result.a_last + a_begin)[kept]
    found["b_first"] = (result.b_first + b_begin)[kept]
    found["b_last"] = (result.b_last + b_begin)[kept]
    found["score"] = result.score[kept]
    found["matched"] = result.matched[kept]
    return {name: found[name] for name in FOUND}


def find_in_batches(
    batches: Iterable[pa.RecordBatch], min_words: int
) -> Iterator[pa.RecordBatch]:
    """Yield what `find` finds in batches of candidates that carry their articles' words.

    Beside the columns of plan.candidates() they have, for a and likewise for b, `a_words` (a list
    of hashes that holds the words from `a_from` - PAD to `a_to` + PAD, as far as there are any),
    `a_offset` (the number of its first word in the article) and `a_length` (words of the article).
    """
    import pyarrow as pa  # noqa: PLC0415  an extra

    for batch in batches:
        columns = numbers(batch)
        sides = [_carried(batch, columns, side) for side in "ab"]
        found = find(columns, *sides, min_words)
        yield pa.RecordBatch.from_pydict({name: pa.array(found[name]) for name in FOUND})


def numbers(batch: pa.RecordBatch | pa.Table) -> Columns:
    """Return the columns of integers as arrays of 64 bits, by name."""
    import pyarrow as pa  # noqa: PLC0415  an extra

    return {
        field.name: np.asarray(batch.column(place)).astype(np.int64, copy=False)
        for place, field in enumerate(batch.schema)
        if pa.types.is_integer(field.type)
    }


def _carried(batch: Any, columns: Columns, side: str) -> Stretches:  # noqa: ANN401  a RecordBatch
    lists = batch.column(f"{side}_words")
    offsets = np.asarray(lists.offsets).astype(np.int64)[:-1]
    values = np.asarray(lists.values).astype(np.int32, copy=False)
    return Stretches(values, offsets - columns[f"{side}_offset"], columns[f"{side}_length"])


def _stretch(side: Stretches, first: Numbers, last: Numbers) -> tuple[Numbers, Stretches]:
    """Return where a candidate's stretch begins in its article, and the stretch: PAD more words
    on both sides."""
    begin = np.maximum(first - PAD, 0)
    stop = np.minimum(last + 1 + PAD, side.length)
    return begin, Stretches(side.values, side.begin + begin, stop - begin)
