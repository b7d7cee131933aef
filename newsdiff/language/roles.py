"""What a paragraph is in its article: text, heading, caption, or furniture of the page.

The rules are careful: a sentence of the body that is taken for furniture is lost to every report,
while a heading taken for text does little harm. So furniture is known by its own wording, and a
heading only where a paragraph of text stands before and after it (or at the top).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from newsdiff.article import Role
from newsdiff.language.lists import lines, word_lists
from newsdiff.language.paragraphs import FIRST_WIDE, ends_sentence

WORDS = "page-words"

MAX_FURNITURE = 240
"""Longer paragraphs are never furniture (characters); also bounds what the patterns below cost."""

MAX_CAPTION = 700
MAX_CREDITED = 300
"""Captions that open as such may hold several sentences; a credit at the end of a longer paragraph
was glued to a paragraph of text (characters)."""

MAX_TITLE = 160
MAX_HEADING = 80
MAX_HEADING_WORDS = 12
"""A title may be long as nothing stands before it; inside a text, short paragraphs without a full
stop are headings and long ones are captions or lists (characters, words)."""

NO_HEADING = frozenset('"“”„«»,;…–—')
"""Marks of a question that the text itself asks: headings ask short and plain."""

TOP_HEADINGS = 3
"""So many headings may open an article: a kicker, a title and a line under it."""

MIN_MULTI = 0.2
"""Share of paragraphs with several sentences from which on a lone question is a heading: where
each sentence is its own paragraph, questions of the text stand alone too (0 there, .3 and more in
articles that have headings)."""

COUNTER = re.compile(
    r"\(?(?:(?:photo|image|slide|picture|foto|bild|page)s? )?"
    r"\d{1,4} ?(?:/|of|von|de|sur|di|из) ?\d{1,4}\)?",
    re.I,
)

PERSON = r"(?-i:[A-Z])\S{1,30}(?: (?-i:[A-Z])\S{1,30}){1,3}"

OPENINGS = (
    # Notices about the text itself.
    r"this (?:story|article|post|report|piece|live ?blog|page|version|copy|headline)"
    r" (?:(?:has|have|had|was|is|will) )?(?:(?:also|since|first|originally|being|be|been) ){0,3}"
    r"(?:updated|corrected|amended|edited|revised|published|republished|produced|appeared)\b",
    r"the (?:story|article) (?:has been|was) (?:updated|corrected|amended)\b",
    r"(?:corrections?|clarification|editor[’']?s note|note to editors) ?(?:\([^()]{0,40}\) ?)?:",
    r"\(?(?:additional )?(?:reporting|writing|editing) by [^.]{1,120}[.)]?$",
    r"(?:copyright|©|\(c\))(?: ?(?:copyright|©|\(c\)))? ?(?:19|20)\d\d\b",
    r"[^.]{0,80}\ball rights reserved\.?$",
    r"(?:the )?(?:views|opinions)(?: and opinions)? expressed"
    r" (?:here (?:are|do)|(?:in|by) (?:this|the) [^.?!]{1,40} (?:are|do)"
    r"|by [^.?!]{1,40} are their own)\b",
    # Who wrote it, below the text.
    PERSON + r" reported from (?:(?! that | on )[^.]){1,80}\.?$",
    r"[—•] ?" + PERSON + r"(?:, [^,.]{1,60},)? is [^.]{1,80}\b"
    r"(?:editor|writer|columnist|correspondent|contributor|fellow|host)\b",
    PERSON + r" is (?:an?|the) (?:[a-z-]{1,20} ){0,3}"
    r"(?:correspondent|reporter|columnist|contributor|journalist|producer|editor)"
    r" (?:for|at|of|with|based) [^.]{1,60}\.?$",
    # What a story that is written on opens its parts with.
    r"\[(?:breaking|latest|previous|original|developing|new) [^\[\]]{0,40}"
    r"(?:update|story|version|alert)[^\[\]]{0,60}\] ?\.?$",
    # Ways to other pages.
    r"(?:read|see|watch|hear|learn|view|show|load)(?: the)? (?:more|also|next|all|less|full story)"
    r"(?:$| ?[:»>→…]| on\b| about\b| from\b| in\b| at\b)",
    r"(?:also read|read|more|watch|listen|related(?: stories| articles)?|see also|most read) ?:",
    r"(?:more on this(?: story)?|don[’']?t miss|recommended|trending|must read) ?:",
    r"(?:explore|see|view|browse|check out) [^.?!]{1,60}\b"
    r"(?:gallery|galleries|slideshow|pictures|photos)\b",
    r"follow (?:us|@\w{1,40}|[^.?!]{1,60} on (?:twitter|x|facebook|instagram|bluesky|threads))\b",
    r"(?-i:JUST WATCHED|MUST WATCH)\b",
    r"scroll (?:down )?(?:to|for)\b",
    r"download (?:the|our) [^.?!]{1,40}\bapp\b",
    r"more from (?-i:[A-Z])[^.?!]{1,40}$",
    r"advertisement ?[-–—:]? ?(?:continue|scroll|story|article)\b",
    # What readers are asked for.
    r"share your (?:thoughts|views|story|stories|opinions?) (?:in|with|on|below)\b",
    r"(?:e-?mail|send)(?: us)? your [^.?!]{1,40}"
    r"\b(?:tips|ideas|pictures|photos|stories|comments)\b",
    r"get (?:the latest|our|all the) [^.?!]{1,60}\b(?:inbox|newsletters?|by e-?mail)\b",
    # Players, and what stands under them.
    r"(?:[^.?!]{1,200} )?listen ?· ?\d{1,2}:\d\d\b",
    r"\d{1,2}:\d\d(?::\d\d)?$",
    r"loading ?(?:\.{3}|…)$",
)
"""What the furniture of pages opens with, each bounded; data/furniture.txt has what is plain."""
FURNITURE = re.compile("|".join(OPENINGS), re.I)

BULLETS = "-–—•*· "
"""What a notice may stand behind."""

GALLERY = re.compile(
    r"(?:photos|pictures|images|in pictures|slideshow|photo gallery|gallery|video|watch live) ?:",
    re.I,
)
"""At the top of a page this opens its title; below, a link to another page, or a caption."""

CREDITED = re.compile(
    r"contributed (?:reporting )?to this (?:report|story|article)\b"
    r"|^(?:the )?(?:associated press|ap|reuters|afp)\b.{1,120}\bcontributed\.?$"
    r"|reported (?:and wrote )?from [^.]{1,60}(?:wrote|reported)\b[^.]{0,30} from\b",
    re.I,
)
WORD = re.compile(r"[\w.'’@-]{1,40}")
DIGIT = re.compile(r"\d")
CAPTION = re.compile(
    r"file ?[-–—]"
    r"|(?:(?:file|ap) )?(?:photo|image|picture|photograph|foto|bild|fotografía|getty images)"
    r"(?: credit| caption)? ?(?:\([^()]{0,40}\) ?)?:"
    r"|(?:caption|credit|crédit) ?:"
    r"|\((?:photo|image|picture|file|ap photo|foto|bild)\b",
    re.I,
)
CAPTION_END = re.compile(
    r"\((?:[^()]{0,60}\b)?(?:getty|reuters|afp|photos?)\b[^()]{0,60}\)\.?$"
    r"|(?-i:(?<=[a-z.])Credit ?[A-Z][^.]{1,60}$)"
    r"|(?-i:[/|] ?(?:AP|AP Photo|Reuters|AFP|EPA|Getty|Getty Images|Associated Press)\)?$)"
    r"|(?-i:(?:^|[.’”\"] ?)(?:REUTERS|AFP|EPA|AP)/[A-Z][^.!?]{1,50}(?:[A-Z]\. [^.!?]{1,30})?$)"
    r"|\b(?:image|photo|picture|credit|foto|bild): [^.:]{1,60}\.?$",
    re.I,
)
BYLINE = re.compile(r"(?:by|von|par|por|di|door|av)\s+(?=\S)", re.I)


class Block(NamedTuple):
    """A paragraph as the rules see it: its text with white space folded (of a long one both ends
    are enough), and how many sentences it holds."""

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
    found = [_own_role(block) for block in blocks]
    for i in range(1, len(blocks)):
        if found[i] == "text" and GALLERY.match(blocks[i].text):
            found[i] = "furniture" if len(blocks[i].text) <= MAX_HEADING else "caption"
        elif found[i] == "text" and COUNTER.fullmatch(blocks[i - 1].text):
            found[i] = "caption"
    told = [i for i, role in enumerate(found) if role == "text"]
    for i in _headings([blocks[i] for i in told]):
        found[told[i]] = "heading"
    return found


def _headings(blocks: Sequence[Block]) -> list[int]:
    """Return the places of the headings among the paragraphs that are not furniture."""
    several = sum(block.sentences > 1 for block in blocks) >= MIN_MULTI * len(blocks)
    found = list(range(_top_headings(blocks, several)))
    for i in range(len(found), len(blocks)):
        inside = 0 < i < len(blocks) - 1 and (not found or found[-1] < i - 1)
        if blocks[i].heading or (inside and _is_heading(*blocks[i - 1 : i + 2], several=several)):
            found.append(i)
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
        or is_date(text)
        or _is_byline(text)
    )


def is_notice(text: str) -> bool:
    """Return whether a sentence inside a paragraph of text is a notice of the page's by its own
    wording ("This story has been updated.")."""
    if len(text) > MAX_FURNITURE:
        return False
    bare = text.lstrip(BULLETS)
    return bool(
        FURNITURE.match(text)
        or (bare != text and FURNITURE.match(bare))
        or CREDITED.search(text)
        or _is_phrased(bare)
    )


def _is_phrased(text: str) -> bool:
    """One of the phrases of data/furniture.txt."""
    plain = text.lower().replace("’", "'")
    phrases = _phrases()
    return (
        plain.startswith(phrases["opens"])
        or plain.endswith(phrases["ends"])
        or any(phrase in plain for phrase in phrases["holds"])
    )


@cache
def _phrases() -> Mapping[str, tuple[str, ...]]:
    """Return the phrases of data/furniture.txt by their keys."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for line in lines("furniture.txt"):
        key, _, phrase = line.partition(" ")
        found[key].append(phrase)
    return {key: tuple(phrases) for key, phrases in found.items()}


