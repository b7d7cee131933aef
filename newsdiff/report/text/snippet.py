"""A few words around a place in a sentence, with … for what is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from newsdiff.report.safety import visible
from newsdiff.report.text.telling import trimmed
from newsdiff.report.text.theme import MARK

if TYPE_CHECKING:
    from newsdiff.article import Article

BEFORE = 0.45
"""The share of the free room that goes to the words before: what is counted stands behind."""


def snippet(article: Article, sentence: int, start: int, end: int, cells: int) -> Text:
    """Return about `cells` characters of a sentence around `text[start:end]`, which is bold."""
    text = article.text
    whole = article.sentences[sentence]
    first, last = min(whole.start, start), max(whole.end, end)
    room = max(0, cells - (end - start) - 4)
    before = start - first
    after = last - end
    left = min(before, max(int(room * BEFORE), room - after))
    right = min(after, room - left)
    begin, finish = start - left, end + right
    if begin > first:
        begin = _next_word(text, begin, start)
    if finish < last:
        finish = _word_end(text, end, finish)
    out = Text("… " if begin > first else "")
    out.append(visible(text[begin:start]))
    out.append(visible(text[start:end]), style=MARK)
    out.append(visible(text[end:finish]).rstrip(" ,;:–—-"))
    if finish < last and any(char.isalnum() for char in text[finish:last]):
        out.append(" …")
    return trimmed(out)


def _next_word(text: str, begin: int, start: int) -> int:
    """Return where the first whole word after `begin` begins, or `start`."""
    if text[begin - 1].isspace():
        return begin
    for place in range(begin, start):
        if text[place].isspace():
            return place + 1
    return start


def _word_end(text: str, end: int, finish: int) -> int:
    """Return where the last whole word before `finish` ends, or `end`."""
    if text[finish].isspace():
        return finish
    for place in range(finish, end, -1):
        if text[place - 1].isspace():
            return place - 1
    return end
