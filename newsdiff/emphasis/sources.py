"""What rows of wording are made of: an article's wordings, and which of them face each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

from newsdiff.emphasis.rows import WordingForm, WordingSource

if TYPE_CHECKING:
    from newsdiff.alignment.passage import Passage


def source(article: int, places: Mapping[str, Sequence[tuple[int, int]]]) -> WordingSource:
    """Return one article's wordings, the most frequent first, then by place."""
    forms = [WordingForm(form, tuple(sorted(spans))) for form, spans in places.items()]
    return WordingSource(
        article, tuple(sorted(forms, key=lambda form: (-len(form.spans), form.spans)))
    )


class Use(Protocol):
    """Where something stands: `text[start:end]`, in a sentence of an article."""

    @property
    def article(self) -> int:
        """The article's number."""

    @property
    def sentence(self) -> int:
        """The sentence's index."""

    @property
    def start(self) -> int:
        """Where it begins in the article's text."""

    @property
    def end(self) -> int:
        """Where it ends."""


U = TypeVar("U", bound=Use)


def facing(uses: Iterable[U], passages: Iterable[Passage]) -> Iterator[tuple[Passage, list[U]]]:
    """Yield each passage that holds some of the uses, with those inside its two sides."""
    by_sentence: defaultdict[tuple[int, int], list[U]] = defaultdict(list)
    for use in uses:
        by_sentence[use.article, use.sentence].append(use)
    for passage in passages:
        inside = [
            use
            for span in passage.spans
            for use in by_sentence.get((span.article, span.sentence), ())
            if span.start <= use.start and use.end <= span.end
        ]
        if inside:
            yield passage, inside
