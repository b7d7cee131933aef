"""How `newsdiff scan` does on collections: `python benchmarks/scale.py --help`.

On real articles with gold (every pair of 300 articles by Smith and Waterman): how many of the pairs
with a score of 10 or more, across outlets, the scan finds, alone and among 4,000; how many of its
pairs the gold does not know; and the CPU it takes, from words to passages. datasketch's MinHash LSH
goes over the same articles, by its own documentation: sets of word 5-grams, 128 permutations, a
threshold of .2. Stories: pairs of articles on one event, hidden among the 4,000.

On made-up articles (words with Zipf's frequencies and common phrases, 100 a day by 200 outlets,
one in ten of them with a passage planted out of another): how recall, CPU and memory grow. A
collection grows by days, as real ones do. `--a-day 400` has the smallest one end before the 30 days
are over within which articles are held against each other, so that each article of a larger one has
more to be held against. Each size is a process of its own.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from statistics import linear_regression
from typing import Any, NamedTuple

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # this checkout, installed or not

from benchmarks.measurement import SHARED, read_lines, write_report  # noqa: E402  see above
from newsdiff.corpus import inputs  # noqa: E402  the same
from newsdiff.corpus.engines.duckdb import Engine  # noqa: E402  the same
from newsdiff.corpus.folder import Folder  # noqa: E402  the same
from newsdiff.corpus.intake import Raw  # noqa: E402  the same
from newsdiff.corpus.settings import Resources, Rules  # noqa: E402  the same

GOLD_SCORE = 10
ALONE = 300
"""The first articles, those with gold."""
OUTLETS = 200
A_DAY = 100
"""The 33,110 real articles that 4,000 were drawn of lie on 362 days at least."""
PLANTED = 0.1
VOCABULARY = 60_000
PHRASES = 20_000
"""Runs of four to seven words that come again and again; with them, as in the real articles, one
gram in twenty stands in two outlets."""
PHRASE_SHARE = 0.01


def main(arguments: list[str] | None = None) -> int:
    """Measure, print, write the figures, and return the exit status."""
    parser = argparse.ArgumentParser(
        prog="scale.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--data", type=Path, default=SHARED / "eval", metavar="DIR", help="default: %(default)s"
    )
    parser.add_argument(
        "--sizes",
        default="10000,20000,40000",
        metavar="N,N",
        help="made-up articles, default: %(default)s",
    )
    parser.add_argument(
        "--a-day", type=int, default=A_DAY, metavar="N", help="of them, default: %(default)s"
    )
    parser.add_argument("--memory", type=float, default=2.0, metavar="GB", help="default: 2")
    parser.add_argument("--no-peer", action="store_true", help="leave datasketch out")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there, too")
    parser.add_argument("--one", nargs=2, metavar=("CORPUS", "OUT"), help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.one:
        return _one(options.one[0], options.one[1], options.memory)
    report: dict[str, Any] = {}
    corpus = options.data / "corpus"
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        if (corpus / "passages-gold-300.jsonl").is_file():
            report["real"] = _real(corpus, work, peer=not options.no_peer)
            report["stories"] = _stories(options.data, work)
        else:
            print(f"no data in {corpus} (--data or NEWSDIFF_SHARED names another place)\n")
        sizes = [int(size) for size in options.sizes.split(",") if size]
        if sizes:
            report["made"] = _growth(sizes, work, options.memory, options.a_day)
    write_report(options.json, "scale", report, ("duckdb", "pyarrow", "numpy"))
    return 0


# -- one scan, in a process of its own ---------------------------------------------------------


def _one(corpus: str, out: str, memory: float) -> int:
    """Scan and print as JSON what it cost; the CPU of the passages is counted apart."""
    folder = Folder(out)
    folder.begin({}, resume=False, add=False)
    resources = Resources(memory=int(memory * 1e9), threads=os.cpu_count() or 1)
    engine = Engine(folder, Rules(), resources)
    parsing = 0.0

    def rows() -> Iterator[Raw]:
        nonlocal parsing
        source = inputs.rows([corpus], {})
        while True:
            begin = time.thread_time()
            row = next(source, None)
            parsing += time.thread_time() - begin
            if row is None:
                return
            yield row

    begin, wall = time.process_time(), time.monotonic()
    engine.read(rows(), {})
    read = time.process_time() - begin - parsing
    engine.link()
    linked = time.process_time() - begin - parsing
    engine.align()
    passages = time.process_time() - begin - parsing
    engine.stories()
    engine.emphasis()
    counts = engine.write()
    whole = time.process_time() - begin
    engine.close()
    folder.finish({"schema": "newsdiff.scan/1", "counts": counts})
    unit = 1 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6
    print(
        json.dumps(
            {
                "counts": counts,
                "cpu_seconds": {
                    "read": round(read, 2), "link": round(linked - read, 2),
                    "align": round(passages - linked, 2), "passages": round(passages, 2),
                    "whole": round(whole, 2),
                },
                "wall_seconds": round(time.monotonic() - wall, 2),
                "peak_megabytes": round(peak),
            }
        )
    )  # fmt: skip
    return 0


def _scanned(corpus: Path, out: Path, memory: float = 2.0) -> dict[str, Any]:
    command = [
        sys.executable, str(Path(__file__)), "--memory", str(memory),
        "--one", str(corpus), str(out),
    ]  # fmt: skip
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def _pairs(out: Path) -> dict[frozenset[str], int]:
    """Return the pairs of articles that share a passage, with the best score."""
    best: dict[frozenset[str], int] = defaultdict(int)
    for batch in Folder(str(out)).batches("passages", ["a", "b", "score"]):
        for row in batch.to_pylist():
            pair = frozenset((row["a"], row["b"]))
            best[pair] = max(best[pair], row["score"])
    return best


# -- real articles -------------------------------------------------------------------------------


def _real(corpus: Path, work: Path, *, peer: bool) -> dict[str, Any]:
    rows = _articles(corpus)
    gold = _gold(corpus, rows)
    figures: dict[str, Any] = {}
    print(f"{len(gold.wanted)} gold pairs of {ALONE} articles\n")
    print(f"{'':34}{'recall':>8}{'not in gold':>13}{'CPU s':>8}{'articles/CPU s':>16}{'MB':>7}")
    for count in (ALONE, len(rows)):
        figures[f"scan_{count}"] = _found(
            f"newsdiff scan, {count:,} articles", rows[:count], gold, work
        )
    if peer:
        found, seconds = _datasketch(rows)
        cost = {"cpu_seconds": {"passages": seconds}}
        name = f"datasketch, {len(rows):,} articles"
        figures["datasketch"] = _row(name, found, gold, cost, len(rows))
    return figures


def alone(corpus: Path, work: Path) -> dict[str, Any]:
    """Return what a scan of the articles with gold alone finds, as the report has it."""
    rows = _articles(corpus)
    return _found("newsdiff scan", rows[:ALONE], _gold(corpus, rows), work)


def _found(name: str, rows: list[dict[str, str]], gold: _Gold, work: Path) -> dict[str, Any]:
    file, out = work / f"real-{len(rows)}.jsonl", work / f"real-{len(rows)}"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    cost = _scanned(file, out)
    return _row(name, _pairs(out), gold, cost, len(rows))


class _Gold(NamedTuple):
    """The pairs that are surely to be found, all that share anything, and the articles."""

    wanted: set[frozenset[str]]
    known: set[frozenset[str]]
    articles: set[str]


def _gold(corpus: Path, rows: list[dict[str, str]]) -> _Gold:
    lines = read_lines(corpus / "passages-gold-300.jsonl")
    sure = [row for row in lines if row["score"] >= GOLD_SCORE and not row["same_outlet"]]
    return _Gold(
        {frozenset((row["a"], row["b"])) for row in sure},
        {frozenset((row["a"], row["b"])) for row in lines},
        {row["id"] for row in rows[:ALONE]},
    )


def _row(
    name: str, pairs: Iterable[frozenset[str]], gold: _Gold, cost: dict[str, Any], count: int
) -> dict[str, Any]:
    found = {pair for pair in pairs if pair <= gold.articles}
    seconds = cost["cpu_seconds"]["passages"]
    recall = len(found & gold.wanted) / len(gold.wanted)
    strange = len(found - gold.known) / max(1, len(found))
    print(
        f"{name:34}{recall:8.3f}{strange:13.3f}{seconds:8.2f}{count / seconds:16,.0f}"
        f"{cost.get('peak_megabytes', ''):>7}"
    )
    return {
        "recall": round(recall, 4),
        "not_in_gold": round(strange, 4),
        "articles_per_cpu_second": round(count / seconds),
        **cost,
    }


def _articles(corpus: Path) -> list[dict[str, str]]:
    with gzip.open(corpus / "articles-4k.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _datasketch(rows: list[dict[str, str]]) -> tuple[set[frozenset[str]], float]:
    """Return the pairs that MinHash LSH finds, and the CPU it took."""
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415  a peer, slow to load

    begin = time.process_time()
    index = MinHashLSH(threshold=0.2, num_perm=128)
    found = set()
    for row in rows:
        words = row["text"].lower().split()
        grams = {" ".join(words[n : n + 5]).encode() for n in range(max(1, len(words) - 4))}
        sketch = MinHash(num_perm=128)
        sketch.update_batch(sorted(grams))
        found |= {frozenset((row["id"], str(other))) for other in index.query(sketch)}
        index.insert(row["id"], sketch)
    return found, time.process_time() - begin


# -- stories -------------------------------------------------------------------------------------


def _stories(data: Path, work: Path) -> dict[str, Any]:
    """Hide pairs of articles on one event among the 4,000, and look for them as stories."""
    rows = _articles(data / "corpus")
    chance = random.Random(5)
    halves: tuple[list[set[str]], list[set[str]]] = ([], [])
    for number, event in enumerate(read_lines(data / "alignment" / "news-dev.jsonl")):
        day = date(2017, 3, 1) + timedelta(chance.randrange(120))
        pair = {f"{event['id']}{side}" for side in "ab"}
        halves[number % 2].append(pair)
        for side in "ab":
            published = day + timedelta(chance.randrange(2))
            text = " ".join(event[side])
            rows.append({"id": f"{event['id']}{side}", "published": str(published), "text": text})
    file = work / "stories.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    _scanned(file, work / "stories")
    story = {
        row["article"]: row["story"]
        for batch in Folder(str(work / "stories")).batches("stories")
        for row in batch.to_pylist()
    }
    members: dict[str, set[str]] = defaultdict(set)
    for article, name in story.items():
        members[name].add(article)
    figures = {}
    print("\nstories: pairs on one event among 4,000 articles (thresholds set on the first half)")
    for name, pairs in zip(("first half", "second half"), halves, strict=True):
        precision = recall = 0.0
        for pair in pairs:
            for article in pair:
                mine = members[story[article]] if article in story else {article}
                precision += len(mine & pair) / len(mine)
                recall += len(mine & pair) / len(pair)
        count = sum(map(len, pairs))
        p, r = precision / count, recall / count
        figures[name] = {"b3_precision": p, "b3_recall": r, "b3_f1": 2 * p * r / (p + r)}
        print(f"{name:14} B³ precision {p:.3f}, recall {r:.3f}, F1 {2 * p * r / (p + r):.3f}")
    return figures


# -- made-up articles ----------------------------------------------------------------------------


def _growth(sizes: list[int], work: Path, memory: float, a_day: int) -> dict[str, Any]:
    figures: dict[str, Any] = {"a_day": a_day}
    print(f"\nmade-up articles, {a_day} a day, --memory {memory:g}GB")
    print(
        f"{'articles':>10}{'recall':>9}{'CPU s':>9}{'whole CPU s':>13}{'wall s':>9}{'peak MB':>9}"
    )
    for size in sizes:
        file, out = work / f"made-{size}.jsonl", work / f"made-{size}"
        planted = write_made(file, size, a_day)
        cost = _scanned(file, out, memory)
        found = _pairs(out)
        recall = sum(pair in found for pair in planted) / max(1, len(planted))
        cpu = cost["cpu_seconds"]
        print(
            f"{size:10,}{recall:10.4f}{cpu['passages']:10.1f}{cpu['whole']:10.1f}"
            f"{cost['wall_seconds']:10.1f}{cost['peak_megabytes']:10}"
        )
        figures[str(size)] = {"recall": recall, **cost}
        file.unlink()
    if len(sizes) > 1:
        points = [
            (math.log(size), math.log(figures[str(size)]["cpu_seconds"]["passages"]))
            for size in sizes
        ]
        figures["exponent"] = round(linear_regression(*zip(*points, strict=True)).slope, 3)
        print(f"exponent {figures['exponent']:.2f}")
    return figures


def write_made(file: Path, count: int, a_day: int = A_DAY) -> set[frozenset[str]]:
    """Write made-up articles as JSON lines, in no order of time, the same on every run; return the
    pairs between which a passage was planted."""
    chance = np.random.default_rng(count)
    vocabulary = np.array(_vocabulary(), dtype=object)
    odds = 1 / (np.arange(VOCABULARY) + 2.7) ** 1.05  # Zipf and Mandelbrot
    steps = np.cumsum(odds / odds.sum())

    def draw(size: int) -> Any:  # noqa: ANN401  an array
        return np.minimum(np.searchsorted(steps, chance.random(size)), VOCABULARY - 1)

    phrases = [draw(int(chance.integers(4, 8))) for _ in range(PHRASES)]
    popular = list(accumulate(1 / (n + 10) for n in range(PHRASES)))
    order = chance.permutation(count)
    recent: dict[int, list[tuple[str, int, Any]]] = defaultdict(list)
    planted: set[frozenset[str]] = set()
    texts = []
    for number in range(count):
        day, outlet, name = number // a_day, int(chance.integers(OUTLETS)), f"m{number}"
        words = draw(int(np.clip(chance.lognormal(6.7, 0.55), 80, 4000)))
        uses = chance.random(int(len(words) * PHRASE_SHARE)) * popular[-1]
        for phrase in np.searchsorted(popular, uses):
            words = _planted(words, phrases[phrase], chance)
        days = [then for then in range(max(0, day - 20), day + 1) if recent[then]]
        if days and chance.random() < PLANTED:
            sources = recent[days[int(chance.integers(len(days)))]]
            source, house, all_words = sources[int(chance.integers(len(sources)))]
            size = min(len(all_words), int(chance.integers(12, 41)))
            begin = int(chance.integers(len(all_words) - size + 1))
            copied = all_words[begin : begin + size].copy()
            changed = chance.choice(size, size // 15, replace=False)
            copied[changed] = draw(len(changed))
            words = _planted(words, copied, chance)
            if house != outlet:
                planted.add(frozenset((name, source)))
        if len(recent[day]) < 20:
            recent[day].append((name, outlet, words))
        recent.pop(day - 21, None)
        published = date(2031, 1, 1) + timedelta(day)
        texts.append((name, outlet, str(published), words))
        if len(texts) == 5000 or number == count - 1:
            with file.open("a", encoding="utf-8") as lines:
                for place in np.argsort(order[: len(texts)]).tolist():
                    lines.write(_line(texts[place], vocabulary))
            texts.clear()
    return planted


def _planted(words: Any, passage: Any, chance: Any) -> Any:  # noqa: ANN401  arrays, a generator
    place = int(chance.integers(len(words)))
    return np.concatenate([words[:place], passage, words[place:]])


def _line(article: tuple[str, int, str, Any], vocabulary: Any) -> str:  # noqa: ANN401  arrays
    name, outlet, published, words = article
    text = " ".join(vocabulary[words].tolist())
    fields = {"id": name, "outlet": f"o{outlet}.example", "published": published, "text": text}
    return json.dumps(fields) + "\n"


def _vocabulary() -> Iterable[str]:
    chance = random.Random(7)
    syllables = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]
    made: dict[str, None] = {}
    while len(made) < VOCABULARY:
        made["".join(chance.choices(syllables, k=chance.randint(1, 5)))] = None
    return list(made)


if __name__ == "__main__":
    sys.exit(main())
