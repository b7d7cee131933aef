"""Pages without an article: paywalls, consent, errors, checks for robots, front pages.

They come with status 200 and sentences of their own, and would be compared as if they were news.
Only short texts are in question. The phrases are those that publishers' systems print; none may
refuse a page of the development set of `benchmarks/quality.py extraction`, which all hold articles.
"""

from __future__ import annotations

import re

from newsdiff.reading.page.extracted import Extracted

ENOUGH = 200
"""Words from which a text is an article, whatever else the page says: a teaser before a paywall
has 30 to 150."""
FEW = 25
"""Words below which a text is none: a caption, a title, a cookie line."""
TEASER = 60
"""Words below which a page that offers subscriptions anywhere shows a teaser; most pages offer
them, and a brief has more."""
LETTERS = 6
"""Letters that stand for a word where words are not parted, as in Chinese; English has fewer."""

LINKS = 0.7
PROSE = 0.5
"""A page of which more than LINKS is links, and less than PROSE of whose text stands in paragraphs
that end as sentences do, is a list of articles."""

CONSENT_SHARE = 0.04
"""Share of a text's words from which consent is its subject: pages that ask for it have .06 to .1,
news about privacy less than half of that."""

WORD = re.compile(r"\w+")
ENDS = re.compile(r"[.!?:…。！？।][\"'”’»）)\]]{0,3}$")


def _phrases(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE | re.MULTILINE)


ROBOT = _phrases(
    r"just a moment",
    r"attention required",
    r"access denied",
    r"are you a (?:robot|human)",
    r"captcha",
    r"verif(?:y|ying) (?:that )?you are (?:a )?(?:human|not a robot)",
    r"unusual (?:traffic|activity)",
    r"pardon our interruption",
    r"(?:enable|activate|turn on) (?:javascript|cookies|js)\b",
    r"javascript (?:is|must be) (?:disabled|enabled|required)",
    r"checking (?:your browser|if the site)",
)
ERROR = _phrases(
    r"\b(?:page|article|story|content|site)[^.\n]{0,30} (?:not|cannot be|could not be) found",
    r"^\W{0,3}(?:40[34]\W{1,3})?not found\W{0,3}$",
    r"\b(?:page|article|story|content) (?:is |does |can )?(?:not|no longer) (?:available|exist)",
    r"(?:can[’']?t|cannot|couldn[’']?t|could not) find (?:that|this|the|your) (?:page|article)",
    r"\b(?:error|http) ?[45]\d\d\b",
    r"^\W{0,3}(?:404|403|50[0234])\b",
    r"something went wrong",
    r"seite nicht gefunden",
    r"page (?:introuvable|non trouvée)",
    r"página no encontrada",
    r"pagina (?:non trovata|niet gevonden)",
)
CONSENT = _phrases(
    r"cookies?\b",
    r"\bconsent",
    r"(?:our|\d) partners",
    r"personal data",
    r"privacy",
    r"(?:accept|reject) all",
    r"personali[sz]ed (?:ads|advertising|content)",
    r"on your device",
    r"datenschutz",
    r"einwilligung",
    r"confidentialité",
    r"privacidad",
)
PAYWALL = _phrases(
    r"(?:subscribe|register|(?:sign|log) (?:in|up)) (?:now )?(?:to|and) (?:continue|keep|read)",
    r"(?:subscribe|register|(?:sign|log) (?:in|up)) (?:now )?to unlock",
    r"to continue reading",
    r"already (?:a subscriber|subscribed)",
    r"(?:for|available to|exclusive to) (?:our )?(?:paying )?(?:subscribers|members)",
    r"subscribers only",
    r"(?:this|the rest of this) (?:article|story) is (?:reserved|exclusive|locked|behind)",
    r"free articles? (?:left|remaining|this month)",
    r"start your (?:free )?(?:trial|subscription)",
    r"jetzt weiterlesen",
    r"réservé aux abonnés",
    r"solo para suscriptores",
)

OPEN_IT = "open it in a browser, save the page with the article and give that file"
CHECK_IT = "check the address"


def no_article(found: Extracted) -> str | None:
    """Return why there is no article on a page, and what mends it, or None where there is one."""
    text = "\n".join(text for text, _ in found.blocks)
    size = words(text)
    if size < ENOUGH:
        reason = _instead(found, text, size)
        if reason:
            return f"no article here: {reason}"
    if size < FEW or (found.linked > LINKS and _prose(found) < PROSE):
        return (
            f"no article here: {_counted(size)} beside links and navigation; "
            "give the address of one article"
        )
    return None


def _instead(found: Extracted, text: str, size: int) -> str | None:
    """Return what a page with a short text shows instead of an article, or None."""
    title = "\n".join(filter(None, [found.title, *(text for text, head in found.blocks if head)]))
    short = found.page if words(found.page) < ENOUGH else ""
    subject = f"{title}\n{text if size >= FEW else short}"
    if ROBOT.search(f"{title}\n{short}"):
        return f"the page checks for robots; {OPEN_IT}"
    if ERROR.search(title) or (size < FEW and ERROR.search(short)):
        return f"the page says that something was not found; {CHECK_IT}"
    if len(CONSENT.findall(subject)) > max(2, CONSENT_SHARE * words(subject)):
        return f"the page asks for consent to cookies; {OPEN_IT}"
    offered = found.page if found.free is False or size < TEASER else text
    if PAYWALL.search(offered):
        return f"a paywall shows {_counted(size)} of it; {OPEN_IT}"
    return None


def _prose(found: Extracted) -> float:
    """Return the share of the text that stands in paragraphs which end as sentences do."""
    sizes = [(len(text), bool(ENDS.search(text[-5:]))) for text, _ in found.blocks]
    return sum(size for size, ends in sizes if ends) / max(1, sum(size for size, _ in sizes))


def words(text: str) -> int:
    """Return the length of a text in words, also where a script does not part them."""
    return max(len(WORD.findall(text)), sum(map(str.isalpha, text)) // LETTERS)


def _counted(size: int) -> str:
    return "1 word" if size == 1 else f"{size:,} words"
