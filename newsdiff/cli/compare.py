"""newsdiff compare: what articles share, where they differ, what each one emphasises."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, cast

import typer

from newsdiff.cli import options
from newsdiff.cli.inputs import read_all
from newsdiff.cli.show import show
from newsdiff.cli.status import Status
from newsdiff.reading import ReadSettings
from newsdiff.report.options import ONLY_KINDS, SECTIONS

if TYPE_CHECKING:
    from newsdiff.report import Section


def compare(
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
    only: Annotated[
        list[str],
        typer.Option(
            "--only",
            metavar="KIND",
            callback=options.many_of(ONLY_KINDS),
            help=f"Only these passages; several with commas: {', '.join(ONLY_KINDS)}.",
        ),
    ] = [],  # noqa: B006  the same
    min_score: Annotated[
        float | None,
        typer.Option(
            "--min-score",
            min=0,
            max=1,
            metavar="S",
            callback=options.finite,
            help="Leave out shared passages with a lower score, 0 to 1.",
        ),
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show each passage's score and what it is made of.")
    ] = False,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit with status 1 when the articles differ.")
    ] = False,
    quiet: Annotated[
        bool, typer.Option("-q", "--quiet", help="Print nothing; implies --exit-code.")
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
    """Hold two to twenty articles against each other.

    Tells what they share, however it is worded, what only one of them tells, and where their
    figures and names differ.

    \b
    newsdiff compare a.txt b.txt
    newsdiff compare --show figures a.txt b.txt c.txt
    newsdiff compare --only only a.txt b.txt | cut -f3,4,7
    """  # noqa: D301  \b, a backspace, keeps these lines as they are
    settings = ReadSettings(
        encoding, language, max_bytes, not no_cache, allow_private, max_sentences
    )
    from newsdiff.comparison import MAX_ARTICLES, Settings  # noqa: PLC0415  `--help` compares none
    from newsdiff.comparison import compare as hold  # noqa: PLC0415  the same

    inputs = read_all(files, settings, most=MAX_ARTICLES)
    if inputs.status is Status.TROUBLE and len(inputs.articles) < 2:
        return inputs.status

    comparison = hold(inputs.articles, Settings(min_score=min_score))
    if not quiet:
        show(
            comparison,
            form=form,
            output=output,
            color=color,
            width=width,
            sections=cast("tuple[Section, ...]", tuple(sections)),
            only=tuple(only),
            explain=explain,
        )
    if inputs.status is Status.DONE and (exit_code or quiet) and comparison.differs:
        return Status.DIFFERENT
    return inputs.status
