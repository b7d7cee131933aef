"""Long work: a warning before it, and while it lasts a line on standard error that counts."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

LONG = 60.0
"""Seconds from which on work is announced."""
PATIENCE = 2.0
"""Seconds that pass before the line appears."""


@contextmanager
def waiting(what: str, expected: float) -> Iterator[None]:
    """Count the seconds on standard error while the body runs, where that is a terminal.

    `expected` is about how many it will be. The line is wiped out in the end.
    """
    if not (sys.stderr and sys.stderr.isatty()):
        yield
        return
    done = threading.Event()
    counter = threading.Thread(target=_count, args=(what, expected, done), daemon=True)
    counter.start()
    try:
        yield
    finally:
        done.set()
        counter.join()


def _count(what: str, expected: float, done: threading.Event) -> None:
    start = time.monotonic()
    shown = False
    wait = PATIENCE
    while not done.wait(wait):
        passed = time.monotonic() - start
        _put(f"\r{what}: {passed:.0f} s of about {duration(max(expected, passed))} \x1b[K")
        shown, wait = True, 1.0
    if shown:
        _put("\r\x1b[K")


def _put(text: str) -> None:
    with suppress(OSError, ValueError):  # a terminal that is gone shows no progress
        sys.stderr.write(text)
        sys.stderr.flush()


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
