"""How fast newsdiff is: whole processes against the import of a peer, and how costs grow.

Whole processes are run one after the other, round after round, so that a slow moment of the machine
meets all of them. Told are medians of the seconds of CPU (user and system) and of the peak memory
that the kernel counts for a process (`wait4`; not on Windows). A peer is the least that a tool
built on it must pay: the import alone, with no work done.

Growth is measured inside this process on articles that it makes: words with Zipf's frequencies,
some figures, and a fifth of B's sentences reworded from A's. An exponent of 1 is linear.
"""

from __future__ import annotations

import argparse
import math
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from statistics import linear_regression, median
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # this checkout, installed or not

ALIGNED = (250, 500, 1000)
"""Sentences of each of the two articles that are aligned."""
SUMMARIZED = (1000, 3000)
"""Sentences of the article that is summarized."""

VOCABULARY = 20_000
"""Words that are made up, of which some come out alike; English function words go before them, as
the most frequent ones."""
FUNCTION_WORDS = (
    "the of to and in a that for is on was with said as at it by from he his have has be are an "
    "had who not which this will were they their but its been would or she about her more also "
    "after than one when we there up all out new over into other last some no you two first if "
    "what can could time most him so now only made just before such may like any them many "
    "against while"
)
REWORDED = 0.2
"""Share of B's sentences that tell what a sentence of A tells."""


class Process(NamedTuple):
    """One process that is measured: what to call it, and its command."""

    name: str
    command: tuple[str, ...]


def main(arguments: list[str] | None = None) -> int:
    """Measure, print tables, write the figures, and return the exit status."""
    options = _options(arguments)
    # Processes first: a child's peak memory counts what its parent held when it was started.
    processes = measured(whole_processes(*options.articles), options.rounds)
    print(f"whole processes, medians of {options.rounds} rounds\n")
    print(f"{'':44}{'CPU s':>8}{'peak MB':>9}")
    for name, costs in processes.items():
        print(f"{name:44}{costs['cpu_seconds']:8.3f}{costs['peak_megabytes']:9.1f}")
    growths = {
        "align, sentences a side": growth(ALIGNED, aligning, options.rounds),
        "summarize with news, sentences": growth(SUMMARIZED, summarizing, options.rounds),
    }
    for name, figures in growths.items():
        print(f"\n{name}: exponent {figures['exponent']:.2f}")
        for size, seconds in figures["cpu_seconds"].items():
            print(f"{size:>8}{seconds:9.3f} s of CPU")

    from benchmarks.measurement import write_report  # noqa: PLC0415  only when all is measured

    report = {"rounds": options.rounds, "processes": processes, "growth": growths}
    write_report(options.json, "speed", report, ("typer", "sumy"))
    return 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="speed.py",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    samples = [ROOT / "samples" / name for name in ("summit-courier.txt", "summit-herald.txt")]
    parser.add_argument(
        "--articles",
        nargs=2,
        type=Path,
        default=samples,
        metavar=("A", "B"),
        help="what is compared; A is summarized (default: two of the samples)",
    )
    parser.add_argument("--rounds", type=int, default=9, metavar="N", help="default: %(default)s")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there, too")
    return parser.parse_args(arguments)


def whole_processes(a: Path, b: Path) -> list[Process]:
    """Return the processes to measure: newsdiff's commands, and the peers' imports."""
    python = (sys.executable, "-c")
    newsdiff = (sys.executable, "-m", "newsdiff")
    both = (str(a), str(b))
    return [
        Process('python -c ""', (*python, "")),
        Process("newsdiff --version", (*newsdiff, "--version")),
        Process('python -c "import typer"', (*python, "import typer")),
        Process("newsdiff compare A B, lines", (*newsdiff, "compare", *both)),
        Process("newsdiff compare A B, text", (*newsdiff, "compare", "--format", "text", *both)),
        Process("newsdiff summarize A", (*newsdiff, "summarize", both[0])),
        Process(
            'python -c "import sumy.summarizers.lex_rank"',
            (*python, "import sumy.summarizers.lex_rank"),
        ),
    ]


