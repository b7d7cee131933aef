"""Folders and files to rows: JSON lines, Parquet, and every file that `newsdiff read` reads."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsdiff.corpus.intake import COLUMNS, Raw
from newsdiff.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import BinaryIO

LINES = (".jsonl", ".ndjson", ".jsonlines")
COMPRESSED = {".gz": "gzip", ".zst": "zstd"}
PARQUET = (".parquet", ".pq")
MAX_LINE = 50_000_000
"""Bytes of one line; a longer one is no article and is not held in memory."""
_ROWS = 500


@dataclass(frozen=True, slots=True)
class Input:
    """One file: its name as the user would write it, its size, and the SHA-256 of its bytes."""

    path: str
    size: int
    sha256: str


def find(paths: Sequence[str]) -> list[str]:
    """Return the files of these files and folders, each once; a folder's in order of their names.

    Hidden files are left out. Raises InputError for what is not there, and for a folder without
    files.
    """
    files: dict[str, None] = {}
    for name in paths:
        path = Path(name)
        if not path.exists():
            raise InputError("no such file or folder; check the name", name)
        if path.is_dir():
            inside = sorted(_inside(path))
            if not inside:
                raise InputError("holds no files", name)
            files.update(dict.fromkeys(inside))
        else:
            files[str(path)] = None
    return list(files)


def digested(path: str) -> Input:
    """Return a file with its size and digest; raises InputError where it cannot be read."""
    try:
        with Path(path).open("rb") as file:
            return Input(path, Path(path).stat().st_size, file_digest(file, "sha256").hexdigest())
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}", path) from None


def rows(files: Iterable[str], names: Mapping[str, str]) -> Iterator[Raw]:
    """Yield the rows of the files in order; what cannot be read is a row with a reason."""
    import pyarrow as pa  # noqa: PLC0415  an extra

    for path in files:
        kind = _kind(path)
        try:
            if kind == "lines":
                yield from _lines(path)
            elif kind == "parquet":
                yield from _parquet(path, names)
            else:
                yield _article(path, names)
        except (OSError, pa.ArrowException) as error:
            reason = " ".join(str(error).split())[:300]
            yield Raw(path, 0, None, f"cannot be read to its end: {reason}")


def _inside(folder: Path) -> Iterator[str]:
    for root, folders, names in os.walk(folder):  # Path.walk came with Python 3.12
        folders[:] = (name for name in folders if not name.startswith("."))
        yield from (str(Path(root, name)) for name in names if not name.startswith((".", "_")))


def _kind(path: str) -> str:
    endings = [ending.lower() for ending in Path(path).suffixes]
    if endings and endings[-1] in COMPRESSED:
        return "lines"
    if endings and endings[-1] in PARQUET:
        return "parquet"
    return "lines" if endings and endings[-1] in LINES else "article"


def _lines(path: str) -> Iterator[Raw]:
    import pyarrow as pa  # noqa: PLC0415  an extra

    compression = COMPRESSED.get(Path(path).suffix.lower())
    with pa.input_stream(path, compression=compression) as stream:
        for number, line in enumerate(_split(stream), start=1):
            if line is None:
                yield Raw(path, number, None, f"is longer than {MAX_LINE // 10**6} MB")
            elif line.strip():
                yield _json(path, number, line)


def _split(stream: BinaryIO) -> Iterator[bytes | None]:
    """Yield lines; None for one that is too long."""
    rest, long = b"", False
    while chunk := stream.read(1 << 20):
        lines = (rest + chunk).split(b"\n") if not long else chunk.split(b"\n")
        if long and len(lines) > 1:
            yield None
            long = False
            lines = lines[1:]
        elif long:
            continue
        rest = lines.pop()
        yield from lines
        if len(rest) > MAX_LINE:
            rest, long = b"", True
    if long:
        yield None
    elif rest:
        yield rest


def _json(path: str, number: int, line: bytes) -> Raw:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else type(error).__name__
        return Raw(path, number, None, f"is no JSON: {reason}")
    if not isinstance(data, dict):
        return Raw(path, number, None, f"is no object but {type(data).__name__}")
    return Raw(path, number, data)


def _parquet(path: str, names: Mapping[str, str]) -> Iterator[Raw]:
    import pyarrow.parquet as pq  # noqa: PLC0415  an extra

    number = 0
    with pq.ParquetFile(path) as file:
        wanted = {*names.values(), *(name for known in COLUMNS.values() for name in known)}
        columns = [name for name in file.schema_arrow.names if name in wanted]
        for batch in file.iter_batches(_ROWS, columns=columns):
            for fields in batch.to_pylist():
                number += 1
                yield Raw(path, number, fields)


def _article(path: str, names: Mapping[str, str]) -> Raw:
    from newsdiff.reading import read  # noqa: PLC0415  only for files of one article

    try:
        article = read(path)
    except InputError as error:
        return Raw(path, 1, None, error.reason)
    fields: dict[str, Any] = {
        "id": path,
        "text": article.text,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published,
    }
    return Raw(path, 1, {names.get(name, name): value for name, value in fields.items()})
