"""What a collection holds to articles, and a reason for each row that is none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any, NamedTuple

from newsdiff.corpus.kernels.hashing import key
from newsdiff.corpus.outlets import outlet
from newsdiff.corpus.plan import UNDATED
from newsdiff.reading.frontmatter import iso_date

COLUMNS = {
    "id": ("id", "_id", "doc_id", "article_id", "uuid", "url"),
    "text": ("text", "maintext", "body", "content", "article", "raw_text"),
    "outlet": ("outlet", "source_domain", "domain", "publisher", "publication", "site", "source"),
    "published": (
        "published", "published_at", "date_publish", "publish_date", "pubdate", "date",
        "timestamp", "created_at",
    ),
    "title": ("title", "headline"),
    "url": ("url", "link", "canonical_url"),
}  # fmt: skip
"""The names under which collections hold what an article needs, the likeliest first: those of
trafilatura, newspaper4k, news-please and of common data sets."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SURROGATE = re.compile("[\ud800-\udfff]")
_MILLISECONDS_FROM = 100_000_000_000
"""A number of seconds above this is the year 5138: it counts milliseconds."""


class Raw(NamedTuple):
    """One row of an input: its file, its number there from 1, and its fields or what is wrong."""

    source: str
    row: int
    fields: Mapping[str, Any] | None
    reason: str = ""


class Reject(NamedTuple):
    """A row that is no article, and why."""

    source: str
    row: int
    reason: str


ARTICLE = (
    "id", "doc", "outlet", "outlet_key", "published", "moment", "title", "url", "source", "text",
)  # fmt: skip
"""What is known of an article. `doc` and `outlet_key` are numbers made of id and outlet, `moment`
seconds since 1970 (UTC) or UNDATED."""


@dataclass(slots=True)
class Intake:
    """Turns rows into articles. `names` are the user's own columns; ids that came before are
    `known`, as an id may stand for one article only."""

    names: Mapping[str, str] = field(default_factory=dict)
    known: set[int] = field(default_factory=set)

    def take(self, rows: Iterable[Raw]) -> tuple[dict[str, list[Any]], list[Reject]]:
        """Return articles as columns (see ARTICLE), and the rows that are none."""
        columns: dict[str, list[Any]] = {name: [] for name in ARTICLE}
        rejects = []
        for raw in rows:
            try:
                values = self._article(raw)
            except ValueError as error:
                rejects.append(Reject(raw.source, raw.row, str(error)))
                continue
            for name, value in zip(ARTICLE, values, strict=True):
                columns[name].append(value)
        return columns, rejects

    def _article(self, raw: Raw) -> tuple[Any, ...]:
        """Return the values of ARTICLE; raises ValueError with the reason where it is none."""
        if raw.fields is None:
            raise ValueError(raw.reason)
        text = self._field(raw.fields, "text")
        if text is None:
            wanted = self.names.get("text") or ", ".join(COLUMNS["text"])
            raise ValueError(f"no text: none of its fields is {wanted}")
        if not isinstance(text, str):
            raise ValueError(f"its text is no text but {type(text).__name__}")
        if not text.strip():
            raise ValueError("its text is empty")
        url = self._words(raw.fields, "url")
        name = self._words(raw.fields, "id") or f"{raw.source}:{raw.row}"
        doc = key(name)
        if doc in self.known:
            raise ValueError(came_before(name))
        self.known.add(doc)
        house = outlet(self._words(raw.fields, "outlet"), url)
        published, moment = when(self._field(raw.fields, "published"))
        title = self._words(raw.fields, "title") or None
        # Articles of unknown outlets are each of their own.
        outlet_key = key(house) if house else doc
        return (
            name, doc, house or None, outlet_key, published, moment, title, url or None,
            raw.source, _encodable(text),
        )  # fmt: skip

    def _field(self, fields: Mapping[str, Any], name: str) -> Any:  # noqa: ANN401  JSON holds anything
        if name in self.names:
            return fields.get(self.names[name])
        found = (fields[known] for known in COLUMNS[name] if fields.get(known) not in (None, ""))
        return next(found, None)

    def _words(self, fields: Mapping[str, Any], name: str) -> str:
        value = self._field(fields, name)
        if isinstance(value, Mapping):  # news APIs: {"source": {"name": …}}
            value = value.get("name")
        return "" if value is None or isinstance(value, list) else _encodable(str(value))


def came_before(name: str) -> str:
    """Return why a row with this id is no article."""
    return f"the id {name[:200]!r} came before"


def when(value: object) -> tuple[str | None, int]:
    """Return a date as ISO 8601 and as seconds since 1970 (UTC); UNDATED where it is none.

    >>> when("2031-05-14"), when("May 14, 2031"), when("soon")
    (('2031-05-14', 1936483200), ('2031-05-14', 1936483200), (None, -4000000000000))
    >>> when(1936483200000)
    ('2031-05-14T00:00:00+00:00', 1936483200)
    """
    try:
        if isinstance(value, datetime):
            moment = value if value.tzinfo else value.replace(tzinfo=UTC)
            return value.isoformat(), _seconds(moment)
        if isinstance(value, date):
            return value.isoformat(), _seconds(
                datetime(value.year, value.month, value.day, tzinfo=UTC)
            )
        if isinstance(value, int | float) and not isinstance(value, bool):
            seconds = int(value) // (1000 if abs(value) >= _MILLISECONDS_FROM else 1)
            return datetime.fromtimestamp(seconds, UTC).isoformat(), seconds
        if isinstance(value, str) and value.strip():
            return _told(value)
    except (ValueError, OverflowError, OSError):
        pass
    return None, UNDATED


@lru_cache(maxsize=4096)
def _told(words: str) -> tuple[str | None, int]:
    """Return when(words); many articles have one date."""
    return when(_parsed(words))


def _parsed(words: str) -> date | datetime:
    iso = iso_date(words.strip())
    return date.fromisoformat(iso) if len(iso) <= len("2031-05-14") else datetime.fromisoformat(iso)


def _seconds(moment: datetime) -> int:
    return int((moment - EPOCH).total_seconds() // 1)


def _encodable(text: str) -> str:
    """Return `text` with U+FFFD for lone surrogates, which no UTF-8 can hold: offsets stay."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text)
    return text
