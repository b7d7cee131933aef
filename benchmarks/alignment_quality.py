"""Alignment against its peers: precision, recall, F1, average precision, spans, confidence, kinds.

newsdiff is measured as it stands. Each peer scores every pair of sentences and is given the
threshold that suits it best ON the very set, which newsdiff is not: its F1 is the most that it can
reach there. Intervals are bootstrapped over pairs of articles. Pairs that the data call borderline
("ignore") count neither way.
"""

from __future__ import annotations

import argparse
import math
import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.alignment_data import Pair, Row, read_set, set_name
from benchmarks.measurement import add_options, data_files, write_report
from newsdiff.alignment.aligner import MIN_SCORE, align, hold
from newsdiff.alignment.passage import KINDS, Passage
from newsdiff.alignment.profile import profile

SAMPLES = 1000
"""Bootstrap samples; each draws whole pairs of articles, as sentences of one pair hang together."""

Scores = dict[Pair, float]
Peer = Callable[[Row], Scores]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser what this measurement takes."""
    add_options(parser, "alignment")


def run(options: argparse.Namespace) -> int:
    """Measure, print tables for each set, write the figures, and return the exit status."""
    files = data_files(options.data)
    peers, left_out = usable_peers()
    sets = {}
    for file in files:
        sets[set_name(file)] = figures = measure(read_set(file), peers)
        print("\n".join(_table(set_name(file), figures)), end="\n\n")
    for name, reason in left_out.items():
        print(f"left out: {name}, {reason}")
    write_report(options.json, "alignment", {"sets": sets, "left_out": left_out}, ("rapidfuzz",))
    return 0


def measure(rows: Sequence[Row], peers: dict[str, Peer]) -> dict[str, Any]:
    """Return the figures of one set, for newsdiff and for each peer."""
    found = [found_passages(row) for row in rows]
    scores = [{pair: p.score for pair, p in passages.items()} for passages in found]
    methods = {"newsdiff": quality(rows, scores, MIN_SCORE)}
    for name, peer in peers.items():
        theirs = [peer(row) for row in rows]
        methods[name] = quality(rows, theirs, best_threshold(rows, theirs))
    return {
        "pairs": len(rows),
        "gold": sum(len(row.gold) for row in rows),
        "methods": methods,
        "by_gold_kind": by_gold_kind(rows, found),
        "by_kind": by(rows, found, lambda passage: passage.kind, KINDS),
        "by_confidence": by(rows, found, lambda p: p.confidence, ("high", "medium", "low")),
        "span_f1": span_f1(rows, found),
    }


def found_passages(row: Row) -> dict[Pair, Passage]:
    """Return every passage of a row by its sentences, also those below the least score."""
    a, b = (profile(analysis) for analysis in row.analyses())
    return {
        (passage.spans[0].sentence, passage.spans[1].sentence): passage
        for passage in align(hold(a, b), (0, 1), min_score=0.0)
    }


def usable_peers() -> tuple[dict[str, Peer], dict[str, str]]:
    """Return the peers that can be measured here, and why others cannot."""
    peers: dict[str, Peer] = {
        "difflib ratio": difflib_scores,
        "rapidfuzz token_set": rapidfuzz_scores,
        "tf-idf cosine": tfidf_scores,
    }
    try:
        _wordllama()
    except ImportError:
        return peers, {"wordllama cosine": "not installed (`pip install wordllama`)"}
    except FileNotFoundError as error:
        return peers, {"wordllama cosine": f"does not work offline ({error})"}
    return peers | {"wordllama cosine": wordllama_scores}, {}


def difflib_scores(row: Row) -> Scores:
    """Difflib's ratio over the words of two sentences."""
    a, b = _words(row.a), _words(row.b)
    return {
        (i, j): SequenceMatcher(None, x, y, autojunk=False).ratio()
        for i, x in enumerate(a)
        for j, y in enumerate(b)
    }


def rapidfuzz_scores(row: Row) -> Scores:
    """Rapidfuzz's token_set_ratio."""
    from rapidfuzz import fuzz  # noqa: PLC0415  a bench dependency, and only this peer's

    return {
        (i, j): fuzz.token_set_ratio(" ".join(x), " ".join(y)) / 100
        for i, x in enumerate(_words(row.a))
        for j, y in enumerate(_words(row.b))
    }


