"""How well it is told whether two articles report one event.

    python benchmarks/event_quality.py [--data ../shared/eval/alignment/news-dev.jsonl] [--show]

The pairs of the file report one event each; an article of one pair and one of another pair do not.
Passages are the gold pairs: all, half and a quarter of them, and none or two made up by chance for
the crossed pairs.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from pathlib import Path

from benchmarks.figures_quality import article, gold_passages
from newsdiff.emphasis.event import same_event
from newsdiff.language.analysis import Analysis


def main() -> None:
    """Print a table: one line a condition, with the verdicts counted."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    shared = Path(__file__).parents[2] / "shared"
    default = shared / "eval" / "alignment" / "news-dev.jsonl"
    parser.add_argument("--data", type=Path, default=default)
    parser.add_argument("--show", action="store_true", help="print the reasons of wrong verdicts")
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.data.read_text(encoding="utf-8").splitlines()]
    articles = [(article(row["a"], "a"), article(row["b"], "b")) for row in rows]
    analyses = [(Analysis(a), Analysis(b)) for a, b in articles]

    for share in (1.0, 0.5, 0.25):
        verdicts: Counter[str] = Counter()
        for row, both, pair in zip(rows, articles, analyses, strict=True):
            chance = random.Random(row["id"])
            kept = [p for p in gold_passages(row, both) if share == 1 or chance.random() < share]
            event = same_event(pair, kept)
            verdicts[event.same] += 1
            if options.show and event.same != "yes" and share == 1:
                print(row["id"], event.same, *event.why, sep="\n    ")
        _print(f"one event, {share:.0%} of the passages", verdicts)

    for count in (0, 2):
        verdicts = Counter()
        chance = random.Random(count)
        for i, row in enumerate(rows):
            for j, other in enumerate(rows):
                if i == j:
                    continue
                gold = [
                    {"a": chance.randrange(len(row["a"])), "b": chance.randrange(len(other["b"]))}
                    for _ in range(count)
                ]
                made_up = gold_passages({"gold": gold}, (articles[i][0], articles[j][1]))
                event = same_event((analyses[i][0], analyses[j][1]), made_up)
                verdicts[event.same] += 1
                if options.show and event.same != "no" and not count:
                    print(row["id"], other["id"], event.same, *event.why, sep="\n    ")
        _print(f"two events, {count} false passages", verdicts)


def _print(name: str, verdicts: Counter[str]) -> None:
    shares = [
        f"{word} {verdicts[word] / verdicts.total():6.1%}" for word in ("yes", "unsure", "no")
    ]
    print(f"{name:34} {'   '.join(shares)}   of {verdicts.total()}")


if __name__ == "__main__":
    main()
