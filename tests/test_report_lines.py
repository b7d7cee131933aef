import json
import subprocess
import sys
from dataclasses import replace

import pytest
import report_samples as samples

from newsdiff.report import SECTIONS, ReportOptions, Summaries, render
from newsdiff.report.lines import COLUMNS

PLAIN = ReportOptions()


def rows(subject: object, options: ReportOptions = PLAIN) -> list[list[str]]:
    """Return the fields of each tab-separated record."""
    return [line[:-1].split("\t") for line in render(subject, "tsv", options)]  # type: ignore[arg-type]  # any subject


def test_compare_gives_passages_and_then_only() -> None:
    """A script that reads eight columns would otherwise read the wrong ones."""
    found = rows(samples.two())
    assert found[0] == [
        "quote", "0.98", "herald.txt", "3", "post.txt", "5",
        "We have built a bridge that no storm will carry away",
        "We have built a bridge that no storm will carry away",
    ]  # fmt: skip
    kinds = [row[0] for row in found]
    assert kinds == sorted(kinds, key=lambda kind: kind == "only")
    last = found[-1]
    assert last == ["only", "0.30", "post.txt", "7", "", "", last[6], ""]


def test_explain_adds_why_and_the_score_in_parts() -> None:
    """A script could otherwise not learn why a passage is one."""
    found = rows(samples.two(), replace(PLAIN, explain=True))
    assert {len(row) for row in found} == {10}
    figure = next(row for row in found if row[0] == "figure")
    assert figure[8].startswith("48.2 billion crowns · ")
    assert figure[9].split(" ")[0] == "bias=-1.50"
    assert found[-1][8:] == ["", ""]


def test_only_keeps_the_kinds_asked_for() -> None:
    """`--only figure` would otherwise let other records through."""
    options = replace(PLAIN, only=("figure", "only"))
    assert {row[0] for row in rows(samples.two(), options)} == {"figure", "only"}


@pytest.mark.parametrize("section", SECTIONS)
def test_each_section_has_its_columns(section: str) -> None:
    """The documented columns would otherwise not be those that come out."""
    options = replace(PLAIN, show=(section,))  # type: ignore[arg-type]  # one of SECTIONS
    found = rows(samples.three(), options)
    if section not in ("terms", "wording"):  # the samples have none
        assert found
    assert all(len(row) == len(COLUMNS[section]) for row in found)
    for line in render(samples.three(), "jsonl", options):
        record = json.loads(line)
        assert record["section"] == section
        assert set(COLUMNS[section]) <= set(record)


def test_offsets_lead_back_to_the_text() -> None:
    """A record could otherwise not be traced to its article."""
    comparison = samples.two()
    texts = {article.source: article.text for article in comparison.articles}
    for line in render(comparison, "jsonl", PLAIN):
        record = json.loads(line)
        assert texts[record["source_a"]][record["start_a"] : record["end_a"]] == record["text_a"]


def test_summaries_name_their_source_when_there_are_several() -> None:
    """One file gives bare sentences, as grep does; several would otherwise not be told apart."""
    both = samples.summaries(samples.two())
    assert [row[:2] for row in rows(both)][:2] == [["herald.txt", "1"], ["herald.txt", "6"]]
    alone = rows(Summaries(both.items[:1]))
    assert all(len(row) == 1 for row in alone)
    explained = rows(both, replace(PLAIN, explain=True))
    assert explained[0][3:] == ["1.82", "central=0.90 place=1.00 length=-0.08"]


def test_read_gives_every_sentence_with_its_role() -> None:
    """A sentence number of a report could otherwise not be looked up."""
    found = rows(samples.readings())
    assert [row[1] for row in found] == [str(n) for n in range(1, 15)]
    assert {row[2] for row in found} == {"text", "heading", "furniture"}
    names = rows(samples.readings(), replace(PLAIN, show=("names",)))
    assert names[0][:4] == ["Ilse Marrow", "person", "herald.txt", "3"]


def test_a_pipe_works_out_no_more_than_it_shows() -> None:
    """`compare | grep` would otherwise pay for names, figures and summaries."""
    whole = samples.two()
    comparison = samples.Builder(whole.articles).done(passages=whole.passages, only=whole.only)
    before = set(vars(comparison))
    list(render(comparison, "tsv", PLAIN))
    assert set(vars(comparison)) == before
    comparison = samples.Builder(whole.articles).done(only=whole.only)
    before = set(vars(comparison))
    list(render(comparison, "jsonl", replace(PLAIN, only=("only",))))
    assert set(vars(comparison)) == before


@pytest.mark.parametrize("form", ["tsv", "jsonl", "json"])
def test_no_format_but_text_loads_rich(form: str) -> None:
    """A pipe would otherwise wait for a library that it does not use."""
    program = (
        "import sys, report_samples as s; from newsdiff.report import render, ReportOptions\n"
        f"''.join(render(s.two(), {form!r}, ReportOptions()))\n"
        "assert not [name for name in sys.modules if name.split('.')[0] == 'rich']"
    )
    subprocess.run(
        [sys.executable, "-c", program], check=True, env={"PYTHONPATH": ":".join(sys.path)}
    )
