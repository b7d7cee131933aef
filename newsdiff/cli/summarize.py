"""newsdiff summarize: the sentences that tell most of an article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from newsdiff.cli import options
from newsdiff.cli.inputs import read_all
from newsdiff.cli.output import complain
from newsdiff.cli.show import show
from newsdiff.cli.status import Status
from newsdiff.cli.waiting import LONG, duration, waiting
from newsdiff.errors import UsageError
from newsdiff.reading import ReadSettings
from newsdiff.summary import DEFAULT_LENGTH, METHODS, Length

if TYPE_CHECKING:
    from newsdiff.article import Article
    from newsdiff.combination import Combination
    from newsdiff.report import Summaries
    from newsdiff.summary import Summary


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
    about: Annotated[
        str | None,
        typer.Option("--about", metavar="TEXT", help="Only what is said about this."),
    ] = None,
    combined: Annotated[
        bool,
        typer.Option("--combined", help="One summary of all articles, nothing told twice."),
    ] = False,
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
    newsdiff summarize --combined --about "trade sanctions" *.txt
    """  # noqa: D301  \b, a backspace, keeps these lines as they are
    length = _length(sentences, words, percent)
    if method not in METHODS:
        raise UsageError(f"--method: {method!r} is not one of {', '.join(METHODS)}")
    if method != METHODS[0] and (combined or about is not None):
        raise UsageError(f"--about and --combined go with the method {METHODS[0]}, not {method}")
    settings = ReadSettings(
        encoding, language, max_bytes, not no_cache, allow_private, max_sentences
    )
    inputs = read_all(files, settings)
    if combined and inputs.status is Status.DONE and len(inputs.articles) < 2:
        raise UsageError("--combined takes two articles or more")
    if not inputs.articles:
        return inputs.status
    # Where one of two could be read, its own summary is all there is to combine.
    if combined and len(inputs.articles) > 1:
        subject: Combination | Summaries = _combined(inputs.articles, length, about)
    else:
        subject = _each(inputs.articles, length, method, about)
    show(subject, form=form, output=output, color=color, width=width, explain=explain)
    return inputs.status


def _each(articles: Sequence[Article], length: Length, method: str, about: str | None) -> Summaries:
    """Return a summary of each article, and tell where it is not what was asked for."""
    from newsdiff.language.analysis import Analysis  # noqa: PLC0415  `--help` counts no words
    from newsdiff.report import Summaries  # noqa: PLC0415  `--help` shows no result
    from newsdiff.summary import choose  # noqa: PLC0415  the same
    from newsdiff.summary.cost import expected_seconds  # noqa: PLC0415  the same

    items = []
    for article in articles:
        expected = expected_seconds(method, len(article.sentences))
        if expected >= LONG:
            complain(
                f"{article.source}: {method} takes about {duration(expected)} for "
                f"{len(article.sentences):,} sentences (news, lexrank and textrank take a moment)"
            )
        with waiting(f"newsdiff: {method}", expected):
            analysis = Analysis(article)
            summary = choose(analysis, length, method, about)
        _remark(article, summary, length, about)
        items.append((analysis, summary))
    return Summaries(tuple(items))


def _combined(articles: Sequence[Article], length: Length, about: str | None) -> Combination:
    """Return one summary of all articles, and tell where it is not what was asked for."""
    from newsdiff.combination import combine  # noqa: PLC0415  `--help` aligns nothing
    from newsdiff.comparison import compare  # noqa: PLC0415  the same

    comparison = compare(articles)
    combination = combine(comparison, length, about)
    if comparison.event.same == "no":
        complain("--combined: these are probably not reports of one event")
    if about is not None and not combination.choices:
        complain(f"nothing is said about {about!r}")
    elif about is None and combination.complete and length is not DEFAULT_LENGTH:
        complain("--combined: all is given, each thing once, as the articles tell no more")
    return combination


def _remark(article: Article, summary: Summary, length: Length, about: str | None) -> None:
    """Tell on standard error where a summary is not of the length or about what was asked for."""
    source, count = article.source, len(summary.considered)
    if about is not None:
        if not summary.picks:
            complain(f"{source}: nothing is said about {about!r}")
    elif length is DEFAULT_LENGTH:
        return
    elif (length.sentences or 0) > count:
        complain(f"{source}: all is given, as it has only {count} sentence{'s' * (count != 1)}")
    elif summary.complete and length.words:
        complain(f"{source}: all is given, as it has no more than {length.words} words")
    elif length.words and len(summary.picks) == 1:
        words = len(article.sentence_text(summary.picks[0].index).split())
        if words > length.words:
            complain(f"{source}: its shortest sentence is given, which has {words} words")


def _length(sentences: int | None, words: int | None, percent: float | None) -> Length:
    given = [value for value in (sentences, words, percent) if value is not None]
    if len(given) > 1:
        raise UsageError("give only one of --sentences, --words and --percent")
    return Length(sentences, words, percent) if given else DEFAULT_LENGTH
