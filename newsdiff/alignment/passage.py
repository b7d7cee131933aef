"""Passage, Evidence, Fact: what alignment finds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

Kind = Literal["verbatim", "quote", "figure", "near", "paraphrase"]
KINDS: tuple[Kind, ...] = ("verbatim", "quote", "figure", "near", "paraphrase")
"""How two passages are alike, strongest first; the first that fits is a passage's kind.

verbatim: a run of six words or more; quote: the same quotation; figure: the same figure;
near: the same clause with small changes; paraphrase: the same in other words."""

Tag = Literal["=", "-", "+"]

Confidence = Literal["high", "medium", "low"]


class PassageSpan(NamedTuple):
    """One side of a passage: `text[start:end]` of article number `article` (its place among the
    compared), inside the sentence with index `sentence`."""

    article: int
    sentence: int
    start: int
    end: int


class Edit(NamedTuple):
    """One step of the word difference between the two sides of a passage.

    `tag` is "=" (in both), "-" (only in the first) or "+" (only in the second); the offsets are
    into the two articles' texts. The first sides of all "=" and "-" steps, joined, are the first
    span's text to the letter, and so the second sides of "=" and "+" steps the second's. What is
    "=" is equal up to typography (quotation marks, dashes, white space).
    """

    tag: Tag
    a_start: int
    a_end: int
    b_start: int
    b_end: int


class Evidence(NamedTuple):
    """Why a passage aligns.

    `stems` are the shared content words with their weights, heaviest first; `run` the length in
    words of the longest run that both sides share; `figures` and `names` what both give, in the
    first article's words; `scores` each feature's contribution (they sum to the score's
    log-odds together with "bias"). `marks` are the offsets of the shared words, for the first and
    the second article. `but` holds the day of the week that each sentence gives where these are not
    the same ("Friday", "Wednesday"): perhaps two statements that are alike.
    """

    stems: tuple[tuple[str, float], ...]
    run: int
    figures: tuple[str, ...]
    names: tuple[str, ...]
    scores: Mapping[str, float]
    marks: tuple[tuple[tuple[int, int], ...], tuple[tuple[int, int], ...]]
    but: tuple[str, str] | None = None


class Passage(NamedTuple):
    """Two spans that tell the same. `score` is 0 to 1, roughly the chance that a careful reader
    agrees; `confidence` says it in a word."""

    kind: Kind
    score: float
    confidence: Confidence
    spans: tuple[PassageSpan, PassageSpan]
    evidence: Evidence
    diff: tuple[Edit, ...]


class Fact(NamedTuple):
    """Passages that hang together: every span that tells one fact, by article and place.

    `passages` are indices into the comparison's passages, best first; `carried_by` the numbers of
    the articles that tell it.
    """

    spans: tuple[PassageSpan, ...]
    carried_by: tuple[int, ...]
    passages: tuple[int, ...]
