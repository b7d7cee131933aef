"""Amounts in running text: money, shares, counts with their noun, ranks, ranges, vague counts."""

from __future__ import annotations

from typing import NamedTuple

from newsdiff.language.dates import UNITS_OF_TIME
from newsdiff.language.numbers import (
    LETTER_SCALES,
    ONES,
    SCALES,
    TENS,
    Found,
    Kind,
    Number,
    Piece,
    glued,
    listed,
    read_number,
)
from newsdiff.language.words import Lexicon, fold

SYMBOLS = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW",
    "₪": "ILS", "₺": "TRY", "₴": "UAH", "₫": "VND", "₦": "NGN", "₱": "PHP", "฿": "THB",
}  # fmt: skip
DOLLARS = {
    "us": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "hk": "HKD", "nz": "NZD",
    "s": "SGD", "r": "BRL", "nt": "TWD", "mx": "MXN",
}  # fmt: skip
"""What stands before "$" says whose dollars they are ("R$" are reais)."""
CODES = {
    code: code
    for code in listed(
        "USD EUR GBP JPY CNY RUB INR CHF CAD AUD NZD HKD SGD SEK NOK DKK PLN CZK HUF TRY "
        "UAH BRL MXN ZAR KRW ILS AED SAR"
    )
} | {"RMB": "CNY", "Rs": "INR"}
CURRENCY_WORDS = {
    "dollar": "USD", "euro": "EUR", "sterling": "GBP", "yen": "JPY", "yuan": "CNY",
    "renminbi": "CNY", "ruble": "RUB", "rouble": "RUB", "rupee": "INR", "zloty": "PLN",
    "hryvnia": "UAH", "shekel": "ILS", "naira": "NGN",
}  # fmt: skip
SCALED_CURRENCY_WORDS = {"pound": "GBP", "won": "KRW"}
"""Money only behind a scale: "200 pounds" may be a weight, and "won" a verb."""
NATIONS = {
    "us": "USD", "american": "USD", "canadian": "CAD", "australian": "AUD",
    "singapore": "SGD",
}  # fmt: skip
"""Whose dollars "dollars" are, where the word before them says so."""

ORDINALS = {
    word: value
    for value, word in enumerate(
        listed(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
            "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth "
            "twentieth"
        ),
        1,
    )
} | {"thirtieth": 30}
SUFFIXES = ("st", "nd", "rd", "th")
PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
VAGUE = {
    "dozens": 12.0, "scores": 20.0, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6,
    "billions": 1e9, "trillions": 1e12,
}  # fmt: skip
DASHES = "-‑–—"

_PART_PRECISION = 5.0
""""A third" is said of 31% as of 35%: parts are known to a twentieth."""
_DETERMINERS = frozenset(listed("the a an his her its their our my your this that every another"))
_RANKED_ANYWHERE = 4
"""From "fourth" on an ordinal is a rank wherever it stands; "first" may be an adverb."""
_IDIOMS = frozenset(
    f"{rank} {noun}"
    for rank, nouns in (
        ("first", "lady ladies minister aid name responder responders"),
        ("second", "thoughts hand nature ago later before"),
        ("third", "party parties world"),
    )
    for noun in nouns.split()
)
_WITH_ONE = frozenset(
    listed(
        "person man woman child boy girl soldier officer official civilian student teacher worker "
        "death victim suspect resident passenger journalist lawmaker member vote seat point percent"
    )
) | {unit for unit in UNITS_OF_TIME if not unit.endswith("s")}
"""Nouns that "one" counts; elsewhere it is a pronoun."""
_PLURALS = frozenset(listed("people men women children police feet troops personnel aircraft"))
_NO_PLURALS = frozenset(listed("his its was has is this us news less does says goes plus thus"))
_SKIPPED = frozenset(listed("more other further additional"))
_NO_UNITS = frozenset(listed("to in on by and or up off out one plus odd"))
_MEASURES = frozenset(listed("km kg mm cm mph kph kmh kw mw gw kwh mwh ft lb lbs oz ha hz ghz"))
_HEADS = {"person": "people", "persons": "people"}
_NOUN_REACH = 4
"""A counted noun stands within so many words ("23 House and Senate Democrats" is given up)."""


