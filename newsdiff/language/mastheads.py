"""Mastheads: who wrote an article and when it was put out, before its first sentence.

A page that was made text runs them into the first paragraph: "By. James Rowe. PUBLISHED:.
08:53 EST, 11 June 2013. | . UPDATED:. 14:49 EST, 11 June 2013. Historians say …".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsdiff.language.roles import is_date

LONGEST = 80
"""Characters that a part of a masthead may have, which also bounds what the patterns cost."""
MOST_PARTS = 10

NUMBER = re.compile(r"\d+")
BY = re.compile(r"by ?[.:]?", re.IGNORECASE)
WRITER = re.compile(
    r"(?:[A-Z@][\w.'’@-]*,?|and|for|in|of|the) ?"
    r"(?:(?:[A-Z@][\w.'’@-]*,?|and|for|in|of|the) ){0,9}"
    r"(?:[A-Z@][\w.'’@-]*)? ?\.?(?: ?(?:PUBLISHED|UPDATED) ?:[ .]*)?"
)
STAMP = re.compile(
    r"(?:last )?(?:published|updated|posted|created) ?(?::|at \d{1,2}[:.]\d\d)"
    r"|\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?|[A-Z]{2,4})\b"
    r"|\|"
    r"|follow @",
    re.IGNORECASE,
)


def masthead(sentences: Sequence[str]) -> int:
    """Return how many of an article's first sentences are its masthead; 0 without "By", a stamp of
    time or a date with its year."""
    count, named = 0, False
    for text in sentences[:MOST_PARTS]:
        if len(text) > LONGEST:
            break
        stamp = STAMP.match(text) or (len(NUMBER.findall(text)) > 1 and is_date(text))
        writer = named or (count and text.startswith("and "))
        if BY.fullmatch(text):
            named = True
        elif writer and not stamp and WRITER.fullmatch(text):
            named = False
        elif not stamp:
            break
        count += 1
    return count
