"""What `newsdiff corpus` shows: records of one kind, with the meaning of their columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from newsdiff.corpus.plan import UNDATED
from newsdiff.corpus.travel import Journey, Pair, Print, journeys
from newsdiff.report.options import Found

if TYPE_CHECKING:
    from newsdiff.corpus.collection import Collection, Row
    from newsdiff.corpus.verify import Verified

COLUMNS: dict[str, dict[str, str]] = {
    "scan": {
        "table": "a table of the folder",
        "rows": "how many rows it has",
        "digest": "equal for equal rows, whatever engine gave them",
    },
    "stories": {
        "story": "the story's id",
        "articles": "how many articles tell it",
        "outlets": "how many outlets they are of",
        "first": "when the first was published",
        "last": "when the last was published",
        "title": "the first one's title",
    },
    "story": {
        "story": "the story's id",
        "article": "the article's id",
        "outlet": "its outlet",
        "published": "when it was published",
        "title": "its title",
    },
    "passages": {
        "passage": "the passage's id",
        "a_outlet": "the outlet of the earlier article",
        "b_outlet": "the outlet of the later article",
        "matched": "how many words both have",
        "a_published": "when the earlier article was published",
        "b_published": "when the later article was published",
        "a": "the earlier article's id",
        "b": "the later article's id",
        "text_a": "what the earlier article says",
        "text_b": "what the later article says",
    },
    "travel": {
        "passage": "the passage's id; its records stand together",
        "place": "1 for who printed it first",
        "hours": "hours after the first; empty where a date is missing",
        "outlet": "the outlet",
        "article": "the article's id",
        "published": "when it was published",
        "text": "what it prints",
    },
    "emphasis": {
        "story": "the story's id",
        "article": "the article's id",
        "outlet": "its outlet",
        "kind": "stresses, or omits: all the others use the word",
        "term": "the word",
        "here": "how often this article uses it",
        "elsewhere": "how often the others do, together",
        "g2": "how much the counts differ (G², log-likelihood)",
    },
    "rejects": {
        "source": "the file",
        "line": "the line or row, from 1; 0 for the whole file",
        "reason": "why it is no article",
    },
    "verify": {
        "a": "an article",
        "b": "another, that shares a passage with it which the scan did not find",
        "score": "its words, less those changed",
    },
}
"""The columns of each view, in order, and what they hold."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What of a view is wanted; None is everything."""

    story: str | None = None
    passage: str | None = None
    boilerplate: bool = False
    limit: int | None = None

    @property
    def most(self) -> str:
        """The end of a query that keeps to the limit."""
        return "" if self.limit is None else f"LIMIT {self.limit}"


def scanned(out: str, manifest: Mapping[str, Any]) -> Found:
    """Return what a scan made: its tables."""
    rows = tuple({"table": name, **table} for name, table in manifest["tables"].items())
    return Found("scan", COLUMNS["scan"], rows, {"folder": out, **manifest["counts"]})


def stories(collection: Collection, chosen: Chosen) -> Found:
    """Return the stories, those of most outlets first; or the articles of one."""
    counts = _counts(collection)
    if chosen.story is not None:
        story = collection.whole("stories", "story", chosen.story)
        rows = collection.rows(
            f"""SELECT s.story, a.id AS article, a.outlet, a.published, a.title
            FROM stories s JOIN articles a ON a.id = s.article WHERE s.story = ?
            ORDER BY a.moment, a.id {chosen.most}""",
            story,
        )
        return Found("story", COLUMNS["story"], tuple(rows), counts)
    rows = collection.rows(
        f"""SELECT s.story, COUNT(*) AS articles, COUNT(DISTINCT a.outlet_key) AS outlets,
          ARG_MIN(a.published, (a.moment, a.id)) AS first,
          ARG_MAX(a.published, (a.moment, a.id)) AS last,
          ARG_MIN(a.title, (a.moment, a.id)) AS title
        FROM stories s JOIN articles a ON a.id = s.article GROUP BY s.story
        ORDER BY outlets DESC, articles DESC, s.story {chosen.most}"""
    )
    return Found("stories", COLUMNS["stories"], tuple(rows), counts)