class Line(NamedTuple):
    """One sentence in pieces, with what its readers need to know of its language."""

    pieces: list[Piece]
    lexicon: Lexicon
    english: bool
    comma: bool


def read_amount(ctx: Line, index: int) -> Found | None:
    """Read the amount that begins at piece `index`, or return None."""
    return _money(ctx, index) or (
        (_in_words(ctx, index) if ctx.english else None) or _counted(ctx, index)
    )


def _in_words(ctx: Line, index: int) -> Found | None:
    return _part(ctx, index) or _half_unit(ctx, index) or _vague(ctx, index) or _ordinal(ctx, index)


def _money(ctx: Line, index: int) -> Found | None:
    """Read "$240 billion", "€221 bn", "US$5m", "Rs 500 crore", "$5-10 million"."""
    prefix = _currency(ctx.pieces, index)
    if prefix is None:
        return None
    currency, at = prefix
    number = read_number(ctx.pieces, at, decimal_comma=ctx.comma, money=True)
    if number is None or number.spelled:
        return None
    number, high = _range(ctx, number, index, currency)
    number = _hedged(ctx, number)
    if ctx.english and number.stop < len(ctx.pieces) and _currency_word(ctx, number.stop, number):
        number = number._replace(stop=number.stop + 1)  # "$5 million dollars"
    return _found("money", number, currency, high)


def _currency(line: list[Piece], index: int) -> tuple[str, int] | None:
    """Return the currency that the sign or code at piece `index` names, and the index behind."""
    if index >= len(line):
        return None
    piece = line[index]
    if piece.text in SYMBOLS:
        return SYMBOLS[piece.text], index + 1
    dollars = piece.low in DOLLARS and piece.text.isupper() and glued(line, index + 1)
    if dollars and line[index + 1].text == "$":
        return DOLLARS[piece.low], index + 2
    if piece.text in CODES:
        dot = piece.text == "Rs" and index + 1 < len(line) and line[index + 1].text == "."
        return CODES[piece.text], index + 2 if dot else index + 1
    return None


def _range(ctx: Line, low: Number, start: int, currency: str = "") -> tuple[Number, float | None]:
    """Read the rest of "25 to 30", "25-30", "between 25 and 30", "2 or 3", "234-193".

    Return the first number, with the second one's scale where it has none of its own, and the
    second number, or None where there is no range.
    """
    line = ctx.pieces
    percent = _low(line, low.stop) == "%"  # "2% to 3%"
    joint = low.stop + percent
    at = _behind_joint(ctx, joint, low, line[start - 1].low if start else "")
    prefix = _currency(line, at) if currency else None
    if prefix and prefix[0] == currency:
        at = prefix[1]
    first = _low(line, at)
    if not first[:1].isdecimal() and first not in ONES and first not in TENS:
        return low, None
    high = read_number(line, at, decimal_comma=ctx.comma, money=bool(currency))
    if high is None or _other_number(line, high.stop):
        return low, None
    if percent and _low(line, high.stop) != "%":
        return low, None
    if low.scale == 1 and high.scale > 1 and low.value * high.scale <= high.value:
        low = low._replace(value=low.value * high.scale, precision=low.precision * high.scale)
    score = line[joint].low != "or" and low.plain and high.plain
    if low.value == high.value or (low.value > high.value and not score):
        return low, None
    precision = min(low.precision, high.precision)
    return low._replace(stop=high.stop, precision=precision, plain=False), high.value


def _behind_joint(ctx: Line, at: int, low: Number, before: str) -> int:
    """Return the index behind the word or dash at piece `at` that joins the numbers of a range, or
    the line's end. "From 25 to 30" is no range but a change."""
    line = ctx.pieces
    joint = _low(line, at)
    dash = joint in DASHES and glued(line, at) and glued(line, at + 1)
    word = ctx.english and (
        (joint == "to" and before != "from")
        or (joint == "and" and before == "between")
        or (joint == "or" and low.value >= 2)
    )
    return at + 1 if joint and (dash or word) else len(line)


