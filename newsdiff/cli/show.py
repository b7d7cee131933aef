"""A result to its reader: the choice of format, colour and width, then report and output."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdiff.cli import environment
from newsdiff.cli.output import STDOUT, write

if TYPE_CHECKING:
    from newsdiff.cli.environment import Color
    from newsdiff.cli.options import Format
    from newsdiff.report import Section, Subject


def show(
    subject: Subject,
    *,
    form: Format,
    output: str | None,
    color: Color,
    width: int | None,
    sections: tuple[Section, ...] = (),
    only: tuple[str, ...] = (),
    explain: bool = False,
) -> None:
    """Render `subject` as the options and the environment ask, and write it."""
    from newsdiff.report import ReportOptions, render  # noqa: PLC0415  `--help` shows no result

    surroundings = environment.from_process()
    on_terminal = surroundings.terminal is not None and output in (None, STDOUT)
    if form == "auto":
        form = "text" if on_terminal else "tsv"
    options = ReportOptions(
        width=surroundings.width(width),
        color=surroundings.colored(color, on_terminal=on_terminal),
        show=sections,
        only=only,
        explain=explain,
    )
    write(render(subject, form, options), output)
