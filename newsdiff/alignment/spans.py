"""Where exactly: the clauses of a sentence that tell the shared fact, and not the rest of it."""

from __future__ import annotations

import re
from itertools import islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

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

PRICE = 0.2
"""What a word costs, as a share of its weight: a clause is worth showing when more than this share
of its weight is shared. Tuned with NAME on the spans of SuperPAL's development pairs (token F1
.774; .740 when each side was cut without regard to the other's cut; whole sentences .683)."""

NAME = 0.5
"""What a name counts of its weight here: it says who, and the clause is to say what."""

MOST_STRETCHES = 120
"""Stretches of a sentence that are tried, short ones first: all of a sentence of 15 clauses."""


class Clause(NamedTuple):
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


class CutSentence(NamedTuple):
    """One sentence cut into clauses, each as the weights of its content words."""

    parts: tuple[Clause, ...]
    words: tuple[tuple[tuple[str, float], ...], ...]

    def stems(self, first: int, last: int) -> set[str]:
        """The content words of the clauses first..last."""
        return {stem for part in self.words[first : last + 1] for stem, _ in part}

    def worth(self, part: int, shared: Collection[str]) -> float:
        """What a clause adds: its shared weight, less PRICE times its whole weight."""
        return sum(weight * ((stem in shared) - PRICE) for stem, weight in self.words[part])

    def best(self, shared: Collection[str]) -> tuple[float, int, int]:
        """The neighbouring clauses that are worth most, as (worth, first, last); the earliest of
        equals (the maximum-sum subarray: Bentley 1984, Programming Pearls)."""
        best = (float("-inf"), 0, 0)
        first, value = 0, float("-inf")
        for part in range(len(self.parts)):
            if value <= 0:
                first, value = part, 0.0
            value += self.worth(part, shared)
            if value > best[0] + 1e-9:
                best = (value, first, part)
        return best


def shared_stretches(a: CutSentence, b: CutSentence) -> tuple[Clause, Clause]:
    """Return, for each of two sentences, the stretch that tells what both share.

    Both are cut together: each stretch of one side is tried with the stretch of the other that is
    worth most beside it, so that a fact is not drawn out by a word of another fact, and no side is
    cut to words that the other side's cut has lost. Swapping the sides mirrors the result.
    """
    found = [(worth, pair) for worth, pair in _trials(a, b)]
    found += [(worth, (pair[1], pair[0])) for worth, pair in _trials(b, a)]
    (a_first, a_last), (b_first, b_last) = min(found, key=_order)[1]
    return (
        Clause(a.parts[a_first].first, a.parts[a_last].last),
        Clause(b.parts[b_first].first, b.parts[b_last].last),
    )


Pair = tuple[tuple[int, int], tuple[int, int]]
"""The first and the last clause of both sides' stretches."""


def cut(
    text: str, tokens: Sequence[Token], weight: Mapping[str, float], names: Collection[str]
) -> CutSentence:
    """Cut a sentence of `text`, given by its tokens, into clauses, and weigh their words."""
    parts = clauses(text, tokens)
    words = (
        tuple(
            (token.stem, weight[token.stem] * (NAME if token.stem in names else 1.0))
            for token in tokens[part.first : part.last + 1]
            if not token.stop
        )
        for part in parts
    )
    return CutSentence(tuple(parts), tuple(words))


def _trials(one: CutSentence, other: CutSentence) -> Iterator[tuple[float, Pair]]:
    """Yield stretches of `one` with the best stretch of `other` beside each, and their worth."""
    n = len(one.parts)
    stretches = ((first, first + more) for more in range(n) for first in range(n - more))
    for first, last in islice(stretches, MOST_STRETCHES):
        worth, other_first, other_last = other.best(one.stems(first, last))
        shared = other.stems(other_first, other_last)
        worth += sum(one.worth(part, shared) for part in range(first, last + 1))
        yield round(worth, 9), ((first, last), (other_first, other_last))


def _order(found: tuple[float, Pair]) -> tuple[float, int, int, list[tuple[int, int]]]:
    """Most worth first, then the shortest, then the earliest; the same when sides are swapped."""
    worth, pair = found
    length = sum(last - first for first, last in pair)
    return -worth, length, sum(first for first, _ in pair), sorted(pair)
