"""scan(paths, out) on Spark: the tables and the manifest that the embedded engine gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsdiff.corpus import inputs
from newsdiff.corpus.engines.spark.engine import PASSING, Engine
from newsdiff.corpus.engines.spark.place import Place, below, is_url
from newsdiff.corpus.engines.spark.session import failures, reason, session
from newsdiff.corpus.engines.spark.tasks import INPUTS, Listed, described_batches
from newsdiff.corpus.folder import SCHEMA, STATE
from newsdiff.corpus.inputs import Input
from newsdiff.corpus.progress import Tell, silent
from newsdiff.errors import InputError, NewsdiffError
from newsdiff.version import __version__

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

    from newsdiff.corpus.settings import Rules

MOST_TASKS = 2000
"""For files that workers open by themselves."""


def scan(
    paths: Sequence[str],
    out: str,
    rules: Rules,
    *,
    engine: str,
    names: Mapping[str, str],
    resume: bool = False,
    tell: Tell = silent,
) -> dict[str, Any]:
    """Scan the articles of these files, folders and URLs into `out`; return its manifest.

    `engine` is "spark" or a Spark Connect server's address. A path without a scheme is one that
    this process and all workers see; a URL goes to Spark as it is. Raises as corpus.scan.scan does.
    """
    spark = session(engine)
    try:
        found = Inputs(spark, paths)
        place = Place(out, spark)
        described = [asdict(each) for each in found.files.values()]
        given = {"rules": rules.as_data(), "columns": dict(names), "inputs": described}
        place.begin({"engine": "spark", **given}, resume=resume)
        work = Engine(spark, place, rules, tell)
        work.read(found.contents(), found.listed(), names)
        work.at_once((work.link, work.align), (work.rejects, work.stories, work.emphasis))
        counts, tables = work.at_once([work.counts], [work.described])
        versions = {name: version(name) for name in ("pyarrow", "numpy")}
        manifest = {
            "schema": SCHEMA,
            "version": __version__,
            "engine": {"name": "spark", "spark": spark.version, **versions},
            "rules": rules.as_data(),
            "runs": 1,
            "inputs": described,
            "counts": counts,
            "tables": tables,
        }
        place.finish(manifest, [f"{STATE}/{name}" for name in PASSING])
    except failures() as error:
        mend = "what was finished is kept; mend that and give the command again with --resume"
        raise NewsdiffError(f"cannot go on: {reason(error)}; {mend}", out) from error
    return manifest


class Inputs:
    """The files of paths and URLs, with their sizes and digests, in the order of the user."""

    def __init__(self, spark: SparkSession, paths: Sequence[str]) -> None:
        self._spark = spark
        self.urls = [path for path in paths if is_url(path)]
        self.files: dict[str, Input] = {}
        """By the address under which a worker has the file; `path` is the name for people."""
        for path in paths:
            self.files.update(self._below(path) if is_url(path) else self._local(path))

    def listed(self) -> dict[str, Listed]:
        """Return number and name of each file by its address."""
        return {
            address: Listed(number, file.path)
            for number, (address, file) in enumerate(self.files.items())
        }

    def contents(self) -> DataFrame:
        """Return path and content; no content for what workers open by themselves."""
        local = [address for address in self.files if not is_url(address)]
        frame = self._paths(local).selectExpr("path", "CAST(NULL AS BINARY) AS content")
        if self.urls:
            frame = frame.union(self._binary(self.urls).select("path", "content"))
        return frame

    def _paths(self, paths: Sequence[str]) -> DataFrame:
        frame = self._spark.createDataFrame([(path,) for path in paths], "path string")
        return frame.repartition(max(1, min(len(paths), MOST_TASKS)))

    def _binary(self, urls: Sequence[str]) -> DataFrame:
        reader = self._spark.read.format("binaryFile").option("recursiveFileLookup", "true")
        return reader.load(list(urls))

    def _local(self, path: str) -> dict[str, Input]:
        addresses = {str(Path(name).absolute()): name for name in inputs.find([path])}
        schema = ", ".join(
            f"{field.name} {'bigint' if field.name == 'size' else 'string'}" for field in INPUTS
        )
        rows = self._paths(list(addresses)).mapInArrow(described_batches, schema).collect()
        found = {row["path"]: row for row in rows}
        return {
            address: Input(name, found[address]["size"], found[address]["sha256"])
            for address, name in addresses.items()
        }

    def _below(self, url: str) -> dict[str, Input]:
        from pyspark.errors import AnalysisException  # noqa: PLC0415  an extra

        columns = ("path", "length", "sha2(content, 256)")
        try:
            rows = self._binary([url]).selectExpr(*columns).collect()
        except AnalysisException as error:
            raise InputError(f"cannot be read: {reason(error)}", url) from error
        if not rows:
            raise InputError("holds no files", url)
        named = sorted((below(url, row[0]), *row) for row in rows)
        return {address: Input(name, size, digest) for name, address, size, digest in named}
