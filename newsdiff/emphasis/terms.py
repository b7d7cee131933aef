"""Words that one article uses far more than the others, names left out.

Most differences in how often two short texts use a word are chance: below G² 6.63 halves of one
article differ nearly as much as two articles do. So only fair evidence or better is told.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from operator import itemgetter
from typing import TYPE_CHECKING

from newsdiff.emphasis.evidence import log_likelihood, tier
from newsdiff.emphasis.rows import TermRow
from newsdiff.language.rarity import rarity

if TYPE_CHECKING:
    from newsdiff.language.analysis import Analysis
    from newsdiff.language.words import Token

Term = tuple[str, ...]
"""One stem, or up to LONGEST that stand side by side."""

LONGEST = 3

LEAST_SENTENCES = 3

LEAST_RARE = 9.0
"""Nats (see language/rarity.py) below which a word alone tells nothing ("people", "statement")."""

LEAST_BY_SENTENCES = 7.88
"""G² that is left when a sentence counts once (p .005). A sentence that has a word thrice made one
choice, and thousands of words are tried (benchmarks/quality.py halves)."""

LEAST_SPREAD = 0.5
"""The share of an article from a term's first use to its last, at least: what stands closer is what
one passage is about."""

MOST_OF = 2 / 3
"""A phrase that makes up this share of the uses of a part of it is told in the part's place."""


@dataclass(slots=True)
class _Uses:
    """Where one article uses a term, and in which wordings."""

    count: int = 0
    first: int = 0
    last: int = 0
    sentences: set[int] = field(default_factory=set)
    wordings: Counter[str] = field(default_factory=Counter)
    small: bool = False


def term_rows(analyses: Sequence[Analysis]) -> tuple[TermRow, ...]:
    """Return the distinctive terms, by article, those with the most evidence first.

    A term is a content word, or two or three of them side by side; a word that is never written
    small is a name, an abbreviation or made of one, and left out, and so are figures and usual
    words. Each article is held against all the others together. A row needs fair evidence, also
    when each sentence counts once, and three sentences that are not all of one passage; a word is
    told once, alone or in its phrase.
    """
    if len(analyses) < 2:
        return ()
    sizes = [analysis.words for analysis in analyses]
    hopeful = _hopeful([_repeated(analysis) for analysis in analyses], sizes)
    if not hopeful:
        return ()
    uses = [_uses(analysis, hopeful) for analysis in analyses]
    lengths = [len(analysis.article.text) for analysis in analyses]
    rows: dict[Term, TermRow] = {}
    rare = [rarity(analysis.article.language) for analysis in analyses]
    for term in sorted(set().union(*uses)):
        if len(term) == 1 and any(table.of(term[0]) < LEAST_RARE for table in rare):
            continue
        row = _row(term, uses, sizes, lengths)
        if row is not None:
            rows[term] = row
    longer: dict[Term, list[Term]] = defaultdict(list)
    for term in rows:
        for part in _parts(term):
            longer[part].append(term)
    kept = [row for term, row in rows.items() if not _told_otherwise(term, rows, uses, longer)]
    return tuple(sorted(kept, key=lambda row: (row.article, -row.g2, row.term)))


def _repeated(analysis: Analysis) -> dict[Term, int]:
    """Return how often an article uses the terms that it has twice or more: of all pairs of words
    that is a small part, and the others need not be kept."""
    rows = [tuple(token.stem for token in row) for _, row in _rows(analysis)]
    counts: dict[Term, int] = {}
    for size in range(1, LONGEST + 1):
        terms = (row[at : at + size] for row in rows for at in range(len(row) - size + 1))
        if size > 1:  # a term is used no more often than its parts (Agrawal & Srikant 1994)
            terms = (term for term in terms if term[1:] in counts and term[:-1] in counts)
        counts |= {term: count for term, count in Counter(terms).items() if count > 1}
    return counts


def _hopeful(counts: Sequence[dict[Term, int]], sizes: Sequence[int]) -> set[Term]:
    """Return the terms whose counts allow a row. One use is none in `counts`, which only helps."""
    words = sum(sizes)
    return {
        term
        for own, size in zip(counts, sizes, strict=True)
        for term, count in own.items()
        if count >= LEAST_SENTENCES
        for rest in [sum(other.get(term, 0) for other in counts) - count]
        if count * (words - size) > rest * size
        and log_likelihood((count, rest), (size, words - size)) >= LEAST_BY_SENTENCES
    }