def passages(collection: Collection, chosen: Chosen) -> Found:
    """Return shared passages, the longest first."""
    where = ["TRUE"] if chosen.boilerplate or chosen.passage else ["NOT p.boilerplate"]
    values = []
    if chosen.passage is not None:
        where.append("p.passage = ?")
        values.append(collection.whole("passages", "passage", chosen.passage))
    if chosen.story is not None:
        where.append(
            "(SELECT COUNT(*) FROM stories s WHERE s.story = ? AND s.article IN (p.a, p.b)) = 2"
        )
        values.append(collection.whole("stories", "story", chosen.story))
    rows = collection.rows(
        f"""SELECT p.passage, p.a_outlet, p.b_outlet, p.matched, p.score, p.same_outlet,
          p.boilerplate, a.published AS a_published, b.published AS b_published, p.a, p.b,
          p.a_start, p.a_end, p.b_start, p.b_end,
          substring(a.text, p.a_start + 1, p.a_end - p.a_start) AS text_a,
          substring(b.text, p.b_start + 1, p.b_end - p.b_start) AS text_b
        FROM passages p JOIN articles a ON a.id = p.a JOIN articles b ON b.id = p.b
        WHERE {" AND ".join(where)} ORDER BY p.matched DESC, p.passage {chosen.most}""",
        *values,
    )
    return Found("passages", COLUMNS["passages"], tuple(rows), _counts(collection))


def travel(collection: Collection, chosen: Chosen) -> Found:
    """Return who printed a passage first and who followed, the widest travelled first."""
    where = "TRUE" if chosen.boilerplate or chosen.passage else "NOT boilerplate"
    values = []
    if chosen.story is not None:
        where += " AND a IN (SELECT article FROM stories WHERE story = ?)"
        values.append(collection.whole("stories", "story", chosen.story))
    pairs = collection.rows(
        f"SELECT {', '.join(Pair._fields)} FROM passages WHERE {where}", *values
    )
    found = journeys(Pair(**pair) for pair in pairs)
    if chosen.passage is not None:
        wanted = collection.whole("passages", "passage", chosen.passage)
        found = [journey for journey in found if wanted in journey.pairs]
    found = found[: chosen.limit]
    articles = _articles(collection, {p.article for journey in found for p in journey.prints})
    rows = tuple(row for journey in found for row in _printed(journey, articles))
    return Found("travel", COLUMNS["travel"], rows, _counts(collection))


def _printed(journey: Journey, articles: Mapping[str, Row]) -> list[Row]:
    def order(one: Print) -> tuple[int, str]:
        return articles[one.article]["moment"], one.article

    ordered = sorted(journey.prints, key=order)
    first = articles[ordered[0].article]["moment"]
    return [
        {
            "passage": journey.passage,
            "place": place,
            "hours": None if first == UNDATED else round((article["moment"] - first) / 3600, 1),
            "outlet": article["outlet"],
            "article": one.article,
            "published": article["published"],
            "start": one.start,
            "end": one.end,
            "text": article["text"][one.start : one.end],
        }
        for place, one in enumerate(ordered, start=1)
        for article in [articles[one.article]]
    ]


def _articles(collection: Collection, ids: set[str]) -> dict[str, Row]:
    rows = collection.rows(
        "SELECT id, outlet, published, moment, text FROM articles WHERE id IN (SELECT unnest(?))",
        sorted(ids),
    )
    return {row["id"]: row for row in rows}


def emphasis(collection: Collection, chosen: Chosen) -> Found:
    """Return what each article of a story stresses or leaves out."""
    rows = collection.rows(
        f"""WITH sizes AS (
          SELECT s.story, COUNT(DISTINCT a.outlet_key) AS outlets, COUNT(*) AS articles,
            ARG_MIN(a.title, (a.moment, a.id)) AS title
          FROM stories s JOIN articles a ON a.id = s.article GROUP BY s.story)
        SELECT e.story, e.article, e.outlet, e.kind, e.term, e.here, e.elsewhere, e.g2, s.title
        FROM emphasis e JOIN sizes s ON s.story = e.story
        ORDER BY s.outlets DESC, s.articles DESC, e.story, e.article, e.kind DESC, e.g2 DESC, e.term
        {chosen.most}"""
    )
    return Found("emphasis", COLUMNS["emphasis"], tuple(rows), _counts(collection))


def rejects(collection: Collection, chosen: Chosen) -> Found:
    """Return the rows that are no articles."""
    rows = collection.rows(f"SELECT * FROM rejects ORDER BY source, line {chosen.most}")
    return Found("rejects", COLUMNS["rejects"], tuple(rows), _counts(collection))


def verified(result: Verified) -> Found:
    """Return what the scan missed, with the counts that say how much that is."""
    rows = tuple({"a": pair.a, "b": pair.b, "score": pair.score} for pair in result.missed)
    summary = {
        "articles": result.articles,
        "pairs": result.pairs,
        "least": result.least,
        "with_passage": result.passages,
        "found": result.found,
        "recall": result.recall,
        "unconfirmed": result.extra,
    }
    return Found("verify", COLUMNS["verify"], rows, summary)


def _counts(collection: Collection) -> dict[str, Any]:
    return {"folder": str(collection.folder.path), **collection.manifest["counts"]}


VIEWS: dict[str, Callable[[Collection, Chosen], Found]] = {
    "stories": stories,
    "passages": passages,
    "travel": travel,
    "emphasis": emphasis,
    "rejects": rejects,
}
