"""Formats are told apart by bytes, then by what a server said, then by a name's ending."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsdiff.errors import InputError
from newsdiff.reading.detect import detect
from newsdiff.reading.document import Document

CASES = Path(__file__).parent / "cases" / "documents"
FORMATS = {
    ".pdf": "pdf", ".docx": "office", ".odt": "office", ".epub": "epub", ".json": "records",
    ".jsonl": "records", ".xml": "feed", ".atom": "feed", ".gz": "warc", ".eml": "mail",
    ".mbox": "mail", ".srt": "transcript", ".vtt": "transcript",
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(path.name for path in CASES.iterdir()))
def test_a_document_without_its_name(name: str) -> None:
    """A document from a pipe, which has no name, is taken for text."""
    path = CASES / name
    if path.suffix == ".rst":  # it begins as any text may
        assert detect(Document(name, path.read_bytes())).format == "rst"
    else:
        assert detect(Document("-", path.read_bytes())).format == FORMATS[path.suffix]


@pytest.mark.parametrize(
    ("data", "name", "media_type", "form"),
    [
        ("The bridge stays.", "-", None, "text"),
        ("The bridge stays.", "a.md", None, "text"),
        ("The bridge stays.", "a.rst", None, "rst"),
        ("The bridge stays.", "a.html", "text/plain", "text"),
        ("The bridge stays.", "https://x.example/a.rst", "application/octet-stream", "rst"),
        ('{"quoted"} he said', "a.txt", None, "text"),
        ('{"text": "The bridge stays."}', "-", None, "records"),
        ("[Reuters] The bridge stays.", "-", None, "text"),
        ("[1] The bridge stays.", "-", None, "text"),
        ("From Marlow came word in 1998\nthat the bridge stays.", "-", None, "text"),
        ("From: Ann Doe\nTo: Bo Roe\n\nThe bridge stays.", "-", None, "text"),
        ("Title: A bridge\nDate: 17 May\nBy: Ann\n\nThe bridge stays.", "-", None, "text"),
        ("1\nThe bridge stays.", "-", None, "text"),
        ("WEBVTTX is a name.", "-", None, "text"),
        ("<3 the bridge", "-", None, "text"),
        ("The PDF says %PDF-1.4", "a.txt", None, "text"),
        ("<!-- a <rss> --><feed xmlns='http://www.w3.org/2005/Atom'/>", "-", "text/html", "feed"),
    ],
)
def test_what_is_like_another_format(
    data: str, name: str, media_type: str | None, form: str
) -> None:
    """An article is taken for JSON, mail or a transcript because of how it begins."""
    url = name if name.startswith("http") else None
    document = Document(name, data.encode(), media_type, url=url)
    assert detect(document).format == form


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old office document"),
        (b"\x1f\x8b\x08", "a gzip archive"),
        (b"{\\rtf1", "an RTF document"),
    ],
)
def test_what_nothing_reads(data: bytes, says: str) -> None:
    """A document that nothing here reads is read as noise."""
    with pytest.raises(InputError, match=says):
        detect(Document("a", data))


@pytest.mark.parametrize(
    "unit", ["<", "<!--", "{", "[ ", "From ", "a:\n", "1\n", "WARC", "\n", "<a "]
)
def test_much_of_one_mark(unit: str) -> None:
    """A pattern that goes back and forth takes minutes for a megabyte."""
    detect(Document("-", unit.encode() * (1_000_000 // len(unit))))