def _uses(analysis: Analysis, terms: Set[Term]) -> dict[Term, _Uses]:
    """Return those of the terms that an article has, with its uses."""
    uses: dict[Term, _Uses] = defaultdict(_Uses)
    text = analysis.article.text
    for index, row in _rows(analysis):
        for start, end, term in _terms(row):
            if term not in terms:
                continue
            use = uses[term]
            wording = " ".join(text[start:end].split())
            use.first = start if not use.count else use.first
            use.last = end
            use.count += 1
            use.sentences.add(index)
            use.wordings[wording.casefold()] += 1
            use.small = use.small or wording.casefold() == wording
    return uses


def _terms(row: Sequence[Token]) -> Iterator[tuple[int, int, Term]]:
    """Yield the place and the stems of each term in a row of words."""
    stems = tuple(token.stem for token in row)
    for last, token in enumerate(row):
        for first in range(max(0, last + 1 - LONGEST), last + 1):
            yield row[first].start, token.end, stems[first : last + 1]


def _rows(analysis: Analysis) -> Iterator[tuple[int, Sequence[Token]]]:
    """Yield the words that stand side by side, with the index of their sentence; stop words, names
    and figures part them."""
    named = sorted((one.start, one.end) for name in analysis.names for one in name.mentions)
    text = analysis.article.text
    for index, tokens in enumerate(analysis.tokens):
        if analysis.article.sentences[index].furniture:
            continue
        row: list[Token] = []
        for token in tokens:
            if token.stop or _figure(text, token) or (named and _within(named, token)):
                if row:
                    yield index, row
                row = []
                continue
            if row and text[row[-1].end : token.start].strip() not in ("", "-"):
                yield index, row
                row = []
            row.append(token)
        if row:
            yield index, row


def _figure(text: str, token: Token) -> bool:
    """True for a number, and for what hangs on one ("th" in "8th", "m" in "5m", "per cent")."""
    if token.norm == "cent":
        return True
    return token.norm[0].isdigit() or (token.start > 0 and text[token.start - 1].isdigit())


def _within(spans: list[tuple[int, int]], token: Token) -> bool:
    """True when the word begins in one of the spans, which stand in order and do not overlap."""
    place = bisect_right(spans, token.start, key=itemgetter(0))
    return place > 0 and token.start < spans[place - 1][1]


def _row(
    term: Term, uses: Sequence[dict[Term, _Uses]], sizes: Sequence[int], lengths: Sequence[int]
) -> TermRow | None:
    counts = tuple(use[term].count if term in use else 0 for use in uses)
    total, words = sum(counts), sum(sizes)
    if not any(use[term].small for use in uses if term in use):
        return None
    found = []
    for article, (count, size) in enumerate(zip(counts, sizes, strict=True)):
        rest = total - count, words - size
        if count * rest[1] > rest[0] * size:
            found.append((log_likelihood((count, rest[0]), (size, rest[1])), article))
    if not found:
        return None
    g2 = max(found)[0]
    article = min(article for score, article in found if score == g2)
    told = [len(use[term].sentences) if term in use else 0 for use in uses]
    rest = sum(told) - told[article], words - sizes[article]
    once = log_likelihood((told[article], rest[0]), (sizes[article], rest[1]))
    if min(g2, once) < LEAST_BY_SENTENCES or told[article] < LEAST_SENTENCES:
        return None
    use = uses[article][term]
    if use.last - use.first < LEAST_SPREAD * lengths[article]:
        return None
    wordings = sum((use[term].wordings for use in uses if term in use), Counter[str]())
    wording = min(wordings, key=lambda wording: (-wordings[wording], wording))
    return TermRow(wording, article, counts, g2, tier(min(g2, once)))


def _parts(term: Term) -> Iterator[Term]:
    """Yield the shorter terms that a term holds."""
    for size in range(1, len(term)):
        for at in range(len(term) - size + 1):
            yield term[at : at + size]


def _told_otherwise(
    term: Term,
    rows: dict[Term, TermRow],
    uses: Sequence[dict[Term, _Uses]],
    longer: dict[Term, list[Term]],
) -> bool:
    """True for a term that a longer one tells, and for one that a part of it tells."""
    use = uses[rows[term].article]
    count = use[term].count
    return any(
        use[part].count * MOST_OF > count for part in _parts(term) if part in rows and part in use
    ) or any(
        use[phrase].count >= MOST_OF * count for phrase in longer.get(term, ()) if phrase in use
    )
