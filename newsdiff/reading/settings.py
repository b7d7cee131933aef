"""What a reader of inputs may be told: encoding, language, limits."""

from __future__ import annotations

from typing import NamedTuple

MAX_BYTES = 20_000_000
"""The most that one input may hold unless an option raises it: some 3 million words. Documents
that are packed (office documents, e-books) may unpack to no more than this either."""

MAX_SENTENCES = 10_000
"""The most sentences of one article unless an option raises it: ten times a long one's, and a
megabyte of news. Up to it `compare` of two takes 10 s and 500 MB at most."""


class ReadSettings(NamedTuple):
    """How to read. `encoding` and `language` are None where they are to be found out. `cache` keeps
    pages that were fetched, and takes them from there; `private` lets newsdiff visit addresses that
    are not of the public internet."""

    encoding: str | None = None
    language: str | None = None
    max_bytes: int = MAX_BYTES
    cache: bool = True
    private: bool = False
    max_sentences: int = MAX_SENTENCES
