"""What may be a mention of a name: the runs of a sentence, cut where their words say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from newsdiff.language.names.capitals import Capitals, Piece
from newsdiff.language.names.runs import HYPHENS, Run, find_runs

if TYPE_CHECKING:
    from newsdiff.language.names.gazetteer import Known
    from newsdiff.language.names.name import NameType

SURNAMES_TOO = frozenset((
    "king", "queen", "prince", "princess", "justice", "chief", "general", "private", "count",
    "duke", "major", "father", "sister", "brother", "lady", "lord", "earl", "judge", "marshal",
    "pope", "bishop", "captain", "baron", "dean", "chair", "whip", "leader",
))  # fmt: skip
"""Titles that are surnames, or parts of other names, as well: "Stephen King", "King County"."""

MANNERLY = frozenset((
    "mr", "mrs", "ms", "miss", "dr", "president", "premier", "sen", "senator", "rep",
    "representative", "gov", "governor", "prof", "professor", "mayor", "congressman",
    "congresswoman", "chancellor", "minister", "secretary", "sheriff",
))  # fmt: skip
"""Titles that a surname alone follows, whatever else that word can head."""

DIRECTIONS = frozenset(("western", "eastern", "northern", "southern"))

DATELINE = frozenset("—–-(")
"""Behind capitals that open a sentence, these say that it is a dateline: "DES MOINES —"."""

SEEN_ALONE = 3
"""A surname behind a known name is somebody by itself where the article has it this often, and
once more: "Saudi Arabia Trump" in a headline without verbs."""

SEATS = frozenset((
    "city", "town", "village", "municipality", "province", "county", "port", "island", "islands",
    "suburb", "outskirts", "coast", "mayor", "north", "south", "east", "west", "northeast",
    "northwest", "southeast", "southwest", "region", "district", "resort", "township", "hamlet",
))  # fmt: skip
"""Before "of", these say that a place follows: "the outskirts of Mosul"."""

ROLES = ("er", "or", "ist", "ian", "ee")
"""Words that end so say what somebody does."""

LINKS = frozenset(("of", "the", "for", "on", "and"))


class Candidate(NamedTuple):
    """A possible mention: its place, its words in normal form ("of" among them), and what is seen.

    `sure`: capitalised where that means something, or known. `hint`: the type that the words or
    a title before them give, and `title` that title's last word. `before` and `after`: the words
    around it, in normal form.
    """

    start: int
    end: int
    sentence: int
    words: tuple[str, ...]
    upper: bool
    sure: bool
    hint: NameType | None
    title: str
    known: Known | None
    before: str
    after: str


def find_candidates(
    capitals: Capitals, pieces: Sequence[Piece], sentence: int
) -> Iterator[Candidate]:
    """Yield what may be mentions of names in a sentence, in order of place."""
    for run in find_runs(capitals, pieces):
        yield from _Carver(capitals, pieces, sentence, run).carve()


class _Carver:
    """Cuts one run. Places are those of pieces in the sentence."""

    def __init__(
        self, capitals: Capitals, pieces: Sequence[Piece], sentence: int, run: Run
    ) -> None:
        self.capitals = capitals
        self.lists = capitals.gazetteer
        self.pieces = pieces
        self.sentence = sentence
        self.run = run
        self.known = {start: (end, entry) for start, end, entry in run.known}
        self.inside = {place for start, end, _ in run.known for place in range(start, end)}

    def carve(self) -> Iterator[Candidate]:
        """Yield the candidates of the run: what its titles stand before, and what is around."""
        place = self.run.start
        person = False
        for start, end in [*self._titles(), (self.run.end, self.run.end)]:
            if person:
                yield from self._titled(place, start)
            else:
                yield from self._plain(place, self._before_title(place, start, end), None)
            place, person = end, True

    def _titles(self) -> list[tuple[int, int]]:
        """Return the places of the titles in the run, in order; neighbours are one, and so are
        those with modifiers between them."""
        found: list[tuple[int, int]] = []
        place = self.run.start
        while place < self.run.end:
            since = found[-1][1] if found else self.run.start
            end = self._title_at(place, since)
            if (
                end
                and found
                and all(one.norm in self.lists.modifiers for one in self.pieces[since:place])
            ):
                found[-1] = (found[-1][0], end)  # "Chief Cabinet Secretary"
            elif end:
                found.append((place, end))
            place = end or place + 1
        whole = found and found[-1][1] == self.run.end
        if whole or not self._headed(self.run.start, self.run.end) or self._title_of_one():
            return found
        return []

    def _title_at(self, place: int, since: int) -> int:
        """Return where the longest title that begins at `place` ends, its full stop included.

        A given name between `since` and `place` makes "King" a surname.
        """
        pieces = self.pieces
        longest = self.lists.longest_title.get(pieces[place].norm, 0)
        if not longest or place in self.inside:
            return 0
        words: list[str] = []
        best = 0
        for end in range(place, min(place + 2 * longest, self.run.end)):
            if pieces[end].shape != "mark":
                words.append(pieces[end].norm)
            if " ".join(words) in self.lists.titles:
                best = end + 1
        if best == place + 1 and pieces[place].norm in SURNAMES_TOO:
            best *= not any(piece.norm in self.lists.given for piece in pieces[since:place])
        if best and best < self.run.end and pieces[best].text == ".":
            best += 1
        return best

    def _title_of_one(self) -> bool:
        """True for "President Park" and "Mr. Hill": a title before one word that heads names."""
        start = self.run.start
        if self.pieces[start].norm in SURNAMES_TOO:
            return False
        end = self._title_at(start, start)
        return bool(end) and end == self.run.end - 1 and self.pieces[start].norm in MANNERLY

    def _before_title(self, start: int, end: int, title_end: int) -> int:
        """Return where the run ends that stands before a title, its modifiers taken off."""
        if end == title_end:
            return end  # no title, but the run's own end
        while end > start and end - 1 not in self.inside:
            piece = self.pieces[end - 1]
            if piece.norm not in self.lists.modifiers and piece.text not in HYPHENS:
                break
            end -= 1
        return end

    def _titled(self, start: int, end: int) -> Iterator[Candidate]:
        """Yield what stands behind a title: a person, or what the title is of and the person."""
        if start >= end:
            return
        if self.pieces[start].norm not in LINKS:
            yield from self._plain(start, end, "person")
            return
        person = end if self._headed(start, end) else self._person_in(start + 1, end)
        for candidate in self._plain(start, person, None):
            if candidate.known or self._says_whose(candidate.words):
                yield candidate
        yield from self._plain(person, end, "person")

    def _says_whose(self, words: tuple[str, ...]) -> bool:
        """True for "Harvard University", not for "National Intelligence": what a title is of."""
        lists = self.lists
        return words[-1] in lists.heads and any(
            word not in lists.fields and word not in lists.heads for word in words
        )

    def _person_in(self, start: int, end: int) -> int:
        """Return where the person begins in "[Minister of] Education Stefania Giannini", or `end`:
        behind a known name, or at a given name."""
        for place in range(start, end - 1):
            if place in self.known and self.known[place][0] < end:
                return self.known[place][0]
            if self.pieces[place].norm in self.lists.given:
                return place
        return end

    def _plain(self, start: int, end: int, hint: NameType | None) -> Iterator[Candidate]:
        """Yield the names in `pieces[start:end]`, which holds no titles."""
        if start not in self.known or self.known[start][0] != end:
            start, end = self._trim(start, end)
        if start >= end:
            return
        if start in self.known and self.known[start][0] == end:
            yield self._candidate(start, end, hint, self.known[start][1])
            return
        pair = self._pair(start, end)
        if pair:
            yield from self._plain(start, pair, hint)
            yield from self._plain(pair + 1, end, hint)
            return
        person = 0 if hint else self._member(start, end)
        if person:
            yield from self._plain(start, person, None)
            yield self._candidate(person, end, "person", None)
            return
        if all(
            piece.shape == "mark" or self.capitals.nationality(piece.norm)
            for piece in self.pieces[start:end]
        ) and not (end - start == 1 and self.capitals.people(self.pieces[start].norm)):
            return
        yield self._candidate(start, end, hint, None)

    def _trim(self, start: int, end: int) -> tuple[int, int]:
        """Take links, common words and bare nationalities off the edges."""
        pieces = self.pieces
        while end > start and (pieces[end - 1].shape == "mark" or pieces[end - 1].norm in LINKS):
            end -= 1
        if end - start > 2 and pieces[end - 2].text in HYPHENS and end - 3 in self.inside:
            end -= 2 * self.capitals.nationality(pieces[end - 1].norm)
        while start < end and start not in self.known:
            piece = pieces[start]
            edge = piece.shape == "mark" or piece.norm in LINKS
            if not edge and self._headed(start, end) and start + 1 < end:
                break
            placed = piece.weak and self.capitals.common(piece.norm)
            alone = placed and not (self.capitals.seen[piece.norm] and start + 1 == end)
            prefix = start + 1 < end and self._prefix(piece, start, end)
            if not (edge or alone or prefix or self._role(piece, start, end)):
                break
            start += 1
        return start, end

    def _role(self, piece: Piece, start: int, end: int) -> bool:
        """True for "Astronomer" where "Astronomer Ada Okafor" opens a sentence."""
        if not piece.weak or end - start < 3 or self.pieces[start + 1].norm not in self.lists.given:
            return False
        norm, lists = piece.norm, self.lists
        role = self.capitals.usual(norm) or (len(norm) > 6 and norm.endswith(ROLES))
        named = self.capitals.seen[norm] or norm in lists.given or norm in lists.cities
        return role and not (named or norm in lists.surnames)

    def _prefix(self, piece: Piece, start: int, end: int) -> bool:
        """True for a nationality or creed before a name that is whole without it."""
        if not self.capitals.nationality(piece.norm) or self.pieces[start + 1].text in HYPHENS:
            return False
        if piece.norm in self.lists.given or piece.norm in DIRECTIONS:
            return False
        after = self.pieces[start + 1].norm
        return after in self.lists.given or end - start == 2 or start + 1 in self.inside

    def _headed(self, start: int, end: int) -> bool:
        """True when the last word says what it is: "Ministry", "River", "Games"."""
        if end - 1 in self.inside:
            return False
        words = [piece.norm for piece in self.pieces[start:end]]
        if words[-1] in self.lists.heads:
            return True
        return "of" in words[1:] and words[words.index("of", 1) - 1] in self.lists.heads

    def _pair(self, start: int, end: int) -> int:
        """Return the place of the hyphen in "China-Russia", or 0: two names, not one."""
        if end - start != 3 or self.pieces[start + 1].text not in HYPHENS:
            return 0
        both = self._apart(start) and self._apart(start + 2)
        return start + 1 if both else 0

    def _member(self, start: int, end: int) -> int:
        """Return where the person begins in "Refugee Council [Enver Solomon]", or 0.

        That is at a given name behind a known name, a site's or an organization's last word, with a
        surname or two behind it.
        """
        pieces, lists = self.pieces, self.lists
        if self._headed(start, end):
            return 0
        for place in range(max(start + 1, end - 4), end):
            before, first, last = pieces[place - 1], pieces[place], pieces[end - 1]
            words = [piece.norm for piece in pieces[place:end] if piece.shape != "mark"]
            ends = place - 1 in self.inside or before.norm in lists.organizations
            person = (
                first.norm in lists.given
                or (last.norm in lists.surnames and first.norm not in lists.fields)
                or self._sent(start)
            )
            inside = any(spot in self.inside for spot in range(place, end))
            alone = place - 1 in self.inside and self.capitals.seen[last.norm] > SEEN_ALONE
            named = person and (len(words) > 1 or alone)
            if ends and named and not inside and before.text not in HYPHENS:
                plain = any(word in lists.fields or self.capitals.plain(word) for word in words)
                return 0 if plain else place
        return 0

    def _sent(self, start: int) -> bool:
        """True for what stands behind "ambassador to the"."""
        words = [piece.norm for piece in self.pieces[max(0, start - 3) : start]]
        return "to" in words and words[: words.index("to")][-1:] in (["ambassador"], ["envoy"])

    def _apart(self, place: int) -> bool:
        """True for a word that is a name, or a nationality, without the other half of a pair."""
        return place in self.inside or self.capitals.nationality(self.pieces[place].norm)

    def _title_before(self, place: int) -> str:
        """Return the last word of the title that ends at `place`, in normal form."""
        last = self.pieces[place - 1]
        return self.pieces[place - 2].norm if last.text == "." and place > 1 else last.norm

    def _candidate(
        self, start: int, end: int, hint: NameType | None, known: Known | None
    ) -> Candidate:
        pieces = self.pieces[start:end]
        words = tuple(piece.norm for piece in pieces if piece.shape != "mark")
        titled = hint == "person"
        after = self.pieces[end] if end < len(self.pieces) else None
        if start == 0 and after is not None and after.text in DATELINE:
            text = "".join(piece.text for piece in pieces if piece.shape != "mark")
            hint = "place" if text.isupper() and hint is None else hint
        if hint is None and start > 1 and self.pieces[start - 1].norm == "of":
            hint = "place" if self.pieces[start - 2].norm in SEATS else None
        return Candidate(
            start=pieces[0].start,
            end=pieces[-1].end,
            sentence=self.sentence,
            words=words,
            upper=len(pieces) == 1 and pieces[0].shape == "upper",
            sure=titled
            or known is not None
            or any(
                piece.raised and (not piece.weak or self.capitals.seen[piece.norm])
                for piece in pieces
            ),
            hint=hint,
            title=self._title_before(start) if titled else "",
            known=None if titled else known,
            before=self.pieces[start - 1].norm if start else "",
            after=after.norm if after is not None else "",
        )