def _hedged(ctx: Line, number: Number) -> Number:
    """Take in what hedges a number from behind: "100,000+", "five or more", "ten or so"."""
    line, stop = ctx.pieces, number.stop
    if _low(line, stop) == "+" and glued(line, stop):
        return number._replace(stop=stop + 1, hedge="over")
    if ctx.english and _low(line, stop) == "or" and _low(line, stop + 1) in _OR:
        return number._replace(stop=stop + 2, hedge=_OR[line[stop + 1].low])
    return number


_OR = {"more": "over", "so": "about", "less": "under", "fewer": "under"}


def _other_number(line: list[Piece], stop: int) -> bool:
    """Return True when a number that ends here is an ordinal or a time of day: no range's end."""
    return glued(line, stop) and (line[stop].low in SUFFIXES or line[stop].text == ":")


def _part(ctx: Line, index: int) -> Found | None:
    """Read "a third of", "two-thirds", "half of", "more than a quarter", "1 in 3"."""
    line = ctx.pieces
    low = line[index].low
    before = line[index - 1].low if index else ""
    if low == "half" or (low in ("a", "an") and _low(line, index + 1) == "half"):
        stop = index + 1 if low == "half" else index + 2
        behind = _low(line, stop)
        whole = behind in ("of", "the", "its", "their", "his", "her", "all")
        if before in _DETERMINERS or before in ORDINALS or before == "and":
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


_SHARE_WORDS = frozenset(listed("by than nearly almost about over around roughly only just"))
_HALF_NOUNS = frozenset(listed("a an dozen million billion thousand hour brother sister"))


def _half_unit(ctx: Line, index: int) -> Found | None:
    """Read "half an hour" and "a year and a half"."""
    words = [piece.low for piece in ctx.pieces[index : index + 5]]
    if words[:1] == ["half"] and words[1:2] in (["a"], ["an"]) and words[2:3]:
        value, unit, stop = 0.5, words[2], index + 3
    elif words[:1] in (["a"], ["an"]) and words[2:] == ["and", "a", "half"]:
        value, unit, stop = 1.5, words[1], index + 5
    else:
        return None
    if unit not in UNITS_OF_TIME:
        return None
    return _found("count", Number(value, 0.5, stop), ctx.lexicon.stem(unit), None)


def _named_part(line: list[Piece], index: int, count: int) -> Found | None:
    """Read the rest of "two-thirds", "a third of", "three quarters"."""
    at = index + 1
    if at < len(line) and line[at].text in "-‑" and glued(line, at):
        at += 1
    word = _low(line, at)
    whole = PARTS.get(word.removesuffix("s") if count > 1 else word)
    if whole is None or count >= whole or word == "half":
        return None
    before = line[index - 1].low if index else ""
    sure = word.endswith("s") or at == index + 2 or line[index].low == "one"
    if not sure and _low(line, at + 1) != "of" and before not in _SHARE_WORDS:
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
    if _low(line, at) == "every":
        at += 1
    low = _low(line, at)
    whole = ONES.get(low, TENS.get(low, 0))
    if low.isascii() and low.isdigit() and len(low) < 4:
        whole = int(low)
    if count >= whole or _low(line, at + 1) in UNITS_OF_TIME or _other_number(line, at + 1):
        return None
    if at + 1 < len(line) and glued(line, at + 1) and line[at + 1].kind == "word":
        return None
    return _share(count, whole, at + 1, precision=1.0)


def _share(count: int, whole: int, stop: int, precision: float = _PART_PRECISION) -> Found:
    value = round(100 * count / whole, 1)
    return Found(stop, "share", value, "%", f"{value:.15g} %", precision=precision)


