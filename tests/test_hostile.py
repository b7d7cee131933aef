"""Odd and hostile inputs, end to end, through real processes: no input breaks newsdiff, acts on a
terminal, or costs more than its size allows.

NEWSDIFF_HOSTILE_FILES=DIR holds every file in a folder against the same promises, and
NEWSDIFF_HOSTILE_BYTES=N makes the large inputs as large as that.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from itertools import product
from pathlib import Path
from typing import NamedTuple

import hostile_documents
import hostile_inputs
import jsonschema
import pytest
from processes import COMMAND, COURIER, SAMPLES, newsdiff, surroundings

from newsdiff import schemas
from newsdiff.alignment.candidates import EQUAL_PAIRS
from newsdiff.cli.inputs import MOST
from newsdiff.cli.status import Status
from newsdiff.report.lines import COLUMNS

if sys.platform == "win32":
    pytest.skip("limits on processes need a POSIX system", allow_module_level=True)

import resource

SECONDS = 10
MEGABYTES = 500
"""What one process may cost: of a processor's time, and of memory."""

DOCUMENTS = hostile_documents.small()
LARGE_DOCUMENTS = hostile_documents.large()
READ_BY = ("read", "news", "sample", "itself", "lead")
SMALL = hostile_inputs.small()
LARGE = hostile_inputs.large()
UNREADABLE = frozenset(
    ["white-space-only", "front-matter-only", "bom-only", "nul-only", "empty", "random"]
)
"""Small inputs that hold no text: they are told, and nothing else is."""

FORMS = ("text", "tsv", "jsonl", "json")
COMMANDS: dict[str, tuple[str, ...]] = {
    "read": ("read", "{}"),
    "news": ("summarize", "{}"),
    "lead": ("summarize", "-m", "lead", "--explain", "{}"),
    "luhn": ("summarize", "-m", "luhn", "{}"),
    "sample": ("compare", "{}", COURIER),
    "itself": ("compare", "--exit-code", "{}", "{}"),
    "twenty": ("compare", "{}", *sorted(map(str, SAMPLES.glob("*.txt"))) * 3, COURIER),
    "figures": ("compare", "--show", "figures,names,terms,facts", "{}", COURIER),
}
"""What is done with an input; {} stands for it."""

SGR = re.compile(r"\x1b\[[0-9;]*m")
ACTS = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
"""What can act on a terminal, break a record, reorder a line or hide in it."""

FOLDER = os.environ.get("NEWSDIFF_HOSTILE_FILES")


class Cost(NamedTuple):
    """What a process left and what it took: processor seconds, and megabytes at its peak."""

    status: int
    out: str
    err: str
    seconds: float
    megabytes: float


