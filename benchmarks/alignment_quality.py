"""Alignment against its peers: precision, recall, F1, average precision, spans, confidence.

newsdiff is measured as it stands. Each peer scores every pair of sentences and is given the
threshold that suits it best on the very set (which newsdiff is not), so its F1 is the most that it
can reach there.
"""

from __future__ import annotations

import math
import random
import re
from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from benchmarks.alignment_data import read_sets
from newsdiff.alignment.aligner import align, confidence_of
from newsdiff.alignment.profile import profile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from benchmarks.alignment_data import Pair, Row
    from newsdiff.alignment.passage import Passage

SAMPLES = 1000
"""Bootstrap samples; each draws whole pairs of articles, as sentences of one pair hang together."""

Scores = dict["Pair", float]


def found_passages(row: Row) -> dict[Pair, Passage]:
    """What newsdiff finds in a row, by sentence pair."""
    a, b = (profile(analysis) for analysis in row.analyses())
    return {
        (passage.spans[0].sentence, passage.spans[1].sentence): passage
        for passage in align(a, b, (0, 1), min_score=0.0)
    }


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
    """The cosine of tf-idf over lower-cased words."""
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


PEERS: dict[str, Callable[[Row], Scores]] = {
    "difflib ratio": difflib_scores,
    "rapidfuzz token_set": rapidfuzz_scores,
    "tf-idf cosine": tfidf_scores,
}


def _words(sentences: Iterable[str]) -> list[list[str]]:
    return [re.findall(r"\w+", sentence.lower()) for sentence in sentences]


def run(folder: Path) -> dict[str, object]:
    """Measure every set of `folder`; the result is data for `show` and for JSON."""
    from newsdiff.alignment.aligner import MIN_SCORE  # noqa: PLC0415  read at call, for trials

    result: dict[str, object] = {}
    for name, rows in read_sets(folder).items():
        found = [found_passages(row) for row in rows]
        scores = [{pair: p.score for pair, p in passages.items()} for passages in found]
        methods = {"newsdiff": measure(rows, scores, MIN_SCORE)}
        for peer, method in PEERS.items():
            peer_scores = [method(row) for row in rows]
            methods[peer] = measure(rows, peer_scores, best_threshold(rows, peer_scores))
        result[name] = {
            "pairs": len(rows),
            "gold": sum(len(row.gold) for row in rows),
            "methods": methods,
            "recall by kind": recall_by_kind(rows, scores, MIN_SCORE),
            "precision by confidence": precision_by_confidence(rows, scores, MIN_SCORE),
            "span F1": span_f1(rows, found),
        }
    return result


def measure(rows: list[Row], scores: list[Scores], threshold: float) -> dict[str, float]:
    """Precision, recall, F1 with a bootstrap interval of 95%, and average precision."""
    counts = [_count(row, given, threshold) for row, given in zip(rows, scores, strict=True)]
    precision, recall, f1 = _quality(counts)
    draw = random.Random(0)
    resampled = sorted(_quality(draw.choices(counts, k=len(counts)))[2] for _ in range(SAMPLES))
    return {
        "threshold": threshold,
        "precision": precision,
        "recall": recall,
        "f1": f1,
        "low": resampled[int(SAMPLES * 0.025)],
        "high": resampled[int(SAMPLES * 0.975)],
        "ap": average_precision(rows, scores),
    }


def _count(row: Row, scores: Scores, threshold: float) -> tuple[int, int, int]:
    """How many pairs are right, accepted, and gold; ignored pairs are none of them."""
    accepted = {p for p, score in scores.items() if score >= threshold and p not in row.ignore}
    return len(accepted & row.gold.keys()), len(accepted), len(row.gold)


def _quality(counts: Iterable[tuple[int, int, int]]) -> tuple[float, float, float]:
    right, accepted, gold = (sum(column) for column in zip(*counts, strict=True))
    precision = right / accepted if accepted else 1.0
    recall = right / gold if gold else 1.0
    f1 = 2 * right / (accepted + gold) if accepted + gold else 1.0
    return precision, recall, f1


def _ranked(rows: list[Row], scores: list[Scores]) -> list[tuple[float, bool]]:
    return sorted(
        (
            (score, pair in row.gold)
            for row, given in zip(rows, scores, strict=True)
            for pair, score in given.items()
            if pair not in row.ignore
        ),
        key=lambda entry: -entry[0],
    )


def best_threshold(rows: list[Row], scores: list[Scores]) -> float:
    """The threshold with the best F1 on this very set."""
    gold = sum(len(row.gold) for row in rows)
    right, best, threshold = 0, -1.0, 1.0
    for rank, (score, is_gold) in enumerate(_ranked(rows, scores), 1):
        right += is_gold
        if 2 * right / (rank + gold) > best:
            best, threshold = 2 * right / (rank + gold), score
    return threshold


def average_precision(rows: list[Row], scores: list[Scores]) -> float:
    """The mean of the precision at each gold pair, best scores first; one not found counts 0."""
    gold = sum(len(row.gold) for row in rows)
    right, total = 0, 0.0
    for rank, (_, is_gold) in enumerate(_ranked(rows, scores), 1):
        right += is_gold
        total += right / rank if is_gold else 0.0
    return total / gold if gold else 1.0


def recall_by_kind(rows: list[Row], scores: list[Scores], threshold: float) -> dict[str, str]:
    """How many gold pairs of each kind are found."""
    gold: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for row, given in zip(rows, scores, strict=True):
        for pair, kind in row.gold.items():
            gold[kind or "-"] += 1
            found[kind or "-"] += given.get(pair, 0.0) >= threshold
    return {kind: f"{found[kind]}/{gold[kind]}" for kind in sorted(gold)}


def precision_by_confidence(
    rows: list[Row], scores: list[Scores], threshold: float
) -> dict[str, str]:
    """How many of the pairs of each confidence are right."""
    right: Counter[str] = Counter()
    given_: Counter[str] = Counter()
    for score, is_gold in _ranked(rows, scores):
        if score >= threshold:
            given_[confidence_of(score)] += 1
            right[confidence_of(score)] += is_gold
    return {word: f"{right[word]}/{given_[word]}" for word in ("high", "medium", "low")}


def span_f1(rows: list[Row], found: list[dict[Pair, Passage]]) -> float | None:
    """Mean token F1 of the spans against gold ones, over the gold pairs that were scored."""
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
    return sum(values) / len(values) if values else None


def show(result: dict[str, object]) -> None:
    """Print the result as tables."""
    for name, data in result.items():
        assert isinstance(data, dict)
        print(f"\n{name}: {data['pairs']} pairs of articles, {data['gold']} gold pairs")
        print(f"{'':22}{'P':>7}{'R':>7}{'F1':>7}{'95%':>14}{'AP':>7}{'threshold':>11}")
        for method, m in data["methods"].items():
            print(
                f"{method:22}{m['precision']:7.3f}{m['recall']:7.3f}{m['f1']:7.3f}"
                f"{m['low']:8.3f}–{m['high']:.3f}{m['ap']:7.3f}{m['threshold']:11.3f}"
            )
        for table in ("recall by kind", "precision by confidence"):
            print(f"{table}: " + ", ".join(f"{k} {v}" for k, v in data[table].items()))
        if data["span F1"] is not None:
            print(f"span token F1: {data['span F1']:.3f}")
