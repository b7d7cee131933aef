"""Dates, years, weekdays, months, times, and what is said against the day of writing."""

from __future__ import annotations

import datetime
import re

from newsdiff.language.figures.numbers import DASHES, Found, Piece, glued, listed

MONTHS = {
    name: number
    for number, name in enumerate(
        listed(
            "january february march april may june july august september october november december"
        ),
        1,
    )
}
SHORT_MONTHS = {name[:3]: number for name, number in MONTHS.items() if name != "may"} | {"sept": 9}
NAMES_TOO = frozenset({"march", "april", "may", "june", "august"})
"""Months that are also verbs or people: alone they need a word of time before them."""
WEEKDAYS = {
    name: number
    for number, name in enumerate(
        listed("monday tuesday wednesday thursday friday saturday sunday"), 1
    )
}
TIME_WORDS = frozenset(
    listed(
        "in of since by until till from to through before after during between last next this "
        "early late mid every for around with"
    )
)
UNITS_OF_TIME = frozenset(
    listed(
        "second seconds minute minutes hour hours day days week weeks month months year years "
        "decade decades century centuries"
    )
)
_NEAR = frozenset({"last", "this", "next", "past", "previous", "coming"})
_SPANS = frozenset(listed("week month year weekend night evening morning afternoon decade"))
_STEPS = {"last": -1, "previous": -1, "this": 0, "next": 1}
_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", re.ASCII)
_YEARS = range(1000, 3000)
_LIKELY_YEARS = range(1500, 2200)
"""Four digits are a year wherever they stand; other years need a month or "in" before them."""


def month_at(line: list[Piece], index: int) -> tuple[int, int] | None:
    """Return the month named at piece `index`, and the index behind it (and its full stop)."""
    piece = line[index]
    if not piece.text[0].isupper():
        return None
    if piece.low in MONTHS:
        return MONTHS[piece.low], index + 1
    if piece.low in SHORT_MONTHS:
        dot = index + 1 < len(line) and line[index + 1].text == "." and glued(line, index + 1)
        return SHORT_MONTHS[piece.low], index + 2 if dot else index + 1
    return None


def year_of(piece: Piece) -> int | None:
    """Return the year that four plain digits can be, or None."""
    text = piece.text
    if piece.kind == "number" and len(text) == 4 and text.isascii() and text.isdigit():
        year = int(text)
        return year if year in _YEARS else None
    return None


def read_date(
    line: list[Piece], index: int, *, english: bool, published: datetime.date | None
) -> Found | None:
    """Read the date, time, weekday or relative date that begins at piece `index`, or None.

    Words are read in English only; digits ("2024-05-17", "17.05.2024", "2024") in any language.
    Dates have ISO 8601 keys, with "--05-01" where the year is missing. What is said against the
    day of writing keeps its words as its key, unless `published` makes it certain.
    """
    piece = line[index]
    if piece.kind == "number":
        return (
            _iso(line, index)
            or _numeric(line, index)
            or (_clock(line, index) or _day_month(line, index) if english else None)
            or _year(line, index, english)
        )
    if not english:
        return None
    return (
        _month_day(line, index)
        or _weekday(line, index, published)
        or _relative(line, index, published)
        or _short_decade(line, index)
    )


def _found(stop: int, year: int | None, month: int, day: int, last: int | None = None) -> Found:
    """Return the date as found; a date that no calendar has is told by its key all the same."""
    key = f"{year or '-'}-{month:02}-{day:02}"
    high = None
    if last is not None:
        key, high = f"{key}/{last:02}", float((year or 0) * 10000 + month * 100 + last)
    return Found(stop, "date", float((year or 0) * 10000 + month * 100 + day), "date", key, high)


def _iso(line: list[Piece], index: int) -> Found | None:
    """Read "2024-05-17"."""
    part = line[index : index + 5]
    if len(part) < 5 or part[1].text != "-" or part[3].text != "-":
        return None
    year = year_of(part[0])
    if year is None or len(part[2].text) != 2 or len(part[4].text) != 2:
        return None
    if not all(glued(line, index + step) for step in range(1, 5)):
        return None
    month, day = _int(part[2].text), _int(part[4].text)
    return _found(index + 5, year, month, day) if _in_calendar(month, day) else None


