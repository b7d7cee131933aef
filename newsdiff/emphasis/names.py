"""Who and what is named: how often, how early, and whether the articles differ in it."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from newsdiff.emphasis.evidence import log_likelihood, tier
from newsdiff.emphasis.rows import NameRow, NameSource
from newsdiff.language.names.gazetteer import phrase
from newsdiff.language.names.identity import bring_together, fullest
from newsdiff.language.words import fold

if TYPE_CHECKING:
    from newsdiff.language.analysis import Analysis
    from newsdiff.language.names import Mention, Name

TIERS = ("strong", "fair", "weak", "fact")

FADES = 0.25
"""A name first met at this share of an article weighs 1/e of one in its first words: count ·
exp(−first/.25) ranks GUM's graded salience best (mean average precision .875; count alone .806)."""

CREDIT = re.compile(
    r"\b(?:(?:image|photo|photograph|picture|credit|source)s?: ?|(?:ap|afp|epa|photo|reuters)/)\Z",
    re.IGNORECASE,
)
"""Before a name, these say whose a picture is: "Image: Ada Okafor", "Reuters/Ada Okafor"."""

OFTEN, EARLY = 3, 0.5
"""A name that stands this often in one article, and first before this share of it, is one whose
absence from another may mean something: a third report has it with p .46, one told once with .16"""


class _Bare(NamedTuple):
    """A group of names of one person, by article: how often they stand, and how often the surname
    stands alone. `surname` is the last word, in normal form."""

    surname: str
    single: bool
    all: Counter[int]
    alone: Counter[int]


def name_rows(analyses: Sequence[Analysis]) -> tuple[NameRow, ...]:
    """Return a row for each name, the most telling first.

    Names of several articles are brought together ("Putin" here, "Vladimir Putin" there), and what
    describes somebody counts with the name. G² is taken over all articles. The evidence is that of
    G², unless less is left of it when each sentence counts once, or when every bare surname is
    given to this name that may be its own (see _surely). Rows stand by evidence first; in one tier,
    names that no article has twice or early come last (a third outlet has such a name one time in
    six), and the others stand by their emphasis: mentions per 100 words, fading with the place of
    the first, summed over the articles. Who is named for a picture only has no row.
    """
    groups = bring_together([_told(analysis) for analysis in analyses])
    bare = [_bare(analyses, group) for group in groups]
    every: dict[str, tuple[Counter[int], Counter[int]]] = defaultdict(
        lambda: (Counter(), Counter())
    )
    for one in bare:
        every[one.surname][0].update(one.all)
        every[one.surname][1].update(one.alone)
    rows = [
        _row(
            analyses,
            group,
            every[one.surname][0] - one.all if one.single else every[one.surname][1] - one.alone,
        )
        for group, one in zip(groups, bare, strict=True)
    ]
    rows = [row._replace(never_in=_never(row, analyses)) for row in rows]
    return tuple(sorted(rows, key=_order))


def _told(analysis: Analysis) -> list[Name]:
    """Return the names that more is told of than that a picture is theirs."""
    text = analysis.article.text
    return [
        name
        for name in analysis.names
        if not all(CREDIT.search(text, max(0, one.start - 20), one.start) for one in name.places)
    ]


def _bare(analyses: Sequence[Analysis], group: Sequence[tuple[int, Name]]) -> _Bare:
    surname = max((phrase(name.name).rpartition(" ")[2] for _, name in group), key=len)
    single = all(" " not in name.name for _, name in group)
    counts: tuple[Counter[int], Counter[int]] = Counter(), Counter()
    for article, name in group:
        text = analyses[article].article.text
        for one in name.mentions:
            counts[0][article] += 1
            counts[1][article] += fold(text[one.start : one.end]) == surname
    return _Bare(surname, single, *counts)


def _row(
    analyses: Sequence[Analysis],
    group: Sequence[tuple[int, Name]],
    rivals: Counter[int],
) -> NameRow:
    places: dict[int, list[Mention]] = {}
    for article, name in group:
        places.setdefault(article, []).extend(name.places)
    counts = [len(places.get(article, ())) for article in range(len(analyses))]
    sizes = [analysis.words for analysis in analyses]
    g2 = log_likelihood(counts, sizes)
    types = Counter(name.type for _, name in group for _ in name.mentions)
    sentences = [
        len({one.sentence for one in places.get(article, ())}) for article in range(len(analyses))
    ]
    sure = min(g2, log_likelihood(sentences, sizes), _surely(counts, sizes, rivals))
    return NameRow(
        name=fullest(group).name,
        type=max(types, key=lambda type_: (types[type_], type_)),
        sources=tuple(_source(analyses[article], article, places[article]) for article in places),
        g2=g2,
        evidence=tier(sure, len(analyses)),
        carried_by=len(places),
    )


def _never(row: NameRow, analyses: Sequence[Analysis]) -> tuple[int, ...]:
    """Return the articles that have no word of a name, if it stands often or early elsewhere."""
    often = any(source.count >= OFTEN and source.first < EARLY for source in row.sources)
    if row.carried_by == len(analyses) or not (often or row.evidence != "fact"):
        return ()
    having = {source.article for source in row.sources}
    return tuple(
        article
        for article, analysis in enumerate(analyses)
        if article not in having and analysis.lacks(row.name)
    )


def _surely(counts: Sequence[int], sizes: Sequence[int], rivals: Counter[int]) -> float:
    """Return G² if the articles that have a name less meant it by the surnames that were taken for
    somebody else's, `rivals` by article: "Clinton" is told apart by a guess where an article has
    two of them."""
    if not rivals:
        return math.inf
    rates = [count / max(1, size) for count, size in zip(counts, sizes, strict=True)]
    possible = [
        count if rates[article] == max(rates) else count + rivals[article]
        for article, count in enumerate(counts)
    ]
    if max(rates) * sum(sizes) < sum(possible):
        return 0.0  # the article that had it most would have it less than the others
    return log_likelihood(possible, sizes)


def _source(analysis: Analysis, article: int, places: Sequence[Mention]) -> NameSource:
    ordered = tuple(sorted((one.start, one.end) for one in places))
    return NameSource(
        article=article,
        count=len(ordered),
        per_100_words=100 * len(ordered) / max(1, analysis.words),
        first=ordered[0][0] / max(1, len(analysis.article.text)),
        spans=ordered,
    )


def _order(row: NameRow) -> tuple[int, bool, float, str, str]:
    emphasis = math.fsum(
        source.per_100_words * math.exp(-source.first / FADES) for source in row.sources
    )
    seldom = all(source.count == 1 and source.first > FADES for source in row.sources)
    return TIERS.index(row.evidence), seldom, -emphasis, row.name.casefold(), row.name
