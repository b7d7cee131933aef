"""How far a scan is, for whoever wants to show it."""

from __future__ import annotations

from typing import NamedTuple, Protocol


class Step(NamedTuple):
    """Work of one stage: `done` of `total` (None: not known), counted in `unit`."""

    stage: str
    done: int
    total: int | None
    unit: str


class Tell(Protocol):
    """Who is told of every step."""

    def __call__(self, step: Step) -> None:
        """Take note of a step."""


def silent(step: Step) -> None:
    """Tell nobody."""
