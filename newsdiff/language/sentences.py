"""Sentences: paragraphs first, then nupunkt inside each, then what news texts teach it.

nupunkt is the best of the splitters that keep offsets (boundary F1 .97 on GUM news, .99 on WSJ),
but it knows English quotation marks only, knows no Chinese, and is quadratic on long runs of marks
or of characters without a space. So it gets a copy of the text, of the same length, in which marks
are plain and such runs are masked, and it gets it in windows.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import chain

from newsdiff.article import Role, Sentence, Span
from newsdiff.language.datelines import dateline_end
from newsdiff.language.lists import word_lists
from newsdiff.language.mastheads import MOST_PARTS, masthead
from newsdiff.language.paragraphs import paragraphs
from newsdiff.language.roles import Block, is_notice, roles

WORDS = "sentence-words"

WINDOW = 4000
"""The most characters that nupunkt sees at once, and so the longest sentence."""

# One character for one, so that offsets stay.
PLAIN_MARKS = str.maketrans(
    dict.fromkeys("“”„‟«»‹›", '"') | dict.fromkeys("‘’‚‛", "'") | {"۔": ".", "．": ".", "؟": "?"}
)
GREEK_MARKS = str.maketrans(";\u037e", "??")
END_MARKS = re.compile(r"[.!?…۔؟．;\u037e]")
MARKS_RUN = re.compile(r"[^\w\s](?:\s{0,2}+[^\w\s]){49,}+")
SIGN = re.compile(r"\S")
CHARS_RUN = re.compile(r"\S{1000,}+")

# Chinese and Japanese (and Hindi's bar): the marks end a sentence wherever they stand, unless
# somebody says the quotation that they end in ("…。」と述べた", "……。”他说").
WIDE_END = re.compile(r"[。！？｡।]+(?:[！？!?…]*)[」』”’）)】》\"]*")
WIDE_SAYS = re.compile(r"[とっな,，、]|(?:[^\W\d_]{1,6}?(?:说|說|表示|道|称|稱|问|問))[。，：]")

# What ends no sentence where a small letter follows: "Stop!" he said; the N.F.L. may.
OPEN_END = re.compile(r"[.!?…]\s?[\"'”’»“)\]]+$|[!?…]$|\b[^\W\d_]\.[^\W\d_]\.$")
GOES_ON = re.compile(r"[\"'”’»“)\]]{0,3}\s?[,;:)\]]")
# A mark that opens a quotation and stands by itself ("« Quoi ? »") belongs to what follows.
DANGLING = re.compile(r"\s([«„“‚‘(\[]{1,3})$")
ASKED = re.compile(r"[!?…]\s?[\"'”’»“]+$")
SAID = re.compile(
    r"(?:[A-Z][\w.'’-]{0,30}\s){1,4}?(?:said|says|asked|asks|added|wrote|told|shouted|yelled"
    r"|replied|cried|exclaimed|continued|tweeted|explained|recalled|wondered|declared|joked"
    r"|insisted|warned|noted|concluded|responded|quipped|screamed|chanted|read|reads)"
    r"(?:(?<=told)\s|[.,:;]"
    r"|\s(?:in|on|at|to|of|during|after|before|when|as|while|with|from|by|last|this)\b)"
)
ORDINAL = re.compile(r"(?:^|\s)\d{1,2}\.$")
ORDINAL_LANGUAGES = frozenset(["da", "de", "eu", "fi", "hu", "no", "tr"])
# nupunkt learned from scanned court papers and takes some common words ("month", "York") for
# short forms: a full stop behind a plain word in small letters ends a sentence before a capital,
# and behind any long word before one that opens sentences.
MISSED = re.compile(
    r"(?<![\w.'’-])([^\W\d_]{2,30})\.[\"”’»)]{0,3}(?=\s+[\"“‘«„(]{0,3}([^\W\d_]{1,30}))"
)
# A page that lost its paragraphs glues a sentence to the next one ("in March.The mayor").
GLUED = re.compile(
    r"(?<![\w.'’@/-])([^\W\d_]{2,30})[.!?][”’»)]{0,3}"
    r"(?=(?!(?:Com|Net|Org|Gov|Co|Js)\b)([A-Z][a-z]{0,29})(?:[\s,’]|'s\b))"
)
ENUMERATOR = re.compile(r"\(?\d{1,2}[.)]\s?[\"'“‘«„(]?$")
# Initials are no sentence: "U.S. Senator Ann Doe", "KELL — A.J. Doe", "(CNN)U.S. Senator Ann Doe".
INITIALS = re.compile(r"(?:^|\)|[–—]\s?|\s--?\s)(?:[A-Z]\.){2,6}$")
LAST_WORD = re.compile(r"(?:^|[\s(\"'“‘«„.])([^\W\d_]{1,8})\.$")


def split(text: str, language: str, headings: Collection[int] = ()) -> tuple[Sentence, ...]:
    """Return the sentences of `text` in order, each with its paragraph and its role.

    They hold every character that is not white space, each exactly once, and no sentence is
    longer than 4,000 characters. `headings` are the offsets at which paragraphs start that the
    input's own markup calls headings.
    """
    spans = paragraphs(text)
    inner = [_sentence_spans(text, span, language) for span in spans]
    blocks = [
        Block(_folded(text, span), len(sentences), span.start in headings)
        for span, sentences in zip(spans, inner, strict=True)
    ]
    found: list[Sentence] = []
    opened = False
    for paragraph, (sentences, role) in enumerate(zip(inner, roles(blocks), strict=True)):
        head = 0 if opened else masthead([_folded(text, s) for s in sentences[:MOST_PARTS]])
        for place, span in enumerate(sentences):
            own: Role = "furniture" if place < head else role
            for part in _without_dateline(text, span) if place == head else (span,):
                if own == "text" and (part.end < span.end or is_notice(_folded(text, part))):
                    found.append(Sentence(len(found), part.start, part.end, paragraph, "furniture"))
                else:
                    found.append(Sentence(len(found), part.start, part.end, paragraph, own))
                    opened = opened or own == "text"
    return tuple(found)


def _without_dateline(text: str, span: Span) -> tuple[Span, ...]:
    """Part a sentence from the agency's dateline that it opens with."""
    behind = dateline_end(text, span.start, span.end)
    if behind == span.start:
        return (span,)
    dateline = Span(span.start, span.start + len(text[span.start : behind].rstrip()))
    return dateline, Span(behind, span.end)


