"""What a paragraph is in its article: text, heading, caption, or furniture of the page.

The rules are careful: a sentence of the body that is taken for furniture is lost to every report,
while a heading taken for text does little harm. So furniture is known by its own wording, and a
heading only where a paragraph of text stands before and after it (or at the top).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newsdiff.article import Role
from newsdiff.language.paragraphs import TERMINAL, ends_sentence

MAX_FURNITURE = 240
"""Longer paragraphs are never furniture (characters); also bounds what the patterns below cost."""

MAX_TITLE = 160
MAX_HEADING = 80
MAX_HEADING_WORDS = 12
"""A title may be long as nothing stands before it; inside a text, short paragraphs without a full
stop are headings and long ones are captions or lists (characters, words)."""

TOP_HEADINGS = 3
"""So many headings may open an article: a kicker, a title and a line under it."""

MIN_MULTI = 0.2
"""Share of paragraphs with several sentences from which on a lone question is a heading: where
each sentence is its own paragraph, questions of the text stand alone too."""

COUNTER = re.compile(
    r"\(?(?:(?:photo|image|slide|picture|foto|bild|page)s? )?\d{1,4} ?(?:/|of|von|de|sur|di|из) ?"
    r"\d{1,4}\)?",
    re.I,
)
FURNITURE = re.compile(
    r"this (?:story|article|post|report|piece|live ?blog|page|version|copy|headline)"
    r" (?:(?:has|have|was|is|will|have|had) )?(?:also |since |first |originally |being |be |been ){0,3}"
    r"(?:updated|corrected|amended|edited|revised|published|republished|produced|appeared)\b"
    r"|the (?:story|article) (?:has been|was) (?:updated|corrected|amended)\b"
    r"|(?:corrections?|clarification|editor[’']?s note|note to editors)\b ?"
    r"(?:\([^()]{0,40}\) ?)?:"
    r"|\(?(?:additional )?(?:reporting|writing|editing) by [^.]{1,120}[.)]?$"
    r"|(?:read|see|watch|hear|learn|view|show|load)(?: the)? (?:more|also|next|all|less|full story)"
    r"(?:$| ?[:»>→…]| on\b| about\b| from\b| in\b| at\b)"
    r"|(?:also read|read|more|watch|listen|related|related stories|related articles|see also|more on"
    r" this(?: story)?|don[’']?t miss|recommended|most read|trending|must read) ?:"
    r"|(?:explore|see|view|browse|check out) [^.?!]{1,60}\b(?:gallery|galleries|slideshow|pictures"
    r"|photos)\b"
    r"|(?:sign up|subscribe) (?:for|to|now|here|today)\b|(?:click|tap) here\b"
    r"|follow (?:us|@\w+|[^.?!]{1,60} on (?:twitter|x|facebook|instagram|bluesky|threads))\b"
    r"|(?:story|article) continues\b|continue reading\b|scroll (?:down )?(?:to|for)\b"
    r"|download (?:the|our) [^.?!]{1,40}\bapp\b|listen to this (?:article|story)\b"
    r"|(?:copyright|©|\(c\)) ?(?:©|\(c\))? ?(?:19|20)\d\d\b|[^.]{0,80}all rights reserved\.?$"
    r"|lesen sie auch\b|mehr (?:zum thema|dazu)\b|weiterlesen\b|lire aussi\b|à lire aussi\b"
    r"|lire la suite\b|lee también\b|leer más\b|leggi anche\b|leia também\b|leia mais\b"
    r"|lees ook\b|läs också\b|läs mer\b|les også\b|læs også\b|читайте также\b",
    re.I,
)
"""What the furniture of pages opens with. Every alternative is anchored by `match` and bounded."""

GALLERY = re.compile(
    r"(?:photos|pictures|images|in pictures|slideshow|photo gallery|gallery|video|watch live) ?:", re.I
)
"""At the top of a page this opens its title, and a link to another page below."""

CREDITED = re.compile(
    r"contributed (?:reporting )?to this (?:report|story|article)\b"
    r"|^(?:the )?(?:associated press|ap|reuters|afp)\b.{1,120}\bcontributed\.?$"
    r"|reported (?:and wrote )?from [^.]{1,60}[,;]? (?:and )?[^.]{1,60}(?:wrote|reported)\b[^.]{0,30} from\b",
    re.I,
)
CLICKS = frozenset(
    "ad ads advert advertisement advertising advertorial anzeige publicité publicidad pubblicità "
    "reklame annons mainos реклама sponsored promoted content share tweet print email e-mail mail "
    "comment comments facebook twitter whatsapp telegram linkedin pinterest reddit flipboard "
    "bluesky threads instagram tumblr copy link url save bookmark listen subscribe login register "
    "menu search home back top next previous prev close more related stories articles topics tags "
    "topic tag newsletter newsletters teilen partager compartir condividi partilhar delen dela del "
    "jaa поделиться on via this article story by to log in sign up follow us live skip".split()
)
CLICKS_NEED = CLICKS - frozenset(
    "on via this by to in up us article story top back home live more content stories del "
    "articles next close save comment mail topic topics follow register listen".split()
)
DATE_WORDS = frozenset(
    "published updated posted modified last first on at edt est et gmt bst cet cest utc pt pdt pst "
    "ist am pm a.m p.m noon midnight ago min mins minute minutes hour hours day days read jan feb "
    "mar apr may jun jul aug sep sept oct nov dec january february march april june july august "
    "september october november december monday tuesday wednesday thursday friday saturday sunday "
    "mon tue tues wed thu thur thurs fri sat sun januar februar märz mai juni juli oktober dezember "
    "montag dienstag mittwoch donnerstag freitag samstag sonntag uhr stand veröffentlicht "
    "aktualisiert janvier février mars avril juin juillet août septembre octobre novembre décembre "
    "lundi mardi mercredi jeudi vendredi samedi dimanche publié mis à jour le enero febrero marzo "
    "abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miércoles "
    "jueves viernes sábado domingo de h".split()
)
WORD = re.compile(r"[\w.'’@-]{1,40}")
DIGIT = re.compile(r"\d")
CAPTION = re.compile(
    r"(?:file ?[-–—]|(?:file )?(?:photo|image|picture|photograph|caption|credit|foto|bild|fotografía"
    r"|crédit|photo credit|image credit|image caption|getty images|ap photo) ?(?:\([^()]{0,40}\) ?)?:"
    r"|\((?:photo|image|picture|file|ap photo|foto|bild)\b)",
    re.I,
)
CAPTION_END = re.compile(
    r"\((?:[^()]{0,60}\b)?(?:ap photo|getty|getty images|reuters|afp|file photo|photo|photos)\b"
    r"[^()]{0,60}\)\.?$|(?<=[a-z.])Credit ?[A-Z][^.]{1,60}$"
    r"|/ ?(?:AP|Reuters|AFP|EPA|Getty Images|Associated Press)\)?$|\b(?:image|photo|picture|credit|foto|bild): [^.:]{1,60}\.?$",
    re.I,
)
BYLINE = re.compile(r"(?:by|von|par|por|di|door|av)\s+(?=\S)", re.I)
BYLINE_SMALL = frozenset("and for of the in at und et y e en och og de von van der la del".split())


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph as the rules see it: its text with white space folded (only the first and last
    hundreds of characters matter), its length, and how many sentences it holds."""

    text: str
    sentences: int
    heading: bool = False
    """True when the input's own markup says that this is a heading."""

    @property
    def body(self) -> bool:
        """True when it reads as text: it ends as a sentence does and is not a mere label."""
        return ends_sentence(self.text) and len(self.text) >= 25


