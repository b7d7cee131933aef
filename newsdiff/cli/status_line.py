"""A line on standard error that long work writes over itself; it is gone when the work is over."""

from __future__ import annotations

import sys
from contextlib import suppress


class StatusLine:
    """Says something on a terminal and nothing elsewhere; a terminal that is gone is no trouble."""

    def __init__(self) -> None:
        self.on = sys.stderr is not None and sys.stderr.isatty()
        self._said = False

    def put(self, text: str) -> None:
        """Write `text` in the place of what the line says."""
        self._write(f"\r{text}\x1b[K")
        self._said = bool(text)

    def clear(self) -> None:
        """Take the line away, if there is one."""
        if self._said:
            self.put("")

    def _write(self, text: str) -> None:
        if self.on:
            with suppress(OSError, ValueError):
                sys.stderr.write(text)
                sys.stderr.flush()
