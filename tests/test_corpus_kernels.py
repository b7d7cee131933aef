"""The kernels of a scan, held against plain ways to do the same."""

from __future__ import annotations

import math
import re

import numpy as np
import pytest
from corpus_articles import smith_waterman
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("pyarrow", reason="newsdiff[scan] is not installed")

from newsdiff.corpus.kernels.alignment import Stretches, align
from newsdiff.corpus.kernels.grams import SIZE, WINDOW, grams
from newsdiff.corpus.kernels.repeats import repeated
from newsdiff.corpus.kernels.terms import COMMON, LENGTH, TERMS, log2, profiles, uses, weigh
from newsdiff.corpus.kernels.words import MAX_CHARS, words

TEXTS = st.lists(st.text(max_size=60), max_size=6)


def told(text: str) -> list[str]:
    """Return the words of one text as the kernel parts it."""
    found = words([text])
    return [text[a:b] for a, b in zip(found.starts, found.ends, strict=True)]


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("It’s the state's 10,000th 'day'.", ["It’s", "the", "state's", "10", "000th", "day"]),
        ("co\u00adop rock’n’roll ''", ["co\u00adop", "rock’n’roll"]),
        ("東京 ok", ["東", "京", "ok"]),
        ("ends", ["ends"]),
        ("", []),
        (" \n\x00…", []),
    ],
)
def test_words_are_parted_where_readers_part_them(text: str, parted: list[str]) -> None:
    """Apostrophes inside join, other marks part, and unspaced scripts give a word a character."""
    assert told(text) == parted


def test_wordings_of_one_word_have_one_hash() -> None:
    """Case, accents however they are written, and curly apostrophes would hide a copy."""
    forms = ["Élysée's", "elysee’s", "E\u0301LYSE\u0301E's", "ely\u00adsee's"]
    assert len(set(words([" ".join(forms)]).hashes.tolist())) == 1
    assert len(set(words(["state states stat e"]).hashes.tolist())) == 4


@given(TEXTS)
def test_a_text_has_the_same_words_in_any_company(texts: list[str]) -> None:
    """Words that depended on the batch would differ from engine to engine."""
    together = words(texts)
    for number, text in enumerate(texts):
        alone = words([text])
        mine = slice(together.offsets[number], together.offsets[number + 1])
        assert together.hashes[mine].tolist() == alone.hashes.tolist()
        assert together.starts[mine].tolist() == alone.starts.tolist()
        assert together.ends[mine].tolist() == alone.ends.tolist()


@given(st.text(alphabet=st.characters(codec="ascii"), max_size=80))
def test_ascii_words_are_those_of_a_regular_expression(text: str) -> None:
    """A word that is lost or cut would shift all places behind it."""
    assert told(text) == re.findall(r"[^\W_]+(?:'[^\W_]+)*", text)


def test_hostile_texts_are_worked_on_in_one_pass() -> None:
    """A megabyte of one character, or of what no text holds, must not stop a scan."""
    for char in ("a", " ", "'", "\u0301", "漢", "\ud800", "\x00"):
        assert len(words([char * MAX_CHARS + "x"]).offsets) == 2


def test_grams_do_not_run_from_one_text_into_the_next() -> None:
    """A gram across two texts would be a passage that nobody printed."""
    found = words(["a b c d e f", "g h i j", "k l m n o"])
    made = grams(found.hashes, found.offsets)
    assert list(zip(made.texts.tolist(), made.places.tolist(), strict=True)) == [
        (0, 0), (0, 1), (2, 0),
    ]  # fmt: skip


def test_a_sketch_keeps_a_gram_of_every_run_of_eight_words() -> None:
    """Two copies of eight words would share no gram, and the passage would be lost."""
    text = " ".join(f"w{n * n % 61}" for n in range(200))
    found = words([text])
    kept = set(grams(found.hashes, found.offsets, sketch=True).places.tolist())
    run = SIZE + WINDOW - 1
    assert run == 8
    assert all(kept & set(range(b, b + WINDOW)) for b in range(200 - run + 1))
    assert len(kept) < 0.6 * 196


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 4)), max_size=80))
def test_grams_of_two_sources_are_kept_and_no_others(pairs: list[tuple[int, int]]) -> None:
    """A gram lost here is a passage lost; one too many costs only time."""
    keys = np.array([key for key, _ in pairs], np.int64)
    sources = np.array([source for _, source in pairs], np.int64)
    wanted = [
        place
        for place, (key, _) in enumerate(pairs)
        if len({source for other, source in pairs if other == key}) > 1
    ]
    assert repeated(keys, sources).tolist() == wanted


SEQUENCES = st.lists(st.integers(0, 6), min_size=1, max_size=30)


