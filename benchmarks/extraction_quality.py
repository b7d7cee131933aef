"""Articles out of web pages, newsdiff's and its peers', against the words that people marked.

Data are JSON lines of {id, html_base64, text}: a page, and the body of its article. Precision and
recall of a page count its words, each as often as it stands there, in any order; F1 is their
harmonic mean, and the table has the means over pages. F1 of runs counts four words in a row
instead, which order matters to (as in scrapinghub's article-extraction-benchmark). A page that
newsdiff refuses counts as an empty text. Peers are trafilatura as it comes, readability-lxml, and
the text of all `p` elements.
"""

from __future__ import annotations

import argparse
import base64
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.util import find_spec
from typing import Any, NamedTuple

from lxml.html import HTMLParser, document_fromstring

from benchmarks.alignment_data import set_name
from benchmarks.measurement import (
    NoDataError,
    add_options,
    data_files,
    read_lines,
    write_report,
)
from newsdiff.errors import InputError
from newsdiff.reading.document import Document
from newsdiff.reading.formats import html
from newsdiff.reading.settings import ReadSettings

WORD = re.compile(r"\w+")
RUN = 4
"""Words in a row."""
LOW = 0.9
"""F1 of words below which --wrong prints a page."""


class Score(NamedTuple):
    """What one method made of one page, and the seconds that it took."""

    precision: float
    recall: float
    f1: float
    runs_f1: float
    seconds: float


def ours(page: bytes) -> str:
    """Return the article as newsdiff reads it."""
    try:
        return "\n".join(draft.text for draft in html.drafts(Document("-", page), ReadSettings()))
    except InputError:
        return ""


def trafilatura(page: bytes) -> str:
    """Return the article as trafilatura gives it without any setting."""
    import trafilatura as peer  # noqa: PLC0415  a peer, which may be missing

    return peer.extract(page) or ""


def readability(page: bytes) -> str:
    """Return the article as readability-lxml gives it, its tags off."""
    from readability import Document as Peer  # noqa: PLC0415  a peer, which may be missing

    summary = Peer(page.decode("utf-8", "replace")).summary()
    return " ".join(document_fromstring(summary).itertext())


def paragraphs(page: bytes) -> str:
    """Return the text of all `p` elements."""
    tree = document_fromstring(page, parser=HTMLParser(encoding="utf-8"))
    return "\n".join("".join(element.itertext()) for element in tree.iter("p"))


METHODS: Mapping[str, Callable[[bytes], str]] = {
    "newsdiff": ours,
    "trafilatura": trafilatura,
    "readability-lxml": readability,
    "all p": paragraphs,
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser what this measurement takes."""
    add_options(parser, "pages")
    parser.add_argument("--limit", type=int, metavar="N", help="only the first N pages a file")
    parser.add_argument(
        "--wrong", action="store_true", help=f"print pages that newsdiff reads with F1 below {LOW}"
    )


def run(options: argparse.Namespace) -> int:
    """Measure, print a table, write the figures, and return the exit status."""
    files = data_files(options.data)
    missing = [name for name in ("readability", "trafilatura") if find_spec(name) is None]
    if missing:
        raise NoDataError(f"{missing[0]} is not installed (group bench, extra web)")
    sets: dict[str, Any] = {}
    print(f"{'set':12} {'method':17} {'pages':>5} {'P':>6} {'R':>6} {'F1':>6} {'runs':>6}", end="")
    print(f" {'refused':>8} {'ms':>5}")
    for file in files:
        rows = read_lines(file)[: options.limit]
        name = set_name(file)
        sets[name] = {}
        for method in METHODS:
            sets[name][method] = n = measure(rows, method)
            print(
                f"{name:12} {method:17} {n['pages']:5} {n['precision']:6.3f} {n['recall']:6.3f} "
                f"{n['f1']:6.3f} {n['runs_f1']:6.3f} {n['empty']:8} {n['ms']:5.0f}"
            )
        if options.wrong:
            print(*_wrong(rows), sep="\n")
    write_report(
        options.json, "extraction", {"sets": sets}, ("trafilatura", "readability-lxml", "lxml")
    )
    return 0


def measure(rows: Sequence[Mapping[str, Any]], method: str) -> dict[str, Any]:
    """Return the means of one method over pages: scores, milliseconds, and empty texts."""
    scores = [score(row, METHODS[method]) for row in rows]
    means = [sum(values) / len(scores) for values in zip(*scores, strict=True)]
    precision, recall, f1, runs_f1, seconds = means
    return {
        "pages": len(rows),
        "precision": round(precision, 6),
        "recall": round(recall, 6),
        "f1": round(f1, 6),
        "runs_f1": round(runs_f1, 6),
        "empty": sum(item.precision == 0 == item.recall for item in scores),
        "ms": round(1000 * seconds, 1),
    }


def score(row: Mapping[str, Any], method: Callable[[bytes], str]) -> Score:
    """Hold what a method makes of a page against its gold."""
    page = base64.b64decode(row["html_base64"])
    start = time.perf_counter()
    found = WORD.findall(method(page).lower())
    seconds = time.perf_counter() - start
    gold = WORD.findall(row["text"].lower())
    precision, recall, f1 = agreement(found, gold)
    *_, runs_f1 = agreement(_runs(found), _runs(gold))
    return Score(precision, recall, f1, runs_f1, seconds)


def agreement(found: Sequence[object], gold: Sequence[object]) -> tuple[float, float, float]:
    """Return precision, recall and F1 of two bags; of two empty ones all are 1."""
    if not found and not gold:
        return 1.0, 1.0, 1.0
    shared = sum((Counter(found) & Counter(gold)).values())
    return (
        shared / max(1, len(found)),
        shared / max(1, len(gold)),
        2 * shared / (len(found) + len(gold)),
    )


def _runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1))]


def _wrong(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Tell of each page that is read badly which paragraphs are too many (+) or missing (-)."""
    for row in rows:
        page = base64.b64decode(row["html_base64"])
        result = score(row, ours)
        if result.f1 >= LOW:
            continue
        found, gold = ours(page), row["text"]
        yield f"  {row['id']} F1 {result.f1:.3f}"
        for sign, lines, other in (("+", found, gold), ("-", gold, found)):
            told = " ".join(other.split())
            paragraphs = (" ".join(line.split()) for line in lines.split("\n"))
            yield from (f"    {sign} {text[:90]}" for text in paragraphs if text[:60] not in told)
