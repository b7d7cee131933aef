"""The folder that a scan fills: tables as folders of Parquet, a manifest, and what a run that was
stopped left behind."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsdiff.errors import InputError, UsageError

if TYPE_CHECKING:
    import pyarrow as pa

TABLES = ("articles", "passages", "stories", "emphasis", "rejects")
SCHEMA = "newsdiff.scan/1"
MANIFEST = "manifest.json"
STATE = ".scan"


class Folder:
    """A scan's folder, by its path."""

    def __init__(self, path: str) -> None:
        self.path = Path(path)
        self.state = self.path / STATE

    @property
    def finished(self) -> bool:
        """True when a scan ended here."""
        return (self.path / MANIFEST).exists()

    @property
    def unfinished(self) -> bool:
        """True when a scan was begun here and not ended."""
        return (self.state / "plan.json").is_file()

    def begin(self, plan: dict[str, Any], *, resume: bool, add: bool) -> None:
        """Make the folder ready for a scan of this plan: rules, inputs and the like.

        Raises UsageError when it holds something that the scan would spoil, when there is nothing
        to add to, or when a scan that is to be resumed was begun with another plan.
        """
        if self.unfinished:
            self._check(plan, resume=resume)
            return
        if add:
            if not (self.state / "scan.duckdb").is_file():
                raise UsageError(f"{self.path}: its {STATE} folder is gone: scan all articles anew")
            write_json(self.state / "plan.json", plan)
            return
        if self.path.exists() and any(self.path.iterdir()):
            mend = (
                "--add adds to it, another folder takes a new one"
                if self.finished
                else ("name a folder that is new or empty")
            )
            what = "holds a finished scan" if self.finished else "is not empty"
            raise UsageError(f"{self.path}: {what}; {mend}")
        self.state.mkdir(parents=True, exist_ok=True)
        write_json(self.state / "plan.json", plan)

    def _check(self, plan: dict[str, Any], *, resume: bool) -> None:
        if not resume:
            raise UsageError(
                f"{self.path}: holds a scan that was stopped; --resume completes it, "
                "or remove the folder"
            )
        begun = json.loads((self.state / "plan.json").read_text(encoding="utf-8"))
        for name, value in plan.items():
            if begun.get(name) != json.loads(json.dumps(value)):
                raise UsageError(f"{self.path}: was begun with other {name}; give the same again")

    def manifest(self, *, adding: bool = False) -> dict[str, Any]:
        """Return the manifest; raises InputError when there is none that can be read, or when it
        is not that of the tables, as a run that adds to them was stopped."""
        if self.unfinished and not adding:
            raise InputError(
                "holds a scan that was stopped; complete it with scan --resume", str(self.path)
            )
        try:
            path = self.path / MANIFEST
            if path.is_dir():  # as Spark writes to a store of objects
                path = next(path.glob("part-*"), path)
            data = json.loads(path.read_text(encoding="utf-8"))
        except OSError:
            raise InputError("holds no scan; name a scan's folder", str(self.path)) from None
        except ValueError:
            data = None
        if not isinstance(data, dict) or data.get("schema") != SCHEMA:
            raise InputError(f"its {MANIFEST} is none of a scan", str(self.path))
        return data

    def finish(self, manifest: dict[str, Any]) -> None:
        """Write the manifest: from now on the scan is finished."""
        write_json(self.path / MANIFEST, manifest)
        (self.state / "plan.json").unlink(missing_ok=True)

    def table(self, name: str) -> Path:
        """Return the folder of one of TABLES."""
        return self.path / name

    @contextmanager
    def part(self, name: str, number: int, run: int = 0) -> Iterator[Path]:
        """Give a path to write a part of a table to; it gets its name when it is whole. Each run
        that adds articles has numbers of its own."""
        folder = self.table(name)
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"part-{run:03}-{number:05}.parquet"
        temporary = folder / f".{path.name}.tmp"
        try:
            yield temporary
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)

    def clear(self, name: str) -> None:
        """Remove a table."""
        shutil.rmtree(self.table(name), ignore_errors=True)

    def batches(self, name: str, columns: list[str] | None = None) -> Iterator[pa.RecordBatch]:
        """Yield a table's rows, part by part."""
        import pyarrow.parquet as pq  # noqa: PLC0415  an extra

        for path in sorted(self.table(name).glob("*.parquet")):
            with pq.ParquetFile(path) as file:
                yield from file.iter_batches(2000, columns=columns)


def write_json(path: Path, data: dict[str, Any]) -> None:
    """Write data whole or not at all."""
    temporary = path.with_name(f".{path.name}.tmp")
    try:
        temporary.write_text(
            json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def digest(batches: Iterable[pa.RecordBatch]) -> str:
    """Return a digest of rows that depends neither on their order nor on their parts: the sum of
    the rows' own digests."""
    total = 0
    for batch in batches:
        names = sorted(batch.schema.names)
        columns = [batch.column(name).to_pylist() for name in names]
        for row in zip(*columns, strict=True):
            text = json.dumps(row, ensure_ascii=True, separators=(",", ":"))
            total += int.from_bytes(blake2b(text.encode(), digest_size=16).digest(), "big")
    return f"{total % 2**128:032x}"
