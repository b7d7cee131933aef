"""The README's sessions are true to the letter, and it lists every option.

`python tests/test_readme.py --update` (or `make readme`) runs the sessions again and writes down
what they print. A line that holds only an ellipsis stands for lines left out; an update keeps as
many lines before and behind it as there were.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from processes import COMMAND, ROOT, SAMPLES, newsdiff, on_terminal, surroundings

from newsdiff.cli.app import COMMANDS

README = ROOT / "README.md"
SCAN = ROOT / "docs" / "scan.md"
"""The commands for collections have a page of their own."""
ELISION = "…"
COLUMNS = 100

_SESSION = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.M | re.S)
_OPTION = re.compile(r"(?<![\w-])--?[a-z][a-z-]*")


class Step(NamedTuple):
    """One command of a session and the lines that it prints."""

    command: str
    lines: list[str]


def steps(session: str) -> Iterator[Step]:
    """Take a session apart: a line that opens with "$ " is a command, what follows is printed."""
    for part in re.split(r"^\$ ", session, flags=re.M)[1:]:
        command, *lines = part.splitlines()
        yield Step(command, lines)


def printed(command: str, folder: Path) -> list[str]:
    """Run a command as on a terminal, beside the samples, and return the lines that it prints."""
    shim = folder / "bin" / "newsdiff"
    if not shim.exists():
        for sample in SAMPLES.glob("*.txt"):
            shutil.copy(sample, folder)
        shim.parent.mkdir()
        shim.write_text(f'#!/bin/sh\nexec {shlex.join(COMMAND)} "$@"\n', encoding="utf-8")
        shim.chmod(0o755)
    path = f"{shim.parent}{os.pathsep}{os.environ['PATH']}"
    env = surroundings(PATH=path, NO_COLOR="1", LC_ALL="C.UTF-8")
    return on_terminal(
        ["bash", "-c", command], columns=COLUMNS, cwd=folder, env=env
    ).out.splitlines()


def elided(lines: list[str], like: list[str]) -> list[str]:
    """Leave out of `lines` what `like` leaves out: all but as many lines before and behind."""
    if ELISION not in like:
        return lines
    head = like.index(ELISION)
    tail = len(like) - head - 1
    if len(lines) <= head + tail:
        return lines
    return [*lines[:head], ELISION, *lines[len(lines) - tail :]]


def now(step: Step, folder: Path) -> list[str]:
    """Return what a step's command prints now, as much of it as the README shows."""
    return elided(printed(step.command, folder), step.lines)


def sections() -> dict[str, str]:
    """Return the parts of the README and of docs/scan.md by their headings."""
    text = README.read_text(encoding="utf-8") + SCAN.read_text(encoding="utf-8")
    parts = re.split(r"^## (.*)\n", text, flags=re.M)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def listed(section: str) -> set[str]:
    """Return the options in the first column of a section's tables."""
    rows = re.findall(r"^\| (`-.*?) \|", sections()[section], flags=re.M)
    return {option for row in rows for option in _OPTION.findall(row)}


STEPS = [step for found in _SESSION.findall(README.read_text("utf-8")) for step in steps(found)]


@pytest.mark.skipif(os.name != "posix", reason="the sessions are those of a POSIX shell")
@pytest.mark.parametrize("step", STEPS, ids=[step.command for step in STEPS])
def test_session(step: Step, tmp_path: Path) -> None:
    """A reader who types a command of the README sees what the README shows."""
    if "jq" in step.command and not shutil.which("jq"):
        pytest.skip("jq is not installed")
    assert now(step, tmp_path) == step.lines


def test_sessions_are_found() -> None:
    """The README, or docs/scan.md, shows each command at work."""
    shown = "\n".join([*(step.command for step in STEPS), SCAN.read_text(encoding="utf-8")])
    assert all(f"newsdiff {command}" in shown for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_options(command: str) -> None:
    """The README and a command's help list the same options."""
    options = newsdiff(command, "--help").out.partition("\nOptions:\n")[2]
    declared = {
        option
        for line in re.findall(r"^  (-.*?)(?:  |$)", options, flags=re.M)
        for option in _OPTION.findall(line)
    }
    everywhere = listed("Options of every command")
    if command in ("scan", "corpus"):  # they read no article of their own
        everywhere -= {"--encoding", "--language", "--max-bytes"}
    assert declared == listed(f"newsdiff {command}") | everywhere


def test_python_example(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The README's Python runs as it stands, and prints something."""
    (example,) = re.findall(r"^```python\n(.*?)^```$", sections()["From Python"], flags=re.M | re.S)
    shutil.copytree(SAMPLES, tmp_path / "samples")
    here = Path.cwd()
    os.chdir(tmp_path)
    try:
        exec(compile(example, "README.md", "exec"), {})
    finally:
        os.chdir(here)
    assert "verbatim | The two delegations" in capsys.readouterr().out


def test_links() -> None:
    """Every file that the README links to is there."""
    links = re.findall(r"\]\((?!http)([^)#]+)", README.read_text(encoding="utf-8"))
    assert links
    assert all((ROOT / link).exists() for link in links)


def update() -> None:
    """Write into the README what its sessions print now."""
    if not shutil.which("jq"):
        sys.exit("jq is not installed, and a session of the README uses it")
    with tempfile.TemporaryDirectory() as folder:

        def renewed(session: re.Match[str]) -> str:
            lines = []
            for step in steps(session.group()):
                lines += [f"$ {step.command}"]
                lines += now(step, Path(folder))
            return "\n".join(lines) + "\n"

        text = _SESSION.sub(renewed, README.read_text(encoding="utf-8"))
    README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:] != ["--update"]:
        sys.exit("usage: python tests/test_readme.py --update")
    update()
