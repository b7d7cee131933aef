"""The word difference between the two sides of a passage, by the standard library's difflib."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from newsdiff.alignment.passage import Edit, Tag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdiff.article import Span

UNIT = re.compile(r"(?:\w+(?:['’.,]\w+)*|[^\w\s])\s*")
"""A word or a mark, with the white space behind it."""

TYPOGRAPHY = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"',
                            "–": "-", "—": "-"})  # fmt: skip

MOST_MATCHES = 5_000
"""Places where a word of one side meets its like on the other: difflib's cost, which for the worst
texts grows faster than they do (5,000: 10 ms; 200,000: 2 s). Spans of sentences stay below a
thousand; past this only what begins and ends alike is matched."""


class Units(NamedTuple):
    """A span's words and marks: where each starts and ends, and what makes two of them equal."""

    span: Span
    starts: list[int]
    ends: list[int]
    keys: list[str]

    def extent(self, first: int, stop: int) -> tuple[int, int]:
        """The characters of units [first, stop); of none, an empty place before the first."""
        start = self.starts[first] if first < len(self.starts) else self.span.end
        return (start, self.ends[stop - 1]) if stop > first else (start, start)


def units(text: str, span: Span) -> Units:
    """Cut a span of `text` into words and marks."""
    starts, ends, keys = [], [], []
    for match in UNIT.finditer(text, span.start, span.end):
        starts.append(match.start())
        ends.append(match.end())
        keys.append(match.group().rstrip().translate(TYPOGRAPHY))
    return Units(span, starts, ends, keys)


def edits(a: Units, b: Units) -> tuple[Edit, ...]:
    """Return the steps from one span to another, whole words and marks at a time.

    Swapping the sides mirrors the steps: difflib is not symmetric, so the two are always compared
    in the same order, whichever comes first.
    """
    if a.keys <= b.keys:
        blocks = _matches(a.keys, b.keys)
    else:
        blocks = [(i, j, size) for j, i, size in _matches(b.keys, a.keys)]
    steps: list[Edit] = []

    def step(tag: Tag, i: tuple[int, int], j: tuple[int, int]) -> None:
        steps.append(Edit(tag, *a.extent(*i), *b.extent(*j)))

    at_a = at_b = 0
    for i, j, size in [*blocks, (len(a.keys), len(b.keys), 0)]:
        if i > at_a:
            step("-", (at_a, i), (at_b, at_b))
        if j > at_b:
            step("+", (i, i), (at_b, j))
        if size:
            step("=", (i, i + size), (j, j + size))
        at_a, at_b = i + size, j + size
    return tuple(steps)


def equal_share(steps: Sequence[Edit]) -> float:
    """Return the share of both sides' characters that stands in "=" steps, 0 to 1."""
    equal = whole = 0
    for step in steps:
        size = step.a_end - step.a_start + step.b_end - step.b_start
        whole += size
        equal += size if step.tag == "=" else 0
    return equal / whole if whole else 1.0


def _matches(a: list[str], b: list[str]) -> list[tuple[int, int, int]]:
    """Matching blocks (start in a, start in b, length), in order, under a cap on cost."""
    head = 0
    while head < min(len(a), len(b)) and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < min(len(a), len(b)) - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    inner_a, inner_b = a[head : len(a) - tail], b[head : len(b) - tail]
    blocks = [(0, 0, head)] if head else []
    count_b = Counter(inner_b)
    if sum(n * count_b[key] for key, n in Counter(inner_a).items()) <= MOST_MATCHES:
        matcher = SequenceMatcher(None, inner_a, inner_b, autojunk=False)
        blocks += [
            (head + i, head + j, size) for i, j, size in matcher.get_matching_blocks() if size
        ]
    if tail:
        blocks.append((len(a) - tail, len(b) - tail, tail))
    return blocks