def tfidf_scores(row: Row) -> Scores:
    """The cosine of tf-idf over lower-cased words, of the two articles alone."""
    bags = [Counter(words) for words in (*_words(row.a), *_words(row.b))]
    df = Counter(word for bag in bags for word in bag)
    idf = {word: math.log((len(bags) + 1) / (n + 0.5)) for word, n in df.items()}
    vectors = [{word: n * idf[word] for word, n in bag.items()} for bag in bags]
    lengths = [math.sqrt(sum(v * v for v in vector.values())) or 1.0 for vector in vectors]
    n_a = len(row.a)
    return {
        (i, j): sum(v * vectors[n_a + j].get(word, 0.0) for word, v in vectors[i].items())
        / (lengths[i] * lengths[n_a + j])
        for i in range(n_a)
        for j in range(len(row.b))
    }


def wordllama_scores(row: Row) -> Scores:
    """The cosine of WordLlama's sentence vectors (static embeddings of 256 dimensions)."""
    a, b = (_wordllama().embed(list(side), norm=True) for side in (row.a, row.b))
    return {(i, j): float(x @ y) for i, x in enumerate(a) for j, y in enumerate(b)}


@cache
def _wordllama() -> Any:  # noqa: ANN401  wordllama has no types
    import wordllama  # noqa: PLC0415  no dependency: a peer where somebody installed it

    # Its wheel holds the tokenizer in a folder in which it looks only when told that it is a cache.
    folder = Path(wordllama.__file__).parent
    return wordllama.WordLlama.load(cache_dir=folder, disable_download=True)


def _words(sentences: Iterable[str]) -> list[list[str]]:
    return [re.findall(r"\w+", sentence.lower()) for sentence in sentences]


def quality(
    rows: Sequence[Row], scores: Sequence[Scores], threshold: float
) -> dict[str, float | list[float]]:
    """Precision, recall, F1 with a bootstrap interval of 95%, and average precision."""
    counts = [_count(row, given, threshold) for row, given in zip(rows, scores, strict=True)]
    precision, recall, f1 = _precision_recall_f1(counts)
    draw = random.Random(0)
    samples = (draw.choices(counts, k=len(counts)) for _ in range(SAMPLES))
    f1s = sorted(_precision_recall_f1(sample)[2] for sample in samples)
    return {
        "threshold": round(threshold, 6),
        "precision": round(precision, 6),
        "recall": round(recall, 6),
        "f1": round(f1, 6),
        "f1_95": [round(f1s[int(SAMPLES * edge)], 6) for edge in (0.025, 0.975)],
        "ap": round(average_precision(rows, scores), 6),
    }


def _count(row: Row, scores: Scores, threshold: float) -> tuple[int, int, int]:
    """How many pairs are right, accepted, and gold; ignored pairs are none of them."""
    accepted = {p for p, score in scores.items() if score >= threshold and p not in row.ignore}
    return len(accepted & row.gold.keys()), len(accepted), len(row.gold)


def _precision_recall_f1(counts: Iterable[tuple[int, int, int]]) -> tuple[float, float, float]:
    right, accepted, gold = (sum(column) for column in zip(*counts, strict=True))
    precision = right / accepted if accepted else 1.0
    recall = right / gold if gold else 1.0
    f1 = 2 * right / (accepted + gold) if accepted + gold else 1.0
    return precision, recall, f1


def _ranked(rows: Sequence[Row], scores: Sequence[Scores]) -> list[tuple[float, bool]]:
    return sorted(
        (
            (score, pair in row.gold)
            for row, given in zip(rows, scores, strict=True)
            for pair, score in given.items()
            if pair not in row.ignore
        ),
        key=lambda entry: -entry[0],
    )


def best_threshold(rows: Sequence[Row], scores: Sequence[Scores]) -> float:
    """The threshold with the best F1 on this very set."""
    gold = sum(len(row.gold) for row in rows)
    right, best, threshold = 0, -1.0, 1.0
    for rank, (score, is_gold) in enumerate(_ranked(rows, scores), 1):
        right += is_gold
        if 2 * right / (rank + gold) > best:
            best, threshold = 2 * right / (rank + gold), score
    return threshold


