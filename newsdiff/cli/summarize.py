"""newsdiff summarize: the sentences that tell most of an article."""

from __future__ import annotations

from typing import Annotated

import typer

from newsdiff.cli import options
from newsdiff.cli.inputs import read_all
from newsdiff.cli.show import show
from newsdiff.cli.status import Status
from newsdiff.errors import UsageError
from newsdiff.reading import ReadSettings
from newsdiff.summary import DEFAULT_LENGTH, METHODS, Length


def summarize(
    files: options.Sources,
    *,
    sentences: Annotated[
        int | None,
        typer.Option(
            "-n", "--sentences", min=1, metavar="N", help="So many sentences; 3 are usual."
        ),
    ] = None,
    words: Annotated[
        int | None, typer.Option("--words", min=1, metavar="N", help="At most so many words.")
    ] = None,
    percent: Annotated[
        float | None,
        typer.Option(
            "--percent",
            min=0,
            max=100,
            metavar="P",
            callback=options.finite,
            help="So much of the article's sentences, rounded up.",
        ),
    ] = None,
    method: Annotated[
        str, typer.Option("-m", "--method", metavar="NAME", help=f"{', '.join(METHODS)}.")
    ] = METHODS[0],
    explain: Annotated[
        bool, typer.Option("--explain", help="Show each sentence's score and what it is made of.")
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
    """Print the sentences that tell most of each article.

    They are its own sentences, in its own order.

    \b
    newsdiff summarize article.txt
    newsdiff summarize -n 1 *.txt | cut -f1,3
    """  # noqa: D301  \b, a backspace, keeps these lines as they are
    length = _length(sentences, words, percent)
    if method not in METHODS:
        raise UsageError(f"--method: {method!r} is not one of {', '.join(METHODS)}")
    settings = ReadSettings(
        encoding, language, max_bytes, not no_cache, allow_private, max_sentences
    )
    inputs = read_all(files, settings)
    if not inputs.articles:
        return inputs.status

    from newsdiff.language.analysis import Analysis  # noqa: PLC0415  `--help` counts no words
    from newsdiff.report import Summaries  # noqa: PLC0415  `--help` shows no result
    from newsdiff.summary import choose  # noqa: PLC0415  the same

    analyses = [Analysis(article) for article in inputs.articles]
    items = tuple((analysis, choose(analysis, length, method)) for analysis in analyses)
    show(Summaries(items), form=form, output=output, color=color, width=width, explain=explain)
    return inputs.status


def _length(sentences: int | None, words: int | None, percent: float | None) -> Length:
    given = [value for value in (sentences, words, percent) if value is not None]
    if len(given) > 1:
        raise UsageError("give only one of --sentences, --words and --percent")
    return Length(sentences, words, percent) if given else DEFAULT_LENGTH
