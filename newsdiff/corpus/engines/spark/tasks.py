"""What Spark's workers do beside the kernels: functions from record batches to record batches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from newsdiff.corpus import inputs
from newsdiff.corpus.folder import digest
from newsdiff.corpus.intake import Intake, Raw, came_before
from newsdiff.corpus.kernels import batches as kernels
from newsdiff.corpus.kernels.batches import GRAMS, Batches, flat, numbers
from newsdiff.corpus.kernels.grams import grams
from newsdiff.corpus.kernels.repeats import MOST, repeated
from newsdiff.corpus.kernels.terms import Weights
from newsdiff.corpus.tables import ARTICLES, passage_keys

INPUTS = pa.schema([("path", pa.string()), ("size", pa.int64()), ("sha256", pa.string())])
"""The columns of inputs.Input."""

INTAKE = pa.schema([*ARTICLES, ("file", pa.int64()), ("row", pa.int64()), ("reason", pa.string())])
"""Articles with the numbers of their file and row; a row that is none has a reason, and of ARTICLES
its source alone."""

PARTS = pa.schema([("part", pa.int32()), ("grams", pa.binary())])
"""Grams that are on their way to one part, as bytes: a shuffle's costs go by its rows."""

REJECTS = pa.schema([("source", pa.string()), ("line", pa.int64()), ("reason", pa.string())])

DIGESTS = pa.schema([("name", pa.string()), ("rows", pa.int64()), ("digest", pa.string())])

WORDS = pa.schema(
    [("doc", pa.int64()), ("outlet", pa.int64()), ("moment", pa.int64()), ("count", pa.int64())]
    + [(name, pa.binary()) for name in ("words", "starts", "ends")]
)
"""kernels.batches.WORDS with the lists as bytes, four for a number: Spark takes an array apart,
number by number, each time that it passes one on."""

USES = pa.schema([*kernels.USES, ("start", pa.int32()), ("stop", pa.int32())])
"""kernels.batches.USES, and where in the text the term is read first."""

PLACES = tuple(f"{side}_{end}" for side in "ab" for end in ("start", "end"))
"""Of passages: where they begin and end, in characters."""

PLACED = pa.schema(
    [("passage", pa.int64())]
    + [(f"{side}{end}", pa.int64()) for side in "ab" for end in ("", "_start", "_end")]
    + [(n, pa.int64()) for n in ("score", "matched", "grams", "stock", "same_outlet")]
)
"""Passages with their keys."""

ROWS = 500
"""Rows of an input that leave a worker at once."""
CANDIDATES = 20_000
"""Candidates that are aligned at once."""

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Listed:
    """A file by its number among the inputs, and its name as the user would write it."""

    number: int
    name: str


def described_batches(batches: Batches) -> Iterator[pa.RecordBatch]:
    """Yield INPUTS for batches of paths that workers open by themselves."""
    for batch in batches:
        found = [inputs.digested(path) for path in batch.column("path").to_pylist()]
        columns = [[getattr(each, name) for each in found] for name in INPUTS.names]
        yield pa.RecordBatch.from_arrays(
            [pa.array(c, f.type) for c, f in zip(columns, INPUTS, strict=True)], schema=INPUTS
        )


def intake_batches(
    batches: Batches, *, files: Mapping[str, Listed], names: Mapping[str, str]
) -> Iterator[pa.RecordBatch]:
    """Yield INTAKE for batches of files (path, content; without content the worker opens it)."""
    for batch in batches:
        for path, content in zip(*(batch.column(n) for n in ("path", "content")), strict=True):
            file = files[path.as_py()]
            taken: list[dict[str, object]] = []
            for raw in _rows(path.as_py(), file.name, content, names):
                taken.append(_taken(raw, file.number, names))
                if len(taken) == ROWS:
                    yield pa.RecordBatch.from_pylist(taken, schema=INTAKE)
                    taken = []
            yield pa.RecordBatch.from_pylist(taken, schema=INTAKE)


def _rows(
    path: str, name: str, content: pa.BinaryScalar, names: Mapping[str, str]
) -> Iterator[Raw]:
    """Yield a file's rows as inputs.rows does, under the file's name."""
    if not content.is_valid:
        if not Path(path).is_file():
            raise FileNotFoundError(f"a worker does not see {path}; put it where all of them do")
        yield from (_named(raw, path, name) for raw in inputs.rows([path], names))
        return
    with TemporaryDirectory() as folder:
        local = Path(folder, name.rstrip("/").rpartition("/")[2])
        local.write_bytes(content.as_buffer())
        yield from (_named(raw, str(local), name) for raw in inputs.rows([str(local)], names))


