"""Summaries of news, newsdiff's and its peers', against what editors wrote: ROUGE by rouge-score.

Data are JSON lines of {id, article, summary}, where the summary is an editor's highlights, one a
line. Every method gives three sentences (or as many, or as many words, as
are asked for), of the same sentences: ours, with furniture left out. Peers beside sumy are in
summary_peers.py, and measured where they are installed.
The oracle greedily takes the sentences that lift the score most: no choice of sentences does much
better. Intervals are bootstrapped over articles, paired.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from typing import Any, NamedTuple

from benchmarks.measurement import add_options, data_files, read_lines, write_report
from benchmarks.summary_peers import PEERS, peer
from newsdiff.language.analysis import Analysis
from newsdiff.reading import from_text
from newsdiff.summary import METHODS, Length, choose, words_in
from newsdiff.summary.length import Room
from newsdiff.summary.ranking import Ranking
from newsdiff.summary.selection import select

OURS = "news"
ORACLE = "oracle"

_RESAMPLES = 2000


class Rouge(NamedTuple):
    """F measures, 0 to 1, of one summary or the means of many."""

    rouge1: float
    rouge2: float
    rouge_lsum: float

    @property
    def mean(self) -> float:
        """The mean of ROUGE-1 and ROUGE-2, by which methods are compared."""
        return (self.rouge1 + self.rouge2) / 2


class Result(NamedTuple):
    """One method's ROUGE on one article, and the seconds of CPU that it took."""

    rouge: Rouge
    seconds: float


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser what this measurement takes."""
    add_options(parser, "summary")
    parser.add_argument(
        "--methods",
        type=lambda names: names.split(","),
        default=[method for method in (*METHODS, *PEERS) if not method.startswith("sumy:")],
        metavar="NAMES",
        help=f"commas between them; {OURS} is always measured (default: all)",
    )
    parser.add_argument("--sentences", type=int, default=3, metavar="N")
    parser.add_argument("--words", type=int, metavar="N", help="so many words instead")
    parser.add_argument("--limit", type=int, metavar="N", help="only the first N articles a file")
    parser.add_argument("--processes", type=int, default=2, metavar="N")


def run(options: argparse.Namespace) -> int:
    """Measure, print a table for each file, write the figures, and return the exit status."""
    unknown = set(options.methods).difference(METHODS, PEERS)
    if unknown:
        print(f"quality.py summary: no method {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    files = data_files(options.data)
    missing = [name for name in options.methods if name in PEERS and peer(name) is None]
    if missing:
        print(f"not installed (dependency group peers): {', '.join(missing)}")
    methods = [OURS, *(name for name in options.methods if name not in (OURS, *missing))]
    length = Length(words=options.words) if options.words else Length(options.sentences)
    figures = []
    for file in files:
        rows = read_lines(file)[: options.limit]
        results = measure_all(rows, methods, length, options.processes)
        figures.append(summarized(file.name, methods, results))
        print(table(figures[-1]))
    report = {"sentences": length.sentences, "words": length.words, "files": figures}
    write_report(options.json, "summary", report, ("sumy", "rouge-score"))
    return 0


def measure_all(
    rows: Sequence[dict[str, str]], methods: Sequence[str], length: Length, processes: int
) -> list[dict[str, Result]]:
    """Return the results of `measure` on every article, worked out in so many processes."""
    work = partial(measure, methods=methods, length=length)
    with ProcessPoolExecutor(processes) as pool:
        return list(pool.map(work, rows, chunksize=5))


def measure(row: dict[str, str], methods: Sequence[str], length: Length) -> dict[str, Result]:
    """Return the result of every method, and of the oracle, on one article."""
    analysis = Analysis(from_text(row["article"], row["id"]))
    analysis.tokens  # noqa: B018  all methods need them, so that none pays for them
    candidates = [pick.index for pick in choose(analysis, length, "lead").considered]
    texts = {index: " ".join(analysis.article.sentence_text(index).split()) for index in candidates}
    results = {}
    for method in methods:
        score = peer(method) if method in PEERS else None
        start = time.process_time()
        if score is None:
            chosen = [pick.index for pick in choose(analysis, length, method).picks]
        else:
            keys = dict(zip(candidates, score(list(texts.values())), strict=True))
            room = Room.of(length, [words_in(analysis, index) for index in candidates])
            places = select(Ranking((), tuple(keys.values())), room)
            chosen = [candidates[place] for place in sorted(places)]
        seconds = time.process_time() - start
        results[method] = Result(rouge(row["summary"], [texts[index] for index in chosen]), seconds)
    best = oracle(row["summary"], list(texts.values()), length)
    return results | {ORACLE: Result(rouge(row["summary"], best), 0.0)}


def rouge(reference: str, chosen: Iterable[str]) -> Rouge:
    """Score the chosen sentences against a reference of one highlight a line.

    ROUGE-Lsum takes every line for a sentence, so the chosen ones, which hold no line breaks, are
    given one a line.
    """
    scores = _scorer().score(reference, "\n".join(chosen))
    return Rouge(*(scores[name].fmeasure for name in ("rouge1", "rouge2", "rougeLsum")))


def oracle(reference: str, candidates: Sequence[str], length: Length) -> list[str]:
    """Return candidates of so much length, each the one that lifts the score most, while any
    does."""
    words = [len(text.split()) for text in candidates]
    scorer = _scorer("rouge1", "rouge2")

    def score(places: Iterable[int]) -> float:
        found = scorer.score(reference, "\n".join(candidates[place] for place in sorted(places)))
        return float(found["rouge1"].fmeasure + found["rouge2"].fmeasure)

    chosen: list[int] = []
    reached = 0.0
    while len(chosen) < (length.sentences or len(candidates)):
        left = (length.words or math.inf) - sum(words[place] for place in chosen)
        others = [p for p in range(len(candidates)) if p not in chosen and words[p] <= left]
        lifted = {place: score([*chosen, place]) for place in others}
        best = max(lifted, key=lifted.__getitem__, default=None)
        if best is None or lifted[best] <= reached:
            break
        chosen.append(best)
        reached = lifted[best]
    return [candidates[place] for place in sorted(chosen)]


@cache
def _scorer(*names: str) -> Any:  # noqa: ANN401  rouge-score has no types
    """Return a scorer by Porter stems, as the published figures are; it remembers stems."""
    from rouge_score import rouge_scorer  # noqa: PLC0415  slow to load, once a process

    class Tokenizer:
        tokenize = staticmethod(stems)

    return rouge_scorer.RougeScorer(
        names or ("rouge1", "rouge2", "rougeLsum"), tokenizer=Tokenizer()
    )


def stems(text: str) -> list[str]:
    """Return a text's words as rouge-score counts them: Porter's stems."""
    from rouge_score import tokenize  # noqa: PLC0415  slow to load, once a process

    return list(tokenize.tokenize(text, _stemmer()))


@cache
def _stemmer() -> Any:  # noqa: ANN401  rouge-score has no types
    """Return Porter's stemmer, which remembers."""
    from nltk.stem.porter import PorterStemmer  # noqa: PLC0415  slow to load, once a process

    class Stemmer:
        stem = staticmethod(cache(PorterStemmer().stem))

    return Stemmer