def _vague(ctx: Line, index: int) -> Found | None:
    """Read "dozens of", "hundreds of thousands of", "several hundred", "a few thousand"."""
    line = ctx.pieces
    low = line[index].low
    if low in ("several", "few"):
        value = SCALES.get(_low(line, index + 1), 12.0 if _low(line, index + 1) == "dozen" else 0)
        stop = index + 2
    elif low == "tens" and _low(line, index + 1) == "of":
        value, stop = 10 * VAGUE.get(_low(line, index + 2), 0), index + 3
    else:
        value, stop = VAGUE.get(low, 0), index + 1
        if value and _low(line, index + 1) == "of" and _low(line, index + 2) in VAGUE:
            value, stop = value * VAGUE[_low(line, index + 2)], index + 3
    of = _low(line, stop) == "of"
    if not value or (low == "scores" and not of):
        return None
    unit, behind = _unit(ctx, stop + of, plural=True)
    currency = _currency_word(ctx, stop + of, Number(value, value, stop, value))
    if currency:
        unit, behind = currency, stop + of + 1
    kind: Kind = "money" if currency else "count" if unit else "number"
    key = f"{value:.15g}+ {unit}".rstrip()
    return Found(behind if unit else stop, kind, value, unit, key, None, value, "over")


def _ordinal(ctx: Line, index: int) -> Found | None:
    """Read "8th", "the third", "second-term", "twenty-first"."""
    line = ctx.pieces
    piece = line[index]
    if piece.kind == "number":
        suffixed = glued(line, index + 1) and line[index + 1].low in SUFFIXES
        plain = piece.text.isascii() and piece.text.isdigit() and len(piece.text) < 5
        return _rank(int(piece.text), index + 2) if suffixed and plain else None
    if piece.low in TENS and glued(line, index + 2) and line[index + 1].text in "-‑":
        rank = ORDINALS.get(line[index + 2].low, 10)
        return _rank(TENS[piece.low] + rank, index + 3) if rank < 10 else None
    rank = ORDINALS.get(piece.low, 0)
    return _rank(rank, index + 1) if rank and _is_rank(line, index, rank) else None


def _is_rank(line: list[Piece], index: int, rank: int) -> bool:
    """Return True when an ordinal in words ranks something: "first" may be an adverb, "second" a
    time, and "the Second World War" is a name."""
    piece, behind = line[index], line[index + 1 : index + 2]
    if not behind or f"{piece.low} {behind[0].low}" in _IDIOMS:
        return False
    if piece.text[0].isupper() and behind[0].text[0].isupper():
        return False
    if behind[0].text in "-‑" and glued(line, index + 1) and glued(line, index + 2):
        return _low(line, index + 2) not in ("hand", "ever")
    before = line[index - 1].low if index else ""
    owned = before in _DETERMINERS or before.endswith(("'s", "’s"))
    noun = behind[0].kind == "word" or before in ("his", "her", "its", "their", "our")
    return rank >= _RANKED_ANYWHERE or (owned and noun)


def _rank(value: int, stop: int) -> Found:
    return Found(stop, "ordinal", float(value), "ordinal", f"{value} ordinal")


def _counted(ctx: Line, index: int) -> Found | None:
    """Read a number with its share sign, currency or noun: "1.6%", "2 to 3 million euros",
    "48-page", "25 to 30 people", "two weeks ago"."""
    line = ctx.pieces
    if not ctx.english and line[index].kind != "number":
        return None
    number = read_number(line, index, decimal_comma=ctx.comma)
    if number is None:
        return None
    number, high = _range(ctx, number, index)
    number = _hedged(ctx, number)
    found = _percent(line, number, high) or _priced(ctx, number, high)
    if found is not None:
        return found
    if glued(line, number.stop) and line[number.stop].kind == "word":
        return _glued_unit(ctx, number, high)
    return _with_noun(ctx, index, number, high)


def _with_noun(ctx: Line, index: int, number: Number, high: float | None) -> Found | None:
    """Return a number with the noun behind it, or bare where there is none."""
    line, stop = ctx.pieces, number.stop
    if number.scale == 1 and high is None and line[index].low == "one":
        noun = _low(line, stop + 1 if _low(line, stop) in ("-", "‑") else stop)
        if noun not in _WITH_ONE:
            return None
    unit, behind = _unit(ctx, stop, plural=number.value != 1)
    if not unit:
        return _bare(ctx, index, number, high)
    if _low(line, behind) == "ago":
        key = f"{_plain(number.value)} {unit} ago"
        value, precision = number.value, number.precision
        return Found(behind + 1, "relative", value, unit, key, high, precision)
    return _found("count", number._replace(stop=behind), unit, high)


