"""newsdiff.corpus.engines.spool: links between two stages of a scan."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

pa = pytest.importorskip("pyarrow", reason="newsdiff[scan] is not installed")

from newsdiff.corpus.engines.spool import SPANS, LinkSpool  # noqa: E402  an extra

NAMES = ("a", "b", "a_pos", "b_pos", "stock", "same_outlet")


def test_each_link_comes_back_once_with_all_of_its_later_articles(tmp_path: Path) -> None:
    """A link lost is a passage lost; one in another part than its pair's is a passage cut."""
    chance = np.random.default_rng(3)
    rows = np.sort(chance.integers(0, 2, (4, 3000, 6)) + chance.integers(0, 1500, (4, 3000, 1)))
    rows[:, :, 4:] %= 2
    spool = LinkSpool(tmp_path / "links", 1501)
    for name, batches in (("0", rows[:1]), ("1", rows[1:3]), ("1", rows[2:])):
        links = [pa.RecordBatch.from_arrays(list(map(pa.array, b.T)), NAMES) for b in batches]
        spool.write(name, links)
    kept = np.concatenate([rows[0], rows[2], rows[3]])
    assert int(spool.counts().sum()) == len(kept)
    bounds = [0, 3, 4, 200, SPANS]
    parts = [spool.read(*span) for span in pairwise(bounds)]
    got = [row for part in parts for row in zip(*(part[n].to_pylist() for n in NAMES), strict=True)]
    assert sorted(got) == sorted(map(tuple, kept.tolist()))
    seen = [set(part["b"].to_pylist()) for part in parts]
    assert sum(map(len, seen)) == len(set().union(*seen))
