"""Currencies: signs, codes and words, before a number and behind it."""

from __future__ import annotations

from newsdiff.language.figures.numbers import Line, Number, Piece, glued, listed, low_at

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


def currency_at(line: list[Piece], index: int) -> tuple[str, int] | None:
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


def currency_word(ctx: Line, index: int, number: Number) -> str | None:
    """Return the currency that the word at piece `index` names, or None."""
    word = low_at(ctx.pieces, index)
    one = word.removesuffix("s")
    if one in CURRENCY_WORDS:
        return CURRENCY_WORDS[one]
    return SCALED_CURRENCY_WORDS.get(one) if number.scale >= 1e6 else None


def nation_at(line: list[Piece], at: int) -> tuple[str | None, int]:
    """Return whose dollars are meant ("U.S.", "Canadian"), and the index behind."""
    if [piece.low for piece in line[at : at + 4]] == ["u", ".", "s", "."]:
        return "USD", at + 4
    nation = NATIONS.get(low_at(line, at))
    return nation, at + 1 if nation else at
