"""From candidates to names: which mentions mean one, and what kind of thing it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING

from newsdiff.language.names.candidates import Candidate
from newsdiff.language.names.capitals import Capitals, Piece
from newsdiff.language.names.descriptions import bearers, find_descriptions
from newsdiff.language.names.gazetteer import phrase
from newsdiff.language.names.identity import initials, name_key
from newsdiff.language.names.name import Mention, Name, NameType
from newsdiff.language.names.runs import DOMAINS

if TYPE_CHECKING:
    from newsdiff.article import Article
    from newsdiff.language.names.gazetteer import Gazetteer

Form = tuple[str, ...]

WHERE = frozenset(("in", "near", "at", "outside", "across", "throughout", "around", "inside"))
"""Before a name, these say that it is a place's."""

PLACED = WHERE | frozenset(("from", "to", "of", "into"))
"""Before the name of a place that is a surname as well ("Jordan"), these say it is the place."""

OWN = frozenset((
    "administration", "campaign", "presidency", "family", "aide", "aides", "ally", "allies",
    "government",
))  # fmt: skip
"""Behind a name, these say that it is a person's ("the Obama administration")."""

SURNAME_HEADS = frozenset((
    "hill", "park", "lake", "hall", "woods", "field", "house", "banks", "day", "fair", "temple",
    "church", "west", "east", "street",
))  # fmt: skip
"""Words that names of places and others end in, and that are surnames behind a given name."""

PLACE_OPENERS = frozenset((
    "st", "ft", "fort", "mount", "mt", "port", "lake", "san", "santa", "los", "las", "new",
    "north", "south", "east", "west", "cape", "little", "greater", "upper", "lower", "old", "inner",
    "outer",
))  # fmt: skip
"""Words that the name of a place begins with."""

EVENT_OPENERS = frozenset(("operation", "hurricane", "hurricanes", "typhoon", "cyclone", "storm"))
"""Words that the name of an event begins with."""

GAMES = frozenset((
    "beat", "beats", "defeated", "won", "wins", "win", "lost", "drew", "scored", "faced", "played",
    "plays", "hosted", "conceded", "equalised", "equalized", "face", "host",
))  # fmt: skip
AGAINST = frozenset(("against", "defeated", "beat", "versus", "v", "vs", "faced"))
"""Behind and before a country, these say that its team is meant."""
TEAMS = 4
"""An article that speaks so of countries this many times tells of sport: other reports say it once
or twice ("Germany won"), the one on football in the development texts 30 times."""

LONGEST_ACRONYM = 6
"""A longer word in capitals is no acronym but loud: "WASHINGTON"."""

MANNERS = {"mr": "he", "sir": "he", "mrs": "she", "ms": "she", "miss": "she", "lady": "she"}
"""Titles that part people with one surname."""

MOST_BEARERS = 20
"""More people with one surname than this are a list, and the first are looked at."""

YOUNGER = frozenset(("jr", "sr"))


@dataclass(slots=True)
class _Entry:
    """One name while it is being put together. `certain`: its words or a title say that it is a
    person's, so that "Jordan" may be short for it."""

    form: Form
    type: NameType
    certain: bool
    full: list[Candidate] = field(default_factory=list)
    parts: list[Candidate] = field(default_factory=list)
    headed: list[Candidate] = field(default_factory=list)
    titles: list[Mention] = field(default_factory=list)
    described: list[Mention] = field(default_factory=list)
    manner: str = ""


def resolve(
    article: Article,
    capitals: Capitals,
    sentences: Sequence[Sequence[Piece]],
    found: Sequence[Candidate],
) -> tuple[Name, ...]:
    """Return the names that the candidates mention, by the place of their first mention."""
    told = [one for one in found if not article.sentences[one.sentence].furniture]
    told = list(_located(article.text, capitals.gazetteer, told))
    entries = _entries(capitals, told)
    book = _Book(capitals.gazetteer, entries, Counter(map(_form, told)))
    book.whole[2].update(_bracketed(article.text, told))
    for candidate in told:
        entry = book.look_up(candidate)
        if entry is not None:
            (entry.full if entry.form == _form(candidate) else entry.parts).append(candidate)
    for candidate in found:
        entry = book.look_up(candidate) if article.sentences[candidate.sentence].furniture else None
        if entry is not None and (entry.full or entry.parts):
            entry.headed.append(candidate)
    _describe(capitals, sentences, book.entries)
    return _names(article, list(book.entries.values()))


