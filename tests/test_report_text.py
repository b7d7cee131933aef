"""The text report against golden files.

The files in tests/golden are reports as a reader gets them; read them line by line after a change.
To write them anew: NEWSDIFF_GOLDEN=write python -m pytest tests/test_report_text.py
Colours stand as ⟨1;36⟩, the numbers of the SGR sequence, and ⟨0⟩ where they end.
"""

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import report_samples as samples
from report_strategies import SGR
from rich.cells import cell_len

from newsdiff.report import ReportOptions, Summaries, render

GOLDEN = Path(__file__).parent / "golden"


def report(subject: Any, options: ReportOptions) -> str:
    """Return the whole text report."""
    return "".join(render(subject, "text", options))


def one_summary() -> Summaries:
    """Return a summary alone, which needs no heading."""
    return Summaries(samples.summaries(samples.two()).items[:1])


CASES: dict[str, tuple[Any, ReportOptions]] = {
    **{f"compare-{width}": (samples.two, ReportOptions(width)) for width in (40, 60, 80, 100, 160)},
    "compare-100-color": (samples.two, ReportOptions(100, color=True)),
    "compare-names-facts-80": (samples.two, ReportOptions(80, show=("names", "facts"))),
    "compare-rest-80": (
        samples.three,
        ReportOptions(80, show=("event", "coverage", "terms", "passages")),
    ),
    "compare-explain-80": (
        samples.two,
        ReportOptions(80, show=("facts",), explain=True),
    ),
    "compare-only-figure-80": (samples.two, ReportOptions(80, only=("figure", "only"))),
    **{f"three-{width}": (samples.three, ReportOptions(width)) for width in (60, 100, 160)},
    "chinese-60": (samples.chinese, ReportOptions(60)),
    "chinese-100": (samples.chinese, ReportOptions(100)),
    "nothing-shared-80": (samples.alike, ReportOptions(80)),
    "twelve-60": (lambda: samples.many(12), ReportOptions(60)),
    "twelve-100": (lambda: samples.many(12), ReportOptions(100)),
    "summarize-one-80": (one_summary, ReportOptions(80)),
    "summarize-60": (lambda: samples.summaries(samples.two()), ReportOptions(60)),
    "summarize-explain-40": (one_summary, ReportOptions(40, explain=True)),
    "summarize-explain-100": (one_summary, ReportOptions(100, explain=True)),
    "read-60": (samples.readings, ReportOptions(60)),
    "read-100": (samples.readings, ReportOptions(100)),
}


@pytest.mark.parametrize("name", CASES)
def test_the_report_is_the_golden_one(name: str) -> None:
    """A reader would get another report than the one that was read over."""
    make, options = CASES[name]
    shown = SGR.sub(lambda match: f"⟨{match.group()[2:-1]}⟩", report(make(), options))
    file = GOLDEN / f"{name}.txt"
    if os.environ.get("NEWSDIFF_GOLDEN") == "write":
        file.write_text(shown, encoding="utf-8")
    assert shown == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", CASES)
def test_no_line_is_wider_than_the_page(name: str) -> None:
    """A line that is too wide is broken by the terminal, and with it every column."""
    make, options = CASES[name]
    for line in SGR.sub("", report(make(), options)).split("\n"):
        assert cell_len(line) <= options.width


@pytest.mark.parametrize("width", [40, 60, 80, 100, 160, 200])
def test_colour_adds_no_line_and_no_word(width: int) -> None:
    """Colour may show words that are left out, faintly, and must lose none."""
    plain = report(samples.two(), ReportOptions(width, show=("figures", "names", "only")))
    colored = report(samples.two(), ReportOptions(width, True, show=("figures", "names", "only")))
    assert SGR.sub("", colored).split() == plain.split()


@pytest.mark.parametrize("count", [2, 7, 20])
@pytest.mark.parametrize("width", [40, 100, 200])
def test_two_to_twenty_articles_fit(count: int, width: int) -> None:
    """A table with a column an article would otherwise run off the page."""
    shown = report(samples.many(count), ReportOptions(width))
    assert all(cell_len(line) <= width for line in shown.split("\n"))
    assert f" {chr(ord('A') + count - 1)} " in shown


def test_show_works_out_no_more_than_it_shows() -> None:
    """`--show names` would otherwise wait for the alignment of all sentences."""
    whole = samples.two()
    comparison = samples.Builder(whole.articles).done(names=whole.names, labels=whole.labels)
    before = set(vars(comparison))
    assert "Norrland" in report(comparison, ReportOptions(show=("names",)))
    assert set(vars(comparison)) == before


def test_capitals_alone_are_no_difference() -> None:
    """Every sentence that begins with a shared clause would otherwise look changed."""
    shown = report(samples.two(), ReportOptions(100, show=("facts",)))
    assert "[-2034-]" in shown
    assert "[-The-]" not in shown


def test_markup_in_an_article_is_text() -> None:
    """Rich would otherwise eat "[sic]" and turn ":smile:" into a picture."""
    article = samples.article("He said [sic] :smile: [/i] it [bold]rained[/bold].\n", "a.txt")
    whole = samples.Builder([article, article])
    comparison = whole.done(labels=("a", "b"), summaries=(whole.summary(0, 0),) * 2)
    options = replace(ReportOptions(100), show=("summary",))
    assert "He said [sic] :smile: [/i] it [bold]rained[/bold]." in report(comparison, options)