def _folded(text: str, span: Span) -> str:
    """Return the span's text with white space folded. Long ones are cut in the middle, as roles
    only look at both ends of a paragraph."""
    if span.end - span.start > 2 * WINDOW:
        ends = text[span.start : span.start + WINDOW] + text[span.end - WINDOW : span.end]
        return " ".join(ends.split())
    return " ".join(span.of(text).split())


def _sentence_spans(text: str, paragraph: Span, language: str) -> list[Span]:
    """Return the sentences of one paragraph."""
    block = paragraph.of(text)
    if WIDE_END.search(block):
        pieces = _wide_pieces(block)
    elif END_MARKS.search(block, 0, len(block) - 1) or len(block) > WINDOW:
        joined = _joined(block, _pieces(_masked(block, language)), language)
        pieces = _parted(block, joined, language)
    else:
        pieces = iter([(0, len(block))])
    return [Span(paragraph.start + start, paragraph.start + end) for start, end in pieces]


def _masked(block: str, language: str) -> str:
    """Return a copy of the same length that nupunkt reads well and fast."""
    masked = block.translate(PLAIN_MARKS)
    if language == "el":
        masked = masked.translate(GREEK_MARKS)
    masked = MARKS_RUN.sub(_mask_marks, masked)
    return CHARS_RUN.sub(lambda run: "x" * len(run.group()), masked)


def _mask_marks(run: re.Match[str]) -> str:
    """A run of marks becomes words; what ended a sentence still does."""
    marks = run.group()
    return SIGN.sub("x", marks[:-1]) + ("." if END_MARKS.search(marks[-3:]) else "x")