def _own_role(block: Block) -> Role:
    captioned = len(block.text) <= MAX_CREDITED and CAPTION_END.search(block.text[-160:])
    if captioned or (len(block.text) <= MAX_CAPTION and CAPTION.match(block.text)):
        return "caption"
    if block.sentences <= 3 and is_furniture(block.text):
        return "furniture"
    return "text"


def _is_clicks(text: str) -> bool:
    """Labels of buttons and nothing else: "Share on Facebook", "Advertisement"."""
    words = [word.strip(".'’-") for word in WORD.findall(text.casefold())]
    lists = word_lists(WORDS)
    strong = [word for word in words if word not in lists["weak"]]
    return bool(strong) and len(words) <= 12 and lists["button"].issuperset(strong)


def is_date(text: str) -> bool:
    """Dates and times and nothing else: "Published 10:32 a.m. ET, Aug. 6, 2024"."""
    if not DIGIT.search(text):
        return False
    words = [word.strip(".'’-") for word in WORD.findall(text.casefold())]
    named = [word for word in words if not word[:1].isdigit() and word]
    return bool(named) and len(named) <= 14 and word_lists(WORDS)["date"].issuperset(named)


def _is_byline(text: str) -> bool:
    """The word By and names with capital letters: "By Ann Doe and Bob Roe, Example Press"."""
    match = BYLINE.match(text)
    if not match or ends_sentence(text.removesuffix("Jr.")) or not text[0].isupper():
        return False
    words = WORD.findall(text[match.end() :])
    capital = [word for word in words if word[0].isupper()]
    small = [word for word in words if not word[0].isupper()]
    return len(capital) >= 2 and len(words) <= 14 and word_lists(WORDS)["byline"].issuperset(small)


