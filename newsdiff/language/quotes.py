"""Quotations: what stands between quotation marks, across sentences and with unpaired marks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsdiff.article import Article


@dataclass(frozen=True, slots=True)
class Quote:
    """One quotation, without its marks; it may run over several sentences of one paragraph."""

    start: int
    end: int


def find_quotes(article: Article) -> tuple[Quote, ...]:
    """Return the quotations of the article in order of place."""
    raise NotImplementedError
