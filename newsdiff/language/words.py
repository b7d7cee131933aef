"""Words and their stems, with offsets: what summary, alignment and emphasis count.

Two wordings of one word get one stem here: case, accents, the shape of apostrophes, a possessive
's, and the endings that a Snowball stemmer takes off. English adds nationalities to countries
("Russian", "Russia") and number words to digits ("eight", "8"): each helped alignment a little
(development news pairs, see docs/alignment.md).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple, Protocol

from newsdiff.language.lists import lines

WORD = re.compile(r"\d+(?:[.,]\d+)*|[A-Za-z]\.(?:[A-Za-z]\.)+|[^\W\d_]+(?:['’][^\W\d_]+)*")
"""A number with its separators, initials with their full stops, or letters with inner apostrophes;
a hyphen parts words."""

FIRST_UNSPACED = "\u3040"
"""No letter of a script that is written without spaces stands before this one."""


@cache
def _unspaced() -> re.Pattern[str]:
    """Part what WORD finds: of Chinese and Japanese each character counts as a word. Compiled when
    it is first needed, as these classes cost more than all else here."""
    wide = r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
    letters = rf"(?:(?!{wide})[^\W\d_])+"
    return re.compile(rf"{wide}|{letters}(?:['’]{letters})*")


SAYS = re.compile(r"\w")
"""What a stretch without a word or number lacks: marks alone say nothing, and may be a million."""

INITIALS = {"US": "u.s.", "UK": "u.k.", "EU": "e.u.", "UN": "u.n."}
"""Names that are written with full stops or without; one of them reads as "us" otherwise."""

_BRITISH = re.compile(r"(?<=[a-z]{3})our(?=$|s$|ed$|ing$|able$|al$|ite$|ful$)")
"""The end of "harbour" and "rumours": with or without its u it is one word."""

LANGUAGES = {
    "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek",
    "en": "english", "es": "spanish", "eu": "basque", "fi": "finnish", "fr": "french",
    "hu": "hungarian", "id": "indonesian", "it": "italian", "nl": "dutch", "no": "norwegian",
    "pt": "portuguese", "ro": "romanian", "ru": "russian", "sv": "swedish", "tr": "turkish",
}  # fmt: skip
"""ISO 639-1 codes of the languages that have a stemmer, with Snowball's names for them."""


NOUNS_CAPITALISED = frozenset(("de", "lb"))
"""Languages (ISO 639-1) in which a capital says "noun" and not "name"."""


class Token(NamedTuple):
    """One word: its place in the article's text, its normal form, its stem, whether it is a
    stop word (a word that says nothing of what a text is about)."""

    start: int
    end: int
    norm: str
    stem: str
    stop: bool


class _Stemmer(Protocol):
    def stemWords(self, words: list[str]) -> list[str]: ...  # noqa: N802  PyStemmer's name


def fold(word: str) -> str:
    """Return `word` in its normal form: lower case, no accents on Latin letters, plain
    apostrophes, no possessive.

    >>> fold("Élysée’s")
    'elysee'
    """
    if not word.isascii():
        decomposed = unicodedata.normalize("NFKD", word.replace("’", "'"))
        word = "".join(char for char in decomposed if not "\u0300" <= char <= "\u036f")
        word = unicodedata.normalize("NFC", word)
    word = word.casefold()
    if word.endswith("'s"):
        return word[:-2]
    return word.rstrip("'")


class Lexicon:
    """What newsdiff knows of one language's words: its stop words, stems and equivalents.

    Words are remembered, as news repeats them: one lexicon serves a whole process.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self.stop_words = frozenset(fold(word) for word in lines(f"stop/{language}.txt"))
        self._equivalents = {
            variant: head
            for line in lines(f"equivalents/{language}.txt")
            for head, *variants in [line.split()]
            for variant in variants
        }
        self._phrases: dict[str, list[tuple[list[str], str]]] = {}
        for line in lines(f"phrases/{language}.txt"):
            words, _, head = line.partition(" = ")
            first, *rest = words.split()
            self._phrases.setdefault(first, []).append((rest, head))
        self._stems: dict[str, str] = {}
        self._known: dict[str, tuple[str, str, bool]] = {}
        self._stemmer: _Stemmer | None = None
        if language in LANGUAGES:
            import Stemmer  # noqa: PLC0415  a C extension that `--version` does not need

            self._stemmer = Stemmer.Stemmer(LANGUAGES[language])

    def stem(self, norm: str) -> str:
        """Return the stem that all wordings of the word with this normal form share."""
        known = self._stems.get(norm)
        if known is None:
            head = self._equivalents.get(norm, norm)
            if self.language == "en" and "our" in head:
                head = _BRITISH.sub("or", head)
            known = self._stemmer.stemWords([head])[0] if self._stemmer else head
            self._stems[norm] = known
        return known

    def tokens(self, text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
        """Return the words of `text[start:end]` with their offsets in `text`."""
        known = self._known
        found = []
        for match in _words(text, start, len(text) if end is None else end):
            word = match.group()
            norm, stem, stop = known.get(word) or self._look_up(word)
            found.append(Token(match.start(), match.end(), norm, stem, stop))
        for at, token in enumerate(found):
            for rest, head in self._phrases.get(token.norm, ()):
                behind = found[at + 1 : at + 1 + len(rest)]
                if [word.norm for word in behind] == rest:
                    found[at] = token._replace(stem=self.stem(head), stop=False)
                    found[at + 1 : at + 1 + len(rest)] = [w._replace(stop=True) for w in behind]
        return tuple(found)

    def _look_up(self, word: str) -> tuple[str, str, bool]:
        """Return a word's normal form, its stem, whether it is a stop word; they are remembered."""
        norm = INITIALS.get(word) or fold(word)
        if norm[0].isdigit():
            stem = norm.replace(",", "") if "," in norm else norm
        else:
            stem = self.stem(norm)
        self._known[word] = norm, stem, norm in self.stop_words
        return self._known[word]


def _words(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the words of `text[start:end]`."""
    for match in WORD.finditer(text, start, end):
        word = match.group()
        if word.isascii() or max(word) < FIRST_UNSPACED:
            yield match
        else:
            yield from _unspaced().finditer(text, match.start(), match.end())


@cache
def lexicon(language: str) -> Lexicon:
    """Return the lexicon of `language` (an ISO 639-1 code); unknown languages get an empty one."""
    return Lexicon(language)


def content(tokens: Iterable[Token]) -> list[str]:
    """Return the stems of the words that are not stop words, in order."""
    return [token.stem for token in tokens if not token.stop]
