"""The plan on Spark: SQL text as it is, kernels by `mapInArrow`, each stage a table of its own.

Spark makes lost partitions anew, and as every stage depends on its rows alone, they come out the
same. A stage that is written is kept: a run that was stopped goes on behind it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import CancelledError, ThreadPoolExecutor, as_completed
from contextlib import suppress
from functools import cache, partial, reduce
from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from newsdiff.corpus import plan
from newsdiff.corpus.engines.spark.session import failures
from newsdiff.corpus.engines.spark.tasks import (
    DIGESTS,
    INTAKE,
    PARTS,
    PLACED,
    REJECTS,
    USES,
    WORDS,
    Listed,
    digest_batches,
    found_batches,
    gram_batches,
    intake_batches,
    key_batches,
    part_batches,
    profile_batches,
    repeat_batches,
    term_batches,
    use_batches,
    word_batches,
)
from newsdiff.corpus.folder import STATE, TABLES
from newsdiff.corpus.kernels.alignment import PAD
from newsdiff.corpus.kernels.batches import (
    GRAMS,
    PASSAGES,
    PROFILES,
    TERMS,
    Batches,
    evidence_batches,
    numbers,
)
from newsdiff.corpus.kernels.terms import weigh
from newsdiff.corpus.progress import Step, Tell
from newsdiff.corpus.stories import grouped
from newsdiff.corpus.tables import ARTICLES

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

    from newsdiff.corpus.engines.spark.place import Place
    from newsdiff.corpus.settings import Rules

PASSING = (
    "intake", "words", "turns", "first_found", "then_found", "profiles", "grouped", "uses",
)  # fmt: skip
"""Tables that only a running scan needs."""

WORDS_A_TASK = 4_000_000
"""Their grams take some 150 MB of a worker."""
LEAST_TASKS, MOST_TASKS = 8, 8192
PARTS_A_TASK = 4

_DDL = {
    "int32": "int", "int64": "bigint", "string": "string", "binary": "binary",
}  # fmt: skip

Kernel = Callable[[Batches], Any]


class Engine:
    """One scan's work. Not a dataclass: it holds a session."""

    def __init__(self, spark: SparkSession, place: Place, rules: Rules, tell: Tell) -> None:
        self.spark = spark
        self.place = place
        self.rules = rules
        self.tell = tell
        self._stages = 0
        self._telling = Lock()
        self._stopped = False

    def at_once(self, *chains: Sequence[Callable[[], Any]]) -> list[Any]:
        """Do chains of works that need nothing of one another; return what the last of each gives.

        Where the last tasks of one leave processors idle, another takes them. The first that fails
        stops all.
        """
        with ThreadPoolExecutor(len(chains)) as pool:
            running = [pool.submit(lambda chain: [work() for work in chain], c) for c in chains]
            try:
                for done in as_completed(running):
                    done.result()
            except BaseException:
                self._stopped = True
                with suppress(*failures()):
                    self.spark.interruptAll()
                raise
        return [done.result()[-1] for done in running]

    # -- articles ------------------------------------------------------------------------------

    def read(
        self, contents: DataFrame, files: Mapping[str, Listed], names: Mapping[str, str]
    ) -> None:
        """Take the articles of files (path, content), and their words."""
        take = partial(intake_batches, files=files, names=names)
        self._stage("intake", lambda: _mapped(contents, take, INTAKE))
        self._view(
            "ordered",
            """SELECT *, ROW_NUMBER() OVER (PARTITION BY doc ORDER BY file, row) AS turn
            FROM intake WHERE reason IS NULL""",
        )
        columns = ", ".join(ARTICLES.names)
        self._stage("articles", f"SELECT {columns} FROM ordered WHERE turn = 1")
        articles = "SELECT doc, outlet_key, moment, text FROM articles"
        self._stage("words", lambda: self._kernel(articles, word_batches, WORDS))

    def rejects(self) -> None:
        """Tell what is no article; after read()."""
        self._stage("rejects", self._rejects)

    def _rejects(self) -> DataFrame:
        repeats = "SELECT source, row, id FROM ordered WHERE turn > 1"
        bad = "SELECT source, row AS line, reason FROM intake WHERE reason IS NOT NULL"
        return self._kernel(repeats, repeat_batches, REJECTS).union(self.spark.sql(bad))

    # -- passages ------------------------------------------------------------------------------

    def link(self) -> None:
        """Find the words in a row that articles share."""
        # The plan reads the grams twice; all that it does with them goes by gram.
        grams = self._grams().repartition("gram").persist()
        grams.createOrReplaceTempView("grams")
        self._stage("turns", plan.turns())
        grams.unpersist()
        self._view("links", plan.links(self.rules))

    def _grams(self) -> DataFrame:
        words = self._number("SELECT COALESCE(SUM(count), 0) FROM words")
        tasks = min(MOST_TASKS, max(LEAST_TASKS, 1 << (words // WORDS_A_TASK).bit_length()))
        part = partial(part_batches, parts=tasks * PARTS_A_TASK, sketch=self.rules.sketch)
        spread = self._kernel("SELECT doc, outlet, moment, words FROM words", part, PARTS)
        whole = spread.repartition(tasks, "part")
        gather = partial(gram_batches, same_outlet=self.rules.same_outlet)
        return _mapped(whole, gather, GRAMS)

    def align(self) -> None:
        """Make passages of the links."""
        self._view("candidates", plan.candidates())
        self._stage("first_found", lambda: self._found("candidates"))
        self._view("found", "SELECT * FROM first_found")
        self._view("rejoined", plan.joined())
        self._stage("then_found", lambda: self._found("rejoined"))
        self._stage("passages", self._passages)

    def _found(self, candidates: str) -> DataFrame:
        """Return what candidates hold: each carries the stretches of words that it needs."""
        for side in "ab":
            carried = f"{candidates}_{side}"
            first, last = f"GREATEST(c.{side}_from - {PAD}, 0)", f"c.{side}_to + {PAD}"
            self._view(
                carried,
                f"""SELECT c.*, w.count AS {side}_length, {first} AS {side}_offset,
                  {self._cut("w.words", first, last)} AS {side}_words
                FROM {candidates} c JOIN words w ON w.doc = c.{side}""",
            )
            candidates = carried
        align = partial(found_batches, min_words=self.rules.min_words)
        return self._kernel(f"SELECT * FROM {candidates}", align, PASSAGES)

    def _passages(self) -> DataFrame:
        self._view("found", "SELECT * FROM first_found UNION ALL SELECT * FROM then_found")
        self._view("kept", plan.passages())
        spans = ", ".join(
            f"""{self._cut(f"{side}.starts", f"k.{side}_first", f"k.{side}_first")} AS {side}_start,
            {self._cut(f"{side}.ends", f"k.{side}_last", f"k.{side}_last")} AS {side}_end"""
            for side in "ab"
        )
        placed = f"""
SELECT k.a, k.b, {spans}, k.score, k.matched, k.grams, k.stock, k.same_outlet
FROM kept k JOIN words a ON a.doc = k.a JOIN words b ON b.doc = k.b"""
        self._kernel(placed, key_batches, PLACED).createOrReplaceTempView("placed")
        return self.spark.sql(f"""
SELECT {_identity("p.passage")} AS passage, a.id AS a, b.id AS b,
  p.a_start, p.a_end, p.b_start, p.b_end, p.matched, p.score,
  p.same_outlet = 1 AS same_outlet, 2 * p.stock >= p.grams AS boilerplate,
  a.outlet AS a_outlet, b.outlet AS b_outlet
FROM placed p JOIN articles a ON a.doc = p.a JOIN articles b ON b.doc = p.b""")

    # -- stories -------------------------------------------------------------------------------

    def stories(self) -> None:
        """Group the articles that tell one story."""
        self._stage("profiles", self._profiles)
        self._view("story_turns", plan.story_turns())
        self._view("story_pairs", plan.story_pairs())
        self._view("likeness", plan.likeness())
        self._stage("grouped", self._grouped)
        self._stage(
            "stories",
            f"""SELECT {_identity("shiftright(g.story, 3)")} AS story, a.id AS article
            FROM grouped g JOIN articles a ON a.doc = g.doc""",
        )

    def _profiles(self) -> DataFrame:
        """Weigh the terms once, here, and give each worker all weights."""
        words = "SELECT doc, moment, words FROM words"
        self._kernel(words, term_batches, TERMS).createOrReplaceTempView("terms")
        counted = numbers(self.spark.sql(plan.term_weights()).toArrow())
        articles = self._number("SELECT COUNT(*) FROM words")
        weights = weigh(counted["term"].astype(np.int32), counted["articles"], articles)
        return self._kernel(words, partial(profile_batches, weights=weights), PROFILES)

    def _grouped(self) -> DataFrame:
        columns = numbers(self.spark.sql("SELECT * FROM likeness").toArrow())
        docs = np.concatenate([columns["a"], columns["b"]])
        docs, places = np.unique(docs, return_index=True)
        moments = np.concatenate([columns["a_moment"], columns["b_moment"]])[places]
        # The schema for clients of Connect servers that infer none from a table without rows.
        return self.spark.createDataFrame(
            grouped(docs, moments, columns), "doc bigint, story bigint"
        )

    def emphasis(self) -> None:
        """Find what each article of a story stresses or leaves out; after stories()."""
        self._view("sizes", "SELECT doc, count AS words FROM words")
        self._view("vocabulary", plan.vocabulary())
        self._stage("uses", self._uses)
        self._stage("emphasis", self._emphasis)

    def _uses(self) -> DataFrame:
        told = "SELECT w.* FROM words w JOIN grouped g ON g.doc = w.doc"
        self._kernel(told, use_batches, USES).createOrReplaceTempView("all_uses")
        return self.spark.sql(
            """SELECT u.* FROM all_uses u
            JOIN grouped g ON g.doc = u.doc
            JOIN vocabulary v ON v.story = g.story AND v.term = u.term"""
        )

    def _emphasis(self) -> DataFrame:
        compared = self.spark.sql(plan.emphasis())
        weighed = f"{_columns(compared)}, g2 bigint"
        compared.mapInArrow(evidence_batches, weighed).createOrReplaceTempView("weighed")
        self._view("stressed", plan.stressed())
        return self.spark.sql(f"""
SELECT {_identity("shiftright(s.story, 3)")} AS story, a.id AS article, a.outlet,
  CASE WHEN s.here = 0 THEN 'omits' ELSE 'stresses' END AS kind,
  substring(w.text, u.start + 1, u.stop - u.start) AS term, s.here, s.elsewhere,
  CAST(s.g2 AS DOUBLE) / 100 AS g2
FROM stressed s JOIN uses u ON u.doc = s.witness AND u.term = s.term
JOIN articles w ON w.doc = s.witness JOIN articles a ON a.doc = s.doc""")

    # -- what came of it -----------------------------------------------------------------------

    def counts(self) -> dict[str, int]:
        """Return what there is to count."""
        queries = (
            f"""SELECT COUNT(*) AS articles, COALESCE(SUM(count), 0) AS words,
              COUNT_IF(moment = {plan.UNDATED}) AS undated, COUNT(DISTINCT outlet) AS outlets
            FROM words""",
            "SELECT COUNT(*) AS passages, COUNT_IF(boilerplate) AS boilerplate FROM passages",
            "SELECT COUNT(DISTINCT story) AS stories, COUNT(*) AS in_stories FROM grouped",
            "SELECT COUNT(*) AS rejects FROM rejects",
        )
        rows = [self.spark.sql(query).collect()[0].asDict() for query in queries]
        return {name: int(count) for row in rows for name, count in row.items()}

    def described(self) -> dict[str, dict[str, Any]]:
        """Return rows and digest of each table, as folder.digest has them."""
        digests = [
            self._kernel(f"SELECT * FROM {name}", partial(digest_batches, name=name), DIGESTS)
            for name in TABLES
        ]
        found = {name: {"rows": 0, "digest": 0} for name in TABLES}
        for row in reduce(lambda one, other: one.union(other), digests).collect():
            found[row["name"]]["rows"] += row["rows"]
            found[row["name"]]["digest"] += int(row["digest"], 16)
        return {
            name: {"rows": each["rows"], "digest": f"{each['digest'] % 2**128:032x}"}
            for name, each in found.items()
        }

    # -- Spark ---------------------------------------------------------------------------------

    def _stage(self, name: str, rows: str | Callable[[], DataFrame]) -> None:
        """Write a table, unless a run that was stopped did, and have it under its name."""
        folder = f"{STATE}/{name}" if name in PASSING else name
        done = f"{STATE}/{name}.json"
        if self._stopped:
            raise CancelledError
        if self.place.read(done) is None:
            frame = self.spark.sql(rows) if isinstance(rows, str) else rows()
            frame.write.mode("overwrite").parquet(self.place.table(folder), compression="zstd")
            self.place.write(done, {"table": name})
            reader = self.spark.read.schema(frame.schema)  # else a job would read it
        else:
            reader = self.spark.read
        reader.parquet(self.place.table(folder)).createOrReplaceTempView(name)
        with self._telling:
            self._stages += 1
            self.tell(Step("spark", self._stages, len(PASSING) + len(TABLES), "stages"))

    def _view(self, name: str, query: str) -> None:
        self.spark.sql(query).createOrReplaceTempView(name)

    def _kernel(self, query: str, kernel: Kernel, schema: pa.Schema) -> DataFrame:
        return _mapped(self.spark.sql(query), kernel, schema)

    def _cut(self, packed: str, first: str, last: str) -> str:
        """Return SQL for the numbers from the first to the last of them, packed as tasks.WORDS."""
        begin, count = f"4 * ({first})", f"4 * ({last} - {first} + 1)"
        if self._cuts_bytes():
            return f"substring({packed}, CAST({begin} + 1 AS INT), CAST({count} AS INT))"
        digits = f"CAST(2 * {begin} + 1 AS INT), CAST(2 * {count} AS INT)"
        return f"unhex(substring(hex({packed}), {digits}))"

    @cache  # noqa: B019  an engine lives as long as its command
    def _cuts_bytes(self) -> bool:
        """Return False where bytes are taken for text when they are cut: Sail 0.7."""
        try:
            return self.spark.sql("SELECT substring(X'80FF', 2, 1) = X'FF'").collect()[0][0] is True
        except failures():
            return False

    def _number(self, query: str) -> int:
        return int(self.spark.sql(query).collect()[0][0])


def _mapped(frame: DataFrame, kernel: Kernel, schema: pa.Schema) -> DataFrame:
    return frame.mapInArrow(kernel, ", ".join(f"{f.name} {_DDL[str(f.type)]}" for f in schema))


def _columns(frame: DataFrame) -> str:
    return ", ".join(f"{field.name} {field.dataType.simpleString()}" for field in frame.schema)


def _identity(key: str) -> str:
    """Return SQL for a number as the tables have it: 15 hexadecimal digits."""
    return f"lower(lpad(hex({key}), 15, '0'))"
