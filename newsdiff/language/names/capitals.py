"""Which words of a sentence are written as names are, and which only stand where any word would be.

A capital says "name" in the middle of a sentence, and nothing at its start, after an opening
quotation mark, or in a line that is capitalised throughout. There the article's other sentences
decide: is the word capitalised in the middle of one, or is it written small somewhere?
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Literal, NamedTuple

from newsdiff.language.names.gazetteer import Gazetteer, gazetteer
from newsdiff.language.rarity import UNLISTED, rarity
from newsdiff.language.words import SAYS, Lexicon, fold, lexicon

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from newsdiff.article import Article

PIECE = re.compile(r"(?:[^\W\d_]\.){2,8}|[^\W_]+(?:['’][^\W_]+)*|\S")
"""An acronym with full stops, a word with inner apostrophes, or one mark. Hyphens are marks."""

LONGEST_WORD = 40
"""A word of more letters is no name but a link, a hash or noise."""

OPENS = frozenset("\"“”'‘„«»:.?!…;•*|[]{}<>")
"""Marks after which any word may be capitalised."""

QUOTES = frozenset('"“‘„«')

POSSESSIVE = frozenset(("'s", "’s", "'S", "’S"))

LOUD_WORDS = 4
"""A sentence with this many words, all of them capitalised but for small words, is a headline or a
label: its capitals say nothing. A sentence of running text has a verb."""

SMALL_WORDS = frozenset((
    "a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "but", "by", "with",
    "from", "as", "over", "after", "into", "amid", "vs",
))  # fmt: skip
"""What headlines do not capitalise."""

ABBREVIATIONS = frozenset((
    "mr", "mrs", "ms", "dr", "prof", "rev", "gov", "sen", "sens", "rep", "reps", "gen", "lt",
    "col", "sgt", "capt", "maj", "adm", "cmdr", "st", "mt", "ft", "jr", "sr", "inc", "corp", "co",
    "ltd", "bros", "jan", "feb", "aug", "sept", "oct", "nov", "dec", "no", "vs",
))  # fmt: skip
"""Words whose full stop does not end a sentence."""

Shape = Literal["lower", "capital", "upper", "mixed", "number", "mark"]


class Piece(NamedTuple):
    """A word or mark of a sentence. `weak`: its capital may be owed to its place. The end leaves
    a possessive out, which `possessive` tells of."""

    start: int
    end: int
    text: str
    norm: str
    shape: Shape
    weak: bool
    possessive: bool

    @property
    def raised(self) -> bool:
        """True when the word is written as a name may be."""
        return self.shape in ("capital", "upper", "mixed")


class Capitals(NamedTuple):
    """What the whole article shows of its words.

    `seen` counts words capitalised where a capital means something, `small` the stems of words
    written small.
    """

    lexicon: Lexicon
    gazetteer: Gazetteer
    seen: Counter[str]
    small: Counter[str]

    def common(self, norm: str) -> bool:
        """True for a word that would be capitalised by its place alone."""
        lists = self.gazetteer
        if self.plain(norm) or norm in lists.fields:
            return True
        if norm in lists.given or self.seen[norm]:
            return False
        return len(norm) > 5 and norm.endswith(("ing", "ed", "ly"))

    def plain(self, norm: str) -> bool:
        """True for a word that is listed as common, or that the article writes small."""
        lists = self.gazetteer
        if norm in self.lexicon.stop_words or norm in lists.common or norm in lists.speech:
            return True
        return self.lexicon.stem(norm) in self.small

    def usual(self, norm: str) -> bool:
        """True for a word that much text of the language has."""
        return rarity(self.lexicon.language).of(self.lexicon.stem(norm)) < UNLISTED

    def nationality(self, norm: str) -> bool:
        """True for "Russian" and "Muslims": capitalised, but no name of its own."""
        lists = self.gazetteer
        if norm in lists.peoples:
            return True
        return norm not in lists.known and self.lexicon.stem(norm) in lists.countries

    def people(self, norm: str) -> bool:
        """True for "Afghans" and "Muslims", the members of a nation or creed; not for "Swiss"."""
        return norm.endswith("s") and self.nationality(norm) and self.nationality(norm[:-1])


def read_capitals(article: Article) -> tuple[Capitals, tuple[tuple[Piece, ...], ...]]:
    """Return what the article shows of its words, and the pieces of each of its sentences.

    Headings show nothing: their capitals are as loud as their words are few. Furniture has no
    pieces.
    """
    words = lexicon(article.language)
    lists = gazetteer(article.language)
    seen: Counter[str] = Counter()
    small: Counter[str] = Counter()
    sentences = []
    for sentence in article.sentences:
        found: tuple[Piece, ...] = ()
        if sentence.role != "furniture" and SAYS.search(article.text, sentence.start, sentence.end):
            found = _pieces(article.text, sentence.start, sentence.end, lists.speech)
        sentences.append(found)
        for piece in () if sentence.furniture else found:
            if piece.shape == "lower":
                small[piece.norm] += 1
            elif piece.raised and not piece.weak:
                seen[piece.norm] += 1
    stems: Counter[str] = Counter()
    for norm, times in small.items():
        stems[words.stem(norm)] += times
    return Capitals(words, lists, seen, stems), tuple(sentences)


def _pieces(text: str, start: int, end: int, speech: Container[str]) -> tuple[Piece, ...]:
    """Return the words and marks of the sentence `text[start:end]`, in order."""
    found: list[Piece] = []
    weak = True
    raised = lower = 0
    for match in PIECE.finditer(text, start, end):
        word = match.group()
        possessive = len(word) > 2 and word[-2:] in POSSESSIVE
        word = word[:-2] if possessive else word
        shape = _shape(word)
        norm = word if shape == "mark" else fold(word)
        place = match.start()
        found.append(Piece(place, place + len(word), word, norm, shape, weak, possessive))
        weak = _opens(found, speech)
        if shape not in ("mark", "number") and norm not in SMALL_WORDS:
            raised += shape != "lower"
            lower += shape == "lower"
    if raised >= LOUD_WORDS and not lower:
        return tuple(
            piece._replace(weak=True, shape="capital" if piece.raised else piece.shape)
            for piece in found
        )
    return tuple(found)


def _opens(found: Sequence[Piece], speech: Container[str]) -> bool:
    """True when any word may be capitalised behind the last piece found."""
    last, before = found[-1].text, found[-2] if len(found) > 1 else None
    if last == ")":
        return before is not None and len(before.text) == 1  # "a) Leaving"
    if last not in OPENS or before is None:
        return last in OPENS
    if last == ".":
        return not stops(before)
    named = last in QUOTES and before.shape == "lower" and before.norm not in speech
    return not named  # a robot named "Robogee", but: she said "Many …"


def stops(piece: Piece) -> bool:
    """True for an initial or an abbreviation: the full stop behind it ends no sentence."""
    return piece.norm in ABBREVIATIONS or (len(piece.text) == 1 and piece.raised)


def _shape(word: str) -> Shape:
    first = word[0]
    if not first.isalnum():
        return "mark"
    if first.isdigit():
        return "number"
    if len(word) > LONGEST_WORD:
        return "lower"
    if word.isupper():
        return "upper" if len(word) > 1 else "capital"
    if first.isupper():
        return "capital" if word[1:].islower() else "mixed"
    return "mixed" if word[:3].lower() != word[:3] else "lower"
