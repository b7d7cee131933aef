"""How often a name or term is called distinctive where nothing differs: halves of one article.

Each article is cut into two by dealing its sentences in turn, in blocks of one, two and four: the
halves report one thing in one voice, so that whatever is told of their names and terms is chance.
Against that stand the halves of two articles, cut in the same way, where something may differ: the
data's pairs of reports of one event if they are pairs, else each article with the next.

`names` and `terms` are rows with fair evidence or better (G² ≥ 6.63), `weak` names with weak
evidence, all per ten comparisons. `ratio` is the rate with one article over that with two.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from benchmarks.alignment_data import read_set
from benchmarks.measurement import SHARED, data_files, read_lines, write_report
from newsdiff.article import Article
from newsdiff.emphasis.names import name_rows
from newsdiff.emphasis.rows import NameRow
from newsdiff.emphasis.terms import term_rows
from newsdiff.language.analysis import Analysis
from newsdiff.reading import from_text

DATA = (SHARED / "eval" / "alignment" / "news-dev.jsonl", SHARED / "eval" / "voices")
BLOCKS = (1, 2, 4)
LEAST_WORDS = 120
"""Halves of fewer words have hardly anything to count."""

Halves = tuple[str, str]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser what this measurement takes."""
    parser.add_argument(
        "--data",
        type=Path,
        nargs="+",
        default=DATA,
        metavar="DIR_OR_FILE",
        help="folders of *.jsonl, or such files, of articles or of pairs (default: the pairs of "
        "one event, and the articles with voices)",
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there, too")
    parser.add_argument(
        "--wrong", action="store_true", help="print what is told of halves of one article"
    )


def run(options: argparse.Namespace) -> int:
    """Measure, print a table, write the figures, and return the exit status."""
    files = [file for data in _several(options.data) for file in data_files(data)]
    pairs = [pair for file in files for pair in read_pairs(file)]
    figures = measure(pairs)
    print(f"{'halves of':14} {'compared':>8} {'names':>7} {'weak':>7} {'terms':>7} {'both':>7}")
    for name, found in figures["sets"].items():
        rates = " ".join(f"{found[kind]:7.2f}" for kind in ("names", "weak", "terms", "both"))
        print(f"{name:14} {found['compared']:8} {rates}")
    print(f"{'ratio':14} {'':8} " + " ".join(f"{rate:7.2f}" for rate in figures["ratio"].values()))
    if options.wrong:
        print(*_wrong(pairs), sep="\n")
    write_report(options.json, "halves", figures)
    return 0


def measure(pairs: Sequence[tuple[Article, Article]]) -> dict[str, Any]:
    """Return findings per ten comparisons, for halves of one article and of two, and the ratio."""
    one = [halves for pair in pairs for article in pair for halves in _halves(article)]
    two = [
        halves
        for a, b in pairs
        for (first, _), (_, second) in zip(_halves(a), _halves(b), strict=False)
        for halves in [(first, second)]
    ]
    sets = {"one article": _rates(one), "two articles": _rates(two)}
    ratio = {
        kind: round(sets["one article"][kind] / max(1e-9, sets["two articles"][kind]), 3)
        for kind in ("names", "weak", "terms", "both")
    }
    return {"sets": sets, "ratio": ratio}


def _rates(splits: Sequence[Halves]) -> dict[str, float]:
    names = weak = terms = 0
    for halves in splits:
        told, faint, words = _findings(halves)
        names += len(told)
        weak += len(faint)
        terms += len(words)
    count = max(1, len(splits))
    rates = {"names": names, "weak": weak, "terms": terms, "both": names + terms}
    return {"compared": len(splits)} | {k: round(10 * n / count, 3) for k, n in rates.items()}


def _findings(halves: Halves) -> tuple[list[str], list[str], list[str]]:
    """Return the names with fair evidence, those with weak evidence, and the terms."""
    analyses = [Analysis(from_text(half)) for half in halves]
    rows = name_rows(analyses)
    return (
        [f"{row.name} {_counts(row)}" for row in rows if row.evidence in ("fair", "strong")],
        [row.name for row in rows if row.evidence == "weak"],
        [f"{row.term} {row.counts}" for row in term_rows(analyses)],
    )


def _counts(row: NameRow) -> str:
    return " ".join(f"{source.article}:{source.count}" for source in row.sources)


def _halves(article: Article) -> Iterator[Halves]:
    """Yield an article's halves, cut in blocks of one sentence, of two and of four."""
    told = [article.text[one.start : one.end] for one in article.sentences if one.role == "text"]
    for size in BLOCKS:
        sides = tuple(
            "\n\n".join(text for place, text in enumerate(told) if place // size % 2 == side)
            for side in (0, 1)
        )
        if min(len(side.split()) for side in sides) >= LEAST_WORDS:
            yield sides[0], sides[1]


def read_pairs(file: Path) -> Iterator[tuple[Article, Article]]:
    """Yield the pairs of a file: its own, or each article with the next, none of them twice."""
    rows = read_lines(file)
    if rows and "a" in rows[0]:
        for row in read_set(file):
            yield from_text("\n\n".join(row.a)), from_text("\n\n".join(row.b))
        return
    articles = [from_text(row["text"]) for row in rows]
    yield from list(pairwise(articles))[::2]


def _several(data: Path | Sequence[Path]) -> Sequence[Path]:
    return [data] if isinstance(data, Path) else data


def _wrong(pairs: Sequence[tuple[Article, Article]]) -> Iterator[str]:
    for pair in pairs:
        for article in pair:
            for halves in _halves(article):
                names, _, terms = _findings(halves)
                yield from (f"  name {name}" for name in names)
                yield from (f"  term {term}" for term in terms)
