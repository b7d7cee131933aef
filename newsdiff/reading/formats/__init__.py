"""One module a format. Each has `drafts(document, settings)`, which yields what the document
holds: a Draft for each article, and an InputError for each that cannot be read while others can.
It raises InputError where nothing can be read, the missing extra among the reasons.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from newsdiff.errors import InputError
    from newsdiff.reading.document import Document
    from newsdiff.reading.draft import Draft
    from newsdiff.reading.settings import ReadSettings


class Reader(Protocol):
    """What a format's module offers."""

    def drafts(self, document: Document, settings: ReadSettings) -> Iterator[Draft | InputError]:
        """Yield what the document holds."""
        ...


def reader(name: str) -> Reader:
    """Return the reader of a format that `detect` names: the module of its name, loaded when it
    is first asked for."""
    return cast("Reader", import_module(f"{__name__}.{name}"))
