"""The embedded engine: DuckDB for the plan, numpy in this process for the kernels.

The work is cut into parts, and each is committed when it is whole, in a database inside of the
scan's folder. A run that was stopped, however, goes on from there, and ends with the same rows.
"""

from __future__ import annotations

import shutil
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from newsdiff.corpus import plan
from newsdiff.corpus.engines.spool import LinkSpool
from newsdiff.corpus.intake import Intake, Raw, Reject
from newsdiff.corpus.kernels.alignment import Stretches
from newsdiff.corpus.kernels.batches import (
    GRAMS,
    PASSAGES,
    PROFILES,
    USES,
    evidence_batches,
    numbers,
    profile_batches,
    term_batches,
    use_batches,
)
from newsdiff.corpus.kernels.grams import Grams, grams
from newsdiff.corpus.kernels.hashing import key
from newsdiff.corpus.kernels.passages import Columns, find
from newsdiff.corpus.kernels.repeats import MOST, repeated
from newsdiff.corpus.kernels.terms import weigh
from newsdiff.corpus.kernels.words import words
from newsdiff.corpus.progress import Step, Tell, silent
from newsdiff.corpus.store import PLACES_AT_ONCE, WordStore
from newsdiff.corpus.stories import grouped
from newsdiff.corpus.tables import ARTICLES, passage_keys

if TYPE_CHECKING:
    from newsdiff.corpus.folder import Folder
    from newsdiff.corpus.settings import Resources, Rules

Numbers = NDArray[np.int64]
_In = TypeVar("_In")
_Out = TypeVar("_Out")

ROWS = 1000
"""Rows of the input that make a part."""
WORDS_AT_ONCE = 500_000
"""Words whose grams are made at once."""
GRAMS_A_PART = 2_000_000
MOST_PARTS = 512
LINKS_A_PART = 2_000_000
LINKS_A_BATCH = 1_000_000
CANDIDATES_AT_ONCE = 50_000

_TABLES = """
CREATE TABLE IF NOT EXISTS done (stage VARCHAR, part BIGINT, run BIGINT);
CREATE TABLE IF NOT EXISTS docs (
  doc BIGINT, outlet BIGINT, moment BIGINT, first_word BIGINT, words BIGINT, run BIGINT);
CREATE TABLE IF NOT EXISTS rejects (source VARCHAR, line BIGINT, reason VARCHAR);
CREATE TABLE IF NOT EXISTS changed (a BIGINT, b BIGINT);
CREATE TABLE IF NOT EXISTS all_passages (
  passage BIGINT, a BIGINT, b BIGINT, a_start BIGINT, a_end BIGINT, b_start BIGINT, b_end BIGINT,
  score BIGINT, matched BIGINT, grams BIGINT, stock BIGINT, same_outlet BIGINT);
"""

_PLACE_BITS = 20
"""Of a gram on its way to its part, which is its key and a number: the article's row in `docs` and,
in these last bits, the place (MAX_CHARS hold fewer words)."""


class _Docs(NamedTuple):
    """The articles as arrays, in the order in which their words are stored.

    The plan knows an article by its `number`: 0 for the first by moment and doc. `rows` tells for
    each number its place in the arrays.
    """

    doc: Numbers
    outlet: Numbers
    moment: Numbers
    first_word: Numbers
    words: Numbers
    run: Numbers
    number: Numbers
    rows: Numbers


