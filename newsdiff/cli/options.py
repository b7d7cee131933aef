"""The options that all commands have, each said once."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Annotated, Literal

import typer

from newsdiff.cli.environment import MAX_WIDTH, MIN_WIDTH, Color
from newsdiff.reading import MAX_BYTES, MAX_SENTENCES

Format = Literal["auto", "text", "tsv", "jsonl", "json"]

Sources = Annotated[
    list[str],
    typer.Argument(metavar="FILE...", help="Files and URLs; - is standard input."),
]
FormatOption = Annotated[
    Format,
    typer.Option(
        "-f",
        "--format",
        help="text: a report to read; tsv, jsonl: one record a line; json: all data. "
        "auto is text on a terminal and tsv elsewhere.",
    ),
]
OutputOption = Annotated[
    str | None,
    typer.Option("-o", "--output", metavar="FILE", help="Write to FILE, whole or not at all."),
]
ColorOption = Annotated[Color, typer.Option("--color", help="When to colour the report.")]
WidthOption = Annotated[
    int | None,
    typer.Option(
        "--width",
        metavar="COLUMNS",
        min=MIN_WIDTH,
        max=MAX_WIDTH,
        help="The report's width. [default: the terminal's, else 80]",
    ),
]
EncodingOption = Annotated[
    str | None,
    typer.Option("--encoding", metavar="NAME", help="The inputs' encoding. [default: found out]"),
]
LanguageOption = Annotated[
    str | None,
    typer.Option(
        "--language",
        metavar="CODE",
        help="The inputs' language, as de or German. [default: found out]",
    ),
]
MaxBytesOption = Annotated[
    int,
    typer.Option("--max-bytes", metavar="N", min=1, help="The most that one input may hold."),
]
NoCacheOption = Annotated[
    bool,
    typer.Option("--no-cache", help="Fetch every URL anew, and keep no copy of it."),
]
AllowPrivateOption = Annotated[
    bool,
    typer.Option("--allow-private", help="Fetch from private and loopback addresses, too."),
]
DEFAULT_MAX_BYTES = MAX_BYTES
MaxSentencesOption = Annotated[
    int,
    typer.Option(
        "--max-sentences", metavar="N", min=1, help="The most sentences that an article may have."
    ),
]
DEFAULT_MAX_SENTENCES = MAX_SENTENCES


def many_of(valid: Sequence[str]) -> Callable[[list[str]], list[str]]:
    """Return a check for an option that is given several times or as a list with commas: its
    values, each once and in the order given. Unknown ones end the command and name the valid."""

    def check(values: list[str]) -> list[str]:
        chosen = [part.strip() for value in values for part in value.split(",")]
        for value in chosen:
            if value not in valid:
                raise typer.BadParameter(f"{value!r} is not one of {', '.join(valid)}.")
        return list(dict.fromkeys(chosen))

    return check


def finite(value: float | None) -> float | None:
    """Refuse "nan" and "inf", which are numbers to Python and pass every range."""
    if value is not None and not math.isfinite(value):
        raise typer.BadParameter(f"{value} is not a number.")
    return value
