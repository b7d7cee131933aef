"""What is told: how far a speech goes before its cue and behind it, the reporter's asides left out.

A speech is given as ranges of items. A quotation is one item, so it is told whole or not at all.
"""

from __future__ import annotations

from newsdiff.language.voices.row import Range, Row

REACH = 24
"""Items behind a cue in which its object and its adjuncts end; and half of that for one between
commas ("said, in a speech, that")."""

SHORT_CLAUSE = 5
"""A subject has at most so many words before its verb where it opens a clause behind a comma
("…, Mr. Doe said"); behind "and" nearly twice as many."""


def told(row: Row, start: int, end: int, *, whole: bool = False) -> list[Range]:
    """Return the parts of `items[start:end]` that are told.

    Asides between dashes, and clauses behind a comma that begin with "which" or "who", are the
    reporter's; with `whole` such a clause at the very end is told, as the cue stands behind it.
    """
    parts: list[Range] = []
    begin = place = start
    while place < end:
        close = _aside_end(row, place, end)
        if close is None or (whole and close == end):
            place += 1
            continue
        parts.append(Range(begin, place))
        begin = place = close
    parts.append(Range(begin, end))
    trimmed = (_without_marks(row, part) for part in parts)
    return [part for part in trimmed if part.start < part.end]


def _aside_end(row: Row, place: int, end: int) -> int | None:
    """Return where the aside ends that the mark at `place` opens, None where it opens none."""
    if row.mark(place, "—"):
        close = row.find_mark(place + 1, end, "—")
        return None if close is None or row.quotes(place, close) else close + 1
    if row.mark(place, ",") and row.has(place + 1, "aside"):
        close = row.find_mark(place + 1, end, ",—")
        return end if close is None else close + 1
    return None


def _without_marks(row: Row, part: Range) -> Range:
    start, end = part
    while start < end and row.items[start].kind == "mark":
        start += 1
    while end > start and row.items[end - 1].kind == "mark":
        end -= 1
    return Range(start, end)


def from_here(row: Row, place: int) -> list[Range]:
    """Return what is told from `place` to the end of the sentence, or to where the reporter takes
    over: another cue, "while", a clause with a subject and a verb of saying of its own."""
    depth = 0
    for end in range(place, row.count):
        depth += row.mark(end, "(") - row.mark(end, ")")
        if depth < 0 or (not depth and end > place and _ends(row, end)):
            return told(row, place, end)
    return told(row, place, row.count)


def _ends(row: Row, place: int) -> bool:
    if row.mark(place, ","):
        return _takes_over(row, place + 1)
    if row.norm(place) == "according":
        return row.norm(place + 1) == "to"
    if row.norm(place) in ("and", "but"):
        return speaks(row, _verb_at(row, place + 1))
    return row.mark(place, ";")


def _takes_over(row: Row, place: int) -> bool:
    """True where the reporter takes over again behind a comma."""
    if row.has(place, "going", "turn"):
        return True
    if row.norm(place) == "and":
        return _clause_speaks(row, place + 1, 2 * SHORT_CLAUSE)
    subject = row.raised(place) or row.has(place, "person")
    subject = subject or row.norm(place) in ("the", "they", "a", "one")
    return subject and _clause_speaks(row, place + 1, SHORT_CLAUSE)


def _clause_speaks(row: Row, place: int, words: int) -> bool:
    for verb in range(place, place + words):
        if not row.word(verb):
            return False
        if speaks(row, verb) and not row.raised(verb):
            return row.norm(verb - 1) != "to"
    return False


def speaks(row: Row, place: int) -> bool:
    """True for a verb of saying that is no noun as well."""
    return row.has(place, "say", "tell", "going") and not row.has(place, "maybe")


def _verb_at(row: Row, place: int) -> int:
    """Return where the verb stands behind "also", "has" and the like."""
    while row.has(place, "aux") or row.norm(place).endswith("ly"):
        place += 1
    return place


def goes_on(row: Row, place: int) -> bool:
    """True where a clause goes on behind the comma that closes a cue inside of it."""
    return row.has(place, "finite", "prep", "opens") or row.norm(place).endswith("ed")


def marked(row: Row, place: int) -> bool:
    """True where a speech surely begins: at "that", a quotation, or behind a colon."""
    return row.quote(place) or row.has(place, "opens") or row.mark(place - 1, ":")


def before(row: Row, left: int) -> list[Range]:
    """Return the speech that ends where a cue and its subject begin, at `left`."""
    end = left - row.mark(left - 1, ",—")
    if end == left and not row.quote(end - 1):
        return []
    start = row.clause_start(end)
    if row.quote(end - 1):
        # "In an interview with “The Hour,” Doe said"
        title = row.has(start, "prep") and row.find_mark(start, end, ",") is None
        return [] if title else told(row, start, end, whole=True)
    return [] if _adjunct(row, start, end) else told(row, start, end, whole=True)


