"""What is counted: the noun behind a number, as a stem."""

from __future__ import annotations

from newsdiff.language.figures.numbers import Line, Piece, glued, listed, low_at
from newsdiff.language.words import fold

_PLURALS = frozenset(listed("people men women children police feet troops personnel aircraft"))
_NO_PLURALS = frozenset(listed("his its was has is this us news less does says goes plus thus"))
_SKIPPED = frozenset(listed("more other further additional"))
_NO_UNITS = frozenset(listed("to in on by and or up off out one plus odd"))
_HEADS = {"person": "people", "persons": "people"}
_OLD = frozenset(["old", "olds", "long", "high", "wide", "deep", "strong"])
_NOUN_REACH = 4
"""A counted noun stands within so many words ("23 House and Senate Democrats" is given up)."""


def unit_behind(ctx: Line, index: int, *, plural: bool) -> tuple[str, int]:
    """Return the stem of the noun that is counted and the index behind it, or "" and `index`.

    With a hyphen it is the word behind ("48-page"), else the first plural among the next words
    ("300 local students"), else the next word.
    """
    line = ctx.pieces
    if low_at(line, index) in ("-", "‑") and glued(line, index):
        return _hyphen_unit(ctx, index)
    if index >= len(line):
        return "", index
    if not ctx.english:
        word = line[index]
        noun = word.kind == "word" and len(word.text) > 3 and word.text < "\u2e80"
        return (_stem(ctx, word), index + 1) if noun and not is_stop(ctx, word) else ("", index)
    first = index
    while low_at(line, first) in _SKIPPED:
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
        if piece.kind != "word" or (is_stop(ctx, piece) and piece.low not in _PLURALS):
            return None
        if is_plural(piece.low):
            return at + 1
    return None


def _next_noun(ctx: Line, at: int) -> tuple[str, int] | None:
    """Return the next word as a unit, if it can be a noun that is no name."""
    if at >= len(ctx.pieces):
        return None
    piece = ctx.pieces[at]
    other = piece.low.endswith(("ed", "ly", "ing", "'s", "’s")) or len(piece.text) < 2
    if piece.kind != "word" or not piece.text.islower() or other or is_stop(ctx, piece):
        return None
    return _stem(ctx, piece), at + 1


def is_plural(low: str) -> bool:
    """Return True for a word in lower case that looks like an English plural."""
    if low in _PLURALS:
        return True
    return len(low) > 3 and low[-1] == "s" and low[-2] not in "su'’" and low not in _NO_PLURALS


def is_stop(ctx: Line, piece: Piece) -> bool:
    """Return True for a word that no count has as its noun."""
    return fold(piece.text) in ctx.lexicon.stop_words


def _stem(ctx: Line, piece: Piece) -> str:
    norm = fold(piece.text)
    return ctx.lexicon.stem(_HEADS.get(norm, norm))
