"""Long work: a warning before it, and while it lasts a line on standard error that counts."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from newsdiff.cli.status_line import StatusLine

LONG = 60.0
"""Seconds from which on work is announced."""
PATIENCE = 2.0
"""Seconds that pass before the line appears."""


@contextmanager
def waiting(what: str, expected: float) -> Iterator[None]:
    """Count the seconds on standard error while the body runs, where that is a terminal.

    `expected` is about how many it will be. The line is wiped out in the end.
    """
    line = StatusLine()
    if not line.on:
        yield
        return
    done = threading.Event()
    counter = threading.Thread(target=_count, args=(line, what, expected, done), daemon=True)
    counter.start()
    try:
        yield
    finally:
        done.set()
        counter.join()


def _count(line: StatusLine, what: str, expected: float, done: threading.Event) -> None:
    start = time.monotonic()
    wait = PATIENCE
    while not done.wait(wait):
        passed = time.monotonic() - start
        line.put(f"{what}: {passed:.0f} s of about {duration(max(expected, passed))} ")
        wait = 1.0
    line.clear()


def duration(seconds: float) -> str:
    """Return a length of time in the words in which people say it.

    >>> duration(40), duration(100), duration(20_000)
    ('40 s', '2 minutes', '6 hours')
    """
    if seconds < LONG:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    if minutes < 120:
        return f"{minutes} minute{'s' * (minutes != 1)}"
    return f"{round(seconds / 3600):,} hours"
