"""Whether a figure tells how much there is, by how much that has moved, or how much there was.

"52,000 tonnes", "12,000 tonnes more" and "up from 40,000 tonnes" are three figures about one thing,
and none of them contradicts another.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from newsdiff.language.figures import Figure

Movement = Literal["level", "change", "former"]

_REACH = 40
"""Characters before and behind a figure that are looked at."""
_NOUNS = (
    "increase|rise|jump|drop|decline|fall|gain|growth|cut|reduction|raise|hike|decrease|slump|surge"
    "|loss|dip|boost|bump"
)
_VERBS = (
    "rose|risen|rises?|rising|grew|grown|grows?|growing|fell|fallen|falls?|falling|climb(?:s|ed|ing)?"
    "|drop(?:s|ped|ping)?|jump(?:s|ed|ing)?|increas(?:es|ed|ing|e)|decreas(?:es|ed|ing|e)"
    "|declin(?:es|ed|ing|e)|gain(?:s|ed|ing)?|los(?:es|t|ing)|shr[aiu]nk|surg(?:es|ed|ing)"
    "|slump(?:s|ed|ing)?|slid|dipp?(?:s|ed|ing)?|up|down|widened|narrowed|expanded|swelled|soared"
    "|plunged|tumbled|cut"
)


@cache
def _before() -> re.Pattern[str]:
    few = "(?: an?| the| its| just| only)?"
    return re.compile(
        rf"\b(?:(?P<former>(?:from|against|versus|compared (?:to|with)){few})"
        rf"|(?P<change>another|an? (?:additional|extra|further)|(?:{_NOUNS}) of{few}"
        rf"|(?:{_VERBS})(?: by)?{few})) $",
        re.IGNORECASE,
    )


@cache
def _once() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:earlier (?:said|reported|put)|initially|previously|originally|at first|formerly)\b",
        re.IGNORECASE,
    )


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(
        rf"[ -](?:more|fewer|less|higher|lower|extra|additional|(?:{_NOUNS})s?)\b(?! than \d)",
        re.IGNORECASE,
    )


@cache
def _inside() -> re.Pattern[str]:
    return re.compile(
        r"\S (?:more|other|fewer|less|extra|additional|further) (?!than\b)", re.IGNORECASE
    )


def movement(text: str, figure: Figure) -> Movement:
    """Return what a figure of English text tells: a level, a change, or a former level.

    A date is always a level: "from 1996" is no year that has gone.
    """
    if figure.kind in ("date", "relative", "ordinal"):
        return "level"
    start = max(0, figure.start - _REACH)
    if _once().search(text, start, figure.start):
        return "former"
    match = _before().search(text, start, figure.start)
    if match is not None:
        return "former" if match["former"] else "change"
    if _behind().match(text, figure.end, figure.end + _REACH):
        return "change"
    if _inside().search(text, figure.start, figure.end):
        return "change"
    return "level"
