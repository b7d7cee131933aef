"""The head of a report: what is compared, what to know before believing it, what clashes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.text import Text

from newsdiff.report.safety import safe
from newsdiff.report.selection import letter
from newsdiff.report.text.page import Lines, Page, beside, counted, fitted, join, shortened
from newsdiff.report.text.theme import FAINT, WARNING, source_style

if TYPE_CHECKING:
    from newsdiff.article import Article
    from newsdiff.comparison import Comparison
    from newsdiff.language.analysis import Analysis

FEW = 6
"""Up to this many articles get two lines each; more get one."""
LABEL_CELLS = 26
_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)[\d:.]*(Z|[+-]\d\d:?\d\d)?")

_EVENT = {
    "no": "Probably two different events",
    "unsure": "Perhaps not the same event",
    "yes": "One event",
}
_EVENT_MANY = {**_EVENT, "no": "Probably not one event"}


def titles(comparison: Comparison, page: Page) -> Lines:
    """Return the block that says which article each letter stands for."""
    labels = [safe(label) for label in comparison.labels]
    many = len(labels) > FEW
    most = page.width // 2 if page.narrow else LABEL_CELLS
    column = min(most, max(Text(label).cell_len for label in labels))
    id_column = 1 + max(len(letter(number)) for number in range(len(labels)))
    lines: Lines = []
    for number, (analysis, label) in enumerate(zip(comparison.analyses, labels, strict=True)):
        style = source_style(number)
        mark = fitted(Text(letter(number), style=f"bold {style}"), id_column)
        title = headline(analysis.article)
        facts = details(analysis)
        if many:
            indent = id_column + 1 + column + 2
            left = join(mark, Text(" "), fitted(Text(label, style=style), column))
            words = Text(f"{analysis.words:,} words  ".rjust(15), style=FAINT)
            rest = join(words, title) if not page.narrow else title
            lines += beside(indent, [left], page.wrap(rest, page.width - indent, 1))
        elif page.narrow:
            body = page.wrap(Text(label, style=f"bold {style}"), page.width - id_column - 1, 2)
            body += page.wrap(title, page.width - id_column - 1, 2)
            body += page.flow(Text(), facts, 0, width=page.width - id_column - 1)
            lines += beside(id_column + 1, [mark], body)
        else:
            indent = id_column + 1 + column + 2
            name = page.wrap(Text(label, style=f"bold {style}"), column, 2)
            body = page.wrap(title, page.width - indent, 2)
            body += page.flow(Text(), facts, 0, width=page.width - indent)
            lines += beside(indent, beside(id_column + 1, [mark], name), body)
    return [shortened(line, page.width) for line in lines]


def headline(article: Article) -> Text:
    """Return the title, or the first words in quotation marks."""
    if article.title and safe(article.title):
        return Text(safe(article.title))
    first = next((s for s in article.sentences if not s.furniture), None)
    if first is None:
        return Text("(no sentences)", style=FAINT)
    return Text(f"“{safe(article.text[first.start : first.end])}”")


def details(analysis: Analysis) -> list[Text]:
    """Return words, sentences, date and what was guessed, for the second line."""
    article = analysis.article
    facts = [
        counted(analysis.words, "word"),
        counted(sum(not s.furniture for s in article.sentences), "sentence"),
    ]
    if article.published:
        facts.append(when(article.published) + _guess(article, "published"))
    if article.language != "en":
        facts.append(f"language {safe(article.language)}" + _guess(article, "language"))
    if article.encoding and "encoding" in article.guessed:
        facts.append(f"read as {safe(article.encoding)} (guessed)")
    guessed = [name for name in ("title", "outlet", "author") if name in article.guessed]
    if guessed:
        facts.append(f"guessed: {', '.join(guessed)}")
    return [Text(fact, style=FAINT) for fact in facts]


def _guess(article: Article, name: str) -> str:
    return " (guessed)" if name in article.guessed else ""


def when(published: str) -> str:
    """Return a date as people read it: to the minute at most.

    >>> when("2031-05-14T09:30:00Z"), when("14 May")
    ('2031-05-14 09:30 UTC', '14 May')
    """
    match = _TIME.fullmatch(published)
    if not match:
        return safe(published)
    day, minute, zone = match.groups()
    return f"{day} {minute}" + {"Z": " UTC", None: ""}.get(zone, f" {zone}")


def warnings(comparison: Comparison, page: Page) -> Lines:
    """Return what a reader should know first: whether this is one event, and the warnings."""
    said: list[tuple[str, str]] = []
    if comparison.event.same != "yes" or comparison.event.why:
        said.append(_event(comparison))
    said += [("", safe(warning)) for warning in dict.fromkeys(comparison.warnings)]
    return _warned(said, page)


def event(comparison: Comparison, page: Page) -> Lines:
    """Return whether the articles tell of one event, said in any case, and the warnings."""
    said = [("", safe(warning)) for warning in dict.fromkeys(comparison.warnings)]
    return [*page.heading("EVENT"), *_warned([_event(comparison), *said], page)]


def _event(comparison: Comparison) -> tuple[str, str]:
    found = comparison.event
    verdict = (_EVENT if len(comparison.articles) == 2 else _EVENT_MANY)[found.same]
    reasons = [safe(why).rstrip(".") for why in found.why]
    return verdict, f": {'; '.join(reasons)}." if reasons else "."


def _warned(said: list[tuple[str, str]], page: Page) -> Lines:
    lines: Lines = []
    for loud, rest in said:
        doubt = loud != _EVENT["yes"]
        body = join(Text(loud, style="bold" if doubt else ""), Text(rest))
        sign = Text("!", style=WARNING) if doubt else Text("=", style=FAINT)
        lines += page.hang(sign, body, 2)
    return lines
