"""Work in a process of its own, which can be stopped: within a time and a memory.

Threads cannot be stopped, and libraries in other languages have documents on which they take
minutes or gigabytes, or fall; then only their process goes down.
"""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path

SECONDS = 8
"""Seconds of a processor for one document."""
PATIENCE = 40
"""Seconds on the clock after which it is over where the system does not count processor time, or
too many wait for the processor."""
MEGABYTES = 450
"""The address space for one document, where the system keeps such a limit."""

START = """\
import sys
sys.path.append(sys.argv[1])
from newsdiff.reading.apart import work
work(sys.argv[2], int(sys.argv[3]))
"""


def answer(module: str, data: bytes, *, seconds: int = SECONDS) -> bytes | None:
    """Return what `module`'s `answer(data)` does, or None where the limits (`seconds` of a
    processor among them), or a fault of a library, ended it."""
    home = str(Path(__file__).resolve().parents[2])
    # -P: no module in the folder that newsdiff is run in may stand in for a library.
    command = [sys.executable, "-P", "-c", START, home, module, str(seconds)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        try:
            out, _ = process.communicate(data, PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            return None
        except BaseException:
            process.kill()
            raise
    return None if process.returncode else out


def work(module: str, seconds: int) -> None:
    """Answer in this process, under the limits: from standard input to standard output."""
    with suppress(ImportError, OSError, ValueError):  # Windows has no such limits, macOS not all
        import resource  # noqa: PLC0415  not on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        size = MEGABYTES * 1_000_000
        resource.setrlimit(resource.RLIMIT_AS, (size, size))
    sys.stdout.buffer.write(import_module(module).answer(sys.stdin.buffer.read()))