def measured(processes: Sequence[Process], rounds: int) -> dict[str, dict[str, float]]:
    """Return the median costs of each process, run in turns; one round before goes uncounted."""
    costs: dict[str, list[tuple[float, float]]] = {process.name: [] for process in processes}
    for number in range(rounds + 1):
        for process in processes:
            cost = _cost(process.command)
            if number:
                costs[process.name].append(cost)
    return {
        name: {
            "cpu_seconds": round(median(cpu for cpu, _ in each), 4),
            "peak_megabytes": round(median(peak for _, peak in each), 1),
        }
        for name, each in costs.items()
    }


def _cost(command: Sequence[str]) -> tuple[float, float]:
    """Run a command and return its seconds of CPU and its peak memory in megabytes.

    Raises CalledProcessError when it fails: what did not work says nothing about speed.
    """
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, env=environment
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    unit = 1 if sys.platform == "darwin" else 1024  # bytes there, kibibytes elsewhere
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit / 1e6


def growth(
    sizes: Sequence[int], work: Callable[[int], Callable[[], object]], rounds: int
) -> dict[str, Any]:
    """Return the median seconds of CPU for each size, and the exponent that fits them best.

    `work(size)` prepares, which is not counted, and returns what is.
    """
    seconds: dict[int, list[float]] = {size: [] for size in sizes}
    for _ in range(rounds):
        for size in sizes:
            run = work(size)
            start = time.process_time()
            run()
            seconds[size].append(time.process_time() - start)
    medians = {size: median(each) for size, each in seconds.items()}
    return {
        "cpu_seconds": {str(size): round(value, 4) for size, value in medians.items()},
        "exponent": round(_slope(medians), 2),
    }


def _slope(seconds: dict[int, float]) -> float:
    """Return the slope of the line that fits the logarithms best, by least squares."""
    points = [(math.log(size), math.log(value)) for size, value in seconds.items()]
    return linear_regression(*zip(*points, strict=True)).slope


def aligning(size: int) -> Callable[[], object]:
    """Prepare to align two made articles of so many sentences, tokens and figures included."""
    from benchmarks.alignment_data import analysis, own_passages  # noqa: PLC0415  see main

    a, b = made_articles(size)
    analyses = (analysis(a, "a"), analysis(b, "b"))
    return lambda: own_passages(analyses)


def summarizing(size: int) -> Callable[[], object]:
    """Prepare to summarize a made article of so many sentences, tokens included."""
    from benchmarks.alignment_data import analysis  # noqa: PLC0415  see main
    from newsdiff.summary import Length, choose  # noqa: PLC0415  see main

    article = analysis(made_articles(size)[0], "a")
    return lambda: choose(article, Length(sentences=3), "news")


def made_articles(size: int) -> tuple[list[str], list[str]]:
    """Make two articles of so many sentences, the same ones on every run."""
    chance = random.Random(size)
    words = _words(chance)
    a = [next(words) for _ in range(size)]
    b = [
        _reworded(sentence, next(words), chance) if chance.random() < REWORDED else next(words)
        for sentence in a
    ]
    chance.shuffle(b)
    return [" ".join(s) + "." for s in a], [" ".join(s) + "." for s in b]


def _words(chance: random.Random) -> Iterator[list[str]]:
    """Give sentences, each a list of words of which each is as frequent as Zipf says."""
    syllables = [consonant + vowel for consonant in "bdfgklmnprstv" for vowel in "aeiou"]
    made = {"".join(chance.choices(syllables, k=chance.randint(2, 4))) for _ in range(VOCABULARY)}
    vocabulary = FUNCTION_WORDS.split() + chance.sample(sorted(made), len(made))
    weights = list(accumulate(1 / rank for rank in range(1, len(vocabulary) + 1)))
    while True:
        count = max(6, min(45, round(chance.gauss(22, 8))))
        sentence = chance.choices(vocabulary, cum_weights=weights, k=count)
        if chance.random() < 0.3:
            sentence.insert(chance.randrange(count), str(chance.randint(13, 9999)))
        yield [sentence[0].capitalize(), *sentence[1:]]


def _reworded(sentence: list[str], other: list[str], chance: random.Random) -> list[str]:
    """Return half of a sentence's words in two stretches that changed places, and another's."""
    kept = [word for word in sentence if chance.random() < 0.6]
    cut = len(kept) // 2
    return kept[cut:] + other[: len(other) // 2] + kept[:cut]


if __name__ == "__main__":
    sys.exit(main())
