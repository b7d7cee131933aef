"""Articles and passages that tests make of a few sentences."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.alignment_data import analysis
from benchmarks.alignment_data import whole_sentences as passage
from newsdiff.article import Article
from newsdiff.language.analysis import Analysis
from newsdiff.language.names import Mention, Name, NameType

__all__ = ["analysed", "passage"]


def analysed(
    *sentences: str, published: str | None = None, names: Sequence[tuple[str, NameType]] = ()
) -> Analysis:
    """Return the analysis of an article of these sentences, each a paragraph of its own.

    `names` stand in for the rules that find names: each is looked for as it is written.
    """
    made = analysis(sentences, "-", published)
    vars(made)["names"] = tuple(
        Name(name, name.lower(), type_, tuple(_mentions(made.article, name)))
        for name, type_ in names
        if name in made.article.text
    )
    return made


def _mentions(article: Article, name: str) -> list[Mention]:
    found, start = [], article.text.find(name)
    while start >= 0:
        sentence = next(s.index for s in article.sentences if s.start <= start < s.end)
        found.append(Mention(start, start + len(name), sentence))
        start = article.text.find(name, start + 1)
    return found
