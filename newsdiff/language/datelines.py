"""Agency datelines: "Washington (CNN)", "PARIS, March 3 (Reuters) -", "(AP) —".

They name who sells the text and tell nothing of it, yet they stand in front of its first and best
sentence. A plain place ("DES MOINES —") stays, as it says where.
"""

from __future__ import annotations

import re

DATELINE = re.compile(
    r"(?:[A-Z][\w.'’-]{0,30}(?:,? [A-Z][\w.'’/-]{0,30}){0,6}(?:,? \d{1,2})?,? ?)?"
    r"\((?:AFP|AP|ANI|ANSA|BBC|Bloomberg|CNN(?: [A-Z]\w{1,15}){0,2}|DPA|dpa|EFE|HealthDay(?: News)?"
    r"|IANS|Kyodo|PA|PTI|Reuters|REUTERS|RFE/RL|TASS|UPI|VOA|Xinhua"
    r"|(?:ABC|CBS|Fox|NBC) News)\)"
    r"\s?(?:--?|[–—])?\s?(?=\S)"
    # Any outlet's name that the text follows without a space: "(The Torvik Reporter)Rain fell".
    r"|\([A-Z][\w.'’-]{0,30}(?: [A-Z][\w.'’-]{0,30}){0,4}\)(?=[A-Z\"“])"
)
"""Bounded everywhere, so linear: at most seven capitalised words before the agency's name."""


def dateline_end(text: str, start: int, end: int) -> int:
    """Return where the words behind an agency's dateline begin that `text[start:end]` opens with,
    or `start` where there is none or nothing behind it."""
    match = DATELINE.match(text, start, end)
    return match.end() if match else start
