"""newsdiff read: what newsdiff sees in an article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, cast

import typer

from newsdiff.cli import options
from newsdiff.cli.inputs import read_all
from newsdiff.cli.show import show
from newsdiff.cli.status import Status

if TYPE_CHECKING:
    from newsdiff.report import Section

SECTIONS = ("names", "figures", "voices")
"""What a reading shows besides its sentences."""


def read(
    files: options.Sources,
    *,
    sections: Annotated[
        list[str],
        typer.Option(
            "--show",
            metavar="SECTION",
            callback=options.many_of(SECTIONS),
            help=f"Only this, in full; several with commas: {', '.join(SECTIONS)}.",
        ),
    ] = [],  # noqa: B006  typer takes an option's default from here and copies it
    form: options.FormatOption = "auto",
    output: options.OutputOption = None,
    color: options.ColorOption = "auto",
    width: options.WidthOption = None,
    encoding: options.EncodingOption = None,
    language: options.LanguageOption = None,
    max_bytes: options.MaxBytesOption = options.DEFAULT_MAX_BYTES,
) -> Status:
    """Print what newsdiff sees: title, date, numbered sentences.

    \b
    newsdiff read article.txt
    newsdiff read --show figures article.txt
    newsdiff read -f json article.txt | jq '.articles[0].title'
    """  # noqa: D301  \b, a backspace, keeps these lines as they are
    inputs = read_all(files, encoding=encoding, language=language, max_bytes=max_bytes)
    if not inputs.articles:
        return inputs.status

    from newsdiff.language.analysis import Analysis  # noqa: PLC0415  `--help` counts no words
    from newsdiff.report import Readings  # noqa: PLC0415  `--help` shows no result

    readings = Readings(tuple(Analysis(article) for article in inputs.articles))
    show(
        readings,
        form=form,
        output=output,
        color=color,
        width=width,
        sections=cast("tuple[Section, ...]", tuple(sections)),
    )
    return inputs.status
