"""Voice: one stretch of an article that somebody else says."""

from __future__ import annotations

from typing import Literal, NamedTuple

from newsdiff.article import Span

VoiceKind = Literal["direct", "indirect"]

UNNAMED = "unnamed"
"""The source of what is quoted without a word on who says it."""


class Voice(NamedTuple):
    """What one source says at one place: `spans` are its words, without cue and marks.

    `source` is the speaker's name in its fullest form, or the article's own words for it
    ("officials"), or UNNAMED; `key` is equal for one source in all articles. `source_span` is where
    the text says who it is ("he"), None where it does not. `via` is who passes it on ("according
    to Xinhua, he …"). `cue` is the verb or preposition that says that it is said, at `cue_span`;
    it is empty for a quotation that no such word leads to. A voice is direct when at least half of
    its words stand between quotation marks; `quoted` are the stretches that do.
    """

    kind: VoiceKind
    source: str
    key: str
    via: str | None
    cue: str
    cue_span: Span | None
    source_span: Span | None
    sentence: int
    spans: tuple[Span, ...]
    quoted: tuple[Span, ...]
