"""Alignment: which passages are found, what they are called, and what they promise."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.alignment_data import analysis
from newsdiff.alignment import candidates as room
from newsdiff.alignment.aligner import align, hold
from newsdiff.alignment.candidates import EQUAL_PAIRS, candidates
from newsdiff.alignment.edits import edits, units
from newsdiff.alignment.facts import group_facts
from newsdiff.alignment.passage import KINDS, Passage
from newsdiff.alignment.profile import profile
from newsdiff.alignment.similarity import longest_run
from newsdiff.alignment.spans import clauses
from newsdiff.alignment.weights import Weights
from newsdiff.article import Span
from newsdiff.language.words import lexicon

CASES = json.loads(Path(__file__).with_name("cases").joinpath("alignment.json").read_text("utf-8"))

VOCABULARY = (
    "the of Harbour pier closed ferry storm $4.2 billion 17 per cent mayor said “we will” repairs"
    " northern quay June not U.S. — … it's"
)
WORDS = st.sampled_from(VOCABULARY.split(" "))
SENTENCES = st.lists(
    st.lists(WORDS, min_size=1, max_size=12).map(lambda words: " ".join(words) + "."),
    min_size=1,
    max_size=6,
).map(tuple)


def found(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[Passage, ...]:
    """Align two articles given as sentences."""
    return align(hold(profile(analysis(a, "a")), profile(analysis(b, "b"))), (0, 1))


def places(passage: Passage) -> tuple[int, int]:
    """The sentences that a passage joins."""
    return passage.spans[0].sentence, passage.spans[1].sentence


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_cases(case: dict[str, Any]) -> None:
    """A passage that a careful reader sees would be missed, misnamed or made up."""
    passages = {places(p): p for p in found(tuple(case["a"]), tuple(case["b"]))}
    for i, j, kind in case["expect"]:
        assert (i, j) in passages
        if kind:
            assert passages[i, j].kind == kind
    for i, j in case["reject"]:
        assert (i, j) not in passages


@settings(max_examples=60, deadline=None)
@given(SENTENCES, SENTENCES, st.sampled_from([0.05, 0.34, 0.6, 0.97, 1.0]))
def test_a_least_score_only_leaves_out(
    a: tuple[str, ...], b: tuple[str, ...], least: float
) -> None:
    """A pair that is not looked into would be one that reaches the least score."""
    sides = profile(analysis(a, "a")), profile(analysis(b, "b"))
    everything = align(hold(*sides), (0, 1), 0.0)
    found = align(hold(*sides, least), (0, 1), least)
    assert found == tuple(passage for passage in everything if passage.score >= least)


def test_each_fact_stands_on_its_own_clauses() -> None:
    """Two facts in one sentence would both be shown as the whole sentence."""
    case = next(case for case in CASES if case["name"].startswith("one sentence"))
    a = analysis(tuple(case["a"]), "a").article.text
    told = {
        places(p): a[p.spans[0].start : p.spans[0].end]
        for p in found(tuple(case["a"]), tuple(case["b"]))
    }
    assert "12 million tonnes" in told[0, 0]
    assert "blockade" not in told[0, 0]
    assert "depend" in told[0, 1]
    assert "12 million tonnes" not in told[0, 1]


@given(SENTENCES)
def test_an_article_shares_everything_with_itself(sentences: tuple[str, ...]) -> None:
    """compare(A, A) would miss a sentence, or cut one."""
    text = analysis(sentences, "a").article
    whole = {places(p): p for p in found(sentences, sentences)}
    for sentence in text.sentences:
        if any(char.isalnum() for char in text.sentence_text(sentence.index)):
            passage = whole[sentence.index, sentence.index]
            assert passage.score == 1.0
            assert passage.spans[0].start == sentence.start
            assert passage.spans[0].end == sentence.end
            assert {edit.tag for edit in passage.diff} == {"="}


@settings(max_examples=200)
@given(SENTENCES, SENTENCES)
def test_swapping_the_articles_mirrors_the_passages(a: tuple[str, ...], b: tuple[str, ...]) -> None:
    """A against B would find other passages, kinds, spans or edits than B against A."""
    tags = {"=": "=", "-": "+", "+": "-"}

    def seen(passage: Passage, first: int) -> object:
        sides = [(s.sentence, s.start, s.end) for s in passage.spans]
        steps = {
            (
                edit.tag if first == 0 else tags[edit.tag],
                *((edit.a_start, edit.a_end, edit.b_start, edit.b_end)[2 * first :]),
                *((edit.a_start, edit.a_end, edit.b_start, edit.b_end)[: 2 * first]),
            )
            for edit in passage.diff
            if edit.tag == "="
        }
        return passage.kind, passage.score, sides[first], sides[1 - first], frozenset(steps)

    assert {seen(p, 0) for p in found(a, b)} == {seen(p, 1) for p in found(b, a)}


@given(SENTENCES, SENTENCES)
def test_spans_marks_and_edits_lead_back_to_the_text(
    a: tuple[str, ...], b: tuple[str, ...]
) -> None:
    """A span, a mark or an edit would point at other words than those it claims."""
    texts = (analysis(a, "a").article, analysis(b, "b").article)
    for passage in found(a, b):
        assert passage.kind in KINDS
        assert 0.3 <= passage.score <= 1
        for side, span in enumerate(passage.spans):
            sentence = texts[side].sentences[span.sentence]
            assert sentence.start <= span.start < span.end <= sentence.end
            for start, end in passage.evidence.marks[side]:
                assert span.start <= start < end <= span.end
        _assert_rebuilds(passage, texts[0].text, texts[1].text)


def _assert_rebuilds(passage: Passage, a: str, b: str) -> None:
    first, second = passage.spans
    assert "".join(a[e.a_start : e.a_end] for e in passage.diff) == a[first.start : first.end]
    assert "".join(b[e.b_start : e.b_end] for e in passage.diff) == b[second.start : second.end]


@given(st.text(max_size=60), st.text(max_size=60))
def test_edits_rebuild_both_sides(a: str, b: str) -> None:
    """A word difference would lose or double a character of one side."""
    a, b = a.strip(), b.strip()
    steps = edits(units(a, Span(0, len(a))), units(b, Span(0, len(b))))
    assert "".join(a[s.a_start : s.a_end] for s in steps) == a
    assert "".join(b[s.b_start : s.b_end] for s in steps) == b
    for step in steps:
        assert step.tag != "-" or step.b_start == step.b_end
        assert step.tag != "+" or step.a_start == step.a_end


def test_edits_of_hostile_repetition_are_bounded() -> None:
    """Difflib's cubic worst case would hang a comparison: 4000 words that all match each other."""
    a, b = "a b " * 2000 + "x", "b a " * 2000 + "y"
    steps = edits(units(a, Span(0, len(a))), units(b, Span(0, len(b))))
    assert "".join(a[s.a_start : s.a_end] for s in steps) == a


