"""A finished Comparison, Summary or Article to text, lines or data. Nothing is computed here.

`render` is the one entrance; one module a format. Only the text report imports rich.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsdiff.report.options import (
    FORMATS,
    ONLY_KINDS,
    SECTIONS,
    Format,
    Found,
    Readings,
    ReportOptions,
    Section,
    Subject,
    Summaries,
)

__all__ = [
    "FORMATS", "ONLY_KINDS", "SECTIONS", "Format", "Found", "Readings", "ReportOptions",
    "Section", "Subject", "Summaries", "render",
]  # fmt: skip


def render(subject: Subject, form: Format, options: ReportOptions) -> Iterator[str]:
    r"""Yield a result in one of FORMATS, in pieces that are whole lines and end in "\n".

    Each piece is made when it is asked for: a reader who stops early saves the rest of the work.
    The text holds no lone surrogate, so UTF-8 can always encode it.
    """
    if form == "text":
        from newsdiff.report.text import text  # noqa: PLC0415  rich is slow to load

        return text(subject, options)
    if form == "json":
        from newsdiff.report.data import document  # noqa: PLC0415  only what is shown

        return document(subject, options)
    from newsdiff.report.lines import lines  # noqa: PLC0415  only what is shown

    return lines(subject, form, options)
