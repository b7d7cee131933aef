"""newsdiff read: what newsdiff sees in an article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, cast

import typer

from newsdiff.cli import options
from newsdiff.cli.inputs import read_all
from newsdiff.cli.show import show
from newsdiff.cli.status import Status
from newsdiff.reading import ReadSettings
from newsdiff.report.options import READING_SECTIONS

if TYPE_CHECKING:
    from newsdiff.report import Section


def read(
    files: options.Sources,
    *,
    sections: Annotated[
        list[str],
        typer.Option(
            "--show",
            metavar="SECTION",
            callback=options.many_of(READING_SECTIONS),
            help=f"Only this, in full; several with commas: {', '.join(READING_SECTIONS)}.",
        ),
    ] = [],  # noqa: B006  typer takes an option's default from here and copies it
    explain: Annotated[
        bool,
        typer.Option(
            "--explain", help="Show which reader took each input, why, and what it left out."
        ),
    ] = False,
    form: options.FormatOption = "auto",
    output: options.OutputOption = None,
    color: options.ColorOption = "auto",
    width: options.WidthOption = None,
    encoding: options.EncodingOption = None,
    language: options.LanguageOption = None,
    max_bytes: options.MaxBytesOption = options.DEFAULT_MAX_BYTES,
    max_sentences: options.MaxSentencesOption = options.DEFAULT_MAX_SENTENCES,
    no_cache: options.NoCacheOption = False,
    allow_private: options.AllowPrivateOption = False,
) -> Status:
    """Print what newsdiff sees: title, date, numbered sentences.

    Of a feed, a mailbox or another file that holds several articles it prints a list.

    \b
    newsdiff read article.txt
    newsdiff read feed.xml
    newsdiff read feed.xml#2
    newsdiff read --explain report.pdf
    newsdiff read --show figures article.txt
    newsdiff read -f json article.txt | jq '.articles[0].title'
    """  # noqa: D301  \b, a backspace, keeps these lines as they are
    settings = ReadSettings(
        encoding, language, max_bytes, not no_cache, allow_private, max_sentences
    )
    inputs = read_all(files, settings)
    if not inputs.articles:
        return inputs.status

    from newsdiff.language.analysis import Analysis  # noqa: PLC0415  `--help` counts no words
    from newsdiff.report import Readings  # noqa: PLC0415  `--help` shows no result

    several = any(article.source not in files for article in inputs.articles)
    if not sections and (explain or several):
        sections = ["articles"]
    readings = Readings(tuple(Analysis(article) for article in inputs.articles))
    show(
        readings,
        form=form,
        output=output,
        color=color,
        width=width,
        sections=cast("tuple[Section, ...]", tuple(sections)),
        explain=explain,
    )
    return inputs.status
