"""Digits that are no figures: counters, labels, parts of names, phone numbers, addresses."""

from __future__ import annotations

from newsdiff.language.figures.numbers import DASHES, Piece, glued, listed

_LABELS = frozenset(
    listed(
        "section sections article chapter no nos number page pages room apartment route highway "
        "flight channel interstate title rule version verse psalm exhibit"
    )
)
_BEFORE_DASH = frozenset(listed("mid pre post late early non"))


def no_figure(line: list[Piece], index: int) -> int:
    """Return the index behind digits at piece `index` that are no figure, or 0 where they may be.

    Such are "COVID-19" and "G20", "Section 230" and "No. 10", "1 / 12", "[3]", "555-0132".
    """
    if _in_name(line, index) or _labelled(line, index):
        return index + 1
    return _counter(line, index) or _phone(line, index)


def _in_name(line: list[Piece], index: int) -> bool:
    """Return True for digits glued to letters or signs: "G20", "F-16", "@user7", "a/2024"."""
    if not glued(line, index):
        return False
    before = line[index - 1]
    if before.kind == "word" or before.text in "_@#/:=&":
        return True
    if before.text not in DASHES or not glued(line, index - 1):
        return False
    stem = line[index - 2]
    return stem.kind == "word" and stem.low not in _BEFORE_DASH


def _labelled(line: list[Piece], index: int) -> bool:
    """Return True for "Section 230", "No. 10" and "[3]"."""
    if index == 0:
        return False
    before = line[index - 1]
    if before.low in _LABELS or (before.text == "." and index > 1 and line[index - 2].text == "No"):
        return True
    return before.text == "[" and index + 1 < len(line) and line[index + 1].text == "]"


def _counter(line: list[Piece], index: int) -> int:
    """Return the index behind "1 / 12" or "24/7", or 0; "5/17/2024" is a date."""
    if index + 1 >= len(line) or line[index + 1].text != "/":
        return 0
    dated = index + 4 < len(line) and line[index + 3].text == "/" and len(line[index + 4].text) == 4
    if dated:
        return 0
    return index + 3 if index + 2 < len(line) and line[index + 2].kind == "number" else index + 2


def _phone(line: list[Piece], index: int) -> int:
    """Return the index behind "202-555-0132" or "555-0132", or 0; "2024-05-17" is a date."""
    at = index
    while (
        at - index < 8
        and at + 2 < len(line)
        and line[at + 1].text in "-‑"
        and line[at + 2].kind == "number"
        and glued(line, at + 1)
        and glued(line, at + 2)
    ):
        at += 2
    parts = [line[place].text for place in range(index, at + 1, 2)]
    iso = len(parts) == 3 and [len(part) for part in parts] == [4, 2, 2]
    if (len(parts) > 2 and not iso) or (len(parts) == 2 and parts[1].startswith("0")):
        return at + 1
    return 0