def summarized(
    file: str, methods: Sequence[str], results: Sequence[dict[str, Result]]
) -> dict[str, Any]:
    """Return a file's figures: means in percent, and how far our method is ahead of each peer."""
    ours = [result[OURS].rouge.mean for result in results]
    found = {}
    for method in (*methods, ORACLE):
        rouges = [result[method].rouge for result in results]
        means = Rouge(*(100 * sum(column) / len(rouges) for column in zip(*rouges, strict=True)))
        figures: dict[str, Any] = {name: round(value, 2) for name, value in means._asdict().items()}
        figures["seconds"] = round(sum(result[method].seconds for result in results), 2)
        if method not in (OURS, ORACLE):
            gaps = [100 * (our - its.mean) for our, its in zip(ours, rouges, strict=True)]
            figures["ahead"] = interval(gaps)
        found[method] = figures
    return {"file": file, "articles": len(results), "methods": found}


def interval(differences: Sequence[float]) -> dict[str, float]:
    """Return the mean of paired differences and its 95% interval, bootstrapped over articles."""
    draw = partial(random.Random(0).choices, differences, k=len(differences))
    means = sorted(sum(draw()) / len(differences) for _ in range(_RESAMPLES))
    low, high = means[int(0.025 * _RESAMPLES)], means[int(0.975 * _RESAMPLES) - 1]
    mean = sum(differences) / len(differences)
    return {"mean": round(mean, 2), "low": round(low, 2), "high": round(high, 2)}


def table(figures: dict[str, Any]) -> str:
    """Return a file's figures as a table to read."""
    return "\n".join(_lines(figures))


def _lines(figures: dict[str, Any]) -> Iterator[str]:
    yield f"{figures['file']}: {figures['articles']} articles, ROUGE F"
    yield f"{'':11}   R-1    R-2  R-Lsum  CPU s   {OURS} is ahead by (mean of R-1 and R-2, 95%)"
    for method, row in figures["methods"].items():
        line = f"{method:11} {row['rouge1']:5.2f}  {row['rouge2']:5.2f}   {row['rouge_lsum']:5.2f}"
        if method != ORACLE:
            line += f"  {row['seconds']:5.1f}"
        if "ahead" in row:
            ahead = row["ahead"]
            line += f"   {ahead['mean']:+.2f} [{ahead['low']:+.2f}, {ahead['high']:+.2f}]"
        yield line
    yield ""
