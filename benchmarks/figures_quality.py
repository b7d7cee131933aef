"""How well differing figures are found: one digit is changed in one of two aligned sentences.

Whole articles are compared, twice: with the gold pairs as their passages, which measures the
figures alone, and with newsdiff's own passages, as `compare` does.

caught: the share of the changed figures that a row reports as differing, with the changed figure in
it. A change of an amount by less than half a per cent is not made: rounding explains it.
false: the share of untouched gold pairs with figures of one sort on both sides for which a row says
"differs".
elsewhere: rows of untouched articles that say "differs" of two sentences that are no gold pair.
Whether they are right is not known: they are there to be read (--wrong).
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Literal, NamedTuple

from benchmarks.alignment_data import (
    Analyses,
    Pair,
    Row,
    gold_passages,
    own_passages,
    read_set,
    set_name,
)
from benchmarks.measurement import add_options, data_files, write_report
from newsdiff.emphasis.figures import figure_rows
from newsdiff.emphasis.rows import FigureRow
from newsdiff.language.figures import Figure, figures_in

Passages = Literal["gold", "own"]
PASSAGES: tuple[Passages, ...] = ("gold", "own")


class Change(NamedTuple):
    """A row with one digit of B changed: the pair of sentences, and where in B's sentence."""

    row: Row
    pair: Pair
    place: int


class Alarms(NamedTuple):
    """What differs in an untouched row: for each gold pair with figures of one sort on both sides,
    and between sentences that are no gold pair."""

    gold: dict[Pair, list[FigureRow]]
    elsewhere: list[FigureRow]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser what this measurement takes."""
    add_options(parser, "alignment")
    parser.add_argument("--wrong", action="store_true", help="print what was missed or is doubtful")


def run(options: argparse.Namespace) -> int:
    """Measure, print a table, write the figures, and return the exit status."""
    sets = {}
    print(f"{'set':12} {'passages':8} {'changed':>8} {'caught':>7} {'untouched':>10} ", end="")
    print(f"{'false':>6} {'elsewhere':>10}")
    for file in data_files(options.data):
        rows = read_set(file)
        sets[set_name(file)] = figures = measure(rows)
        for passages, n in figures.items():
            print(
                f"{set_name(file):12} {passages:8} {n['changed']:8} {n['caught']:7.1%}"
                f" {n['untouched']:10} {n['false']:6.1%} {n['elsewhere']:10}"
            )
        if options.wrong:
            print(*_wrong(rows), sep="\n")
    write_report(options.json, "figures", {"sets": sets})
    return 0


def measure(rows: Sequence[Row]) -> dict[str, dict[str, Any]]:
    """Return the figures of one set, by whose passages were given."""
    changes = [change for row in rows for change in _changes(row)]
    figures: dict[str, dict[str, Any]] = {}
    for passages in PASSAGES:
        caught = [_caught(change, passages) for change in changes]
        alarms = [_alarms(row, passages) for row in rows]
        false = [bool(found) for each in alarms for found in each.gold.values()]
        figures[passages] = {
            "changed": len(caught),
            "caught": _share(caught),
            "untouched": len(false),
            "false": _share(false),
            "elsewhere": sum(len(each.elsewhere) for each in alarms),
        }
    return figures


def _share(hits: Sequence[bool]) -> float:
    return round(sum(hits) / max(1, len(hits)), 6)


def _differing(row: Row, passages: Passages) -> tuple[Analyses, list[FigureRow]]:
    analyses = row.analyses()
    given = gold_passages(analyses, row.gold) if passages == "gold" else own_passages(analyses)
    return analyses, [found for found in figure_rows(analyses, given) if found.status == "differs"]


def _changes(row: Row) -> Iterator[Change]:
    """Change a digit of B in every gold pair with a figure in common that has digits."""
    analyses = row.analyses()
    for pair in row.gold:
        shared = {figure.key for figure in analyses[0].figures if figure.sentence == pair[0]}
        sentence, start = row.b[pair[1]], analyses[1].article.sentences[pair[1]].start
        for figure in analyses[1].figures:
            if figure.sentence != pair[1] or figure.key not in shared:
                continue
            if figure.unit in ("weekday", "month", "time") or figure.kind == "relative":
                continue
            within = range(figure.start - start, figure.end - start)
            places = [place for place in within if sentence[place].isdigit()]
            if not places:
                continue
            chance = random.Random(f"{row.id} {pair[0]} {pair[1]} {figure.key}")
            place = chance.choice(places)
            digits = [digit for digit in "123456789" if digit != sentence[place]]
            new = sentence[:place] + chance.choice(digits) + sentence[place + 1 :]
            if not _slight(figure, new, place):
                b = (*row.b[: pair[1]], new, *row.b[pair[1] + 1 :])
                yield Change(replace(row, b=b), pair, place)


def _slight(before: Figure, sentence: str, place: int) -> bool:
    """Return True when an amount changed by less than half a per cent."""
    return before.kind != "date" and any(
        abs(figure.value - before.value) < 0.005 * before.value
        for figure in figures_in(sentence, 0, len(sentence))
        if figure.start <= place < figure.end
    )


def _caught(change: Change, passages: Passages) -> bool:
    analyses, rows = _differing(change.row, passages)
    at = analyses[1].article.sentences[change.pair[1]].start + change.place
    return any(
        value.article == 1 and value.figure.start <= at < value.figure.end
        for found in rows
        for value in found.values
    )


def _alarms(row: Row, passages: Passages) -> Alarms:
    analyses, rows = _differing(row, passages)
    sorts: tuple[dict[int, set[tuple[str, str]]], ...] = ({}, {})
    for known, analysis in zip(sorts, analyses, strict=True):
        for figure in analysis.figures:
            known.setdefault(figure.sentence, set()).add((figure.kind, figure.unit))
    return Alarms(
        {
            (a, b): [found for found in rows if _sentences(found) == (a, b)]
            for a, b in row.gold
            if sorts[0].get(a, set()) & sorts[1].get(b, set())
        },
        [found for found in rows if _sentences(found) not in row.gold],
    )


def _sentences(row: FigureRow) -> Pair:
    a, b = sorted(row.values, key=lambda value: value.article)
    return a.figure.sentence, b.figure.sentence


def _wrong(rows: Sequence[Row]) -> Iterator[str]:
    """Tell every miss, every false row and every row elsewhere, with both sentences."""
    for row in rows:
        for change in _changes(row):
            for passages in PASSAGES:
                if not _caught(change, passages):
                    yield _told(f"missed ({passages} passages)", change.row, change.pair)
        for passages in PASSAGES:
            alarms = _alarms(row, passages)
            false = [found for rows in alarms.gold.values() for found in rows]
            for what, differing in (("false", false), ("elsewhere", alarms.elsewhere)):
                for found in differing:
                    keys = " / ".join(value.figure.key for value in found.values)
                    yield _told(f"{what} ({passages} passages) {keys}", row, _sentences(found))


def _told(what: str, row: Row, pair: Pair) -> str:
    return f"  {row.id}: {what}\n    A {row.a[pair[0]]}\n    B {row.b[pair[1]]}"
