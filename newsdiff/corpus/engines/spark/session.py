"""A Spark session: of this machine, of a cluster by Spark's own configuration, or of a server."""

from __future__ import annotations

import os
import shutil
import socket
import sys
import warnings
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newsdiff.errors import NewsdiffError, UsageError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

CONNECT = "sc://"
"""What the address of a Spark Connect server begins with."""
PORT = 15002
"""Of a Spark Connect server whose address tells none."""

_JAVA = "-XX:+UseParallelGC " + " ".join(
    f"-XX:Tier4{name}Threshold={uses}"
    for name, uses in (
        ("Invocation", 50_000), ("MinInvocation", 6_000), ("Compile", 150_000),
        ("BackEdge", 400_000),
    )
)  # fmt: skip
"""Java's best compiler takes what is used ten times as often as usual: Spark makes code for each
query, and a third of all time went into compiling what was hardly used again (10,000 articles). The
collector that takes all processors and stops the rest costs least: of 129 s of CPU it saved 28
(20,000 made-up articles, two cores)."""
_PARTITIONS = "spark.sql.shuffle.partitions"
_SETTINGS = {
    # Joins by hash where a partition's smaller side is no more: no sorting of candidates.
    "spark.sql.adaptive.maxShuffledHashJoinLocalMapThreshold": "64MB",
    # Grams that lie together by gram are not sent around again to lie by gram and outlet.
    "spark.sql.requireAllClusterKeysForCoPartition": "false",
    # So many articles at once stay in a processor's cache; of 10,000, Spark's own number, kernels
    # took a fifth more CPU (20,000 made-up articles).
    "spark.sql.execution.arrow.maxRecordsPerBatch": "1000",
}
"""What suits the plan, unless the user chose otherwise."""


def session(engine: str) -> SparkSession:
    """Return the session of an engine: "spark", or the address of a Spark Connect server.

    Raises UsageError when Java is missing, NewsdiffError when Spark cannot be reached.
    """
    # PySpark tells of every pandas that is newer than itself; no pandas is used here.
    warnings.filterwarnings("ignore", message="PySpark does not yet fully support pandas")
    from pyspark.sql import SparkSession  # noqa: PLC0415  the same

    builder = SparkSession.builder.appName("newsdiff scan")
    if engine.startswith(CONNECT):
        _need_answer(engine)
        builder = builder.remote(engine)
    else:
        _need_java()
        # Workers need what this Python has, newsdiff above all; else they would take any python3.
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        os.environ.setdefault("SPARK_SUBMIT_OPTS", _JAVA)
        builder = builder.config("spark.ui.showConsoleProgress", "false")
        builder = builder.config("spark.log.level", "ERROR")
    try:
        found = builder.getOrCreate()
        found.version  # noqa: B018  the first call that reaches a server
    except failures() as error:
        raise NewsdiffError(f"Spark does not start: {reason(error)}", engine) from error
    _fit(found)
    return found


def _fit(spark: SparkSession) -> None:
    """Set what nobody chose: what suits the plan, and, where the work is this machine's alone, a
    number of partitions that fits its processors; Spark's own 200 are for a cluster."""
    if not hasattr(spark, "sparkContext"):  # a Connect server chooses by itself
        return
    settings = dict(_SETTINGS)
    if spark.sparkContext.master.startswith("local"):
        settings[_PARTITIONS] = str(4 * spark.sparkContext.defaultParallelism)
    chosen = spark.sparkContext.getConf()
    for name, value in settings.items():
        if not chosen.contains(name):
            spark.conf.set(name, value)


def failures() -> tuple[type[Exception], ...]:
    """Return what is raised when Spark fails: its own errors, those of its Java, and lost disks."""
    from pyspark.errors import PySparkException  # noqa: PLC0415  an extra

    try:
        from py4j.protocol import Py4JError  # noqa: PLC0415  the same
    except ModuleNotFoundError:  # the client of a Connect server alone
        return PySparkException, OSError
    return PySparkException, Py4JError, OSError


def reason(error: Exception) -> str:
    """Return in one line why Spark failed; of an error in a worker, the line that names it."""
    lines = [
        line.strip().removeprefix(": ").removeprefix("Caused by: ")
        for line in str(error).splitlines()
        if line.strip()
    ]
    named = [line for line in lines if line.partition(":")[0].endswith(("Error", "Exception"))]
    line = (named or lines or [type(error).__name__])[-1 if named else 0]
    return line[:300]


def _need_answer(address: str) -> None:
    """Raise NewsdiffError when nobody listens there: the client would try for minutes."""
    try:
        parts = urlsplit(address.partition("/;")[0])
        host, port = parts.hostname or "localhost", parts.port or PORT
        socket.create_connection((host, port), timeout=10).close()
    except (OSError, ValueError) as error:
        mend = "start a Spark Connect server there, or mend the address"
        raise NewsdiffError(f"does not answer: {error}; {mend}", address) from None


def _need_java() -> None:
    home = os.environ.get("JAVA_HOME")
    found = Path(home, "bin", "java").is_file() if home else shutil.which("java")
    if not found:
        raise UsageError(
            "--engine spark needs Java 17 or later, and JAVA_HOME where it is not on the PATH; "
            "--engine sc://HOST needs none"
        )
