"""The page that panels are set on: its measure, and the few ways to lay out lines.

A panel is a list of rich `Text` lines made of safe text. Widths are display cells: a Chinese
character takes two, an accent none. No line is wider than the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len
from rich.color import ColorSystem
from rich.console import Console
from rich.text import Text

from newsdiff.report.text.theme import FAINT, HEADING

LEAST_WIDTH = 40
MEASURE = 110
"""The widest a line gets: longer ones lose the eye on its way back."""
WIDE = 150
WIDEST = 180
"""From WIDE columns on two articles stand side by side, up to WIDEST."""
NARROW = 64
"""Below this, labels stand above what they label instead of beside it."""

_MOST_MARKS_A_CELL = 8
Lines = list[Text]


class Page:
    """A page of `width` columns; `wide` when two articles are to stand side by side."""

    def __init__(self, width: int, color: bool, *, pair: bool = False) -> None:
        width = max(LEAST_WIDTH, width)
        self.wide = pair and width >= WIDE
        self.narrow = width < NARROW
        self.color = color
        # One column stays free on the left.
        self.width = min(width, WIDEST if self.wide else MEASURE) - 1
        self._console = Console(
            width=width, color_system=None, markup=False, emoji=False, highlight=False,
            force_terminal=False, legacy_windows=False,
        )  # fmt: skip

    def wrap(self, text: Text, width: int, most: int | None = None) -> Lines:
        """Return `text` as lines of at most `width` cells, the last of `most` ending in … when
        there is more."""
        cut = False
        if most is not None:
            bound = width * (most + 1) * _MOST_MARKS_A_CELL
            cut = len(text) > bound
            text = text[:bound] if cut else text
        # A word that does not fit is broken; nothing is ever lost or wider. Most lines fit whole,
        # and rich takes its time to find that out.
        fits = text.cell_len <= width
        lines = [text.copy()] if fits else list(text.wrap(self._console, width, overflow="fold"))
        for line in lines:
            line.rstrip()
        if most is not None and (cut or len(lines) > most):
            lines = lines[:most]
            lines[-1] = ending(lines[-1], width)
        return lines or [Text()]

    def hang(
        self, head: Text, body: Text, indent: int, width: int | None = None, most: int | None = None
    ) -> Lines:
        """Return `body` wrapped behind `head`, its lines all beginning in column `indent`."""
        width = self.width if width is None else width
        lines = self.wrap(body, width - indent, most)
        return beside(indent, [head], lines)

    @staticmethod
    def lines_for(cells: int, width: int) -> int:
        """Return how many lines of `width` a text of so many cells takes; two at least."""
        return max(2, -(-cells // width))

    def flow(
        self,
        head: Text,
        items: Sequence[Text],
        indent: int,
        *,
        width: int | None = None,
        most: int | None = None,
        separator: str = " · ",
    ) -> Lines:
        """Return items behind `head` as running lines, each item unbroken where it can be; of
        more than `most` lines the last ends in …."""
        room = (self.width if width is None else width) - indent
        lines: Lines = []
        for item in items:
            if lines and lines[-1].cell_len + len(separator) + item.cell_len <= room:
                lines[-1] = join(lines[-1], Text(separator), item)
            else:
                lines += self.wrap(item, room)
        if most is not None and len(lines) > most:
            lines = [*lines[: most - 1], ending(lines[most - 1], room)]
        return beside(indent, [head], lines or [Text()])

    def heading(self, title: str, rest: str = "", width: int | None = None) -> Lines:
        """Return a panel's heading with a rule to the end of the measure, or of `width` cells.
        What there is to say stands in the rule where it fits, else on a line below."""
        width = self.width if width is None else width
        text = join(Text(title, style=HEADING))
        if rest and len(title) + len(rest) + 4 <= width:
            text.append(" ── ", style=FAINT)
            text.append(rest)
            rest = ""
        free = width - text.cell_len - 1
        if free > 1:
            text = join(text, Text(" " + "─" * free, style=FAINT))
        return [text, *(self.wrap(Text(rest), width) if rest else [])]

    def more(self, count: int, section: str, indent: int = 0) -> Lines:
        """Return the line that says how much is folded, and what unfolds it; none for nothing."""
        if count <= 0:
            return []
        return [Text(" " * indent + f"+ {count:,} more: --show {section}", style=FAINT)]

    def render(self, lines: Iterable[Text]) -> Iterator[str]:
        """Yield finished lines, with SGR sequences where the page has colour."""
        for line in lines:
            line.rstrip()
            if not line:
                yield "\n"
            elif self.color:
                yield " " + self._sgr(line) + "\n"
            else:
                yield " " + line.plain + "\n"

    def _sgr(self, line: Text) -> str:
        return "".join(
            segment.style.render(segment.text, color_system=ColorSystem.EIGHT_BIT)
            if segment.style
            else segment.text
            # rich forgets a style that holds for the whole of a text; as a part it stays.
            for segment in join(line).render(self._console)
        )


def join(*parts: Text) -> Text:
    """Return the parts as one text, each with its own style."""
    whole = Text()
    for part in parts:
        whole.append_text(part)
    return whole


def counted(count: int, thing: str) -> str:
    """Return "1 fact" or "2,000 facts"."""
    return f"{count:,} {thing}{'s' * (count != 1)}"


def beside(indent: int, left: Sequence[Text], right: Sequence[Text]) -> Lines:
    """Return two columns of lines as one, the right one beginning in column `indent`."""
    lines = []
    for row in range(max(len(left), len(right))):
        line = fitted(left[row], indent) if row < len(left) else Text(" " * indent)
        lines.append(join(line, right[row]) if row < len(right) else line)
    return lines


def fitted(text: Text, width: int, align: str = "left") -> Text:
    """Return `text` as exactly `width` cells, cut with … or filled with spaces."""
    if text.cell_len > width:
        text = shortened(text, width)
    free = Text(" " * (width - text.cell_len))
    return join(free, text) if align == "right" else join(text, free)


def shortened(text: Text, width: int) -> Text:
    """Return `text` in at most `width` cells, ending in … where it is cut."""
    if text.cell_len <= width:
        return text
    if width < 1:
        return Text()
    used, end = 0, 0
    for char in text.plain:
        cells = cell_len(char)
        if used + cells > width - 1:
            break
        used, end = used + cells, end + 1
    short = text[:end]
    short.rstrip()
    short.append("…")
    # Some clusters are wider than the sum of their characters.
    while short.cell_len > width and end:
        end -= 1
        short = join(text[:end], Text("…"))
    return short


_WORD_END = re.compile(r"\s+\S*$")


def ending(line: Text, width: int) -> Text:
    """Return a line that goes on unseen, as whole words and "…"."""
    if line.cell_len + 2 > width:
        cut = _WORD_END.search(line.plain)
        line = line[: cut.start()] if cut else shortened(line, width - 2)
    if line.plain.endswith("…"):
        return line
    return join(line, Text(" …"))
