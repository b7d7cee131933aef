"""The report for a reader: panels of text on a page, for a terminal or an e-mail.

All text goes through `report.safety` before rich sees it, and rich gets `Text` objects only: its
markup would eat "[sic]". A panel is a function that returns lines; a page sets them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from newsdiff.combination import Combination
from newsdiff.report.options import Found, Readings, ReportOptions, Section, Subject, Summaries
from newsdiff.report.selection import wanted
from newsdiff.report.text import (
    brief,
    combined,
    corpus,
    figures,
    header,
    leads,
    names,
    only,
    placement,
    reading,
    shared,
    summary,
    terms,
    voices,
    wording,
)
from newsdiff.report.text.page import Lines, Page

if TYPE_CHECKING:
    from newsdiff.comparison import Comparison

Panel = Callable[["Comparison", Page, ReportOptions, bool], Lines]

_PANELS: dict[Section, Panel] = {
    "event": lambda c, page, _, __: header.event(c, page),
    "summary": lambda c, page, _, folded: brief.brief(c, page, folded=folded),
    "facts": lambda c, page, options, folded: shared.shared(c, page, options, folded=folded),
    "passages": lambda c, page, options, _: shared.passages(c, page, options),
    "coverage": lambda c, page, _, folded: shared.coverage(c, page, folded=folded),
    "figures": lambda c, page, _, folded: figures.figures(c, page, folded=folded),
    "names": lambda c, page, _, folded: names.names(c, page, folded=folded),
    "leads": lambda c, page, _, folded: leads.leads(c, page, folded=folded),
    "placement": lambda c, page, _, folded: placement.placement(c, page, folded=folded),
    "wording": lambda c, page, _, folded: wording.wording(c, page, folded=folded),
    "voices": lambda c, page, _, folded: voices.voices(c, page, folded=folded),
    "only": lambda c, page, _, folded: only.only(c, page, folded=folded),
    "terms": lambda c, page, _, folded: terms.terms(c, page, folded=folded),
}


def text(subject: Subject, options: ReportOptions) -> Iterator[str]:
    """Yield the report, a line at a time."""
    if isinstance(subject, Summaries):
        page = Page(options.width, options.color)
        yield from _set(page, summary.summaries(subject.items, page, explain=options.explain))
    elif isinstance(subject, Combination):
        page = Page(options.width, options.color)
        yield from _set(page, combined.combined(subject, page, explain=options.explain))
    elif isinstance(subject, Found):
        page = Page(options.width, options.color)
        yield from _set(page, corpus.found(subject, page))
    elif isinstance(subject, Readings):
        page = Page(options.width, options.color)
        for number, analysis in enumerate(subject.items):
            if number:
                yield "\n"
            yield from _set(page, reading.reading(analysis, page, options.show, options.explain))
    else:
        page = Page(options.width, options.color, pair=len(subject.articles) == 2)
        yield from _set(page, _comparison(subject, page, options))


def _set(page: Page, blocks: Iterable[Lines]) -> Iterator[str]:
    """Yield the blocks with a free line between them."""
    first = True
    for block in blocks:
        if block:
            yield from page.render(block if first else [Text(), *block])
            first = False


def _comparison(comparison: Comparison, page: Page, options: ReportOptions) -> Iterator[Lines]:
    """Yield the panels asked for; without `show` the whole report, folded."""
    yield header.titles(comparison, page)
    if options.show:
        for section in dict.fromkeys(options.show):
            yield _PANELS[section](comparison, page, options, False)
        return
    if options.only:
        if options.only != ("only",):
            yield _PANELS["passages"](comparison, page, options, False)
        if wanted(options.only, "only"):
            yield _PANELS["only"](comparison, page, options, False)
        return
    yield header.warnings(comparison, page) + figures.clashes(comparison, page)
    many = len(comparison.articles) > 2
    for section in _WHOLE:
        if section != "coverage" or many:  # of two, the heading of SHARED says it
            yield _PANELS[section](comparison, page, options, True)


_WHOLE: tuple[Section, ...] = (
    "summary", "leads", "facts", "coverage", "placement", "names", "voices", "figures", "wording",
    "only", "terms",
)  # fmt: skip
"""The panels of a whole report: what is told, what is shared and where it stands, who is named,
which figures clash, how it is worded, what is missing; what counts of words say comes last."""
