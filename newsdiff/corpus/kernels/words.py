"""Texts to words: each a hash and a place in its text.

A word is a run of letters and digits; an apostrophe between two of them belongs to it. Case,
accents, soft hyphens and the shape of apostrophes do not count. In scripts that are written
without spaces each character is a word, as in `language.words`.

A word's hash is that of its characters as a polynomial; a running sum gives it for all words of
many texts at once, at some 50 million characters a second.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsdiff.corpus.kernels.hashing import mixed, powers

MAX_CHARS = 1_000_000
"""So much of one text is read: some 160,000 words. Longer ones are not articles."""
_CHUNK = 1 << 20
"""Characters that are worked on at once; the longest text fits."""

_UNSPACED = (
    (0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x2E80, 0x30FF), (0x3400, 0x9FFF),
    (0xF900, 0xFAFF), (0x20000, 0x323AF),
)  # fmt: skip
"""Thai and Lao, Burmese, Khmer, Chinese, Japanese: code points from, to."""
_FIRST_UNSPACED = 0x0E00
_LONER = np.uint32(1 << 31)
_IGNORED = np.uint32(1)
_APOSTROPHE = np.uint32(2)
_LAST_SCRIPT = 0x32400


class Words(NamedTuple):
    """The words of some texts, one after the other: text t has words offsets[t]:offsets[t + 1].

    `hashes` are 32 bits of each word's hash; `starts` and `ends` its place in its text, in code
    points.
    """

    hashes: NDArray[np.int32]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    offsets: NDArray[np.int64]


def words(texts: Sequence[str]) -> Words:
    """Return the words of the texts."""
    parts = [_words(chunk) for chunk in _chunks(texts)]
    if not parts:
        none = np.empty(0, np.int32)
        return Words(none, none, none, np.zeros(1, np.int64))
    sizes = np.concatenate([np.diff(part.offsets) for part in parts])
    return Words(
        np.concatenate([part.hashes for part in parts]),
        np.concatenate([part.starts for part in parts]),
        np.concatenate([part.ends for part in parts]),
        np.concatenate([np.zeros(1, np.int64), np.cumsum(sizes)]),
    )


def _chunks(texts: Iterable[str]) -> Iterator[list[str]]:
    chunk: list[str] = []
    size = 0
    for whole in texts:
        text = whole[:MAX_CHARS]
        if chunk and size + len(text) + 1 > _CHUNK:
            yield chunk
            chunk, size = [], 0
        chunk.append(text)
        size += len(text) + 1
    if chunk:
        yield chunk


def _words(texts: list[str]) -> Words:
    """Return the words of texts that together fit into a chunk."""
    # A newline after each text: no word runs from one into the next.
    data = ("\n".join(texts) + "\n").encode("utf-32-le", "surrogatepass")
    codes = np.frombuffer(data, np.uint32)
    ends_of_texts = np.cumsum([len(text) + 1 for text in texts], dtype=np.int64)
    folded = _folded()[codes]
    kept: NDArray[np.int64] | None = None
    if (folded == _IGNORED).any():
        kept = np.flatnonzero(folded != _IGNORED)
        folded = folded[kept]
    starts, ends = _bounds(folded, unspaced=bool((codes >= _FIRST_UNSPACED).any()))
    hashes = _hashes(folded, starts, ends)
    if kept is not None:
        starts, ends = kept[starts], kept[ends - 1] + 1
    text_of = np.searchsorted(ends_of_texts, starts, side="right")
    first = ends_of_texts - np.array([len(text) + 1 for text in texts], np.int64)
    counts = np.bincount(text_of, minlength=len(texts))
    return Words(
        hashes,
        (starts - first[text_of]).astype(np.int32),
        (ends - first[text_of]).astype(np.int32),
        np.concatenate([np.zeros(1, np.int64), np.cumsum(counts)]),
    )


def _bounds(
    folded: NDArray[np.uint32], *, unspaced: bool
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return where the words begin and end. Apostrophes that join become part of their words, and
    all of them lose their value in `folded`."""
    marks = folded == _APOSTROPHE
    inside = (folded != 0) & ~marks
    folded[marks] = 0
    inside[1:-1] |= marks[1:-1] & inside[:-2] & inside[2:]
    before = np.empty_like(inside)
    before[0] = False
    before[1:] = inside[:-1]
    begins, stops = inside & ~before, before & ~inside
    if unspaced:
        alone = folded >= _LONER
        behind = np.empty_like(alone)
        behind[0] = False
        behind[1:] = alone[:-1]
        begins |= inside & (alone | behind)
        stops |= before & (alone | behind)
    # The last character is a newline, so every word ends.
    return np.flatnonzero(begins), np.flatnonzero(stops)


def _hashes(
    folded: NDArray[np.uint32], starts: NDArray[np.int64], ends: NDArray[np.int64]
) -> NDArray[np.int32]:
    up, down = (table[: len(folded)] for table in powers(_CHUNK + 1))
    sums = np.cumsum(folded * up)
    # What stands before a word: the sum up to it, less its first character.
    before = sums[starts] - folded[starts] * up[starts]
    values = mixed((sums[ends - 1] - before) * down[starts])
    return (values >> np.uint64(32)).astype(np.uint32).view(np.int32)


@cache
def _folded() -> NDArray[np.uint32]:
    """Return for each code point what it counts as: its letter in small without accents; 0 for
    what parts words, _IGNORED for what is as if it were not there."""
    table = np.zeros(0x110000, np.uint32)
    for code in range(_LAST_SCRIPT):
        char = chr(code)
        category = unicodedata.category(char)
        if category[0] in "LN":
            base = unicodedata.normalize("NFKD", char)[0].casefold()[0]
            table[code] = ord(base)
        elif category in ("Mn", "Mc", "Me", "Cf"):
            table[code] = _IGNORED
    for first, last in _UNSPACED:
        letters = table[first : last + 1] > _APOSTROPHE
        table[first : last + 1][letters] |= _LONER
    table[[ord(char) for char in "'’ʼ"]] = _APOSTROPHE
    return table