def roles(blocks: Sequence[Block]) -> list[Role]:
    """Return the role of each paragraph of an article, given in order."""
    found: list[Role] = [_own_role(block) for block in blocks]
    for i, block in enumerate(blocks):
        if i and found[i] == "text" and GALLERY.match(block.text):
            found[i] = "furniture"
        if i and found[i] == "text" and COUNTER.fullmatch(blocks[i - 1].text):
            found[i] = "caption"
        if block.heading and found[i] == "text":
            found[i] = "heading"
    told = [i for i, role in enumerate(found) if role in ("text", "heading")]
    several = sum(blocks[i].sentences > 1 for i in told) >= MIN_MULTI * len(told)
    top = _top_headings([blocks[i] for i in told], several)
    for place, i in enumerate(told):
        before = blocks[told[place - 1]] if place else None
        after = blocks[told[place + 1]] if place + 1 < len(told) else None
        if place < top or (
            place >= top
            and before is not None
            and after is not None
            and (found[told[place - 1]] == "text")
            and _is_heading(before, blocks[i], after, several)
        ):
            found[i] = "heading"
    return found


def is_furniture(text: str) -> bool:
    """Return whether a paragraph or a sentence with this text is furniture by its own wording."""
    if not any(char.isalnum() for char in text[:MAX_FURNITURE]):
        return len(text) <= MAX_FURNITURE or not any(char.isalnum() for char in text)
    if len(text) > MAX_FURNITURE:
        return False
    return bool(
        COUNTER.fullmatch(text)
        or is_notice(text)
        or _is_clicks(text)
        or _is_date(text)
        or _is_byline(text)
    )


