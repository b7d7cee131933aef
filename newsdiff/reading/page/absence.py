"""Pages without an article: paywalls, consent, errors, checks for robots, front pages.

They come with status 200 and sentences of their own, and would be compared as if they were news.
Only short texts are in question. The phrases are those that publishers' systems print; each was
held against the 91 pages with articles of the development set, of which none may be refused.
"""

from __future__ import annotations

import re

from newsdiff.reading.page.extracted import Extracted

ENOUGH = 200
"""Words from which a text is an article, whatever else the page says: a teaser before a paywall
has 30 to 150."""
FEW = 25
"""Words below which a text is none: a caption, a title, a cookie line."""
TEASER = 100
"""Words below which a page that offers subscriptions shows a teaser; most pages offer them."""
LETTERS = 6
"""Letters that stand for a word where words are not parted, as in Chinese; more than English has."""

LINKS = 0.7
PROSE = 0.5
"""A page of which more than LINKS is links and less than PROSE of the text stands in paragraphs that
end as sentences do is a list of articles."""

WORD = re.compile(r"\w+")
ENDS = re.compile(r"[.!?:…。！？।][\"'”’»）)\]]{0,3}$")

ROBOT = re.compile(
    r"just a moment|attention required|access denied|are you a (?:robot|human)|captcha|"
    r"verif(?:y|ying) (?:that )?you are (?:a )?(?:human|not a robot)|unusual (?:traffic|activity)|"
    r"pardon our interruption|(?:enable|activate|turn on) (?:javascript|cookies|js)\b|"
    r"javascript (?:is|must be) (?:disabled|enabled|required)|checking (?:your browser|if the site)",
    re.IGNORECASE,
)
ERROR = re.compile(
    r"\b(?:page|article|story|content|site|file) (?:was |is |could |can )?(?:not|cannot be|no longer) "
    r"(?:be )?(?:found|available|exist)|(?:can[’']?t|cannot|couldn[’']?t|could not|unable to) find "
    r"(?:that|this|the|your) (?:page|article|story)|\b(?:error|http) ?[45]\d\d\b|"
    r"\b40[34]\b|\b50[0234]\b|not found|something went wrong|page (?:has been|was) (?:moved|removed)|"
    r"seite nicht gefunden|page (?:introuvable|non trouvée)|página no encontrada|"
    r"pagina non trovata|pagina niet gevonden",
    re.IGNORECASE,
)
CONSENT = re.compile(
    r"cookies?\b|\bconsent|(?:our|\d) partners|personal data|privacy|accept all|reject all|"
    r"personali[sz]ed (?:ads|advertising|content)|on your device|datenschutz|einwilligung|"
    r"confidentialité|privacidad",
    re.IGNORECASE,
)
CONSENT_SHARE = 1 / 25
"""Share of a text's words from which consent is its subject: pages that ask for it have .06 to .1,
news about privacy law less than half of that."""
PAYWALL = re.compile(
    r"(?:subscribe|sign in|log in|register|sign up) (?:now )?(?:to|and) (?:continue|keep|read|unlock|get)|"
    r"to continue reading|continue reading (?:with|this|for)|already (?:a subscriber|subscribed)|"
    r"(?:for|only (?:for|to)|available to|exclusive(?:ly)? (?:for|to)) (?:our )?(?:paying )?"
    r"(?:subscribers|members)|subscribers? only|(?:this|the rest of this) (?:article|story|content) is "
    r"(?:reserved|for|exclusive|behind|locked)|free articles? (?:left|remaining|this month)|"
    r"start your (?:free )?(?:trial|subscription)|jetzt weiterlesen|réservé aux abonnés|"
    r"solo para suscriptores",
    re.IGNORECASE,
)

OPEN_IT = "open it in a browser, save the page with the article and give that file"


def no_article(found: Extracted) -> str | None:
    """Return why there is no article on a page, and what mends it, or None where there is one."""
    text = "\n".join(text for text, _ in found.blocks)
    size = words(text)
    if size >= ENOUGH:
        return None
    title = " ".join(filter(None, [found.title, *(text for text, head in found.blocks if head)]))
    short = found.page if words(found.page) < ENOUGH else ""
    if ROBOT.search(f"{title}\n{short}"):
        return f"no article here: the page checks for robots; {OPEN_IT}"
    if ERROR.search(title) or (size < FEW and ERROR.search(short)):
        return "no article here: the page says that something was not found; check the address"
    subject = f"{title}\n{text if size >= FEW else short}"
    if len(CONSENT.findall(subject)) > max(2, CONSENT_SHARE * words(subject)):
        return f"no article here: the page asks for consent to cookies; {OPEN_IT}"
    if (found.free is False or size < TEASER) and PAYWALL.search(found.page):
        return f"no article here: a paywall shows {counted(size)} of it; {OPEN_IT}"
    if size < FEW or (found.linked > LINKS and _prose(found) < PROSE):
        return (
            f"no article here: {counted(size)} beside links and navigation; "
            "give the address of one article"
        )
    return None


def _prose(found: Extracted) -> float:
    """Return the share of the text that stands in paragraphs which end as sentences do."""
    sizes = [(len(text), bool(ENDS.search(text[-5:]))) for text, _ in found.blocks]
    return sum(size for size, ends in sizes if ends) / max(1, sum(size for size, _ in sizes))


def words(text: str) -> int:
    """Return the length of a text in words, also where a script does not part them."""
    return max(len(WORD.findall(text)), sum(map(str.isalpha, text)) // LETTERS)


def counted(size: int) -> str:
    """Return so many words, as people say it."""
    return "1 word" if size == 1 else f"{size} words"
