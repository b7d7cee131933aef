"""How well names are found and ranked, against GUM's news texts (Zeldes 2017).

Data are JSON lines of {id, text, names: [{start, end, type, entity}], salience: {entity: grade}}.
The texts are read as every input is, and measured twice: as newsdiff has them, where furniture
gives no names, and with all sentences taken for text ("no roles"), which measures the finding
alone. spaCy's en_core_web_sm is measured where it was installed by hand. How it counts:

- Gold times ("Tuesday") are left out; of nested gold mentions only the outermost counts.
- A found mention is right when its offsets are the gold's, articles and titles at the edges taken
  off both ("President Trump" = "Trump"). That is `exact`.
- A gold name is the run of proper nouns that the phrase of an entity opens with, articles aside.
  So it ends at the first small word ("University" for "University of Sheffield") or adjective
  ("FIRST" for "FIRST Global"). `cut` also takes a found mention for right that goes on behind the
  gold one with a small word; precision and recall are told so, too.
- Lacking are names whose phrase opens with another word ("United" and "New" are adjectives here,
  "captain" in "captain Harry Kane" is a noun). They count as wrong, so precision is too low by
  their share.
- `overlap` takes a mention for right, found or gold, that shares a character with one of the other
  side: who or what is named is found, wherever the name is cut.
- Type is right among right mentions when the gold has it; GUM's abstract, object, substance and
  animal are our "other".
- Salience: names in the order of `compare` for one article; one is right if it stands for an entity
  with a grade, each of which counts once. `all` divides by all named entities with a grade, `had`
  by those that a name stands for. `gold` ranks the gold's own mentions by the same formula.
"""

from __future__ import annotations

import argparse
import math
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from benchmarks.alignment_data import set_name
from benchmarks.measurement import add_options, data_files, read_lines, write_report
from newsdiff.article import Article
from newsdiff.emphasis.names import FADES, name_rows
from newsdiff.language.analysis import Analysis
from newsdiff.language.names import find_names
from newsdiff.language.names.gazetteer import gazetteer
from newsdiff.reading import from_text

SMALL = ("of", "for", "and", "de", "on")

Find = Callable[[str], Mapping[tuple[int, int], str]]
"""Finds the names of a text: their spans, each with its type."""

SPACY = {
    "PERSON": "person", "GPE": "place", "LOC": "place", "FAC": "place", "ORG": "organization",
    "EVENT": "event", "PRODUCT": "other", "WORK_OF_ART": "other", "LAW": "other",
}  # fmt: skip
"""OntoNotes' types that are names, as ours."""
POSSESSIVE = re.compile(r"\s?['’]s\Z")


READINGS = {"as read": True, "no roles": False}
"""Whether sentences keep their roles."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser what this measurement takes."""
    add_options(parser, "names")
    parser.add_argument(
        "--wrong", action="store_true", help='print every mention that is wrong with "no roles"'
    )


def run(options: argparse.Namespace) -> int:
    """Measure, print a table, write the figures, and return the exit status."""
    sets = {}
    for file in data_files(options.data):
        rows = read_lines(file)
        figures = measure(rows) | _peer(rows)
        ranked = salience(rows)
        sets[set_name(file)] = figures | {"salience": ranked}
        print(f"{set_name(file)}: {len(rows)} texts")
        print(f"{'':10} {'gold':>5} {'found':>6} {'exact F1':>9} {'cut F1':>7} ", end="")
        print(f"{'P':>6} {'R':>6} {'overlap':>8} {'type':>6}")
        for reading, n in figures.items():
            print(
                f"{reading:10} {n['gold']:5} {n['found']:6} {n['exact_f1']:9.3f}"
                f" {n['cut_f1']:7.3f} {n['precision']:6.3f} {n['recall']:6.3f}"
                f" {n['overlap_f1']:8.3f} {n['types']:6.3f}"
            )
        told = ", ".join(f"{name} {figure:.3f}" for name, figure in ranked.items())
        print(f"salience, mean average precision: {told}")
        if options.wrong:
            print(*_wrong(rows), sep="\n")
    write_report(options.json, "names", {"sets": sets})
    return 0


