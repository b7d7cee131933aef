"""Names of people, places, organizations and events, found by rules.

Capital letters and small word lists find them (capitals, name_runs, name_candidates); what is
named in full once is recognised by a part of it afterwards (name_resolution); and one name has
one key in every article (name_identity). English has lists; other languages are read by capitals
alone, except German, which capitalises every noun: there no names are found.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from newsdiff.article import Article

NameType = Literal["person", "place", "organization", "event", "other"]

NOUNS_CAPITALISED = frozenset(("de", "lb"))
"""Languages (ISO 639-1) in which a capital says "noun" and not "name"."""


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """One place where a name stands."""

    start: int
    end: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Name:
    """A name in its fullest form ("Vladimir Putin"), and every place where the article says it
    or a part of it that can mean nobody else ("Putin"). `key` is equal for the same name in
    another article."""

    name: str
    key: str
    type: NameType
    mentions: tuple[Mention, ...]


def find_names(article: Article) -> tuple[Name, ...]:
    """Return the names of the article's own sentences, by the place of their first mention.

    Headings and furniture have none. Measured with `benchmarks/quality.py names`.
    """
    from newsdiff.language.capitals import read_capitals  # noqa: PLC0415  only where names are asked
    from newsdiff.language.name_candidates import find_candidates  # noqa: PLC0415  the same
    from newsdiff.language.name_resolution import resolve  # noqa: PLC0415  it imports this module

    if article.language in NOUNS_CAPITALISED:
        return ()
    capitals, sentences = read_capitals(article)
    found = [
        candidate
        for index, pieces in enumerate(sentences)
        for candidate in find_candidates(capitals, pieces, index)
    ]
    return resolve(article, capitals, found)
