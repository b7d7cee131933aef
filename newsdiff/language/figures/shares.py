"""Shares: "1.6%", "per cent", "a third of", "two-thirds", "one in five"."""

from __future__ import annotations

from newsdiff.language.figures.dates import UNITS_OF_TIME
from newsdiff.language.figures.numbers import (
    ONES,
    TENS,
    Found,
    Line,
    Number,
    Piece,
    amount_of,
    ends_elsewhere,
    glued,
    listed,
    low_at,
)
from newsdiff.language.figures.ranks import DETERMINERS, ORDINALS

PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
_PART_PRECISION = 5.0
""""A third" is said of 31% as of 35%: parts are known to a twentieth."""
_SHARE_WORDS = frozenset(listed("by than nearly almost about over around roughly only just"))
_HALF_NOUNS = frozenset(listed("a an dozen million billion thousand hour brother sister"))


def read_part(ctx: Line, index: int) -> Found | None:
    """Read "a third of", "two-thirds", "half of", "more than a quarter", "1 in 3"."""
    line = ctx.pieces
    low = line[index].low
    before = line[index - 1].low if index else ""
    if low == "half" or (low in ("a", "an") and low_at(line, index + 1) == "half"):
        stop = index + 1 if low == "half" else index + 2
        behind = low_at(line, stop)
        whole = behind in ("of", "the", "its", "their", "his", "her", "all")
        if before in DETERMINERS or before in ORDINALS or before == "and":
            return None
        if whole or (before in _SHARE_WORDS and behind not in _HALF_NOUNS):
            return _share(1, 2, stop)
        return None
    if low == "quarter" and before in _SHARE_WORDS:
        return _share(1, 4, index + 1)
    count = 1 if low in ("a", "an") else ONES.get(low, 0)
    if line[index].kind == "number" and len(low) <= 2 and low.isascii() and low.isdigit():
        count = int(low)
    if not 0 < count < 20:
        return None
    return _named_part(line, index, count) or _one_in(line, index, count)


def _named_part(line: list[Piece], index: int, count: int) -> Found | None:
    """Read the rest of "two-thirds", "a third of", "three quarters"."""
    at = index + 1
    if at < len(line) and line[at].text in "-‑" and glued(line, at):
        at += 1
    word = low_at(line, at)
    whole = PARTS.get(word.removesuffix("s") if count > 1 else word)
    if whole is None or count >= whole or word == "half":
        return None
    before = line[index - 1].low if index else ""
    sure = word.endswith("s") or at == index + 2 or line[index].low == "one"
    if not sure and low_at(line, at + 1) != "of" and before not in _SHARE_WORDS:
        return None
    return _share(count, whole, at + 1)


def _one_in(line: list[Piece], index: int, count: int) -> Found | None:
    """Read the rest of "one in five", "1 in 3", "one-in-three", "nine out of every 10"."""
    words = [piece.low for piece in line[index + 1 : index + 6]]
    if words[:1] == ["in"]:
        at = index + 2
    elif words[:2] == ["out", "of"]:
        at = index + 3
    elif words[:3] == ["-", "in", "-"]:
        at = index + 4
    else:
        return None
    if low_at(line, at) == "every":
        at += 1
    low = low_at(line, at)
    whole = ONES.get(low, TENS.get(low, 0))
    if low.isascii() and low.isdigit() and len(low) < 4:
        whole = int(low)
    if count >= whole or low_at(line, at + 1) in UNITS_OF_TIME or ends_elsewhere(line, at + 1):
        return None
    if at + 1 < len(line) and glued(line, at + 1) and line[at + 1].kind == "word":
        return None
    return _share(count, whole, at + 1, precision=1.0)


def _share(count: int, whole: int, stop: int, precision: float = _PART_PRECISION) -> Found:
    value = round(100 * count / whole, 1)
    return Found(stop, "share", value, "%", f"{value:.15g} %", precision=precision)


def share_behind(line: list[Piece], number: Number, high: float | None) -> Found | None:
    """Read the share sign behind a number: "%", "percent", "-percent", "per cent"; percentage
    points are a unit of their own, "pp", and so are basis points, "bp"."""
    at = number.stop
    if low_at(line, at) in ("-", "‑") and glued(line, at):
        at += 1
    words = (low_at(line, at), low_at(line, at + 1))
    if words[0] in ("%", "٪", "percent", "pct"):
        return amount_of("share", number._replace(stop=at + 1), "%", high)
    if words == ("per", "cent"):
        return amount_of("share", number._replace(stop=at + 2), "%", high)
    if words[0] == "percentage" and words[1] in ("point", "points"):
        return amount_of("share", number._replace(stop=at + 2), "pp", high)
    if words[0] == "basis" and words[1] in ("point", "points"):
        return amount_of("share", number._replace(stop=at + 2), "bp", high)
    return None
