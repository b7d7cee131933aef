"""What a reader of inputs may be told: encoding, language, limits."""

from __future__ import annotations

from dataclasses import dataclass

MAX_BYTES = 20_000_000
"""The most that one input may hold unless an option raises it: some 3 million words. Documents
that are packed (office documents, e-books) may unpack to no more than this either."""


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """How to read. `encoding` and `language` are None where they are to be found out. `cache` keeps
    pages that were fetched, and takes them from there; `private` lets newsdiff visit addresses that
    are not of the public internet."""

    encoding: str | None = None
    language: str | None = None
    max_bytes: int = MAX_BYTES
    cache: bool = True
    private: bool = False
