"""newsdiff cache: the copies of pages that were fetched."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from newsdiff.cli.output import write
from newsdiff.cli.status import Status
from newsdiff.errors import UsageError


def cache(
    action: Annotated[Literal["clear"], typer.Argument(help="clear removes every copy.")],
) -> Status:
    """Remove the copies of pages that newsdiff fetched.

    \b
    newsdiff cache clear
    """  # noqa: D301  \b, a backspace, keeps these lines as they are
    from newsdiff.reading.web.cache import clear, folder  # noqa: PLC0415  `--help` clears nothing

    try:
        place = folder()
    except ModuleNotFoundError:
        raise UsageError(
            f"cache {action}: nothing is kept without an optional part: pip install 'newsdiff[web]'"
        ) from None
    count, size = clear(place)
    pages = "1 page" if count == 1 else f"{count:,} pages"
    write([f"removed {pages} ({size:,} bytes) from {place}\n"], None)
    return Status.DONE
