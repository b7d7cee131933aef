"""Front matter: what a file says about its article, before the article.

    ---
    title: Council keeps the old bridge
    outlet: The Marlow Echo
    author: Ann Doe
    date: 2024-05-17
    ---

Lines of `key: value` between two lines of three hyphens, as static site generators write them. It
is not YAML: values are text, keys that are not known are ignored, and whatever else stands between
the hyphens makes it no front matter but text.
"""

from __future__ import annotations

import re
from datetime import date, datetime

FENCE = "---"
MAX_LINES = 100
KEYS = {
    "title": "title", "headline": "title",
    "outlet": "outlet", "source": "outlet", "publisher": "outlet", "publication": "outlet",
    "site": "outlet",
    "author": "author", "authors": "author", "byline": "author", "by": "author",
    "date": "published", "published": "published", "pubdate": "published",
    "language": "language", "lang": "language",
}  # fmt: skip
"""Keys in small letters, and the field of an article that each gives."""

FIELD = re.compile(r"([A-Za-z][\w -]{0,40}):(?:\s+(\S.*)|\s*)")
MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_DAY, _MONTH, _YEAR = (
    r"(?P<day>\d{1,2})(?:st|nd|rd|th)?",
    r"(?P<month>[A-Za-z]{3,9})\.?",
    r"(?P<year>\d{4})",
)
DAY_MONTH = re.compile(rf"{_DAY}\s+{_MONTH},?\s+{_YEAR}")
MONTH_DAY = re.compile(rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}")
NUMBERS = re.compile(r"(\d{1,2})([./])(\d{1,2})\2(\d{4})")
YEAR_FIRST = re.compile(r"(\d{4})[./](\d{1,2})[./](\d{1,2})")
MESSAGE_DATE = re.compile(
    r"(?:[A-Z][a-z]{2},\s{1,3})?\d{1,2}\s[A-Z][a-z]{2}\s\d{4}\s\d\d:\d\d(?::\d\d)?"
    r"\s(?:[+-]\d{4}|[A-Z]{1,5})(?:\s\([A-Za-z ]{1,40}\))?"
)
"""As in e-mail and RSS (RFC 5322, 3.3)."""
WEEKDAY = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s+", re.I)


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """Return what the front matter says, by field of Article, and the text behind it.

    Without front matter that is ({}, text). Line ends must be newlines.
    """
    lines = text.split("\n", MAX_LINES)
    if lines[0].rstrip() != FENCE:
        return {}, text
    fields: dict[str, str] = {}
    keys = 0
    size = len(lines[0]) + 1
    for line in lines[1:MAX_LINES]:
        size += len(line) + 1
        if line.rstrip() == FENCE:
            return (fields, text[size:]) if keys else ({}, text)
        if not line.strip() or line.startswith((" ", "\t", "#", "- ")):
            continue  # a comment, or a list that belongs to a key
        match = FIELD.fullmatch(line.rstrip())
        if match is None:
            return {}, text
        keys += 1
        name = KEYS.get(match.group(1).strip().casefold())
        value = _value(match.group(2) or "")
        if name is not None and value:
            fields.setdefault(name, value)
    return {}, text


def iso_date(words: str) -> str:
    """Return a date as ISO 8601 where it can mean one day only, and `words` otherwise.

    >>> iso_date("May 17, 2024"), iso_date("05/06/2024")
    ('2024-05-17', '05/06/2024')
    """
    try:
        return _parsed(words.strip()) or words
    except ValueError:  # the 31st of June
        return words


def _value(raw: str) -> str:
    """Return a value without its quotation marks, or without the brackets of a list."""
    value = " ".join(raw.split())
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].strip()
    if value.startswith("[") and value.endswith("]"):
        items = (item.strip().strip("\"'") for item in value[1:-1].split(","))
        return ", ".join(item for item in items if item)
    return value


def _parsed(words: str) -> str | None:
    """Return the date as ISO 8601, or None; raises ValueError for a day that never was."""
    if words[:4].isdigit():
        return _year_first(words)
    if MESSAGE_DATE.fullmatch(words):
        from email.utils import parsedate_to_datetime  # noqa: PLC0415  20 ms that few need

        return parsedate_to_datetime(words).isoformat()
    weekday = WEEKDAY.match(words)
    bare = words[weekday.end() :] if weekday else words
    if match := DAY_MONTH.fullmatch(bare) or MONTH_DAY.fullmatch(bare):
        named = match.groupdict()
        number = _month(named["month"])
        return date(int(named["year"]), number, int(named["day"])).isoformat() if number else None
    if match := NUMBERS.fullmatch(bare):
        first, second, year = int(match.group(1)), int(match.group(3)), int(match.group(4))
        # 17.05. is day and month wherever it is written; 05/06 depends on the country.
        if match.group(2) == "." or first > 12:
            return date(year, second, first).isoformat()
        return date(year, first, second).isoformat() if second > 12 else None
    return None


def _year_first(words: str) -> str | None:
    if match := YEAR_FIRST.fullmatch(words):
        year, month, day = map(int, match.groups())
        return date(year, month, day).isoformat()
    if len(words) <= len("2024-05-17"):
        return date.fromisoformat(words).isoformat()
    return datetime.fromisoformat(words).isoformat()


def _month(name: str) -> int | None:
    """Return the number of a month by its English name or the start of it."""
    folded = name.casefold()
    found = (number for number, month in enumerate(MONTHS, 1) if month.startswith(folded))
    return next(found, None)