def is_notice(text: str) -> bool:
    """Return whether a sentence inside a paragraph of text is a notice of the page's by its own
    wording ("This story has been updated.")."""
    return len(text) <= MAX_FURNITURE and bool(FURNITURE.match(text) or CREDITED.search(text))


def _own_role(block: Block) -> Role:
    if CAPTION.match(block.text) or CAPTION_END.search(block.text[-160:]):
        return "caption"
    if block.sentences <= 3 and is_furniture(block.text):
        return "furniture"
    return "text"


def _is_clicks(text: str) -> bool:
    """Labels of buttons and nothing else: "Share on Facebook", "Advertisement"."""
    words = [word.strip(".'’-") for word in WORD.findall(text.casefold())]
    return len(words) <= 12 and CLICKS.issuperset(words) and not CLICKS_NEED.isdisjoint(words)


def _is_date(text: str) -> bool:
    """Dates and times and nothing else: "Published 10:32 a.m. ET, Aug. 6, 2024"."""
    if not DIGIT.search(text):
        return False
    words = [word.strip(".'’-") for word in WORD.findall(text.casefold())]
    named = [word for word in words if not word[:1].isdigit() and word]
    return 0 < len(named) <= 14 and DATE_WORDS.issuperset(named)


def _is_byline(text: str) -> bool:
    """ "By" and names with capital letters: "By Ann Doe and Bob Roe, Example Press"."""
    match = BYLINE.match(text)
    if not match or ends_sentence(text.removesuffix("Jr.")) or not text[0].isupper():
        return False
    words = WORD.findall(text[match.end() :])
    capital = [word for word in words if word[0].isupper()]
    small = [word for word in words if not word[0].isupper()]
    return 2 <= len(capital) and len(words) <= 14 and BYLINE_SMALL.issuperset(small)


def _top_headings(blocks: Sequence[Block], several: bool) -> int:
    """Return how many of the paragraphs that open an article are its headings."""
    count = 0
    for block, after in zip(blocks[:TOP_HEADINGS], blocks[1:], strict=False):
        asks = block.text.endswith(("?", "!", "?'", "?’"))
        titled = asks and count == 0 and several and block.sentences == 1 and after.body
        titled = titled and len(block.text) < min(len(after.text), MAX_TITLE)
        if not (block.heading or titled or _shaped(block, MAX_TITLE)):
            break
        count += 1
    # Without a text under them they are not headings, but all there is.
    return count if any(block.body for block in blocks[count:]) else 0


def _is_heading(before: Block, block: Block, after: Block, several: bool) -> bool:
    """Return whether a paragraph inside a text is a heading, by its shape and its neighbours."""
    if not before.body or not after.body or len(block.text.split()) > MAX_HEADING_WORDS:
        return False
    if block.text.endswith("?"):
        quoted = any(mark in block.text for mark in '"“”„«»')
        follows = before.text.endswith("?")
        return (
            several
            and not quoted
            and not follows
            and block.sentences == 1
            and len(block.text) <= MAX_HEADING
            and len(after.text) > len(block.text)
            and block.text[0].isupper()
        )
    return _shaped(block, MAX_HEADING)


def _shaped(block: Block, limit: int) -> bool:
    """Return whether a paragraph has a heading's shape: one short line that does not end as a
    sentence does, and does not begin inside one."""
    text = block.text
    if len(text) > limit or block.sentences > 1:
        return False
    if ends_sentence(text) or text.endswith((",", ";", ":", "-", "–", "—")):
        return False
    return not text[0].islower() and text[0] not in "-*•·" and any(map(str.isalpha, text))
