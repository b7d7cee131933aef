"""One noun with other words before it: "Western sanctions" here, "illegitimate sanctions" there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from newsdiff.emphasis.rows import WordingRow
from newsdiff.emphasis.sources import facing, source
from newsdiff.language.wording import wording

if TYPE_CHECKING:
    from newsdiff.alignment.passage import Passage
    from newsdiff.language.analysis import Analysis
    from newsdiff.language.words import Token

ADJECTIVE = re.compile(r"[a-z]{2,30}(?:al|ive|ous|ic|ful|less|able|ible|ish|ern|ly)")
"""What most English adjectives and adverbs end in that describe; a word of bounded length."""

MOST_WORDS = 4
"""Words before a noun that may describe it."""

NO_JUDGEMENT = frozenset((
    "annual", "additional", "actual", "several", "total", "general", "final", "initial", "usual",
    "special", "typical", "respective", "executive", "native", "public", "republic", "music",
    "traffic", "previous", "only", "early", "daily", "weekly", "monthly", "yearly", "family",
    "july", "italy", "ally", "supply", "reply", "assembly", "likely", "nearly", "table", "able",
    "real",
    "last", "recently", "finally", "initially", "previously", "immediately", "quickly", "lastly",
    "roughly", "approximately", "personal", "original", "criminal", "capital", "hospital",
    "presidential", "congressional", "federal", "national", "local", "official", "rental",
    "electoral", "judicial", "medical", "digital", "municipal", "provincial", "regional",
))  # fmt: skip
"""Words with such an ending that say when, which or how many, or are nouns."""


class _Use(NamedTuple):
    """A noun with what stands before it; the span covers both."""

    noun: str
    stem: str
    before: str
    judging: bool
    article: int
    sentence: int
    start: int
    end: int

    @property
    def words(self) -> tuple[int, str, str]:
        """What is equal where an article describes the noun in the same words."""
        return self.article, self.stem, self.before.casefold()


def modifiers(analyses: Sequence[Analysis], passages: Iterable[Passage]) -> list[WordingRow]:
    """Return a row for each noun that two articles describe in different words.

    The noun stands in a passage of both with different words before it, and neither article has the
    other's words before it anywhere. The passage is of high confidence, or of medium where one of
    the words judges.
    """
    uses = [use for number, analysis in enumerate(analyses) for use in _uses(number, analysis)]
    used = {use.words for use in uses}
    told: dict[str, set[int]] = defaultdict(set)
    for passage, inside in facing(uses, passages):
        described = {use.words: use.judging for use in inside}
        for one, two in combinations(sorted(described), 2):
            judged = described[one] or described[two]
            sure = passage.confidence == "high" or (judged and passage.confidence == "medium")
            if one[0] == two[0] or one[1] != two[1] or not sure:
                continue
            if (two[0], *one[1:]) not in used and (one[0], *two[1:]) not in used:
                told[one[1]] |= {one[0], two[0]}
    return [_row(uses, stem, told[stem]) for stem in sorted(told)]


def _row(uses: Iterable[_Use], stem: str, articles: set[int]) -> WordingRow:
    kept = [use for use in uses if use.stem == stem and use.article in articles]
    places: dict[int, dict[str, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
    for use in kept:
        places[use.article][use.before].append((use.start, use.end))
    sources = tuple(source(article, places[article]) for article in sorted(places))
    return WordingRow("modifier", min(use.noun for use in kept), sources)


def _uses(number: int, analysis: Analysis) -> Iterator[_Use]:
    """Yield the nouns of an article that an adjective stands before: only in a language whose
    adjectives we know."""
    text = analysis.article.text
    judging = wording(analysis.article.language).characterising
    if not judging:
        return
    for sentence, tokens in zip(analysis.article.sentences, analysis.tokens, strict=True):
        if sentence.furniture:
            continue
        for at, token in enumerate(tokens):
            first = at
            while (
                first > max(0, at - MOST_WORDS)
                and _describes(tokens[first - 1], judging)
                and text[tokens[first - 1].end : tokens[first].start] == " "
            ):
                first -= 1
            if first == at or _adverb(tokens[at - 1]) or not _heads(text, tokens, at):
                continue
            start = tokens[first].start
            yield _Use(
                noun=text[token.start : token.end],
                stem=token.stem,
                before=text[start : tokens[at - 1].end],
                judging=any(one.norm in judging for one in tokens[first:at]),
                article=number,
                sentence=sentence.index,
                start=start,
                end=token.end,
            )


def _describes(token: Token, judging: frozenset[str]) -> bool:
    if token.norm in judging:
        return True
    if token.norm in NO_JUDGEMENT or token.stop:
        return False
    return ADJECTIVE.fullmatch(token.norm) is not None


def _adverb(token: Token) -> bool:
    """True for "publicly", which tells of a verb unless an adjective follows."""
    return token.norm.endswith("ly")


def _heads(text: str, tokens: Sequence[Token], at: int) -> bool:
    """True for a small word that no further word of the phrase follows."""
    token = tokens[at]
    if token.stop or not text[token.start : token.end].islower():
        return False
    if at + 1 == len(tokens) or text[token.end : tokens[at + 1].start] not in (" ", "-"):
        return text[token.end : token.end + 1] != "'"
    after = tokens[at + 1]
    return after.stop or not text[after.start].islower()