def run(arguments: Sequence[str]) -> Cost:
    """Run newsdiff under limits that end a runaway; its output must be UTF-8."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen(
            [*COMMAND, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            env=surroundings(OPENBLAS_NUM_THREADS="1"),
            preexec_fn=_limit,  # noqa: PLW1509  no threads here
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        unit = 1 if sys.platform == "darwin" else 1024
        return Cost(
            process.returncode,
            out.read().decode("utf-8"),
            err.read().decode("utf-8"),
            used.ru_utime + used.ru_stime,
            used.ru_maxrss * unit / 1e6,
        )


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (2 * SECONDS, 2 * SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


TOLD = MOST + 2
"""Lines that one source may cause on standard error, and a command has two hostile ones at most."""
GUESSED = "a guess (--encoding names another)"
"""What is said of an input that was read, in an encoding that was not certain."""


def check(command: str, source: str, form: str) -> Cost:
    """Run a command on an input and hold what it does against every promise."""
    arguments = [part.replace("{}", source) for part in COMMANDS[command]]
    color = ["--color", "always"] if form == "text" else []
    done = run([*arguments, "-f", form, *color])
    assert done.status in (Status.DONE, Status.TROUBLE), done.err[-2000:]
    assert "Traceback" not in done.err, done.err[-2000:]
    assert done.seconds <= SECONDS
    assert done.megabytes <= MEGABYTES
    assert not ACTS.search(done.err)
    told = done.err.splitlines()
    assert all(line.startswith("newsdiff: ") for line in told)
    wrong = [line for line in told if GUESSED not in line]
    assert len(wrong) <= 2 * TOLD
    assert bool(wrong) == (done.status == Status.TROUBLE)
    HOLDS[form](done.out, command)
    return done


def _text(out: str, command: str) -> None:  # noqa: ARG001  one shape for all formats
    assert not ACTS.search(SGR.sub("", out))


def _tsv(out: str, command: str) -> None:
    assert not ACTS.search(out.replace("\t", ""))
    columns = {
        "read": {len(COLUMNS["sentences"]), len(COLUMNS["articles"])},
        "news": {1, 3},
        "lead": {3, 5},
        "luhn": {1, 3},
        "figures": {len(COLUMNS[name]) for name in ("figures", "names", "terms", "facts")},
    }.get(command, {len(COLUMNS["passages"])})
    assert {line.count("\t") + 1 for line in out.splitlines()} <= columns


def _jsonl(out: str, command: str) -> None:  # noqa: ARG001  one shape for all formats
    assert not ACTS.search(out)
    for line in out.splitlines():
        assert "section" in json.loads(line, parse_constant=pytest.fail)


def _json(out: str, command: str) -> None:
    assert not ACTS.search(out)
    if not out:
        return
    document = json.loads(out, parse_constant=pytest.fail)
    if len(out) < 500_000:  # jsonschema takes a minute for more
        schema = schemas.load(document["schema"])
        jsonschema.Draft202012Validator(schema).validate(document)
    if command == "itself" and len(document["articles"]) == 2:
        assert document["only"] == []


HOLDS = {"text": _text, "tsv": _tsv, "jsonl": _jsonl, "json": _json}


def _pairwise(names: Sequence[str], commands: Sequence[str]) -> list[tuple[str, str, str]]:
    """Return each input with one command and format, such that the inputs walk through every
    command with every format."""
    pairs = list(product(commands, FORMS))
    # 7 has no factor in common with the number of pairs, so all are met before one comes again.
    return [(name, *pairs[7 * number % len(pairs)]) for number, name in enumerate(names)]


@pytest.mark.parametrize(("name", "command", "form"), _pairwise(sorted(SMALL), tuple(COMMANDS)))
def test_small(name: str, command: str, form: str, tmp_path: Path) -> None:
    """An odd encoding, a control character or an article of nothing could end in a traceback."""
    path = tmp_path / f"{name}.txt"
    path.write_bytes(SMALL[name])
    done = check(command, str(path), form)
    assert (done.status == Status.TROUBLE) == (name in UNREADABLE)


@pytest.mark.parametrize("form", FORMS)
def test_all_small_at_once(form: str, tmp_path: Path) -> None:
    """One unreadable input must not keep the others from being read, however odd those are."""
    for name, data in SMALL.items():
        (tmp_path / f"{name}.txt").write_bytes(data)
    sources = [str(tmp_path / f"{name}.txt") for name in sorted(SMALL)]
    color = ["--color", "always"] if form == "text" else []
    done = run(["read", *sources, "-f", form, *color])
    assert done.status == Status.TROUBLE
    told = {Path(line.split(": ")[1]).stem for line in done.err.splitlines() if GUESSED not in line}
    assert told == UNREADABLE
    HOLDS[form](done.out, "read")


def test_each_small_is_equal_to_itself(tmp_path: Path) -> None:
    """`compare X X` could find a difference where an input is odd enough."""
    from newsdiff.comparison import compare
    from newsdiff.reading import read

    for name in sorted(SMALL.keys() - UNREADABLE):
        path = tmp_path / f"{name}.txt"
        path.write_bytes(SMALL[name])
        comparison = compare([read(str(path)), read(str(path))])
        assert not comparison.differs, name
        told = {span.sentence for passage in comparison.passages for span in passage.spans}
        worded = {
            sentence.index
            for sentence in comparison.articles[0].sentences
            if comparison.analyses[0].tokens[sentence.index] and not sentence.furniture
        }
        assert worded <= told, name


@pytest.mark.parametrize(
    ("name", "command", "form"),
    _pairwise(sorted(LARGE), ("itself", "sample", "read", "news", "figures")),
)
def test_large(name: str, command: str, form: str, tmp_path: Path) -> None:
    """Much of one thing could take minutes, or all memory."""
    path = tmp_path / f"{name}.txt"
    path.write_bytes(LARGE[name]())
    check(command, str(path), form)


@pytest.mark.parametrize(("name", "command", "form"), _pairwise(sorted(DOCUMENTS), READ_BY))
def test_documents(name: str, command: str, form: str, tmp_path: Path) -> None:
    """A damaged or malicious document of any format could end in a traceback, or act."""
    path = tmp_path / name
    path.write_bytes(DOCUMENTS[name])
    check(command, str(path), form)


@pytest.mark.parametrize(("name", "command", "form"), _pairwise(sorted(LARGE_DOCUMENTS), READ_BY))
def test_large_documents(name: str, command: str, form: str, tmp_path: Path) -> None:
    """A small document that unpacks, nests or repeats without end could take minutes, or all
    memory."""
    path = tmp_path / name
    path.write_bytes(LARGE_DOCUMENTS[name]())
    check(command, str(path), form)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("command", ["read", "news", "itself"])
def test_file_names(command: str, form: str, tmp_path: Path) -> None:
    """A file's name reaches every report and every complaint, and may hold what a text may."""
    names = hostile_inputs.hostile_names()
    for name in names:
        (tmp_path / name).write_text(hostile_inputs.PROSE, encoding="utf-8")
    sources = [str(tmp_path / name) for name in names]
    verb = {"read": "read", "news": "summarize", "itself": "compare"}[command]
    color = ["--color", "always"] if form == "text" else []
    done = run([verb, *sources, str(tmp_path / "no\x1b[31m\nsuch\u202e.txt"), "-f", form, *color])
    assert done.status == Status.TROUBLE
    assert done.err.count("\n") == 1
    assert not ACTS.search(done.err)
    if form == "tsv":
        columns = {"read": 4, "news": 3, "itself": 8}[command]
        assert {line.count("\t") for line in done.out.splitlines()} == {columns - 1}
        assert not ACTS.search(done.out.replace("\t", ""))
    else:
        HOLDS[form](done.out, verb)


def test_repeated_sentences_are_all_told(tmp_path: Path) -> None:
    """The cap on pairs of equal sentences could leave some without their like."""
    path = tmp_path / "equal.txt"
    times = EQUAL_PAIRS * 2
    path.write_text("The council kept the old bridge.\n\n" * times, encoding="utf-8")
    shorter = tmp_path / "shorter.txt"
    shorter.write_text("The council kept the old bridge.\n\n" * (times // 2), encoding="utf-8")
    for other in (path, shorter):
        for sources in ([str(path), str(other)], [str(other), str(path)]):
            document = json.loads(newsdiff("compare", "-f", "json", *sources).out)
            assert document["only"] == []
            assert len(document["passages"]) <= 3 * times


@pytest.mark.skipif(not FOLDER, reason="NEWSDIFF_HOSTILE_FILES names no folder")
@pytest.mark.parametrize("command", ["read", "news", "sample", "itself"])
def test_files_of_others(command: str) -> None:
    """What others wrote to break readers of text could break this one."""
    files = sorted(path for path in Path(FOLDER or "").rglob("*") if path.is_file())
    assert files
    for number, path in enumerate(files):
        check(command, str(path), FORMS[number % len(FORMS)])