@given(SEQUENCES, SEQUENCES)
def test_alignment_in_a_wide_band_is_smith_and_watermans(a: list[int], b: list[int]) -> None:
    """A score that is not the best one loses passages, or tells of some that are none."""
    side_a = Stretches(np.array(a, np.int32), np.zeros(1, np.int64), np.array([len(a)]))
    side_b = Stretches(np.array(b, np.int32), np.zeros(1, np.int64), np.array([len(b)]))
    found = align(side_a, side_b, np.array([-len(a)]), np.array([len(b)]), 1)
    best = smith_waterman(a, b)
    assert found.score[0] == best
    if best:
        first, last = int(found.a_first[0]), int(found.a_last[0])
        start, stop = int(found.b_first[0]), int(found.b_last[0])
        assert a[first] == b[start]
        assert a[last] == b[stop]
        assert smith_waterman(a[first : last + 1], b[start : stop + 1]) == best
        assert best <= found.matched[0] <= min(last - first, stop - start) + 1


@given(st.lists(st.tuples(SEQUENCES, SEQUENCES), min_size=2, max_size=6))
def test_an_alignment_does_not_depend_on_its_company(
    pairs: list[tuple[list[int], list[int]]],
) -> None:
    """Else two engines, or two sizes of parts, would find other passages."""

    def found(chosen: list[tuple[list[int], list[int]]]) -> list[tuple[int, ...]]:
        def laid(side: int) -> Stretches:
            sizes = np.array([len(pair[side]) for pair in chosen])
            values = np.array([word for pair in chosen for word in pair[side]], np.int32)
            return Stretches(values, np.cumsum(sizes) - sizes, sizes)

        low = np.full(len(chosen), -2)
        result = align(laid(0), laid(1), low, low + 5, 3)
        return [tuple(int(field[n]) for field in result) for n in range(len(chosen))]

    assert found(pairs) == [found([pair])[0] for pair in pairs]


@given(st.lists(st.tuples(SEQUENCES, SEQUENCES), min_size=1, max_size=6), st.integers(1, 6))
def test_what_stands_around_a_stretch_changes_no_alignment(
    pairs: list[tuple[list[int], list[int]]], least: int
) -> None:
    """Among many words a candidate is looked at before it is aligned: that must lose none."""

    def found(around: list[int]) -> list[list[int]]:
        def laid(side: int) -> Stretches:
            words, begins = list(around), []
            for pair in pairs:
                begins.append(len(words))
                words += pair[side] + around
            sizes = np.array([len(pair[side]) for pair in pairs])
            return Stretches(np.array(words, np.int32), np.array(begins), sizes)

        low = np.full(len(pairs), -1)
        return [field.tolist() for field in align(laid(0), laid(1), low, low, least)]

    assert found([]) == found([7, 0, 1, 2] * 30)


def test_logarithms_are_rounded_down_to_64ths() -> None:
    """A logarithm of floats could be rounded otherwise on another machine."""
    values = np.arange(1, 3000, 7, dtype=np.int64)
    expected = [math.floor(64 * math.log2(value) + 1e-9) for value in values.tolist()]
    assert log2(values << 16).tolist() == expected


def test_profiles_are_the_weightiest_terms_as_vectors_of_one_length() -> None:
    """Likeness is a sum of products of these: one of another length would be like all or none."""
    texts = [" ".join(f"w{n * k % 211}" for n in range(1, 180)) for k in (1, 3, 5)]
    found = words(texts)
    used = uses(found.hashes, found.offsets)
    terms, articles = np.unique(used.terms, return_counts=True)
    made = profiles(used, weigh(terms, articles, 10))
    for text in range(3):
        mine = made.weights[made.texts == text]
        assert 0 < len(mine) <= TERMS
        assert sorted(mine, reverse=True) == mine.tolist()
        assert 0.97 * LENGTH < math.sqrt(sum(int(w) ** 2 for w in mine)) <= LENGTH


@pytest.mark.parametrize(("total", "lighter"), [(4, True), (COMMON, False)])
def test_what_a_word_weighs_among_few_articles_is_the_languages(total: int, lighter: bool) -> None:
    """A large collection knows by itself what is usual; of three words that half of four articles
    use, one is a function word."""
    found = words(["the harbour quay"]).hashes
    weights = weigh(found, np.full(3, total // 2), total)
    by_term = dict(zip(weights.terms.tolist(), weights.weights.tolist(), strict=True))
    the, harbour, quay = (by_term[term] for term in found.tolist())
    assert (the < harbour) == (the < quay) == lighter


def test_no_words_give_no_terms() -> None:
    """An empty collection must not crash."""
    nothing = words([])
    used = uses(nothing.hashes, nothing.offsets)
    assert len(profiles(used, weigh(used.terms, used.counts, 0)).texts) == 0
