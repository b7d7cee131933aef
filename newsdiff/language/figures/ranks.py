"""Ranks: "8th", "the third", "twenty-first"."""

from __future__ import annotations

from newsdiff.language.figures.numbers import (
    SUFFIXES,
    TENS,
    Found,
    Line,
    Piece,
    glued,
    listed,
    low_at,
)

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
DETERMINERS = frozenset(listed("the a an his her its their our my your this that every another"))
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


def read_rank(ctx: Line, index: int) -> Found | None:
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
        return low_at(line, index + 2) not in ("hand", "ever")
    before = line[index - 1].low if index else ""
    owned = before in DETERMINERS or before.endswith(("'s", "’s"))
    noun = behind[0].kind == "word" or before in ("his", "her", "its", "their", "our")
    return rank >= _RANKED_ANYWHERE or (owned and noun)


def _rank(value: int, stop: int) -> Found:
    return Found(stop, "ordinal", float(value), "ordinal", f"{value} ordinal")
