"""One article, looked at: its words, figures, names and quotes, each found when first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from newsdiff.language.words import Lexicon, Token, lexicon

if TYPE_CHECKING:
    from newsdiff.article import Article
    from newsdiff.language.figures import Figure
    from newsdiff.language.names import Name
    from newsdiff.language.quotes import Quote


class Analysis:
    """What the language room finds in `article`. Not a dataclass, as its parts are lazy: a summary
    never pays for names, nor an alignment for terms."""

    def __init__(self, article: Article) -> None:
        self.article = article

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words of the article's language."""
        return lexicon(self.article.language)

    @cached_property
    def tokens(self) -> tuple[tuple[Token, ...], ...]:
        """The words of each sentence, by the sentence's index."""
        article = self.article
        return tuple(self.lexicon.tokens(article.text, s.start, s.end) for s in article.sentences)

    @cached_property
    def words(self) -> int:
        """How many words the article's own sentences hold, headings and furniture left out."""
        return sum(
            len(tokens)
            for sentence, tokens in zip(self.article.sentences, self.tokens, strict=True)
            if not sentence.furniture
        )

    @cached_property
    def word_starts(self) -> tuple[int, ...]:
        """Where each of those words begins, in order."""
        return tuple(
            sorted(
                token.start
                for sentence, tokens in zip(self.article.sentences, self.tokens, strict=True)
                if not sentence.furniture
                for token in tokens
            )
        )

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all words, headings and furniture with them."""
        return frozenset(token.stem for tokens in self.tokens for token in tokens)

    def lacks(self, name: str) -> bool:
        """True when no word of a name stands anywhere: an article that says "Russian" is not silent
        about Russia."""
        return not any(
            token.stem in self.stems for token in self.lexicon.tokens(name) if not token.stop
        )

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Amounts, shares, counts and dates, in order of place; none from furniture."""
        from newsdiff.language.figures import find_figures  # noqa: PLC0415  only where shown

        return find_figures(self.article)

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """People, places, organizations and events with their mentions, by first place."""
        from newsdiff.language.names import find_names  # noqa: PLC0415  only where shown

        return find_names(self.article)

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """Quotations, in order of place."""
        from newsdiff.language.quotes import find_quotes  # noqa: PLC0415  only where shown

        return find_quotes(self.article)
