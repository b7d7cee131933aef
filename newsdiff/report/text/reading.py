"""The report of `newsdiff read`: what was read, how it was taken, and what was found in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from newsdiff.emphasis.voices import article_voices
from newsdiff.report.safety import safe
from newsdiff.report.selection import place, sentence_at
from newsdiff.report.text.header import when
from newsdiff.report.text.page import Lines, Page, counted, fitted, join
from newsdiff.report.text.telling import digits_of
from newsdiff.report.text.theme import FAINT, STRIP_CELLS, WARNING, strip
from newsdiff.report.text.voices import listed

if TYPE_CHECKING:
    from newsdiff.article import Article, Sentence
    from newsdiff.language.analysis import Analysis
    from newsdiff.language.figures import Figure
    from newsdiff.report.options import Section

FIELD_CELLS = 11
NAME_CELLS = 28


def reading(
    analysis: Analysis,
    page: Page,
    show: tuple[Section, ...],
    explain: bool,
) -> list[Lines]:
    """Return the blocks of one article: head, sentences, names, figures, voices; or those in
    `show`. With "articles" among those the head is that of a list."""
    panels = {"sentences": _sentences, "names": _names, "figures": _figures, "voices": _voices}
    listed = "articles" in show
    blocks = [_entry(analysis, page) if listed else _head(analysis, page)]
    if explain:
        blocks[0] += _taken(analysis.article, page)
    wanted = [section for section in show if section != "articles"] if show else list(panels)
    blocks += [panels[section](analysis, page) for section in wanted]
    return [block for block in blocks if block]


def _entry(analysis: Analysis, page: Page) -> Lines:
    """Return an article as an item of a list: its name, its title, and what is known besides."""
    article = analysis.article
    when_and_who = [
        when(article.published) if article.published else None,
        article.outlet,
        article.author,
        counted(analysis.words, "word"),
    ]
    known = " · ".join(safe(told) for told in when_and_who if told)
    lines = page.wrap(Text(safe(article.source), style="bold"), page.width)
    if article.title:
        lines += page.hang(Text(), Text(safe(article.title)), 2)
    return lines + page.hang(Text(), Text(known, style=FAINT), 2)


def _taken(article: Article, page: Page) -> Lines:
    """Return how the input was taken, and what was left out of it."""
    if article.reading is None:
        return []
    taken = article.reading
    lines = page.hang(Text(), Text(safe(f"read as {taken.format}: {taken.why}"), style=FAINT), 2)
    if taken.dropped:
        left = safe(f"left out: {', '.join(taken.dropped)}")
        lines += page.hang(Text(), Text(left, style=FAINT), 2)
    return lines


def _head(analysis: Analysis, page: Page) -> Lines:
    """Return what is known of the article, a field a line, with what was guessed."""
    article = analysis.article
    own = sum(not sentence.furniture for sentence in article.sentences)
    clutter = len(article.sentences) - own
    size = f"{counted(analysis.words, 'word')}, {counted(own, 'sentence')}"
    if clutter:
        size += f", {clutter:,} more in headings or page clutter"
    fields = {
        "title": article.title,
        "outlet": article.outlet,
        "author": article.author,
        "published": when(article.published) if article.published else None,
        "language": article.language,
        "encoding": article.encoding,
    }
    lines = page.wrap(Text(safe(article.source), style="bold"), page.width)
    for name, value in fields.items():
        if not value:
            continue
        body = Text(safe(value))
        if name in article.guessed:
            body.append("  (guessed)", style=FAINT)
        lines += page.hang(Text(name, style=FAINT), body, FIELD_CELLS)
    lines += page.hang(Text("size", style=FAINT), Text(size), FIELD_CELLS)
    for note in article.notes:
        lines += page.hang(Text("!", style=WARNING), Text(safe(note)), 2)
    return lines


def _sentences(analysis: Analysis, page: Page) -> Lines:
    """Return the sentences with their numbers, a free line between paragraphs."""
    article = analysis.article
    digits = digits_of([article])
    lines: Lines = []
    before: Sentence | None = None
    for sentence in article.sentences:
        if before is not None and before.paragraph != sentence.paragraph:
            lines.append(Text())
        before = sentence
        style = FAINT if sentence.furniture else ""
        body = Text(safe(article.sentence_text(sentence.index)), style=style)
        if sentence.role != "text":
            body = join(Text(f"({sentence.role}) ", style=FAINT), body)
        number = Text(f"{sentence.number:>{digits}}", style=FAINT)
        lines += page.hang(number, body, digits + 2)
    return [*page.heading("SENTENCES"), *lines] if lines else page.heading("SENTENCES", "none")


def _names(analysis: Analysis, page: Page) -> Lines:
    """Return the names with type, count, first sentence, and where they stand."""
    article = analysis.article
    found = sorted(analysis.names, key=lambda name: (-len(name.mentions), name.mentions[0].start))
    if not found:
        return page.heading("NAMES", "none")
    cells = min(NAME_CELLS, page.width - 30, max(Text(safe(n.name)).cell_len for n in found))
    lines: Lines = []
    for name in found:
        spans = [(mention.start, mention.end) for mention in name.mentions]
        line = join(
            fitted(Text(safe(name.name)), cells),
            Text(f"  {name.type:<12}", style=FAINT),
            Text(f"{len(spans):>4}"),
            Text(f"  first {sentence_at(article, spans[0][0]) + 1}".ljust(12), style=FAINT),
        )
        if line.cell_len + 2 + STRIP_CELLS <= page.width:
            line = join(line, Text(strip([place(article, start) for start, _ in spans])))
        lines.append(line)
    return [*page.heading("NAMES", "times, and the sentence where each stands first"), *lines]


def _figures(analysis: Analysis, page: Page) -> Lines:
    """Return the figures as the article writes them, and how they are understood."""
    article = analysis.article
    if not analysis.figures:
        return page.heading("FIGURES AND DATES", "none")
    digits = digits_of([article])
    words = [safe(article.text[f.start : f.end]) for f in analysis.figures]
    cells = min(NAME_CELLS, max(Text(said).cell_len for said in words))
    lines: Lines = []
    for figure, said in zip(analysis.figures, words, strict=True):
        number = Text(f"{figure.sentence + 1:>{digits}}  ", style=FAINT)
        head = join(number, fitted(Text(said), cells))
        body = Text(_understood(figure), style=FAINT)
        lines += page.hang(head, body, digits + 2 + cells + 2)
    return [*page.heading("FIGURES AND DATES", "and how they are understood"), *lines]


def _voices(analysis: Analysis, page: Page) -> Lines:
    """Return who speaks where, and what they say."""
    rows = article_voices(analysis, 0)
    if not rows:
        return page.heading("VOICES", "none")
    share = sum(row.share for row in rows)
    heading = page.heading("VOICES", f"{share:.0%} of the words are quoted or cited")
    return [*heading, *listed(analysis.article, rows, page)]


def _understood(figure: Figure) -> str:
    """Return a figure's meaning in a few words: "about 4,800,000,000 EUR"."""
    if figure.unit in ("date", "year", "weekday", "month"):
        said = f"{figure.unit} {figure.key}"
    else:
        number = _grouped(figure.value)
        if figure.high is not None:
            number += f" to {_grouped(figure.high)}"
        said = f"{number}%" if figure.unit == "%" else f"{number} {figure.unit}".strip()
    return safe(f"{figure.hedge} {said}" if figure.hedge else said)


def _grouped(value: float) -> str:
    return f"{value:,.0f}" if value == round(value, 0) and abs(value) < 1e15 else f"{value:,.6g}"
