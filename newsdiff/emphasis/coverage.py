"""How much of each article every other one tells too, in words."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import permutations
from typing import TYPE_CHECKING

from newsdiff.emphasis.rows import Coverage

if TYPE_CHECKING:
    from newsdiff.alignment.passage import Passage
    from newsdiff.language.analysis import Analysis


def coverage(analyses: Sequence[Analysis], passages: Iterable[Passage]) -> tuple[Coverage, ...]:
    """Return one row for each ordered pair of articles: (0, 1), (0, 2), … (1, 0), and so on.

    A word is shared when it begins inside a passage of the two articles, however many passages
    hold it. Words of headings and furniture count on neither side. An article without words has
    share 0.
    """
    spans: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for passage in passages:
        for here, there in permutations(passage.spans):
            spans[here.article, there.article].append((here.start, here.end))
    starts = [analysis.word_starts for analysis in analyses]
    rows = []
    for article, other in permutations(range(len(analyses)), 2):
        shared = _covered(starts[article], spans[article, other])
        share = shared / len(starts[article]) if shared else 0.0
        rows.append(Coverage(article, other, shared, share))
    return tuple(rows)


def _covered(starts: Sequence[int], spans: Iterable[tuple[int, int]]) -> int:
    """Return how many of `starts` lie in the union of `spans`."""
    covered = reach = 0
    for start, end in sorted(spans):
        covered += bisect_left(starts, max(end, reach)) - bisect_left(starts, max(start, reach))
        reach = max(reach, end)
    return covered
