"""Pipes, files, full disks, and output that is UTF-8 whatever the locale says."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from processes import COMMAND, COURIER, HERALD, PATIENCE, newsdiff, surroundings

from newsdiff.cli.status import Status

COMMANDS = ("compare", "summarize", "read")
posix = pytest.mark.skipif(os.name != "posix", reason="needs a POSIX shell and its devices")


@pytest.fixture
def large(tmp_path: Path) -> str:
    """An article whose every report is longer than a pipe holds."""
    path = tmp_path / "large.txt"
    path.write_text(
        "".join(
            f"In town {n} the council voted to spend {n} million on its bridge.\n\n"
            for n in range(3000)
        ),
        encoding="utf-8",
    )
    return str(path)


@posix
@pytest.mark.parametrize("arguments", [("read",), ("summarize", "--percent", "100")])
def test_closed_pipe(arguments: tuple[str, ...], large: str) -> None:
    """A reader that has had enough ends the output quietly, and is no failure under pipefail."""
    script = f'set -o pipefail; "$@" {large} | head -n 1'
    done = subprocess.run(
        ["bash", "-c", script, "bash", *COMMAND, *arguments],
        capture_output=True,
        check=False,
        env=surroundings(),
        timeout=PATIENCE,
    )
    assert (done.returncode, done.stderr) == (Status.DONE, b"")
    assert done.stdout.count(b"\n") == 1


@posix
@pytest.mark.parametrize("arguments", [("--help",), ("--version",), (), ("compare", "--help")])
def test_closed_pipe_of_a_help_text(arguments: tuple[str, ...]) -> None:
    """A help text into a closed pipe is as quiet as a report."""
    ours, theirs = os.pipe()
    os.close(ours)
    done = subprocess.run(
        [*COMMAND, *arguments],
        stdout=theirs,
        stderr=subprocess.PIPE,
        check=False,
        env=surroundings(),
        timeout=PATIENCE,
    )
    os.close(theirs)
    assert (done.returncode, done.stderr) == (Status.DONE, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize(
    "arguments",
    [
        *((command, COURIER, HERALD) for command in COMMANDS),
        ("--help",),
        ("--version",),
        (),
        ("compare", "--help"),
    ],
)
def test_full_disk(arguments: tuple[str, ...]) -> None:
    """Output that cannot be written is one line on standard error and status 2."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, *arguments],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            env=surroundings(),
            timeout=PATIENCE,
        )
    assert done.returncode == Status.TROUBLE
    assert done.stderr.startswith(b"newsdiff: standard output: ")
    assert done.stderr.count(b"\n") == 1


@posix
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_closed_streams(closed: str) -> None:
    """Standard streams that are closed from the start give no traceback and no status 1."""
    done = subprocess.run(
        ["bash", "-c", f'"$@" {closed}', "bash", *COMMAND, "read", COURIER, "missing.txt"],
        capture_output=True,
        check=False,
        env=surroundings(),
        timeout=PATIENCE,
    )
    assert done.returncode == Status.TROUBLE
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("form", "encoding"),
    [
        *((form, "ascii:strict") for form in ("text", "tsv", "jsonl", "json")),
        ("tsv", "latin-1"),
        ("tsv", "utf-16"),
    ],
)
def test_always_utf8(command: str, form: str, encoding: str) -> None:
    """What the locale says of encodings changes no byte of the output."""
    plain = newsdiff(command, "-f", form, COURIER, HERALD)
    other = newsdiff(
        command, "-f", form, COURIER, HERALD, env=surroundings(PYTHONIOENCODING=encoding)
    )
    assert other == plain


def test_help_is_ascii() -> None:
    """Help texts go through the locale's encoding, so they keep to what all encodings have."""
    for arguments in ([], ["compare"], ["summarize"], ["read"]):
        result = newsdiff(*arguments, "--help", env=surroundings(PYTHONIOENCODING="ascii"))
        assert result.status == Status.DONE
        assert result.out.isascii()


@pytest.mark.parametrize("command", COMMANDS)
def test_lines_in_a_pipe(command: str) -> None:
    """`auto` is line records where nobody looks."""
    result = newsdiff(command, COURIER, HERALD)
    assert result.out == newsdiff(command, "--format", "tsv", COURIER, HERALD).out
    assert "\x1b" not in result.out


@pytest.mark.parametrize("command", COMMANDS)
def test_standard_input(command: str) -> None:
    """`-` reads standard input as if it were a file."""
    text = Path(COURIER).read_bytes()
    result = newsdiff(command, "-", HERALD, "-f", "json", stdin=text)
    assert result.status == Status.DONE
    article = json.loads(result.out)["articles"][0]
    assert article["source"] == "-"
    assert article["outlet"] == "Lindhaven Courier"


@pytest.mark.parametrize("seed", ["1", "2", "3"])
@pytest.mark.parametrize("command", COMMANDS)
def test_same_bytes_for_every_hash_seed(command: str, seed: str) -> None:
    """The order of sets never reaches the output."""
    arguments = (command, COURIER, HERALD, "-f", "json")
    expected = newsdiff(*arguments, env=surroundings(PYTHONHASHSEED="0"))
    assert newsdiff(*arguments, env=surroundings(PYTHONHASHSEED=seed)) == expected