@given(SENTENCES)
def test_clauses_cover_the_sentence(sentences: tuple[str, ...]) -> None:
    """Words between two clauses would belong to none, and no span could hold them."""
    text = " ".join(sentences)
    tokens = lexicon("en").tokens(text)
    cut = clauses(text, tokens)
    assert [clause.first for clause in cut[:1]] == ([0] if tokens else [])
    assert all(b.first == a.last + 1 for a, b in pairwise(cut))
    assert not tokens or cut[-1].last == len(tokens) - 1


def test_a_word_that_stands_everywhere_makes_no_candidates() -> None:
    """Every sentence would be held against every other, and long articles would take minutes."""
    a = profile(analysis(tuple(f"Harbour {_word(i)} {_word(i + 400)}." for i in range(300)), "a"))
    b = profile(
        analysis(tuple(f"Harbour {_word(i + 800)} {_word(i + 1200)}." for i in range(300)), "b")
    )
    assert candidates(a, b, Weights(a, b)) == []


def _word(number: int) -> str:
    """A word of its own for each number."""
    return "x" + "".join(chr(97 + int(digit)) for digit in str(number)) + "q"


def test_other_days_are_told() -> None:
    """Two statements that are only alike would be sold as one."""
    a = ("Premier Ana Wirth opened the rebuilt eastern pier in Kallvik on Friday.",)
    b = ("Premier Ana Wirth opened the rebuilt northern pier in Kallvik on Sunday.",)
    (passage,) = found(a, b)
    assert passage.evidence.but == ("Friday", "Sunday")
    (same,) = found(a, (b[0].replace("Sunday", "Friday"),))
    assert same.evidence.but is None


