"""Passages that are one another's copies, put together: who printed it first, and who followed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

LEAST_OVERLAP = 0.5
"""Two stretches of an article are one passage when they share this much of the shorter one."""


class Pair(NamedTuple):
    """A passage that two articles share, in characters of their texts."""

    passage: str
    a: str
    b: str
    a_start: int
    a_end: int
    b_start: int
    b_end: int
    matched: int


class Print(NamedTuple):
    """Where an article prints a passage."""

    article: str
    start: int
    end: int


class Journey(NamedTuple):
    """A passage in all articles that print it; `passage` is the id of its longest pair."""

    passage: str
    matched: int
    prints: tuple[Print, ...]
    pairs: frozenset[str]


def journeys(pairs: Iterable[Pair]) -> list[Journey]:
    """Return the passages, each with all who print it, once an article; most articles first."""
    pairs = list(pairs)
    stretches = _stretches(pairs)
    parent: dict[tuple[str, int], tuple[str, int]] = {}

    def root(node: tuple[str, int]) -> tuple[str, int]:
        while parent.setdefault(node, node) != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for pair in pairs:
        one, other = (
            root(stretches[pair.a, pair.a_start, pair.a_end]),
            root(stretches[pair.b, pair.b_start, pair.b_end]),
        )
        parent[max(one, other)] = min(one, other)
    groups: dict[tuple[str, int], list[Pair]] = defaultdict(list)
    for pair in pairs:
        groups[root(stretches[pair.a, pair.a_start, pair.a_end])].append(pair)
    found = [_journey(group) for group in groups.values()]
    return sorted(found, key=lambda j: (-len(j.prints), -j.matched, j.passage))


def _stretches(pairs: Sequence[Pair]) -> dict[tuple[str, int, int], tuple[str, int]]:
    """Return for each stretch its article and the number of the passage that it is there."""
    spans: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for pair in pairs:
        spans[pair.a].add((pair.a_start, pair.a_end))
        spans[pair.b].add((pair.b_start, pair.b_end))
    numbers = {}
    for article, places in spans.items():
        number, last = -1, (0, 0)
        for start, end in sorted(places):
            shared = min(end, last[1]) - start
            if number < 0 or shared < LEAST_OVERLAP * min(end - start, last[1] - last[0]):
                number, last = number + 1, (start, end)
            numbers[article, start, end] = (article, number)
    return numbers


def _journey(pairs: Sequence[Pair]) -> Journey:
    best = min(pairs, key=lambda pair: (-pair.matched, pair.passage))
    longest: dict[str, Print] = {}
    for pair in pairs:
        for one in (
            Print(pair.a, pair.a_start, pair.a_end),
            Print(pair.b, pair.b_start, pair.b_end),
        ):
            known = longest.get(one.article)
            if known is None or (known.end - known.start, -known.start) < (
                one.end - one.start, -one.start
            ):  # fmt: skip
                longest[one.article] = one
    prints = tuple(longest[article] for article in sorted(longest))
    return Journey(best.passage, best.matched, prints, frozenset(p.passage for p in pairs))
