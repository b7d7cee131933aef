"""What a scan found: stories, passages and their travels, as panels."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import TYPE_CHECKING, Any

from rich.text import Text

from newsdiff.report.safety import safe
from newsdiff.report.text.header import when
from newsdiff.report.text.page import Lines, Page, counted, fitted, join
from newsdiff.report.text.theme import FAINT, source_style

if TYPE_CHECKING:
    from newsdiff.report.options import Found

Record = Mapping[str, Any]

SHOWN = 20
"""Records, or groups of them, that a panel shows; lines and data give all."""
MOST_LINES = 4
ID_CELLS = 8
"""Digits of an id that a panel shows: enough to name it again in most collections."""


def found(subject: Found, page: Page) -> Iterator[Lines]:
    """Yield the blocks of a view."""
    if subject.view == "scan":
        yield _scanned(subject, page)
        return
    yield _HEADS.get(subject.view, _head)(subject, page)
    groups: list[list[Record]] = [
        list(group) for _, group in groupby(subject.records, _KEYS.get(subject.view, id))
    ]
    for group in groups[:SHOWN]:
        yield _PANELS[subject.view](group, page)
    rest = len(groups) - SHOWN
    if rest > 0:
        yield [Text(f"+ {rest:,} more: --format tsv gives all", style=FAINT)]


def _scanned(subject: Found, page: Page) -> Lines:
    counts = subject.counts
    folder = safe(counts["folder"])
    lines = page.heading("SCAN", folder)
    said = [
        [counted(counts["articles"], "article"), counted(counts["outlets"], "outlet")],
        [
            f"{counts['stories']:,} stories",
            f"{counts['in_stories']:,} articles in them",
            f"{_share(counts['in_stories'], counts['articles'])} of all",
        ],
        [
            counted(counts["passages"] - counts["boilerplate"], "shared passage"),
            f"{counts['boilerplate']:,} more that outlets only repeat",
        ],
    ]
    if counts["undated"]:
        said.append([f"{counts['undated']:,} without a date: held against one another alone"])
    if counts["rejects"]:
        said.append([f"{counts['rejects']:,} rows that are no articles"])
    for row in said:
        lines += page.flow(Text(), [Text(item) for item in row], 2)
    return [*lines, Text(), Text(f"  newsdiff corpus stories {folder}", style=FAINT)]


def _head(subject: Found, page: Page) -> Lines:
    count = len(subject.records)
    return page.heading(subject.view.upper(), f"{count:,}" if count else "nothing found")


def _journeys_head(subject: Found, page: Page) -> Lines:
    count = len({record["passage"] for record in subject.records})
    return page.heading("TRAVEL", counted(count, "passage") if count else "nothing found")


def _emphasis_head(subject: Found, page: Page) -> Lines:
    count = len({record["story"] for record in subject.records})
    told = f"{count:,} stories · times here : times elsewhere" if count else "nothing found"
    return page.heading("EMPHASIS", told)


def _verify_head(subject: Found, page: Page) -> Lines:
    counts = subject.counts
    recall = counts["recall"]
    lines = page.heading(
        "VERIFY", "no passage in the sample" if recall is None else (f"recall {recall:.3f}")
    )
    said = [
        f"{counts['articles']:,} articles, {counts['pairs']:,} pairs, each by Smith and Waterman",
        f"{counts['with_passage']:,} share a passage that scores {counts['least']} or more",
        f"the scan found {counts['found']:,} of them",
        f"{counts['unconfirmed']:,} pairs that it found alone",
    ]
    return lines + page.flow(Text(), [Text(item) for item in said], 2)


def _story(group: list[Record], page: Page) -> Lines:
    (record,) = group
    facts = [
        f"{record['articles']:,} articles",
        counted(record["outlets"], "outlet"),
        _days(record["first"], record["last"]),
    ]
    title = Text(safe(record["title"] or "(no title)"), style="bold")
    return _beside_id(record["story"], [title], facts, page)


def _article(group: list[Record], page: Page) -> Lines:
    (record,) = group
    facts = [_outlet(record["outlet"]), _when(record["published"]), safe(record["article"])]
    return _beside_id("", [Text(safe(record["title"] or "(no title)"), style="bold")], facts, page)


def _passage(group: list[Record], page: Page) -> Lines:
    (record,) = group
    a, b = (
        join(
            Text(_outlet(record[f"{side}_outlet"]), style=source_style(number)),
            Text(f" {_when(record[f'{side}_published'])} ", style=FAINT),
            Text(f"“{safe(record[f'text_{side}'])}”"),
        )
        for number, side in enumerate("ab")
    )
    same = safe(record["text_a"]).casefold() == safe(record["text_b"]).casefold()
    if same:
        b = join(b[: len(b) - len(safe(record["text_b"])) - 2], Text("the same", style=FAINT))
    facts = [counted(record["matched"], "word")]
    facts += ["boilerplate"] if record["boilerplate"] else []
    return _beside_id(record["passage"], [a, b], facts, page)


def _journey(group: list[Record], page: Page) -> Lines:
    first = group[0]
    rows = [Text(f"“{safe(first['text'])}”")]
    shown = group[:SHOWN]
    for record in shown:
        hours = record["hours"]
        exact = all("T" in (one["published"] or "") for one in (first, record))
        after = "" if hours is None else _after(hours, exact=exact)
        after = "first" if record["place"] == 1 and hours is not None else after
        rows.append(
            join(
                fitted(Text(_when(record["published"]), style=FAINT), 18),
                fitted(Text(after, style=FAINT), 12),
                Text(_outlet(record["outlet"]), style="bold" if record["place"] == 1 else ""),
            )
        )
    if len(group) > SHOWN:
        rows.append(Text(f"+ {len(group) - SHOWN:,} more", style=FAINT))
    return _beside_id(first["passage"], rows, [], page)


def _stresses(group: list[Record], page: Page) -> Lines:
    """Return a story's articles with what each stresses and leaves out."""
    lines: Lines = []
    for (article, outlet), records in groupby(group, lambda r: (r["article"], r["outlet"])):
        told = list(records)
        for kind in ("stresses", "omits"):
            items = [_term(record) for record in told if record["kind"] == kind]
            if items:
                head = Text(_outlet(outlet or article)[:24] if kind == "stresses" else "")
                label = join(fitted(head, 26), Text(kind.ljust(10), style=FAINT))
                lines += page.flow(label, items, 0 if page.narrow else 36)
    title = Text(safe(group[0]["title"] or "(no title)"), style="bold")
    name = Text(f"{group[0]['story'][:ID_CELLS]}  ", style=FAINT)
    return [*page.wrap(join(name, title), page.width), *lines]