def _pieces(block: str) -> Iterator[tuple[int, int]]:
    """Yield the pieces that nupunkt makes of `block`, window by window.

    The last piece of a window may be half a sentence, so the next window starts with it.
    """
    from nupunkt import sent_spans  # noqa: PLC0415  36 ms that `--version` need not pay

    at = 0
    while at < len(block):
        window = block[at : at + WINDOW]
        last = at + WINDOW >= len(block)
        if not last:
            window = window[: max(window.rfind(" "), window.rfind("\n")) + 1] or window
        spans = sent_spans(window) or [(0, len(window))]
        if not last and len(spans) > 1:
            spans.pop()
        for start, end in spans:
            piece = window[start:end]
            if body := piece.strip():
                lead = len(piece) - len(piece.lstrip())
                yield at + start + lead, at + start + lead + len(body)
        at += spans[-1][1]


def _joined(
    block: str, pieces: Iterator[tuple[int, int]], language: str
) -> Iterator[tuple[int, int]]:
    """Yield the pieces with those joined that nupunkt should not have parted."""
    held: tuple[int, int] | None = None
    for found in pieces:
        piece = found
        if held is None:
            held = piece
            continue
        dangling = DANGLING.search(block, max(held[0] + 1, held[1] - 9), held[1])
        if dangling and piece[1] - dangling.start(1) <= WINDOW:
            end = held[0] + len(block[held[0] : dangling.start()].rstrip())
            held, piece = (held[0], end), (dangling.start(1), piece[1])
        if piece[1] - held[0] <= WINDOW and _belongs(block, held, piece, language):
            held = (held[0], piece[1])
        else:
            yield held
            held = piece
    if held is not None:
        yield held


def _belongs(block: str, before: tuple[int, int], piece: tuple[int, int], language: str) -> bool:
    """Return whether `piece` continues the sentence that stands before it."""
    tail = block[max(before[0], before[1] - 60) : before[1]]
    head = block[piece[0] : min(piece[1], piece[0] + 200)]
    empty = not any(map(str.isalnum, head)) or not any(map(str.isalnum, tail))
    if empty or ENUMERATOR.match(tail) or INITIALS.search(tail):
        return True
    if GOES_ON.match(head) or (ASKED.search(tail) and SAID.match(head)):
        return True
    # Of the languages with capitals only English opens sentences without ("eBay said").
    if head[0].islower() and (language != "en" or OPEN_END.search(tail)):
        return True
    return _ends_short(tail, language)


def _ends_short(tail: str, language: str) -> bool:
    """Return whether the full stop at the end of `tail` belongs to an ordinal or a short form."""
    if language in ORDINAL_LANGUAGES and ORDINAL.search(tail):
        return True
    word = LAST_WORD.search(tail)
    return word is not None and word.group(1) in word_lists(WORDS).get(f"short:{language}", ())


def _parted(
    block: str, pieces: Iterator[tuple[int, int]], language: str
) -> Iterator[tuple[int, int]]:
    """Yield the pieces with those parted that hold a plain end of a sentence."""
    lists = word_lists(WORDS)
    short = lists["short:*"] | lists.get(f"short:{language}", frozenset())
    openers = lists["opens:en"] if language == "en" else frozenset()
    for start, end in pieces:
        at = start
        found = chain(MISSED.finditer(block, start, end), GLUED.finditer(block, start, end))
        for match in sorted(found, key=re.Match.end):
            word, opener = match.groups()
            plain = word.islower() and opener[0].isupper()
            if (plain or opener in openers) and word not in short:
                yield at, match.end()
                at = match.end()
                while block[at].isspace():
                    at += 1
        yield at, end


def _wide_pieces(block: str) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a Chinese or Japanese paragraph."""
    start = 0
    for match in WIDE_END.finditer(block):
        end = match.end()
        quoted = block[end - 1] in "」』”’"
        if quoted and WIDE_SAYS.match(block, end):
            continue
        yield from _trimmed(block, start, end)
        start = end
    yield from _trimmed(block, start, len(block))


def _trimmed(block: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the piece without white space around it, in parts of at most WINDOW characters."""
    while start < end and block[start].isspace():
        start += 1
    while end > start and block[end - 1].isspace():
        end -= 1
    for at in range(start, end, WINDOW):
        yield at, min(at + WINDOW, end)
