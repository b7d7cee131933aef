"""Where results and complaints go: standard output, a file, standard error. Always UTF-8."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from newsdiff.errors import NewsdiffError

STDOUT = "-"


def write(pieces: Iterable[str], destination: str | None) -> None:
    """Write text to the file named `destination`, or to standard output when that is None or "-".

    A file appears whole or stays as it was. A reader that closes the pipe ends the output quietly,
    and no further piece is made. Raises NewsdiffError, which names the destination, when it cannot
    be written.
    """
    # A report holds no lone surrogates; a help text or an option may, and must not crash.
    data = (piece.encode("utf-8", errors="backslashreplace") for piece in pieces)
    if destination is None or destination == STDOUT:
        _write_stdout(data)
    else:
        _write_file(data, destination)


def complain(message: str) -> None:
    """Print `newsdiff: message` on standard error: one line that cannot drive a terminal."""
    from newsdiff.report.safety import safe  # noqa: PLC0415  only when something is wrong

    with suppress(OSError, AttributeError):  # it may be closed, and then nobody can be told
        sys.stderr.write(f"newsdiff: {safe(message)}\n")
        sys.stderr.flush()


def silence_stdout() -> None:
    """Send nothing more to standard output: when Python exits it would try again to write what is
    left in the buffer, and fail loudly."""
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, sys.stdout.fileno())
    os.close(devnull)


def _write_stdout(data: Iterable[bytes]) -> None:
    if sys.stdout is None:
        raise NewsdiffError("is closed; send it to a file or use --output", "standard output")
    out = sys.stdout.buffer
    try:
        for piece in data:
            out.write(piece)
        out.flush()
    except BrokenPipeError:
        silence_stdout()
    except OSError as error:
        silence_stdout()
        raise _unwritable(error, "standard output") from error


def _write_file(data: Iterable[bytes], destination: str) -> None:
    path = Path(destination)
    try:
        if path.exists() and not path.is_file():  # a device or a pipe has nothing to lose
            with path.open("wb") as file:
                file.writelines(data)
        else:
            _replace(path.resolve(), data)  # a link stays a link
    except OSError as error:
        raise _unwritable(error, destination) from error


def _replace(path: Path, data: Iterable[bytes]) -> None:
    """Write a file through a temporary one beside it, so that no error leaves half of it."""
    temporary = path.with_name(f".newsdiff-{os.getpid()}.tmp")
    file = temporary.open("xb")  # new, so never through a link that somebody laid there
    try:
        with file:
            file.writelines(data)
        if path.exists():
            temporary.chmod(stat.S_IMODE(path.stat().st_mode))
        temporary.replace(path)
    except BaseException:
        temporary.unlink()
        raise


def _unwritable(error: OSError, destination: str) -> NewsdiffError:
    return NewsdiffError(f"cannot be written: {error.strerror or error}", destination)
