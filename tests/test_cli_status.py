"""Exit statuses, and what is said on standard error when something is wrong."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from processes import COURIER, HERALD, LEDGER, PATIENCE, newsdiff, surroundings

from newsdiff.cli.status import Status

COMMANDS = ("compare", "summarize", "read")


@pytest.mark.parametrize("command", COMMANDS)
def test_done(command: str) -> None:
    """A command that did what it was asked to says nothing but its result."""
    result = newsdiff(command, COURIER, HERALD)
    assert result.status == Status.DONE
    assert result.err == ""
    assert result.out.endswith("\n")


def test_a_guessed_encoding_is_told(tmp_path: Path) -> None:
    """Who pipes on an article in an old encoding would not hear that its letters were guessed."""
    old = tmp_path / "old.txt"
    old.write_bytes(
        "The café on the quay opened on Monday, said the señora who owns it.".encode("cp1252")
    )
    result = newsdiff("summarize", str(old))
    assert result.status == Status.DONE
    assert "café" in result.out
    assert result.err.startswith(f"newsdiff: {old}: read as ")
    named = newsdiff("summarize", "--encoding", "cp1252", str(old))
    assert (named.out, named.err) == (result.out, "")


def test_difference_is_no_failure() -> None:
    """Articles that differ give status 1 when a script asks for it, and never otherwise."""
    assert newsdiff("compare", COURIER, HERALD).status == Status.DONE
    asked = newsdiff("compare", "--exit-code", COURIER, HERALD)
    assert asked.status == Status.DIFFERENT
    assert asked.out != ""


def test_same_article_does_not_differ() -> None:
    """An article held against itself tells nothing that the other does not."""
    assert newsdiff("compare", "--exit-code", COURIER, COURIER).status == Status.DONE


def test_quiet() -> None:
    """--quiet answers by its status alone."""
    assert newsdiff("compare", "-q", COURIER, HERALD) == (Status.DIFFERENT, "", "")
    assert newsdiff("compare", "--quiet", COURIER, COURIER) == (Status.DONE, "", "")


@pytest.fixture
def broken(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An input that cannot be read as an article, of the kind asked for."""
    path = tmp_path / f"{request.param}.txt"
    match request.param:
        case "empty":
            path.write_bytes(b"")
        case "blank":
            path.write_bytes(b" \n\t\n")
        case "binary":
            path.write_bytes(bytes(range(256)) * 20)
        case "directory":
            path.mkdir()
        case "unreadable":
            if os.geteuid() == 0:
                pytest.skip("root can read every file")
            path.write_text("A sentence.", encoding="utf-8")
            path.chmod(0)
    return str(path)


KINDS = ("missing", "empty", "blank", "binary", "directory", "unreadable")


@pytest.mark.parametrize("broken", KINDS, indirect=True)
@pytest.mark.parametrize("command", COMMANDS)
def test_broken_input_among_good_ones(command: str, broken: str) -> None:
    """What is wrong with one input is told in one line that names it; the others are served."""
    result = newsdiff(command, COURIER, broken, HERALD)
    assert result.status == Status.TROUBLE
    assert result.err.startswith(f"newsdiff: {broken}: ")
    assert result.err.count("\n") == 1
    assert result.out == newsdiff(command, COURIER, HERALD).out


@pytest.mark.parametrize("broken", KINDS, indirect=True)
@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_left_to_serve(command: str, broken: str) -> None:
    """Without anything to work on there is one line for each bad input and no output."""
    result = newsdiff(command, broken)
    assert (result.status, result.out) == (Status.TROUBLE, "")
    assert result.err.count("\n") == 1


def test_compare_needs_two_that_can_be_read() -> None:
    """A comparison that is left with one article does not add a second complaint."""
    result = newsdiff("compare", COURIER, "missing.txt")
    assert (result.status, result.out) == (Status.TROUBLE, "")
    assert result.err.startswith("newsdiff: missing.txt: ")
    assert result.err.count("\n") == 1


