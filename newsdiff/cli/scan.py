"""newsdiff scan: the stories of a collection, and the passages that its outlets share."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from newsdiff.cli import options
from newsdiff.cli.extras import require
from newsdiff.cli.output import complain
from newsdiff.cli.progress import Choice, teller
from newsdiff.cli.show import show
from newsdiff.cli.status import Status
from newsdiff.errors import UsageError

if TYPE_CHECKING:
    from types import FrameType

    from newsdiff.corpus.progress import Step, Tell

FIELDS = ("id", "text", "outlet", "published", "title", "url")
_UNITS = {"": 1, "k": 10**3, "m": 10**6, "g": 10**9, "t": 10**12}
_SIZE = re.compile(r"(\d{1,9}(?:\.\d{1,3})?) ?([kmgt]?)i?b?", re.I)
_SPAN = re.compile(r"(\d{1,6}) ?(d|days?|w|weeks?)?", re.I)
LEAST_MEMORY = 200_000_000
MEMORY = "2GB"


def scan(
    corpus: Annotated[
        list[str],
        typer.Argument(
            metavar="CORPUS...",
            help="JSON lines (.jsonl, also .gz or .zst), Parquet, text files, or folders of them.",
        ),
    ],
    *,
    out: Annotated[
        str, typer.Option("-o", "--output", metavar="OUT", help="The folder for the tables.")
    ],
    columns: Annotated[
        list[str],
        typer.Option(
            "--column",
            metavar="FIELD=NAME",
            help=f"A column of another name than usual; FIELD is one of {', '.join(FIELDS)}.",
        ),
    ] = [],  # noqa: B006  typer takes an option's default from here and copies it
    within: Annotated[
        str,
        typer.Option(metavar="DAYS", help="Hold articles at most so far apart against each other."),
    ] = "30d",
    min_words: Annotated[
        int,
        typer.Option(min=5, metavar="N", help="The least words of a passage, less those changed."),
    ] = 8,
    links: Annotated[
        int,
        typer.Option(
            min=1, max=10_000, metavar="N", help="Hold each use of a phrase against N earlier ones."
        ),
    ] = 50,
    sketch: Annotated[
        bool, typer.Option("--sketch", help="Look at fewer phrases: cheaper, and misses more.")
    ] = False,
    same_outlet: Annotated[
        bool, typer.Option("--same-outlet", help="Passages within one outlet, too.")
    ] = False,
    memory: Annotated[
        str, typer.Option(metavar="SIZE", help="Stay within this and 1 GB more.")
    ] = MEMORY,
    temp: Annotated[
        str | None, typer.Option(metavar="DIR", help="For passing files. [default: in OUT]")
    ] = None,
    threads: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="[default: the processors]")
    ] = None,
    engine: Annotated[
        str,
        typer.Option(
            metavar="ENGINE",
            help="duckdb; spark, as Spark is configured; or sc://HOST, a Spark Connect server.",
        ),
    ] = "duckdb",
    resume: Annotated[
        bool, typer.Option("--resume", help="Complete a scan that was stopped.")
    ] = False,
    add: Annotated[
        bool, typer.Option("--add", help="Add these articles to a finished scan.")
    ] = False,
    progress: Annotated[Choice, typer.Option(help="json: JSON lines on standard error.")] = "auto",
    form: options.FormatOption = "auto",
    color: options.ColorOption = "auto",
    width: options.WidthOption = None,
) -> Status:
    """Find which articles tell the same story, and which passages travel between outlets.

    OUT gets tables as Parquet: articles, passages, stories, emphasis, rejects; and manifest.json.
    `newsdiff corpus` looks into it.

    \b
    newsdiff scan articles.jsonl.gz -o out
    newsdiff scan --column text=body --within 7d archive/ -o out
    newsdiff scan --add today.jsonl -o out
    """  # noqa: D301  \b, a backspace, keeps these lines as they are
    require("scan", "duckdb", "pyarrow", "publicsuffixlist")
    from newsdiff.corpus.settings import Resources, Rules  # noqa: PLC0415  `--help` scans nothing
    from newsdiff.corpus.views import scanned  # noqa: PLC0415  an extra

    rules = Rules(_days(within), min_words, links, sketch, same_outlet)
    names = _columns(columns)
    if engine == "duckdb":
        from newsdiff.corpus.scan import scan as run  # noqa: PLC0415  an extra

        resources = Resources(_size(memory), threads or os.cpu_count() or 1, temp)
        with _heeding_ctrl_c(teller(progress)) as tell:
            manifest = run(
                corpus, out, rules, resources, names=names, resume=resume, add=add, tell=tell
            )
    else:
        _check_engine(engine, own=bool(threads or temp or memory != MEMORY), add=add)
        from newsdiff.corpus.engines.spark.run import scan as run_on_spark  # noqa: PLC0415  an extra

        manifest = run_on_spark(
            corpus, out, rules, engine=engine, names=names, resume=resume, tell=teller(progress)
        )
    rejects = manifest["tables"]["rejects"]["rows"]
    if rejects:
        complain(f"{out}: {rejects:,} rows are no articles; newsdiff corpus rejects lists them")
    show(scanned(out, manifest), form=form, output=None, color=color, width=width)
    return Status.DONE


@contextmanager
def _heeding_ctrl_c(tell: Tell) -> Iterator[Tell]:
    """Yield a `tell` that stops the scan after Ctrl-C, also where a library lost it or made an
    error of its own of it (DuckDB's "Query interrupted")."""
    pressed = False

    def press(number: int, frame: FrameType | None) -> None:
        nonlocal pressed
        pressed = True
        signal.default_int_handler(number, frame)

    def heeding(step: Step) -> None:
        tell(step)
        if pressed:
            raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, press)
    try:
        yield heeding
    except Exception:
        if pressed:
            raise KeyboardInterrupt from None
        raise
    finally:
        signal.signal(signal.SIGINT, before)


def _check_engine(engine: str, *, own: bool, add: bool) -> None:
    """Raise UsageError for an engine that is none or not installed, and for what Spark does not
    take: `own`, the options of the embedded engine, and `add`."""
    if engine != "spark" and not engine.startswith("sc://"):
        raise UsageError(f"--engine: {engine!r} is none of duckdb, spark, sc://HOST")
    if own:
        raise UsageError(
            "--memory, --threads and --temp are for duckdb; Spark goes by its own configuration"
        )
    if add:
        raise UsageError("--add is for duckdb; on Spark, scan all articles anew")
    require("spark", "pyspark", *(["grpc"] if engine != "spark" else []))


def _columns(given: list[str]) -> dict[str, str]:
    names = {}
    for pair in given:
        field, equals, name = pair.partition("=")
        if field not in FIELDS or not equals or not name:
            known = ", ".join(FIELDS)
            raise UsageError(f"--column: {pair!r} is not FIELD=NAME with one of {known}")
        names[field] = name
    return names


def _days(words: str) -> int:
    match = _SPAN.fullmatch(words.strip())
    if match is None:
        raise UsageError(f"--within: {words!r} is no time such as 30d or 2w")
    weeks = (match.group(2) or "d").lower().startswith("w")
    return int(match.group(1)) * (7 if weeks else 1)


def _size(words: str) -> int:
    match = _SIZE.fullmatch(words.strip())
    size = int(float(match.group(1)) * _UNITS[match.group(2).lower()]) if match else 0
    if size < LEAST_MEMORY:
        least = f"{LEAST_MEMORY // 10**6}MB"
        raise UsageError(f"--memory: {words!r} is no size such as 2GB, {least} or more")
    return size
