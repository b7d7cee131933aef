"""Cues and what stands around them: one unit read for who says what.

There is no parser: marks and a few hundred small words tell where a noun phrase or a clause ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsdiff.language.lists import word_lists

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsdiff.language.voices.units import Item

LONGEST_SOURCE = 16
"""A noun phrase of more items is none, but a clause that these rules have not understood."""


@cache
def cue_lists(language: str) -> Mapping[str, frozenset[str]]:
    """Return the word lists of `data/voices`; a language without them gets empty ones."""
    lists = defaultdict(frozenset, word_lists(f"voices/{language}"))
    lists["cue"] = frozenset().union(*(lists[key] for key in CUES))
    return lists


CUES = ("say", "show", "tell", "going", "promise", "object")


class Range(NamedTuple):
    """Items `start` to `end` (not included) of a unit."""

    start: int
    end: int


@dataclass(slots=True)
class Claim:
    """A speech as it was found in a unit: places of items, not yet of characters.

    `source` is None for a participle ("adding that …"), whose subject is that of the sentence.
    """

    cue: Range
    source: Range | None
    content: list[Range]
    strong: bool = True
    via_only: bool = False
    via: Range | None = None


class Clauses:
    """The items of one unit, read."""

    def __init__(self, items: Sequence[Item], language: str) -> None:
        self.items = items
        self.lists = cue_lists(language)
        self.count = len(items)

    def is_in(self, place: int, key: str) -> bool:
        if not 0 <= place < self.count:
            return False
        item = self.items[place]
        return item.kind == "word" and item.norm in self.lists[key]

    def mark(self, place: int, marks: str) -> bool:
        if not 0 <= place < self.count:
            return False
        item = self.items[place]
        return item.kind == "mark" and item.norm in marks

    def quote(self, place: int) -> bool:
        return 0 <= place < self.count and self.items[place].kind == "quote"

    def word(self, place: int) -> bool:
        return 0 <= place < self.count and self.items[place].kind == "word"

    # -- claims ---------------------------------------------------------------------------------

    def claims(self) -> Iterator[Claim]:
        """Yield the speeches of the unit, by the place of their cue."""
        for place, item in enumerate(self.items):
            if item.kind != "word":
                continue
            norm = item.norm
            found = None
            if norm == "according" and self.norm(place + 1) == "to":
                found = self._according(place)
            elif norm in self.lists["cue"]:
                found = self._verb(place)
            elif norm in self.lists["noun"]:
                found = self._noun(place)
            if found is None or not found.content:
                continue
            if found.source is None or found.source.start < found.source.end:
                yield found

    def label(self) -> Range | None:
        """Return the name that opens a line of a transcript ("DOE: We will.")."""
        end = next((p for p in range(min(7, self.count)) if self.mark(p, ":")), 0)
        if not 0 < end < self.count - 1:
            return None
        words = self.items[:end]
        if any(item.kind != "word" or not item.raised for item in words):
            return None
        return Range(0, end)

    def signature(self, place: int) -> Range | None:
        """Return the name behind the dash at `place` that signs a quotation: "… — Doe, a baker"."""
        if not self.mark(place, "—") or not self.word(place + 1) or not self.items[place + 1].raised:
            return None
        if self.count - place > LONGEST_SOURCE or any(
            self.quote(p) or self.is_in(p, "finite") for p in range(place, self.count)
        ):
            return None
        return Range(place + 1, self.phrase_end(place + 1))

    def due(self) -> bool:
        """True when the unit ends in "Doe continued:"."""
        return self.mark(self.count - 1, ":") and any(self.is_in(p, "cue") for p in range(max(0, self.count - 8), self.count))

    def norm(self, place: int) -> str:
        return self.items[place].norm if 0 <= place < self.count else ""

    def _according(self, place: int) -> Claim | None:
        start = place + 2
        end = self.phrase_end(start)
        if end == start:
            return None
        cue, source = Range(place, start), Range(start, end)
        before = self.clause_start(place)
        if place == before or (place - before <= 2 and self.norm(before) in ("and", "but", "also")):
            # "According to X, …"; the phrase may go on behind a comma ("X, a bank, …").
            rest = self._behind_phrase(end)
            return Claim(cue, source, self.told(rest, self.speech_end(rest)), via_only=True)
        left = place - self.mark(place - 1, ",(—")
        content = self.told(before, left, whole=True)
        if self.mark(end, ",)—") and self.mark(place - 1, ",(—") and end + 2 < self.count:
            if self._goes_on(end + 1):
                content += self.told(end + 1, self.speech_end(end + 1))
        return Claim(cue, source, content, via_only=True)

    def _side(self, place: int) -> bool:
        """True where a clause of the reporter's begins: "which", "who", "while", "as", "a"."""
        return (
            self.is_in(place, "aside")
            or self.norm(place) in ("while", "as", "but", "and", "although", "though", "a", "an",
                                    "the", "with")
            or self.is_in(place, "going")
        )  # fmt: skip

    def _goes_on(self, place: int) -> bool:
        """True where a clause goes on that a cue has interrupted."""
        return self.is_in(place, "finite") or self.is_in(place, "prep") or self.is_in(place, "opens") or self.norm(place).endswith("ed")

    def _behind_phrase(self, end: int) -> int:
        """Return where the clause begins behind an opening "According to X[, a bank,]"."""
        if not self.mark(end, ","):
            return end
        after = end + 1
        if self.norm(after) in ("a", "an", "the", "which", "who"):
            close = next((p for p in range(after, min(after + 20, self.count))
                          if self.mark(p, ",")), None)
            if close is not None and not any(
                self.is_in(p, "finite") for p in range(after + 1, close)
            ) or (close is not None and self.norm(after) in ("which", "who")):
                return close + 1
        return after

    def _noun(self, place: int) -> Claim | None:
        if self.norm(place + 1) not in ("that", "to") or self.is_in(place + 2, "aux"):
            return None
        if self.norm(place + 1) == "to" and not self.is_in(place, "will"):
            return None
        start = place
        while start > 0 and place - start < 4 and not self.items[start - 1].owns:
            if not self.word(start - 1) or self.is_in(start - 1, "break"):
                return None
            if self.norm(start - 1) in ("his", "her", "their", "its"):
                break
            start -= 1
        if start == 0:
            return None
        if self.items[start - 1].owns:
            source = Range(self.phrase_start(start), start)
        elif self.norm(start - 1) in ("his", "her", "their", "its"):
            source = Range(start - 1, start)
        else:
            return None
        return Claim(Range(place, place + 1), source, self.told(place + 1, self.speech_end(place + 1)),
                     strong=False)

    def _verb(self, place: int) -> Claim | None:  # noqa: PLR0911, PLR0912  one rule a line
        norm = self.norm(place)
        item = self.items[place]
        if item.raised and place and self.word(place - 1):
            return None
        going = norm in self.lists["going"] or norm.endswith("ing")
        start = place
        if not going or self.is_in(place - 1, "be"):
            start = self.verb_start(place)
        auxiliary = {self.norm(p) for p in range(start, place)}
        been = bool(auxiliary & self.lists["be"])
        if been and not going and not norm.endswith("ing"):
            return None
        if (going or norm.endswith("ing")) and not been:
            return self._participle(place)
        if self.norm(start - 1) in ("and", "but", "then") and start > 1:
            if not (norm in self.lists["say"] or norm in self.lists["tell"] or self.norm(place + 1) == "to"):
                if norm not in self.lists["object"] or norm in self.lists["maybe"]:
                    return None
            return Claim(Range(start, place + 1), None, self._after(norm, place + 1, told=True))
        if self.norm(start - 1) in ("to", "not") or self.is_in(start - 1, "article"):
            return None
        quoted_before = self.quote(start - 1) or (self.mark(start - 1, ",—") and self.quote(start - 2))
        if self._inverted(start, place, quoted_before):
            source = Range(place + 1, self.phrase_end(place + 1, short=True))
            left = start
            right = source.end
        else:
            found = self.subject(start)
            if found is None:
                return None
            source = found
            left, right = source.start, place + 1
        cue = Range(start, place + 1)
        content = self._content(norm, left, right, source, inverted=left == start)
        if norm not in self.lists["say"] and norm not in self.lists["tell"] and norm not in self.lists["show"]:
            if norm in self.lists["object"]:
                if self.quote(start-1) or left == start:
                    return None
                content = self.told(right, self.speech_end(right))
            elif not going and self.norm(place + 1) not in ("to", "that"):
                return None
        strong = norm in self.lists["say"] or norm in self.lists["tell"] or going
        return Claim(cue, source, content, strong)

    def verb_start(self, place: int) -> int:
        start = place
        while start > 0 and place - start < 5 and self.word(start - 1):
            norm = self.norm(start - 1)
            if norm in self.lists["aux"] or (norm.endswith("ly") and len(norm) > 4):
                start -= 1
            elif norm == "to" and self.norm(start - 2) in ("on", "continued", "continues"):
                start -= 1
            elif norm in ("continued", "continues") and self.norm(start) == "to":
                start -= 1
            else:
                break
        return start

    def _participle(self, place: int) -> Claim | None:
        """"…, adding that …": the subject is that of the sentence."""
        start = self.verb_start(place)
        if start and not (self.mark(start - 1, ",—(") or self.quote(start - 1)
                          or self.norm(start - 1) in ("and", "by", "while", "in")):
            return None
        content = self._after(self.norm(place), place + 1)
        return Claim(Range(place, place + 1), None, content)

    def _inverted(self, start: int, place: int, quoted_before: bool) -> bool:
        """True for "…, said Doe": the subject stands behind the verb."""
        if self.is_in(place, "tell") and not self.is_in(place, "say"):
            return False
        if not (quoted_before or (self.mark(start - 1, ",—") and self._verbal(self.clause_start(start), start - 1))):
            return False
        after = place + 1
        if not self.word(after) or self.is_in(after, "time") or self.is_in(after, "opens"):
            return False
        if self.is_in(after, "prep") or self.is_in(after, "aux"):
            return False
        item = self.items[after]
        noun = item.raised or self.is_in(after, "det") or self.is_in(after, "person")
        end = self.phrase_end(after, short=True)
        if quoted_before:
            return noun or self.mark(end, ",.") or end == self.count
        # Behind a comma the verb may have its subject before an apposition: then a clause follows.
        if self.is_in(after, "pronoun"):
            return False
        verb = any(self.is_in(p, "finite") or self.is_in(p, "cue") for p in range(after, min(end + 3, self.count)))
        return (noun or end == self.count) and not verb and (end == self.count or self.mark(end, ",;—)") or self.is_in(end, "prep") or self.is_in(end, "time") or self.is_in(end, "aside"))

    def _verbal(self, start: int, end: int) -> bool:
        """True when a verb seems to stand in `items[start:end]`."""
        return any(
            self.quote(p) or self.is_in(p, "finite")
            or (not self.items[p].raised and (self.norm(p).endswith("ed") or self.is_in(p, "cue")))
            for p in range(start, end)
        )

    def clause_start(self, place: int) -> int:
        """Return where the sentence or its part behind ";" or brackets begins."""
        start = place
        depth = 0
        while start > 0:
            item = self.items[start - 1]
            if item.kind == "mark":
                if item.norm == ";":
                    break
                if item.norm == ")":
                    depth += 1
                elif item.norm == "(":
                    if not depth:
                        break
                    depth -= 1
            start -= 1
        return start

    def subject(self, end: int) -> Range | None:
        """Return the noun phrase that ends before the verb at `end`, with its apposition."""
        if end == 0:
            return None
        last = end - 1
        if self.mark(last, ")"):
            opening = next((p for p in range(last, max(-1, last - 12), -1) if self.mark(p, "(")), None)
            start = self.phrase_start(opening) if opening else end
            return Range(start, opening) if opening and start < opening else None
        if self.mark(last, ",—"):
            return self._behind_apposition(last)
        if not self.word(last):
            return None
        if self.norm(last) in ("who", "which", "that"):
            return self._relative(last)
        if self.is_in(last, "break") or self.is_in(last, "prep"):
            return None
        start = self.phrase_start(end)
        if start == end or self.norm(start - 1) in ("what", "how"):
            return None
        # "X, the head of Y said": a noun phrase behind a comma may be the apposition itself.
        return Range(start, end)

    def _relative(self, place: int) -> Range | None:
        """"Doe, who said …": the name before; the pronoun itself where there is none."""
        return Range(place, place + 1) if self.norm(place) != "that" else None

    def _behind_apposition(self, last: int) -> Range | None:
        """Return the subject of "Doe, 42, a lawyer, said"."""
        first = self.clause_start(last)
        for place in range(last - 1, first - 1, -1):
            if self.quote(place):
                first = place + 1
                break
        bounds = [p for p in range(first, last) if self.mark(p, ",()—")][-8:]
        starts = [first, *(p + 1 for p in bounds)]
        ends = [*bounds, last]
        for start, end in zip(starts, ends, strict=True):
            if start >= end or end == last and start != first and len(starts) > 2:
                continue
            begin = self.phrase_start(end, start)
            if begin < end and self._nominal(begin, end):
                return Range(begin, end)
        return None

    def _nominal(self, start: int, end: int) -> bool:
        item = self.items[start]
        if item.kind != "word" or self.is_in(start, "time") or self.is_in(start, "prep"):
            return False
        if self.is_in(start, "pronoun") and end - start > 1:
            return False
        if any(self.is_in(p, "finite") for p in range(start, end)):
            return False
        named = any(self.items[p].raised for p in range(start, end)) or self.is_in(start, "det")
        return named and not item.norm.endswith("ing") and not item.norm.endswith("ed")

    def phrase_start(self, end: int, least: int = 0) -> int:
        """Return where the noun phrase begins that ends before `end`."""
        start = end
        least = max(least, end - LONGEST_SOURCE)
        while start > least:
            item = self.items[start - 1]
            if item.kind != "word":
                break
            norm = item.norm
            if norm == "and" and start < end and start - 1 > least:
                both = self.items[start].raised and self.items[start - 2].raised
                small = not self.items[start].raised and not self.items[start - 2].raised and not self.is_in(start, "det") and not self.is_in(start, "pronoun")
                if not (both or small) or not self.word(start - 2):
                    break
            elif norm in self.lists["break"] or norm in self.lists["finite"]:
                break
            elif norm in self.lists["pronoun"] or (norm in self.lists["person"]):
                if start == end:
                    start -= 1
                break
            elif norm in self.lists["cue"] and not item.raised and start < end and norm not in self.lists["source"] and norm not in self.lists["noun"] and self.norm(start) not in ("of", "for"):
                break
            start -= 1
        return self._without_adjunct(start, end)

    def _without_adjunct(self, start: int, end: int) -> int:
        """Take "On Monday", "Later that day" and "In a letter" off the front of a noun phrase."""
        place = start
        while place < end and (self.is_in(place, "time") and not (self.norm(place) in ("this", "next", "last") and not self.is_in(place + 1, "time") and self.norm(place + 1) not in ("week", "month", "year", "night"))):
            place += 1
            if self.norm(place) in ("week", "month", "year", "night", "morning", "day", "spring", "summer", "fall"):
                place += 1
        if place < end and self.is_in(place, "prep") and self.norm(place) not in ("about", "over"):
            last = next(
                (p for p in range(end - 1, place + 1, -1)
                 if self.is_in(p, "det") and not self.is_in(p - 1, "prep")
                 or self.items[p].raised and not self.items[p - 1].raised
                 and not self.is_in(p, "time") and not self.is_in(p - 1, "prep") and not self.is_in(p - 1, "det") and not self.items[p-1].owns),
                None,
            )
            if last is None:
                k = place + 1
                while k < end and self.is_in(k, "time"):
                    k += 1
                last = k if k > place + 1 else None
            if last is None and self.items[end - 1].raised and not self.is_in(end - 1, "time"):
                last = end - 1
            return last if last is not None else end
        return min(place, end)

    def phrase_end(self, start: int, *, short: bool = False) -> int:
        """Return where the noun phrase ends that begins at `start`."""
        end = start
        while end < self.count and end - start < LONGEST_SOURCE and self.word(end):
            norm = self.norm(end)
            if norm == "and":
                if not (self.word(end + 1) and (self.items[end + 1].raised == self.items[end - 1].raised)) or self.is_in(end + 1, "finite"):
                    break
            elif norm in self.lists["break"] or norm in self.lists["finite"]:
                break
            elif end > start and norm in ("in", "on", "at", "during", "after", "before", "by", "as", "when", "through", "about", "to", "with", "via"):
                if short or norm not in ("in", "on", "at", "by", "with"):
                    break
            elif end > start and norm in self.lists["time"] and (short or norm not in ("last", "this", "next")):
                break
            elif end > start and norm in self.lists["going"]:
                break
            elif end > start and norm in self.lists["pronoun"]:
                break
            end += 1
        return end

    # -- what is told ---------------------------------------------------------------------------

    def _content(self, norm: str, left: int, right: int, source: Range, *, inverted: bool) -> list[Range]:
        """Return what is told around a verb; `left` and `right` are the ends of cue and source."""
        before = self._before(left)
        quoted_before = bool(before) and self.quote(before[-1].end - 1)
        if inverted:
            content = before
            rest = self._rest(right, quoted_before)
            return content + rest
        after = self._after(norm, right)
        maybe = norm in self.lists["maybe"] or (norm in self.lists["show"] and norm not in self.lists["say"])
        if after and not self._marked(after[0].start):
            # a clause without "that"
            if maybe and not (norm in self.lists["show"] and any(self.is_in(p, "source") for p in range(source.start, source.end))) :
                after = []
            elif quoted_before:
                after = [part for part in after if self.quote(part.start)]
        if after and quoted_before:
            quotes = [p for part in after for p in range(part.start, part.end) if self.quote(p)]
            if self.is_in(after[0].start, "opens") and after[0].start == right:
                return before + after
            return before + [Range(p, p + 1) for p in quotes]
        if after:
            return after
        if norm in self.lists["object"] and not before:
            return self.told(right, self.speech_end(right))
        stop = self._adjunct_end(right)
        if norm in self.lists["never"] and not quoted_before:
            return []
        if maybe and not quoted_before and stop > right and not (self.is_in(right, "prep") or self.is_in(right, "time")):
            return []
        if before:
            return before + self._rest(stop, quoted_before)
        if self.mark(left - 1, ",") and self.mark(stop, ",") and not self._side(stop + 1) or self.mark(left - 1, ",") and self.mark(stop, ",") and self.norm(stop + 1) in ("the", "a", "an"):
            start = self.clause_start(left)
            head = [] if self.is_in(start, "prep") or self.is_in(start, "time") or self._verbal(start, left - 1) else self.told(start, left - 1)
            return head + self.told(stop + 1, self.speech_end(stop + 1))
        return []

    def _quote_close(self, left: int) -> bool:
        return self.quote(left - 1) or (self.mark(left - 1, ",—") and self.quote(left - 2))

    def _marked(self, place: int) -> bool:
        """True where a speech begins with "that", a quotation or a colon."""
        return self.quote(place) or self.is_in(place, "opens") or self.mark(place - 1, ":")

    def _before(self, left: int) -> list[Range]:
        """Return the clause that ends where the cue or its subject begins."""
        end = left
        if self.mark(end - 1, ",—"):
            end -= 1
        elif not self.quote(end - 1):
            return []
        start = self.clause_start(end)
        if end - start < 1:
            return []
        if not self.quote(end - 1) and self._adjunct(start, end):
            return []
        if self.is_in(start, "prep") and self.quote(end - 1) and not any(self.mark(p, ",") for p in range(start, end - 1)):
            return []
        return self.told(start, end, whole=True)

    def _adjunct(self, start: int, end: int) -> bool:
        """True for "In a statement" and "While he was in office": no clause of its own."""
        first = self.norm(start)
        if any(self.quote(p) for p in range(start, end)):
            return False
        verb = any(self.is_in(p, "finite") or self.norm(p).endswith("ed") for p in range(start, end))
        if first in ("while", "when", "as", "after", "before", "although", "though", "if", "since", "because", "unlike", "asked", "speaking"):
            return not any(self.mark(p, ",") and self._verbal(p, end) for p in range(start, end))
        if self.is_in(start, "prep") or self.is_in(start, "time"):
            commas = [p for p in range(start, end) if self.mark(p, ",")]
            return not verb or not commas
        if first.endswith("ing"):
            return True
        return not verb and end - start < 4

    def _rest(self, place: int, quoted: bool) -> list[Range]:
        """Return what is told on behind the cue: "…, he said, …"."""
        stop = self.count
        if quoted:
            out = []
            for p in range(place, stop):
                if self.quote(p):
                    # the quote must belong to the speech: behind a comma, colon, or a new sentence
                    out.append(Range(p, p + 1))
            return out
        if self.mark(place, ",") and self._goes_on(place + 1):
            return self.told(place + 1, self.speech_end(place + 1))
        return []

    def _adjunct_end(self, place: int) -> int:
        """Return where time words and prepositional phrases end that begin at `place`."""
        while place < self.count and self.word(place):
            if self.is_in(place, "pronoun") or self.is_in(place, "opens"):
                break
            place += 1
        return place

    def _after(self, norm: str, place: int, *, told: bool = False) -> list[Range]:
        """Return what is told behind a verb at `place - 1`, or behind its object."""
        if norm in self.lists["promise"] and self.norm(place) == "to":
            return self.told(place, self.speech_end(place))
        tell = norm in self.lists["tell"]
        place = self._skip(place, tell=tell)
        if told and norm in self.lists["maybe"] and not self._marked(place):
            return []
        if place >= self.count:
            return []
        if self.mark(place, ":"):
            return self.told(place + 1, self.count)
        if self.mark(place, ","):
            if self.quote(place + 1):
                return self.told(place + 1, self.speech_end(place + 1))
            # "said, in a speech, that"
            close = next((p for p in range(place + 1, min(place + 12, self.count)) if self.mark(p, ",")), None)
            if close is not None and (self.norm(close + 1) in ("that",) or self.quote(close + 1)):
                return self.told(close + 1, self.speech_end(close + 1))
            return []
        if self.mark(place, "—();"):
            return []
        return self.told(place, self.speech_end(place))

    def _skip(self, place: int, *, tell: bool) -> int:  # noqa: PLR0912  one rule a line
        """Return where a speech begins behind a verb: its object and adjuncts are skipped."""
        limit = min(place + 24, self.count)
        if tell:
            first = place
            while place < limit and self.word(place):
                if place > first and (self.is_in(place, "opens") or self.is_in(place, "pronoun") or self.norm(place) in ("to", "about") or self.is_in(place, "prep") and self.norm(place) not in ("of", "for", "from")):
                    break
                if self.is_in(place, "time"):
                    break
                if place > first and (self.is_in(place, "det") and self.norm(place - 1) not in ("of", "the", "all", "both", "and", "at", "for")) and not self.items[place - 1].owns:
                    return place
                place += 1
            if self.norm(place) in ("to", "about"):
                return place
        while place < limit:
            if self.is_in(place, "time"):
                place += 1
                while self.norm(place) in ("week", "month", "year", "night", "morning", "afternoon", "evening", "that"):
                    if self.norm(place) == "that":
                        return place
                    place += 1
                continue
            if self.is_in(place, "prep") and self.norm(place) != "about":
                end = self._adjunct_stop(place + 1, limit)
                if end is None:
                    return self._hard_stop(place)
                place = end
                continue
            break
        return place

    def _hard_stop(self, place: int) -> int:
        """Return the mark that ends the words at `place`."""
        while place < self.count and self.word(place):
            place += 1
        return place

    def _adjunct_stop(self, place: int, limit: int) -> int | None:
        """Return where a prepositional phrase ends that a speech follows, None where none does."""
        first = place
        while place < limit:
            if not self.word(place):
                return place
            if self.norm(place) in ("that", "how", "why", "whether") and place > first:
                return place
            if place > first + 0 and (self.norm(place) in ("he", "she", "they", "it", "there", "we", "i")):
                return place
            if self.is_in(place, "time") and self.norm(place) not in ("this", "last", "next"):
                return place
            place += 1
        return None

    def speech_end(self, place: int) -> int:
        """Return where a speech ends that begins at `place`: at the end of the sentence, or where
        another cue or a clause of the reporter's begins."""
        depth = 0
        for end in range(place, self.count):
            item = self.items[end]
            if item.kind == "mark":
                if item.norm == "(":
                    depth += 1
                elif item.norm == ")":
                    if not depth:
                        return end
                    depth -= 1
                elif item.norm == ";" and not depth:
                    return end
                elif item.norm == "," and end > place and not depth and self._turns(end + 1):
                    return end
            elif item.norm == "according" and self.norm(end + 1) == "to":
                return end
            elif item.norm in ("and", "but") and end > place and self._speaks(self._verb_at(end + 1)):
                return end
        return self.count

    def _turns(self, place: int) -> bool:
        """True where the reporter takes the word again behind a comma."""
        norm = self.norm(place)
        if self.is_in(place, "going"):
            return True
        if norm in ("while", "although", "though"):
            return True
        if norm == "but":
            return True
        subject = self.items[place].raised if self.word(place) else False
        if (subject or norm in self.lists["person"] or norm in ("the", "they", "a", "one")) and self._cue_within(place + 1, 5):
            return True
        return norm == "and" and self._cue_within(place + 1, 9)

    def _verb_at(self, place: int) -> int:
        """Return where the verb stands behind "also", "has" and the like."""
        while place < self.count and (self.is_in(place, "aux") or self.norm(place).endswith("ly")):
            place += 1
        return place

    def _speaks(self, place: int) -> bool:
        """True for a verb of saying that is no noun as well."""
        return (self.is_in(place, "say") or self.is_in(place, "tell") or self.is_in(place, "going")) and not self.is_in(place, "maybe")

    def _cue_within(self, place: int, count: int) -> bool:
        for p in range(place, min(place + count, self.count)):
            if not self.word(p):
                return False
            if self._speaks(p) and not self.items[p].raised:
                return self.norm(p - 1) != "to"
        return False

    def told(self, start: int, end: int, *, whole: bool = False) -> list[Range]:
        """Return the parts of `items[start:end]` that are told: without the reporter's asides."""
        parts: list[Range] = []
        begin = start
        place = start
        while place < end:
            close = self._aside_end(place, end) if self.mark(place, ",(—") else None
            if close is not None and not (whole and close == end):
                if begin < place:
                    parts.append(Range(begin, place))
                begin = place = close
                continue
            place += 1
        if begin < end:
            parts.append(Range(begin, end))
        trimmed = []
        for s, e in parts:
            while s < e and self.items[s].kind == "mark":
                s += 1
            while e > s and self.items[e - 1].kind == "mark":
                e -= 1
            if s < e:
                trimmed.append(Range(s, e))
        return trimmed

    def _aside_end(self, place: int, end: int) -> int | None:
        """Return where an aside of the reporter's ends that the mark at `place` opens."""
        mark = self.norm(place)
        if mark == "—":
            close = next((p for p in range(place + 1, end) if self.mark(p, "—")), None)
            if close is None or any(self.quote(p) for p in range(place, close)):
                return None
            return close + 1
        if mark == "," and self.is_in(place + 1, "aside"):
            close = next((p for p in range(place + 1, end) if self.mark(p, ",—")), None)
            return close + 1 if close is not None else end
        return None