def test_compare_with_one() -> None:
    """One article alone is told how many are wanted."""
    result = newsdiff("compare", COURIER)
    assert (result.status, result.out) == (Status.TROUBLE, "")
    assert "2 to 20 articles, not 1" in result.err


def test_trouble_outweighs_a_difference() -> None:
    """A script that asks for a difference hears of an unread input first."""
    result = newsdiff("compare", "--exit-code", COURIER, "missing.txt", HERALD)
    assert result.status == Status.TROUBLE


WRONG = {
    "command": (["compair"], "compare, summarize, read, scan, corpus, cache"),
    "option": (["compare", "--colour", COURIER, HERALD], "--color"),
    "format": (["compare", "-f", "xml", COURIER, HERALD], "'tsv'"),
    "color": (["read", "--color", "sometimes", COURIER], "'always'"),
    "section": (["compare", "--show", "names,faces", COURIER, HERALD], "names, voices"),
    "kind": (["compare", "--only", "copied", COURIER, HERALD], "verbatim, quote"),
    "method": (["summarize", "-m", "magic", COURIER], "lexrank, textrank"),
    "min-score": (["compare", "--min-score", "2", COURIER, HERALD], "0<=x<=1"),
    "min-score nan": (["compare", "--min-score", "nan", COURIER, HERALD], "not a number"),
    "percent nan": (["summarize", "--percent", "nan", COURIER], "not a number"),
    "percent zero": (["summarize", "--percent", "0", COURIER], ""),
    "sentences": (["summarize", "-n", "0", COURIER], "x>=1"),
    "two lengths": (["summarize", "-n", "2", "--words", "9", COURIER], "only one of"),
    "width": (["read", "--width", "7", COURIER], "40<=x"),
    "max-bytes": (["read", "--max-bytes", "many", COURIER], "many"),
    "encoding": (["read", "--encoding", "klingon", COURIER], "klingon"),
    "language": (["read", "--language", "Klingon", COURIER], "such as en"),
    "no files": (["compare"], "FILE"),
    "stdin twice": (["compare", "-", "-"], "only once"),
}


@pytest.mark.parametrize(("arguments", "mend"), WRONG.values(), ids=WRONG)
def test_wrong_option(arguments: list[str], mend: str) -> None:
    """A wrong option gets one line that names what would be right, status 2 and no output."""
    result = newsdiff(*arguments)
    assert (result.status, result.out) == (Status.TROUBLE, "")
    assert result.err.startswith("newsdiff: ")
    assert result.err.count("\n") == 1
    assert mend in result.err


def test_too_large() -> None:
    """An input over the limit is refused by name, and a raised limit lets it in."""
    refused = newsdiff("read", "--max-bytes", "100", COURIER)
    assert refused.status == Status.TROUBLE
    assert refused.err.startswith(f"newsdiff: {COURIER}: ")
    assert newsdiff("read", "--max-bytes", "100000", COURIER).status == Status.DONE


def test_complaint_cannot_drive_the_terminal() -> None:
    """A file name is printed on one line and with its escape sequences made visible."""
    result = newsdiff("read", "no\x1b[31msuch\nfile\u202e.txt")
    assert result.status == Status.TROUBLE
    assert result.err.count("\n") == 1
    assert "\x1b" not in result.err
    assert "\u202e" not in result.err


@pytest.mark.skipif(os.name != "posix", reason="signals are those of POSIX")
@pytest.mark.parametrize("command", COMMANDS)
def test_interrupt(command: str) -> None:
    """Ctrl-C ends a process that waits for input quietly, with status 130."""
    # A parent that ignores Ctrl-C, as pytest-xdist's workers do, hands that down.
    script = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
        "from newsdiff.__main__ import main; main()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, command, "-", LEDGER],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=surroundings(),
    ) as process:
        assert process.stdin is not None
        # More than a pipe holds: once it is taken, the process reads and waits for the rest.
        process.stdin.write(b"A sentence that goes on. " * 20_000)
        process.stdin.flush()
        time.sleep(0.5)  # until it has taken all of it
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == Status.INTERRUPTED
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.read() == b""
        assert process.stderr.read() == b""
