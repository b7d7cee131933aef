"""The kernels on record batches, as engines call them: DuckDB in this process, Spark through
`mapInArrow`. Each is a function from batches to batches that looks at one row at a time, so it
does not matter how the rows are parted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from newsdiff.corpus.kernels.alignment import Stretches
from newsdiff.corpus.kernels.grams import grams
from newsdiff.corpus.kernels.passages import Columns, find
from newsdiff.corpus.kernels.terms import Weights, evidence, profiles, uses
from newsdiff.corpus.kernels.words import words
from newsdiff.corpus.plan import FOUND

Batches = Iterable[pa.RecordBatch]

WORDS = pa.schema(
    [
        ("doc", pa.int64()), ("outlet", pa.int64()), ("moment", pa.int64()),
        ("words", pa.list_(pa.int32())), ("starts", pa.list_(pa.int32())),
        ("ends", pa.list_(pa.int32())),
    ]
)  # fmt: skip
"""An article's words: their hashes, and their places in its text."""

GRAMS = pa.schema(
    [
        ("gram", pa.int64()), ("doc", pa.int64()), ("outlet", pa.int64()),
        ("moment", pa.int64()), ("pos", pa.int64()),
    ]
)  # fmt: skip
"""The table `grams` of the plan."""

PASSAGES = pa.schema([(name, pa.int64()) for name in FOUND])
"""The tables `found` and `passages` of the plan."""

TERMS = pa.schema([("term", pa.int32()), ("articles", pa.int64())])
"""The table `terms` of the plan: how many articles of a batch use a word."""

PROFILES = pa.schema(
    [
        ("doc", pa.int64()), ("moment", pa.int64()), ("term", pa.int32()),
        ("weight", pa.int64()), ("place", pa.int64()),
    ]
)  # fmt: skip
"""The table `profiles` of the plan: an article's weightiest terms, `place` 0 the weightiest."""

USES = pa.schema([("doc", pa.int64()), ("term", pa.int32()), ("uses", pa.int64())])
"""The table `uses` of the plan: how often an article uses a word."""


def word_batches(batches: Batches) -> Iterator[pa.RecordBatch]:
    """Yield WORDS for batches of articles (doc, outlet_key, moment, text)."""
    for batch in batches:
        found = words(batch.column("text").to_pylist())
        offsets = pa.array(found.offsets.astype(np.int32))
        lists = [
            pa.ListArray.from_arrays(offsets, pa.array(values))
            for values in (found.hashes, found.starts, found.ends)
        ]
        named = [batch.column(name) for name in ("doc", "outlet_key", "moment")]
        yield pa.RecordBatch.from_arrays([*named, *lists], schema=WORDS)


def gram_batches(batches: Batches, *, sketch: bool) -> Iterator[pa.RecordBatch]:
    """Yield GRAMS for batches of WORDS."""
    for batch in batches:
        values, offsets = flat(batch.column("words"))
        found = grams(values, offsets, sketch=sketch)
        carried = [np.asarray(batch.column(name))[found.texts] for name in GRAMS.names[1:4]]
        arrays = [found.keys, *carried, found.places.astype(np.int64)]
        yield pa.RecordBatch.from_arrays([pa.array(each) for each in arrays], schema=GRAMS)


def term_batches(batches: Batches) -> Iterator[pa.RecordBatch]:
    """Yield TERMS for batches of WORDS."""
    for batch in batches:
        terms, articles = np.unique(uses(*flat(batch.column("words"))).terms, return_counts=True)
        yield pa.RecordBatch.from_arrays([pa.array(terms), pa.array(articles)], schema=TERMS)


def profile_batches(batches: Batches, weights: Weights) -> Iterator[pa.RecordBatch]:
    """Yield PROFILES for batches of WORDS; the weights are worked out once, for all articles."""
    for batch in batches:
        found = profiles(uses(*flat(batch.column("words"))), weights)
        carried = [np.asarray(batch.column(name))[found.texts] for name in ("doc", "moment")]
        arrays = [*carried, found.terms, found.weights, found.ranks]
        yield pa.RecordBatch.from_arrays([pa.array(each) for each in arrays], schema=PROFILES)


def use_batches(batches: Batches) -> Iterator[pa.RecordBatch]:
    """Yield USES for batches of WORDS."""
    for batch in batches:
        found = uses(*flat(batch.column("words")))
        arrays = [np.asarray(batch.column("doc"))[found.texts], found.terms, found.counts]
        yield pa.RecordBatch.from_arrays([pa.array(each) for each in arrays], schema=USES)


def evidence_batches(batches: Batches) -> Iterator[pa.RecordBatch]:
    """Yield batches of plan.emphasis() with `g2`, in hundredths, behind the other columns."""
    for batch in batches:
        columns = numbers(batch)
        names = ("here", "elsewhere", "words", "words_elsewhere")
        g2 = evidence(*(columns[name] for name in names))
        yield batch.append_column("g2", pa.array(g2))


def passage_batches(batches: Batches, min_words: int) -> Iterator[pa.RecordBatch]:
    """Yield PASSAGES for batches of candidates that carry their articles' words.

    Beside the columns of plan.candidates() they have, for a and likewise for b: `a_words`, a list
    of hashes that holds the words from `a_from` - PAD to `a_to` + PAD, as far as there are any;
    `a_offset`, the number of its first word in the article; `a_length`, the article's words.
    """
    for batch in batches:
        columns = numbers(batch)
        a, b = (_carried(batch, columns, side) for side in "ab")
        found = find(columns, a, b, min_words)
        arrays = [pa.array(found[name]) for name in PASSAGES.names]
        yield pa.RecordBatch.from_arrays(arrays, schema=PASSAGES)


def numbers(batch: pa.RecordBatch | pa.Table) -> Columns:
    """Return the columns of integers as arrays of 64 bits, by name."""
    return {
        field.name: np.asarray(batch.column(place)).astype(np.int64, copy=False)
        for place, field in enumerate(batch.schema)
        if pa.types.is_integer(field.type)
    }


def flat(lists: Any) -> tuple[NDArray[np.int32], NDArray[np.int64]]:  # noqa: ANN401  a ListArray
    """Return the values of a column of lists, one list after the other, and where each begins."""
    offsets = np.asarray(lists.offsets).astype(np.int64)
    values = np.asarray(lists.values)[offsets[0] : offsets[-1]]
    return values.astype(np.int32, copy=False), offsets - offsets[0]


def _carried(batch: pa.RecordBatch, columns: Columns, side: str) -> Stretches:
    values, offsets = flat(batch.column(f"{side}_words"))
    begin = offsets[:-1] - columns[f"{side}_offset"]
    return Stretches(values, begin, columns[f"{side}_length"])
