"""Extraction in a process of its own, which can be stopped: within a time and a memory.

    python -c "…" newsdiff's folder   < the page's URL as JSON, a newline, the page
                                      > `Extracted` as JSON

Threads cannot be stopped, and trafilatura, htmldate and libxml2 all have pages on which they take
minutes; or they fail outright, and only their process goes down.
"""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from newsdiff.reading.page.extracted import Extracted

SECONDS = 4
"""Seconds of a processor for one page. Most take a twentieth of one, and the start a third."""
PATIENCE = 20
"""Seconds on the clock after which it is over where the system does not count processor time, or
too many wait for the processor."""
MEGABYTES = 400
"""The address space for one page, where the system keeps such a limit: some 150 are taken before
the page is looked at."""

START = """\
import sys
sys.path.append(sys.argv[1])
from newsdiff.reading.page.worker import main
main()
"""


def extracted(html: str, url: str | None) -> Extracted | None:
    """Return what stands on a page, or None where the limits, or a fault of a library, ended it."""
    home = str(Path(__file__).resolve().parents[3])
    # -P: no module in the folder that newsdiff is run in may stand in for a library.
    command = [sys.executable, "-P", "-c", START, home]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        try:
            page = f"{json.dumps(url)}\n{html}".encode("utf-8", "replace")
            out, _ = process.communicate(page, PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            return None
        except BaseException:
            process.kill()
            raise
    if process.returncode:
        return None
    data = json.loads(out)
    return Extracted(**data)


def main() -> None:
    """Read a page from standard input and write what stands on it to standard output."""
    _limit()
    from newsdiff.reading.page.extraction import extract  # noqa: PLC0415  under the limits, too

    url = json.loads(sys.stdin.buffer.readline())
    html = sys.stdin.buffer.read().decode("utf-8")
    sys.stdout.buffer.write(json.dumps(asdict(extract(html, url))).encode())


def _limit() -> None:
    """Let the system end this process at the limits."""
    with suppress(ImportError, OSError, ValueError):  # Windows has no such limits, macOS not all
        import resource  # noqa: PLC0415  not on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
        size = MEGABYTES * 1_000_000
        resource.setrlimit(resource.RLIMIT_AS, (size, size))
