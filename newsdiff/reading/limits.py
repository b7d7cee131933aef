"""How long one article may be: the cost of a comparison grows with its sentences and words."""

from __future__ import annotations

import re

from newsdiff.errors import InputError

WORDS = 15
CHARACTERS = 200
LINES = 6
"""What a sentence may have in the mean before an article counts as longer than its sentences: in
news they have 20 words and 120 characters on 2 lines, but words cost the time, and some texts have
hardly a full stop."""

WORD = re.compile(r"\w+")


def check_length(text: str, max_sentences: int | None, source: str) -> None:
    """Raise InputError for a text that is plainly longer than so many sentences (None: any may be),
    before anything that costs is done with it."""
    if max_sentences is None:
        return
    words = WORDS * max_sentences
    if (
        len(text) > CHARACTERS * max_sentences
        or text.count("\n") > LINES * max_sentences
        or (len(text) > 2 * words and sum(1 for _ in WORD.finditer(text)) > words)
    ):
        raise too_long(max_sentences, source)


def too_long(max_sentences: int, source: str) -> InputError:
    """Return the error for an article of more sentences."""
    return InputError(
        f"is longer than {max_sentences:,} sentences or {WORDS * max_sentences:,} words; "
        "give the article alone, or raise the limit (--max-sentences)",
        source,
    )
