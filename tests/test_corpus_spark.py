"""A scan on Spark: real clusters on loopback, held against the embedded engine."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from corpus_articles import articles, vocabulary, write_jsonl
from spark_cluster import ENVIRONMENT, connect_server, executors, standalone

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

    from newsdiff.corpus.progress import Step

MISSING = [
    name
    for name, found in (
        ("pyarrow", find_spec("pyarrow")),
        ("pyspark", find_spec("pyspark")),
        ("Java", shutil.which("java")),
    )
    if not found
]
# Where Spark must be tested (see .ci/run) its absence is a failure.
NEEDED = bool(os.environ.get("NEWSDIFF_NEEDS_SPARK"))

pytestmark = [
    pytest.mark.skipif(bool(MISSING) and not NEEDED, reason=f"no {', '.join(MISSING)} here"),
    # One cluster for all of them, also where tests run in several processes.
    pytest.mark.xdist_group("spark"),
]

Manifest = dict[str, Any]


def told_by_three() -> list[dict[str, str]]:
    """Return articles on four events by three outlets each, who stress other words of theirs."""
    chance = random.Random(4)
    known = vocabulary(700, chance)[300:]
    rows = []
    for event in range(4):
        words = known[event * 40 : event * 40 + 40]
        for outlet in range(3):
            stressed = [words[outlet]] * 9 + [words[39]] * 3 * (outlet > 0)
            text = words[:39] * 2 + stressed + chance.choices(known[160:], k=30)
            chance.shuffle(text)
            rows.append(
                {
                    "id": f"event{event}-{outlet}",
                    "outlet": f"Outlet {outlet}",
                    "published": f"2031-05-{10 + event}",
                    "text": " ".join(text),
                }
            )
    return rows


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of articles: lines, compressed lines, Parquet, a text, and what is none."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    folder = tmp_path_factory.mktemp("corpus") / "news of may"
    folder.mkdir()
    rows = [{**row, "outlet": f"Outlet {number % 7}"} for number, row in enumerate(articles(240))]
    rows = [{name: row[name] for name in row if name != "url"} for row in rows]
    rows += told_by_three()
    broken = [{"id": "empty", "text": " "}, {"title": "no text"}, ["no", "object"], rows[3]]
    write_jsonl(folder / "a.jsonl", [*rows[:100], *broken])
    with pa.output_stream(folder / "b.jsonl.zst", compression="zstd") as stream:
        stream.write("".join(json.dumps(row) + "\n" for row in rows[100:160]).encode())
    pq.write_table(pa.Table.from_pylist(rows[160:]), folder / "c.parquet")
    (folder / "d.txt").write_text(rows[5]["text"], encoding="utf-8")
    (folder / "e.jsonl").write_bytes(b'{"id": "\xff"}\n\n{"id": 1, "text": "A word or two."}\n{')
    return folder


@pytest.fixture(scope="module")
def expected(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Manifest:
    """Return what the embedded engine makes of the corpus."""
    from newsdiff.corpus.scan import scan
    from newsdiff.corpus.settings import Resources, Rules

    out = str(tmp_path_factory.mktemp("duckdb") / "out")
    manifest = scan([str(corpus)], out, Rules(), Resources(), names={})
    assert min(manifest["tables"][name]["rows"] for name in manifest["tables"]) > 0
    return manifest


@pytest.fixture(scope="module")
def workers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[int]]]:
    """Start a cluster of two workers."""
    with standalone(tmp_path_factory.mktemp("cluster")) as started:
        yield started


@pytest.fixture(scope="module")
def spark(workers: tuple[str, list[int]]) -> Iterator[SparkSession]:
    """Return a session on the cluster, which a scan takes as its own."""
    from pyspark.sql import SparkSession

    patch = pytest.MonkeyPatch()
    for name, value in ENVIRONMENT.items():
        patch.setenv(name, value)
    builder = SparkSession.builder.master(workers[0]).config("spark.ui.enabled", "false")
    for name, value in {
        "spark.executor.memory": "512m",
        "spark.sql.shuffle.partitions": "3",
        "spark.log.level": "ERROR",
        "spark.ui.showConsoleProgress": "false",
    }.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    yield session
    session.stop()
    patch.undo()


def on_spark(corpus: Path, out: Path, **options: Any) -> Manifest:
    """Scan on the session that is there."""
    from newsdiff.corpus.engines.spark.run import scan
    from newsdiff.corpus.settings import Rules

    return scan([str(corpus)], str(out), Rules(), engine="spark", names={}, **options)


def told(manifest: Manifest) -> Manifest:
    """Return what may not depend on the engine."""
    return {name: manifest[name] for name in ("rules", "inputs", "counts", "tables")}


@pytest.mark.usefixtures("spark")
def test_spark_gives_the_rows_of_the_embedded_engine(
    corpus: Path, expected: Manifest, tmp_path: Path
) -> None:
    """A researcher who moves to a cluster would get other passages, stories or rejects."""
    assert told(on_spark(corpus, tmp_path / "out")) == told(expected)
    from newsdiff.corpus.collection import Collection
    from newsdiff.corpus.folder import Folder, digest

    for name, table in expected["tables"].items():
        assert digest(Folder(str(tmp_path / "out")).batches(name)) == table["digest"]
    assert len(Collection(str(tmp_path / "out")).rows("FROM passages")) > 0
    assert not (tmp_path / "out" / ".scan").exists()


def test_partitions_and_a_killed_executor_change_no_row(
    corpus: Path,
    expected: Manifest,
    spark: SparkSession,
    workers: tuple[str, list[int]],
    tmp_path: Path,
) -> None:
    """Rows that a lost worker held would come twice, or be gone, or come out otherwise."""
    worker = workers[1][0]
    before = executors(worker)
    killed: list[int] = []

    def kill() -> None:
        tracker = spark.sparkContext.statusTracker()
        while not killed:
            stages = [tracker.getStageInfo(number) for number in tracker.getActiveStageIds()]
            if any(stage and stage.numActiveTasks for stage in stages):
                for pid in executors(worker):
                    os.kill(pid, 9)
                    killed.append(pid)
            time.sleep(0.01)

    def tell(step: Step) -> None:
        if step.done == 5:
            threading.Thread(target=kill, daemon=True).start()

    spark.conf.set("spark.sql.shuffle.partitions", "7")
    spark.conf.set("spark.sql.adaptive.enabled", "false")
    assert told(on_spark(corpus, tmp_path / "out", tell=tell)) == told(expected)
    assert set(killed) == before
    assert not executors(worker) & before


@pytest.mark.usefixtures("spark")
def test_a_run_that_was_stopped_is_completed(corpus: Path, tmp_path: Path) -> None:
    """A driver that was lost after hours would have to begin anew, or give other rows. All is
    named by URLs here, so Spark alone reads and writes."""
    from newsdiff.corpus.engines.spark.run import scan
    from newsdiff.corpus.folder import Folder
    from newsdiff.corpus.scan import scan as scan_here
    from newsdiff.corpus.settings import Resources, Rules
    from newsdiff.errors import UsageError

    files = [str(corpus / name) for name in ("a.jsonl", "b.jsonl.zst", "c.parquet")]
    expected = scan_here(files, str(tmp_path / "duckdb"), Rules(), Resources(), names={})
    out = tmp_path / "out of spark"

    def again(rules: Rules, **options: Any) -> Manifest:
        urls = [f"file://{path}" for path in files]
        return scan(urls, f"file://{out}", rules, engine="spark", names={}, **options)

    class StoppedError(Exception):
        pass

    def stop(step: Step) -> None:
        if step.done == 4:
            raise StoppedError

    with pytest.raises(StoppedError):
        again(Rules(), tell=stop)
    with pytest.raises(UsageError, match="--resume completes it"):
        again(Rules())
    with pytest.raises(UsageError, match="was begun with another"):
        again(Rules(within=3), resume=True)
    kept = sorted((out / "articles").iterdir())
    manifest = again(Rules(), resume=True)
    assert sorted((out / "articles").iterdir()) == kept
    assert manifest["counts"] == expected["counts"]
    for name in ("passages", "stories", "emphasis"):
        assert manifest["tables"][name] == expected["tables"][name]
    assert Folder(str(out)).manifest() == manifest
    with pytest.raises(UsageError, match="holds a finished scan"):
        again(Rules())


def test_a_connect_server_gives_the_same_rows(
    corpus: Path, expected: Manifest, tmp_path: Path
) -> None:
    """Databricks serverless and the like would give other rows than a desk."""
    with connect_server(tmp_path) as address:
        run = command([str(corpus), "-o", str(tmp_path / "out"), "--engine", address], {})
    assert run.returncode == 0, run.stderr
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    assert told(manifest) == told(expected)


def command(arguments: list[str], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run newsdiff scan."""
    return subprocess.run(
        [sys.executable, "-m", "newsdiff", "scan", *arguments],
        env={**os.environ, **environment}, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "environment", "said"),
    [
        (["--engine", "spark"], {"JAVA_HOME": "/nowhere"}, "needs Java 17 or later"),
        (["--engine", "sc://127.0.0.1:1"], {}, "sc://127.0.0.1:1: does not answer"),
        (["--engine", "hadoop"], {}, "'hadoop' is none of duckdb, spark, sc://HOST"),
        (["--engine", "spark", "--threads", "2"], {}, "--threads and --temp are for duckdb"),
        (["--engine", "spark", "--add"], {}, "--add is for duckdb"),
    ],
)
def test_what_spark_cannot_do_is_told_in_a_line(
    corpus: Path, tmp_path: Path, arguments: list[str], environment: dict[str, str], said: str
) -> None:
    """A stack of Java lines would tell nobody what to install."""
    run = command([str(corpus), "-o", str(tmp_path / "out"), *arguments], environment)
    assert run.returncode == 2
    assert said in run.stderr
    assert run.stderr.count("\n") == 1
