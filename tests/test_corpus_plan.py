"""The plan on a real DuckDB, fed by the kernels on record batches, as another engine runs it."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pytest
from corpus_articles import articles, write_jsonl

from newsdiff.corpus import plan
from newsdiff.corpus.intake import ARTICLE, Intake, Raw, when
from newsdiff.corpus.kernels import batches as kernels
from newsdiff.corpus.kernels.alignment import PAD
from newsdiff.corpus.scan import scan
from newsdiff.corpus.settings import Resources, Rules
from newsdiff.corpus.stories import group
from newsdiff.corpus.tables import ARTICLES
from newsdiff.corpus.travel import Pair, journeys

ROWS = articles(150, seed=4)
SIDE = """, {s}w.words[greatest({s}_from - {pad}, 0) + 1 : {s}_to + 1 + {pad}] AS {s}_words,
  greatest({s}_from - {pad}, 0) AS {s}_offset, len({s}w.words) AS {s}_length"""


def run(size: int, rules: Rules) -> list[tuple[Any, ...]]:
    """Return the plan's passages, worked out with batches of `size` rows by the plan alone."""
    columns, rejects = Intake().take(Raw("in", n, row) for n, row in enumerate(ROWS))
    assert not rejects
    assert tuple(columns) == ARTICLE
    db = duckdb.connect()

    def make(name: str, rows: Iterator[Any] | str) -> None:
        if isinstance(rows, str):
            db.execute(f"CREATE TABLE {name} AS {rows}")
        else:
            db.register("incoming", pa.Table.from_batches(list(rows)))
            db.execute(f"CREATE TABLE {name} AS FROM incoming")

    def found(candidates: str) -> Iterator[Any]:
        sides = "".join(SIDE.format(s=side, pad=PAD) for side in "ab")
        joined = db.sql(
            f"SELECT c.* {sides} FROM ({candidates}) c "
            "JOIN words aw ON aw.doc = c.a JOIN words bw ON bw.doc = c.b"
        ).to_arrow_table()
        return kernels.passage_batches(joined.to_batches(size), rules.min_words)

    table = pa.Table.from_pydict(columns, schema=ARTICLES)
    words = list(kernels.word_batches(table.to_batches(size)))
    make("words", iter(words))
    make("grams", kernels.gram_batches(words, sketch=rules.sketch))
    make("turns", plan.turns())
    make("links", plan.links(rules))
    make("found", found(plan.candidates()))
    db.register("incoming", pa.Table.from_batches(found(plan.joined()), kernels.PASSAGES))
    db.execute("INSERT INTO found FROM incoming")
    return sorted(db.sql(plan.passages()).fetchall())


def test_the_plan_alone_gives_what_the_engine_gives(tmp_path: Path) -> None:
    """What the embedded engine does for speed must change no row, nor may the size of batches."""
    rules = Rules(links=5)
    plain = run(1000, rules)
    assert plain == run(7, rules)
    file = write_jsonl(tmp_path / "in.jsonl", ROWS)
    manifest = scan([str(file)], str(tmp_path / "out"), rules, Resources(), names={})
    assert manifest["counts"]["passages"] == len(plain) > 20


@pytest.mark.parametrize("statement", [
    plan.turns(), plan.links(Rules()), plan.links(Rules(same_outlet=True)), plan.candidates(),
    plan.joined(), plan.passages(), plan.term_weights(), plan.story_turns(), plan.story_pairs(),
    plan.likeness(), plan.vocabulary(), plan.emphasis(), plan.stressed(),
])  # fmt: skip
def test_the_plan_counts_in_integers(statement: str) -> None:
    """Sums of floats differ from engine to engine; a division gives floats."""
    assert not any(word in statement for word in (" / ", "AVG", "LN(", "LOG", "FLOAT", "DOUBLE"))


def test_links_are_to_the_nearest_earlier_uses_of_other_outlets() -> None:
    """One link too few loses passages as a collection grows; one too many costs time."""
    chance = random.Random(2)
    uses = [(1, doc, chance.randrange(4), chance.randrange(50) * 86400, 0) for doc in range(80)]
    db = duckdb.connect()
    db.execute("CREATE TABLE grams (gram INT8, doc INT8, outlet INT8, moment INT8, pos INT8)")
    db.executemany("INSERT INTO grams VALUES (?, ?, ?, ?, ?)", uses)
    db.execute(f"CREATE TABLE turns AS {plan.turns()}")
    rules = Rules(links=7, within=10)
    got = {(a, b) for a, b, *_ in db.sql(plan.links(rules)).fetchall()}
    ordered = sorted(uses, key=lambda use: (use[3], use[1]))
    wanted = {
        (early[1], late[1])
        for place, late in enumerate(ordered)
        for early in ordered[max(0, place - 7) : place]
        if late[3] - early[3] <= 10 * 86400 and late[2] != early[2]
    }
    assert got == wanted


def test_stories_are_groups_that_are_alike_on_average() -> None:
    """A chain of articles, each like the next, is no story."""
    chain = [(n, n + 1, 300_000) for n in range(6)]
    assert max(list(group(chain).values()).count(first) for first in range(6)) <= 3
    clique = [(a, b, 300_000) for a in range(4) for b in range(a)]
    assert set(group((min(p[:2]), max(p[:2]), p[2]) for p in clique).values()) == {0}
    assert group([]) == {}


def test_a_journey_puts_all_prints_of_a_passage_together() -> None:
    """Who followed would be told in pairs, and nobody would see how far a passage went."""
    pairs = [
        Pair("p1", "a", "b", 0, 50, 10, 60, 9),
        Pair("p2", "b", "c", 12, 60, 5, 50, 8),
        Pair("p3", "a", "d", 100, 150, 0, 50, 9),
    ]
    wide, narrow = journeys(pairs)
    assert [one.article for one in wide.prints] == ["a", "b", "c"]
    assert wide.pairs == {"p1", "p2"}
    assert [one.article for one in narrow.prints] == ["a", "d"]


@pytest.mark.parametrize("value", [True, float("nan"), 10**30, "31 June 2031", "", [], None, "x"])
def test_what_is_no_date_is_undated(value: object) -> None:
    """A date that nobody can read must not stop a scan, or put an article into 1970."""
    assert when(value) == (None, plan.UNDATED)


def test_rows_of_news_apis_are_understood() -> None:
    """Collections name their fields in many ways."""
    row = {"url": "https://news.echo.example/1", "maintext": "Some text.", "date_publish": 0,
           "source": {"name": "The Echo"}, "headline": "Some"}  # fmt: skip
    columns, rejects = Intake().take([Raw("in", 1, json.loads(json.dumps(row)))])
    assert not rejects
    assert columns["id"] == [row["url"]]
    assert columns["outlet"] == ["echo.example"]
    assert columns["title"] == ["Some"]
    assert columns["moment"] == [0]
