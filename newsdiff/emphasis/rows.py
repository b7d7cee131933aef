"""The rows that the emphasis panels are made of. Every row leads back to sentences and offsets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from newsdiff.language.figures import Figure
    from newsdiff.language.names import NameType
    from newsdiff.language.voices import Voice

EvidenceTier = Literal["strong", "fair", "weak", "fact"]
"""How much a difference in counts can say, by G²: strong ≥ 10.83, fair ≥ 6.63, weak ≥ 3.84, and
"fact" when only the counts themselves can be told (Rayson & Garside 2000, and our own halves of
articles: below "fair" most findings are noise)."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of one article another one tells too: `shared_words` of `article`'s words stand in
    passages shared with `other`; `share` is that over all its words, 0 to 1."""

    article: int
    other: int
    shared_words: int
    share: float


@dataclass(frozen=True, slots=True)
class Only:
    """A sentence that no other article tells, with its prominence, 0 to 1 (place, length, names
    and figures: see newsdiff.emphasis.only)."""

    article: int
    sentence: int
    start: int
    end: int
    prominence: float


@dataclass(frozen=True, slots=True)
class FigureValue:
    """One article's telling of a figure."""

    article: int
    figure: Figure


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure that articles share, round differently, give differently about the same thing, or
    that only one of them has."""

    status: Literal["equal", "rounded", "differs", "only"]
    unit: str
    values: tuple[FigureValue, ...]


@dataclass(frozen=True, slots=True)
class NameSource:
    """One article's use of a name. `first` is the place of its first mention, 0 (start) to 1."""

    article: int
    count: int
    per_100_words: float
    first: float
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class NameRow:
    """A name over the articles that have it. `carried_by` counts them."""

    name: str
    type: NameType
    sources: tuple[NameSource, ...]
    g2: float
    evidence: EvidenceTier
    carried_by: int


@dataclass(frozen=True, slots=True)
class TermRow:
    """A word that one article uses far more than the others: `counts` by article, in the wording
    that is most usual; `article` is the one that stands out."""

    term: str
    article: int
    counts: tuple[int, ...]
    g2: float
    evidence: EvidenceTier


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """What one source says at one place of an article: `words` of the article's words, `share` of
    all of them (0 to 1), and `quoted` of them between quotation marks."""

    article: int
    voice: Voice
    words: int
    share: float
    quoted: int


@dataclass(frozen=True, slots=True)
class Speaker:
    """What one source says in one article, all places together. `via` are those who pass it on;
    `sentences` are the indices of those where its voices begin."""

    article: int
    source: str
    words: int
    share: float
    quoted: int
    via: tuple[str, ...]
    sentences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """Whether the articles tell of one event, and the reasons, one readable line each."""

    same: Literal["yes", "unsure", "no"]
    why: tuple[str, ...]
