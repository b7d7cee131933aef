"""With which verbs an article lets people speak, and where it does not vouch for what it tells."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Literal

from newsdiff.emphasis.rows import WordingRow
from newsdiff.emphasis.sources import source
from newsdiff.language.wording import Wording, wording

if TYPE_CHECKING:
    from newsdiff.language.analysis import Analysis
    from newsdiff.language.words import Token

NOT_BEFORE = frozenset((
    "a", "an", "the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my",
    "any", "no", "of", "in", "is", "are", "was", "were", "be", "been", "being", "some", "such",
))  # fmt: skip
"""Words before what is no verb of saying but a noun ("the claims") or a passive ("was dismissed").
"said" and "told" have no such doubles."""

TO = "according to"

PLAIN = frozenset(("said", "told", TO))
"""Verbs that say nothing of how it was said."""

Found = Iterator[tuple[str, int, int]]


def saying(analyses: Sequence[Analysis]) -> list[WordingRow]:
    """Return a row of the verbs of saying and one of the hedges, where any article has them.

    Verbs that say no more than "said" make no row alone.
    """
    rows = (
        _row("saying", "verbs of saying", analyses, _verbs),
        _row("hedge", "hedges", analyses, _hedges),
    )
    return [row for row in rows if row is not None and _telling(row)]


def _telling(row: WordingRow) -> bool:
    return any(form.form not in PLAIN for source in row.sources for form in source.forms)


def _row(
    kind: Literal["saying", "hedge"],
    what: str,
    analyses: Sequence[Analysis],
    find: Callable[[Wording, Sequence[Token]], Found],
) -> WordingRow | None:
    sources = []
    for number, analysis in enumerate(analyses):
        lists = wording(analysis.article.language)
        places: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for sentence, tokens in zip(analysis.article.sentences, analysis.tokens, strict=True):
            if not sentence.furniture:
                for form, start, end in find(lists, tokens):
                    if not _quoted(analysis, start):
                        places[form].append((start, end))
        if places:
            sources.append(source(number, places))
    return WordingRow(kind, what, tuple(sources)) if sources else None


def _quoted(analysis: Analysis, start: int) -> bool:
    """True inside a quotation, whose words are not the article's own."""
    quotes = analysis.quotes
    place = bisect_right(quotes, start, key=attrgetter("start"))
    return place > 0 and start < quotes[place - 1].end


def _verbs(lists: Wording, tokens: Sequence[Token]) -> Found:
    before = ""
    for at, token in enumerate(tokens):
        verb = lists.saying.get(token.norm)
        if verb == "according":
            verb = TO if at + 1 < len(tokens) and tokens[at + 1].norm == "to" else None
        if verb is not None and (verb in PLAIN or before not in NOT_BEFORE):
            yield verb, token.start, token.end
        before = token.norm


def _hedges(lists: Wording, tokens: Sequence[Token]) -> Found:
    for first, last, hedge in lists.hedges.find(tokens):
        yield hedge, tokens[first].start, tokens[last].end