def _term(record: Record) -> Text:
    counts = f" {record['here']}:{record['elsewhere']}"
    return join(Text(safe(record["term"])), Text(counts, style=FAINT))


def _reject(group: list[Record], page: Page) -> Lines:
    (record,) = group
    place = f"{safe(record['source'])}:{record['line']}: "
    return page.wrap(join(Text(place, style="bold"), Text(safe(record["reason"]))), page.width)


def _missed(group: list[Record], page: Page) -> Lines:
    (record,) = group
    said = f"missed: {safe(record['a'])} and {safe(record['b'])}, score {record['score']}"
    return page.wrap(Text(said), page.width)


def _beside_id(name: str, rows: Iterable[Text], facts: list[str], page: Page) -> Lines:
    indent = 0 if page.narrow else ID_CELLS + 2
    lines: Lines = [Text(name[:ID_CELLS], style=FAINT)] if page.narrow and name else []
    label = Text("" if page.narrow else name[:ID_CELLS], style=FAINT)
    for row in rows:
        lines += page.hang(label, row, indent, None, MOST_LINES)
        label = Text()
    if facts:
        lines += page.flow(Text(), [Text(fact, style=FAINT) for fact in facts], indent)
    return lines


def _outlet(name: str | None) -> str:
    return safe(name) if name else "(unknown outlet)"


def _when(published: str | None) -> str:
    return safe(when(published)) if published else "no date"


def _days(first: str | None, last: str | None) -> str:
    one, other = (_when(date)[:10] for date in (first, last))
    return one if one == other else f"{one} to {other}"


def _after(hours: float, *, exact: bool) -> str:
    """Return a time in words: hours where both moments are known, else days.

    >>> _after(5.0, exact=True), _after(24.0, exact=False), _after(0.0, exact=False)
    ('+5 h', '+1 day', 'same day')
    """
    if exact and hours < 48:
        return f"+{hours:.0f} h"
    days = round(hours / 24)
    return f"+{counted(days, 'day')}" if days else "same day"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.0%}" if whole else "0%"


_KEYS: dict[str, Callable[[Record], Any]] = {
    "travel": lambda record: record["passage"],
    "emphasis": lambda record: record["story"],
}
_HEADS = {"travel": _journeys_head, "emphasis": _emphasis_head, "verify": _verify_head}
_PANELS: dict[str, Callable[[list[Record], Page], Lines]] = {
    "stories": _story,
    "story": _article,
    "passages": _passage,
    "travel": _journey,
    "emphasis": _stresses,
    "rejects": _reject,
    "verify": _missed,
}