class TestOutputFile:
    """-o FILE: whole or not at all."""

    @pytest.mark.parametrize("command", COMMANDS)
    def test_holds_what_a_pipe_gets(self, command: str, tmp_path: Path) -> None:
        """A file gets the same bytes as a pipe, and nothing else is printed."""
        file = tmp_path / "out"
        assert newsdiff(command, COURIER, HERALD, "-o", str(file)) == (Status.DONE, "", "")
        assert file.read_text(encoding="utf-8") == newsdiff(command, COURIER, HERALD).out
        assert [path.name for path in tmp_path.iterdir()] == ["out"]

    def test_dash_is_standard_output(self) -> None:
        """`-o -` is standard output, not a file of that name."""
        assert newsdiff("read", COURIER, "-o", "-").out == newsdiff("read", COURIER).out

    def test_is_replaced(self, tmp_path: Path) -> None:
        """A file that is there is replaced whole, and keeps its permissions."""
        file = tmp_path / "out"
        file.write_text("old " * 100_000, encoding="utf-8")
        file.chmod(0o640)
        newsdiff("read", COURIER, "-o", str(file))
        assert file.read_text(encoding="utf-8") == newsdiff("read", COURIER).out
        assert os.name != "posix" or stat.S_IMODE(file.stat().st_mode) == 0o640

    @posix
    def test_new_file_heeds_the_umask(self, tmp_path: Path) -> None:
        """A new file has the permissions that the user's umask gives to every other."""
        file = tmp_path / "out"
        newsdiff("read", COURIER, "-o", str(file))
        other = tmp_path / "other"
        other.touch()
        assert file.stat().st_mode == other.stat().st_mode

    @posix
    def test_link_stays_a_link(self, tmp_path: Path) -> None:
        """Writing to a link changes what it points at."""
        target, link = tmp_path / "target", tmp_path / "link"
        target.write_text("old", encoding="utf-8")
        link.symlink_to(target)
        newsdiff("read", COURIER, "-o", str(link))
        assert link.is_symlink()
        assert target.read_text(encoding="utf-8") == newsdiff("read", COURIER).out

    def test_an_input_may_be_the_output(self, tmp_path: Path) -> None:
        """All inputs are read before the output is opened."""
        file = tmp_path / "article.txt"
        file.write_bytes(Path(COURIER).read_bytes())
        expected = newsdiff("summarize", "-n", "1", str(file)).out
        assert newsdiff("summarize", "-n", "1", str(file), "-o", str(file)).status == Status.DONE
        assert file.read_text(encoding="utf-8") == expected

    def test_error_leaves_the_old_file(self, tmp_path: Path) -> None:
        """A command that fails does not touch the file that it would have written."""
        file = tmp_path / "out"
        file.write_text("precious", encoding="utf-8")
        assert newsdiff("read", "missing.txt", "-o", str(file)).status == Status.TROUBLE
        assert file.read_text(encoding="utf-8") == "precious"

    @pytest.mark.parametrize("place", ["no/such/folder/out", ""])
    def test_cannot_be_written(self, place: str, tmp_path: Path) -> None:
        """A file that cannot be written is named in one line, and nothing is left behind."""
        result = newsdiff("read", COURIER, "-o", str(tmp_path / place))
        assert (result.status, result.out) == (Status.TROUBLE, "")
        assert result.err.startswith(f"newsdiff: {tmp_path / place}: ")
        assert result.err.count("\n") == 1
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
    def test_full_disk(self) -> None:
        """A device that takes no more is named in one line."""
        result = newsdiff("read", COURIER, "-o", "/dev/full")
        assert (result.status, result.out) == (Status.TROUBLE, "")
        assert result.err.startswith("newsdiff: /dev/full: ")
        assert result.err.count("\n") == 1

    @posix
    def test_device_is_written_to(self) -> None:
        """A device is not replaced by a file."""
        assert newsdiff("read", COURIER, "-o", "/dev/null") == (Status.DONE, "", "")
        assert not Path("/dev/null").is_file()

    @pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="this system has no /dev/stdout")
    def test_standard_output_by_its_name(self) -> None:
        """A pipe that is named as a file is written to, not replaced."""
        assert newsdiff("read", COURIER, "-o", "/dev/stdout").out == newsdiff("read", COURIER).out

    @posix
    def test_link_in_wait(self, tmp_path: Path) -> None:
        """A link that lies where the temporary file would be is not written through."""
        victim = tmp_path / "victim"
        victim.write_text("precious", encoding="utf-8")
        script = (
            f"import os, sys; os.symlink({str(victim)!r}, f'.newsdiff-{{os.getpid()}}.tmp'); "
            "from newsdiff.__main__ import main; main()"
        )
        done = subprocess.run(
            [sys.executable, "-c", script, "read", COURIER, "-o", "out"],
            capture_output=True,
            check=False,
            cwd=tmp_path,
            env=surroundings(),
            timeout=PATIENCE,
        )
        assert done.returncode == Status.TROUBLE
        assert done.stderr.startswith(b"newsdiff: out: ")
        assert victim.read_text(encoding="utf-8") == "precious"


@posix
def test_file_name_that_is_not_unicode(tmp_path: Path) -> None:
    """A file whose name is no text can be read, and its name breaks no output."""
    name = os.fsencode(tmp_path) + b"/na\xefve.txt"
    try:
        Path(os.fsdecode(name)).write_bytes(Path(COURIER).read_bytes())
    except OSError:
        pytest.skip("this file system takes only names that are Unicode")
    for form in ("text", "tsv", "jsonl", "json"):
        done = subprocess.run(
            [*COMMAND, "read", "-f", form, name],
            capture_output=True,
            check=False,
            env=surroundings(),
            timeout=PATIENCE,
        )
        assert (done.returncode, done.stderr) == (Status.DONE, b"")
        assert done.stdout.decode("utf-8")


def test_any_folder(tmp_path: Path) -> None:
    """A command works in any folder, and leaves nothing there."""
    assert newsdiff("compare", COURIER, HERALD, cwd=tmp_path).status == Status.DONE
    assert list(tmp_path.iterdir()) == []
