"""What a report can be made of, and how it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from newsdiff.alignment.passage import KINDS

if TYPE_CHECKING:
    from newsdiff.combination import Combination
    from newsdiff.comparison import Comparison
    from newsdiff.language.analysis import Analysis
    from newsdiff.summary import Summary

Format = Literal["text", "tsv", "jsonl", "json"]
FORMATS: tuple[Format, ...] = ("text", "tsv", "jsonl", "json")
"""text is the report for a reader; tsv and jsonl one record a line; json one document."""

Section = Literal[
    "event", "summary", "leads", "passages", "facts", "coverage", "placement", "names", "voices",
    "figures", "wording", "only", "terms", "articles", "sentences",
]  # fmt: skip
SECTIONS: tuple[Section, ...] = (
    "event", "summary", "leads", "passages", "facts", "coverage", "placement", "names", "voices",
    "figures", "wording", "only", "terms",
)  # fmt: skip
"""The parts of a comparison that `show` takes; those of a reading are
READING_SECTIONS."""
READING_SECTIONS: tuple[Section, ...] = ("articles", "sentences", "names", "figures", "voices")

ONLY_KINDS = (*KINDS, "only")
"""What `only` takes: the kinds of passages, and "only" for what one article alone tells."""


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """How a result is to be shown.

    `width` is in terminal columns (text alone heeds it; under 40 counts as 40) and `color` allows
    SGR sequences. `show` names the sections wanted, in this order, unfolded; none means the
    format's own choice. `only` keeps the kinds of records it names (see ONLY_KINDS). `explain`
    adds scores and their terms to summaries and passages, and to readings how each input was taken.
    """

    width: int = 80
    color: bool = False
    show: tuple[Section, ...] = ()
    only: tuple[str, ...] = ()
    explain: bool = False


class Summaries(NamedTuple):
    """What `newsdiff summarize` found: each article with its summary, in the order given."""

    items: tuple[tuple[Analysis, Summary], ...]


class Readings(NamedTuple):
    """What `newsdiff read` found, in the order given."""

    items: tuple[Analysis, ...]


class Found(NamedTuple):
    """What `newsdiff scan` and `newsdiff corpus` found: records of one view.

    `columns` are those of its lines, with their meaning; a record may hold more. `counts` is what
    there is to say about the whole.
    """

    view: str
    columns: Mapping[str, str]
    records: tuple[dict[str, Any], ...]
    counts: Mapping[str, Any]


Subject: TypeAlias = "Comparison | Combination | Summaries | Readings | Found"
"""What a report is made of: all that a command can find."""
