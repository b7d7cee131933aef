"""Files and standard input to bytes, under a size limit; every trouble is told with its mend."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO

from newsdiff.errors import InputError
from newsdiff.reading.sources import STDIN

MEGABYTE = 1_000_000


def load(source: str, max_bytes: int) -> bytes:
    """Return all bytes of a file, or of standard input when `source` is "-".

    Pipes and devices work, as only what is read is counted: at most one byte over the limit.
    Raises InputError when the source cannot be read, holds nothing or is larger than `max_bytes`.
    """
    data = _read(source, max_bytes + 1)
    if len(data) > max_bytes:
        raise InputError(
            f"is larger than {_size(max_bytes)}; give the article alone, or raise the limit", source
        )
    if not data.strip():
        raise InputError("is empty; give a file that holds an article's text", source)
    return data


def _read(source: str, limit: int) -> bytes:
    """Return the first `limit` bytes of the source."""
    try:
        if source == STDIN:
            return _stdin(source).read(limit)
        with Path(source).open("rb") as file:
            return file.read(limit)
    except FileNotFoundError:
        raise InputError("no such file; check the name", source) from None
    except IsADirectoryError:
        raise InputError("is a directory; name the files in it", source) from None
    except PermissionError:
        raise InputError("may not be read; check its permissions", source) from None
    except ValueError:  # a name with a NUL in it
        raise InputError("is no name that a file can have; check the name", source) from None
    except OSError as error:
        reason = (error.strerror or "unknown trouble").lower()
        raise InputError(f"cannot be read ({reason}); check the name", source) from None


def _stdin(source: str) -> BinaryIO:
    # A process may be started without a standard input at all.
    if sys.stdin is None or sys.stdin.closed:
        raise InputError("standard input is closed; give a file or a pipe", source)
    return sys.stdin.buffer


def _size(count: int) -> str:
    """Return a size in bytes as people say it."""
    return (
        f"{count // MEGABYTE} MB"
        if count >= MEGABYTE and count % MEGABYTE == 0
        else f"{count:,} bytes"
    )
