"""Line records: tab-separated for grep, cut and awk, or the same with names as JSON lines.

COLUMNS is the whole format. `compare` gives the passages and then what one article alone tells,
in the same eight columns; `--show SECTION` gives that section's own records instead.

Sentences count from 1, as everywhere that people read. A field is one line, safe to show, with
white space folded to one space; what is missing is empty. JSON lines hold the text to the letter,
and more than the columns: offsets (`start`, `end`, from 0, in code points), confidence, and the
like; there, several sections can be told apart by `section`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from typing import Literal

from newsdiff.combination import Combination
from newsdiff.report.lines.columns import (
    COLUMNS,
    DIGITS,
    EXPLAIN,
    EXPLAIN_PASSAGE,
    EXPLAIN_READING,
    PASSAGE,
    SENTENCE,
)
from newsdiff.report.lines.compared import COMPARED
from newsdiff.report.lines.read import READ
from newsdiff.report.lines.rows import Record, decimal, picked_record, summary_records
from newsdiff.report.options import Found, Readings, ReportOptions, Subject, Summaries
from newsdiff.report.safety import escaped_json, safe

__all__ = ["COLUMNS", "lines"]

Named = tuple[str, list[str], Record]
"""The section of a record, the columns it shows, and itself."""


def lines(
    subject: Subject,
    form: Literal["tsv", "jsonl"],
    options: ReportOptions,
) -> Iterator[str]:
    """Yield one record a line; see COLUMNS."""
    for section, columns, record in _records(subject, options):
        if form == "tsv":
            yield "\t".join(_field(name, record[name]) for name in columns) + "\n"
        else:
            data = json.dumps({"section": section, **_rounded(record)}, ensure_ascii=False)
            yield escaped_json(data) + "\n"


def _records(subject: Subject, options: ReportOptions) -> Iterator[Named]:
    """Yield each record with its section and its columns."""
    if isinstance(subject, Found):
        columns = list(subject.columns)
        yield from ((subject.view, columns, record) for record in subject.records)
    elif isinstance(subject, Summaries):
        yield from _summarized(subject, options)
    elif isinstance(subject, Combination):
        yield from _combined(subject, options)
    elif isinstance(subject, Readings):
        yield from _read(subject, options)
    else:
        for section in options.show or ("passages", "only"):
            columns = list(COLUMNS[section] if options.show else PASSAGE)
            if options.explain and section in ("passages", "only"):
                columns += EXPLAIN_PASSAGE
            for record in COMPARED[section](subject, options):
                yield section, columns, record


def _summarized(subject: Summaries, options: ReportOptions) -> Iterator[Named]:
    columns = list(SENTENCE if len(subject.items) > 1 else ["text"])
    columns += EXPLAIN if options.explain else []
    for analysis, summary in subject.items:
        for record in summary_records(analysis.article, summary):
            yield "summary", columns, record


def _combined(subject: Combination, options: ReportOptions) -> Iterator[Named]:
    columns = [*COLUMNS["combined"], *(EXPLAIN if options.explain else ())]
    for choice in subject.choices:
        article = subject.comparison.articles[choice.article]
        record = {**picked_record(article, choice.pick), "carried_by": len(choice.carried_by)}
        yield "combined", columns, record


def _read(subject: Readings, options: ReportOptions) -> Iterator[Named]:
    for section in options.show or ("sentences",):
        explained = options.explain and section == "articles"
        columns = [*COLUMNS[section], *(EXPLAIN_READING if explained else ())]
        for number, analysis in enumerate(subject.items):
            for record in READ[section](analysis, number):
                yield section, columns, record


def _field(column: str, value: object) -> str:
    """Return one field of a tab-separated record."""
    if value is None:
        return ""
    if isinstance(value, float):
        return decimal(value, DIGITS.get(column))
    return safe(str(value))


def _rounded(record: Record) -> Record:
    """Return the record with numbers that JSON can hold, rounded to six digits."""
    return {name: _jsonable(value) for name, value in record.items()}


def _jsonable(value: object) -> object:
    if isinstance(value, float):
        return round(value, 6) if math.isfinite(value) else None
    if isinstance(value, dict):
        return {name: _jsonable(part) for name, part in value.items()}
    return value
