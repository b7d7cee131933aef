"""What `news` sees of a sentence: a few numbers each, of which its score is a weighted sum.

Centrality is directed, as in PacSum (Zheng & Lapata 2019): a sentence that later ones take up is
news, one that takes up earlier ones is detail. Editors' summaries also keep to sentences that name
somebody or give a figure, and pass over openings that set a scene without a name.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from newsdiff.language.rarity import rarity
from newsdiff.language.words import content

if TYPE_CHECKING:
    from newsdiff.language.analysis import Analysis
    from newsdiff.language.words import Token
    from newsdiff.summary.ranking import Vector

FADING = 8.0
"""The sentence by which the weight of place has fallen to 1/e."""

LONG = 28
"""Words beyond which a sentence is long."""

SHORT = 12
"""Words below which a sentence gains nothing for being shorter: an aside is no summary."""

COMMON = 6.0
"""Nats: words that are no rarer than this in the language say nothing of an article's subject."""

QUOTED = 0.9
"""The share of its characters from which on a sentence is all quotation."""

QUOTE_MARKS = frozenset('"“”„«»')

COLONS = (":", "：")

FIRST_PERSON = frozenset({"i", "me", "my", "myself", "we", "us", "our", "ours", "ourselves"})
"""English words of the first person; "mine" is not one, as news tells of mines more often."""

PRONOUNS = frozenset(
    {"he", "his", "she", "her", "it", "its", "they", "their", "this", "that", "these", "those"}
)
"""English words that at a sentence's opening lean on the sentence before."""

FEATURES = (
    "central", "echo", "subject", "place", "length", "long", "name", "figure", "scene", "lead",
    "quote", "all quoted", "first person", "opening", "announces", "caption",
)  # fmt: skip
"""The names of a sentence's features, in order: how like the later sentences it is, and how like
the earlier ones; how much it says of what the article keeps speaking of; how early it stands; how
long it is, and by how much it is too long; whether it has a name, a figure; whether it is the
article's opening and sets a scene without a name; how much of it the lead tells; whether it quotes,
and does nothing else; whether it speaks in the first person, or opens with a pronoun; whether it
ends in a colon, and so announces what follows; whether it stands under a picture."""


class Features(NamedTuple):
    """An article's sentences as numbers: a row of FEATURES for each, and its vector."""

    rows: tuple[tuple[float, ...], ...]
    vectors: tuple[Vector, ...]


def features(analysis: Analysis, candidates: Sequence[int]) -> Features:
    """Return the features of the sentences with these indices.

    Those without a natural measure are in standard deviations within the article.
    """
    tokens = [analysis.tokens[index] for index in candidates]
    stems = [content(words) for words in tokens]
    captions = [analysis.article.sentences[index].role == "caption" for index in candidates]
    vectors = tf_idf(stems)
    columns = (
        *_central(vectors, captions),
        _standardized(_subject(stems, analysis.article.language)),
        _standardized([math.exp(-place / FADING) for place in range(len(candidates))]),
        _standardized([math.log(max(SHORT, len(words))) for words in tokens]),
        [math.log(max(1.0, len(words) / LONG)) for words in tokens],
        *_facts(analysis, tokens),
        _told_by_lead(stems),
        *_voice(analysis, candidates),
        [float(analysis.article.sentence_text(i).endswith(COLONS)) for i in candidates],
        [float(caption) for caption in captions],
    )
    return Features(tuple(zip(*columns, strict=True)), vectors)


def tf_idf(sentences: Sequence[Sequence[str]]) -> tuple[Vector, ...]:
    """Return each sentence's stems, weighted by tf-idf among these sentences and of length 1."""
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


def _central(
    vectors: Sequence[Vector], captions: Sequence[bool]
) -> tuple[list[float], list[float]]:
    """Return how like the later sentences each is, and how like the earlier ones.

    The captions of pictures are held against each other alone: they tell once more what the text
    tells, and a sentence is not central because there is a picture to it.
    """
    later, earlier = [0.0] * len(vectors), [0.0] * len(vectors)
    for kind in (False, True):
        places = [place for place, caption in enumerate(captions) if caption is kind]
        likeness = _likeness([vectors[place] for place in places])
        for column, values in zip((later, earlier), map(_standardized, likeness), strict=True):
            for place, value in zip(places, values, strict=True):
                column[place] = value
    return later, earlier


