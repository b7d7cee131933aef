"""How well it is told whether two articles report one event.

The pairs of the file report one event each; A of one pair and B of another do not. The verdict
stands on passages, which are given in several ways: newsdiff's own, as `compare` does; the gold
pairs, all, half and a quarter of them; and for two events none, or two drawn by chance.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from benchmarks.alignment_data import (
    Analyses,
    Row,
    gold_passages,
    own_passages,
    read_set,
    set_name,
)
from benchmarks.measurement import add_options, data_files, write_report
from newsdiff.alignment.passage import Passage
from newsdiff.emphasis.event import Verdict, same_event

VERDICTS: tuple[Verdict, ...] = ("yes", "unsure", "no")


class Case(NamedTuple):
    """Two articles, and the gold pairs between them: those of a row, or none of two rows."""

    name: str
    analyses: Analyses
    gold: tuple[tuple[int, int], ...]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser what this measurement takes."""
    add_options(parser, "alignment/news-dev.jsonl")
    parser.add_argument(
        "--wrong", action="store_true", help="print wrong verdicts on newsdiff's own passages"
    )


def run(options: argparse.Namespace) -> int:
    """Measure, print a table, write the figures, and return the exit status."""
    sets = {}
    for file in data_files(options.data):
        rows = read_set(file)
        sets[set_name(file)] = conditions = measure(rows)
        print(f"{set_name(file)}: {len(rows)} pairs of articles")
        print(f"{'articles':12} {'passages':18} {'yes':>7} {'unsure':>7} {'no':>7} {'of':>6}")
        for condition in conditions:
            shares = " ".join(f"{condition[word] / condition['of']:7.1%}" for word in VERDICTS)
            head = f"{condition['articles']:12} {condition['passages']:18}"
            print(f"{head} {shares} {condition['of']:6}")
        if options.wrong:
            print(*_wrong(rows), sep="\n")
    write_report(options.json, "event", {"sets": sets})
    return 0


def measure(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """Return a line for each way of giving passages, with the verdicts counted."""
    one, two = list(_one_event(rows)), list(_two_events(rows))
    return [
        _verdicts("one event", "own", one, lambda case: own_passages(case.analyses)),
        _verdicts("one event", "gold", one, lambda case: _kept(case, 1)),
        _verdicts("one event", "half of the gold", one, lambda case: _kept(case, 0.5)),
        _verdicts("one event", "a quarter of it", one, lambda case: _kept(case, 0.25)),
        _verdicts("two events", "own", two, lambda case: own_passages(case.analyses)),
        _verdicts("two events", "none", two, lambda _: ()),
        _verdicts("two events", "two by chance", two, _by_chance),
    ]


def _verdicts(
    articles: str,
    passages: str,
    cases: Sequence[Case],
    given: Callable[[Case], tuple[Passage, ...]],
) -> dict[str, Any]:
    counted = Counter(same_event(case.analyses, given(case)).same for case in cases)
    verdicts: dict[str, int] = {verdict: counted[verdict] for verdict in VERDICTS}
    return {"articles": articles, "passages": passages, "of": len(cases)} | verdicts


def _one_event(rows: Sequence[Row]) -> Iterator[Case]:
    for row in rows:
        yield Case(row.id, row.analyses(), tuple(row.gold))


def _two_events(rows: Sequence[Row]) -> Iterator[Case]:
    """Give each A with the B of each other row."""
    analyses = [row.analyses() for row in rows]
    for i, row in enumerate(rows):
        for j, other in enumerate(rows):
            if i != j:
                yield Case(f"{row.id} {other.id}", (analyses[i][0], analyses[j][1]), ())


def _kept(case: Case, share: float) -> tuple[Passage, ...]:
    chance = random.Random(case.name)
    return gold_passages(case.analyses, [p for p in case.gold if chance.random() < share])


def _by_chance(case: Case) -> tuple[Passage, ...]:
    chance = random.Random(case.name)
    sizes = [len(analysis.article.sentences) for analysis in case.analyses]
    pairs = [(chance.randrange(sizes[0]), chance.randrange(sizes[1])) for _ in range(2)]
    return gold_passages(case.analyses, pairs)


def _wrong(rows: Sequence[Row]) -> Iterator[str]:
    for right, cases in (("yes", _one_event(rows)), ("no", _two_events(rows))):
        for case in cases:
            event = same_event(case.analyses, own_passages(case.analyses))
            if event.same != right:
                yield "\n    ".join((f"  {case.name}: {event.same}", *event.why))
