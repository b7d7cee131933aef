"""Zip archives, as office documents and e-books are: opened only as far as the limits allow."""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from newsdiff.errors import InputError

if TYPE_CHECKING:
    from newsdiff.reading.document import Document

MAX_DIRECTORY = 1_000_000
"""Bytes that the list of an archive's files may take: some 10,000 files. Python makes an object of
half a kilobyte for each, and a list of 20 MB fits into the limit of an input."""

END_RECORD = b"PK\x05\x06"
DIRECTORY_SIZE = slice(12, 16)
"""Where the end record tells the list's size (APPNOTE.TXT 4.3.16); zipfile reads no more."""

BROKEN = (BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, OSError, RuntimeError,
          ValueError)  # fmt: skip
"""What zipfile raises for archives that are damaged, encrypted or packed in unknown ways."""


class Archive:
    """The files of an archive, read one by one until they are `max_bytes` together.

    Raises InputError for what is no whole archive, and for one that unpacks past the limit.
    """

    def __init__(self, document: Document, max_bytes: int) -> None:
        self._source = document.source
        self._left = self._limit = max_bytes
        end = document.data.rfind(END_RECORD)
        size = int.from_bytes(document.data[end:][DIRECTORY_SIZE], "little")
        if end >= 0 and size > MAX_DIRECTORY:
            raise InputError("holds more files than a document does; it is not read", self._source)
        try:
            self._zip = ZipFile(io.BytesIO(document.data))
            self.names: Sequence[str] = self._zip.namelist()
        except BROKEN:
            raise self._broken() from None

    def read(self, name: str) -> bytes:
        """Return a file's bytes; a file that is missing has none."""
        if name not in self._zip.NameToInfo:
            return b""
        try:
            with self._zip.open(name) as file:  # what a file says of its own size may be a lie
                data = file.read(self._left + 1)
        except BROKEN:
            raise self._broken() from None
        self._left -= len(data)
        if self._left < 0:
            raise InputError(
                f"unpacks to more than {self._limit:,} bytes; it is not read "
                "(--max-bytes raises the limit)",
                self._source,
            )
        return data

    def _broken(self) -> InputError:
        return InputError(
            "is a zip archive or an office document that is damaged or encrypted; save it anew",
            self._source,
        )
