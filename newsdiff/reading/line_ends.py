"""Line ends of all systems to newlines."""

from __future__ import annotations

import re

BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
SURROGATES = re.compile(r"[\ud800-\udfff]")


def line_ends(text: str) -> str:
    """Return `text` with newlines for all line ends (Windows, old Mac, Unicode's own, form feeds),
    without a byte order mark, and with lone surrogates replaced, as they cannot be written."""
    return SURROGATES.sub("\ufffd", BREAKS.sub("\n", text.removeprefix("\ufeff")))
