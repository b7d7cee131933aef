"""Numbers in running text, in digits or words: "1,500", "3.2m", "twenty-three", "half a dozen".

The lowest layer of the figures grammar: a line is cut into pieces once, and every reader looks a
bounded number of pieces ahead, so that a megabyte of anything costs linear time.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from newsdiff.language.words import Lexicon

Kind = Literal["number", "money", "share", "count", "ordinal", "date", "time", "relative"]


def listed(text: str) -> tuple[str, ...]:
    """Return the words of a word list that is written as one string."""
    return tuple(text.split())


PIECE = re.compile(
    r"(?P<number>\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?!\d)|\d+(?:[.,]\d+)*)"
    r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)"
    r"|(?P<mark>\S)"
)
DECIMAL_COMMA = frozenset(
    listed("ca cs da de el es eu fi fr hu id it nl no pl pt ro ru sv tr uk")
)  # CLDR, number patterns
LONGEST = 24
"""Digits and separators in the longest number that is read as one; what is longer is no figure."""

_POINT = re.compile(r"\d{1,3}(?:,\d{2,3}){0,6},\d{3}(?:\.\d+)?|\d*\.?\d+", re.ASCII)
_COMMA = re.compile(r"\d{1,3}(?:\.\d{3}){1,6}(?:,\d+)?|\d+(?:,\d+)?|\d+\.\d+", re.ASCII)

ONES = {
    word: value
    for value, word in enumerate(
        listed(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
            "fifteen sixteen seventeen eighteen nineteen"
        )
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate(listed("twenty thirty forty fifty sixty seventy eighty ninety"), 2)
}
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "lakh": 1e5, "crore": 1e7,
}  # fmt: skip
SCALES_ABROAD = {
    word: scale
    for scale, words in (
        (1e3, "tausend mille mil mila duizend"),
        (1e6, "mio million millionen millions millón millones milioni milione milhões miljoen"),
        (1e9, "mrd milliarde milliarden milliard milliards miliardi miliardo miljard"),
    )
    for word in words.split()
}
"""Scales of the languages with a decimal comma; there "billion" is not 1e9, and is not read."""
SHORT_SCALES = {"mn": 1e6, "mln": 1e6, "bn": 1e9, "tn": 1e12, "trn": 1e12}
LETTER_SCALES = {"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12}
"""Scales only beside a currency: "$5m" is millions, "a 5m drop" may be metres."""

_MOST_PIECES = 16


SUFFIXES = ("st", "nd", "rd", "th")
DASHES = "-‑–—"


class Piece(NamedTuple):
    """A number, a word or a single mark of a line; `low` is its text in lower case."""

    start: int
    end: int
    kind: str
    text: str
    low: str


class Number(NamedTuple):
    """A number that was read; `stop` is the index of the piece behind it.

    `precision` is the value of one unit in the last digit that is given; `scale` what "million"
    and the like multiplied it by; `plain` is True for digits without separators, decimals or scale
    (what a year looks like); `spelled` for words; `hedge` is what "+" or "or so" behind it say.
    """

    value: float
    precision: float
    stop: int
    scale: float = 1.0
    plain: bool = False
    spelled: bool = False
    hedge: str | None = None


class Found(NamedTuple):
    """What a reader of the grammar found: the index of the piece behind it, and its meaning, with
    the fields of newsdiff.language.figures.Figure."""

    stop: int
    kind: Kind
    value: float
    unit: str
    key: str
    high: float | None = None
    precision: float = 1.0
    hedge: str | None = None


class Line(NamedTuple):
    """One sentence in pieces, with what its readers need to know of its language."""

    pieces: list[Piece]
    lexicon: Lexicon
    english: bool
    comma: bool


def pieces(text: str, start: int, end: int) -> list[Piece]:
    """Cut `text[start:end]` into numbers, words and marks."""
    found = []
    for match in PIECE.finditer(text, start, end):
        got = match.group()
        found.append(Piece(match.start(), match.end(), match.lastgroup or "", got, got.lower()))
    return found


def glued(line: list[Piece], index: int) -> bool:
    """Return True when nothing stands between this piece and the one before it."""
    return 0 < index < len(line) and line[index - 1].end == line[index].start


def read_number(
    line: list[Piece], index: int, *, decimal_comma: bool = False, money: bool = False
) -> Number | None:
    """Read the number that begins at piece `index`, with its scale, or return None.

    `money` says that a currency stands before it, so that single letters are scales.
    """
    if index >= len(line):
        return None
    if line[index].kind == "number":
        return _digits(line, index, decimal_comma, money)
    return _spelled(line, index)


def digits_value(text: str, decimal_comma: bool = False) -> tuple[float, float] | None:
    """Return value and precision of digits with separators, or None for what is no number.

    >>> digits_value("43,885,310"), digits_value("3.25"), digits_value("3,25", True)
    ((43885310.0, 1.0), (3.25, 0.01), (3.25, 0.01))
    """
    if len(text) > LONGEST:
        return None
    text = text.replace("\u00a0", "").replace("\u202f", "").replace("\u2009", "")
    if not (_COMMA if decimal_comma else _POINT).fullmatch(text):
        return None
    if decimal_comma and ("," in text or text.count(".") > 1 or _thousands(text)):
        text = text.replace(".", "").replace(",", ".")
    else:
        text = text.replace(",", "")
    decimals = len(text.partition(".")[2])
    return float(text), float(f"1e-{decimals}")


def _thousands(text: str) -> bool:
    """Return True when the single point of a decimal-comma language parts thousands ("1.500")."""
    head, point, tail = text.partition(".")
    return bool(point) and len(tail) == 3 and head != "0"


def _digits(line: list[Piece], index: int, decimal_comma: bool, money: bool) -> Number | None:
    piece = line[index]
    read = digits_value(piece.text, decimal_comma)
    if read is None:
        return None
    value, precision = read
    stop = index + 1
    half = _and_a_half(line, stop)
    if half:
        value, precision, stop = value + 0.5, 0.5, stop + half
    scale, after = _scale_abroad(line, stop) if decimal_comma else _scale(line, stop, money)
    plain = after == index + 1 and piece.text.isdigit()
    return Number(value * scale, precision * scale, after, scale, plain=plain)


def _scale(line: list[Piece], index: int, money: bool) -> tuple[float, int]:
    """Return the product of the scales from piece `index` on, and the index behind them."""
    scale = 1.0
    for _ in range(3):
        hyphen = index + 1 < len(line) and line[index].text in "-‑" and glued(line, index + 1)
        at = index + 1 if hyphen and glued(line, index) else index
        if at >= len(line):
            break
        word = line[at].low
        if word in SCALES:
            scale, index = scale * SCALES[word], at + 1
        elif word in SHORT_SCALES:
            return scale * SHORT_SCALES[word], at + 1
        elif word in LETTER_SCALES and money and (glued(line, at) or word == "m"):
            return scale * LETTER_SCALES[word], at + 1
        else:
            break
    return scale, index


def _scale_abroad(line: list[Piece], index: int) -> tuple[float, int]:
    """Return the scale at piece `index` in a language with a decimal comma, and the index behind
    it (and its full stop: "Mrd. Euro")."""
    scale = SCALES_ABROAD.get(line[index].low) if index < len(line) else None
    if scale is None:
        return 1.0, index
    dot = line[index].low in ("mio", "mrd") and glued(line, index + 1) and index + 2 < len(line)
    return scale, index + 2 if dot and line[index + 1].text == "." else index + 1


def _and_a_half(line: list[Piece], index: int) -> int:
    """Return how many pieces "and a half" or "-and-a-half" takes at `index`, or 0."""
    words = [piece.low for piece in line[index : index + 6]]
    if words[:3] == ["and", "a", "half"]:
        return 3
    return 6 if words == ["-", "and", "-", "a", "-", "half"] else 0


def _spelled(line: list[Piece], index: int) -> Number | None:
    first = line[index].low
    if first == "half":
        return _half(line, index)
    if first in ("a", "an"):
        return _with_article(line, index)
    if first not in ONES and first not in TENS:
        return None
    value, stop = _below_thousand(line, index)
    precision = 1.0
    if value >= 100 and value % 100 == 0:
        precision = 100.0
    half = _and_a_half(line, stop)
    if half:
        value, precision, stop = value + 0.5, 0.5, stop + half
    total, scale = 0.0, 1.0
    while stop < len(line) and stop - index < _MOST_PIECES:
        step, after = _scale(line, stop, money=False)
        if after == stop:
            break
        total, precision, scale, stop = total + value * step, precision * step, step, after
        value = 0.0
        if stop < len(line) and (line[stop].low in ONES or line[stop].low in TENS):
            value, stop = _below_thousand(line, stop)
            precision = 1.0
    total += value
    if stop < len(line) and line[stop].low == "dozen":
        return Number(total * 12, 2.0, stop + 1, 12.0, spelled=True)
    return Number(total, precision, stop, scale, spelled=True)


def _below_thousand(line: list[Piece], index: int) -> tuple[float, int]:
    """Read "three hundred and twenty-five" from piece `index` on; return value and stop."""
    value, stop = _below_hundred(line, index)
    if 0 < value < 100 and stop < len(line) and line[stop].low == "hundred":
        value, stop = value * 100, stop + 1
        at = stop + 1 if stop < len(line) and line[stop].low == "and" else stop
        if at < len(line) and (line[at].low in ONES or line[at].low in TENS):
            rest, stop = _below_hundred(line, at)
            value += rest
    return float(value), stop


def _below_hundred(line: list[Piece], index: int) -> tuple[int, int]:
    word = line[index].low
    if word in ONES:
        return ONES[word], index + 1
    at = index + 1
    if at + 1 < len(line) and line[at].text in "-‑" and glued(line, at) and glued(line, at + 1):
        at += 1
    if at < len(line) and 0 < ONES.get(line[at].low, 0) < 10:
        return TENS[word] + ONES[line[at].low], at + 1
    return TENS[word], index + 1


def _half(line: list[Piece], index: int) -> Number | None:
    """Read "half a million", "half-million", "half a dozen"."""
    at = index + 1
    while at < len(line) and at - index < 3 and line[at].low in ("a", "an", "-", "‑"):
        at += 1
    if at == index + 1 or at >= len(line):
        return None
    if line[at].low == "dozen":
        return Number(6.0, 1.0, at + 1, spelled=True)
    scale, after = _scale(line, at, money=False)
    if after == at:
        return None
    return Number(scale / 2, scale / 10, after, scale, spelled=True)


def _with_article(line: list[Piece], index: int) -> Number | None:
    """Read "a million", "a hundred and twenty", "a dozen", "a half-million"."""
    if index + 1 >= len(line):
        return None
    word = line[index + 1].low
    if word == "half":
        return _half(line, index + 1)
    if word == "dozen":
        return Number(12.0, 2.0, index + 2, spelled=True)
    scale, stop = _scale(line, index + 1, money=False)
    if word not in SCALES or stop == index + 1:
        return None
    if word == "hundred" and stop + 1 < len(line) and line[stop].low == "and":
        rest = line[stop + 1].low
        if rest in ONES or rest in TENS:
            more, stop = _below_hundred(line, stop + 1)
            return Number(100.0 + more, 1.0, stop, spelled=True)
    return Number(scale, scale, stop, scale, spelled=True)


def low_at(line: list[Piece], index: int) -> str:
    """Return the piece at `index` in lower case, or "" beyond the line's end."""
    return line[index].low if index < len(line) else ""


def amount_of(kind: Kind, number: Number, unit: str, high: float | None) -> Found:
    """Return a number as what it amounts to, with its unit and the upper end of its range."""
    values = in_digits(number.value) + (f"–{in_digits(high)}" if high is not None else "")
    key = f"{values} {unit}".rstrip()
    return Found(number.stop, kind, number.value, unit, key, high, number.precision, number.hedge)


def in_digits(value: float) -> str:
    """Return a value as keys write it: 2.5, 240000000000."""
    return f"{value:.15g}"


def ends_elsewhere(line: list[Piece], stop: int) -> bool:
    """Return True when a number that ends here is an ordinal or a time of day: no range's end."""
    return glued(line, stop) and (line[stop].low in SUFFIXES or line[stop].text == ":")
