"""scan(paths, out): a collection of articles to a folder of tables; see `folder` and `tables`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from importlib.metadata import version
from typing import Any

from newsdiff.corpus import inputs
from newsdiff.corpus.engines.duckdb import Engine
from newsdiff.corpus.folder import SCHEMA, TABLES, Folder, digest
from newsdiff.corpus.progress import Tell, silent
from newsdiff.corpus.settings import Resources, Rules
from newsdiff.version import __version__


def scan(
    paths: Sequence[str],
    out: str,
    rules: Rules,
    resources: Resources,
    *,
    names: Mapping[str, str],
    resume: bool = False,
    tell: Tell = silent,
) -> dict[str, Any]:
    """Scan the articles of these files and folders into the folder `out`; return its manifest.

    `names` are the names of columns that are not those of intake.COLUMNS. Raises InputError and
    UsageError as their parts do.
    """
    folder = Folder(out)
    files = [inputs.digested(path) for path in inputs.find(paths)]
    described = [asdict(file) for file in files]
    folder.begin(
        {"rules": rules.as_data(), "columns": dict(names), "inputs": described}, resume=resume
    )
    engine = Engine(folder, rules, resources, tell)
    try:
        engine.read(inputs.rows([file.path for file in files], names), names)
        engine.link()
        engine.align()
        engine.stories()
        engine.write()
    finally:
        engine.close()
    manifest = {
        "schema": SCHEMA,
        "version": __version__,
        "engine": {"name": "duckdb", **{n: version(n) for n in ("duckdb", "pyarrow", "numpy")}},
        "rules": rules.as_data(),
        "columns": dict(names),
        "inputs": described,
        "tables": {
            name: {
                "rows": sum(len(batch) for batch in folder.batches(name, [])),
                "digest": digest(folder.batches(name)),
            }
            for name in TABLES
        },
    }
    folder.finish(manifest)
    return manifest
