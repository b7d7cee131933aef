"""Run newsdiff as its users do: a real process, in a pipe or on a terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "samples"
COURIER = str(SAMPLES / "summit-courier.txt")
HERALD = str(SAMPLES / "summit-herald.txt")
LEDGER = str(SAMPLES / "summit-ledger.txt")

COMMAND = (sys.executable, "-m", "newsdiff")
PATIENCE = 120
"""Seconds after which a process hangs; none takes more than a few."""

_DECIDES = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "COLUMNS", "LINES", "PYTHONIOENCODING",
            "http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy",
            "ALL_PROXY")  # fmt: skip


class Result(NamedTuple):
    """What a process left: its exit status and its output as text."""

    status: int
    out: str
    err: str


def surroundings(**variables: str) -> dict[str, str]:
    """Return the environment of a plain terminal, with `variables` set."""
    kept = {name: value for name, value in os.environ.items() if name not in _DECIDES}
    return {**kept, "PYTHONPATH": str(ROOT), "TERM": "xterm-256color", **variables}


def newsdiff(
    *arguments: str,
    stdin: bytes = b"",
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
) -> Result:
    """Run newsdiff in a pipe: neither its input nor its outputs are a terminal."""
    done = subprocess.run(
        [*COMMAND, *arguments],
        input=stdin,
        capture_output=True,
        check=False,
        cwd=cwd,
        env=surroundings() if env is None else env,
        timeout=PATIENCE,
    )
    return Result(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def on_terminal(
    command: Sequence[str],
    *,
    columns: int = 100,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
) -> Result:
    """Run a command whose standard output and error are a terminal, so wide; `err` is empty, as a
    terminal shows both as one."""
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
        cwd=cwd,
        env=surroundings() if env is None else env,
    )
    os.close(theirs)
    seen = bytearray()
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # Linux says so when the last writer has gone
            piece = b""
        if not piece:
            break
        seen += piece
    os.close(ours)
    status = process.wait(PATIENCE)
    return Result(status, seen.decode("utf-8").replace("\r\n", "\n"), "")
