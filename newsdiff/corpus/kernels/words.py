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
_CHUNK = 1 << 16
"""Characters that are worked on at once, if a text is not longer: what stays in the processor's
cache."""

_UNSPACED = (
    (0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x2E80, 0x30FF), (0x3400, 0x9FFF),
    (0xF900, 0xFAFF), (0x20000, 0x323AF),
)  # fmt: skip
"""Thai and Lao, Burmese, Khmer, Chinese, Japanese: code points from, to."""
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
    folded = _folded().take(codes, mode="clip")  # all are inside; clip does not look twice
    kept: NDArray[np.int64] | None = None
    if (folded == _IGNORED).any():
        kept = np.flatnonzero(folded != _IGNORED)
        folded = folded[kept]
    starts, ends = _bounds(folded)
    hashes = _hashes(folded, starts, ends)
    if kept is not None:
        starts, ends = kept[starts], kept[ends - 1] + 1
    offsets = np.append(0, np.searchsorted(starts, ends_of_texts))
    first = np.repeat(np.append(0, ends_of_texts[:-1]), np.diff(offsets))
    return Words(
        hashes, (starts - first).astype(np.int32), (ends - first).astype(np.int32), offsets
    )


def _bounds(folded: NDArray[np.uint32]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return where the words begin and end. Apostrophes that join become part of their words, and
    all of them lose their value in `folded`."""
    inside = folded > _APOSTROPHE
    marks = np.flatnonzero(folded == _APOSTROPHE)
    folded[marks] = 0
    # The last character is a newline, so something follows each mark; before the first one stands
    # that newline, too.
    inside[marks[inside[marks - 1] & inside[marks + 1]]] = True
    edges = np.flatnonzero(inside[1:] != inside[:-1]) + 1
    if inside[0]:
        edges = np.append(0, edges)
    loners = np.flatnonzero(folded >= _LONER)
    # The last character is a newline, so every word ends.
    if not len(loners):
        return edges[::2], edges[1::2]
    begins, stops = np.zeros((2, len(folded)), np.bool_)
    begins[edges[::2]] = stops[edges[1::2]] = True
    behind = loners + 1
    begins[loners] = stops[behind] = True
    begins[behind[inside[behind]]] = True
    stops[loners[inside[loners - 1]]] = True
    return np.flatnonzero(begins), np.flatnonzero(stops)


def _hashes(
    folded: NDArray[np.uint32], starts: NDArray[np.int64], ends: NDArray[np.int64]
) -> NDArray[np.int32]:
    up, down = powers(MAX_CHARS + 1)
    sums = np.zeros(len(folded) + 1, np.uint64)
    np.cumsum(folded * up[: len(folded)], out=sums[1:])
    values = mixed((sums[ends] - sums[starts]) * down[starts])
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
