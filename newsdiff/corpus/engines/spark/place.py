"""The folder of a scan on Spark: on a disk that this process and all workers see, or a URL that
only Spark reads and writes."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsdiff.corpus.folder import MANIFEST, STATE, write_json
from newsdiff.errors import UsageError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,20}:")
_HEAD = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,20}:(?://[^/]*)?")
_PLAN = f"{STATE}/plan.json"


def is_url(path: str) -> bool:
    """Return True for s3a://…, hdfs://…, dbfs:/… and the like."""
    return _URL.match(path) is not None


def below(root: str, address: str) -> str:
    """Return the name of a file that Spark listed at `address`, below a folder as it was named.

    >>> below("s3a://bucket/news/", "s3a://bucket/news/may/c.jsonl")
    's3a://bucket/news/may/c.jsonl'
    >>> below("file:///news", "file:/news/c.jsonl"), below("hdfs:///m*/", "hdfs://host/may/c.jsonl")
    ('file:///news/c.jsonl', 'hdfs://host/may/c.jsonl')
    """
    top, path = (_HEAD.sub("", url, count=1) for url in (root.rstrip("/"), address))
    return root.rstrip("/") + path[len(top) :] if path.startswith(top) else address


class Place:
    """A folder by its path or URL. A URL's small files are folders of one part, as Spark writes
    them."""

    def __init__(self, path: str, spark: SparkSession) -> None:
        self.path = path
        self._spark = spark
        self._local = None if is_url(path) else Path(path).absolute()
        # Spark takes addresses as they are: a space is a space.
        self._root = f"file://{self._local}" if self._local else path.rstrip("/")

    def table(self, name: str) -> str:
        """Return the URL under which Spark has a folder inside of this one."""
        return f"{self._root}/{name}"

    def begin(self, plan: dict[str, Any], *, resume: bool) -> None:
        """Make the folder ready for a scan of this plan, as folder.Folder.begin does."""
        begun = self.read(_PLAN)
        finished = self.read(MANIFEST) is not None
        if begun is None or finished:
            if finished or self._holds_files():
                what = "holds a finished scan" if finished else "is not empty"
                raise UsageError(f"{self.path}: {what}; name a folder that is new or empty")
            self.write(_PLAN, plan)
        elif not resume:
            raise UsageError(
                f"{self.path}: holds a scan that was stopped; --resume completes it, "
                "or remove the folder"
            )
        elif json.loads(begun) != json.loads(json.dumps(plan)):
            raise UsageError(
                f"{self.path}: was begun with another engine, rules or inputs; give the same again"
            )

    def finish(self, manifest: dict[str, Any], passing: list[str]) -> None:
        """Write the manifest, and let go of the tables that only a running scan needs."""
        self.write(MANIFEST, manifest)
        if self._local:
            shutil.rmtree(self._local / STATE)
            return
        nothing = self._spark.range(0)
        for name in passing:
            nothing.write.mode("overwrite").parquet(self.table(name))

    def read(self, name: str) -> str | None:
        """Return a small file, None where there is none."""
        if self._local:
            path = self._local / name
            return path.read_text(encoding="utf-8") if path.is_file() else None
        from pyspark.errors import AnalysisException  # noqa: PLC0415  an extra

        try:
            rows = self._spark.read.text(self.table(name), wholetext=True).collect()
        except AnalysisException:  # no such path
            return None
        return rows[0][0] if rows else None

    def write(self, name: str, data: dict[str, Any]) -> None:
        """Write a small file of JSON."""
        if self._local:
            path = self._local / name
            path.parent.mkdir(parents=True, exist_ok=True)
            write_json(path, data)
            return
        frame = self._spark.createDataFrame(
            [(json.dumps(data, ensure_ascii=False),)], "line string"
        )
        frame.coalesce(1).write.mode("overwrite").text(self.table(name))

    def _holds_files(self) -> bool:
        if self._local:
            return self._local.exists() and any(self._local.iterdir())
        from pyspark.errors import AnalysisException  # noqa: PLC0415  an extra

        reader = self._spark.read.format("binaryFile").option("recursiveFileLookup", "true")
        try:
            return bool(reader.load(self._root).select("path").limit(1).collect())
        except AnalysisException:  # no such path
            return False
