"""Runs of capitalised words, and the names that stand in them.

"Chinese Vice President Han Zheng" is one run and one name; so is "Ministry of Trade and Industry".
A run is cut where its words say: titles part a person from what they are of, nationalities stand
before names without being part of them, hyphens join what is one name only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from newsdiff.language.names.capitals import Capitals, Piece, stops

if TYPE_CHECKING:
    from newsdiff.language.names.gazetteer import Known

PARTICLES = frozenset((
    "de", "del", "della", "di", "da", "do", "dos", "das", "du", "van", "von", "der", "den", "ter",
    "ten", "zu", "bin", "bint", "ibn", "al", "el", "la", "le", "ul",
))  # fmt: skip
"""Small words inside of people's and places' names: "Rio de Janeiro", "Ursula von der Leyen"."""

INNER = frozenset(("of", "the", "and", "on", "for", "in"))
"""Small words inside of known names: "Department of Justice"."""

HYPHENS = frozenset("-‐‑–")

CURRENCIES = frozenset("$€£¥")
FULL_STOP = frozenset(".")
ROMAN = re.compile(r"[IVX]{2,6}")

TIES = HYPHENS | frozenset("@#/_")

LONGEST_SYLLABLE = 6
"""The parts of East Asian names are this short: "Hwang Hee-chan"."""

DOMAINS = frozenset(("com", "org", "net", "gov", "edu", "info", "tv", "co", "uk", "ru", "cn"))
"""Behind a word and its full stop, these say that it is the name of a web site."""

LABELS = frozenset((
    "image", "images", "photo", "photos", "photograph", "picture", "video", "file", "caption",
    "source", "credit", "read", "watch",
))  # fmt: skip
"""Before a colon, these open a caption and end no name."""

LONGEST_RUN = 24
"""A run of more pieces is a list or a label without commas, and is cut there."""


class Run(NamedTuple):
    """A run `pieces[start:end]` of a sentence. `known` holds the known names inside of it, as
    places of pieces."""

    start: int
    end: int
    known: tuple[tuple[int, int, Known], ...]


def find_runs(capitals: Capitals, pieces: Sequence[Piece]) -> list[Run]:
    """Return the runs of capitalised words of a sentence, in order."""
    if not any(piece.raised for piece in pieces):
        return []
    return list(_Reader(capitals, pieces).runs())


class _Reader:
    """Reads one sentence from left to right; `known` are the known names met in this run.

    In a `loud` sentence no capital means anything: only words that are known are names.
    """

    def __init__(self, capitals: Capitals, pieces: Sequence[Piece]) -> None:
        self.capitals = capitals
        self.lists = capitals.gazetteer
        self.pieces = pieces
        self.loud = len(pieces) > 1 and all(piece.weak for piece in pieces)
        self.known: list[tuple[int, int, Known]] = []

    def runs(self) -> Iterator[Run]:
        """Yield the runs of the sentence."""
        count = len(self.pieces)
        place = 0
        while place < count:
            here = self.pieces[place]
            opens = here.raised or here.norm in PARTICLES
            end = place + (self._length(place, -1) if opens else 0)
            if end == place:
                place += 1
                continue
            start = place
            while end < count and end - start < LONGEST_RUN and not self.pieces[end - 1].possessive:
                after = self._bridge(start, end)
                length = self._length(after, start) if after < count else 0
                if not length:
                    break
                end = after + length
            yield Run(start, end, tuple(self.known))
            self.known.clear()
            place = end

    def _length(self, place: int, start: int) -> int:
        """Return how many pieces from `place` on belong to a name, 0 where none does. `start` is
        where the run began, or -1 where none has."""
        if place and self.pieces[place - 1].text in TIES and self._tied(place):
            return 0
        if self._stopped(place, CURRENCIES):
            return 0  # "US$20"
        if not self.pieces[place].raised:
            if start >= 0:
                return int(self._joined(place))
            return (self._known_length(place) or 1) if self._leads(place) else 0
        return self._known_length(place) or int(self._namely(place, start))

    def _bridge(self, start: int, place: int) -> int:  # noqa: PLR0911  one kind of bridge a line
        """Return where the name may go on behind the small words and marks at `place`."""
        pieces = self.pieces
        here, last = pieces[place], pieces[place - 1]
        after = pieces[place + 1] if place + 1 < len(pieces) else None
        if here.raised or after is None:
            return place
        norm = here.norm
        if here.text == ".":
            if after.norm in DOMAINS and last.end == here.start and here.end == after.start:
                return place + 1
            return place + 1 if stops(last) and after.raised else place
        if here.text in HYPHENS:
            return self._hyphen(start, place)
        if here.text == ",":
            return place + 1 if after.norm in ("jr", "sr", "inc", "llc", "ltd") else place
        if norm in PARTICLES:
            deeper = place + 1 + (after.norm in PARTICLES or after.text in HYPHENS)
            return deeper if deeper < len(pieces) and pieces[deeper].raised else place
        if here.text == "&":
            return place + 1 if after.raised else place
        if norm == "of":
            deeper = place + 1 + (after.norm == "the")
            if (
                deeper < len(pieces)
                and pieces[deeper].raised
                and self._governs(start, place, deeper)
            ):
                country = after.norm == "the" and pieces[deeper].text in self.lists.acronyms
                return place if country else deeper
            return place
        if norm in ("for", "on", "and"):
            return self._department(place)
        if here.shape == "number" and norm.isdigit() and len(norm) < 4 and after.raised:
            return place if after.weak or self.capitals.nationality(after.norm) else place + 1
        return place

    def _hyphen(self, start: int, place: int) -> int:
        """Return the place behind the hyphen at `place` if the name goes on there."""
        before, hyphen, after = self.pieces[place - 1 : place + 2]
        close = before.end == hyphen.start and hyphen.end == after.start
        return place + 1 if close and (after.raised or self._syllable(start, place)) else place

    def _syllable(self, start: int, place: int) -> bool:
        """True for "un" in "Kim Jong-un", not for "based" in "New York-based"."""
        words = self.pieces[start:place]
        after = self.pieces[place + 1]
        if len(words) != 2 or self.known or after.shape != "lower":
            return False
        return not self.capitals.usual(after.norm) and all(
            len(piece.norm) <= LONGEST_SYLLABLE and piece.norm not in self.lists.heads
            for piece in (*words, after)
        )

    def _governs(self, start: int, place: int, after: int) -> bool:
        """True when "of" goes on with the name that runs: "University of", "Secretary of", and
        "Freedom of Information" where all words are the language's."""
        norm = self.pieces[place - 1].norm
        lists = self.lists
        return (
            norm in lists.heads
            or norm in lists.titles
            or any(piece.norm in ("of", "for") for piece in self.pieces[start:place])
            or all(map(self._worded, (*self.pieces[start:place], self.pieces[after])))
        )

    def _worded(self, piece: Piece) -> bool:
        """True for "Man" and "Match" in "the Man of the Match": words of the language, and nobody's
        name, capitalised where that means something."""
        norm, lists = piece.norm, self.lists
        if piece.weak or norm in lists.known or norm in lists.given or norm in lists.cities:
            return False
        return self.capitals.usual(norm)

    def _department(self, place: int) -> int:
        """Return the place behind "for", "on" or "and" at `place` if a name goes on there:
        "Center for Policy Studies", "Health and Human Services"."""
        lists = self.lists
        last = self.pieces[place - 1].norm
        together = self.pieces[place].norm == "and"
        after = place + 1 + (self.pieces[place + 1].norm == "the" and not together)
        if after >= len(self.pieces) or not self.pieces[after].raised:
            return place
        norm = self.pieces[after].norm
        field = norm in lists.fields or norm in lists.organizations
        if together:
            return after if field and last in lists.fields else place
        headed = last in lists.organizations or last in lists.events
        named = norm in lists.given or norm in lists.known or self.capitals.nationality(norm)
        return after if headed and (field or not named) else place

    def _joined(self, place: int) -> bool:
        """True for the small word that ends "Jong-un" or "Gawker.com", which a bridge led to."""
        before = self.pieces[place - 1]
        return before.end == self.pieces[place].start and (
            before.text in HYPHENS or self.pieces[place].norm in DOMAINS
        )

    def _leads(self, place: int) -> bool:
        """True for "de" in "de Blasio" and "al" in "al-Assad"."""
        pieces = self.pieces
        if pieces[place].norm not in PARTICLES or place + 1 >= len(pieces):
            return False
        after = place + 1 + (pieces[place + 1].text in HYPHENS)
        return after < len(pieces) and pieces[after].raised and not pieces[after].weak

    def _known_length(self, place: int) -> int:
        """Return how many pieces the longest known name at `place` has, and remember it."""
        pieces, lists = self.pieces, self.lists
        first = pieces[place]
        if first.text in lists.abbreviations and self._stopped(place, FULL_STOP):
            self.known.append((place, place + 2, lists.abbreviations[first.text]))
            return 2
        longest = lists.longest.get(first.norm, 0)
        best, entry = 0, None
        words: list[str] = []
        for end in range(place, min(place + 2 * longest, len(pieces)) if longest > 1 else place):
            piece = pieces[end]
            if piece.shape == "mark":
                if piece.text not in "-.,&" or (piece.text == "," and not self._dotted(end + 1)):
                    break
                continue
            if not (piece.raised or piece.norm in PARTICLES or piece.norm in INNER):
                break
            words.append(piece.norm)
            found = lists.known.get(" ".join(words))
            if found is not None and len(words) > 1:
                best, entry = end + 1 - place, found
            if piece.possessive and piece.norm != "people":
                break
        if entry is None:
            entry = self._known_word(first)
            best = int(entry is not None)
        if entry is not None:
            self.known.append((place, place + best, entry))
        return best

    def _stopped(self, place: int, marks: frozenset[str]) -> bool:
        """True when one of `marks` stands right behind the piece at `place`."""
        after = self.pieces[place + 1] if place + 1 < len(self.pieces) else None
        return after is not None and after.text in marks and after.start == self.pieces[place].end

    def _dotted(self, place: int) -> bool:
        return place < len(self.pieces) and "." in self.pieces[place].text[1:]

    def _known_word(self, piece: Piece) -> Known | None:
        """Return the known name that this one word is; a common word needs a telling capital."""
        acronym = self.lists.acronyms.get(piece.text)
        if acronym is not None:
            return acronym
        known = self.lists.known.get(piece.norm)
        if known is None or piece.norm in self.capitals.lexicon.stop_words:
            return None
        if piece.weak and self.capitals.plain(piece.norm) and not self.capitals.seen[piece.norm]:
            return None
        return known

    def _namely(self, place: int, start: int) -> bool:  # noqa: PLR0911  one rule a line
        """True when the raised word at `place` may be part of a name."""
        piece, lists = self.pieces[place], self.lists
        norm = piece.norm
        after = self.pieces[place + 1] if place + 1 < len(self.pieces) else None
        follows = after is not None and after.raised
        if start < 0 and not follows and ROMAN.fullmatch(piece.text):
            return False
        if norm in lists.calendar:
            return start >= 0 and self.pieces[place - 1].norm in lists.given
        if len(piece.text) == 1:
            return self._lettered(place, start)
        label = after is not None and after.text == ":" and self.capitals.plain(norm)
        if label and (start < 0 or norm in LABELS or self._dotted(place - 1)):
            return False  # "Image: …"
        if piece.shape == "upper" and norm in lists.letters and norm not in lists.titles:
            last = self.known[-1] if self.known else None
            country = last is not None and last[1] == place and last[2].type == "place"
            return not (country or (start < 0 and not follows))  # "VIP", "US GDP"
        loud = piece.shape == "upper" and self.capitals.plain(norm) and len(norm) > 3
        if loud and (not follows or self._shouted(place)):
            return False  # "UNLESS", "JUST WATCHED Cooper"
        if norm in self.capitals.lexicon.stop_words:
            return norm in lists.titles or (norm in lists.given and follows and not piece.weak)
        if not piece.weak or norm in lists.titles or self.capitals.nationality(norm):
            return True
        if self.loud:
            seen, before = self.capitals.seen, self.pieces[place - 1].norm
            credit = start >= 0 and before in lists.given and not seen[before]
            return (
                bool(seen[norm])
                or norm in lists.given
                or (credit and not self.capitals.usual(norm))
            )
        if not self.capitals.common(norm):
            return True
        tied = follows or (after is not None and after.text in HYPHENS)
        return (start >= 0 or tied) and (
            norm in lists.fields
            or norm in lists.heads
            or norm in lists.modifiers
            or norm in lists.given
            or self.capitals.seen[norm] > 0
        )

    def _lettered(self, place: int, start: int) -> bool:
        """True for one letter of a name: "J.", "X", "Group G", the "B" of "Ada B Okafor"."""
        norm = self.pieces[place].norm
        after = self.pieces[place + 1] if place + 1 < len(self.pieces) else None
        if norm == "x" or (after is not None and after.text == "."):
            return norm != "i"
        if start < 0 or norm == "i":
            return False
        before = self.pieces[place - 1]
        if before.text in HYPHENS or (before.norm in self.lists.given and after and after.raised):
            return True
        told = before.raised and (not before.weak or self.capitals.seen[before.norm] > 0)
        ends = after is None or not (after.raised or after.text in HYPHENS)
        return told and norm != "a" and ends

    def _shouted(self, place: int) -> bool:
        """True for the last of several words in capitals: "MUST WATCH Cooper"."""
        before, after = self.pieces[place - 1], self.pieces[place + 1]
        return place > 0 and before.shape == "upper" and after.shape != "upper"

    def _tied(self, place: int) -> bool:
        """True for what stands right behind "@", "#" or "/" (an account, a hashtag, part of a
        link), but not for the photographer in "AP/Ada Okafor"; for the state in "(D-Calif.)"."""
        before = self.pieces[place - 1]
        after = self.pieces[place + 1] if place + 1 < len(self.pieces) else None
        if before.text == "/" and after is not None and after.raised:
            return self.pieces[place].norm not in self.lists.given
        if before.text in HYPHENS:
            return place > 1 and self.pieces[place - 2].text in ("D", "I", "R")
        return before.end == self.pieces[place].start
