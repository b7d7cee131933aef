"""A scan on Spark beside DuckDB, on the same cores: `python benchmarks/spark.py --help`.

Both scan the real 4,000 articles and made-up ones (see scale.py). Spark runs in this machine's
processes, local[cores], in one session; before it is measured it scans a few articles, which starts
its workers and compiles its code. The digests must be equal.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # this checkout, installed or not

from benchmarks.measurement import SHARED, write_report  # noqa: E402  see above
from benchmarks.scale import write_made  # noqa: E402  the same
from newsdiff.corpus.scan import scan  # noqa: E402  the same
from newsdiff.corpus.settings import Resources, Rules  # noqa: E402  the same

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

WARMING = 500
"""Articles of the scan that starts Spark's workers."""


def main(arguments: list[str] | None = None) -> int:
    """Measure, print, write the figures, and return the exit status."""
    parser = argparse.ArgumentParser(
        prog="spark.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--data", type=Path, default=SHARED / "eval", metavar="DIR", help="default: %(default)s"
    )
    parser.add_argument(
        "--sizes",
        default="20000,40000",
        metavar="N,N",
        help="made-up articles, default: %(default)s",
    )
    cores = os.cpu_count() or 1
    parser.add_argument("--cores", type=int, default=cores, help="default: %(default)s")
    parser.add_argument("--memory", default="4g", help="of Spark's driver, default: %(default)s")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there, too")
    options = parser.parse_args(arguments)
    report: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        corpora = {}
        real = options.data / "corpus" / "articles-4k.jsonl.gz"
        if real.is_file():
            corpora["real, 4,000"] = real
        for size in (int(size) for size in options.sizes.split(",") if size):
            corpora[f"made-up, {size:,}"] = work / f"{size}.jsonl"
            write_made(corpora[f"made-up, {size:,}"], size)
        start = time.monotonic()
        session = _session(options.cores, options.memory)
        write_made(work / "warming.jsonl", WARMING)
        _on_spark(work / "warming.jsonl", work / "warmed")
        report["start"] = round(time.monotonic() - start, 1)
        print(f"Spark {session.version}, {options.cores} cores: {report['start']} s to start\n")
        print(f"{'articles':18}{'DuckDB s':>10}{'CPU':>8}{'Spark s':>10}{'CPU':>8}{'times':>8}")
        for number, (name, corpus) in enumerate(corpora.items()):
            report[name] = _beside(name, corpus, work / str(number), options.cores)
        session.stop()
    write_report(options.json, "spark", report, ("pyspark", "duckdb", "pyarrow", "numpy"))
    return 0 if all(row["equal"] for row in report.values() if isinstance(row, dict)) else 1


def _beside(name: str, corpus: Path, out: Path, cores: int) -> dict[str, Any]:
    resources = Resources(threads=cores)

    def here() -> dict[str, Any]:
        return scan([str(corpus)], f"{out}-duckdb", Rules(), resources, names={})

    one, own = _measured(here)
    other, sparks = _measured(lambda: _on_spark(corpus, Path(f"{out}-spark")))
    times = sparks["seconds"] / own["seconds"]
    equal = one["tables"] == other["tables"]
    print(
        f"{name:18}{own['seconds']:10.1f}{own['cpu']:8.1f}{sparks['seconds']:10.1f}"
        f"{sparks['cpu']:8.1f}{times:8.1f}   {'equal' if equal else 'OTHER ROWS'}"
    )
    return {"duckdb": own, "spark": sparks, "times": round(times, 2), "equal": equal}


def _on_spark(corpus: Path, out: Path) -> dict[str, Any]:
    from newsdiff.corpus.engines.spark.run import scan as scan_on_spark  # noqa: PLC0415  an extra

    return scan_on_spark([str(corpus)], str(out), Rules(), engine="spark", names={})


def _measured(work: Callable[[], dict[str, Any]]) -> tuple[dict[str, Any], dict[str, float]]:
    """Return what the work gives, its seconds and its CPU's, those of other processes too."""
    begin, cpu = time.monotonic(), _cpu()
    result = work()
    seconds = time.monotonic() - begin
    return result, {"seconds": round(seconds, 2), "cpu": round(_cpu() - cpu, 2)}


def _cpu() -> float:
    """Return the CPU seconds of this process and of those that it started, still running or not
    (from /proc; where there is none, of this process)."""
    times: dict[int, tuple[int, int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:  # it ended meanwhile
            continue
        times[int(stat.parent.name)] = int(fields[1]), sum(map(int, fields[11:15]))
    if os.getpid() not in times:
        usage = resource.getrusage(resource.RUSAGE_SELF)
        return usage.ru_utime + usage.ru_stime
    ours, before = {os.getpid()}, 0
    while len(ours) > before:
        before = len(ours)
        ours |= {pid for pid, (parent, _) in times.items() if parent in ours}
    return sum(times[pid][1] for pid in ours) / os.sysconf("SC_CLK_TCK")


def _session(cores: int, memory: str) -> SparkSession:
    """Return a session that newsdiff's own takes over."""
    from newsdiff.corpus.engines.spark.session import session  # noqa: PLC0415  an extra

    master = f"--master local[{cores}] --driver-memory {memory} --conf spark.ui.enabled=false"
    os.environ["PYSPARK_SUBMIT_ARGS"] = f"{master} pyspark-shell"
    return session("spark")


if __name__ == "__main__":
    sys.exit(main())
