"""Which passages tell one fact: its every telling, in two articles and more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdiff.alignment.passage import Fact
from newsdiff.article import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdiff.alignment.passage import Passage, PassageSpan

SAME_PLACE = 0.5
"""Two spans of one sentence are one telling when they overlap by this share of the shorter one."""


def group_facts(passages: Sequence[Passage]) -> tuple[Fact, ...]:
    """Group passages, given best first, into facts; those that most articles carry come first.

    The best passage founds a fact; a later one joins it when one of its sides tells what a side of
    the founder tells. Never by way of a third passage: such chains end far from where they began.
    A passage of low confidence stays by itself, so that it casts no doubt on a better one.
    """
    tellings: dict[tuple[int, int], list[tuple[PassageSpan, int]]] = {}
    members: list[list[int]] = []
    for number, passage in enumerate(passages):
        sure = passage.confidence != "low"
        homes = [
            fact
            for span in passage.spans
            for founding, fact in tellings.get((span.article, span.sentence), ())
            if sure and _same_telling(span, founding)
        ]
        if homes:
            members[min(homes)].append(number)
            continue
        for span in passage.spans if sure else ():
            tellings.setdefault((span.article, span.sentence), []).append((span, len(members)))
        members.append([number])
    facts = [_fact(group, passages) for group in members]
    return tuple(sorted(facts, key=lambda fact: (-len(fact.carried_by), fact.passages[0])))


def _fact(group: Sequence[int], passages: Sequence[Passage]) -> Fact:
    """One fact: its tellings by place, each sentence once, cut as in its best passage."""
    tellings: dict[tuple[int, int], PassageSpan] = {}
    for number in group:
        for span in passages[number].spans:
            tellings.setdefault((span.article, span.sentence), span)
    spans = tuple(tellings[place] for place in sorted(tellings))
    return Fact(
        spans=spans,
        carried_by=tuple(sorted({span.article for span in spans})),
        passages=tuple(group),
    )


def _same_telling(a: PassageSpan, b: PassageSpan) -> bool:
    overlap = Span(a.start, a.end).overlap(Span(b.start, b.end))
    return overlap >= SAME_PLACE * min(a.end - a.start, b.end - b.start)