class Engine:
    """One scan's work. Not a dataclass: it holds an open database.

    `run` is 0 for a scan, and one more each time that articles are added to it.
    """

    def __init__(
        self,
        folder: Folder,
        rules: Rules,
        resources: Resources,
        tell: Tell = silent,
        *,
        run: int = 0,
    ) -> None:
        self.folder = folder
        self.rules = rules
        self.tell = tell
        self.threads = resources.threads
        self.run = run
        # Two scans may pass their files through one folder.
        name = f"newsdiff-{key(str(folder.path.resolve())):x}"
        self._passing = Path(resources.temp or folder.state) / name
        self._passing.mkdir(parents=True, exist_ok=True)
        self._db = _connect(folder.state / "scan.duckdb", self._passing, resources)
        self._db.execute(_TABLES)
        self._store = WordStore(folder.state)
        self._links = folder.state / "links"

    def forget(self) -> None:
        """Drop what only a running scan needs; what --add needs stays."""
        self._db.execute("DELETE FROM changed")
        self._db.execute("CHECKPOINT")
        shutil.rmtree(self._links, ignore_errors=True)
        shutil.rmtree(self._passing, ignore_errors=True)

    def close(self) -> None:
        """Close the database."""
        self._db.close()

    # -- articles ------------------------------------------------------------------------------

    def read(self, rows: Iterator[Raw], names: Mapping[str, str]) -> None:
        """Take the articles of the rows, a part of ROWS rows at a time."""
        known = {doc for (doc,) in self._db.execute("SELECT doc FROM docs").fetchall()}
        intake = Intake(names, known)
        done = len(self._done("read"))
        taken = sum(1 for _ in islice(rows, done * ROWS))
        self._store.keep(self._words())
        for part in _parts(rows, ROWS):
            taken += len(part)
            columns, rejects = intake.take(part)
            self._keep_articles(done, columns, rejects)
            done += 1
            self.tell(Step("read", taken, None, "articles"))

    def _keep_articles(
        self, number: int, columns: dict[str, list[Any]], rejects: Sequence[Reject]
    ) -> None:
        batch = pa.RecordBatch.from_pydict(columns, schema=ARTICLES)
        found = words(columns["text"])
        first = self._words()
        docs = pa.table(
            {
                "doc": batch.column("doc"),
                "outlet": batch.column("outlet_key"),
                "moment": batch.column("moment"),
                "first_word": found.offsets[:-1] + first,
                "words": np.diff(found.offsets),
                "run": np.full(len(batch), self.run),
            }
        )
        self._store.keep(first)
        self._store.append(found)
        if len(batch):
            # Of one run after the other, the parts have numbers of their own.
            with self.folder.part("articles", number, self.run) as path:
                rows = pa.Table.from_batches([batch])
                # Texts hardly come twice: a dictionary of them would be made in vain.
                pq.write_table(rows, path, compression="zstd", use_dictionary=["outlet", "source"])
        with self._commit("read", number):
            self._insert("docs", docs)
            if rejects:
                self._db.executemany("INSERT INTO rejects VALUES (?, ?, ?)", rejects)

    # -- links ---------------------------------------------------------------------------------

    def link(self) -> None:
        """Find the words in a row that articles share."""
        docs = self._docs()
        if self.run:
            self._link_added(docs)
            return
        self._link("link", docs, None, lambda: plan.links(self.rules))

    def _link_added(self, docs: _Docs) -> None:
        """Link the articles that were added, and mend what that changes among the others.

        A new use of a gram can come between two old ones, which are then no longer linked, and it
        can make a gram stock. The old pairs that lose or change a link are linked anew, whole.
        """
        fresh = np.flatnonzero(docs.run == self.run)
        self._make("fresh", pa.table({"doc": docs.number[fresh]}))

        def link_fresh() -> str:
            self._make("links_now", plan.links(self.rules))
            self._db.execute("DELETE FROM grams WHERE doc IN (FROM fresh)")
            self._make("turns", plan.turns())
            self._db.execute(
                f"""INSERT INTO changed SELECT DISTINCT a, b FROM (
                  FROM ({plan.links(self.rules)}) EXCEPT FROM links_now)"""
            )
            return "SELECT * FROM links_now WHERE a IN (FROM fresh) OR b IN (FROM fresh)"

        self._link("link", docs, self._grams_of(docs, fresh), link_fresh)
        pairs = numbers(self._arrow("SELECT DISTINCT a, b FROM changed"))
        if not len(pairs["a"]):
            return
        rows = docs.rows[np.unique(np.concatenate([pairs["a"], pairs["b"]]))]
        links = f"""SELECT l.* FROM ({plan.links(self.rules)}) l
          JOIN (SELECT DISTINCT a, b FROM changed) c ON c.a = l.a AND c.b = l.b"""
        self._link("relink", docs, self._grams_of(docs, rows), lambda: links)
        if not self._done("forget"):
            self._make("old", pa.table({side: docs.doc[docs.rows[pairs[side]]] for side in "ab"}))
            with self._commit("forget", 0):
                self._db.execute(
                    "DELETE FROM all_passages p WHERE EXISTS "
                    "(SELECT 1 FROM old o WHERE o.a = p.a AND o.b = p.b)"
                )

    def _link(
        self, stage: str, docs: _Docs, wanted: Numbers | None, work: Callable[[], str]
    ) -> None:
        """Link all articles by all grams, or by those `wanted`, part by part. The work finds them
        in the tables `grams` and `turns`, and returns what selects the links."""
        count = int(docs.words.sum()) if wanted is None else 4 * len(wanted)
        parts = min(MOST_PARTS, _power_of_two(count // GRAMS_A_PART))
        left = sorted(set(range(parts)) - self._done(stage))
        if left:
            self._spread(docs, parts, wanted)
        spool = LinkSpool(self._links, len(docs.doc))
        for part in left:
            self._gather(docs, part)
            with self._commit(stage, part):
                links = self._db.sql(work()).to_arrow_reader(LINKS_A_BATCH)
                spool.write(f"{stage}-{part}", links)
            self._spilled(part).unlink()
            self.tell(Step(stage, part + 1, parts, "parts"))

    def _grams_of(self, docs: _Docs, rows: Numbers) -> Numbers:
        """Return the grams of some articles, each once, in order."""
        values = self._store.words()
        found: list[Numbers] = [np.empty(0, np.int64)]
        for row in rows.tolist():
            first, count = int(docs.first_word[row]), int(docs.words[row])
            mine = grams(
                np.array(values[first : first + count]),
                np.array([0, count]),
                sketch=self.rules.sketch,
            )
            found.append(mine.keys)
        return np.unique(np.concatenate(found))

    def _spread(self, docs: _Docs, parts: int, wanted: Numbers | None) -> None:
        """Write grams to files, parted by their first bits."""
        bits = parts.bit_length() - 1
        with ExitStack() as stack:
            files = [stack.enter_context(self._spilled(part).open("wb")) for part in range(parts)]
            ranges = list(_ranges(docs.words, WORDS_AT_ONCE))
            work = self._in_order(lambda chosen: self._grams(docs, chosen, bits, wanted), ranges)
            for (_, stop), (spilled, bounds) in zip(ranges, work, strict=True):
                for part, file in enumerate(files):
                    file.write(spilled[bounds[part] : bounds[part + 1]].data)
                self.tell(Step("grams", stop, len(docs.doc), "articles"))

    def _grams(
        self, docs: _Docs, chosen: tuple[int, int], bits: int, wanted: Numbers | None
    ) -> tuple[Numbers, Numbers]:
        """Return the grams of a range of articles by part, and where each part begins."""
        begin, _ = chosen
        values, offsets = self._values(docs, chosen)
        found = grams(values, offsets, sketch=self.rules.sketch)
        if wanted is not None:
            kept = np.flatnonzero(_among(found.keys, wanted))
            found = Grams(found.keys[kept], found.texts[kept], found.places[kept])
        part = (found.keys.view(np.uint64) >> np.uint64(1) >> np.uint64(63 - bits)).astype(
            np.uint8 if bits <= 8 else np.uint16  # which sorts faster
        )
        order = np.argsort(part, kind="stable")
        spilled = np.empty((len(order), 2), np.int64)
        spilled[:, 0] = found.keys[order]
        spilled[:, 1] = (((found.texts + begin) << _PLACE_BITS) + found.places)[order]
        counts = np.bincount(part, minlength=1 << bits)
        return spilled, np.concatenate([np.zeros(1, np.int64), np.cumsum(counts)])

    def _gather(self, docs: _Docs, part: int) -> None:
        """Make the tables `grams` and `turns` of a part."""
        keys, texts = np.fromfile(self._spilled(part), np.int64).reshape(-1, 2).T
        if len(keys) <= MOST:
            sources = docs.number if self.rules.same_outlet else docs.outlet
            # In as few bytes as they need: it goes faster.
            sources = sources.astype(np.min_scalar_type(sources.max(initial=0)))
            kept = repeated(keys, sources[texts >> _PLACE_BITS])
            keys, texts = keys[kept], texts[kept]
        doc = texts >> _PLACE_BITS
        arrays = [
            keys, docs.number[doc], docs.outlet[doc], docs.moment[doc],
            texts & ((1 << _PLACE_BITS) - 1),
        ]  # fmt: skip
        self._make("grams", pa.Table.from_arrays([pa.array(a) for a in arrays], schema=GRAMS))
        self._make("turns", plan.turns())

    def _spilled(self, part: int) -> Path:
        return self._passing / f"grams-{part}.bin"

    # -- passages ------------------------------------------------------------------------------

    def align(self) -> None:
        """Make passages of the links."""
        docs = self._docs()
        spool = LinkSpool(self._links, len(docs.doc))
        parts = list(_ranges(spool.counts(), LINKS_A_PART))
        done = self._done("align")
        for part, (begin, stop) in enumerate(parts):
            if part not in done:
                self._align_part(docs, part, spool.read(begin, stop))
            self.tell(Step("align", part + 1, len(parts), "parts"))

    def _align_part(self, docs: _Docs, part: int, links: pa.Table) -> None:
        self._db.register("links", links)
        self._make("found", self._found(docs, plan.candidates()))
        self._insert("found", self._found(docs, plan.joined()))
        passages = numbers(self._arrow(plan.passages()))
        table = self._placed(docs, passages)
        with self._commit("align", part):
            self._insert("all_passages", table)

    def _found(self, docs: _Docs, candidates: str) -> pa.Table:
        """Return what a query's candidates hold, as the plan's table `found`."""
        columns = numbers(self._arrow(candidates))
        places = {side: docs.rows[columns[side]] for side in "ab"}
        # In the order of the words on disk: each page is read once or twice.
        order = np.argsort(places["b"] * len(docs.doc) + places["a"])
        chunks = [
            order[begin : begin + CANDIDATES_AT_ONCE]
            for begin in range(0, len(order), CANDIDATES_AT_ONCE)
        ]

        def work(chosen: Numbers) -> Columns:
            values = self._store.words()
            a, b = (
                Stretches(
                    values, docs.first_word[places[side][chosen]], docs.words[places[side][chosen]]
                )
                for side in "ab"
            )
            few = {name: column[chosen] for name, column in columns.items()}
            return find(few, a, b, self.rules.min_words)

        found = list(self._in_order(work, chunks))
        none = [np.empty(0, np.int64)]
        arrays = [
            pa.array(np.concatenate([each[name] for each in found] or none))
            for name in PASSAGES.names
        ]
        return pa.Table.from_arrays(arrays, schema=PASSAGES)

    def _placed(self, docs: _Docs, passages: Columns) -> pa.Table:
        """Return passages with the characters at which they begin and end."""
        rows = {side: docs.rows[passages[side]] for side in "ab"}
        columns = {side: docs.doc[row] for side, row in rows.items()}
        for side, row in rows.items():
            first = docs.first_word[row]
            starts = self._store.places(first + passages[f"{side}_first"])[:, 0]
            ends = self._store.places(first + passages[f"{side}_last"])[:, 1]
            columns[f"{side}_start"] = starts.astype(np.int64)
            columns[f"{side}_end"] = ends.astype(np.int64)
        for name in ("score", "matched", "grams", "stock", "same_outlet"):
            columns[name] = passages[name]
        return pa.table({"passage": passage_keys(columns), **columns})

    # -- stories -------------------------------------------------------------------------------

    def stories(self) -> None:
        """Group the articles that tell one story. It starts anew when it was stopped: the weights
        of terms are those of all articles."""
        docs = self._docs()
        ranges = list(_ranges(docs.words, WORDS_AT_ONCE))
        self._db.execute("CREATE OR REPLACE TEMP TABLE terms (term INTEGER, articles BIGINT)")
        for (counts,) in self._in_order(
            lambda chosen: list(term_batches([self._stored(docs, chosen)])), ranges
        ):
            self._insert("terms", pa.Table.from_batches([counts]))
        counted = self._arrow(plan.term_weights())
        weights = weigh(np.asarray(counted["term"]), np.asarray(counted["articles"]), len(docs.doc))
        self._make("profiles", PROFILES.empty_table())
        work = self._in_order(
            lambda chosen: list(profile_batches([self._stored(docs, chosen)], weights)), ranges
        )
        for (_, stop), (found,) in zip(ranges, work, strict=True):
            self._insert("profiles", pa.Table.from_batches([found]))
            self.tell(Step("stories", stop, len(docs.doc), "articles"))
        self._make("story_turns", plan.story_turns())
        self._make("story_pairs", plan.story_pairs())
        alike = numbers(self._arrow(plan.likeness()))
        self._make("grouped", grouped(docs.doc, docs.moment, alike))

    def emphasis(self) -> None:
        """Find what each article of a story stresses or leaves out; after stories()."""
        docs = self._docs()
        self._make("sizes", "SELECT doc, words FROM docs")
        self._make("vocabulary", plan.vocabulary())
        self._make("uses", USES.empty_table())
        ranges = list(_ranges(docs.words, WORDS_AT_ONCE))
        for (used,) in self._in_order(
            lambda chosen: list(use_batches([self._stored(docs, chosen)])), ranges
        ):
            self._db.register("incoming", pa.Table.from_batches([used]))
            self._db.execute(
                """INSERT INTO uses SELECT i.doc, i.term, i.uses FROM incoming i
                JOIN grouped g ON g.doc = i.doc
                JOIN vocabulary v ON v.story = g.story AND v.term = i.term"""
            )
        rows = self._arrow(plan.emphasis())
        weighed = list(evidence_batches(rows.to_batches() or [_none(rows.schema)]))
        self._make("weighed", pa.Table.from_batches(weighed))
        self._make("stressed", plan.stressed())
        self._name_terms(docs)

    def _name_terms(self, docs: _Docs) -> None:
        """Read each term in its witness: `stressed` to `told`, with the words."""
        wanted = numbers(self._arrow("SELECT DISTINCT witness, term FROM stressed ORDER BY ALL"))
        rows = docs_rows(docs.doc)(wanted["witness"])
        terms = wanted["term"].tolist()
        places = []
        for number, (row, term) in enumerate(zip(rows.tolist(), terms, strict=True)):
            if number % PLACES_AT_ONCE == 0:
                values = self._store.words()
            first = int(docs.first_word[row])
            mine = values[first : first + int(docs.words[row])]
            places.append(first + int(np.argmax(mine == term)))
        spans = self._store.places(np.array(places, np.int64))
        self._make(
            "named",
            pa.table({**wanted, "start": spans[:, 0], "stop": spans[:, 1]}),
        )

    def _stored(self, docs: _Docs, chosen: tuple[int, int]) -> pa.RecordBatch:
        """Return a range of articles with their words, as kernels.batches take them."""
        begin, stop = chosen
        values, offsets = self._values(docs, chosen)
        lists = pa.ListArray.from_arrays(pa.array(offsets.astype(np.int32)), pa.array(values))
        return pa.RecordBatch.from_pydict(
            {"doc": docs.doc[begin:stop], "moment": docs.moment[begin:stop], "words": lists}
        )

    def _values(self, docs: _Docs, chosen: tuple[int, int]) -> tuple[NDArray[np.int32], Numbers]:
        """Return the words of a range of articles, and where each article's begin."""
        begin, stop = chosen
        first = docs.first_word[begin]
        end = docs.first_word[stop - 1] + docs.words[stop - 1]
        values = np.array(self._store.words()[first:end])
        return values, np.append(docs.first_word[begin:stop], end) - first

    # -- the database --------------------------------------------------------------------------

    def write(self) -> dict[str, int]:
        """Write the tables, and return what there is to count."""
        articles = self.folder.table("articles") / "*.parquet"
        self._write(
            "passages",
            f"""
WITH names AS (SELECT id, doc, outlet FROM read_parquet('{_quoted(articles)}'))
SELECT printf('%015x', p.passage) AS passage, a.id AS a, b.id AS b,
  a_start, a_end, b_start, b_end, matched, score,
  p.same_outlet = 1 AS same_outlet, 2 * p.stock >= p.grams AS boilerplate,
  a.outlet AS a_outlet, b.outlet AS b_outlet
FROM all_passages p JOIN names a ON a.doc = p.a JOIN names b ON b.doc = p.b
ORDER BY a.id, b.id, a_start, b_start""",
        )
        self._write(
            "stories",
            f"""
WITH names AS (SELECT id, doc FROM read_parquet('{_quoted(articles)}'))
SELECT printf('%015x', g.story >> 3) AS story, a.id AS article
FROM grouped g JOIN names a ON a.doc = g.doc ORDER BY ALL""",
        )
        self._write(
            "emphasis",
            f"""
WITH names AS (SELECT id, doc, outlet, text FROM read_parquet('{_quoted(articles)}')),
words AS (
  SELECT n.witness, n.term, substring(a.text, n.start + 1, n.stop - n.start) AS word
  FROM named n JOIN names a ON a.doc = n.witness)
SELECT printf('%015x', s.story >> 3) AS story, a.id AS article, a.outlet,
  CASE WHEN s.here = 0 THEN 'omits' ELSE 'stresses' END AS kind,
  w.word AS term, s.here, s.elsewhere, s.g2 / 100 AS g2
FROM stressed s JOIN words w ON w.witness = s.witness AND w.term = s.term
JOIN names a ON a.doc = s.doc ORDER BY ALL""",
        )
        self._write("rejects", "SELECT source, line, reason FROM rejects ORDER BY ALL")
        names = (
            "articles", "words", "undated", "outlets", "passages", "boilerplate", "stories",
            "in_stories", "rejects",
        )  # fmt: skip
        counts = self._one(
            f"""
SELECT (SELECT COUNT(*) FROM docs), (SELECT CAST(COALESCE(SUM(words), 0) AS BIGINT) FROM docs),
  (SELECT COUNT(*) FROM docs WHERE moment = {plan.UNDATED}),
  (SELECT COUNT(DISTINCT outlet) FROM docs), (SELECT COUNT(*) FROM all_passages),
  (SELECT COUNT(*) FROM all_passages WHERE 2 * stock >= grams),
  (SELECT COUNT(DISTINCT story) FROM grouped), (SELECT COUNT(*) FROM grouped),
  (SELECT COUNT(*) FROM rejects)"""
        )
        return dict(zip(names, counts, strict=True))

    def _write(self, name: str, query: str) -> None:
        with self.folder.part(name, 0) as path:
            self._db.execute(f"COPY ({query}) TO '{_quoted(path)}' (FORMAT parquet, CODEC zstd)")

    def _docs(self) -> _Docs:
        table = self._arrow("SELECT * FROM docs ORDER BY first_word, words, doc")
        columns = numbers(table)
        rows = np.lexsort((columns["doc"], columns["moment"]))
        _, columns["outlet"] = np.unique(columns["outlet"], return_inverse=True)
        return _Docs(**columns, number=np.argsort(rows), rows=rows)

    def _words(self) -> int:
        (count,) = self._one("SELECT COALESCE(SUM(words), 0) FROM docs")
        return int(count)

    def _done(self, stage: str) -> set[int]:
        rows = self._db.execute(
            "SELECT part FROM done WHERE stage = ? AND run = ?", [stage, self.run]
        ).fetchall()
        return {part for (part,) in rows}

    @contextmanager
    def _commit(self, stage: str, part: int) -> Iterator[None]:
        """Do what stands inside wholly, and note that this part of a stage is done, or neither."""
        self._db.execute("BEGIN")
        try:
            yield
            self._db.execute("INSERT INTO done VALUES (?, ?, ?)", [stage, part, self.run])
            self._db.execute("COMMIT")
        except BaseException:
            self._db.execute("ROLLBACK")
            raise

    def _one(self, query: str) -> tuple[Any, ...]:
        # With fetchone the result would stay open, and keep the next transaction from beginning.
        (row,) = self._db.execute(query).fetchall()
        return tuple(row)

    def _arrow(self, query: str) -> pa.Table:
        table: pa.Table = self._db.sql(query).to_arrow_table()
        return table

    def _make(self, name: str, rows: str | pa.Table) -> None:
        """Make a table of a query's rows or of an arrow table, in the place of the last one."""
        query = rows if isinstance(rows, str) else "SELECT * FROM incoming"
        if not isinstance(rows, str):
            self._db.register("incoming", rows)
        self._db.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS {query}")

    def _insert(self, name: str, rows: pa.Table) -> None:
        self._db.register("incoming", rows)
        self._db.execute(f"INSERT INTO {name} SELECT * FROM incoming")

    def _in_order(self, work: Callable[[_In], _Out], items: Sequence[_In]) -> Iterator[_Out]:
        """Yield the work's results in the order of the items, so many at once as there are
        threads; numpy lets go of the interpreter while it works."""
        with ThreadPoolExecutor(self.threads) as pool:
            waiting: deque[Future[_Out]] = deque()
            for item in items:
                waiting.append(pool.submit(work, item))
                if len(waiting) > self.threads:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()


def docs_rows(docs: Numbers) -> Callable[[Numbers], Numbers]:
    """Return what turns numbers of articles into their places in `docs`."""
    order = np.argsort(docs)
    ordered = docs[order]
    return lambda wanted: order[np.searchsorted(ordered, wanted)]


def _connect(path: Path, temporary: Path, resources: Resources) -> duckdb.DuckDBPyConnection:
    # The rest of the memory is for the kernels, which hold one part of the work.
    return duckdb.connect(
        str(path),
        config={
            "threads": resources.threads,
            "memory_limit": f"{max(resources.memory * 6 // 10, 100_000_000) // 1_000_000}MB",
            "temp_directory": str(temporary / "duckdb"),
            "preserve_insertion_order": "false",
        },
    )


def _among(keys: Numbers, ordered: Numbers) -> NDArray[np.bool_]:
    """Return which keys are among others that stand in order."""
    if not len(ordered):
        return np.zeros(len(keys), np.bool_)
    places = np.minimum(np.searchsorted(ordered, keys), len(ordered) - 1)
    found: NDArray[np.bool_] = ordered[places] == keys
    return found


def _parts(rows: Iterable[Raw], size: int) -> Iterator[list[Raw]]:
    iterator = iter(rows)
    while part := list(islice(iterator, size)):
        yield part


def _ranges(words: Numbers, most: int) -> Iterator[tuple[int, int]]:
    """Yield ranges of articles with about `most` words together, at least one article each."""
    ends = np.cumsum(words)
    begin = 0
    while begin < len(words):
        before = ends[begin - 1] if begin else 0
        stop = max(begin + 1, int(np.searchsorted(ends, before + most, side="right")))
        yield begin, stop
        begin = stop


def _power_of_two(count: int) -> int:
    """Return the least power of two that is greater than `count`."""
    return 1 << int(count).bit_length()


def _none(schema: pa.Schema) -> pa.RecordBatch:
    return pa.RecordBatch.from_pylist([], schema=schema)


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
