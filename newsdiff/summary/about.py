"""A summary of what an article says about something: the sentences that have its words or names."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from newsdiff.article import Article, Sentence
from newsdiff.errors import UsageError
from newsdiff.language.analysis import Analysis
from newsdiff.language.words import content
from newsdiff.summary import news

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdiff.language.words import Token
    from newsdiff.summary.ranking import Ranking

WEIGHT = 60.0
"""What a sentence gains that has all the words asked for: so much that what else speaks for a
sentence decides among equals. Set by hand; there is no development data for it."""


def focused(ranking: Ranking, analysis: Analysis, about: str) -> Ranking:
    """Return the ranking of those sentences alone that tell about `about`, for its sake.

    Each gains by the share of the words asked for that it has, those that few sentences have
    counting more; the gain is a term of its own. Raises UsageError when `about` has no word.
    """
    shares = _shares(analysis, about)
    picks, vectors = [], []
    for place, pick in enumerate(ranking.picks):
        if shares[pick.index]:
            gain = round(WEIGHT * shares[pick.index], 9)
            terms = {"about": gain, **pick.terms}
            picks.append(replace(pick, score=sum(terms.values()), terms=terms))
            vectors.append(ranking.vectors[place])
    return news.ranking(tuple(picks), tuple(vectors))


def _shares(analysis: Analysis, about: str) -> list[float]:
    """Return for each sentence how much of what is asked for it has, 0 to 1."""
    article = analysis.article
    asked = Analysis(
        Article("", about, (Sentence(0, 0, len(about), 0),), language=article.language)
    )
    tokens = asked.tokens[0]
    wanted = dict.fromkeys(content(tokens) or [token.stem for token in tokens])
    if not wanted:
        raise UsageError(f"nothing can be told about {about!r}: it has no word")
    carried_by = Counter(stem for words in analysis.tokens for stem in {w.stem for w in words})
    count = len(analysis.tokens) + 1
    weights = {stem: math.log(count / (carried_by[stem] + 0.5)) for stem in wanted}
    found = [weights.keys() & {token.stem for token in words} for words in analysis.tokens]
    for sentence, stems in _named(analysis, asked, tokens):
        found[sentence] |= weights.keys() & stems
    whole = sum(weights.values())
    return [round(sum(weights[s] for s in sorted(stems)) / whole, 9) for stems in found]


def _named(
    analysis: Analysis, asked: Analysis, tokens: Sequence[Token]
) -> list[tuple[int, set[str]]]:
    """Return the sentences that have a name asked for in another form ("Putin" where "Vladimir" is
    asked for, "European Union" where "EU" is), each with the stems that it so has."""
    keys = {
        name.key: {
            token.stem
            for mention in name.mentions
            for token in tokens
            if mention.start <= token.start < mention.end
        }
        for name in asked.names
    }
    found = []
    for name in analysis.names:
        stems = set(content(analysis.lexicon.tokens(name.name))) | keys.get(name.key, set())
        found += [(mention.sentence, stems) for mention in name.mentions]
    return found