def _bare(ctx: Line, index: int, number: Number, high: float | None) -> Found | None:
    """Return a number without a noun, unless it is part of a name or stands for a noun."""
    line = ctx.pieces
    before = line[index - 1] if index else None
    if number.spelled and number.scale == 1 and high is None:
        if number.value <= 1 or (before is not None and before.low in _POINTING):
            return None
        if glued(line, index) and line[index - 1].text in DASHES:
            return None
    named = before is not None and before.kind == "word" and before.text[0].isupper()
    if before is not None and named and number.plain and ctx.english and not _is_stop(ctx, before):
        return None  # "Boeing 787"
    return _found("number", number, "", high)


_POINTING = frozenset(listed("the these those these all its their his her other last first any"))


def _percent(line: list[Piece], number: Number, high: float | None) -> Found | None:
    """Read the share sign behind a number: "%", "percent", "-percent", "per cent"; percentage
    points are a unit of their own, "pp"."""
    at = number.stop
    if _low(line, at) in ("-", "‑") and glued(line, at):
        at += 1
    words = (_low(line, at), _low(line, at + 1))
    if words[0] in ("%", "٪", "percent", "pct"):
        return _found("share", number._replace(stop=at + 1), "%", high)
    if words == ("per", "cent"):
        return _found("share", number._replace(stop=at + 2), "%", high)
    if words[0] == "percentage" and words[1] in ("point", "points"):
        return _found("share", number._replace(stop=at + 2), "pp", high)
    return None


def _priced(ctx: Line, number: Number, high: float | None) -> Found | None:
    """Read the currency behind a number: "5 €", "5 million U.S. dollars", "500-million-dollar"."""
    line, at = ctx.pieces, number.stop
    if at >= len(line):
        return None
    sign = SYMBOLS.get(line[at].text) or CODES.get(line[at].text)
    if sign and not _low(line, at + 1)[:1].isdecimal():
        return _found("money", number._replace(stop=at + 1), sign, high)
    if line[at].text in "-‑" and glued(line, at) and glued(line, at + 1):
        at += 1
    scale = LETTER_SCALES.get(_low(line, at), 0) if glued(line, at) else 0
    if scale and _currency_word(ctx, at + 1, number):  # "5m euros"
        value, precision = number.value * scale, number.precision * scale
        number, at = number._replace(value=value, precision=precision), at + 1
    nation, at = _nation(line, at)
    currency = _currency_word(ctx, at, number)
    if currency is None:
        return None
    if nation and currency == "USD":
        currency = nation
    return _found("money", number._replace(stop=at + 1), currency, high)


def _nation(line: list[Piece], at: int) -> tuple[str | None, int]:
    """Return whose dollars are meant ("U.S.", "Canadian"), and the index behind."""
    if [piece.low for piece in line[at : at + 4]] == ["u", ".", "s", "."]:
        return "USD", at + 4
    nation = NATIONS.get(_low(line, at))
    return nation, at + 1 if nation else at


def _currency_word(ctx: Line, index: int, number: Number) -> str | None:
    """Return the currency that the word at piece `index` names, or None."""
    word = _low(ctx.pieces, index)
    one = word.removesuffix("s")
    if one in CURRENCY_WORDS:
        return CURRENCY_WORDS[one]
    return SCALED_CURRENCY_WORDS.get(one) if number.scale >= 1e6 else None


