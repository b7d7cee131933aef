"""How well names are found: against the named mentions of GUM's news texts (Zeldes 2017).

    python -m benchmarks.names_quality DATA_DIR [--wrong]

DATA_DIR holds names/*.jsonl with {id, text, names: [{start, end, type, entity}]}. How it counts:

- Gold times ("Tuesday") are left out; of nested gold mentions only the outermost counts.
- A found mention is right when its offsets are the gold's, articles and titles at the edges taken
  off both ("President Trump" = "Trump"). That is `exact`.
- This gold ends a name at its first small word ("University" for "University of Sheffield").
  `cut` also takes a found mention for right that goes on behind the gold one with a small word.
- The gold lacks names whose phrase does not begin with a proper noun ("United States", "Prime
  Minister Rishi Sunak"). They count as wrong here, so precision is too low by their share.
- Type is right among right mentions when the gold has it; GUM's abstract, object, substance and
  animal are our "other".
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from newsdiff.article import Article, Sentence
from newsdiff.language.names import find_names
from newsdiff.language.names.gazetteer import gazetteer

SMALL = ("of", "for", "and", "de", "on")


@dataclass(frozen=True, slots=True)
class NamesQuality:
    """The figures of one data file: mention precision, recall and F1, and types."""

    data: str
    texts: int
    gold: int
    found: int
    exact_f1: float
    precision: float
    recall: float
    cut_f1: float
    types_right: float


def run(data_dir: Path) -> list[dict[str, Any]]:
    """Return the figures for each file of `data_dir`/names, as rows for a table or JSON."""
    return [asdict(_measure(path)) for path in sorted((data_dir / "names").glob("*.jsonl"))]


def _measure(path: Path) -> NamesQuality:
    texts = gold_count = found_count = exact = cut = types = 0
    for row in _rows(path):
        texts += 1
        gold, found = _gold(row), _found(row["text"])
        gold_count += len(gold)
        found_count += len(found)
        for span, type_ in found.items():
            matched = _match(row["text"], span, gold)
            exact += matched == span
            cut += matched is not None
            types += matched is not None and type_ in gold[matched]
    return NamesQuality(
        data=path.stem,
        texts=texts,
        gold=gold_count,
        found=found_count,
        exact_f1=round(_f1(exact, found_count, gold_count), 3),
        precision=round(cut / max(1, found_count), 3),
        recall=round(cut / max(1, gold_count), 3),
        cut_f1=round(_f1(cut, found_count, gold_count), 3),
        types_right=round(types / max(1, cut), 3),
    )


def _f1(right: int, found: int, gold: int) -> float:
    return 2 * right / max(1, found + gold)


def _match(
    text: str, span: tuple[int, int], gold: Mapping[tuple[int, int], object]
) -> tuple[int, int] | None:
    if span in gold:
        return span
    words = text[span[0] : span[1]].split()
    for count in range(1, len(words)):
        end = span[0] + len(" ".join(words[:count]))
        if words[count] in SMALL and (span[0], end) in gold:
            return span[0], end
    return None


def _gold(row: Mapping[str, Any]) -> dict[tuple[int, int], set[str]]:
    """Return the outermost gold spans, edges off, each with the types it is given."""
    spans: dict[tuple[int, int], set[str]] = {}
    reach = -1
    for name in sorted(row["names"], key=lambda name: (name["start"], -name["end"])):
        edges = _edges_off(row["text"], name["start"], name["end"])
        if name["type"] == "time" or (name["end"] <= reach and edges not in spans):
            continue
        reach = max(reach, name["end"])
        spans.setdefault(edges, set()).add(_type(name["type"]))
    return spans


def _type(gold: str) -> str:
    return gold if gold in ("person", "place", "organization", "event") else "other"


def _found(text: str) -> dict[tuple[int, int], str]:
    article = article_of(text)
    return {
        _edges_off(text, mention.start, mention.end): name.type
        for name in find_names(article)
        for mention in name.mentions
    }


def _edges_off(text: str, start: int, end: int) -> tuple[int, int]:
    """Take articles, titles and nationalities before a title off the front of a mention."""
    titles = gazetteer("en").titles
    words = text[start:end].split(" ")
    cut = 0
    for place, word in enumerate(words[:-1]):
        if word.lower().rstrip(".") in titles:
            cut = place + 1
    if not cut and words[0].lower() in ("the", "a", "an") and len(words) > 1:
        cut = 1
    return start + sum(len(word) + 1 for word in words[:cut]), end


def article_of(text: str) -> Article:
    """Return `text` as an article: its lines are paragraphs, and nupunkt finds their sentences."""
    from nupunkt import sent_spans  # noqa: PLC0415  only this needs it

    sentences: list[Sentence] = []
    start = 0
    for paragraph, line in enumerate(text.split("\n")):
        for begin, end in sent_spans(line):
            sentence = Sentence(len(sentences), start + begin, start + end, paragraph)
            sentences.append(sentence)
        start += len(line) + 1
    return Article(source="-", text=text, sentences=tuple(sentences))


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _wrong(data_dir: Path) -> Iterable[str]:
    """Yield every miss and every mention that the gold lacks, with what stands around it."""
    for path in sorted((data_dir / "names").glob("*.jsonl")):
        for row in _rows(path):
            text, gold, found = row["text"], _gold(row), _found(row["text"])
            matched = {_match(text, span, gold) for span in found}
            wrong = [("+", span) for span in found if _match(text, span, gold) is None]
            wrong += [("-", span) for span in gold if span not in matched]
            for sign, (start, end) in sorted(wrong, key=lambda item: item[1]):
                around = text[max(0, start - 30) : start], text[start:end], text[end : end + 20]
                yield f"{row['id']}\t{sign}\t" + (
                    f"{around[0]}[{around[1]}]{around[2]}".replace("\n", " ")
                )


def main() -> None:
    """Print the figures, or with --wrong every mention that counts against them."""
    parser = argparse.ArgumentParser(description="How well names are found.")
    parser.add_argument("data_dir", type=Path)
    parser.add_argument("--wrong", action="store_true")
    options = parser.parse_args()
    if options.wrong:
        print("\n".join(_wrong(options.data_dir)))
    else:
        print(json.dumps(run(options.data_dir), indent=2))


if __name__ == "__main__":
    main()
