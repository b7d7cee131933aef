"""The report of `newsdiff summarize --combined`: one summary, each sentence with its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from newsdiff.report.safety import safe
from newsdiff.report.text.header import titles
from newsdiff.report.text.page import Lines, Page, beside
from newsdiff.report.text.telling import digits_of, head
from newsdiff.report.text.theme import FAINT

if TYPE_CHECKING:
    from newsdiff.combination import Combination


def combined(combination: Combination, page: Page, *, explain: bool) -> list[Lines]:
    """Return the articles' titles, and the summary with how many articles tell each sentence; with
    `explain` also what its score is made of."""
    comparison = combination.comparison
    if not combination.choices:
        return [titles(comparison, page), [Text("(no sentences)", style=FAINT)]]
    digits = digits_of(comparison.articles)
    count = len(comparison.articles)
    indent = max(digits + 4, len(f"{count} of {count}") + 2)
    lines: Lines = []
    for choice in combination.choices:
        article = comparison.articles[choice.article]
        body = page.wrap(Text(safe(article.sentence_text(choice.pick.index))), page.width - indent)
        if explain:
            said = [
                Text(f"{safe(name)} {value:+.2f}", style=FAINT)
                for name, value in choice.pick.terms.items()
                if value
            ]
            body += page.flow(Text(), said, 0, width=page.width - indent)
        label = head(choice.article, choice.pick.index, digits)
        carried = Text(f"{len(choice.carried_by)} of {count}", style=FAINT)
        lines += beside(indent, [label, carried], body)
    return [titles(comparison, page), lines]
