"""Whom "the Russian president" and "the President" mean: a person whose title the article tells."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from newsdiff.language.names.name import Mention

if TYPE_CHECKING:
    from newsdiff.language.names.capitals import Capitals, Piece

MANNERLY = frozenset((
    "mr", "mrs", "ms", "miss", "sir", "lady", "lord", "dr", "prof", "sen", "rep", "gov", "gen",
    "lt", "col", "sgt", "capt", "maj", "adm", "rev", "st",
))  # fmt: skip
"""Titles that nobody is called by alone."""

VAGUE = frozenset(("leader", "head", "chief", "member", "candidate", "spokesman", "spokeswoman"))
"""Titles that mean somebody only with a nation: "the Chinese leader"."""

LONGEST_DESCRIPTION = 6
"""Pieces between "the" and the title, and between a name and what its title opens with."""


class Bearer(NamedTuple):
    """Somebody with a title, from the place on where the article first gives it: the title's last
    word, and the nations that it is told of ("Russian", "Russia's"), as stems."""

    form: tuple[str, ...]
    title: str
    since: int
    nations: frozenset[str]


class Description(NamedTuple):
    """Words that mean `form`'s person; `named` if they are written as a name is."""

    form: tuple[str, ...]
    mention: Mention
    named: bool


def bearers(
    capitals: Capitals,
    sentences: Sequence[Sequence[Piece]],
    titled: Iterable[tuple[tuple[str, ...], str, int, int]],
) -> list[Bearer]:
    """Return who has a title: `titled` are a person's form, the title's last word, and the sentence
    and offset where the name stands behind it."""
    found: dict[tuple[tuple[str, ...], str], Bearer] = {}
    for form, title, sentence, start in titled:
        if title in MANNERLY or title not in capitals.gazetteer.titles:
            continue  # nor is the "state" of "Secretary of State" a title
        nations = _nations_before(capitals, sentences[sentence], start)
        one = found.get((form, title))
        if one is None:
            found[form, title] = Bearer(form, title, start, nations)
        else:
            found[form, title] = one._replace(nations=one.nations | nations)
    return list(found.values())


def find_descriptions(
    capitals: Capitals, sentences: Sequence[Sequence[Piece]], known: Sequence[Bearer]
) -> Iterator[Description]:
    """Yield what describes a bearer, in the order of the text.

    "The president" means the only one who has the title; "the Russian president" the only one who
    has it of that nation. What may mean another, or goes on ("of", a name), means nobody.
    """
    titles: dict[str, list[Bearer]] = {}
    for bearer in known:
        titles.setdefault(bearer.title, []).append(bearer)
    if not titles:
        return
    for index, pieces in enumerate(sentences):
        for place, piece in enumerate(pieces[:-1]):
            if piece.norm == "the" and piece.shape != "mark":
                yield from _described(capitals, titles, pieces, index, place)


def _described(
    capitals: Capitals,
    titles: Mapping[str, Sequence[Bearer]],
    pieces: Sequence[Piece],
    sentence: int,
    the: int,
) -> Iterator[Description]:
    """Yield the description that opens at `pieces[the]`, if there is one."""
    nations: set[str] = set()
    lists = capitals.gazetteer
    for place in range(the + 1, min(the + LONGEST_DESCRIPTION, len(pieces))):
        piece = pieces[place]
        if piece.norm in titles and not _goes_on(pieces, place):
            form = _meant(titles[piece.norm], frozenset(nations), piece.start)
            if form:
                named = not nations and all(one.raised for one in pieces[the + 1 : place + 1])
                start = pieces[the + named].start
                yield Description(form, Mention(start, piece.end, sentence), named)
            return
        nation = _nation(capitals, piece)
        if nation:
            nations.add(nation)
        elif piece.norm not in lists.modifiers or piece.norm in ("former", "ex", "then"):
            return


def _goes_on(pieces: Sequence[Piece], place: int) -> bool:
    """True when a title is not the last word: "the president of", "the president-elect"."""
    if place + 1 == len(pieces) or pieces[place].possessive:
        return False
    after = pieces[place + 1]
    return after.raised or after.norm in ("of", "for", "-", "or") or after.shape == "number"


def _meant(having: Sequence[Bearer], nations: frozenset[str], start: int) -> tuple[str, ...]:
    """Return the form of the one person meant, () where it may be nobody or another."""
    if not nations and having[0].title in VAGUE:
        return ()
    fitting = [one for one in having if nations <= one.nations]
    if len(fitting) == 1 and fitting[0].since < start:
        return fitting[0].form
    return ()


def _nations_before(capitals: Capitals, pieces: Sequence[Piece], start: int) -> frozenset[str]:
    """Return the nations told of in the title that stands before the name at offset `start`."""
    place = bisect_left(pieces, start, key=attrgetter("start"))
    nations = set()
    for piece in reversed(pieces[max(0, place - LONGEST_DESCRIPTION) : place]):
        nation = _nation(capitals, piece)
        if nation:
            nations.add(nation)
            break
        if not (piece.raised or piece.text == "." or piece.norm in capitals.gazetteer.modifiers
                or piece.norm in capitals.gazetteer.titles):  # fmt: skip
            break
    return frozenset(nations)


def _nation(capitals: Capitals, piece: Piece) -> str:
    """Return the stem of a country or nationality, "" for another word."""
    if not piece.raised:
        return ""
    lists = capitals.gazetteer
    known = lists.acronyms.get(piece.text) or lists.known.get(piece.norm)
    if known is not None and known.type == "place":
        stem = capitals.lexicon.stem(known.name.casefold())
        return "united states" if stem == "america" else stem
    if not capitals.nationality(piece.norm):
        return ""
    stem = capitals.lexicon.stem(piece.norm)
    return "united states" if stem.startswith("america") else stem
