"""How far long work is, on standard error: a line that renews itself, or JSON lines."""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING, Literal

from newsdiff.cli.status_line import StatusLine

if TYPE_CHECKING:
    from newsdiff.corpus.progress import Step, Tell

Choice = Literal["auto", "json", "never"]
"""The values of --progress; auto is a line on a terminal and nothing elsewhere."""

_SECONDS = 0.1
"""Between two renewals of the line."""


def teller(choice: Choice) -> Tell:
    """Return who is told how far the work is."""
    if choice == "json":
        return _Json()
    line = StatusLine()
    if choice == "auto" and line.on:
        return _Line(line)
    from newsdiff.corpus.progress import silent  # noqa: PLC0415  `--help` works at nothing

    return silent


class _Clock:
    """The time that a stage takes; each new stage starts it anew."""

    def __init__(self) -> None:
        self.stage = ""
        self._start = 0.0
        self._first = 0

    def rate(self, step: Step) -> float | None:
        """Return units done a second, since the stage's first step."""
        now = time.monotonic()
        if step.stage != self.stage:
            self.stage, self._start, self._first = step.stage, now, step.done
        passed = now - self._start
        return (step.done - self._first) / passed if passed > 0 else None


class _Json:
    """One object a step: {"stage", "done", "total", "unit", "rate", "seconds_left"}."""

    def __init__(self) -> None:
        self._clock = _Clock()

    def __call__(self, step: Step) -> None:
        rate = self._clock.rate(step)
        data = {
            **step._asdict(),
            "rate": round(rate, 1) if rate else None,
            "seconds_left": _left(step, rate),
        }
        sys.stderr.write(json.dumps(data) + "\n")
        sys.stderr.flush()


class _Line:
    """A line on a terminal, written over itself and gone when another stage begins."""

    def __init__(self, line: StatusLine) -> None:
        self._clock = _Clock()
        self._line = line
        self._written = 0.0

    def __call__(self, step: Step) -> None:
        rate = self._clock.rate(step)
        now = time.monotonic()
        if now - self._written < _SECONDS and step.done != step.total:
            return
        self._written = now
        said = [f"{step.stage} {step.done:,}"]
        if step.total is not None:
            said[0] += f" of {step.total:,}"
        said[0] += f" {step.unit}"
        if rate:
            said.append(f"{rate:,.0f} a second" if rate >= 1 else f"{1 / rate:,.0f} s each")
        left = _left(step, rate)
        if left:
            said.append(f"{_clock(left)} left")
        self._line.put(" · ".join(said))
        if step.done == step.total:
            self._line.clear()


def _left(step: Step, rate: float | None) -> int | None:
    return None if step.total is None or not rate else round((step.total - step.done) / rate)


def _clock(seconds: int) -> str:
    """Return a time as people read it.

    >>> _clock(42), _clock(142), _clock(7242)
    ('42 s', '2 min 22 s', '2 h 0 min')
    """
    if seconds < 60:
        return f"{seconds} s"
    if seconds < 3600:
        return f"{seconds // 60} min {seconds % 60} s"
    return f"{seconds // 3600} h {seconds % 3600 // 60} min"
