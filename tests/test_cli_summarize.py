"""What `newsdiff summarize` is asked for, and what it says when that cannot be had."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from processes import COMMAND, COURIER, HERALD, LEDGER, ROOT, newsdiff, on_terminal

from newsdiff.cli.app import run
from newsdiff.cli.waiting import duration
from newsdiff.summary import METHODS
from newsdiff.summary.cost import COSTS, expected_seconds

EARLY = str(ROOT / "samples" / "ferry-early.txt")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-n", "99"], "all is given, as it has only 12 sentences"),
        (["--words", "9000"], "all is given, as it has no more than 9000 words"),
        (["--words", "2"], "its shortest sentence is given"),
        (["--about", "zeppelins"], "nothing is said about 'zeppelins'"),
    ],
)
def test_what_cannot_be_had_is_told(arguments: list[str], said: str) -> None:
    """Who asks for more than there is would take what is given for what was asked."""
    result = newsdiff("summarize", *arguments, EARLY)
    assert (result.status, result.err.startswith(f"newsdiff: {EARLY}: {said}")) == (0, True)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--about", "tug", "-m", "lead", EARLY],
        ["--combined", "-m", "lsa", COURIER, HERALD],
        ["--combined", EARLY],
        ["--about", "?!", EARLY],
        ["--percent", "0", EARLY],
        ["--percent", "100.5", EARLY],
    ],
)
def test_what_makes_no_sense_is_refused(arguments: list[str]) -> None:
    """An option would silently be left out of account."""
    result = newsdiff("summarize", *arguments)
    assert (result.status, result.out, result.err.count("\n")) == (2, "", 1)


def test_percent_takes_fractions() -> None:
    """An eighth would be refused, or taken for twelve or thirteen hundredths."""
    assert newsdiff("summarize", "--percent", "12.5", EARLY).out.count("\n") == 2


def test_combined() -> None:
    """Each record of a combined summary would lack its source or who else tells it."""
    result = newsdiff("summarize", "--combined", "-n", "4", COURIER, HERALD, LEDGER)
    rows = [line.split("\t") for line in result.out.splitlines()]
    assert (result.status, result.err, len(rows)) == (0, "", 4)
    assert {row[0] for row in rows} <= {COURIER, HERALD, LEDGER}
    assert all(1 <= int(row[2]) <= 3 for row in rows)
    data = json.loads(
        newsdiff("summarize", "--combined", "-n", "4", "-f", "json", COURIER, HERALD, LEDGER).out
    )
    assert [choice["text"] for choice in data["combined"]] == [row[3] for row in rows]
    assert sum(len(article["summary"]) for article in data["articles"]) == 4


def test_combined_text() -> None:
    """The report would not say which paper's sentence it gives."""
    result = newsdiff("summarize", "--combined", "--explain", "-f", "text", COURIER, HERALD)
    assert "2 of 2" in result.out
    assert "carried +" in result.out


def test_one_of_two_can_be_read() -> None:
    """A file that is missing would take the summary of the other with it."""
    result = newsdiff("summarize", "--combined", EARLY, "missing.txt")
    assert (result.status, result.out.count("\n")) == (2, 3)


def test_nothing_is_counted_in_a_pipe(tmp_path: Path) -> None:
    """A log file would be filled with seconds that pass."""
    long = tmp_path / "long.txt"
    long.write_text(" ".join(f"The ferry {n} sank off isle {n * n}." for n in range(150)))
    assert newsdiff("summarize", "-m", "kl", str(long)).err == ""


def test_long_work_is_announced(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """A method would seem to hang on a book, and nobody would say why."""
    monkeypatch.setitem(COSTS, "luhn", (60_000.0, 1.0))
    assert run(["summarize", "-m", "luhn", EARLY]) == 0
    assert capfd.readouterr().err == (
        f"newsdiff: {EARLY}: luhn takes about 12 minutes for 12 sentences "
        "(news, lexrank and textrank take a moment)\n"
    )


def test_a_terminal_shows_the_seconds() -> None:
    """Who waits at a terminal would not see that anything happens, or find its line spoilt."""
    code = (
        "import time; from newsdiff.cli import waiting; waiting.PATIENCE = 0.1\n"
        "with waiting.waiting('newsdiff: kl', 100): time.sleep(0.5)"
    )
    shown = on_terminal((COMMAND[0], "-c", code)).out
    assert shown == "\rnewsdiff: kl: 0 s of about 2 minutes \x1b[K\r\x1b[K"


def test_costs_grow() -> None:
    """A book would be announced as a short text is, or a short text as a book."""
    assert expected_seconds("kl", 1000) > 60 > expected_seconds("kl", 50)
    assert expected_seconds("news", 10**6) == expected_seconds("lexrank", 10**6) == 0


def test_every_slow_method_has_its_cost() -> None:
    """A method of sumy's would never be announced."""
    assert set(COSTS) == set(METHODS) - {"news", "lead", "lexrank", "textrank"}


@pytest.mark.parametrize(
    ("seconds", "said"), [(2.4, "2 s"), (61, "1 minute"), (600, "10 minutes"), (9000, "2 hours")]
)
def test_duration(seconds: float, said: str) -> None:
    """A wait would be told in units in which nobody thinks."""
    assert duration(seconds) == said
