"""Pairs of articles that are alike to stories: average linkage (Sokal & Michener 1958).

Two groups become one while their articles are alike on average; pairs that were never found
alike count as 0. Whole numbers and one order of time decide, so the groups depend on nothing else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from heapq import heapify, heappop, heappush

LEAST = 160_000
"""The least likeness of two groups, on average (1,000,000: the same article)."""


def group(pairs: Iterable[tuple[int, int, int]], least: int = LEAST) -> dict[int, int]:
    """Return for each article in a story of two or more the story's first, by number.

    `pairs` are two articles and their likeness; lower numbers are earlier articles.
    """
    likeness: dict[int, dict[int, int]] = defaultdict(dict)
    for a, b, alike in pairs:
        likeness[a][b] = likeness[b][a] = alike
    members = {article: [article] for article in likeness}
    heap = [
        (-alike, a, b) for a, others in likeness.items() for b, alike in others.items() if a < b
    ]
    heapify(heap)
    while heap:
        negative, a, b = heappop(heap)
        if -negative < least:
            break
        if a not in members or b not in members or likeness[a].get(b) is None:
            continue
        if -negative != likeness[a][b] // (len(members[a]) * len(members[b])):
            continue  # one of them has grown since
        _unite(a, b, likeness, members)
        for other, total in likeness[a].items():
            average = total // (len(members[a]) * len(members[other]))
            if average >= least:
                heappush(heap, (-average, min(a, other), max(a, other)))
    return {
        article: min(group) for group in members.values() if len(group) > 1 for article in group
    }


def _unite(
    a: int, b: int, likeness: dict[int, dict[int, int]], members: dict[int, list[int]]
) -> None:
    """Make b part of a; likenesses of groups are sums over their articles."""
    members[a] += members.pop(b)
    for other, total in likeness.pop(b).items():
        if other != a:
            likeness[other].pop(b)
            likeness[a][other] = likeness[other][a] = likeness[a].get(other, 0) + total
    likeness[a].pop(b)
