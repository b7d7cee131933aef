"""What is told of an article held against itself, where nothing differs.

Data are JSON lines of {id, text} (more is left alone), or rows of alignment data, whose two sides
count as two articles. Each article of 12 sentences and more is cut in two:

- odd: its odd sentences against its even ones; both tell of the same throughout;
- halves: its first half against its second, which tells of other things, as articles do.

A distinctive name or term (evidence fair or better) is false there. `in ten` is how many such there
are in ten comparisons.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from typing import Any

from benchmarks.alignment_data import set_name
from benchmarks.measurement import add_options, data_files, read_lines, write_report
from newsdiff.comparison import compare
from newsdiff.reading import from_text

LEAST_SENTENCES = 12


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser what this measurement takes."""
    add_options(parser, "voices")


def run(options: argparse.Namespace) -> int:
    """Measure, print a table, write the figures, and return the exit status."""
    sets = {}
    print(f"{'set':10} {'cut':8} {'articles':>8} {'names in ten':>13} {'terms in ten':>13}")
    for file in data_files(options.data):
        sets[set_name(file)] = figures = measure(read_lines(file))
        for cut, n in figures.items():
            print(
                f"{set_name(file):10} {cut:8} {n['articles']:8}"
                f" {n['names_in_ten']:13.2f} {n['terms_in_ten']:13.2f}"
            )
    write_report(options.json, "emphasis", {"sets": sets})
    return 0


def measure(rows: Sequence[Mapping[str, Any]]) -> dict[str, dict[str, float]]:
    """Return the figures of one set, by how the articles are cut."""
    articles = [text for row in rows for text in _texts(row)]
    found: dict[str, dict[str, float]] = {}
    for text in articles:
        article = from_text(text)
        own = [article.sentence_text(s.index) for s in article.sentences if not s.furniture]
        if len(own) < LEAST_SENTENCES:
            continue
        middle = len(own) // 2
        cuts = {"odd": (own[::2], own[1::2]), "halves": (own[:middle], own[middle:])}
        for cut, sides in cuts.items():
            comparison = compare([from_text("\n\n".join(side)) for side in sides])
            counts = found.setdefault(cut, {"articles": 0, "names": 0, "terms": 0})
            counts["articles"] += 1
            counts["names"] += sum(row.evidence in ("fair", "strong") for row in comparison.names)
            counts["terms"] += len(comparison.terms)
    for counts in found.values():
        for kind in ("names", "terms"):
            counts[f"{kind}_in_ten"] = 10 * counts[kind] / counts["articles"]
    return found


def _texts(row: Mapping[str, Any]) -> list[str]:
    if "text" in row:
        return [row["text"]]
    return ["\n\n".join(row[side]) for side in ("a", "b")]
