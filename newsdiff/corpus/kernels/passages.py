"""Candidates to found passages: the step between two parts of the plan."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from newsdiff.corpus.kernels.alignment import PAD, Stretches, align
from newsdiff.corpus.plan import FOUND

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


def _stretch(side: Stretches, first: Numbers, last: Numbers) -> tuple[Numbers, Stretches]:
    """Return where a candidate's stretch begins in its article, and the stretch: PAD more words
    on both sides."""
    begin = np.maximum(first - PAD, 0)
    stop = np.minimum(last + 1 + PAD, side.length)
    return begin, Stretches(side.values, side.begin + begin, stop - begin)
