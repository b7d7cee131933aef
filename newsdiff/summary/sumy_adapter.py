"""The methods of sumy, fed with our own sentences, words and stems.

The only module that imports sumy. sumy's own tokenizers would ask NLTK to download a model, so
its document is built here by hand. What else is mended, from outside:

- Its sentences are equal when their texts are, so that a repeated one gets a single rating. Ours
  are known by their place.
- LexRank and LSA go through their stems in the order of a set, and sums of floating-point numbers
  depend on their order. Strings are hashed differently in every process, whole numbers are not: to
  these two a stem is a number.
- In LSA every sentence's rating is the length of its column, so that ties are many, and the last
  bit decides. Ratings are rounded, and of equals the earlier wins.
- LexRank rates every sentence NaN when it has no word in common with any, and LSA chooses none
  when all words are stop words: then the earlier wins, too.
"""

from __future__ import annotations

import math
import warnings
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

from sumy.models.dom import ObjectDocumentModel, Paragraph
from sumy.models.dom import Sentence as SumySentence
from sumy.summarizers.edmundson import EdmundsonSummarizer
from sumy.summarizers.kl import KLSummarizer
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.lsa import LsaSummarizer
from sumy.summarizers.luhn import LuhnSummarizer
from sumy.summarizers.reduction import ReductionSummarizer
from sumy.summarizers.sum_basic import SumBasicSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer

from newsdiff.summary import Pick
from newsdiff.summary.features import FIRST_PERSON, PRONOUNS
from newsdiff.summary.ranking import Ranking

if TYPE_CHECKING:
    from newsdiff.language.analysis import Analysis
    from newsdiff.language.words import Token

_SUMMARIZERS: dict[str, Any] = {
    "lexrank": LexRankSummarizer,
    "textrank": TextRankSummarizer,
    "lsa": LsaSummarizer,
    "luhn": LuhnSummarizer,
    "kl": KLSummarizer,
    "sumbasic": SumBasicSummarizer,
    "edmundson": EdmundsonSummarizer,
    "reduction": ReductionSummarizer,
}

_ORDERED_BY_SETS = frozenset({"lexrank", "lsa"})
_RANKS_ONLY = frozenset({"kl", "sumbasic"})
"""These choose one sentence after the other; their ratings are places in that order."""

_NO_WORD = "-"
"""Stands where Edmundson's method insists on a word; no word of ours is a hyphen."""

_FREQUENT = 10
"""How many frequent words stand in for those of a title that an article lacks."""


def rank(method: str, analysis: Analysis, candidates: Sequence[int]) -> Ranking:
    """Rank the candidates by sumy's `method`; ratings are sumy's own, where it has them."""
    words = _Words(analysis, candidates)
    summarizer = _SUMMARIZERS[method](words.number if method in _ORDERED_BY_SETS else words.stem)
    if method == "edmundson":
        summarizer.bonus_words = words.bonus
        summarizer.stigma_words = words.stigma
        summarizer.null_words = words.stop | {_NO_WORD}
    else:
        summarizer.stop_words = words.stop
    ratings = _ratings(summarizer, words.document(), len(candidates))
    scores = [None if method in _RANKS_ONLY else rating for rating in ratings]
    return Ranking(
        picks=tuple(Pick(i, score, {}) for i, score in zip(candidates, scores, strict=True)),
        keys=tuple(ratings),
    )


class _Sentence(SumySentence):  # type: ignore[misc]  # sumy has no types
    """A sentence that is known by its place, and whose words are cut already."""

    __slots__ = ("_place", "_plain_words")

    def __init__(self, place: int, words: Iterable[str], *, is_heading: bool = False) -> None:
        super().__init__("", None, is_heading)
        self._place = place
        self._plain_words = tuple(words)

    @property
    def words(self) -> tuple[str, ...]:
        """The sentence's words, as sumy asks for them."""
        return self._plain_words

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Sentence) and self._place == other._place

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return self._place


class _Words:
    """The words of the candidates and of the title, as plain strings that sumy asks us to stem."""

    def __init__(self, analysis: Analysis, candidates: Sequence[int]) -> None:
        article = analysis.article
        self._english = analysis.lexicon.language == "en"
        self._title = analysis.lexicon.tokens(article.title) if article.title else ()
        self._sentences = [analysis.tokens[index] for index in candidates]
        self._paragraphs = [article.sentences[index].paragraph for index in candidates]
        tokens = [*self._title, *chain.from_iterable(self._sentences)]
        self.stop = frozenset(_plain(token) for token in tokens if token.stop)
        self._stems = {_plain(token): token.stem.lower() for token in tokens}
        stems = dict.fromkeys(self._stems.values())
        self._numbers = {stem: number for number, stem in enumerate(stems)}

    def stem(self, word: str) -> str:
        """Return the stem of a word."""
        return self._stems.get(word, word)

    def number(self, word: str) -> int:
        """Return the number of a word's stem; stems are numbered as they first appear."""
        return self._numbers[self._stems[word]]

    @property
    def bonus(self) -> frozenset[str]:
        """Words that speak for a sentence in Edmundson's method: those of the title, or where
        there is none the article's most frequent ones."""
        words = [_plain(token) for token in self._title if not token.stop]
        if not words:
            tokens = chain.from_iterable(self._sentences)
            counts = Counter(_plain(token) for token in tokens if not token.stop)
            words = [word for word, _ in counts.most_common(_FREQUENT)]
        return frozenset([*words, _NO_WORD])

    @property
    def stigma(self) -> frozenset[str]:
        """Words that speak against a sentence in Edmundson's method, as they do in `news`: the
        first person, and pronouns that lean on the sentence before."""
        return frozenset([_NO_WORD]) | (FIRST_PERSON | PRONOUNS if self._english else frozenset())

    def document(self) -> Any:  # noqa: ANN401  sumy has no types
        """Return sumy's model of the article; the title is a heading of the first paragraph."""
        paragraphs: dict[int, list[_Sentence]] = defaultdict(list)
        if self._title and self._sentences:
            heading = _Sentence(len(self._sentences), map(_plain, self._title), is_heading=True)
            paragraphs[self._paragraphs[0]].append(heading)
        for place, tokens in enumerate(self._sentences):
            paragraphs[self._paragraphs[place]].append(_Sentence(place, map(_plain, tokens)))
        return ObjectDocumentModel(map(Paragraph, paragraphs.values()))


def _plain(token: Token) -> str:
    """Return a word as sumy will hand it back for its stem: lower case changes it no more."""
    return token.norm.lower()


def _ratings(summarizer: Any, document: Any, count: int) -> list[float]:  # noqa: ANN401  no types
    """Return sumy's rating of each of `count` sentences; 0 where it has none.

    sumy gives out ratings only to the function that may stand for the number of sentences wanted:
    it is called with all of them.
    """
    ratings = [0.0] * count

    def collect(rated: Sequence[Any]) -> Sequence[Any]:
        for item in rated:
            if math.isfinite(item.rating):
                ratings[item.order] = float(f"{item.rating:.9g}")
        return rated

    with warnings.catch_warnings():
        # LSA warns of short texts, and numpy of the NaN that is mended here.
        warnings.simplefilter("ignore")
        summarizer(document, collect)
    return ratings
