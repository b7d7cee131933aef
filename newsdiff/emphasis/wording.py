"""How articles word things: other names, other adjectives, verbs of saying, hedges."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsdiff.emphasis.alternatives import alternatives
from newsdiff.emphasis.exchanges import exchanges
from newsdiff.emphasis.modifiers import modifiers
from newsdiff.emphasis.rows import POSSIBLY
from newsdiff.emphasis.saying import saying

if TYPE_CHECKING:
    from newsdiff.alignment.passage import Passage
    from newsdiff.emphasis.rows import WordingRow
    from newsdiff.language.analysis import Analysis


def wording_rows(
    analyses: Sequence[Analysis], passages: Sequence[Passage]
) -> tuple[WordingRow, ...]:
    """Return the rows: alternatives, modifiers and exchanged words, in each those with the most
    uses first, then the verbs of saying and the hedges."""
    possibly = [
        *alternatives(analyses, passages),
        *modifiers(analyses, passages),
        *exchanges(analyses, passages),
    ]
    return (*sorted(possibly, key=_order), *saying(analyses))


def _order(row: WordingRow) -> tuple[int, int, str, list[str]]:
    uses = sum(len(form.spans) for source in row.sources for form in source.forms)
    forms = sorted(form.form for source in row.sources for form in source.forms)
    return POSSIBLY.index(row.kind), -uses, row.what, forms
