"""find_names: the way from an article's capital letters to its names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdiff.language.names.candidates import find_candidates
from newsdiff.language.names.capitals import read_capitals
from newsdiff.language.names.resolution import resolve
from newsdiff.language.words import NOUNS_CAPITALISED

if TYPE_CHECKING:
    from newsdiff.article import Article
    from newsdiff.language.names.name import Name


def find_names(article: Article) -> tuple[Name, ...]:
    """Return the names of the article's own sentences, by the place of their first mention.

    In headings only those are found that the sentences have, too; furniture has none. Measured with
    `benchmarks/quality.py names`.
    """
    if article.language in NOUNS_CAPITALISED:
        return ()
    capitals, sentences = read_capitals(article)
    found = [
        candidate
        for index, pieces in enumerate(sentences)
        for candidate in find_candidates(capitals, pieces, index)
    ]
    return resolve(article, capitals, sentences, found)
