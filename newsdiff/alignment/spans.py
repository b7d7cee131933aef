"""Where exactly: the clauses of a sentence that tell the shared fact, and not the rest of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from newsdiff.language.words import Token

BREAK = re.compile(
    r"[,;:()\[\]—–\"“”«»]|\s-\s"
    r"|\b(?:and|but|or|which|who|whom|whose|that|while|as|after|before|since|because|when|where"
    r"|if|although|though|with|following|amid|despite|saying|until|in order)\b",
    re.IGNORECASE,
)
"""Where one clause ends and another may begin. English words; other languages break at marks."""

MIN_CONTENT = 2
"""A piece with fewer content words is no clause of its own: it stays with the piece before."""

PRICE = 0.20
"""What a word costs that the other side does not have, as a share of its weight: a clause is worth
showing when more than this share of its weight is shared. Tuned on the spans of SuperPAL's
development pairs (token F1, see docs/alignment.md)."""


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens first..last (inclusive places in the sentence's tokens)."""

    first: int
    last: int


def clauses(text: str, tokens: Sequence[Token]) -> list[Clause]:
    """Cut one sentence, given by its tokens, into clauses that cover all its tokens."""
    if not tokens:
        return []
    starts = {0}
    place = 0
    for match in BREAK.finditer(text, tokens[0].start, tokens[-1].end):
        while place < len(tokens) and tokens[place].start < match.start():
            place += 1
        if place < len(tokens):
            starts.add(place)
    edges = [*sorted(starts), len(tokens)]
    found: list[Clause] = []
    for start, stop in pairwise(edges):
        thin = sum(not token.stop for token in tokens[start:stop]) < MIN_CONTENT
        if found and (thin or _thin(tokens, found[-1])):
            found[-1] = Clause(found[-1].first, stop - 1)
        else:
            found.append(Clause(start, stop - 1))
    return found


def _thin(tokens: Sequence[Token], clause: Clause) -> bool:
    inside = tokens[clause.first : clause.last + 1]
    return sum(not token.stop for token in inside) < MIN_CONTENT


def best_stretch(
    tokens: Sequence[Token],
    parts: Sequence[Clause],
    shared: Collection[str],
    weight: Mapping[str, float],
) -> Clause:
    """Return the neighbouring clauses that hold most shared weight for what they cost.

    The heaviest run of clauses when each is worth its shared weight less PRICE times its whole
    weight (the maximum-sum subarray: Bentley 1984, Programming Pearls); the earliest of equals.
    """
    best, best_value = parts[0], float("-inf")
    first, value = parts[0].first, float("-inf")
    for part in parts:
        inside = [t.stem for t in tokens[part.first : part.last + 1] if not t.stop]
        worth = sum(weight[stem] * ((stem in shared) - PRICE) for stem in inside)
        if value > 0:
            value += worth
        else:
            first, value = part.first, worth
        if value > best_value + 1e-9:
            best, best_value = Clause(first, part.last), value
    return best


def shared_stretches(
    sides: tuple[tuple[str, Sequence[Token]], tuple[str, Sequence[Token]]],
    weight: Mapping[str, float],
) -> tuple[Clause, Clause]:
    """Return, for each of two sentences (text, tokens), the stretch that tells what both share.

    Twice: the second time a word counts as shared only when it stands in the other's first
    stretch, so that a fact is not drawn out by a word of another fact in the same sentence.
    """
    parts = tuple(clauses(text, tokens) for text, tokens in sides)
    stretches = tuple(Clause(0, len(tokens) - 1) for _, tokens in sides)
    for _ in range(2):
        stems = tuple(
            {token.stem for token in tokens[s.first : s.last + 1] if not token.stop}
            for (_, tokens), s in zip(sides, stretches, strict=True)
        )
        stretches = tuple(
            best_stretch(tokens, cut, stems[1 - side], weight)
            for side, ((_, tokens), cut) in enumerate(zip(sides, parts, strict=True))
        )
    return stretches[0], stretches[1]