def average_precision(rows: Sequence[Row], scores: Sequence[Scores]) -> float:
    """The mean of the precision at each gold pair, best scores first; one not found counts 0."""
    gold = sum(len(row.gold) for row in rows)
    right, total = 0, 0.0
    for rank, (_, is_gold) in enumerate(_ranked(rows, scores), 1):
        right += is_gold
        total += right / rank if is_gold else 0.0
    return total / gold if gold else 1.0


def by_gold_kind(
    rows: Sequence[Row], found: Sequence[dict[Pair, Passage]]
) -> dict[str, dict[str, int]]:
    """How many gold pairs of each kind there are, and how many newsdiff finds."""
    gold: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    for row, passages in zip(rows, found, strict=True):
        for pair, kind in row.gold.items():
            gold[kind or "-"] += 1
            hits[kind or "-"] += pair in passages and passages[pair].score >= MIN_SCORE
    return {kind: {"found": hits[kind], "gold": gold[kind]} for kind in sorted(gold)}


def by(
    rows: Sequence[Row],
    found: Sequence[dict[Pair, Passage]],
    trait: Callable[[Passage], str],
    values: Sequence[str],
) -> dict[str, dict[str, Any]]:
    """How many passages newsdiff reports by a trait of theirs, how many of them are gold, and of
    which kind the gold then is."""
    given: Counter[str] = Counter()
    gold: dict[str, Counter[str]] = {value: Counter() for value in values}
    for row, passages in zip(rows, found, strict=True):
        for pair, passage in passages.items():
            if passage.score < MIN_SCORE or pair in row.ignore:
                continue
            given[trait(passage)] += 1
            if pair in row.gold:
                gold[trait(passage)][row.gold[pair] or "-"] += 1
    return {
        value: {
            "found": given[value],
            "gold": gold[value].total(),
            "precision": round(gold[value].total() / given[value], 6) if given[value] else None,
            "gold_kinds": dict(sorted(gold[value].items())),
        }
        for value in values
    }


def span_f1(rows: Sequence[Row], found: Sequence[dict[Pair, Passage]]) -> float | None:
    """Mean token F1 of the spans against gold ones, over the gold pairs that are candidates."""
    values = []
    for row, passages in zip(rows, found, strict=True):
        analyses = row.analyses()
        for pair, gold in row.spans:
            if pair not in passages:
                continue
            for side in (0, 1):
                sentence = analyses[side].article.sentences[pair[side]]
                span = passages[pair].spans[side]
                tokens = analyses[side].tokens[pair[side]]
                ours = {t.start for t in tokens if span.start <= t.start < span.end}
                theirs = {
                    t.start
                    for t in tokens
                    for start, end in gold[side]
                    if start <= t.start - sentence.start < end
                }
                if theirs:
                    values.append(2 * len(ours & theirs) / (len(ours) + len(theirs)))
    return round(sum(values) / len(values), 6) if values else None


def _table(name: str, figures: dict[str, Any]) -> Iterator[str]:
    yield f"{name}: {figures['pairs']} pairs of articles, {figures['gold']} gold pairs of sentences"
    yield f"{'':22}{'P':>7}{'R':>7}{'F1':>7}{'95%':>15}{'AP':>7}{'threshold':>11}"
    for method, m in figures["methods"].items():
        low, high = m["f1_95"]
        yield (
            f"{method:22}{m['precision']:7.3f}{m['recall']:7.3f}{m['f1']:7.3f}"
            f"{low:9.3f}–{high:.3f}{m['ap']:7.3f}{m['threshold']:11.3f}"
        )
    yield "gold found, by its kind: " + ", ".join(
        f"{kind} {n['found']}/{n['gold']}" for kind, n in figures["by_gold_kind"].items()
    )
    for title in ("confidence", "kind"):
        yield f"passages that are gold, by {title}: " + ", ".join(
            f"{value} {n['gold']}/{n['found']}" for value, n in figures[f"by_{title}"].items()
        )
    if figures["by_gold_kind"].keys() & {*KINDS}:
        yield "gold kinds of passages, by kind: " + "; ".join(
            f"{kind}: " + (", ".join(f"{gold} {n}" for gold, n in m["gold_kinds"].items()) or "-")
            for kind, m in figures["by_kind"].items()
        )
    if figures["span_f1"] is not None:
        yield f"span token F1: {figures['span_f1']:.3f}"
