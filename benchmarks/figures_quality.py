"""How well differing figures are found: one digit is changed in one of two aligned sentences.

    python benchmarks/figures_quality.py [--data ../shared/eval/alignment] [--show]

Each file holds JSON lines {id, a: [sentences], b: [sentences], gold: [{a, b}]}. The whole articles
are compared, with the gold pairs as their passages. Caught: the share of the changed figures that a
row reports as differing from the figure that was left as it was. False alarms: the share of
untouched gold pairs with figures of one unit on both sides for which a row says "differs". A change
of an amount by less than half a per cent is not counted: rounding explains it.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from newsdiff.alignment.passage import Evidence, Passage, PassageSpan
from newsdiff.article import Article, Sentence
from newsdiff.emphasis.figures import figure_rows
from newsdiff.emphasis.rows import FigureRow
from newsdiff.language.analysis import Analysis
from newsdiff.language.figures import Figure, figures_in

FILES = ("news-dev", "superpal-dev", "propsegment-dev", "ecbplus-dev")
NOTHING = Evidence((), 0, (), (), {}, ((), ()))


def article(sentences: Sequence[str], source: str) -> Article:
    """Make an article of a list of sentences, each a paragraph of its own."""
    text, found = "\n\n".join(sentences), []
    start = 0
    for index, sentence in enumerate(sentences):
        found.append(Sentence(index, start, start + len(sentence), index))
        start += len(sentence) + 2
    return Article(source, text, tuple(found))


def gold_passages(row: Mapping[str, Any], articles: tuple[Article, Article]) -> tuple[Passage, ...]:
    """Make passages of the gold pairs of a row, the whole sentences as their spans."""
    passages = []
    for pair in row["gold"]:
        spans = []
        for number, side in enumerate("ab"):
            sentence = articles[number].sentences[pair[side]]
            spans.append(PassageSpan(number, sentence.index, sentence.start, sentence.end))
        both = (spans[0], spans[1])
        passages.append(Passage("paraphrase", 1.0, "high", both, NOTHING, ()))
    return tuple(passages)


def main() -> None:
    """Print a table: one line a file."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    default = Path(__file__).parents[2] / "shared" / "eval" / "alignment"
    parser.add_argument("--data", type=Path, default=default)
    parser.add_argument("--show", action="store_true", help="print what was missed or false")
    options = parser.parse_args()
    print(f"{'file':18} {'changed':>8} {'caught':>8} {'untouched':>10} {'false':>8}")
    for name in FILES:
        path = options.data / f"{name}.jsonl"
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        caught = [_caught(*case, show=options.show) for row in rows for case in _changed(row)]
        alarms = [hit for row in rows for hit in _alarms(row, options.show)]
        print(f"{name:18} {len(caught):8} {_share(caught):>8} {len(alarms):10} {_share(alarms):>8}")


def _share(hits: Sequence[bool]) -> str:
    return f"{100 * sum(hits) / len(hits):.1f}%" if hits else "-"


def _compare(row: Mapping[str, Any]) -> tuple[tuple[Analysis, Analysis], tuple[FigureRow, ...]]:
    both = (article(row["a"], "a"), article(row["b"], "b"))
    analyses = (Analysis(both[0]), Analysis(both[1]))
    return analyses, figure_rows(analyses, gold_passages(row, both))


def _changed(row: Mapping[str, Any]) -> Iterator[tuple[dict[str, Any], int, int, int, Figure]]:
    """Give every gold pair with a figure in common that has digits, one digit of B's changed.

    Gives the row, the pair's sentences, where in B's sentence the digit stands, and A's figure.
    """
    analyses, _ = _compare(row)
    for pair in row["gold"]:
        a, b = pair["a"], pair["b"]
        ours = {f.key: f for f in analyses[0].figures if f.sentence == a}
        for theirs in analyses[1].figures:
            if theirs.sentence != b or theirs.key not in ours:
                continue
            if theirs.unit in ("weekday", "month", "time") or theirs.kind == "relative":
                continue
            start = analyses[1].article.sentences[b].start
            sentence = row["b"][b]
            places = [
                place
                for place in range(theirs.start - start, theirs.end - start)
                if sentence[place].isdigit()
            ]
            if not places:
                continue
            chance = random.Random(f"{row['id']} {a} {b} {theirs.key}")
            place = chance.choice(places)
            digits = [digit for digit in "123456789" if digit != sentence[place]]
            new = sentence[:place] + chance.choice(digits) + sentence[place + 1 :]
            if theirs.kind != "date" and _slight(theirs.value, new, place):
                continue
            changed = dict(row)
            changed["b"] = [*row["b"][:b], new, *row["b"][b + 1 :]]
            yield changed, a, b, place, ours[theirs.key]


def _slight(value: float, sentence: str, place: int) -> bool:
    """Return True when an amount changed by less than half a per cent: rounding explains that."""
    return any(
        abs(figure.value - value) < 0.005 * value
        for figure in figures_in(sentence, 0, len(sentence))
        if figure.start <= place < figure.end
    )


def _caught(
    row: Mapping[str, Any], a: int, b: int, place: int, figure: Figure, *, show: bool
) -> bool:
    analyses, rows = _compare(row)
    at = analyses[1].article.sentences[b].start + place
    for found in rows:
        if found.status != "differs":
            continue
        for value in found.values:
            if value.article == 1 and value.figure.start <= at < value.figure.end:
                return True
    if show:
        print("MISSED", figure.key, "\n   ", row["a"][a], "\n   ", row["b"][b])
    return False


def _alarms(row: Mapping[str, Any], show: bool) -> Iterator[bool]:
    analyses, rows = _compare(row)
    for pair in row["gold"]:
        units = [
            {(f.kind, f.unit) for f in analyses[n].figures if f.sentence == pair[side]}
            for n, side in enumerate("ab")
        ]
        if not units[0] & units[1]:
            continue
        false = [
            found
            for found in rows
            if found.status == "differs"
            and {(v.article, v.figure.sentence) for v in found.values}
            == {(0, pair["a"]), (1, pair["b"])}
        ]
        for found in false if show else ():
            keys = [value.figure.key for value in found.values]
            print("ALARM", keys, "\n   ", row["a"][pair["a"]], "\n   ", row["b"][pair["b"]])
        yield bool(false)


if __name__ == "__main__":
    main()
