"""A finished scan, read: its tables as rows, and its articles."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import duckdb

from newsdiff.corpus.folder import TABLES, Folder
from newsdiff.errors import UsageError
from newsdiff.reading import from_text

if TYPE_CHECKING:
    from newsdiff.article import Article

Row = dict[str, Any]
_ID = re.compile(r"[0-9a-f]{1,15}")


class Collection:
    """The tables of a scan's folder, as views of a database of their own names."""

    def __init__(self, path: str) -> None:
        self.folder = Folder(path)
        self.manifest = self.folder.manifest()
        self._db = duckdb.connect()
        for name in TABLES:
            files = [str(file) for file in sorted(self.folder.table(name).glob("*.parquet"))]
            if files:
                listed = ", ".join("'" + file.replace("'", "''") + "'" for file in files)
                self._db.execute(f"CREATE VIEW {name} AS SELECT * FROM read_parquet([{listed}])")

    def rows(self, query: str, *values: object) -> list[Row]:
        """Return a query's rows."""
        result = self._db.execute(query, list(values))
        names = [column[0] for column in result.description or ()]
        return [dict(zip(names, row, strict=True)) for row in result.fetchall()]

    def whole(self, table: str, column: str, begun: str) -> str:
        """Return the one value of a column of ids that begins so; UsageError for none or more."""
        if not _ID.fullmatch(begun):
            raise UsageError(f"{begun!r} is no {column}'s id: those are of 0-9 and a-f")
        found = self.rows(
            f"SELECT DISTINCT {column} AS id FROM {table} WHERE starts_with({column}, ?) LIMIT 2",
            begun,
        )
        if not found:
            raise UsageError(f"no {column} {begun!r} in {self.folder.path}")
        if len(found) > 1:
            raise UsageError(f"several ids of a {column} begin with {begun!r}; give more of it")
        return str(found[0]["id"])

    def articles_of(self, story: str) -> list[Article]:
        """Return a story's articles, earliest first."""
        rows = self.rows(
            """SELECT a.id, a.title, a.outlet, a.published, a.text
            FROM stories s JOIN articles a ON a.id = s.article WHERE s.story = ?
            ORDER BY a.moment, a.id""",
            self.whole("stories", "story", story),
        )
        return [
            replace(
                from_text(row["text"], row["id"]),
                title=row["title"],
                outlet=row["outlet"],
                published=row["published"],
            )
            for row in rows
        ]
