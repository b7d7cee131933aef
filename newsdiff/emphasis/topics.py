"""What the sentences that one article alone tells are about: a name or a word that joins several.

A topic is good when it joins prominent sentences and stands hardly anywhere else: "Harbin" where
the other article never says it, and not the president of whom all sentences tell.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

from newsdiff.language.names.identity import bring_together
from newsdiff.language.rarity import rarity

if TYPE_CHECKING:
    from newsdiff.language.analysis import Analysis
    from newsdiff.language.words import Token

LEAST_RARE = 8.5
"""Nats (see language/rarity.py) from which a word may be a topic."""

WORD = 0.5
"""What a word is worth as a topic, against a name."""

LEAST_OWN = 0.5
"""The share of a topic's sentences, over all articles, that these sentences must be."""

MOST_OF = 0.3
"""The share of an article's sentences from which on a topic is what all of it is about. All set by
reading the groups of the seeds, the samples and twenty development news pairs."""

LEAST_SENTENCES = 2

ARTICLES = frozenset(("a", "an", "the", "his", "her", "its", "their", "that"))

BEFORE_NOUNS = ARTICLES | frozenset(("of", "in", "for", "on", "no", "any", "and", "this", "these"))
"""What English nouns stand behind, and verbs do not; verbs stand before articles."""

Place = tuple[int, int]
"""An article's number and the index of a sentence."""


@dataclass(slots=True)
class _Topic:
    """A name or a word: where it stands, and how often in which wording."""

    places: set[Place] = field(default_factory=set)
    wordings: Counter[str] = field(default_factory=Counter)
    worth: float = 1.0
    noun: bool = False

    def label(self) -> str:
        """The usual wording; of equals the longest, then the first by the alphabet."""
        most = max(self.wordings.values())
        usual = [wording for wording, count in self.wordings.items() if count == most]
        return min(usual, key=lambda wording: (-len(wording), wording))


def topics(analyses: Sequence[Analysis], prominence: Mapping[Place, float]) -> dict[Place, str]:
    """Return the topic of those sentences that share one, each by the places in `prominence`.

    Topics are taken one after the other, each time the one whose sentences, as far as they have
    none yet, are most prominent together, times the share of its sentences that are among these.
    """
    found: dict[Place, str] = {}
    candidates = _candidates(analyses)
    for number, analysis in enumerate(analyses):
        count = sum(not sentence.furniture for sentence in analysis.article.sentences)
        left = {place for place in prominence if place[0] == number}
        own = {}
        for topic in candidates:
            mine = topic.places & left
            share = len(mine) / len(topic.places)
            everywhere = len(mine) > max(LEAST_SENTENCES, MOST_OF * count)
            if len(mine) >= LEAST_SENTENCES and share >= LEAST_OWN and not everywhere:
                own[topic.label()] = (mine, share * topic.worth)
        for label, mine in _greedy(own, left, prominence):
            found |= dict.fromkeys(mine, label)
    return found


def _greedy(
    own: Mapping[str, tuple[set[Place], float]], left: set[Place], prominence: Mapping[Place, float]
) -> Iterator[tuple[str, set[Place]]]:
    """Yield the best topic with those of its places in `left` that no better one has taken, until
    none has two.

    What a topic is worth only falls as places are taken, so one that is still the best after it was
    weighed anew is the best of all (Minoux 1978, "Accelerated greedy algorithms").
    """

    def entry(label: str) -> tuple[float, str]:
        mine, factor = own[label]
        return -round(factor * math.fsum(prominence[place] for place in mine & left), 9), label

    heap = [entry(label) for label in own]
    heapify(heap)
    while heap:
        worth, label = heappop(heap)
        mine = own[label][0] & left
        again = entry(label)
        if len(mine) < LEAST_SENTENCES:
            continue
        if again[0] > worth:
            heappush(heap, again)
            continue
        left -= mine
        yield label, mine


def _candidates(analyses: Sequence[Analysis]) -> list[_Topic]:
    """Return names, brought together over the articles, and rare words that are no part of one."""
    names: list[_Topic] = []
    for group in bring_together([analysis.names for analysis in analyses]):
        topic = _Topic()
        for number, name in group:
            topic.places |= {(number, one.sentence) for one in name.mentions}
            topic.wordings[name.name] += 1
        names.append(topic)
    words: dict[str, _Topic] = defaultdict(lambda: _Topic(worth=WORD))
    for number, analysis in enumerate(analyses):
        text = analysis.article.text
        rare = rarity(analysis.article.language)
        for sentence, tokens in zip(analysis.article.sentences, analysis.tokens, strict=True):
            if sentence.furniture:
                continue
            for at, token in enumerate(tokens):
                word = text[token.start : token.end]
                if token.stop or not word.islower() or rare.of(token.stem) < LEAST_RARE:
                    continue
                topic = words[token.stem]
                topic.places.add((number, sentence.index))
                topic.wordings[word] += 1
                topic.noun = topic.noun or _noun(text, tokens, at)
    return [*names, *(topic for topic in words.values() if topic.noun)]


def _noun(text: str, tokens: Sequence[Token], at: int) -> bool:
    """True for a word that stands as nouns do: behind an article, a preposition or another word,
    and before no further word that tells something."""
    if tokens[at].norm.endswith(("ed", "ing", "ly")):
        return False
    before = tokens[at - 1] if at else None
    if before is not None and before.stop and before.norm not in BEFORE_NOUNS:
        return False
    if at + 1 == len(tokens) or text[tokens[at].end : tokens[at + 1].start] != " ":
        return True
    return tokens[at + 1].stop and tokens[at + 1].norm not in ARTICLES
