"""The inputs of a command: every one that can be read, and a line for each that cannot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from newsdiff.cli.fetching import at_once
from newsdiff.cli.output import complain
from newsdiff.cli.status import Status
from newsdiff.errors import InputError, UsageError

if TYPE_CHECKING:
    from newsdiff.article import Article
    from newsdiff.reading import ReadSettings

MOST = 3
"""Articles of one source whose trouble is told; of more only how many there are."""


class Inputs(NamedTuple):
    """The articles that could be read, and TROUBLE when one could not."""

    articles: tuple[Article, ...]
    status: Status


def read_all(sources: Sequence[str], settings: ReadSettings, *, most: int | None = None) -> Inputs:
    """Read every source in order, each with all its articles; URLs are fetched before, all at once.
    What is wrong or guessed is told in one line each, and the rest is read.

    Raises UsageError when standard input is named twice, and when one source holds more than `most`
    articles (None: any number), of which no more are read then.
    """
    from newsdiff.reading.sources import STDIN, is_url, named  # noqa: PLC0415  `--help` reads none

    if [named(source).place for source in sources].count(STDIN) > 1:
        raise UsageError("standard input (-) can be read only once")
    fetched = at_once([source for source in sources if is_url(source)], partial(_read, settings))
    found: list[Article] = []
    status = Status.DONE
    for source in sources:
        before = len(found)
        for item in fetched[source] if source in fetched else _read(settings, source):
            if most is not None and len(found) - before > most:
                raise UsageError(
                    f"{source}: holds more than {most} articles; name some, as in {source}#1"
                )
            if isinstance(item, InputError):
                complain(str(item))
                status = Status.TROUBLE
            else:
                found.append(item)
                _tell(item)
    return Inputs(tuple(found), status)


def _read(settings: ReadSettings, source: str) -> Iterator[Article | InputError]:
    """Yield every article of a source, and what is wrong with each that cannot be read."""
    from newsdiff.reading import articles  # noqa: PLC0415  `--help` reads nothing

    wrong: list[InputError] = []
    more = 0

    def skip(error: InputError) -> None:
        nonlocal more
        if len(wrong) < MOST:
            wrong.append(error)
        else:
            more += 1

    try:
        yield from articles(source, settings, skip=skip)
    except InputError as error:
        wrong.append(error)
    yield from wrong
    if more:
        yield InputError(f"{more:,} more of its articles cannot be read", source)


def _tell(article: Article) -> None:
    """Say on standard error what nobody should miss: in a pipe nothing else would."""
    for warning in article.warnings:
        complain(f"{article.source}: {warning}")
    if "encoding" in article.guessed:
        complain(
            f"{article.source}: read as {article.encoding}, a guess (--encoding names another)"
        )
