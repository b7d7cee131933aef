"""Links on disk, on their way from the parts that found them to the parts that align them.

A part of the grams gives links of all articles, a part of the alignments takes all links of some
articles. So each file holds one part's links in the order of their later articles' spans. A
database would read all links for each part that takes some.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

Numbers = NDArray[np.int64]

SPANS = 512
"""Spans of about as many articles each."""
_LINK = np.dtype(
    [
        ("a", np.int32), ("b", np.int32), ("a_pos", np.int32), ("b_pos", np.int32),
        ("stock", np.int8), ("same_outlet", np.int8),
    ]
)  # fmt: skip


class LinkSpool:
    """The plan's links between `articles` articles, which have the numbers from 0 on."""

    def __init__(self, folder: Path, articles: int) -> None:
        folder.mkdir(exist_ok=True)
        self._folder = folder
        self._articles = articles

    def write(self, name: str, links: Iterable[pa.RecordBatch]) -> None:
        """Write the links of a part whole or not at all, over those that it wrote before."""
        temporary = self._folder / f"{name}.tmp"
        with temporary.open("wb") as file:
            for batch in links:
                spans = (np.asarray(batch.column("b")) * SPANS // self._articles).astype(np.uint16)
                order = np.argsort(spans, kind="stable")
                rows = np.empty(len(order), _LINK)
                for column in rows.dtype.names or ():
                    rows[column] = np.asarray(batch.column(column))[order]
                bounds = np.append(0, np.cumsum(np.bincount(spans, minlength=SPANS)))
                file.write(bounds.data)
                file.write(rows.data)
        temporary.replace(temporary.with_suffix(".links"))

    def counts(self) -> Numbers:
        """Return how many links each span has."""
        found = np.zeros(SPANS, np.int64)
        for _, _, bounds in self._blocks():
            found += np.diff(bounds)
        return found

    def read(self, begin: int, stop: int) -> pa.Table:
        """Return the links of the spans from `begin` to before `stop`."""
        found = [np.empty(0, _LINK)]
        for file, at, bounds in self._blocks():
            file.seek(at + int(bounds[begin]) * _LINK.itemsize)
            data = file.read(int(bounds[stop] - bounds[begin]) * _LINK.itemsize)
            found.append(np.frombuffer(data, _LINK))
        rows = np.concatenate(found)
        names = rows.dtype.names or ()
        return pa.table({name: np.ascontiguousarray(rows[name]) for name in names})

    def _blocks(self) -> Iterator[tuple[BinaryIO, int, Numbers]]:
        """Yield for each batch its file, the byte there at which its links begin, and the numbers
        of the links with which its spans begin."""
        for path in sorted(self._folder.glob("*.links")):
            with path.open("rb") as file:
                at = 0
                while head := file.read(8 * (SPANS + 1)):
                    bounds = np.frombuffer(head, np.int64)
                    at += len(head)
                    yield file, at, bounds
                    at += int(bounds[-1]) * _LINK.itemsize
                    file.seek(at)
