"""Document: the bytes of one input, and what was told about them on the way."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Document:
    """The bytes of a file, of standard input or of a URL.

    `source` is the input's name as the user gave it, without a selection. `media_type` (small
    letters, no parameters) and `charset` are what a server told, `url` is where redirects ended;
    all are None for files. `notes` are remarks of the fetcher's, one line each, and
    `warnings` what nobody should miss.
    """

    source: str
    data: bytes
    media_type: str | None = None
    charset: str | None = None
    url: str | None = None
    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def ending(self) -> str:
        """The ending of the name in small letters, with its full stop, or nothing."""
        return PurePath(urlsplit(self.url).path if self.url else self.source).suffix.lower()