def _named(raw: Raw, path: str, name: str) -> Raw:
    """Return a row under its file's name; a file of one article has it as its id, too."""
    fields = raw.fields
    if fields is not None:
        fields = {key: name if value == path else value for key, value in fields.items()}
    return Raw(name, raw.row, fields, raw.reason.replace(path, name))


def _taken(raw: Raw, file: int, names: Mapping[str, str]) -> dict[str, object]:
    # An intake for each row: which of two rows with one id came first is not known here.
    columns, rejects = Intake(names).take([raw])
    numbered: dict[str, object] = {"file": file, "row": raw.row}
    if rejects:
        return {"source": raw.source, "reason": rejects[0].reason, **numbered}
    return {**{name: values[0] for name, values in columns.items()}, **numbered}


def repeat_batches(batches: Batches) -> Iterator[pa.RecordBatch]:
    """Yield REJECTS for articles (source, row, id) whose id came before."""
    for batch in batches:
        reasons = [came_before(name) for name in batch.column("id").to_pylist()]
        yield pa.RecordBatch.from_arrays(
            [batch.column("source"), batch.column("row"), pa.array(reasons, pa.string())],
            schema=REJECTS,
        )


def word_batches(batches: Batches) -> Iterator[pa.RecordBatch]:
    """Yield WORDS for batches of articles (doc, outlet_key, moment, text)."""
    for batch in kernels.word_batches(batches):
        lists = [batch.column(name) for name in ("words", "starts", "ends")]
        counts = pa.array(np.diff(np.asarray(lists[0].offsets)).astype(np.int64))
        columns = [*batch.columns[:3], counts, *map(_packed, lists)]
        yield pa.RecordBatch.from_arrays(columns, schema=WORDS)


def unpacked(batches: Batches) -> Iterator[pa.RecordBatch]:
    """Yield batches with bytes as lists of numbers, as the kernels take them."""
    for batch in batches:
        columns = [
            _unpacked(column) if pa.types.is_binary(column.type) else column
            for column in batch.columns
        ]
        yield pa.RecordBatch.from_arrays(columns, batch.schema.names)


def _packed(lists: pa.ListArray) -> pa.BinaryArray:
    values, offsets = flat(lists)
    buffers = [None, pa.py_buffer((4 * offsets).astype(np.int32)), pa.py_buffer(values)]
    return pa.Array.from_buffers(pa.binary(), len(lists), buffers)


