"""The rows that the emphasis panels are made of. Every row leads back to sentences and offsets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from newsdiff.language.figures import Figure
    from newsdiff.language.names import NameType
    from newsdiff.language.voices import Voice

EvidenceTier = Literal["strong", "fair", "weak", "fact"]
"""How much a difference in counts can say, by G²: strong ≥ 10.83, fair ≥ 6.63, weak ≥ 3.84, and
"fact" when only the counts themselves can be told (Rayson & Garside 2000, and our own halves of
articles: below "fair" most findings are noise)."""


class Coverage(NamedTuple):
    """How much of one article another one tells too: `shared_words` of `article`'s words stand in
    passages shared with `other`; `share` is that over all its words, 0 to 1."""

    article: int
    other: int
    shared_words: int
    share: float


class Near(NamedTuple):
    """A sentence of another article that may tell the same: `score` is the chance, 0 to 1."""

    article: int
    sentence: int
    score: float


class Only(NamedTuple):
    """A sentence that no other article tells, with its prominence, 0 to 1 (place, length, names
    and figures: see newsdiff.emphasis.only).

    `group` is the name or word that joins it to others which the article alone tells, or None.
    `perhaps` is the sentence that may tell it in other words, or None where nothing is like it.
    """

    article: int
    sentence: int
    start: int
    end: int
    prominence: float
    group: str | None = None
    perhaps: Near | None = None


class FigureValue(NamedTuple):
    """One article's telling of a figure."""

    article: int
    figure: Figure


class FigureRow(NamedTuple):
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


class NameRow(NamedTuple):
    """A name over the articles that have it. `carried_by` counts them. `never_in` are the articles
    that have no word of it, where that may mean something."""

    name: str
    type: NameType
    sources: tuple[NameSource, ...]
    g2: float
    evidence: EvidenceTier
    carried_by: int
    never_in: tuple[int, ...] = ()


class TermRow(NamedTuple):
    """A word that one article uses far more than the others: `counts` by article, in the wording
    that is most usual; `article` is the one that stands out."""

    term: str
    article: int
    counts: tuple[int, ...]
    g2: float
    evidence: EvidenceTier


class VoiceRow(NamedTuple):
    """What one source says at one place of an article: `words` of the article's words, `share` of
    all of them (0 to 1), and `quoted` of them between quotation marks."""

    article: int
    voice: Voice
    words: int
    share: float
    quoted: int


class Speaker(NamedTuple):
    """What one source says in one article, all places together. `via` are those who pass it on;
    `sentences` are the indices of those where its voices begin."""

    article: int
    source: str
    words: int
    share: float
    quoted: int
    via: tuple[str, ...]
    sentences: tuple[int, ...]


class Event(NamedTuple):
    """Whether the articles tell of one event, and the reasons, one readable line each."""

    same: Literal["yes", "unsure", "no"]
    why: tuple[str, ...]


class WordingForm(NamedTuple):
    """One wording in one article, and every place where it stands."""

    form: str
    spans: tuple[tuple[int, int], ...]


class WordingSource(NamedTuple):
    """The wordings of one article, the most frequent first."""

    article: int
    forms: tuple[WordingForm, ...]


WordingKind = Literal["alternative", "modifier", "exchange", "saying", "hedge"]
POSSIBLY: tuple[WordingKind, ...] = ("alternative", "modifier", "exchange")
"""The kinds that take two wordings for one thing, which no rule can be sure of."""


class WordingRow(NamedTuple):
    """How articles word something.

    alternative: what may be one thing has two names, of which `what` is the most frequent;
    modifier: one noun, `what`, has other words before it; exchange: one word stands in the place of
    another, beside `what`; saying: the verbs with which an article lets people speak; hedge: words
    by which it does not vouch for what it tells.
    """

    kind: WordingKind
    what: str
    sources: tuple[WordingSource, ...]


class Placed(NamedTuple):
    """One telling of a shared fact: `text[start:end]`, the shared figure where there is one.

    `place` is the share of its article's words that stand before it, 0 to 1. `introduced` are the
    words that lead up to it: the nearest before a figure, else those of the sentence before the
    telling; None where it opens its sentence.
    """

    article: int
    sentence: int
    start: int
    end: int
    place: float
    introduced: tuple[int, int] | None


class Placement(NamedTuple):
    """Where articles tell one fact: `fact` is its number in the comparison's facts.

    `apart` is how far its first tellings in two articles are at most from each other, 0 to 1;
    `moved` is True when one has it in its first tenth and another not before its last third.
    """

    fact: int
    tellings: tuple[Placed, ...]
    apart: float
    moved: bool


class LeadItem(NamedTuple):
    """What a first paragraph tells: a person or organization (who), a place (where), a day (when),
    or what is done (what), as `text[start:end]`.

    `elsewhere` says, for a name, where each other article first has it, 0 to 1, None for never; an
    article that has but a word of it is left out.
    """

    role: Literal["who", "what", "where", "when"]
    start: int
    end: int
    elsewhere: tuple[tuple[int, float | None], ...] = ()


class Lead(NamedTuple):
    """The first paragraph of an article, `text[start:end]`, and its items in order of place."""

    article: int
    start: int
    end: int
    items: tuple[LeadItem, ...]