def _describe(
    capitals: Capitals, sentences: Sequence[Sequence[Piece]], entries: dict[Form, _Entry]
) -> None:
    """Give people the places where their title stands for them."""
    titled = [
        (form, one.title, one.sentence, one.start)
        for form, entry in entries.items()
        if entry.type == "person"
        for one in (*entry.full, *entry.parts)
        if one.title
    ]
    taken = {one.start for entry in entries.values() for one in (*entry.full, *entry.parts)}
    known = bearers(capitals, sentences, sorted(titled, key=lambda item: item[3]))
    for form, mention, named in find_descriptions(capitals, sentences, known):
        if mention.start not in taken:
            (entries[form].titles if named else entries[form].described).append(mention)


def _located(text: str, lists: Gazetteer, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the candidates; one word before a comma and a known place is a place: "Zelmar, Italy",
    unless "Italy's" follows."""
    for one, after in zip_longest(found, found[1:]):
        unknown = one.known is None and one.hint is None and len(one.words) == 1
        person = one.words[0] in lists.given or one.words[0] in lists.surnames
        known = after.known if after is not None and unknown and not person else None
        if known is not None and known.type == "place":
            owns = text.startswith(("'", "’"), after.end)
            apart = text[one.end : after.start] == ", " and not owns
            yield one._replace(hint="place") if apart else one
        else:
            yield one


def _bracketed(text: str, found: Sequence[Candidate]) -> Iterator[tuple[Form, Form]]:
    """Yield each acronym that stands in brackets behind a name, with that name."""
    for name, short in pairwise(found):
        if short.upper and len(name.words) > 1 and text[name.end : short.start].strip() == "(":
            yield (short.words[0].replace(".", ""),), _form(name)


def _form(candidate: Candidate) -> Form:
    """Return the words that tell a name from others: initials and other names for it left out."""
    if candidate.known is not None:
        return (candidate.known.name,)
    words = tuple(word for word in candidate.words if word != "the")
    if len(words) > 2:
        inner = tuple(word for word in words[1:-1] if len(word) > 1)
        words = (words[0], *inner, words[-1])
    return words or candidate.words


def _entries(capitals: Capitals, found: Sequence[Candidate]) -> dict[Form, _Entry]:
    """Return an entry for each known name and each name of several words, with its type."""
    witnesses: dict[Form, list[Candidate]] = {}
    for candidate in found:
        witnesses.setdefault(_form(candidate), []).append(candidate)
    teams = _teams(witnesses)
    return {
        form: _Entry(
            form,
            "organization" if form in teams else name_type(capitals, form, group),
            _certain(capitals, form, group),
        )
        for form, group in witnesses.items()
        if group[0].known is not None or len(form) > 1 or _stands(capitals, group)
    }


def _teams(witnesses: Mapping[Form, Sequence[Candidate]]) -> frozenset[Form]:
    """Return the countries whose teams a report on sport speaks of."""
    played = {
        form: sum(one.after in GAMES or one.after.isdigit() for one in group)
        + sum(one.before in AGAINST for one in group)
        for form, group in witnesses.items()
        if group[0].known is not None and group[0].known.type == "place"
    }
    if sum(any(one.after in GAMES or one.after.isdigit() for one in witnesses[form])
           for form in played) < 2 or sum(played.values()) < TEAMS:  # fmt: skip
        return frozenset()
    return frozenset(
        form
        for form, times in played.items()
        if times > sum(one.before in WHERE for one in witnesses[form])
    )


def _certain(capitals: Capitals, form: Form, group: Sequence[Candidate]) -> bool:
    titled = any(candidate.hint == "person" for candidate in group)
    return titled or form[0] in capitals.gazetteer.given


def _stands(capitals: Capitals, group: list[Candidate]) -> bool:
    """True when a single word is a name by itself, and not only a common word or a role."""
    lists = capitals.gazetteer
    norm = group[0].words[0]
    if any(candidate.hint == "person" for candidate in group):
        return True
    if norm in lists.heads or norm in lists.fields or norm in lists.modifiers:
        return False
    if norm in lists.given:
        return True
    if any(candidate.sure for candidate in group):
        small, seen = capitals.small[capitals.lexicon.stem(norm)], capitals.seen[norm]
        common = norm in lists.common and not capitals.people(norm)
        once = seen < 2 and (small or common)
        return not (once or (small and (norm in lists.common or seen < small)))
    if any(candidate.after in lists.speech for candidate in group):
        return True
    named = group[0].upper or norm in lists.surnames or norm in lists.cities
    return named and len(norm) > 2 and not (capitals.common(norm) or capitals.usual(norm))


def name_type(  # noqa: PLR0911  one rule a line
    capitals: Capitals, form: Form, group: Sequence[Candidate]
) -> NameType:
    """Return what a name is a name of, by its words and by what stands around its mentions."""
    first = group[0]
    if first.known is not None:
        return first.known.type
    lists = capitals.gazetteer
    hints = sum(candidate.hint == "person" for candidate in group)
    if len(form) == 1:
        return _single_type(capitals, form[0], group, hints)
    given = form[0] in lists.given
    if any(candidate.hint == "place" for candidate in group):
        return "place"
    if hints or form[-1] in YOUNGER or (given and form[-1] in SURNAME_HEADS and len(form) < 4):
        return "person"
    if " ".join(form) in lists.cities:
        return "place"
    headed = _headed_type(lists, form)
    if headed is not None:
        return headed
    if given:
        return "person"
    if form[0] in PLACE_OPENERS:
        return "place"
    if any(word in lists.fields for word in form):
        return "organization"
    if 2 * sum(candidate.before in WHERE for candidate in group) > len(group):
        return "place"
    if len(form) > 4 or any(candidate.before == "the" for candidate in group):
        return "organization"
    if form[-1] in lists.letters:
        return "other"
    worded = all(map(capitals.usual, form[:-1] if len(form[-1]) == 1 else form))
    return "organization" if worded else "person"


def _headed_type(lists: Gazetteer, form: Form) -> NameType | None:
    """Return the type that the word says which names of this kind end in, or open with."""
    if form[0] in EVENT_OPENERS:
        return "event"
    if form[-2:] == ("school", "district") or form[-1] in DOMAINS:
        return "organization"
    links = [place for place, word in enumerate(form) if word in ("of", "on", "for") and place]
    head = form[links[0] - 1] if links else form[-1]
    for word in (head, form[-1]):
        for words, type_ in _kinds(lists):
            if word in words:
                return type_
    inner = next((word for word in form[1:-1] if word in lists.events), None)
    if inner is not None:
        return "event"
    known = lists.acronyms.get(form[-1].upper()) or lists.known.get(form[-1])
    if known is not None and known.type == "place" and form[0] not in PLACE_OPENERS:
        return "organization"  # "Team Estonia", "Food Standards Australia"
    return known.type if known is not None and form[-1].upper() in lists.acronyms else None


def _kinds(lists: Gazetteer) -> tuple[tuple[frozenset[str], NameType], ...]:
    return (
        (lists.events, "event"), (lists.organizations, "organization"),
        (lists.places, "place"), (lists.works, "other"),
    )  # fmt: skip


def _single_type(  # noqa: PLR0911  one rule a line
    capitals: Capitals, word: str, group: Sequence[Candidate], hints: int
) -> NameType:
    lists = capitals.gazetteer
    where = sum(candidate.before in WHERE for candidate in group)
    speech = sum(one.after in lists.speech and one.before not in PLACED for one in group)
    city = word in lists.cities
    own = not city and any(candidate.after in OWN for candidate in group)
    if hints or own or capitals.people(word):
        return "person"
    if word in lists.given and not (city and where > speech):
        return "person"
    if any(candidate.hint == "place" for candidate in group):
        return "place"
    if group[0].upper:
        return "organization"
    if (where or city) and where >= speech:
        return "place"
    if 4 * speech >= len(group):
        return "person"
    if any(_alone(capitals, candidate) for candidate in group):
        return "organization"
    if word in lists.surnames:
        return "person"
    return "organization"


def _alone(capitals: Capitals, candidate: Candidate) -> bool:
    """True for "the Guardian reports", not for "the Orlando shooting"."""
    after = candidate.after
    free = not after.isalpha() or after in capitals.lexicon.stop_words
    return candidate.before == "the" and (free or after in capitals.gazetteer.speech)


class _Book:
    """Looks up what a candidate means, in the order of the text.

    A surname that several people have means the one named most often so far, the first of equals:
    the person that an article is about gets the bare surname, whoever was named last (right for
    all 56 in the development news articles that have such, read one by one; the last named for
    26). "Mrs." is never said of somebody who was "Mr." before.

    `whole` leads from another part of a name to the name with that part that was mentioned last
    or, before any was, to the most frequent one. Its ranks are tried in turn: endings, then first
    words of people, then "the Ministry" and acronyms.
    """

    def __init__(
        self, lists: Gazetteer, entries: dict[Form, _Entry], counts: Counter[Form]
    ) -> None:
        self.lists = lists
        self.entries = entries
        self.whole: tuple[dict[Form, Form], ...] = ({}, {}, {})
        self.bearers: dict[str, list[_Entry]] = {}
        for form in sorted(entries, key=lambda form: counts[form]):
            self._name(entries[form])
        for entry in entries.values():
            if entry.type == "person" and len(entry.form) > 1 and entry.form[-1] not in YOUNGER:
                self.bearers.setdefault(entry.form[-1], []).append(entry)

    def look_up(self, candidate: Candidate) -> _Entry | None:
        """Return the entry that a candidate is a mention of, or None where it is no name."""
        form = _form(candidate)
        meant = self._meant(candidate, form)
        entry = self.entries.get(meant) or self.entries.get(form)
        if entry is not None:
            self._name(entry)
            entry.manner = entry.manner or MANNERS.get(candidate.title, "")
        return entry

    def _meant(self, candidate: Candidate, form: Form) -> Form:
        bearers = self.bearers.get(form[0], []) if len(form) == 1 else []
        if len(bearers) > 1:
            return self._bearer(bearers[:MOST_BEARERS], MANNERS.get(candidate.title, ""))
        if candidate.known is not None:
            if len(candidate.words) > 1 or candidate.before in PLACED:
                return form
            person = self.whole[0].get(candidate.words, form)
            entry = self.entries.get(person)
            return person if entry is not None and entry.certain else form
        if candidate.upper:
            form = (form[0].replace(".", ""),)
        if candidate.hint == "person":
            ranks = self.whole[:2]
        elif len(form) > 1:
            ranks = (self.whole[0], self.whole[2])
        else:
            ranks = self.whole
        return next((rank[form] for rank in ranks if form in rank), form)

    def _bearer(self, bearers: list[_Entry], manner: str) -> Form:
        """Return the person meant by a surname that several have."""
        fitting = [one for one in bearers if not manner or one.manner in ("", manner)] or bearers
        return max(fitting, key=lambda one: len(one.full) + len(one.parts)).form

    def _name(self, entry: _Entry) -> None:
        """Remember that `entry` was named: its parts mean it until another name has them."""
        for rank, part in _parts(self.lists, entry):
            self.whole[rank][part] = entry.form


def _parts(lists: Gazetteer, entry: _Entry) -> Iterator[tuple[int, Form]]:
    """Yield the parts of a name that can stand for it, with their rank in _Book."""
    words = entry.form if " " not in entry.form[0] else tuple(phrase(entry.form[0]).split())
    if len(words) < 2:
        return
    if entry.type == "person":
        if words[-1] in YOUNGER:
            yield 0, words[-2:]
            return
        yield from ((0, words[start:]) for start in range(1, len(words)))
        yield 0, (words[0], words[-1])
        yield 1, words[:1]
        return
    yield from ((0, words[start:]) for start in range(1, len(words) - 1))
    if "of" in words[2:]:
        yield 0, words[: words.index("of", 2)]
    if words[-1] in lists.heads:
        yield 2, words[-1:]
    if "of" in words and words[words.index("of") - 1] in lists.heads:
        yield 2, words[words.index("of") - 1 : words.index("of")]
    if entry.type != "place":
        yield 2, words[-1:]
    if entry.type == "organization":
        yield 2, (initials(words),)


def _names(article: Article, entries: Iterable[_Entry]) -> tuple[Name, ...]:
    """Return the names that were mentioned, by the place of their first mention."""
    named: dict[str, tuple[str, NameType, list[Mention], list[Mention]]] = {}
    for entry in entries:
        found = [*entry.full, *entry.parts]
        if not found:
            continue
        found += entry.headed
        text = _fullest(article.text, entry.full or entry.parts)
        key = name_key(text, entry.type, article.language)
        # "Russia-China Expo" and "China-Russia Expo" are two entries and one name
        _, _, mentions, described = named.setdefault(key, (text, entry.type, [], []))
        mentions.extend(Mention(one.start, one.end, one.sentence) for one in found)
        mentions.extend(entry.titles)
        described.extend(entry.described)
    names = [
        Name(text, key, type_, tuple(sorted(mentions)), tuple(sorted(described)))
        for key, (text, type_, mentions, described) in named.items()
    ]
    return tuple(sorted(names, key=lambda name: name.mentions[0]))


def _fullest(text: str, found: Sequence[Candidate]) -> str:
    """Return the wording of a name to show: the most usual one, and the longest among those."""
    wordings = Counter(" ".join(text[one.start : one.end].split()) for one in found)
    loud = [wording for wording in wordings if wording.isupper() and len(wording) > LONGEST_ACRONYM]
    if len(loud) == len(wordings) and found[0].known is not None:
        return found[0].known.name
    quiet = [wording for wording in wordings if wording not in loud] or loud
    if found[0].known is not None:
        return max(quiet, key=lambda wording: (len(wording), wordings[wording], wording))
    return max(quiet, key=lambda wording: (wordings[wording], len(wording), wording))
