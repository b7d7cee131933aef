"""The alignment data that quality.py and fit_alignment.py read: JSON lines of sentence pairs.

A row is {id, a: [sentences], b: [sentences], gold: [{a, b, kind?}], ignore: [[a, b]]}, and may hold
spans: [{pair: [a, b], spans: [{a: [[start, end]], b: [[start, end]]}]}] in the sentences'
characters.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsdiff.article import Article, Sentence
from newsdiff.language.analysis import Analysis

if TYPE_CHECKING:
    from pathlib import Path

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Row:
    """Two articles as lists of sentences, and which pairs of them tell the same."""

    id: str
    a: tuple[str, ...]
    b: tuple[str, ...]
    gold: dict[Pair, str | None]
    ignore: frozenset[Pair]
    spans: tuple[tuple[Pair, tuple[tuple[Pair, ...], tuple[Pair, ...]]], ...]

    def analyses(self) -> tuple[Analysis, Analysis]:
        """Both sides as articles whose sentences are those of the row."""
        return analysis(self.a, f"{self.id}/a"), analysis(self.b, f"{self.id}/b")


def analysis(sentences: tuple[str, ...], source: str) -> Analysis:
    """Make an article of given sentences, a paragraph each."""
    found, start = [], 0
    for index, sentence in enumerate(sentences):
        found.append(Sentence(index, start, start + len(sentence), paragraph=index))
        start += len(sentence) + 2
    return Analysis(Article(source, "\n\n".join(sentences), tuple(found)))


def read_sets(folder: Path) -> dict[str, list[Row]]:
    """Read every set of a folder: the file's name before the first hyphen or full stop names it."""
    return {
        path.stem.removesuffix("-dev").removesuffix("-test"): [
            _row(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()
        ]
        for path in sorted(folder.glob("*.jsonl"))
    }


def _row(data: dict[str, object]) -> Row:
    raw = json.loads(json.dumps(data))
    return Row(
        id=str(raw["id"]),
        a=tuple(raw["a"]),
        b=tuple(raw["b"]),
        gold={(pair["a"], pair["b"]): pair.get("kind") for pair in raw["gold"]},
        ignore=frozenset((a, b) for a, b in raw.get("ignore", ())),
        spans=tuple(
            (
                (marked["pair"][0], marked["pair"][1]),
                (
                    tuple((s, e) for span in marked["spans"] for s, e in span["a"]),
                    tuple((s, e) for span in marked["spans"] for s, e in span["b"]),
                ),
            )
            for marked in raw.get("spans", ())
        ),
    )
