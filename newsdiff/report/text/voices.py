"""VOICES: whom each article lets speak, and for what share of its words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from newsdiff.report.safety import safe
from newsdiff.report.selection import letter
from newsdiff.report.text.page import Lines, Page, join, shortened
from newsdiff.report.text.telling import digits_of
from newsdiff.report.text.theme import FAINT, bar, source_style

if TYPE_CHECKING:
    from newsdiff.article import Article
    from newsdiff.comparison import Comparison
    from newsdiff.emphasis.rows import Speaker, VoiceRow

FOLDED_SPEAKERS = 7
"""Speakers of an article that a folded panel names."""
BAR_CELLS = 8
"""Cells of the bar of whoever speaks most."""
LONGEST_SOURCE = 36
_TOTAL = 9


def voices(comparison: Comparison, page: Page, *, folded: bool) -> Lines:
    """Return the panel: who speaks in each article; unfolded with all that each one says."""
    if not comparison.voices:
        return [] if folded else page.heading("VOICES", "none")
    lines: Lines = []
    hidden = 0
    most = max(speaker.share for speaker in comparison.speakers)
    for number, article in enumerate(comparison.articles):
        found = [speaker for speaker in comparison.speakers if speaker.article == number]
        shown = found[:FOLDED_SPEAKERS] if folded else found
        hidden += len(found) - len(shown)
        style = f"bold {source_style(number)}"
        total = f"{sum(speaker.share for speaker in found):>4.0%}"
        head = join(Text(letter(number), style=style), Text(f"  {total}"))
        items = [_speaker(speaker, most) for speaker in shown] or [Text("nobody", style=FAINT)]
        items += _manner(comparison, number)
        lines += page.flow(head, items, _TOTAL)
        if not folded:
            rows = [row for row in comparison.voices if row.article == number]
            lines += [*([Text()] if rows else []), *listed(article, rows, page), Text()]
    heading = page.heading("VOICES", "who is quoted or cited, for what share of the words")
    return [*heading, *lines, *page.more(hidden, "voices", _TOTAL)]


def listed(article: Article, rows: Sequence[VoiceRow], page: Page) -> Lines:
    """Return what each voice says, with its sentence, source and cue."""
    digits = digits_of([article])
    lines: Lines = []
    for row in rows:
        voice = row.voice
        said = join(Text(safe(voice.source), style="bold"))
        if voice.via is not None:
            said = join(said, Text(f" via {safe(voice.via)}"))
        cue = safe(voice.cue) or "no cue"
        said = join(said, Text(f"  {voice.kind}, {cue}: ", style=FAINT))
        body = " … ".join(span.of(article.text) for span in voice.spans)
        number = Text(f"{voice.sentence + 1:>{digits}}", style=FAINT)
        lines += page.hang(number, join(said, Text(safe(body))), digits + 2)
    return lines


def _speaker(speaker: Speaker, most: float) -> Text:
    """Return "Xinhua 6% ███", how much of it is quoted, and through whom."""
    name = shortened(Text(safe(speaker.source)), LONGEST_SOURCE)
    share = "<1%" if speaker.share < 0.005 else f"{speaker.share:.0%}"
    blocks = bar(speaker.share / most if most else 0.0, BAR_CELLS)
    said = join(name, Text(f" {share} {blocks}".rstrip()))
    if speaker.quoted and speaker.quoted == speaker.words:
        said.append(" quoted", style=FAINT)
    elif speaker.quoted:
        quoted = speaker.share * speaker.quoted / speaker.words
        said.append(f" {quoted:.0%} quoted", style=FAINT)
    if speaker.via:
        via = ", ".join(safe(name) for name in speaker.via)
        said = join(
            said, Text(" via ", style=FAINT), shortened(Text(via, style=FAINT), LONGEST_SOURCE)
        )
    return said


def _manner(comparison: Comparison, number: int) -> list[Text]:
    """Return how much of an article stands in the quotation marks of its voices."""
    rows = [row for row in comparison.voices if row.article == number]
    if not rows:
        return []
    share = sum(row.quoted for row in rows) / max(1, comparison.analyses[number].words)
    said = f"{share:.0%} in quotation marks" if share else "none in quotation marks"
    return [Text(said, style=FAINT)]
