"""Noun phrases: where the words for a source begin and end, before a verb and behind it.

There is no parser: marks, small words and capitals tell.
"""

from __future__ import annotations

from newsdiff.language.voices.row import Range, Row

LONGEST_PHRASE = 16
"""A noun phrase of more items is none, but a clause that these rules have not understood."""

LONGEST_BRACKET = 12
MOST_PARTS = 8
"""An apposition of more parts between commas is a list."""


def subject(row: Row, end: int) -> Range | None:
    """Return the noun phrase that ends before the verb at `end`; None where none does.

    Of "Doe, 42, a lawyer, said" and "Doe (Ind.) said" it is "Doe".
    """
    last = end - 1
    if row.mark(last, ")"):
        return _before_bracket(row, last)
    if row.mark(last, ",—"):
        return _before_apposition(row, last)
    if row.norm(last) in ("who", "which"):
        return Range(last, end)
    if not row.word(last) or row.has(last, "break", "prep"):
        return None
    start = phrase_start(row, end)
    if start == end or row.norm(start - 1) in ("what", "how"):
        return None
    return Range(start, end)


def _before_bracket(row: Row, last: int) -> Range | None:
    for opening in range(last, max(0, last - LONGEST_BRACKET), -1):
        if row.mark(opening, "("):
            start = phrase_start(row, opening)
            return Range(start, opening) if start < opening else None
    return None


def _before_apposition(row: Row, last: int) -> Range | None:
    """Return the first part between commas, before the one at `last`, that may be a subject."""
    first = row.clause_start(last)
    quotes = row.quotes(first, last)
    if quotes:
        first = quotes[-1].end
    bounds = [place for place in range(first, last) if row.mark(place, ",()—")][-MOST_PARTS:]
    parts = list(zip([first, *(place + 1 for place in bounds)], [*bounds, last], strict=True))
    if len(parts) > 2:
        del parts[-1]  # the apposition itself
    for start, end in parts:
        begin = phrase_start(row, end, start)
        if begin < end and _nominal(row, begin, end):
            return Range(begin, end)
    return None


def _nominal(row: Row, start: int, end: int) -> bool:
    """True for what can be a subject: a name or an article is in it, and no verb."""
    if not row.word(start) or row.has(start, "time", "prep"):
        return False
    if row.has(start, "pronoun") and end - start > 1:
        return False
    if any(row.has(place, "finite") for place in range(start, end)):
        return False
    named = row.has(start, "det") or any(row.raised(place) for place in range(start, end))
    return named and not row.norm(start).endswith(("ing", "ed"))


def phrase_start(row: Row, end: int, least: int = 0) -> int:
    """Return where the noun phrase begins that ends before `end`, or `end` where there is none."""
    least = max(least, end - LONGEST_PHRASE)
    start = end
    while start > least and row.word(start - 1):
        last = start - 1
        if row.norm(last) == "and" and least < last and start < end:
            if not _pairs(row, last):
                break
        elif row.has(last, "break", "finite"):
            break
        elif row.has(last, "pronoun", "person"):
            start -= start == end
            break
        elif start < end and _verb_inside(row, last):
            break
        start -= 1
    return _without_adjunct(row, start, end)


def _pairs(row: Row, place: int) -> bool:
    """True where the "and" at `place` joins two nouns or two names, and not two clauses."""
    if not row.word(place - 1) or row.raised(place - 1) != row.raised(place + 1):
        return False
    return row.raised(place + 1) or not row.has(place + 1, "det", "pronoun")


def _verb_inside(row: Row, place: int) -> bool:
    """True for a verb of saying that is no noun: another clause ends with it."""
    if row.raised(place) or not row.has(place, "cue") or row.has(place, "source", "noun"):
        return False
    return row.norm(place + 1) not in ("of", "for")


def _without_adjunct(row: Row, start: int, end: int) -> int:
    """Take "Later that day", "On Monday" and "In a letter" off the front of a noun phrase."""
    place = start
    while place < end and row.has(place, "time"):
        determiner = row.norm(place) in ("this", "next", "last")
        if determiner and not row.has(place + 1, "time", "span"):
            break  # "this company"
        place += 1 + row.has(place + 1, "span")
    if place >= end or not row.has(place, "prep") or row.norm(place) in ("about", "over"):
        return min(place, end)
    for begin in range(end - 1, place + 1, -1):
        if _begins(row, begin):
            return begin
    behind = place + 1
    while behind < end and row.has(behind, "time"):
        behind += 1
    if behind > place + 1:
        return behind
    return end - 1 if row.raised(end - 1) else end


def _begins(row: Row, place: int) -> bool:
    """True where a noun phrase begins behind another one: "In a letter [the] company"."""
    if row.has(place - 1, "prep"):
        return False
    if row.has(place, "det"):
        return True
    named = row.raised(place) and not row.raised(place - 1) and not row.has(place, "time")
    return named and not row.has(place - 1, "det") and not row.owns(place - 1)


def phrase_end(row: Row, start: int, *, behind_verb: bool = False) -> int:
    """Return where the noun phrase ends that begins at `start`.

    Behind its verb ("said Doe on Monday") it ends before any word of where, when and how.
    """
    end = start
    while end - start < LONGEST_PHRASE and row.word(end):
        if row.norm(end) == "and":
            joins = row.word(end + 1) and row.raised(end + 1) == row.raised(end - 1)
            if not joins or row.has(end + 1, "finite"):
                break
        elif _ends_phrase(row, end, first=end == start, behind_verb=behind_verb):
            break
        end += 1
    return end


def _ends_phrase(row: Row, place: int, *, first: bool, behind_verb: bool) -> bool:
    """True for a word that stands behind a noun phrase and not in it."""
    if row.has(place, "break", "finite"):
        return True
    if first:
        return False
    if row.has(place, "going", "pronoun"):
        return True
    norm = row.norm(place)
    if row.has(place, "cut"):
        return behind_verb or norm not in ("in", "on", "at", "by", "with")
    return row.has(place, "time") and (behind_verb or norm not in ("last", "this", "next"))
