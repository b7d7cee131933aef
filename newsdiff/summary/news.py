"""The `news` method: central, early, not too long, and able to stand alone.

A sentence's score is a sum of terms, each of which can be shown as a reason: how central it is,
how early it stands, and what it loses for its length, a quotation, speaking in the first person,
or opening with a pronoun. The weights were tuned, one by one, on ROUGE-1 and -2 over development
articles of CNN and the Daily Mail; those two terms, in standard deviations, weigh 1. On 500
articles of CNN three sentences give ROUGE-1/2/Lsum of 30.6/11.9/27.3, the first three
29.4/11.3/26.1, and the best of sumy's methods 27.9/10.4/24.6 (benchmarks/quality.py).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsdiff.language.words import content
from newsdiff.summary import Pick
from newsdiff.summary.ranking import Ranking, Vector

if TYPE_CHECKING:
    from newsdiff.language.analysis import Analysis
    from newsdiff.language.words import Token

BACKWARD = -0.5
"""What likeness to an earlier sentence counts, where likeness to a later one counts 1."""

FADING = 8.0
"""The sentence by which the weight of place has fallen to 1/e. 16 was better on half of the
development articles (+.42), but not surely on the other half (+.13, 95% interval -.18 to .43)."""

LONG = 28
"""Words beyond which a sentence is long."""

LENGTH_WEIGHT = 2.0
"""Lost for each time that a sentence is e times as long as a long one."""

QUOTE_WEIGHT = 0.2
FIRST_PERSON_WEIGHT = 0.4
OPENING_WEIGHT = 0.2

QUOTE_MARKS = frozenset('"“”„«»')

FIRST_PERSON = frozenset({"i", "me", "my", "myself", "we", "us", "our", "ours", "ourselves"})
"""English words of the first person; "mine" is not one, as news tells of mines more often."""

PRONOUNS = frozenset(
    {"he", "his", "she", "her", "it", "its", "they", "their", "this", "that", "these", "those"}
)
"""English words that at a sentence's opening lean on the sentence before."""


def rank(analysis: Analysis, candidates: Sequence[int]) -> Ranking:
    """Rank the candidates by their score; each pick tells the terms that it is the sum of."""
    vectors = _vectors([content(analysis.tokens[index]) for index in candidates])
    central = _standardized(_centrality(vectors))
    place = _standardized([math.exp(-place / FADING) for place in range(len(candidates))])
    terms = [
        {"central": central[at], "place": place[at], **_penalties(analysis, index)}
        for at, index in enumerate(candidates)
    ]
    scores = tuple(sum(parts.values()) for parts in terms)
    picks = map(Pick, candidates, scores, terms)
    return Ranking(picks=tuple(picks), keys=scores, vectors=vectors)


def _penalties(analysis: Analysis, index: int) -> dict[str, float]:
    """Return what one sentence loses for its own make; 0 where it does not."""
    sentence = analysis.article.sentences[index]
    text = analysis.article.sentence_text(index)
    tokens = analysis.tokens[index]
    english = analysis.lexicon.language == "en"
    return {
        "length": _length(len(tokens)),
        "quote": 0.0 if QUOTE_MARKS.isdisjoint(text) else -QUOTE_WEIGHT,
        "first person": (
            -FIRST_PERSON_WEIGHT if english and _first_person(text, sentence.start, tokens) else 0.0
        ),
        "opening": -OPENING_WEIGHT if english and tokens and _head(tokens[0]) in PRONOUNS else 0.0,
    }


def _vectors(sentences: Sequence[Sequence[str]]) -> tuple[Vector, ...]:
    """Return each sentence's stems, weighted by tf-idf within the article and of length 1."""
    carried_by = Counter(stem for stems in sentences for stem in dict.fromkeys(stems))
    weights = {
        stem: math.log((len(sentences) + 1) / (count + 0.5)) for stem, count in carried_by.items()
    }
    vectors = []
    for stems in sentences:
        vector = {stem: count * weights[stem] for stem, count in Counter(stems).items()}
        norm = math.sqrt(sum(weight * weight for weight in vector.values()))
        vectors.append({stem: weight / norm for stem, weight in vector.items()})
    return tuple(vectors)


def _centrality(vectors: Sequence[Vector]) -> list[float]:
    """Return how much each sentence is like the later ones, less how much like the earlier.

    Directed centrality as in PacSum (Zheng & Lapata 2019). A sum of cosines to many sentences is
    the product with the sum of their vectors, so no pair is ever looked at.
    """
    total: dict[str, float] = defaultdict(float)
    for vector in vectors:
        for stem, weight in vector.items():
            total[stem] += weight
    before: dict[str, float] = defaultdict(float)
    values = []
    for vector in vectors:
        earlier = sum(weight * before[stem] for stem, weight in vector.items())
        itself = sum(weight * weight for weight in vector.values())
        later = sum(weight * total[stem] for stem, weight in vector.items()) - earlier - itself
        values.append(later + BACKWARD * earlier)
        for stem, weight in vector.items():
            before[stem] += weight
    return values


def _standardized(values: Sequence[float]) -> list[float]:
    """Return values less their mean, in standard deviations; zeros where all are alike.

    They are rounded, so that ties do not hang on the last bit of a machine's arithmetic.
    """
    if not values:
        return []
    mean = sum(values) / len(values)
    deviation = math.sqrt(sum((value - mean) ** 2 for value in values) / len(values))
    if deviation < 1e-9:
        return [0.0] * len(values)
    return [round((value - mean) / deviation, 9) for value in values]


def _length(words: int) -> float:
    """Return what a sentence of so many words loses for being long."""
    return -round(LENGTH_WEIGHT * math.log(words / LONG), 9) if words > LONG else 0.0


def _first_person(text: str, start: int, tokens: Sequence[Token]) -> bool:
    """Tell whether a sentence speaks of "me" or "us"; "US" is a country."""
    return any(
        _head(token) in FIRST_PERSON and text[token.start - start : token.end - start] != "US"
        for token in tokens
    )


def _head(token: Token) -> str:
    """Return a word's normal form without what an apostrophe adds: "they" for "they've"."""
    return token.norm.partition("'")[0]