def measure(rows: Sequence[Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return the figures of one set, as read and without roles."""
    return {
        reading: _measure(rows, partial(_found, roles=roles)) for reading, roles in READINGS.items()
    }


def _peer(rows: Sequence[Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return spaCy's figures, or nothing where it, or its model, is not installed."""
    try:
        import spacy  # noqa: PLC0415  a peer, which need not be there
    except ModuleNotFoundError:
        return {}
    model = next((name for name in spacy.util.get_installed_models() if "core_web" in name), None)
    if model is None:
        return {}
    read = spacy.load(model)

    def found(text: str) -> dict[tuple[int, int], str]:
        return {
            _edges_off(text, entity.start_char, entity.start_char + len(named)): SPACY[label]
            for entity in read(text).ents
            if (label := entity.label_) in SPACY
            and (named := POSSESSIVE.sub("", entity.text).rstrip())
        }

    return {f"spaCy {model.rpartition('_web_')[2][:2]}": _measure(rows, found)}


def _measure(rows: Sequence[Mapping[str, Any]], find: Find) -> dict[str, Any]:
    gold_count = found_count = exact = cut = types = touched = met = 0
    for row in rows:
        gold, found = _gold(row), find(row["text"])
        touched += sum(any(map(_touching(span), gold)) for span in found)
        met += sum(any(map(_touching(span), found)) for span in gold)
        gold_count += len(gold)
        found_count += len(found)
        for span, type_ in found.items():
            matched = _match(row["text"], span, gold)
            exact += matched == span
            cut += matched is not None
            types += matched is not None and type_ in gold[matched]
    return {
        "texts": len(rows),
        "gold": gold_count,
        "found": found_count,
        "exact_f1": round(_f1(exact, found_count, gold_count), 6),
        "cut_f1": round(_f1(cut, found_count, gold_count), 6),
        "precision": round(cut / max(1, found_count), 6),
        "recall": round(cut / max(1, gold_count), 6),
        "overlap_f1": round(_harmonic(touched / max(1, found_count), met / max(1, gold_count)), 6),
        "types": round(types / max(1, cut), 6),
    }


def salience(rows: Sequence[Mapping[str, Any]]) -> dict[str, float]:
    """Return the mean average precision of the names' order against the graded entities."""
    scores: dict[str, list[float]] = {"all": [], "had": [], "gold": []}
    for row in rows:
        spans: dict[str, set[tuple[int, int]]] = {}
        for name in row["names"]:
            if name["type"] != "time":
                spans.setdefault(name["entity"], set()).add((name["start"], name["end"]))
        graded = {entity for entity in spans if row["salience"].get(entity)}
        if not graded:
            continue
        ranked = list(_ranked(row, spans))
        right = [entity in graded for entity in ranked]
        scores["all"].append(_average_precision(right, len(graded)))
        scores["had"].append(_average_precision(right, sum(right)))
        own = sorted(spans, key=lambda entity: -_prominence(spans[entity], len(row["text"])))
        scores["gold"].append(_average_precision([one in graded for one in own], len(graded)))
    return {name: round(sum(found) / max(1, len(found)), 6) for name, found in scores.items()}


def _ranked(
    row: Mapping[str, Any], spans: Mapping[str, Collection[tuple[int, int]]]
) -> Iterator[str | None]:
    """Yield the gold entity that each name stands for, in the names' order; none twice."""
    left = dict(spans)
    for name in name_rows([Analysis(_read(row["text"]))]):
        shared = Counter(
            entity
            for place in name.sources[0].spans
            for entity, gold in left.items()
            if any(map(_touching(place), gold))
        )
        best = min(
            shared,
            key=lambda entity: (-shared[entity], -row["salience"].get(entity, 0), entity),
            default=None,
        )
        if best is not None:
            del left[best]
        yield best


def _prominence(spans: Collection[tuple[int, int]], length: int) -> float:
    return len(spans) * math.exp(-min(spans)[0] / length / FADES)


def _average_precision(right: Sequence[bool], relevant: int) -> float:
    hits, total = 0, 0.0
    for place, is_right in enumerate(right, 1):
        hits += is_right
        total += hits / place if is_right else 0.0
    return total / max(1, relevant)


def _touching(one: tuple[int, int]) -> Callable[[tuple[int, int]], bool]:
    return lambda other: one[0] < other[1] and other[0] < one[1]


def _harmonic(precision: float, recall: float) -> float:
    return 2 * precision * recall / max(1e-9, precision + recall)


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


def _found(text: str, *, roles: bool) -> dict[tuple[int, int], str]:
    article = _read(text)
    if not roles:
        plain = tuple(replace(sentence, role="text") for sentence in article.sentences)
        article = replace(article, sentences=plain)
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


def _read(text: str) -> Article:
    article = from_text(text)
    if article.text != text:
        raise ValueError("the reader changed the text, so that the gold's offsets do not fit it")
    return article


def _wrong(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Tell every miss (-) and every mention that the gold lacks (+), with what stands around it."""
    for row in rows:
        text, gold, found = row["text"], _gold(row), _found(row["text"], roles=False)
        matched = {_match(text, span, gold) for span in found}
        wrong = [("+", span) for span in found if _match(text, span, gold) is None]
        wrong += [("-", span) for span in gold if span not in matched]
        for sign, (start, end) in sorted(wrong, key=lambda item: item[1]):
            around = f"{text[max(0, start - 30) : start]}[{text[start:end]}]{text[end : end + 20]}"
            yield f"  {row['id']} {sign} " + around.replace("\n", " ")
