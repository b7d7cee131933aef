"""scan(paths, out): a collection of articles to a folder of tables; see `folder` and `tables`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from importlib.metadata import version
from typing import Any

import duckdb

from newsdiff.corpus import inputs
from newsdiff.corpus.engines.duckdb import Engine
from newsdiff.corpus.folder import SCHEMA, TABLES, Folder, digest
from newsdiff.corpus.progress import Tell, silent
from newsdiff.corpus.settings import Resources, Rules
from newsdiff.errors import NewsdiffError, UsageError
from newsdiff.version import __version__


def scan(
    paths: Sequence[str],
    out: str,
    rules: Rules | None = None,
    resources: Resources | None = None,
    *,
    names: Mapping[str, str] | None = None,
    resume: bool = False,
    add: bool = False,
    tell: Tell = silent,
) -> dict[str, Any]:
    """Scan the articles of these files and folders into the folder `out`; return its manifest.

    `names` are the names of columns that are not those of intake.COLUMNS. With `add` they are added
    to those of a finished scan, by its rules; the rows are those that a scan of all would give.
    Raises InputError and UsageError as their parts do, and NewsdiffError when it cannot go on: then
    `resume` completes what was begun.
    """
    rules, resources, names = rules or Rules(), resources or Resources(), names or {}
    folder = Folder(out)
    files = [inputs.digested(path) for path in inputs.find(paths)]
    described: list[dict[str, Any]] = [asdict(file) for file in files]
    before = _before(folder, rules) if add else None
    if before:
        rules = Rules(**before["rules"])
    plan = {"rules": rules.as_data(), "columns": dict(names), "inputs": described, "add": add}
    with _stoppable(out):
        folder.begin(plan, resume=resume, add=add)
        engine = Engine(folder, rules, resources, tell, run=before["runs"] if before else 0)
        try:
            engine.read(inputs.rows([file.path for file in files], names), names)
            engine.link()
            engine.align()
            engine.stories()
            engine.emphasis()
            counts = engine.write()
            engine.forget()
        finally:
            engine.close()
        manifest = {
            "schema": SCHEMA,
            "version": __version__,
            "engine": {"name": "duckdb", **{n: version(n) for n in ("duckdb", "pyarrow", "numpy")}},
            "rules": rules.as_data(),
            "runs": 1 + (before["runs"] if before else 0),
            "inputs": (before["inputs"] if before else []) + described,
            "counts": counts,
            "tables": {name: _described(folder, name) for name in TABLES},
        }
        folder.finish(manifest)
    return manifest


def _before(folder: Folder, rules: Rules) -> dict[str, Any]:
    """Return the manifest of the scan to add to; its rules hold, and no others may be given."""
    manifest = folder.manifest(adding=True)
    if rules != Rules() and rules.as_data() != manifest["rules"]:
        raise UsageError("--add goes by the rules of the scan that it adds to; leave them out")
    return manifest


def _described(folder: Folder, name: str) -> dict[str, Any]:
    return {
        "rows": sum(len(batch) for batch in folder.batches(name)),
        "digest": digest(folder.batches(name)),
    }


@contextmanager
def _stoppable(out: str) -> Iterator[None]:
    """Tell what stops a scan, a full disk for one, in a line, and that it can go on."""
    mend = "what was finished is kept; mend that and give the command again with --resume"
    try:
        yield
    except duckdb.InterruptException:
        raise KeyboardInterrupt from None
    except duckdb.Error as error:
        reason = str(error).partition("\n")[0]
        raise NewsdiffError(f"cannot go on: {reason}; {mend}", out) from error
    except OSError as error:
        name = f"{error.filename}: " if error.filename else ""
        reason = f"{name}{error.strerror or error}"
        raise NewsdiffError(f"cannot go on: {reason}; {mend}", out) from error
