"""Mastheads: who wrote an article and when it was put out, before its first sentence.

A page that was made text runs them into the first paragraph: "By. James Rowe. PUBLISHED:.
08:53 EST, 11 June 2013. | . UPDATED:. 14:49 EST, 11 June 2013. Historians say …".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

LONGEST = 80
"""Characters that a part of a masthead may have, which also bounds what the patterns cost."""
MOST_PARTS = 10

BY = re.compile(r"by ?[.:]?", re.IGNORECASE)
WRITER = re.compile(
    r"(?:[A-Z@][\w.'’@-]*,?|and|for|in|of|the) ?"
    r"(?:(?:[A-Z@][\w.'’@-]*,?|and|for|in|of|the) ){0,9}"
    r"(?:[A-Z@][\w.'’@-]*)? ?\.?(?: ?PUBLISHED ?:[ .]*)?"
)
STAMP = re.compile(
    r"(?:last )?(?:published|updated|posted|created) ?(?::|at \d{1,2}[:.]\d\d)"
    r"|\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?|[A-Z]{2,4})\b"
    r"|\|"
    r"|follow @",
    re.IGNORECASE,
)


def masthead(sentences: Sequence[str]) -> int:
    """Return how many of an article's first sentences are its masthead; 0 without "By" or a
    stamp of time."""
    count, named = 0, False
    for text in sentences[:MOST_PARTS]:
        if len(text) > LONGEST:
            break
        if BY.fullmatch(text):
            named = True
        elif named and not STAMP.match(text) and WRITER.fullmatch(text):
            named = False
        elif not STAMP.match(text):
            break
        count += 1
    return count
