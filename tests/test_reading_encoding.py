"""Bytes to text: marks, patterns, guesses, damage."""

from __future__ import annotations

import codecs
import os
import subprocess
import sys
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.errors import InputError, UsageError
from newsdiff.reading.encoding import decode

ENGLISH = "The council’s bridge — the old one — stays, it said. It costs £2 million.\n" * 5
GERMAN = "Die Brücke bleibt für die Bürger geöffnet, heißt es. Die Kosten wären höher.\n" * 5
RUSSIAN = "Старый мост не закроют, сообщил городской совет. Новый стоит слишком дорого.\n" * 5
CHINESE = "市议会表示，旧桥不会关闭，因为新桥的费用对这座城市来说太高了。\n" * 5


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
@pytest.mark.parametrize("text", [ENGLISH, CHINESE])
def test_byte_order_marks(mark: bytes, encoding: str, text: str) -> None:
    """A byte order mark is not believed, or stays in the text."""
    decoded = decode(mark + text.encode(encoding), "a")
    assert (decoded.text, decoded.encoding) == (text, encoding)
    assert not decoded.guessed


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN])
def test_wide_text_without_a_mark(encoding: str, text: str) -> None:
    """What Windows saves as "Unicode" is called binary when its mark was lost."""
    decoded = decode(text.encode(encoding), "a")
    assert (decoded.text, decoded.encoding, decoded.guessed) == (text, encoding, True)
    assert decoded.note is not None


@pytest.mark.parametrize("text", ["The bridge stays.", ENGLISH, GERMAN, RUSSIAN, CHINESE])
def test_utf_8(text: str) -> None:
    """UTF-8, as nearly all news is written, is called a guess or read as something else."""
    decoded = decode(text.encode(), "a")
    assert (decoded.text, decoded.encoding, decoded.guessed) == (text, "utf-8", False)
    assert decoded.note is None


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "cp1252"),
        (GERMAN, "cp1252"),
        (GERMAN, "latin-1"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (CHINESE, "gb18030"),
        (CHINESE.replace("这", "這"), "big5"),
        ("The café in Marlow is closed.", "latin-1"),
    ],
)
def test_guesses(text: str, encoding: str) -> None:
    """Text of the time before UTF-8 is garbled, or the guess is not said to be one."""
    data = text.encode(encoding, "ignore")
    decoded = decode(data, "a")
    assert decoded.text == data.decode(encoding)
    assert decoded.guessed
    assert decoded.note is not None
    assert decoded.encoding in decoded.note


def test_damaged_utf_8() -> None:
    """One broken byte makes a whole text in UTF-8 be read as another encoding."""
    data = RUSSIAN.encode()
    decoded = decode(data[:13] + b"\xff" + data[13:], "a")
    assert decoded.encoding == "utf-8"
    assert decoded.text.count("\ufffd") == 1
    assert decoded.note == "1 place is not utf-8 and read as \ufffd"
    cut = decode("The bridge stays – and so do we…".encode()[:-1], "a")
    assert cut.encoding == "utf-8"


def test_an_encoding_that_is_given() -> None:
    """The user's word on the encoding is not followed, even against NULs and marks."""
    assert decode(b"a\xe9\0", "a", "latin-1").text == "aé\0"
    assert decode("мост".encode("cp866"), "a", "IBM866").text == "мост"


@pytest.mark.parametrize("name", ["klingon", "hex", "rot13", "", "utf-8\0"])
def test_an_unknown_encoding(name: str) -> None:
    """An encoding that is none ends in a traceback, or is blamed on the file."""
    with pytest.raises(UsageError, match="unknown encoding"):
        decode(b"abc", "a", name)


def test_the_wrong_encoding() -> None:
    """Bytes that are not text in the encoding that was given end in a traceback."""
    with pytest.raises(InputError, match="not text in the encoding utf-8"):
        decode(b"\xff\xfe\xfd", "a", "utf-8")


@pytest.mark.parametrize(
    "data", [b"\x7fELF\x02\x01\x01\0\0\0", b"abc\0def\0\0gh\0", bytes(range(256)) * 40, b"\0" * 99]
)
def test_binary(data: bytes) -> None:
    """A program or a picture is read as an article."""
    with pytest.raises(InputError, match="is binary"):
        decode(data, "a")


def test_a_late_nul_is_text() -> None:
    """One NUL far behind in a text makes it unreadable (git looks at 8000 bytes too)."""
    data = b"The bridge stays. " * 500 + b"\0"
    assert decode(data, "a").text.endswith("\0")


def test_chardet_is_loaded_for_guesses_only() -> None:
    """Every reader of UTF-8 pays 90 ms for a library that is not needed."""
    script = (
        "import sys; from newsdiff.reading.encoding import decode; decode('é'.encode(), 'a');"
        "assert 'chardet' not in sys.modules; decode(b'caf\\xe9', 'a');"
        "assert 'chardet' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True, env=dict(os.environ))


@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    """Some bytes give neither text nor an error that says so."""
    with suppress(InputError):
        assert codecs.lookup(decode(data, "a").encoding)
