"""A Spark cluster of its own processes on loopback, to be started, hurt and stopped by a test."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

START = 120
"""Seconds that a process of Spark may take to say that it is there."""


@contextmanager
def process(
    command: list[str], log: Path, ready: str, environment: Mapping[str, str]
) -> Iterator[tuple[int, re.Match[str]]]:
    """Run a command until the block ends; give its number, and what it said when it was ready."""
    with log.open("w", encoding="utf-8") as file:
        started = subprocess.Popen(
            command, stdout=file, stderr=subprocess.STDOUT, env={**os.environ, **environment},
            start_new_session=True,
        )  # fmt: skip
    try:
        yield started.pid, _said(started, log, ready)
    finally:
        # The workers' executors are of its session, too.
        os.killpg(started.pid, signal.SIGTERM)
        try:
            started.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(started.pid, signal.SIGKILL)
            started.wait()


def _said(started: subprocess.Popen[bytes], log: Path, ready: str) -> re.Match[str]:
    end = time.monotonic() + START
    while time.monotonic() < end and started.poll() is None:
        if found := re.search(ready, log.read_text(encoding="utf-8")):
            return found
        time.sleep(0.1)
    raise RuntimeError(f"Spark did not start:\n{log.read_text(encoding='utf-8')[-3000:]}")


def spark_class() -> str:
    """Return the script of PySpark that starts a part of a cluster."""
    import pyspark

    return str(Path(pyspark.__file__).parent / "bin" / "spark-class")


ENVIRONMENT = {
    "SPARK_LOCAL_IP": "127.0.0.1",
    "PYSPARK_PYTHON": sys.executable,
    # Workers find newsdiff where these tests do.
    "PYTHONPATH": str(Path(__file__).parents[1]),
}


@contextmanager
def standalone(folder: Path, workers: int = 2) -> Iterator[tuple[str, list[int]]]:
    """Start a master and workers of one core each; give the master's address and the workers'
    processes."""
    package = "org.apache.spark.deploy"
    with ExitStack() as stack:
        command = [spark_class(), f"{package}.master.Master", "--host", "127.0.0.1"]
        _, said = stack.enter_context(
            process(
                [*command, "--port", "0", "--webui-port", "0"], folder / "master.log",
                r"Starting Spark master at (spark://\S+)", ENVIRONMENT,
            )
        )  # fmt: skip
        pids = []
        for number in range(workers):
            command = [spark_class(), f"{package}.worker.Worker", "--host", "127.0.0.1"]
            sizes = ["--cores", "1", "--memory", "1g", "--webui-port", "0"]
            pid, _ = stack.enter_context(
                process(
                    [*command, *sizes, "--work-dir", str(folder / f"work{number}"), said[1]],
                    folder / f"worker{number}.log", r"Successfully registered with master",
                    ENVIRONMENT,
                )
            )  # fmt: skip
            pids.append(pid)
        yield said[1], pids


@contextmanager
def connect_server(folder: Path) -> Iterator[str]:
    """Start Spark's own Connect server; give its address."""
    command = [spark_class(), "org.apache.spark.deploy.SparkSubmit"]
    settings = {
        "spark.connect.grpc.binding.address": "127.0.0.1",
        "spark.connect.grpc.binding.port": "0",
        "spark.sql.shuffle.partitions": "3",
        "spark.ui.enabled": "false",
    }
    for name, value in settings.items():
        command += ["--conf", f"{name}={value}"]
    command += ["--master", "local[2]"]
    server = "org.apache.spark.sql.connect.service.SparkConnectServer"
    command += ["--class", server, "spark-internal"]
    ready = r"Spark Connect server started at: \S*?:(\d+)"
    with process(command, folder / "connect.log", ready, ENVIRONMENT) as (_, said):
        yield f"sc://127.0.0.1:{said[1]}"


def executors(worker: int) -> set[int]:
    """Return the executors that a worker has started: those of its children that are executors."""
    found = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(stat.read_text(encoding="utf-8").rpartition(")")[2].split()[1])
            command = stat.with_name("cmdline").read_bytes()
        except OSError:  # it ended meanwhile
            continue
        if parent == worker and b"CoarseGrainedExecutorBackend" in command:
            found.add(int(stat.parent.name))
    return found
