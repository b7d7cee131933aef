"""Files, pipes and standard input as bytes, and what is said when they cannot be read."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from newsdiff.errors import InputError
from newsdiff.reading import read
from newsdiff.reading.files import load

TEXT = b"The bridge stays, the council said.\n"
LIMIT = 1000


def test_a_file(tmp_path: Path) -> None:
    """A plain file cannot be read."""
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT)
    assert load(str(path), LIMIT) == TEXT


def test_the_limit(tmp_path: Path) -> None:
    """A file of exactly the limit is refused, or one of a byte more is read."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"a" * LIMIT)
    assert len(load(str(path), LIMIT)) == LIMIT
    path.write_bytes(b"a" * (LIMIT + 1))
    with pytest.raises(InputError, match="is larger than 1,000 bytes"):
        load(str(path), LIMIT)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n", "is empty"),
        (b"%PDF-1.7\n%abc", "is a PDF document"),
        (b"PK\x03\x04abc", "is a zip archive or an office document"),
        (b"\x1f\x8babc", "is a gzip archive"),
        (b"{\\rtf1 abc}", "is an RTF document"),
        (b"abc\0\0\0def\0\x01\x02\0", "is binary"),
    ],
)
def test_what_is_no_article(tmp_path: Path, content: bytes, says: str) -> None:
    """A file without text is read as an article of nothing or of noise."""
    path = tmp_path / "a"
    path.write_bytes(content)
    with pytest.raises(InputError, match=says) as caught:
        read(str(path))
    assert caught.value.source == str(path)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("missing.txt", "no such file"),
        ("http://", "names no host|optional part"),
        (".", "is a directory"),
        ("a\0b", "no name that a file can have"),
        ("a" * 5000, "cannot be read"),
        ("", "is a directory"),
    ],
)
def test_what_cannot_be_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, says: str
) -> None:
    """A name that leads nowhere ends in a traceback, or in words that help nobody."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError, match=says):
        read(name)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_no_permission(tmp_path: Path) -> None:
    """A file that may not be read ends in a traceback."""
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT)
    path.chmod(0)
    with pytest.raises(InputError, match="may not be read"):
        load(str(path), LIMIT)


def test_permission_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A refusal of the system's is told in its own words (also where tests run as root)."""

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(InputError, match="may not be read; check its permissions"):
        load("a.txt", LIMIT)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """The name - does not stand for standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT)))
    assert load("-", LIMIT) == TEXT


def test_no_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process without a standard input ends in a traceback."""
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(InputError, match="standard input is closed"):
        load("-", LIMIT)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe(tmp_path: Path) -> None:
    """The shell's <(command) cannot be read, as a pipe has no size."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    script = f"import pathlib, time; f = open({str(pipe)!r}, 'wb'); f.write({TEXT!r}); f.flush(); "
    script += f"time.sleep(0.2); f.write({TEXT!r}); f.close()"
    with subprocess.Popen([sys.executable, "-c", script]):
        assert load(str(pipe), LIMIT) == TEXT * 2


@pytest.mark.skipif(not Path("/dev/stdin").exists(), reason="no /dev/stdin here")
def test_dev_stdin() -> None:
    """A pipe by the name of /dev/stdin cannot be read."""
    script = "from newsdiff.reading.files import load; print(len(load('/dev/stdin', 1000)))"
    done = subprocess.run(
        [sys.executable, "-c", script], input=TEXT, capture_output=True, check=True
    )
    assert int(done.stdout) == len(TEXT)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no /dev/zero here")
def test_an_endless_file() -> None:
    """An endless device fills the memory instead of the limit."""
    with pytest.raises(InputError, match="is larger than 1 MB"):
        load("/dev/zero", 1_000_000)
