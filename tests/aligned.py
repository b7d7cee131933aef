"""Articles and passages that tests make of a few sentences."""

from __future__ import annotations

from collections.abc import Sequence

from newsdiff.alignment.passage import Confidence, Evidence, Passage, PassageSpan
from newsdiff.article import Article, Sentence
from newsdiff.language.analysis import Analysis
from newsdiff.language.names import Mention, Name, NameType

NOTHING = Evidence((), 0, (), (), {}, ((), ()))


def analysed(
    *sentences: str, published: str | None = None, names: Sequence[tuple[str, NameType]] = ()
) -> Analysis:
    """Return the analysis of an article of these sentences, each a paragraph of its own.

    `names` stand in for the rules that find names: each is looked for as it is written.
    """
    text, found, start = "\n\n".join(sentences), [], 0
    for index, sentence in enumerate(sentences):
        found.append(Sentence(index, start, start + len(sentence), index))
        start += len(sentence) + 2
    analysis = Analysis(Article("-", text, tuple(found), published=published))
    vars(analysis)["names"] = tuple(
        Name(name, name.lower(), type_, tuple(_mentions(analysis.article, name)))
        for name, type_ in names
        if name in text
    )
    return analysis


def _mentions(article: Article, name: str) -> list[Mention]:
    found, start = [], article.text.find(name)
    while start >= 0:
        sentence = next(s.index for s in article.sentences if s.start <= start < s.end)
        found.append(Mention(start, start + len(name), sentence))
        start = article.text.find(name, start + 1)
    return found


def passage(
    analyses: Sequence[Analysis],
    one: tuple[int, int],
    two: tuple[int, int],
    confidence: Confidence = "high",
) -> Passage:
    """Return a passage of two whole sentences, each given as (article, sentence)."""
    spans = []
    for number, index in (one, two):
        sentence = analyses[number].article.sentences[index]
        spans.append(PassageSpan(number, index, sentence.start, sentence.end))
    return Passage("near", 0.9, confidence, (spans[0], spans[1]), NOTHING, ())
