"""The inputs of a command: every one that can be read, and a line for each that cannot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsdiff.cli.output import complain
from newsdiff.cli.status import Status
from newsdiff.errors import InputError, UsageError

if TYPE_CHECKING:
    from newsdiff.article import Article
    from newsdiff.reading import ReadSettings


@dataclass(frozen=True, slots=True)
class Inputs:
    """The articles that could be read, and TROUBLE when one could not."""

    articles: tuple[Article, ...]
    status: Status


def read_all(sources: Sequence[str], settings: ReadSettings) -> Inputs:
    """Read every source in order, each with all its articles; what is wrong or guessed is told at
    once, and the rest is read.

    Raises UsageError when standard input is named twice.
    """
    from newsdiff.reading import articles  # noqa: PLC0415  `--help` reads nothing
    from newsdiff.reading.sources import STDIN, named  # noqa: PLC0415  the same

    if [named(source).place for source in sources].count(STDIN) > 1:
        raise UsageError("standard input (-) can be read only once")
    found = []
    status = Status.DONE

    def trouble(error: InputError) -> None:
        nonlocal status
        complain(str(error))
        status = Status.TROUBLE

    for source in sources:
        try:
            for article in articles(source, settings, skip=trouble):
                found.append(article)
                _tell_guess(article)
        except InputError as error:
            trouble(error)
    return Inputs(tuple(found), status)


def _tell_guess(article: Article) -> None:
    """Say on standard error that an encoding was guessed: in a pipe nothing else would."""
    if "encoding" in article.guessed:
        complain(
            f"{article.source}: read as {article.encoding}, a guess (--encoding names another)"
        )
