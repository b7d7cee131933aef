"""The tables that a scan gives, column by column."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from newsdiff.corpus.kernels.hashing import mixed

ARTICLES = pa.schema(
    [
        ("id", pa.string()), ("doc", pa.int64()), ("outlet", pa.string()),
        ("outlet_key", pa.int64()), ("published", pa.string()), ("moment", pa.int64()),
        ("title", pa.string()), ("url", pa.string()), ("source", pa.string()),
        ("text", pa.string()),
    ]
)  # fmt: skip
"""`doc` and `outlet_key` are numbers made of `id` and `outlet`; `moment` is `published` in seconds
since 1970 (UTC), or plan.UNDATED."""


def passage_keys(columns: dict[str, NDArray[np.int64]]) -> NDArray[np.int64]:
    """Return a number of 60 bits for each passage, made of its articles and where it begins."""
    key = np.zeros(len(columns["a"]), np.uint64)
    for name in ("a", "b", "a_start", "b_start"):
        key = mixed(key + columns[name].view(np.uint64))
    return (key >> np.uint64(4)).view(np.int64)
