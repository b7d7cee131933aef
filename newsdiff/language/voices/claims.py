"""Claims: the cues of one unit, each with its source and its speech."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsdiff.language.voices.phrases import LONGEST_PHRASE, phrase_end, phrase_start, subject
from newsdiff.language.voices.row import Range, Row
from newsdiff.language.voices.speech import (
    before,
    behind,
    behind_inverted,
    from_here,
    goes_on,
    interrupted,
    marked,
    told,
    words_end,
)

MOST_CLAIMS = 20
"""A sentence with more cues is a list of words, and the first ones are read."""

LONGEST_BARE = 5
"""Words of a source without a name, an article or a pronoun; more are a clause."""

LONGEST_LABEL = 4
"""Words that open a line of a transcript before its colon."""


@dataclass(slots=True, eq=False)
class Claim:
    """A speech as it was found, in items of its unit.

    `source` is None where it is the subject of the sentence or whoever spoke before ("…, adding
    that …"). `strong`: the cue is a verb of saying; `passes_on`: it is "according to", whose
    source passes on what another one says in the same sentence, and is then that one's `via`.
    """

    cue: Range
    source: Range | None
    content: list[Range]
    strong: bool = True
    passes_on: bool = False
    via: Range | None = None


def claims(row: Row) -> list[Claim]:
    """Return the claims of a unit by the place of their cue; no item is told twice."""
    return _settled(list(_found(row)))


def _found(row: Row) -> Iterator[Claim]:
    cues = 0
    openers = row.lists["claim"]
    for place, item in enumerate(row.items):
        if item.norm not in openers:
            continue
        found = None
        if row.norm(place) == "according" and row.norm(place + 1) == "to":
            found = _according(row, place)
        elif row.has(place, "cue"):
            found = _verb(row, place)
        elif row.has(place, "noun"):
            found = _noun(row, place)
        else:
            continue
        cues += 1
        if cues > MOST_CLAIMS:
            return
        if found is not None and found.content:
            yield found


def _according(row: Row, place: int) -> Claim | None:
    """Read "According to X, …" and "…, according to X"."""
    start = place + 2
    end = phrase_end(row, start)
    if end == start:
        return None
    cue, source = Range(place, start), Range(start, end)
    first = row.clause_start(place)
    if place == first or (place - first == 1 and row.norm(first) in ("and", "but")):
        content = from_here(row, _behind_phrase(row, end))
        return Claim(cue, source, content, passes_on=True)
    inside = row.mark(place - 1, ",(—")
    content = told(row, first, place - inside, whole=True)
    if inside and row.mark(end, ",)—") and goes_on(row, end + 1):
        content += from_here(row, end + 1)
    return Claim(cue, source, content, passes_on=True)


def _behind_phrase(row: Row, end: int) -> int:
    """Return where the clause begins behind "According to X,", an apposition of X's skipped."""
    if not row.mark(end, ",") or not (
        row.has(end + 1, "aside") or row.norm(end + 1) in ("a", "an", "the")
    ):
        return end
    close = row.find_mark(end + 1, end + 20, ",")
    if close is None:
        return end
    clause = any(row.has(place, "finite") for place in range(end + 2, close))
    return close if row.has(end + 1, "aside") or not clause else end


def _noun(row: Row, place: int) -> Claim | None:
    """Read "Doe's claim that …", "their plan to …"."""
    opener = row.norm(place + 1)
    if not (opener == "that" or (opener == "to" and row.has(place, "will"))):
        return None
    for start in range(place - 1, max(-1, place - 5), -1):
        if row.owns(start) or row.has(start, "his"):
            first = start
            while row.raised(start) and row.raised(first - 1):
                first -= 1
            if first == start and row.owns(start) and not row.raised(start):
                first = min(start, phrase_start(row, start + 1))
            source = Range(first, start + 1)
            return Claim(Range(place, place + 1), source, from_here(row, place + 1), strong=False)
        if not row.word(start) or row.has(start, "break"):
            return None
    return None


def _verb(row: Row, place: int) -> Claim | None:  # noqa: PLR0911  one rule a line
    """Read a verb of saying."""
    if row.raised(place) and row.word(place - 1):
        return None
    start = _verb_start(row, place)
    going = row.norm(place).endswith("ing")
    being = any(row.has(p, "be") for p in range(start, place))
    if going and not being:
        return _participle(row, start, place)
    if being and not going:
        return None
    if row.norm(start - 1) in ("and", "but", "then") and start > 1:
        return _coordinated(row, start, place)
    if row.norm(start - 1) in ("to", "not") or row.has(start - 1, "article"):
        return None
    if _inverted(row, start, place):
        return _behind_speech(row, start, place)
    source = subject(row, start)
    if source is None:
        return None
    cue = Range(start, place + 1)
    if not _speaker(row, source, sure=row.has(place, "say", "tell", "show")):
        return None
    if row.has(place, "say", "tell", "show"):
        strong = row.has(place, "say", "tell") and row.norm(place + 1) != "to"
        content = _around(row, place, source)
        if row.has(source.start, "aside"):
            content = _to_comma(row, content)
        return Claim(cue, source, content, strong)
    if row.has(place, "object"):
        return Claim(cue, source, from_here(row, place + 1), strong=False)
    if going or row.norm(place + 1) in ("to", "that"):
        return Claim(cue, source, _around(row, place, source), going)
    return None


def _speaker(row: Row, source: Range, *, sure: bool) -> bool:
    """True for a noun phrase that can speak: it has a name, an article or a pronoun, or it is short
    ("officials said") before a verb of which it is `sure` that it says something."""
    if any(row.raised(place) for place in range(*source)):
        return True
    if row.has(source.start, "det", "pronoun", "person", "aside"):
        return True
    return source.end - source.start <= (LONGEST_BARE if sure else 1)


def _to_comma(row: Row, content: list[Range]) -> list[Range]:
    """Return what is told in "Doe, who said the bridge was safe, left"."""
    if not content:
        return []
    start, end = content[0]
    comma = row.find_mark(start, end, ",")
    return content if comma is None else [Range(start, comma)]


def _verb_start(row: Row, place: int) -> int:
    """Return where the words of the verb at `place` begin: "has also said", "went on to say"."""
    start = place
    while start > 0 and place - start < 5:
        last = start - 1
        adverb = row.norm(last).endswith("ly") and len(row.norm(last)) > 4
        on = row.norm(last) == "to" and row.norm(last - 1) in ("on", "continued", "continues")
        more = row.norm(start) == "to" and row.norm(last) in ("continued", "continues")
        if not (row.has(last, "aux") or adverb or on or more):
            break
        start -= 1
    return start


def _participle(row: Row, start: int, place: int) -> Claim | None:
    """Read "…, adding that …"."""
    free = row.mark(start - 1, ",—(") or row.quote(start - 1) or start == 0
    if not free and row.norm(start - 1) not in ("and", "by", "while", "in"):
        return None
    return Claim(Range(place, place + 1), None, behind(row, place))


def _coordinated(row: Row, start: int, place: int) -> Claim | None:
    """Read "Doe stood up and said …"."""
    noun_phrase = row.has(place, "object") and not row.has(place, "maybe")
    if not (row.has(place, "say", "tell") or row.norm(place + 1) == "to" or noun_phrase):
        return None
    return Claim(Range(start, place + 1), None, behind(row, place, sure=True))


def _quoted_before(row: Row, place: int) -> bool:
    """True where a quotation ends at `place`, a comma behind it or not."""
    return row.quote(place - 1) or (row.mark(place - 1, ",—") and row.quote(place - 2))


def _inverted(row: Row, start: int, place: int) -> bool:  # noqa: PLR0911  one rule a line
    """True for "…, said Doe": the subject stands behind the verb."""
    after = place + 1
    if row.has(place, "tell") and not row.has(place, "say"):
        return False
    if not row.word(after) or row.has(after, "time", "opens", "prep", "aux"):
        return False
    noun = row.raised(after) or row.has(after, "det", "person")
    end = phrase_end(row, after, behind_verb=True)
    at_end = end == row.count
    if end == after:
        return False
    if _quoted_before(row, start):
        return noun or at_end or row.mark(end, ",")
    # Behind a comma the subject may stand before it, with an apposition: then a clause follows.
    if not row.mark(start - 1, ",—") or row.has(after, "pronoun") or not (noun or at_end):
        return False
    clause = row.clause_start(start)
    if not (row.verbal(clause, start - 1) or row.quotes(clause, start - 1)):
        return False
    if any(row.has(p, "finite", "cue") for p in range(after, end + 3)):
        return False
    return at_end or row.mark(end, ",;—)") or row.has(end, "prep", "time", "aside")


def _behind_speech(row: Row, start: int, place: int) -> Claim | None:
    """Read "…, said Doe"."""
    if not row.has(place, "say", "show"):
        return None
    end = phrase_end(row, place + 1, behind_verb=True)
    content = before(row, start)
    quoted = bool(content) and row.quote(content[-1].end - 1)
    content += behind_inverted(row, end, quoted=quoted)
    return Claim(Range(start, place + 1), Range(place + 1, end), content, row.has(place, "say"))


def _around(row: Row, place: int, source: Range) -> list[Range]:  # noqa: PLR0911  one rule a line
    """Return what is told around a verb at `place` that stands behind its subject."""
    first, right = before(row, source.start), place + 1
    quoted = bool(first) and row.quote(first[-1].end - 1)
    shows = row.has(place, "show") and not row.has(place, "say")
    maybe = row.has(place, "maybe") or shows
    after = behind(row, place)
    if after and maybe and not (marked(row, after[0].start) or row.norm(after[0].start) == "to"):
        document = any(row.has(p, "source") for p in range(*source))
        after = after if row.has(place, "show") and document else []
    if after and quoted:
        clause = row.has(right, "opens") and after[0].start == right
        return first + (after if clause else [q for part in after for q in row.quotes(*part)])
    if after:
        return after
    if row.has(place, "object") and not first:
        return from_here(row, right)
    if row.has(place, "never") and not quoted:
        return []
    stop = words_end(row, right)
    if maybe and not quoted and stop > right and not row.has(right, "prep", "time"):
        return []
    if first:
        return first + behind_inverted(row, stop, quoted=quoted)
    return interrupted(row, source.start, stop)


def _settled(found: Sequence[Claim]) -> list[Claim]:
    """Return the claims without those inside of others, each item in the first that tells it.

    "Doe said …, according to Roe": Doe speaks, by way of Roe. Any other cue that stands inside of a
    speech is part of that speech.
    """
    kept = list(found)
    for outer in found:
        inner = [one for one in kept if one is not outer and _holds(outer, one.cue.start)]
        if outer not in kept or not inner:
            continue
        speaking = [one for one in inner if one.strong and one.source is not None]
        if outer.passes_on and speaking:
            for one in inner:
                one.via = outer.source
            kept = [one for one in kept if one is not outer and (one not in inner or one.strong)]
        else:
            kept = [one for one in kept if one not in inner]
    taken: set[int] = set()
    for claim in kept:
        claim.content = [part for whole in claim.content for part in _free(whole, taken)]
        taken.update(place for part in claim.content for place in range(*part))
        taken.update(range(*claim.cue))
    return [claim for claim in kept if claim.content]


def _holds(claim: Claim, place: int) -> bool:
    return any(start <= place < end for start, end in claim.content)


def _free(part: Range, taken: set[int]) -> Iterator[Range]:
    """Yield the stretches of `part` that hold no item of `taken`."""
    begin = part.start
    for place in range(part.start, part.end + 1):
        if place == part.end or place in taken:
            if begin < place:
                yield Range(begin, place)
            begin = place + 1


def label(row: Row) -> Range | None:
    """Return the words with capitals that open a line of a transcript ("DOE: We will.")."""
    end = row.find_mark(1, LONGEST_LABEL + 1, ":")
    if end is None or end == row.count - 1 or not all(map(row.raised, range(end))):
        return None
    return Range(0, end)


def signature(row: Row) -> Range | None:
    """Return who signs the quotation that a unit ends in, or that stands before it: "… — Doe"."""
    dash = next((p for p in range(row.count) if not row.quote(p)), row.count)
    if not row.mark(dash, "—") or not row.raised(dash + 1) or row.count - dash > LONGEST_PHRASE:
        return None
    if any(row.quote(p) or row.has(p, "finite") for p in range(dash, row.count)):
        return None
    return Range(dash + 1, phrase_end(row, dash + 1))


def introduces(row: Row) -> bool:
    """True for a unit that ends in "Doe continued:"."""
    last = row.count - 1
    return row.mark(last, ":") and any(
        row.has(p, "cue") for p in range(last - LONGEST_PHRASE // 2, last)
    )
