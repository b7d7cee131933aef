"""Why a passage's two sides are taken to tell the same: what they share, in their own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdiff.language.words import WORD, fold
from newsdiff.report.safety import safe
from newsdiff.report.selection import differences

if TYPE_CHECKING:
    from newsdiff.alignment.passage import Passage, PassageSpan
    from newsdiff.comparison import Comparison

MOST = 7
"""Reasons named in one line; the heaviest come first."""
LEAST_RUN = 6
"""A shared run shorter than this says nothing that the words do not."""


def why(comparison: Comparison, passage: Passage) -> list[str]:
    """Return the reasons why a passage's sides are taken to tell the same, best first."""
    evidence = passage.evidence
    if differences(passage) and (evidence.run >= LEAST_RUN or len(passage.diff) == 1):
        return [_run(evidence.run, passage)]
    named = [safe(reason) for reason in (*evidence.figures, *evidence.names)]
    seen = {fold(word) for reason in named for word in WORD.findall(reason)}
    reasons = list(dict.fromkeys(named))
    if evidence.run >= LEAST_RUN and passage.kind == "verbatim":
        reasons.append(_run(evidence.run, passage))
    first, second = (_words(comparison, span) for span in passage.spans)
    for stem, _ in evidence.stems:
        a, b = first.get(stem), second.get(stem)
        if a is None or b is None or seen.intersection((fold(a), fold(b))):
            continue
        reasons.append(safe(a if fold(a) == fold(b) else f"{a} = {b}"))
    return reasons[:MOST]


def _run(run: int, passage: Passage) -> str:
    if len(passage.diff) == 1:
        return "the same quotation" if passage.kind == "quote" else "word for word"
    return f"{run} words in a row"


def _words(comparison: Comparison, span: PassageSpan) -> dict[str, str]:
    """Return the words of one side by their stems; of several with one stem, the first."""
    analysis = comparison.analyses[span.article]
    text = comparison.articles[span.article].text
    words: dict[str, str] = {}
    for token in analysis.lexicon.tokens(text, span.start, span.end):
        words.setdefault(token.stem, text[token.start : token.end])
    return words