def _numeric(line: list[Piece], index: int) -> Found | None:
    """Read "17.05.2024", and "5/17/2024" where only one order of month and day can be meant."""
    dotted = _DOTTED.fullmatch(line[index].text)
    if dotted:
        day, month, year = (int(part) for part in dotted.groups())
        return _found(index + 1, year, month, day) if _in_calendar(month, day) else None
    part = line[index : index + 5]
    if len(part) < 5 or part[1].text != "/" or part[3].text != "/" or not glued(line, index + 1):
        return None
    slashed = year_of(part[4])
    first, second = _int(part[0].text), _int(part[2].text)
    if slashed is None or not (_in_calendar(first, second) or _in_calendar(second, first)):
        return None
    if first == second or not _in_calendar(second, first):
        return _found(index + 5, slashed, first, second)
    if not _in_calendar(first, second):
        return _found(index + 5, slashed, second, first)
    key = f"{first}/{second}/{slashed}"  # which is the month cannot be known
    return Found(index + 5, "date", float(slashed), "date", key)


def _clock(line: list[Piece], index: int) -> Found | None:
    """Read "10:56 a.m.", "8 p.m.", "8pm", and "21:30" behind "at"."""
    hour, minute, stop = _int(line[index].text), 0, index + 1
    colon = stop + 1 < len(line) and line[stop].text == ":" and line[stop + 1].kind == "number"
    if colon and glued(line, stop) and glued(line, stop + 1) and len(line[stop + 1].text) == 2:
        minute, stop = _int(line[stop + 1].text), stop + 2
    if not (0 <= hour < 24 and 0 <= minute < 60):
        return None
    words = [piece.low for piece in line[stop : stop + 4]]
    half = ""
    if words and words[0] in ("am", "pm"):
        half, stop = words[0], stop + 1
    elif words[:2] in (["a", "."], ["p", "."]) and words[2:3] == ["m"]:
        half, stop = words[0] + "m", stop + (4 if words[3:] == ["."] else 3)
    elif stop == index + 1 or index == 0 or line[index - 1].low != "at":
        return None
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    return Found(stop, "time", hour + minute / 60, "time", f"{hour:02}:{minute:02}")


def _day_month(line: list[Piece], index: int) -> Found | None:
    """Read "1 May 2024", "1st of May"."""
    day, at = _int(line[index].text), index + 1
    if not 1 <= day <= 31:
        return None
    if at < len(line) and line[at].low in ("st", "nd", "rd", "th") and glued(line, at):
        at += 1
    if at < len(line) and line[at].low == "of":
        at += 1
    month = month_at(line, at) if at < len(line) else None
    if month is None:
        return None
    number, stop = month
    year, stop = _year_behind(line, stop)
    return _found(stop, year, number, day)


def _month_day(line: list[Piece], index: int) -> Found | None:
    """Read "May 1", "Aug. 6, 2024", "Dec. 27th", "April 15-17", "May 2024" and "May" alone."""
    month = month_at(line, index)
    if month is None:
        return None
    number, stop = month
    day = _int(line[stop].text) if stop < len(line) and line[stop].kind == "number" else 0
    if 1 <= day <= 31:
        stop += 1
        if stop < len(line) and line[stop].low in ("st", "nd", "rd", "th") and glued(line, stop):
            stop += 1
        last, stop = _last_day(line, stop, day)
        year, stop = _year_behind(line, stop)
        return _found(stop, year, number, day, last)
    year, after = _year_behind(line, stop)
    if year is not None:
        value = float(year * 10000 + number * 100)
        return Found(after, "date", value, "date", f"{year}-{number:02}")
    before = line[index - 1].low if index else ""
    if line[index].low not in MONTHS or (
        line[index].low in NAMES_TOO and before not in TIME_WORDS and before not in DASHES
    ):
        return None
    return Found(stop, "date", float(number), "month", f"--{number:02}")


def _last_day(line: list[Piece], stop: int, day: int) -> tuple[int | None, int]:
    """Read the "-17" of "April 15-17"; return the last day, if there is one, and the stop."""
    if stop + 1 < len(line) and line[stop].text in DASHES and glued(line, stop):
        last = _int(line[stop + 1].text)
        if glued(line, stop + 1) and day < last <= 31:
            return last, stop + 2
    return None, stop


def _year_behind(line: list[Piece], stop: int) -> tuple[int | None, int]:
    """Read the year behind a month or day, with or without a comma; return it and the stop."""
    at = stop + 1 if stop < len(line) and line[stop].text == "," else stop
    year = year_of(line[at]) if at < len(line) else None
    if year is None or (glued(line, at + 1) and line[at + 1].text in "-/"):
        return None, stop
    return year, at + 1