def _glued_unit(ctx: Line, number: Number, high: float | None) -> Found | None:
    """Read "20km" and "5m people"; "5G" and "3D" are no figures."""
    line, stop = ctx.pieces, number.stop
    word = line[stop].low
    if word in _MEASURES:
        return _found("count", number._replace(stop=stop + 1), word, high)
    if word in ("m", "k", "b") and ctx.english:
        unit, behind = _unit(ctx, stop + 1, plural=True)
        if unit and behind > stop + 1 and _plural(line[behind - 1].low):
            scale = LETTER_SCALES[word]
            value, precision = number.value * scale, number.precision * scale
            number = number._replace(value=value, precision=precision, stop=behind)
            return _found("count", number, unit, high and high * scale)
    return None


def _unit(ctx: Line, index: int, *, plural: bool) -> tuple[str, int]:
    """Return the stem of the noun that is counted and the index behind it, or "" and `index`.

    With a hyphen it is the word behind ("48-page"), else the first plural among the next words
    ("300 local students"), else the next word.
    """
    line = ctx.pieces
    if _low(line, index) in ("-", "‑") and glued(line, index):
        return _hyphen_unit(ctx, index)
    if index >= len(line):
        return "", index
    if not ctx.english:
        word = line[index]
        noun = word.kind == "word" and len(word.text) > 3 and word.text < "\u2e80"
        return (_stem(ctx, word), index + 1) if noun and not _is_stop(ctx, word) else ("", index)
    first = index
    while _low(line, first) in _SKIPPED:
        first += 1
    stop = _plural_noun(ctx, first) if plural else None
    if stop is not None:
        return _stem(ctx, line[stop - 1]), stop
    return _next_noun(ctx, first) or ("", index)


def _hyphen_unit(ctx: Line, index: int) -> tuple[str, int]:
    """Return the unit of "48-page" and "42-year-old" and the index behind, or "" and `index`."""
    line, stop = ctx.pieces, index + 2
    if not glued(line, index + 1):
        return "", index
    word = line[index + 1]
    if word.kind != "word" or word.low in _NO_UNITS:
        return "", index
    if glued(line, stop + 1) and line[stop].text in "-‑" and line[stop + 1].low in _OLD:
        stop += 2
    return _stem(ctx, word), stop


def _plural_noun(ctx: Line, first: int) -> int | None:
    """Return the index behind the first plural of the words from `first` on, if there is one."""
    line = ctx.pieces
    for at in range(first, min(len(line), first + _NOUN_REACH)):
        piece = line[at]
        if piece.text in "-‑" and glued(line, at) and glued(line, at + 1):
            continue
        if piece.kind != "word" or (_is_stop(ctx, piece) and piece.low not in _PLURALS):
            return None
        if _plural(piece.low):
            return at + 1
    return None


def _next_noun(ctx: Line, at: int) -> tuple[str, int] | None:
    """Return the next word as a unit, if it can be a noun that is no name."""
    if at >= len(ctx.pieces):
        return None
    piece = ctx.pieces[at]
    other = piece.low.endswith(("ed", "ly", "ing", "'s", "’s")) or len(piece.text) < 2
    if piece.kind != "word" or not piece.text.islower() or other or _is_stop(ctx, piece):
        return None
    return _stem(ctx, piece), at + 1


_OLD = frozenset(["old", "olds", "long", "high", "wide", "deep", "strong"])


def _plural(low: str) -> bool:
    if low in _PLURALS:
        return True
    return len(low) > 3 and low[-1] == "s" and low[-2] not in "su'’" and low not in _NO_PLURALS


def _is_stop(ctx: Line, piece: Piece) -> bool:
    return fold(piece.text) in ctx.lexicon.stop_words


def _stem(ctx: Line, piece: Piece) -> str:
    norm = fold(piece.text)
    return ctx.lexicon.stem(_HEADS.get(norm, norm))


def _low(line: list[Piece], index: int) -> str:
    """Return the piece at `index` in lower case, or "" beyond the line's end."""
    return line[index].low if index < len(line) else ""


def _found(kind: Kind, number: Number, unit: str, high: float | None) -> Found:
    values = _plain(number.value) + (f"–{_plain(high)}" if high is not None else "")
    key = f"{values} {unit}".rstrip()
    return Found(number.stop, kind, number.value, unit, key, high, number.precision, number.hedge)


def _plain(value: float) -> str:
    return f"{value:.15g}"
