"""Transcripts and subtitles: SubRip (.srt) and WebVTT (.vtt), without their times.

Cues run on as one text; a paragraph ends where the speaker changes or nobody speaks for a while.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsdiff.errors import InputError
from newsdiff.reading.draft import Block, Draft, join
from newsdiff.reading.encoding import decode_document
from newsdiff.reading.line_ends import line_ends

if TYPE_CHECKING:
    from newsdiff.reading.document import Document
    from newsdiff.reading.settings import ReadSettings

_CLOCK = r"(?:(\d{1,3}):)?(\d\d):(\d\d)[.,](\d{1,3})"
TIMES = re.compile(rf"[ \t]{{0,9}}{_CLOCK}[ \t]{{1,9}}-->[ \t]{{1,9}}{_CLOCK}(?:[ \t].*)?")
VOICE = re.compile(r"<v(?:\.[\w.-]{1,80})?[ \t]([^<>]{1,200})>")
TAG = re.compile(r"</?[\w.: -]{0,80}>|<[\d:.]{5,20}>|\{\\[^{}]{1,80}\}")
SOUND = re.compile(r"[(\[♪♫#*][^()\[\]]{0,200}[)\]♪♫#*]")
CHANGE = re.compile(r"(?:>>+|[-–—])\s{0,9}")
PAUSE = 4.0
"""Seconds without a cue that end a paragraph; between cues of one speech there are 2 at most."""


def drafts(document: Document, settings: ReadSettings) -> Iterator[Draft]:
    """Yield the one article that a transcript is. Raises InputError where nobody says a word."""
    decoded = decode_document(document, settings.encoding)
    speech = _Speech()
    for chunk in re.split(r"\n[ \t]*\n", line_ends(decoded.text)):
        lines = chunk.strip("\n").split("\n")
        times = next((n for n, line in enumerate(lines[:2]) if TIMES.fullmatch(line)), None)
        if times is None:
            continue  # the head of a WebVTT file, its styles and notes
        match = TIMES.fullmatch(lines[times])
        if match is not None:
            speech.cue(_seconds(match.groups()[:4]), _seconds(match.groups()[4:]))
        for line in lines[times + 1 :]:
            speech.line(line)
    text, _ = join(speech.blocks())
    if not text:
        raise InputError("is a transcript in which nothing is said", document.source)
    yield Draft(
        text,
        encoding=decoded.encoding,
        guessed=("encoding",) if decoded.guessed else (),
        notes=(decoded.note,) if decoded.note else (),
        dropped=("times", *((f"{speech.sounds} × sound",) if speech.sounds else ())),
    )


class _Speech:
    """What has been said so far."""

    def __init__(self) -> None:
        self.sounds = 0
        self._paragraphs: list[list[str]] = [[]]
        self._end = 0.0
        self._speaker = ""
        self._last = ""

    def cue(self, start: float, end: float) -> None:
        """Take up a cue that is shown from `start` to `end`, in seconds."""
        if start - self._end > PAUSE:
            self._paragraphs.append([])
        self._end = max(self._end, end)

    def line(self, raw: str) -> None:
        """Add a line of a cue. One that is as the line before it has rolled up, and is no new."""
        voice = VOICE.search(raw)
        said = " ".join(TAG.sub("", VOICE.sub("", raw)).split())
        if SOUND.fullmatch(said):
            self.sounds += 1
            return
        if not said or said == self._last:
            return
        self._last = said
        change = CHANGE.match(said)
        if voice is not None and voice.group(1) != self._speaker:
            self._speaker = voice.group(1)
            self._paragraphs.append([f"{' '.join(self._speaker.split())}:"])
        elif change and change.end() < len(said):
            said = said[change.end() :]
            self._paragraphs.append([])
        self._paragraphs[-1].append(said)

    def blocks(self) -> Iterator[Block]:
        """Yield the paragraphs."""
        return (Block(" ".join(lines)) for lines in self._paragraphs)


def _seconds(clock: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, parts = (int(part or 0) for part in clock)
    return hours * 3600 + minutes * 60 + seconds + parts / 1000
