from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.comparison import Comparison, compare
from newsdiff.emphasis.rows import WordingRow
from newsdiff.language.wording import wording
from newsdiff.reading import from_text

WAR = """President Ilse Marrow spoke in Port Calder about steel and the harbour.

The full-scale invasion of Kestria began in 2041, and Veldoria buys its gas elsewhere since then.

Delegates from nine towns listened to her for an hour in the old customs hall."""

ALSO_WAR = """Veldoria has bought its gas elsewhere since the war in Kestria began in 2041.

Its war with Kestria weighs on Norrland, and the war has emptied its markets."""


def rows(*texts: str) -> tuple[WordingRow, ...]:
    """Return the rows of wording of these texts."""
    return compare([from_text(text) for text in texts]).wording


def said(row: WordingRow) -> dict[int, dict[str, int]]:
    """Return how often each article says what, in a row."""
    return {s.article: {f.form: len(f.spans) for f in s.forms} for s in row.sources}


def of_kind(kind: str, *texts: str) -> list[WordingRow]:
    """Return the rows of one kind."""
    return [row for row in rows(*texts) if row.kind == kind]


def test_a_war_that_one_article_never_calls_so() -> None:
    """That one outlet says "war" and the other never would not be told."""
    (row,) = of_kind("alternative", WAR, ALSO_WAR)
    assert row.what == "war"
    assert said(row) == {0: {"full-scale invasion": 1}, 1: {"war": 3}}


def test_wars_of_two_places_are_two_wars() -> None:
    """Two wars would be sold as one that has two names."""
    other = "The war in Osk is long over, and nobody in Lund remembers why it was fought."
    assert of_kind("alternative", WAR, other) == []


@pytest.mark.parametrize(
    "text",
    [
        "The memorial of the Second Kestria War stands on the quay of Port Calder.",
        "He had to protest to the Kestria government and to war with Kestria.",
    ],
)
def test_names_and_verbs_are_no_alternatives(text: str) -> None:
    """A proper name or "to protest" would count as a name for the war."""
    assert of_kind("alternative", WAR, text) == []


STEEL = "The Kestrel Union imposed illegitimate sanctions on Veldorian steel in 2027, Marrow said."
ALSO_STEEL = "The Kestrel Union imposed harsh sanctions on Veldorian steel in 2027, officials said."


def test_one_noun_with_other_adjectives() -> None:
    """That one outlet calls the sanctions illegitimate would not be told."""
    (row,) = of_kind("modifier", STEEL, ALSO_STEEL)
    assert row.what == "sanctions"
    assert said(row) == {0: {"illegitimate": 1}, 1: {"harsh": 1}}


def test_an_adjective_that_both_have_is_no_difference() -> None:
    """A noun would be told as described otherwise though both describe it alike."""
    both = f"{ALSO_STEEL} The illegitimate sanctions, he added, hurt."
    assert of_kind("modifier", STEEL, both) == []


def test_a_word_in_the_place_of_another() -> None:
    """A loaded word in an otherwise equal clause would be lost among the shared facts."""
    a = "Chancellor Tomas Ekwueme quietly praised the fishermen of Port Calder on Tuesday evening."
    b = "Chancellor Tomas Ekwueme warmly praised the fishermen of Port Calder on Tuesday evening."
    (row,) = of_kind("exchange", a, b)
    assert said(row) == {0: {"quietly": 1}, 1: {"warmly": 1}}


def test_forms_of_one_word_are_no_exchange() -> None:
    """That one says "increase" and the other "increases" would be told as two words."""
    a = "The plan will materially increase the risk that the economy of Veldoria stalls in winter."
    b = "The plan will materially increases the risk that the economy of Veldoria stalls in winter."
    assert of_kind("exchange", a, b) == []


SAYS = """Marrow hailed the deal. “I praised nobody,” she said. The claims were rejected by all.

According to the port, Ekwueme reportedly insisted on it."""


def test_verbs_of_saying_and_hedges_are_the_articles_own() -> None:
    """A verb inside a quotation, a passive or a noun would be laid at the reporter's door."""
    found = rows(SAYS, "It rained.")
    assert [(row.kind, said(row)) for row in found] == [
        ("saying", {0: {"hailed": 1, "said": 1, "according to": 1, "insisted": 1}}),
        ("hedge", {0: {"reportedly": 1}}),
    ]


def test_plain_saying_is_no_finding() -> None:
    """A panel would tell that both outlets say "said"."""
    assert rows("He said that it rained.", "She told them so.") == ()


def test_other_languages_have_no_lists() -> None:
    """A language without lists would raise, or be read by English ones."""
    assert wording("xx").sets == {}
    text = "Der Krieg in Kestria dauert an, sagte die Ministerin am Montag in der Stadt."
    assert rows(text, text) == ()


PIECES = (
    "The war in Kestria drags on.", "The full-scale invasion of Kestria began in May.",
    "Illegitimate sanctions hurt Kestria, Marrow claimed.", "Harsh sanctions hurt Kestria.",
    "Marrow reportedly hailed the deal on steel with Kestria in Port Calder.",
    "Marrow openly hailed the deal on steel with Kestria in Port Calder.", "“War,” he said.",
)  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("\n\n".join)


def seen(comparison: Comparison, swap: bool) -> Any:
    """Return all that these sections tell, with the articles' numbers as if unswapped."""

    def number(article: int) -> int:
        return 1 - article if swap else article

    wordings = [
        (row.kind, row.what, sorted((number(s.article), s.forms) for s in row.sources))
        for row in comparison.wording
    ]
    places = [
        (row.apart, row.moved, sorted((number(t.article), t.start, t.place) for t in row.tellings))
        for row in comparison.placement
    ]
    only = {
        (number(row.article), row.sentence): (
            row.group,
            row.perhaps and (number(row.perhaps.article), row.perhaps.sentence),
        )
        for row in comparison.only
    }
    leads = {
        number(lead.article): [(item.role, item.start, item.end) for item in lead.items]
        for lead in comparison.leads
    }
    return wordings, places, only, leads


@settings(max_examples=25, deadline=None)
@given(texts, texts)
def test_swapping_the_articles_mirrors_all(one: str, two: str) -> None:
    """What is told of A and B would hang on which was named first."""
    articles = [from_text(one), from_text(two)]
    assert seen(compare(articles), swap=False) == seen(compare(articles[::-1]), swap=True)
