"""Whatever an article holds, no report lets it act: the promises, with text made to break them."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from report_strategies import SGR, hostile_comparison, is_safe, subjects
from rich.cells import cell_len

from newsdiff.comparison import Comparison
from newsdiff.report import SECTIONS, ReportOptions, render
from newsdiff.report.lines import COLUMNS

slow = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@slow
@given(hostile_comparison(), st.sampled_from([40, 60, 80, 100, 160, 200]), st.booleans())
def test_text_is_safe_and_within_the_width(comparison: Comparison, width: int, color: bool) -> None:
    """An article could otherwise drive the terminal, or break the columns."""
    for subject in subjects(comparison):
        for options in (
            ReportOptions(width, color, explain=True),
            ReportOptions(width, color, only=("near", "only")),
        ):
            report = "".join(render(subject, "text", options))
            plain = SGR.sub("", report) if color else report
            for line in plain.split("\n"):
                assert is_safe(line)
                assert cell_len(line) <= width
                assert line == line.rstrip()


@slow
@given(hostile_comparison(), st.sampled_from([40, 100]))
def test_text_of_each_section_is_safe(comparison: Comparison, width: int) -> None:
    """An unfolded panel shows text that the whole report folds away."""
    report = "".join(render(comparison, "text", ReportOptions(width, show=SECTIONS)))
    assert all(is_safe(line) and cell_len(line) <= width for line in report.split("\n"))


@slow
@given(hostile_comparison())
def test_records_keep_their_columns(comparison: Comparison) -> None:
    """A tab or a newline in an article would otherwise shift or split a record."""
    for section in SECTIONS:
        for line in render(comparison, "tsv", ReportOptions(show=(section,))):
            assert line.endswith("\n")
            fields = line[:-1].split("\t")
            assert len(fields) == len(COLUMNS[section])
            assert all(map(is_safe, fields))


@slow
@given(hostile_comparison(), st.sampled_from(["json", "jsonl"]))
def test_json_is_ascii_safe_and_parses(comparison: Comparison, form: str) -> None:
    """A NaN, a lone surrogate or a control would otherwise stop a reader of the data."""
    for subject in subjects(comparison):
        whole = "".join(render(subject, form, ReportOptions(show=())))  # type: ignore[arg-type]  # a format
        assert all(map(is_safe, whole.split("\n")))
        whole.encode("utf-8")
        for text in [whole] if form == "json" else whole.splitlines():
            json.loads(text, parse_constant=pytest.fail)
