"""What the sentences that one article alone tells are about: a name or a word that joins several.

A topic is good when it joins prominent sentences and stands hardly anywhere else: "Harbin" where
the other article never says it, and not the president of whom all sentences tell.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsdiff.language.names.identity import bring_together
from newsdiff.language.rarity import rarity

if TYPE_CHECKING:
    from newsdiff.language.analysis import Analysis

LEAST_RARE = 8.5
"""Nats (see language/rarity.py) from which a word may be a topic."""

WORD = 0.5
"""What a word is worth as a topic, against a name."""

LEAST_OWN = 0.5
"""The share of a topic's sentences, over all articles, that these sentences must be."""

MOST_OF = 0.4
"""The share of an article's sentences from which on a topic is what all of it is about. All set by
reading the groups of the seeds, the samples and twenty development news pairs."""

LEAST_SENTENCES = 2

Place = tuple[int, int]
"""An article's number and the index of a sentence."""


@dataclass(slots=True)
class _Topic:
    """A name or a word: where it stands, and how often in which wording."""

    places: set[Place] = field(default_factory=set)
    wordings: Counter[str] = field(default_factory=Counter)
    worth: float = 1.0

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
    for number in range(len(analyses)):
        count = sum(not sentence.furniture for sentence in analyses[number].article.sentences)
        left = {place for place in prominence if place[0] == number}
        own = {}
        for topic in candidates:
            mine = topic.places & left
            share = len(mine) / len(topic.places)
            everywhere = len(mine) > MOST_OF * count and len(mine) > LEAST_SENTENCES
            if len(mine) >= LEAST_SENTENCES and share >= LEAST_OWN and not everywhere:
                own[topic.label()] = (mine, share * topic.worth)
        while own:
            worth = {
                label: share * math.fsum(prominence[place] for place in mine & left)
                for label, (mine, share) in own.items()
                if len(mine & left) >= LEAST_SENTENCES
            }
            if not worth:
                break
            best = min(worth, key=lambda label: (-round(worth[label], 9), label))
            mine = own.pop(best)[0] & left
            found |= dict.fromkeys(mine, best)
            left -= mine
    return found


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
            for token in tokens:
                word = text[token.start : token.end]
                if token.stop or not word.islower() or rare.of(token.stem) < LEAST_RARE:
                    continue
                words[token.stem].places.add((number, sentence.index))
                words[token.stem].wordings[word] += 1
    return [*names, *words.values()]
