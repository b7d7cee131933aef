"""Amounts in running text: money, counts with their noun, ranges, vague counts."""

from __future__ import annotations

from newsdiff.language.figures.dates import UNITS_OF_TIME
from newsdiff.language.figures.money import CODES, SYMBOLS, currency_at, currency_word, nation_at
from newsdiff.language.figures.numbers import (
    DASHES,
    LETTER_SCALES,
    ONES,
    SCALES,
    TENS,
    Found,
    Kind,
    Line,
    Number,
    amount_of,
    ends_elsewhere,
    glued,
    in_digits,
    listed,
    low_at,
    read_number,
)
from newsdiff.language.figures.ranks import read_rank
from newsdiff.language.figures.shares import read_part, share_behind
from newsdiff.language.figures.units import is_plural, is_stop, unit_behind

VAGUE = {
    "dozens": 12.0, "scores": 20.0, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6,
    "billions": 1e9, "trillions": 1e12,
}  # fmt: skip
_WITH_ONE = frozenset(
    listed(
        "person man woman child boy girl soldier officer official civilian student teacher worker "
        "death victim suspect resident passenger journalist lawmaker member vote seat point percent"
    )
) | {unit for unit in UNITS_OF_TIME if not unit.endswith("s")}
"""Nouns that "one" counts; elsewhere it is a pronoun."""
_MEASURES = frozenset(listed("km kg mm cm mph kph kmh kw mw gw kwh mwh ft lb lbs oz ha hz ghz"))


def read_amount(ctx: Line, index: int) -> Found | None:
    """Read the amount that begins at piece `index`, or return None."""
    return _money(ctx, index) or (
        (_in_words(ctx, index) if ctx.english else None) or _counted(ctx, index)
    )


def _in_words(ctx: Line, index: int) -> Found | None:
    return (
        read_part(ctx, index)
        or _half_unit(ctx, index)
        or _vague(ctx, index)
        or read_rank(ctx, index)
    )


def _money(ctx: Line, index: int) -> Found | None:
    """Read "$240 billion", "€221 bn", "US$5m", "Rs 500 crore", "$5-10 million"."""
    prefix = currency_at(ctx.pieces, index)
    if prefix is None:
        return None
    currency, at = prefix
    number = read_number(ctx.pieces, at, decimal_comma=ctx.comma, money=True)
    if number is None or number.spelled:
        return None
    number, high = _range(ctx, number, index, currency)
    number = _hedged(ctx, number)
    if ctx.english and number.stop < len(ctx.pieces) and currency_word(ctx, number.stop, number):
        number = number._replace(stop=number.stop + 1)  # "$5 million dollars"
    return amount_of("money", number, currency, high)


def _range(ctx: Line, low: Number, start: int, currency: str = "") -> tuple[Number, float | None]:
    """Read the rest of "25 to 30", "25-30", "between 25 and 30", "2 or 3", "234-193".

    Return the first number, with the second one's scale where it has none of its own, and the
    second number, or None where there is no range.
    """
    line = ctx.pieces
    percent = low_at(line, low.stop) == "%"  # "2% to 3%"
    joint = low.stop + percent
    at = _behind_joint(ctx, joint, low, line[start - 1].low if start else "")
    prefix = currency_at(line, at) if currency else None
    if prefix and prefix[0] == currency:
        at = prefix[1]
    first = low_at(line, at)
    if not first[:1].isdecimal() and first not in ONES and first not in TENS:
        return low, None
    high = read_number(line, at, decimal_comma=ctx.comma, money=bool(currency))
    if high is None or ends_elsewhere(line, high.stop):
        return low, None
    if percent and low_at(line, high.stop) != "%":
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
    joint = low_at(line, at)
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
    if low_at(line, stop) == "+" and glued(line, stop):
        return number._replace(stop=stop + 1, hedge="over")
    if ctx.english and low_at(line, stop) == "or" and low_at(line, stop + 1) in _OR:
        return number._replace(stop=stop + 2, hedge=_OR[line[stop + 1].low])
    return number


_OR = {"more": "over", "so": "about", "less": "under", "fewer": "under"}


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
    return amount_of("count", Number(value, 0.5, stop), ctx.lexicon.stem(unit), None)


