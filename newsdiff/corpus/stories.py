"""Pairs of articles that are alike to stories: average linkage (Sokal & Michener 1958).

Two groups become one while their articles are alike on average; pairs that were never found
alike count as 0. Whole numbers and one order of time decide, so the groups depend on nothing else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from heapq import heapify, heappop, heappush

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

Numbers = NDArray[np.int64]

LEAST = 160_000
"""The least likeness of two groups, on average (1,000,000: the same article)."""


def grouped(docs: Numbers, moments: Numbers, alike: Mapping[str, Numbers]) -> pa.Table:
    """Return doc and story for the articles in stories; a story's number is its earliest article's.

    `docs` are the articles in pairs, others too; `alike` has the columns of plan.likeness().
    """
    order = np.lexsort((docs, moments))  # earlier articles get lower numbers
    number = np.empty(len(order), np.int64)
    number[order] = np.arange(len(order))
    by_doc = np.argsort(docs)
    sides = [number[by_doc[np.searchsorted(docs[by_doc], alike[side])]] for side in "ab"]
    pairs = np.stack([*np.sort(sides, axis=0), alike["likeness"]], axis=1).tolist()
    found = group(sorted(pairs))
    members = np.array(sorted(found), np.int64)
    firsts = np.array([found[member] for member in members.tolist()], np.int64)
    return pa.table({"doc": docs[order[members]], "story": docs[order[firsts]]})


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