def _year(line: list[Piece], index: int, english: bool) -> Found | None:
    """Read "2022", "the 1990s", "2016-17". A round number before a noun is a count."""
    year = year_of(line[index])
    if year is None:
        return None
    found = _decade(line, index, year) or _years(line, index, year)
    if found is not None:
        return found
    behind = line[index + 1] if index + 1 < len(line) else None
    if behind is not None and behind.kind == "word" and glued(line, index + 1):
        return None
    before = line[index - 1].low if index else ""
    if before not in TIME_WORDS:
        low = behind.low if behind is not None and english else ""
        noun = (low.isalpha() and low.endswith("s") and len(low) > 3) or low == "people"
        if year not in _LIKELY_YEARS or (noun and year % 100 == 0):
            return None
    return Found(index + 1, "date", float(year), "year", str(year))


def _decade(line: list[Piece], index: int, year: int) -> Found | None:
    """Read the rest of "1990s" and "1990's"."""
    at = index + 1
    if at < len(line) and line[at].text in "'’" and glued(line, at):
        at += 1
    if year % 10 or not glued(line, at) or line[at].low != "s":
        return None
    span = 99 if year % 100 == 0 else 9  # "the 1900s" may be either; the longer one is safe
    return Found(at + 1, "date", float(year), "year", f"{year}s", high=float(year + span))


def _years(line: list[Piece], index: int, year: int) -> Found | None:
    """Read the rest of "2016-17" and "2016–2018"."""
    part = line[index + 1 : index + 3]
    dash = len(part) == 2 and part[0].text in DASHES and glued(line, index + 1)
    if not dash or not glued(line, index + 2) or len(part[1].text) not in (2, 4):
        return None
    last = _int(part[1].text) + (year // 100 * 100 if len(part[1].text) == 2 else 0)
    if not year < last or last not in _YEARS:
        return None
    return Found(index + 3, "date", float(year), "year", f"{year}/{last}", high=float(last))


def _short_decade(line: list[Piece], index: int) -> Found | None:
    """Read "the '90s"."""
    part = line[index : index + 3]
    if len(part) < 3 or part[0].text not in "'‘’" or part[2].low != "s":
        return None
    number = _int(part[1].text)
    if not (glued(line, index + 1) and glued(line, index + 2)) or number % 10 or number < 20:
        return None
    year = 1900 + number
    return Found(index + 3, "date", float(year), "year", f"{year}s", high=float(year + 9))


def _weekday(line: list[Piece], index: int, published: datetime.date | None) -> Found | None:
    """Read "Friday". It is the day of writing only if that is a Friday and nothing says last or
    next; any other may lie before or behind."""
    piece = line[index]
    name = piece.low[:-2] if piece.low.endswith(("'s", "’s")) else piece.low
    number = WEEKDAYS.get(name) or WEEKDAYS.get(name.removesuffix("s"))
    if number is None or not piece.text[0].isupper():
        return None
    key = name.removesuffix("s")
    before = line[index - 1].low if index else ""
    if published and published.isoweekday() == number and before not in _NEAR:
        key = published.isoformat()
    return Found(index + 1, "date", float(number), "weekday", key)


def _relative(line: list[Piece], index: int, published: datetime.date | None) -> Found | None:
    """Read "yesterday", "last year", "next week"."""
    word = line[index].low
    if word in _DAYS:
        if published is None:
            key = "today" if word == "tonight" else word
            return Found(index + 1, "relative", float(_DAYS[word]), "relative", key)
        day = published + datetime.timedelta(days=_DAYS[word])
        return _found(index + 1, day.year, day.month, day.day)
    span = line[index + 1].low if index + 1 < len(line) else ""
    if word not in _NEAR or span not in _SPANS:
        return None
    if published is not None and word in _STEPS and span in ("year", "month"):
        return _counted_from(published, _STEPS[word], span, index + 2)
    step = float(_STEPS.get(word, 0))
    return Found(index + 2, "relative", step, "relative", f"{word} {span}")


def _counted_from(published: datetime.date, step: int, span: str, stop: int) -> Found:
    """Return the year or month that is `step` of them from the day of writing."""
    if span == "year":
        year = published.year + step
        return Found(stop, "date", float(year), "year", str(year))
    year, month = divmod(published.year * 12 + published.month - 1 + step, 12)
    value = float(year * 10000 + (month + 1) * 100)
    return Found(stop, "date", value, "date", f"{year}-{month + 1:02}")


def publication_day(published: str | None) -> datetime.date | None:
    """Return the day of an article's `published` field where that is an ISO 8601 date."""
    if published is None or len(published) < 10:
        return None
    try:
        return datetime.date.fromisoformat(published[:10])
    except ValueError:
        return None


def _int(text: str) -> int:
    """Return the value of a few plain digits, or -1."""
    return int(text) if len(text) <= 4 and text.isascii() and text.isdigit() else -1


def _in_calendar(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= 31
