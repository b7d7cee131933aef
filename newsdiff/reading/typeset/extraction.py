"""PDF documents to blocks by pypdfium2, which gives characters with their places.

Nothing but `formats.pdf` asks for this, through `reading.apart`: pdfium takes gigabytes for some
small documents, and nothing in the process that runs it could stop it.
"""

from __future__ import annotations

import ctypes
import json

import pypdfium2
from pypdfium2 import raw

from newsdiff.reading.typeset.columns import columns
from newsdiff.reading.typeset.furniture import Page, without_furniture
from newsdiff.reading.typeset.line import SOFT_HYPHEN, Line
from newsdiff.reading.typeset.paragraphs import blocks

MAX_PAGES = 1000
"""Pages that are read: a book. A page costs some 10 ms."""

MAX_CHARACTERS = 1_000_000
"""Characters that are read, of a page and of all: two novels. A million takes 3 s."""

GAP = 1.0
"""White space in a line, in heights of its characters, that parts it: columns stand farther apart,
words of justified lines hardly do, and rows that are of one column are put together again."""
BOLD = 600
"""Weight from which type is bold (700 is, 400 is not)."""
HYPHENS = "\x02\ufffe\xad"
"""What pdfium makes of a hyphen at a line's end."""


def answer(data: bytes) -> bytes:
    """Return what stands in a document as JSON: `blocks` (text and whether it is a heading), what
    was `dropped`, how many pages are `unread`, `title` and `author`; or what is the `fault`."""
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        fault = "locked" if "password" in str(error).lower() else "damaged"
        return json.dumps({"fault": fault}).encode()
    pages = []
    characters = 0
    for number in range(min(len(pdf), MAX_PAGES)):
        try:
            page = _page(pdf, number)
        except pypdfium2.PdfiumError:  # one page is broken
            continue
        pages.append(page)
        characters += sum(len(line.text) for line in page.lines)
        if characters > MAX_CHARACTERS:
            break
    kept, dropped = without_furniture(pages)
    told = pdf.get_metadata_dict()
    found = {
        "blocks": list(blocks([column for lines in kept for column in columns(lines)])),
        "dropped": dropped,
        "unread": len(pdf) - len(pages),
        "title": told.get("Title"),
        "author": told.get("Author"),
    }
    return json.dumps(found).encode()


def _page(pdf: pypdfium2.PdfDocument, number: int) -> Page:
    """Return the pieces of lines on a page, in the order in which it draws them.

    pdfium puts in a space or a line break where characters stand apart, but its lines run across
    columns that are close: a wide gap parts them here.
    """
    page = pdf[number]
    page_text = page.get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    box = raw.FS_RECTF()
    lines: list[Line] = []
    piece = _Piece()
    inside = False  # a word: only its first and its last character are asked for their places

    def end_word(last: int) -> None:
        if inside:
            raw.FPDFText_GetLooseCharBox(page_text, last, box)
            piece.reach(box.right)

    count = min(page_text.count_chars(), MAX_CHARACTERS)
    for at in range(count):
        char = chr(raw.FPDFText_GetUnicode(page_text, at))
        if char.isspace() or char == "\0":
            end_word(at - 1)
            inside = False
            if char in "\r\n":
                lines += piece.taken()
            else:
                piece.space()
            continue
        if not inside:
            raw.FPDFText_GetCharOrigin(page_text, at, x, y)
            raw.FPDFText_GetLooseCharBox(page_text, at, box)
            if piece.apart(box.left, y.value):
                lines += piece.taken()
            if not piece.text:
                bold = raw.FPDFText_GetFontWeight(page_text, at) >= BOLD
                piece.begin(box.left, y.value, abs(box.top - box.bottom), bold=bold)
            inside = True
        piece.text += SOFT_HYPHEN if char in HYPHENS else char
    end_word(count - 1)
    lines += piece.taken()
    return Page(lines, page.get_height())


class _Piece:
    """The piece of a line that is being put together."""

    def __init__(self) -> None:
        self.text = ""
        self._bold = False
        self._left = self._right = self._y = self._size = 0.0

    def apart(self, left: float, y: float) -> bool:
        """Return whether a character at this place stands in another piece."""
        if not self.text:
            return False
        gap = left - self._right
        return abs(y - self._y) > self._size / 2 or not -self._size < gap < GAP * self._size

    def space(self) -> None:
        """Part words."""
        if self.text and not self.text.endswith(" "):
            self.text += " "

    def begin(self, left: float, y: float, size: float, *, bold: bool) -> None:
        """Take up the place of the first character."""
        self._left = self._right = left
        self._y, self._size, self._bold = y, size, bold

    def reach(self, right: float) -> None:
        """Take up where a word ends."""
        self._right = max(self._right, right)

    def taken(self) -> list[Line]:
        """Return the piece as a line, or nothing where it is none, and begin a new one."""
        text = self.text.strip()
        self.text = ""
        if not text:
            return []
        return [Line(text, self._left, self._right, self._y, self._size, self._bold)]