def _vague(ctx: Line, index: int) -> Found | None:
    """Read "dozens of", "hundreds of thousands of", "several hundred", "a few thousand"."""
    line = ctx.pieces
    low = line[index].low
    if low in ("several", "few"):
        value = SCALES.get(
            low_at(line, index + 1), 12.0 if low_at(line, index + 1) == "dozen" else 0
        )
        stop = index + 2
    elif low == "tens" and low_at(line, index + 1) == "of":
        value, stop = 10 * VAGUE.get(low_at(line, index + 2), 0), index + 3
    else:
        value, stop = VAGUE.get(low, 0), index + 1
        if value and low_at(line, index + 1) == "of" and low_at(line, index + 2) in VAGUE:
            value, stop = value * VAGUE[low_at(line, index + 2)], index + 3
    of = low_at(line, stop) == "of"
    if not value or (low == "scores" and not of):
        return None
    unit, behind = unit_behind(ctx, stop + of, plural=True)
    currency = currency_word(ctx, stop + of, Number(value, value, stop, value))
    if currency:
        unit, behind = currency, stop + of + 1
    kind: Kind = "money" if currency else "count" if unit else "number"
    key = f"{value:.15g}+ {unit}".rstrip()
    return Found(behind if unit else stop, kind, value, unit, key, None, value, "over")


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
    found = share_behind(line, number, high) or _priced(ctx, number, high)
    if found is not None:
        return found
    if glued(line, number.stop) and line[number.stop].kind == "word":
        return _glued_unit(ctx, number, high)
    return _with_noun(ctx, index, number, high)


def _with_noun(ctx: Line, index: int, number: Number, high: float | None) -> Found | None:
    """Return a number with the noun behind it, or bare where there is none."""
    line, stop = ctx.pieces, number.stop
    if number.scale == 1 and high is None and line[index].low == "one":
        noun = low_at(line, stop + 1 if low_at(line, stop) in ("-", "‑") else stop)
        if noun not in _WITH_ONE:
            return None
    unit, behind = unit_behind(ctx, stop, plural=number.value != 1)
    if not unit:
        return _bare(ctx, index, number, high)
    if low_at(line, behind) == "ago":
        key = f"{in_digits(number.value)} {unit} ago"
        value, precision = number.value, number.precision
        return Found(behind + 1, "relative", value, unit, key, high, precision)
    return amount_of("count", number._replace(stop=behind), unit, high)


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
    if before is not None and named and number.plain and ctx.english and not is_stop(ctx, before):
        return None  # "Boeing 787"
    return amount_of("number", number, "", high)


_POINTING = frozenset(listed("the these those these all its their his her other last first any"))


def _priced(ctx: Line, number: Number, high: float | None) -> Found | None:
    """Read the currency behind a number: "5 €", "5 million U.S. dollars", "500-million-dollar"."""
    line, at = ctx.pieces, number.stop
    if at >= len(line):
        return None
    sign = SYMBOLS.get(line[at].text) or CODES.get(line[at].text)
    if sign and not low_at(line, at + 1)[:1].isdecimal():
        return amount_of("money", number._replace(stop=at + 1), sign, high)
    if line[at].text in "-‑" and glued(line, at) and glued(line, at + 1):
        at += 1
    scale = LETTER_SCALES.get(low_at(line, at), 0) if glued(line, at) else 0
    if scale and currency_word(ctx, at + 1, number):  # "5m euros"
        value, precision = number.value * scale, number.precision * scale
        number, at = number._replace(value=value, precision=precision), at + 1
    nation, at = nation_at(line, at)
    currency = currency_word(ctx, at, number)
    if currency is None:
        return None
    if nation and currency == "USD":
        currency = nation
    return amount_of("money", number._replace(stop=at + 1), currency, high)


def _glued_unit(ctx: Line, number: Number, high: float | None) -> Found | None:
    """Read "20km" and "5m people"; "5G" and "3D" are no figures."""
    line, stop = ctx.pieces, number.stop
    word = line[stop].low
    if word in _MEASURES:
        return amount_of("count", number._replace(stop=stop + 1), word, high)
    if word in ("m", "k", "b") and ctx.english:
        unit, behind = unit_behind(ctx, stop + 1, plural=True)
        if unit and behind > stop + 1 and is_plural(line[behind - 1].low):
            scale = LETTER_SCALES[word]
            value, precision = number.value * scale, number.precision * scale
            number = number._replace(value=value, precision=precision, stop=behind)
            return amount_of("count", number, unit, high and high * scale)
    return None
