"""Bytes, files and standard input to Article; later rooms see nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsdiff.article import Article

MAX_BYTES = 20_000_000
"""The most that one input may hold unless an option raises it: some 3 million words."""


def read(
    source: str,
    *,
    encoding: str | None = None,
    language: str | None = None,
    max_bytes: int = MAX_BYTES,
) -> Article:
    """Read one article from a file, or from standard input when `source` is "-".

    Raises InputError, naming the source and the mend, when it is missing, a directory, empty,
    binary, unreadable or larger than `max_bytes`.
    """
    raise NotImplementedError


def from_text(text: str, source: str = "-", *, language: str | None = None) -> Article:
    """Make an article of `text` as `read` would of a file that holds it (front matter too)."""
    raise NotImplementedError
