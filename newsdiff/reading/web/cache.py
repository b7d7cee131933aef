"""Pages that were fetched, kept on disk: comparing again is instant, and works offline.

One file a URL: a line of JSON about the document, then the document, packed. Nothing else that
newsdiff reads is ever written down. What the cache cannot read or write it does without.
"""

from __future__ import annotations

import hashlib
import json
import os
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

SUFFIX = ".page"
MAX_BYTES = 200_000_000
"""The most that all files together hold: some 5,000 pages. The oldest go first."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A document as it was fetched, `fetched` in seconds since 1970.

    `url` is where it was found. `etag` and `last_modified` let the server say that it is still
    right.
    """

    url: str
    data: bytes
    media_type: str | None
    charset: str | None
    etag: str | None
    last_modified: str | None
    fetched: float


def folder() -> Path:
    """Return where the system wants caches to be."""
    from platformdirs import user_cache_path  # noqa: PLC0415  of the extra `web`

    return Path(user_cache_path("newsdiff", appauthor=False))


def load(place: Path, url: str, max_bytes: int) -> Copy | None:
    """Return the copy of what stands at `url`, or None: it is not there, is damaged, or holds
    more than `max_bytes`."""
    try:
        with _file(place, url).open("rb") as file:
            told = json.loads(file.readline(PATIENCE))
            unpacker = zlib.decompressobj()
            data = unpacker.decompress(file.read(), max_bytes + 1)
        return Copy(data=data, **told) if unpacker.eof and len(data) <= max_bytes else None
    except (OSError, ValueError, TypeError, zlib.error):
        return None


PATIENCE = 100_000
"""The longest first line that a file of ours can have."""


def store(place: Path, url: str, copy: Copy) -> None:
    """Keep a copy of what stands at `url`, whole or not at all, for this user alone."""
    told = {name: value for name, value in asdict(copy).items() if name != "data"}
    path = _file(place, url)
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    with suppress(OSError):
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            with os.fdopen(os.open(temporary, FRESH, 0o600), "wb") as file:
                file.write(json.dumps(told).encode() + b"\n" + zlib.compress(copy.data, 1))
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
        _trim(place)


FRESH = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
"""A new file, so never one through a link that somebody laid there."""


def clear(place: Path) -> tuple[int, int]:
    """Remove every page that is kept; return how many there were and how many bytes they held."""
    removed = [(path, size) for _, size, path in _files(place) if _removed(path)]
    return len(removed), sum(size for _, size in removed)


def _trim(place: Path) -> None:
    files = sorted(_files(place), reverse=True)
    held = 0
    for _, size, path in files:
        held += size
        if held > MAX_BYTES:
            _removed(path)


def _removed(path: Path) -> bool:
    with suppress(OSError):
        path.unlink()
        return True
    return False


def _files(place: Path) -> Iterator[tuple[float, int, Path]]:
    """Yield the time, size and path of every file of the cache."""
    for path in place.glob(f"*{SUFFIX}*"):
        with suppress(OSError):  # another process may have removed it
            found = path.stat()
            yield found.st_mtime, found.st_size, path


def _file(place: Path, url: str) -> Path:
    return place / (hashlib.sha256(url.encode("utf-8", "replace")).hexdigest() + SUFFIX)
