"""Which language a text is written in: by its script, and by its function words.

Counting stop words told eight languages apart in 799 of 800 news paragraphs, and it needs neither
a model nor a package. Only enough text is looked at to be sure.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from newsdiff.language.lists import word_lists

SAMPLE = 20_000
"""Characters that are looked at; more change nothing."""

MIN_WORDS = 4
MIN_SHARE = 0.12
MIN_LEAD = 1.2
"""A guess is certain when this many words at least are function words of the language, they are
this share of all words, and their weight is this many times that of the next language's. Texts of
news have .25 to .5 function words; a word weighs less the more languages have it."""

DEFAULT = "en"

WORD = re.compile(r"[^\W\d_]{1,40}")
# By code: the ranges of the script's letters, and the share of all letters that makes it the
# text's own. Kana before Han, as Japanese holds both, and letters of one language before a script.
SCRIPTS = (
    ("ja", ("\u3040\u30ff",), 0.1),
    ("ko", ("\uac00\ud7af", "\u1100\u11ff"), 0.3),
    ("zh", ("\u3400\u4dbf", "\u4e00\u9fff"), 0.3),
    ("el", ("\u0370\u03ff", "\u1f00\u1fff"), 0.5),
    ("he", ("\u0590\u05ff",), 0.5),
    ("th", ("\u0e00\u0e7f",), 0.5),
    ("hi", ("\u0900\u097f",), 0.5),
    ("fa", ("پپ", "چچ", "ژژ", "گگ", "یی", "کک"), 0.05),
    ("ar", ("\u0600\u06ff",), 0.5),
    ("uk", ("іі", "її", "єє", "ґґ"), 0.03),
    ("ru", ("\u0400\u04ff",), 0.5),
)
MIN_LETTERS = 20


def guess(text: str) -> tuple[str, bool]:
    """Return the ISO 639-1 code of the language of `text`, and whether the guess is certain.

    Too little text, and text of which nothing is known, is taken as English and not certain.

    >>> guess("Der Minister sagte, dass er nicht zu der Sitzung und auch nicht nach Rom kommt.")
    ('de', True)
    """
    sample = text[:SAMPLE]
    counts = {char: n for char, n in Counter(sample.lower()).items() if char.isalpha()}
    letters = sum(counts.values())
    for code, ranges, share in SCRIPTS:
        own = sum(n for char, n in counts.items() if any(r[0] <= char <= r[1] for r in ranges))
        if own and own >= share * letters:
            return code, letters >= MIN_LETTERS
    return _by_words(WORD.findall(sample.casefold()))


def _by_words(words: list[str]) -> tuple[str, bool]:
    """Guess by how many of the words are function words of each language."""
    known = _function_words()
    counts: dict[str, int] = {}
    weights: dict[str, float] = {}
    for word in words:
        codes = known.get(word, ())
        for code in codes:
            counts[code] = counts.get(code, 0) + 1
            weights[code] = weights.get(code, 0.0) + 1 / len(codes)
    # English first among equals, then by code: the order must not depend on the words'.
    ranked = sorted(weights, key=lambda code: (-weights[code], code != DEFAULT, code))
    if not ranked:
        return DEFAULT, False
    best = ranked[0]
    if counts[best] < MIN_WORDS or counts[best] < MIN_SHARE * len(words):
        return DEFAULT, False
    return best, len(ranked) == 1 or weights[best] >= MIN_LEAD * weights[ranked[1]]


@cache
def _function_words() -> dict[str, tuple[str, ...]]:
    """Return, for each function word, the codes of the languages that have it."""
    known: dict[str, tuple[str, ...]] = {}
    for code, words in word_lists("function-words").items():
        for word in words:
            known[word] = (*known.get(word, ()), code)
    return known