def _unpacked(column: pa.BinaryArray) -> pa.ListArray:
    _, offsets, data = column.buffers()
    chosen = np.frombuffer(offsets, np.int32)[column.offset : column.offset + len(column) + 1]
    values = np.frombuffer(data or b"", np.int32, count=int(chosen[-1]) // 4)
    return pa.ListArray.from_arrays(pa.array(chosen // 4), pa.array(values))


def part_batches(batches: Batches, *, parts: int, sketch: bool) -> Iterator[pa.RecordBatch]:
    """Yield PARTS for batches of WORDS: the grams, parted by their first bits."""
    bits = parts.bit_length() - 1
    for batch in unpacked(batches):
        found = grams(*flat(batch.column("words")), sketch=sketch)
        part = (found.keys.view(np.uint64) >> np.uint64(64 - bits)).astype(np.int32)
        order = np.argsort(part, kind="stable")
        docs = np.stack([np.asarray(batch.column(name)) for name in GRAMS.names[1:4]])
        keys, texts, places = found.keys[order], found.texts[order], found.places[order]
        ends = np.cumsum(np.bincount(part, minlength=parts))
        rows = [
            (number, _parcel(docs, keys[begin:end], texts[begin:end], places[begin:end]))
            for number, (begin, end) in enumerate(zip([0, *ends[:-1]], ends, strict=True))
            if end > begin
        ]
        arrays = [
            pa.array([row[place] for row in rows], field.type) for place, field in enumerate(PARTS)
        ]
        yield pa.RecordBatch.from_arrays(arrays, schema=PARTS)


def gram_batches(batches: Batches, *, same_outlet: bool) -> Iterator[pa.RecordBatch]:
    """Yield GRAMS for PARTS, each part whole: those that two sources have (see kernels.repeats)."""
    gathered: dict[int, list[bytes]] = defaultdict(list)
    for batch in batches:
        for part, packed in zip(*(batch.column(n).to_pylist() for n in PARTS.names), strict=True):
            gathered[part].append(packed)
    while gathered:
        _, pieces = gathered.popitem()
        rows = np.concatenate([_opened(piece) for piece in pieces], axis=1)
        sources = rows[GRAMS.names.index("doc" if same_outlet else "outlet")]
        if rows.shape[1] <= MOST:
            rows = rows[:, repeated(rows[0], sources)]
        yield pa.RecordBatch.from_arrays([pa.array(column) for column in rows], schema=GRAMS)


def _parcel(docs: Numbers, keys: Numbers, texts: Numbers, places: NDArray[np.int32]) -> bytes:
    """Return grams as bytes, 16 for each: the columns of their articles are in front, once."""
    sizes = np.array([docs.shape[1]])
    arrays = (sizes, docs, keys, texts.astype(np.int32), places)
    return b"".join(array.tobytes() for array in arrays)


def _opened(parcel: bytes) -> Numbers:
    """Return the columns of GRAMS that a parcel holds."""
    begin = 8 + 24 * int(np.frombuffer(parcel, np.int64, 1)[0])
    docs = np.frombuffer(parcel[8:begin], np.int64).reshape(3, -1)
    count = (len(parcel) - begin) // 16
    keys = np.frombuffer(parcel, np.int64, count, begin)
    texts, places = np.frombuffer(parcel, np.int32, 2 * count, begin + 8 * count).reshape(2, -1)
    return np.stack([keys, *docs[:, texts], places])


def found_batches(batches: Batches, *, min_words: int) -> Iterator[pa.RecordBatch]:
    """Yield PASSAGES for candidates that carry their words, so many at once as are cheap."""
    return kernels.passage_batches(unpacked(_gathered(batches, CANDIDATES)), min_words)


def _gathered(batches: Batches, rows: int) -> Iterator[pa.RecordBatch]:
    waiting: list[pa.RecordBatch] = []
    count = 0
    for batch in batches:
        waiting.append(batch)
        count += len(batch)
        if count >= rows:
            yield pa.concat_batches(waiting)
            waiting, count = [], 0
    if waiting:
        yield pa.concat_batches(waiting)


def key_batches(batches: Batches) -> Iterator[pa.RecordBatch]:
    """Yield PLACED for passages without their keys; each of PLACES is a list of one number."""
    for batch in unpacked(batches):
        columns = numbers(batch)
        for name in PLACES:
            columns[name] = flat(batch.column(name))[0].astype(np.int64)
        columns["passage"] = passage_keys(columns)
        yield pa.RecordBatch.from_arrays(
            [pa.array(columns[name]) for name in PLACED.names], schema=PLACED
        )


def term_batches(batches: Batches) -> Iterator[pa.RecordBatch]:
    """Yield kernels.batches.TERMS for batches of WORDS."""
    return kernels.term_batches(unpacked(batches))


def profile_batches(batches: Batches, weights: Weights) -> Iterator[pa.RecordBatch]:
    """Yield kernels.batches.PROFILES for batches of WORDS."""
    return kernels.profile_batches(unpacked(batches), weights)


def use_batches(batches: Batches) -> Iterator[pa.RecordBatch]:
    """Yield USES for batches of WORDS."""
    for batch in unpacked(batches):
        (found,) = kernels.use_batches([batch])
        values, offsets = flat(batch.column("words"))
        texts = np.repeat(np.arange(len(batch), dtype=np.int64), np.diff(offsets))
        # Uses are in the order of texts and terms, as unsigned numbers.
        packed = (texts.astype(np.uint64) << np.uint64(32)) | values.view(np.uint32)
        _, firsts = np.unique(packed, return_index=True)
        spans = [pa.array(flat(batch.column(name))[0][firsts]) for name in ("starts", "ends")]
        yield pa.RecordBatch.from_arrays([*found.columns, *spans], schema=USES)


def digest_batches(batches: Batches, *, name: str) -> Iterator[pa.RecordBatch]:
    """Yield DIGESTS, one row for all batches of a table: how many rows, and folder.digest."""
    counts = []

    def counted() -> Iterator[pa.RecordBatch]:
        for batch in batches:
            counts.append(len(batch))
            yield batch

    found = {"name": name, "digest": digest(counted())}
    yield pa.RecordBatch.from_pylist([{**found, "rows": sum(counts)}], schema=DIGESTS)
