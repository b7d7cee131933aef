"""Articles and passages for the tests of the emphasis panels."""

from collections.abc import Sequence

from newsdiff.alignment.passage import Evidence, Passage, PassageSpan
from newsdiff.article import Article, Role, Sentence
from newsdiff.language.analysis import Analysis
from newsdiff.language.figures import Figure


class Told(Analysis):
    """An article whose figures are given, so that these tests hang on no grammar of figures."""

    figures: tuple[Figure, ...] = ()

    def with_figures(self, *sentences: int) -> "Told":
        """Return the article with a figure in each of these sentences."""
        self.figures = tuple(Figure(0, 1, sentence, 1.0, "", "1") for sentence in sentences)
        return self


def told(*sentences: str, roles: Sequence[Role] = ()) -> Told:
    """Return an article of these sentences, a line each; roles beyond those given are text."""
    places: list[Sentence] = []
    start = 0
    for index, sentence in enumerate(sentences):
        role = roles[index] if index < len(roles) else "text"
        places.append(Sentence(index, start, start + len(sentence), index, role))
        start += len(sentence) + 1
    return Told(Article(source="-", text="\n".join(sentences), sentences=tuple(places)))


def passage(first: PassageSpan, second: PassageSpan) -> Passage:
    """Return a passage that joins two spans; the rest of it does not matter here."""
    evidence = Evidence((), 0, (), (), {}, ((), ()))
    return Passage("near", 0.9, "high", (first, second), evidence, ())


def span(article: int, analysis: Analysis, sentence: int, words: str | None = None) -> PassageSpan:
    """Return the span of `words` in a sentence, or of the whole sentence."""
    place = analysis.article.sentences[sentence]
    text = analysis.article.sentence_text(sentence)
    start = place.start + (0 if words is None else text.index(words))
    return PassageSpan(article, sentence, start, start + len(words or text))