def _likeness(vectors: Sequence[Vector]) -> tuple[list[float], list[float]]:
    """Return how much each sentence is like all later ones, and how much like all earlier ones.

    A sum of cosines to many sentences is the product with the sum of their vectors, so no pair is
    ever looked at.
    """
    total: dict[str, float] = defaultdict(float)
    for vector in vectors:
        for stem, weight in vector.items():
            total[stem] += weight
    before: dict[str, float] = defaultdict(float)
    later, earlier = [], []
    for vector in vectors:
        past = sum(weight * before[stem] for stem, weight in vector.items())
        itself = sum(weight * weight for weight in vector.values())
        whole = sum(weight * total[stem] for stem, weight in vector.items())
        later.append(whole - past - itself)
        earlier.append(past)
        for stem, weight in vector.items():
            before[stem] += weight
    return later, earlier


def _subject(sentences: Sequence[Sequence[str]], language: str) -> list[float]:
    """Return how much an average word of each sentence says of the article's subject: in how many
    sentences it stands, times how far it is rarer than COMMON in the language."""
    table = rarity(language)
    carried_by = Counter(stem for stems in sentences for stem in dict.fromkeys(stems))
    weight = {s: count * max(0.0, table.of(s) - COMMON) for s, count in carried_by.items()}
    return [
        sum(weight[stem] for stem in dict.fromkeys(stems)) / max(1, len(set(stems)))
        for stems in sentences
    ]


def _facts(analysis: Analysis, tokens: Sequence[Sequence[Token]]) -> tuple[list[float], ...]:
    """Return for each sentence whether it has a name, whether it has a figure, and whether it
    opens the article without a name. A name is a capital that opens no sentence."""
    text = analysis.article.text
    names = [float(any(text[word.start].isupper() for word in words[1:])) for words in tokens]
    figures = [float(any(word.norm[0].isdigit() for word in words)) for words in tokens]
    # Where no sentence has a capital, as in Chinese, none is missed.
    scene = [float(place == 0 and not name and any(names)) for place, name in enumerate(names)]
    return names, figures, scene


def _told_by_lead(sentences: Sequence[Sequence[str]]) -> list[float]:
    """Return the share of each sentence's words that the first one has, too; all of its own."""
    lead = frozenset(sentences[0]) if sentences else frozenset()
    return [
        len(lead.intersection(stems)) / max(1, len(set(stems))) if stems else 0.0
        for stems in sentences
    ]


def _voice(analysis: Analysis, candidates: Sequence[int]) -> tuple[list[float], ...]:
    """Return whose voice each sentence speaks in: "quote" to "opening" of FEATURES, each 0 or 1."""
    article = analysis.article
    english = analysis.lexicon.language == "en"
    starts = [quote.start for quote in analysis.quotes]
    rows = []
    for index in candidates:
        sentence, tokens = article.sentences[index], analysis.tokens[index]
        marks = not QUOTE_MARKS.isdisjoint(article.sentence_text(index))
        quoted = 0
        at = max(0, bisect_right(starts, sentence.start) - 1)
        for quote in analysis.quotes[at : bisect_right(starts, sentence.end)]:
            quoted += max(0, min(quote.end, sentence.end) - max(quote.start, sentence.start))
        rows.append(
            (
                float(marks),
                float(quoted > QUOTED * (sentence.end - sentence.start)),
                float(english and _first_person(article.text, tokens)),
                float(english and bool(tokens) and _head(tokens[0]) in PRONOUNS),
            )
        )
    return tuple(list(column) for column in zip(*rows, strict=True)) or ([], [], [], [])


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


def _first_person(text: str, tokens: Sequence[Token]) -> bool:
    """Tell whether a sentence speaks of "me" or "us"; "US" is a country."""
    if FIRST_PERSON.isdisjoint({token.norm.partition("'")[0] for token in tokens}):
        return False
    return any(
        _head(token) in FIRST_PERSON and text[token.start : token.end] != "US" for token in tokens
    )


def _head(token: Token) -> str:
    """Return a word's normal form without what an apostrophe adds: "they" for "they've"."""
    return token.norm.partition("'")[0]
