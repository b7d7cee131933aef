"""One word for another in the same clause: "become increasingly dependent", "become heavily"."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from newsdiff.emphasis.rows import WordingRow
from newsdiff.emphasis.sources import source

if TYPE_CHECKING:
    from newsdiff.alignment.passage import Passage
    from newsdiff.language.analysis import Analysis
    from newsdiff.language.words import Token

FORM = 3
"""Letters that two forms of one word, or two spellings of it, begin with."""

VERBAL = ("ed", "ing")
"""What a word ends in that is no noun: "a video clip of" and "a video emerged of" are unlike."""

LEAST_AROUND = 3
"""Words that both sides share around the two, at least."""


def exchanges(analyses: Sequence[Analysis], passages: Iterable[Passage]) -> list[WordingRow]:
    """Return a row for each pair of words that stand in one another's place.

    Each is alone between words that both articles share, one of its neighbours tells something,
    both are small words that begin otherwise, and one at least is never used by the other article.
    Passages below high confidence give none.
    """
    used = [{token.norm for tokens in analysis.tokens for token in tokens} for analysis in analyses]
    found: dict[tuple[str, frozenset[tuple[int, str]]], dict[int, dict[str, set[tuple[int, int]]]]]
    found = {}
    for passage in passages:
        if passage.confidence != "high":
            continue
        numbers = [span.article for span in passage.spans]
        for what, words in _exchanged(analyses, passage):
            if all(word.norm in used[n] for word, n in zip(words, numbers[::-1], strict=True)):
                continue
            said = [_word(analyses[n], word) for n, word in zip(numbers, words, strict=True)]
            key = what, frozenset(zip(numbers, said, strict=True))
            places = found.setdefault(key, defaultdict(lambda: defaultdict(set)))
            for number, word, text in zip(numbers, words, said, strict=True):
                places[number][text].add((word.start, word.end))
    return [
        WordingRow(
            "exchange",
            what,
            tuple(
                source(number, {word: sorted(spans) for word, spans in forms.items()})
                for number, forms in sorted(places.items())
            ),
        )
        for (what, _), places in found.items()
    ]


def _word(analysis: Analysis, token: Token) -> str:
    return analysis.article.text[token.start : token.end]


def _exchanged(
    analyses: Sequence[Analysis], passage: Passage
) -> Iterator[tuple[str, tuple[Token, Token]]]:
    """Yield what stands around two words that are exchanged, and the two."""
    a, b = (analyses[span.article] for span in passage.spans)
    words_a, words_b = (
        analysis.tokens[span.sentence] for analysis, span in zip((a, b), passage.spans, strict=True)
    )
    steps = passage.diff
    for at, (out, put) in enumerate(pairwise(steps)):
        if (out.tag, put.tag) != ("-", "+") or not 0 < at < len(steps) - 2:
            continue
        left, right = steps[at - 1], steps[at + 2]
        if left.tag != "=" or right.tag != "=":
            continue
        gone = _within(words_a, out.a_start, out.a_end)
        come = _within(words_b, put.b_start, put.b_end)
        if len(gone) != 1 or len(come) != 1 or not _alike(gone[0].norm, come[0].norm):
            continue
        if not (_tells(a, gone[0]) and _tells(b, come[0])):
            continue
        before, after = (_within(words_a, step.a_start, step.a_end) for step in (left, right))
        if len(before) + len(after) < LEAST_AROUND:
            continue
        others = (_within(words_b, step.b_start, step.b_end) for step in (left, right))
        what = min(_around(a, before, after), _around(b, *others))  # the same from both sides
        if what:
            yield what, (gone[0], come[0])


def _alike(one: str, two: str) -> bool:
    """True for two words that may be of one kind, verbs or not, and are not one in two forms."""
    return one[:FORM] != two[:FORM] and one.endswith(VERBAL) == two.endswith(VERBAL)


def _within(tokens: Sequence[Token], start: int, end: int) -> Sequence[Token]:
    """Return the words of a sentence that begin in `start:end`."""
    first = bisect_left(tokens, start, key=attrgetter("start"))
    return tokens[first : bisect_left(tokens, end, key=attrgetter("start"))]


def _tells(analysis: Analysis, token: Token) -> bool:
    return not token.stop and _word(analysis, token).islower() and not token.stem[0].isdigit()


def _around(analysis: Analysis, before: Sequence[Token], after: Sequence[Token]) -> str:
    """Return the neighbours that tell something, with … between them; "" where neither does."""
    left = _word(analysis, before[-1]) if before and _speaks(before[-1]) else ""
    right = _word(analysis, after[0]) if after and _speaks(after[0]) else ""
    return f"{left} … {right}".strip() if left or right else ""


def _speaks(token: Token) -> bool:
    return not token.stop and not token.stem[0].isdigit()