def _adjunct(row: Row, start: int, end: int) -> bool:
    """True for "In a statement" and "While he was in office": no clause of its own."""
    if row.quotes(start, end):
        return False
    if row.has(start, "bound"):
        comma = row.find_mark(start, end, ",")
        return comma is None or not row.verbal(comma, end)
    verb = any(
        row.has(place, "finite") or row.norm(place).endswith("ed") for place in range(start, end)
    )
    if row.has(start, "prep", "time"):
        return not verb or row.find_mark(start, end, ",") is None
    return row.norm(start).endswith("ing") or (not verb and end - start < 4)


def behind_inverted(row: Row, place: int, *, quoted: bool) -> list[Range]:
    """Return how a speech goes on behind "…, Doe said" or "…, said Doe", which ends at `place`.

    Of a speech that was `quoted` so far, only quotations go on.
    """
    if quoted:
        return row.quotes(place, row.count)
    if row.mark(place, ",") and goes_on(row, place + 1):
        return from_here(row, place + 1)
    return []


def interrupted(row: Row, left: int, stop: int) -> list[Range]:
    """Return a speech that a cue parts: "Too often, Doe said, the debate …"."""
    begins = row.norm(stop + 1) in ("the", "a", "an") or not (
        row.has(stop + 1, "aside", "turn", "going") or row.norm(stop + 1) in ("as", "and", "with")
    )
    if not (row.mark(left - 1, ",") and row.mark(stop, ",") and begins):
        return []
    start = row.clause_start(left)
    opening = row.has(start, "prep", "time") or row.verbal(start, left - 1)
    opening = opening or bool(row.quotes(start, left - 1))
    return ([] if opening else told(row, start, left - 1)) + from_here(row, stop + 1)


def words_end(row: Row, place: int) -> int:
    """Return where the words behind a cue end, or a clause begins among them."""
    while row.word(place) and not row.has(place, "pronoun", "opens"):
        place += 1
    return place


def behind(row: Row, verb: int, *, sure: bool = False) -> list[Range]:
    """Return the speech that follows the verb at `verb`, its object and adjuncts skipped.

    With `sure`, a word that is not always a verb of saying needs a speech that is marked.
    """
    place = verb + 1
    if row.has(verb, "promise") and row.norm(place) == "to":
        return from_here(row, place)
    if row.has(verb, "tell"):
        place = _object_end(row, place)
    if row.norm(place) not in ("to", "about"):
        place = _adjuncts_end(row, place)
    if sure and row.has(verb, "maybe") and not marked(row, place):
        return []
    if row.mark(place, ":"):
        return told(row, place + 1, row.count)
    if row.mark(place, ","):
        return _behind_comma(row, place)
    if place >= row.count or row.mark(place, "—();"):
        return []
    return from_here(row, place)


def _behind_comma(row: Row, comma: int) -> list[Range]:
    """Return the speech in "said, “…”" and "said, in a letter, that …"."""
    if row.quote(comma + 1):
        return from_here(row, comma + 1)
    close = row.find_mark(comma + 1, comma + REACH // 2, ",")
    if close is not None and (row.norm(close + 1) == "that" or row.quote(close + 1)):
        return from_here(row, close + 1)
    return []


def _object_end(row: Row, start: int) -> int:
    """Return where the words end for whoever is told."""
    place = start
    while place < start + REACH and row.word(place) and not row.has(place, "time"):
        if place > start:
            if row.has(place, "opens", "pronoun"):
                break
            if row.has(place, "prep") and row.norm(place) not in ("of", "for", "from"):
                break
            if row.has(place, "det") and not row.owns(place - 1) and not _governs(row, place - 1):
                break
        place += 1
    return place


def _governs(row: Row, place: int) -> bool:
    """True for a word that the article behind it does not begin a clause after."""
    return row.norm(place) in ("of", "the", "all", "both", "and", "at", "for")


def _adjuncts_end(row: Row, start: int) -> int:
    """Return where what says when and where ends, and a speech may begin."""
    place = start
    while place < start + REACH:
        if row.has(place, "time"):
            place += 1
            while row.has(place, "span"):
                place += 1
        elif row.has(place, "prep") and row.norm(place) != "about":
            end = _phrase_stop(row, place + 1, start + REACH)
            if end is None:
                return _mark_behind(row, place)
            place = end
        else:
            break
    return place


def _phrase_stop(row: Row, start: int, limit: int) -> int | None:
    """Return where a prepositional phrase ends that a speech follows, None where none does."""
    for place in range(start, min(limit, row.count)):
        if not row.word(place):
            return place
        opens = row.norm(place) in ("that", "how", "why", "whether") or row.has(place, "pronoun")
        if place > start and opens:
            return place
        if row.has(place, "time") and row.norm(place) not in ("this", "last", "next"):
            return place
    return None


def _mark_behind(row: Row, place: int) -> int:
    while row.word(place):
        place += 1
    return place
