"""Article, Sentence, Span: the words that everything else is said in.

Offsets count Unicode code points in `Article.text`, half-open: `text[start:end]`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import Literal, NamedTuple

Role = Literal["text", "heading", "caption", "furniture"]
"""What a sentence is in its article. Captions tell facts; headings and furniture do not count as
passages. Furniture is page clutter: "1 / 12", bylines, "Read more", "This story was updated"."""


class Span(NamedTuple):
    """A stretch `text[start:end]` of an article's text, in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the text that this span covers."""
        return text[self.start : self.end]

    def overlap(self, other: Span) -> int:
        """Return how many code points both spans cover."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its place in the text, the paragraph it stands in (from 0), and its role."""

    index: int
    start: int
    end: int
    paragraph: int
    role: Role = "text"

    @property
    def furniture(self) -> bool:
        """True when no passage, summary or figure is taken from this sentence."""
        return self.role in ("heading", "furniture")

    @property
    def number(self) -> int:
        """The sentence's number as reports and lines print it, from 1 (`index` counts from 0)."""
        return self.index + 1

    @property
    def span(self) -> Span:
        """The sentence's place in the text."""
        return Span(self.start, self.end)


class Reading(NamedTuple):
    """How an input was taken: in which format, what told so, and what was left out of it."""

    format: str
    why: str
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it was read: its text, its sentences, and what is known about it.

    `guessed` names the fields that were inferred and not given (for instance "encoding", "title",
    "language"); `notes` are remarks of the reader's, one line each, for `newsdiff read`, and
    `warnings` those among them without which nobody should believe the rest.
    `published` is an ISO 8601 date or date-time where the input's date could be read as one,
    and the input's own words otherwise. `url` is the address that the article gives for itself, or
    that it was read from; `id` is what its feed, archive or collection calls it. `reading` is None
    for a text that came from no input.
    """

    source: str
    text: str
    sentences: tuple[Sentence, ...]
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    language: str = "en"
    encoding: str | None = None
    guessed: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    url: str | None = None
    id: str | None = None
    reading: Reading | None = None

    @property
    def label(self) -> str:
        """A short name for reports: the outlet where it is known, else the file's, no ending."""
        if self.outlet:
            return self.outlet
        return "standard input" if self.source == "-" else PurePath(self.source).stem or self.source

    def sentence_text(self, index: int) -> str:
        """Return the text of the sentence with this index."""
        sentence = self.sentences[index]
        return self.text[sentence.start : sentence.end]
