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

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Inputs:
    """The articles that could be read, and TROUBLE when one could not."""

    articles: tuple[Article, ...]
    status: Status


def read_all(
    sources: Sequence[str], *, encoding: str | None, language: str | None, max_bytes: int
) -> Inputs:
    """Read every source in order; what is wrong or guessed is told at once, and the rest is read.

    Raises UsageError when standard input is named twice.
    """
    from newsdiff.reading import read  # noqa: PLC0415  `--help` reads nothing

    if sources.count(STDIN) > 1:
        raise UsageError("standard input (-) can be read only once")
    articles = []
    status = Status.DONE
    for source in sources:
        try:
            article = read(source, encoding=encoding, language=language, max_bytes=max_bytes)
        except InputError as error:
            complain(str(error))
            status = Status.TROUBLE
        else:
            articles.append(article)
            if "encoding" in article.guessed:  # in a pipe nothing else would say so
                complain(
                    f"{source}: read as {article.encoding}, a guess (--encoding names another)"
                )
    return Inputs(tuple(articles), status)
