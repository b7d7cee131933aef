"""Quality: figures stay above their floors, and are counted right."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from benchmarks import (
    alignment_quality,
    extraction_quality,
    figures_quality,
    halves_quality,
    names_quality,
    quality,
    summary_quality,
    voices_quality,
)
from benchmarks.alignment_data import Row, read_set, set_name
from benchmarks.measurement import SHARED, NoDataError, data_files, read_lines
from newsdiff.summary import Length

FLOORS = json.loads(
    Path(quality.__file__).with_name("floors.json").read_text(encoding="utf-8"),
)
PAGES = 30
"""Pages that extraction is measured on, as each takes a process of its own."""
ARTICLES = 60
"""Articles that summaries are measured on: the first ones of the set, which is enough for a floor
and takes seconds."""


def summaries(file: Path) -> dict[str, dict[str, float]]:
    """Return how good our summaries are, and how far ahead of an article's first sentences."""
    pytest.importorskip("rouge_score", reason="rouge-score, of the group bench, is not installed")
    rows = read_lines(file)[:ARTICLES]
    length = Length(sentences=3)
    results = [summary_quality.measure(row, ("news", "lead"), length) for row in rows]
    means = summary_quality.summarized(file.name, ("news", "lead"), results)["methods"]
    gaps = {name: means["news"][name] - means["lead"][name] for name in ("rouge1", "rouge2")}
    return {"news": means["news"], "ahead_of_lead": gaps}


def extraction(file: Path) -> dict[str, Any]:
    """Return how well pages are read, and how far that is ahead of trafilatura's own settings."""
    pytest.importorskip("trafilatura", reason="the extra `web` is not installed")
    rows = read_lines(file)[:PAGES]
    ours, peer = (extraction_quality.measure(rows, name) for name in ("newsdiff", "trafilatura"))
    return {"newsdiff": ours, "ahead_of_trafilatura": ours["f1"] - peer["f1"]}


def names_and_order(file: Path) -> dict[str, Any]:
    """Return how well names are found, and how well they are ranked."""
    rows = read_lines(file)
    return {**names_quality.measure(rows), "salience": names_quality.salience(rows)}


def scanned(file: Path) -> dict[str, Any]:
    """Return how many of the passages that a few articles share a scan of them finds."""
    pytest.importorskip("duckdb", reason="the extra `scan` is not installed")
    from benchmarks import scale

    with TemporaryDirectory() as work:
        return scale.alone(file.parent, Path(work))


MEASURED: dict[str, tuple[str, Callable[[Path], dict[str, Any]]]] = {
    "alignment": ("alignment", lambda file: alignment_quality.measure(read_set(file), {})),
    "extraction": ("pages", extraction),
    "figures": ("alignment", lambda file: figures_quality.measure(read_set(file))),
    "halves": (
        "alignment",
        lambda file: halves_quality.measure(list(halves_quality.read_pairs(file))),
    ),
    "names": ("names", names_and_order),
    "scan": ("corpus", scanned),
    "summary": ("summary", summaries),
    "voices": ("voices", lambda file: voices_quality.measure(read_lines(file))),
}
"""For each measurement the folder of its data, and how one file is measured."""


@pytest.mark.parametrize("name", sorted(MEASURED))
def test_floors(name: str) -> None:
    """A change makes newsdiff's answers worse than they were, and nobody notices."""
    folder, measure = MEASURED[name]
    least, most = FLOORS["at_least"].get(name, {}), FLOORS["at_most"].get(name, {})
    sets = {path.partition("/")[0] for path in (*least, *most)}
    try:
        files = {set_name(file): file for file in data_files(SHARED / "eval" / folder)}
    except NoDataError as error:
        pytest.skip(str(error))
    figures = {name: measure(files[name]) for name in sorted(sets)}
    assert {path: at(figures, path) for path in least if at(figures, path) < least[path]} == {}
    assert {path: at(figures, path) for path in most if at(figures, path) > most[path]} == {}


def at(figures: dict[str, Any], path: str) -> float:
    """Return the figure that a path of keys leads to."""
    found: Any = figures
    for key in path.split("/"):
        found = found[key]
    return float(found)


ROW = Row(
    id="one",
    a=("a", "b"),
    b=("c", "d"),
    gold={(0, 0): "near", (1, 1): None},
    ignore=frozenset({(0, 1)}),
    spans=(),
)
SCORES = {(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.7, (1, 1): 0.6}


def test_counts() -> None:
    """A borderline pair would count, or precision, recall and average precision be wrong."""
    figures = alignment_quality.quality([ROW], [SCORES], 0.65)
    assert (figures["precision"], figures["recall"], figures["f1"]) == (0.5, 0.5, 0.5)
    assert figures["ap"] == pytest.approx((1 + 2 / 3) / 2, abs=1e-6)


def test_best_threshold() -> None:
    """A peer would be given a threshold that suits it less than another one."""
    assert alignment_quality.best_threshold([ROW], [SCORES]) == 0.6


def test_change_one_digit() -> None:
    """A changed figure would be the same one, another sentence would change, or none at all."""
    row = Row("one", ("It cost $250.", "So."), ("Well.", "It cost $250."), {(0, 1): None},
              frozenset(), ())  # fmt: skip
    (change,) = figures_quality._changes(row)
    assert change.row.b[0] == "Well."
    assert sum(x != y for x, y in zip(change.row.b[1], row.b[1], strict=True)) == 1
    assert change.row.b[1][change.place] != row.b[1][change.place]


@pytest.mark.parametrize("name", sorted(quality.MEASUREMENTS))
def test_no_data(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A measurement without data would end in a traceback, or as if all were well."""
    assert quality.main([name, "--data", str(tmp_path)]) == 2
    assert str(tmp_path) in capsys.readouterr().err


def test_agreement() -> None:
    """Words that stand there twice would count once, or an empty text be right."""
    assert extraction_quality.agreement("aab", "ab") == (2 / 3, 1, 4 / 5)
    assert extraction_quality.agreement("", "ab") == (0, 0, 0)
    assert extraction_quality.agreement("", "") == (1, 1, 1)
