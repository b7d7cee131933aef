"""How much each word counts between two articles: what is rare here and rare in the language.

The local idf is ln((n + 1) / (df + .5)) over the n sentences of both articles, so that a word which
stands everywhere counts nothing; the background is the word's rarity in the language. Their
geometric mean is the weight (research: F1 +.03 over the local idf alone on news pairs).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from newsdiff.language.rarity import rarity

if TYPE_CHECKING:
    from newsdiff.alignment.profile import ArticleProfile, SentenceProfile

LEAST_IDF = 0.01
"""A word in every sentence keeps a trace of weight, so that no sentence has the length zero."""


class Weights:
    """Word weights for one pair of articles, and the sentences' lengths under them."""

    def __init__(self, a: ArticleProfile, b: ArticleProfile) -> None:
        sentences = (*a.sentences, *b.sentences)
        table = rarity(a.analysis.article.language)
        self.idf = _idf((sentence.words for sentence in sentences), len(sentences))
        self.rarity = {stem: table.of(stem) / 10 for stem in self.idf}
        self.word = {stem: math.sqrt(local * self.rarity[stem]) for stem, local in self.idf.items()}
        self.df_a = Counter(stem for sentence in a.sentences for stem in sentence.content)
        self.df_b = Counter(stem for sentence in b.sentences for stem in sentence.content)
        self.names = a.names | b.names
        self.together = _together(a, b, self.rarity)

    def seldom(self, stem: str) -> float:
        """The weight of a shared word, spread over the pairs of sentences that it could mean."""
        return self.word[stem] / math.sqrt(self.df_a[stem] * self.df_b[stem])

    def lengths(self, sentence: SentenceProfile) -> tuple[float, float]:
        """The sentence's Euclidean lengths as a bag of words, and of content words by their rarity
        alone."""
        return (
            length(sentence.words, self.word),
            length(sentence.content_counts, self.rarity),
        )


def _idf(bags: Iterable[Mapping[str, int]], n: int) -> dict[str, float]:
    frequency = Counter(key for bag in bags for key in bag)
    return {key: max(math.log((n + 1) / (df + 0.5)), LEAST_IDF) for key, df in frequency.items()}


def _together(a: ArticleProfile, b: ArticleProfile, rare: Mapping[str, float]) -> float:
    """The cosine of two whole articles: ln(1 + count) of each content word, times its rarity."""
    bags = []
    for article in (a, b):
        counts: Counter[str] = Counter()
        for sentence in article.sentences:
            counts.update(sentence.content_counts)
        bags.append({stem: math.log1p(count) * rare[stem] for stem, count in counts.items()})
    lengths = [math.sqrt(math.fsum(v * v for v in bag.values())) for bag in bags]
    dot = math.fsum(v * bags[1][stem] for stem, v in bags[0].items() if stem in bags[1])
    return dot / (lengths[0] * lengths[1]) if dot else 0.0


def length(bag: Mapping[str, int], weight: Mapping[str, float]) -> float:
    """The Euclidean length of a bag under `weight`; fsum, so that no order of words changes it."""
    return math.sqrt(math.fsum((count * weight[key]) ** 2 for key, count in bag.items()))


def cosine(
    a: Mapping[str, int],
    b: Mapping[str, int],
    weight: Mapping[str, float],
    lengths: float,
) -> float:
    """The cosine of two bags, given the product of their lengths."""
    if len(a) > len(b):
        a, b = b, a
    dot = math.fsum(count * b[key] * weight[key] ** 2 for key, count in a.items() if key in b)
    return dot / lengths if dot else 0.0
