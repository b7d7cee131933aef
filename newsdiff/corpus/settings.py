"""What a scan is asked for."""

from __future__ import annotations

from dataclasses import asdict, dataclass

DAY = 86_400
"""Seconds."""
GIGABYTE = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Rules:
    """What decides which rows a scan gives; engine, memory and threads do not.

    `within` is in days: passages of articles further apart are not looked for. `min_words` is the
    least score of a passage: its words that agree, less those that differ. `links` is how many
    earlier uses of five words in a row each use is held against. `sketch` holds fewer of them
    against each other: about half the cost, and one passage in forty is missed. `same_outlet`
    looks for passages within one outlet, too.
    """

    within: int = 30
    min_words: int = 8
    links: int = 50
    sketch: bool = False
    same_outlet: bool = False

    def as_data(self) -> dict[str, int | bool]:
        """Return the rules by name, for the manifest."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Resources:
    """What a scan may use: bytes of memory, processors, and a folder for passing files
    (None: inside of the result's folder)."""

    memory: int = 2 * GIGABYTE
    threads: int = 1
    temp: str | None = None