def _top_headings(blocks: Sequence[Block], several: bool) -> int:
    """Return how many of the paragraphs that open an article are its headings."""
    count = 0
    for block, after in pairwise(blocks[: TOP_HEADINGS + 1]):
        asks = block.text.endswith(("?", "!", "?'", "?’"))
        titled = asks and count == 0 and several and block.sentences == 1 and after.body
        titled = titled and len(block.text) < min(len(after.text), MAX_TITLE)
        if not (block.heading or titled or _shaped(block, MAX_TITLE)):
            break
        count += 1
    # Without a text under them they are not headings, but all there is.
    return count if any(block.body for block in blocks[count:]) else 0


def _is_heading(before: Block, block: Block, after: Block, *, several: bool) -> bool:
    """Return whether a paragraph inside a text is a heading, by its shape and its neighbours."""
    if not before.body or not after.body or _words(block.text) > MAX_HEADING_WORDS:
        return False
    if block.text.endswith("?"):
        return (
            several
            and NO_HEADING.isdisjoint(block.text)
            and not before.text.endswith("?")
            and block.sentences == 1
            and len(block.text) <= MAX_HEADING
            and len(after.text) > len(block.text)
            and block.text[0].isupper()
        )
    return _shaped(block, MAX_HEADING)


def _words(text: str) -> int:
    """Return about how many words a text has; Chinese and Japanese have two characters each."""
    return len(text.split()) + sum(char >= FIRST_WIDE for char in text) // 2


def _shaped(block: Block, limit: int) -> bool:
    """Return whether a paragraph has a heading's shape: one short line that does not end as a
    sentence does, and does not begin inside one."""
    text = block.text
    if len(text) > limit or block.sentences > 1:
        return False
    if ends_sentence(text) or text.endswith((",", ";", ":", "-", "–", "—")):
        return False
    return not text[0].islower() and text[0] not in "-*•·" and any(map(str.isalpha, text))
