"""Made-up articles for the tests of `newsdiff scan`, and the plain way to find what they share."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from pathlib import Path

Row = dict[str, str]

SYLLABLES = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]


def vocabulary(size: int, chance: random.Random) -> list[str]:
    """Return made-up words, each once."""
    made: dict[str, None] = {}
    while len(made) < size:
        made["".join(chance.choices(SYLLABLES, k=chance.randint(2, 4)))] = None
    return list(made)


def articles(count: int, words: int = 120, seed: int = 1) -> list[Row]:
    """Return articles of made-up words by eight outlets, over 60 days. A third of them repeat 12 to
    30 words of an earlier one, some with a word changed."""
    chance = random.Random(seed)
    known = vocabulary(3000, chance)
    texts: list[list[str]] = []
    rows = []
    for number in range(count):
        text = chance.choices(known, k=words)
        if texts and chance.random() < 0.33:
            source = chance.choice(texts[-30:])
            size = chance.randint(12, 30)
            begin = chance.randrange(len(source) - size)
            copied = source[begin : begin + size]
            if chance.random() < 0.5:
                copied[size // 2] = "altered"
            place = chance.randrange(words)
            text[place:place] = copied
        texts.append(text)
        day = number * 60 // count
        rows.append(
            {
                "id": f"n{number}",
                "outlet": f"outlet{chance.randrange(8)}.example.com",
                "url": f"https://www.outlet{number % 8}.example/{number}",
                "published": f"2031-{5 + day // 30:02}-{1 + day % 30:02}",
                "title": " ".join(text[:5]).capitalize(),
                "text": " ".join(text) + ".",
            }
        )
    return rows


def write_jsonl(path: Path, rows: Sequence[object]) -> Path:
    """Write rows as JSON lines and return the path."""
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def smith_waterman(a: Sequence[int], b: Sequence[int]) -> int:
    """Return the best score of a local alignment, 1 for a match, -1 for all else, cell by cell."""
    best = 0
    before = [0] * (len(b) + 1)
    for one in a:
        row = [0]
        for place, other in enumerate(b, start=1):
            step = before[place - 1] + (1 if one == other else -1)
            row.append(max(0, step, before[place] - 1, row[-1] - 1))
        best = max(best, *row)
        before = row
    return best