def test_facts_gather_every_telling() -> None:
    """One fact that three articles tell would be listed as three facts."""
    tellings = [
        ("The eastern pier stays closed for repairs until June.", "Ana Wirth sang."),
        ("Until June the eastern pier is closed for repairs.", "It rained."),
        ("Repairs keep the eastern pier closed until June.", "Ships waited."),
    ]
    profiles = [profile(analysis(sentences, str(n))) for n, sentences in enumerate(tellings)]
    passages = [
        passage
        for a, b in ((0, 1), (0, 2), (1, 2))
        for passage in align(hold(profiles[a], profiles[b]), (a, b))
    ]
    (fact,) = group_facts(sorted(passages, key=lambda p: -p.score))
    assert fact.carried_by == (0, 1, 2)
    assert len(fact.passages) == 3


@given(st.lists(st.sampled_from("abc"), max_size=9), st.lists(st.sampled_from("abcd"), max_size=9))
def test_longest_run_against_all_runs(a: list[str], b: list[str]) -> None:
    """The search for the longest run could miss a longer one, or choose among equals by side."""
    runs = [
        (-size, tuple(a[i : i + size]), i, j)
        for i in range(len(a))
        for j in range(len(b))
        for size in range(1, len(a) - i + 1)
        if a[i : i + size] == b[j : j + size]
    ]
    size, _, i, j = min(runs, default=(0, (), 0, 0))
    assert longest_run(tuple(a), tuple(b)) == (i, j, -size)


@pytest.mark.parametrize("times", [(3, 4), (21, 21), (12, 40), (40, 12), (1, 300)])
def test_repeated_sentences_keep_their_like(times: tuple[int, int]) -> None:
    """The cap on pairs of equal sentences could leave one without its like, or mind the sides."""
    one, two = (profile(analysis(("The council kept the old bridge.",) * n, "-")) for n in times)
    pairs = candidates(one, two, Weights(one, two))
    assert {i for i, _ in pairs} == set(range(times[0]))
    assert {j for _, j in pairs} == set(range(times[1]))
    assert len(pairs) <= max(EQUAL_PAIRS, *times)
    assert sorted((j, i) for i, j in candidates(two, one, Weights(two, one))) == pairs


def test_costly_candidates_are_cut_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    """The cap on all pairs could drop a sentence's equal, or what it drops could hang on sides."""
    one, two = (
        profile(
            analysis(
                tuple(
                    f"The {group} ferry{n + shift} left {group}haven for {group}burg at noon."
                    for group in ("Oster", "Wester", "Norder")
                    for n in range(6)
                ),
                "-",
            )
        )
        for shift in (0, 3)
    )
    weights = Weights(one, two)
    whole = candidates(one, two, weights)
    monkeypatch.setattr(room, "MOST_WORDS", 300)
    cut = candidates(one, two, weights)
    equal = {
        (i, j)
        for i, x in enumerate(one.sentences)
        for j, y in enumerate(two.sentences)
        if x.norms == y.norms
    }
    assert equal
    assert equal < set(cut) < set(whole)
    assert sorted((j, i) for i, j in candidates(two, one, Weights(two, one))) == cut
