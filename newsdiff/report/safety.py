"""Text of others, made safe to print: it cannot move the cursor, colour, reorder or break a line.

News text comes from anywhere. A terminal obeys ESC and the C1 controls; bidirectional controls
show words in another order than they are read (CVE-2021-42574, "Trojan Source"); zero-width
characters hide what is there; a newline or a tab breaks a line record. As `less` and `git` do,
what cannot be seen is shown by name: ESC as ␛, U+202E as <U+202E>. What people write stays as it
is: every script, accents, emoji. See CWE-150.
"""

from __future__ import annotations

import re
import unicodedata

MOST_MARKS = 5
"""Combining marks that one letter may carry. Hebrew with vowels and accents, and Tibetan, need
four; text that climbs over its neighbours has dozens."""

_SPACES = re.compile("[\t\n\v\f\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_SOFT_HYPHEN = "\xad"

_BLANK = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0"
    + "".join(map(chr, range(0xFE00, 0xFE10)))
    + "".join(map(chr, range(0xE0100, 0xE01F0)))
)
"""Characters that Unicode calls letters, marks or symbols, and that show nothing: the default
ignorable code points outside of Cf, and the blank Braille pattern."""

_JOINERS = re.compile("[\u200c\u200d]+")
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]+")
_FIRST_JOINING_SCRIPT = "\u0590"  # Hebrew, Arabic, Indic … : no script before it joins letters


def safe(text: str) -> str:
    r"""Return `text` on one line, safe for a terminal or a record: white space folded and trimmed.

    >>> safe("  red\x1b[31m\talert ")
    'red␛[31m alert'
    >>> safe("user\u202enimda")
    'user<U+202E>nimda'
    """
    return visible(text).strip(" ")


def visible(text: str) -> str:
    """Return what `safe` does, with a space left where `text` begins or ends with white space."""
    # A soft hyphen is a place where a line may break: no reader is meant to see it.
    text = _SPACES.sub(" ", text.replace(_SOFT_HYPHEN, ""))
    if text.isascii() and text.isprintable():
        return text
    return _cut_stacks(_named(text))


def escaped_json(document: str) -> str:
    r"""Return a JSON text with every character that is not printable as \uXXXX: the same data,
    safe to show. A lone surrogate, which no UTF-8 can hold, becomes U+FFFD, so offsets stay.

    `document` must hold no raw control characters outside of strings; `json.dumps` without an
    indent writes none.
    """
    hidden = [char for char in set(document) if not char.isprintable()]
    return document.translate({ord(char): _escape(ord(char)) for char in hidden})


def _escape(code: int) -> str:
    if 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    if code > 0xFFFF:
        code -= 0x10000
        return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
    return f"\\u{code:04x}"


def _named(text: str) -> str:
    """Show by name what cannot be seen, but for joiners and selectors that do their work."""
    characters = set(text)
    hidden = {char for char in characters if not char.isprintable() or char in _BLANK}
    if not hidden:
        return text
    kept = set()
    for pattern, does_its_work in ((_JOINERS, _joins), (_SELECTORS, _selects)):
        for match in pattern.finditer(text):
            if does_its_work(match):
                kept.add(match.start())
    if not kept:
        return text.translate({ord(char): _name(char) for char in hidden})
    return "".join(
        _name(char) if char in hidden and place not in kept else char
        for place, char in enumerate(text)
    )


def _joins(run: re.Match[str]) -> bool:
    """True for one joiner between two letters of a script that joins, or between two emoji."""
    before = run.string[run.start() - 1 : run.start()]
    after = run.string[run.end() : run.end() + 1]
    if len(run.group()) > 1 or not before or not after:
        return False
    if run.group() == "\u200d" and _pictures(before) and _pictures(after):
        return True
    return all(
        char >= _FIRST_JOINING_SCRIPT and unicodedata.category(char)[0] in "LM"
        for char in (before, after)
    )


def _pictures(char: str) -> bool:
    return unicodedata.category(char) in ("So", "Sk") or char == "\ufe0f"


def _selects(run: re.Match[str]) -> bool:
    """True for one variation selector after something that has variants: emoji, digits, signs,
    and Chinese characters."""
    before = run.string[run.start() - 1 : run.start()]
    return (
        len(run.group()) == 1
        and bool(before)
        and unicodedata.category(before) in ("So", "Sk", "Sm", "Po", "Nd", "Lo")
    )


def _name(char: str) -> str:
    """Return how a character that cannot be seen is shown."""
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"<U+{code:04X}>"


def _cut_stacks(text: str) -> str:
    """Leave at most MOST_MARKS combining marks on one letter."""
    if not any(unicodedata.category(char)[0] == "M" for char in set(text)):
        return text
    out, marks = [], 0
    for char in text:
        marks = marks + 1 if unicodedata.category(char)[0] == "M" else 0
        if marks <= MOST_MARKS:
            out.append(char)
    return "".join(out)
