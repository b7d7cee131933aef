from emphasis_articles import told
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.emphasis.terms import term_rows

FILLER = ["It rained for hours over the quiet harbour.", "People waited under wide umbrellas."] * 4


def test_a_word_of_one_article() -> None:
    """A distinctive word would be missed, or credited to the other article."""
    strikes = ["The strikes went on.", "A strike is a strike."] * 4
    (row,) = term_rows([told(*FILLER, *FILLER), told(*strikes[:4], *FILLER, *strikes[4:])])
    assert (row.term, row.article, row.counts) == ("strike", 1, (0, 12))
    assert row.evidence in ("fair", "strong")


def test_two_words_are_told_in_place_of_each() -> None:
    """The two words of "tram line" would be told beside it."""
    line = ["It is the tram line."] * 6
    rows = term_rows([told(*line, *FILLER, *line), told(*FILLER)])
    assert [row.term for row in rows] == ["tram line"]


def test_names_and_figures_are_no_terms() -> None:
    """Names would be told in two panels, and "th" of "8th" as a word."""
    named = ["It is the 8th fair of Zelmar."] * 6
    rows = term_rows([told(*named, *FILLER, *named), told(*FILLER, *FILLER)])
    assert [row.term for row in rows] == ["fair"]


def test_a_sentence_counts_once() -> None:
    """A word that a few sentences hammer on would pass for an article's theme."""
    hammered = ["A tram, a tram, any tram, one tram: the tram."] * 2
    assert term_rows([told(*hammered, *FILLER, *hammered), told(*FILLER)]) == ()


def test_one_sentence_is_not_enough() -> None:
    """A list in a single sentence would pass for an article's theme."""
    listed = "The tram, a tram, any tram, one tram, each tram, tram, tram and tram."
    assert term_rows([told(*FILLER, listed), told(*FILLER)]) == ()


def test_three_words_are_one_term() -> None:
    """A phrase of three words would be told as two phrases of two."""
    cable = ["It is the second power cable."] * 6
    rows = term_rows([told(*cable, *FILLER, *cable), told(*FILLER)])
    assert [row.term for row in rows] == ["second power cable"]


def test_one_passage_is_no_theme() -> None:
    """What a single paragraph is about would pass for what the article stresses."""
    trams = ["The tram line is long."] * 10
    whole = term_rows([told(*trams[:5], *FILLER, *FILLER, *trams[5:]), told(*FILLER * 3)])
    assert [row.term for row in whole] == ["tram line"]
    assert term_rows([told(*FILLER, *trams, *FILLER), told(*FILLER * 3)]) == ()


def test_usual_words_tell_nothing() -> None:
    """A word like "people" would be told as distinctive."""
    people = ["The people came."] * 6
    assert term_rows([told(*people, *FILLER, *people), told(*FILLER[:1] * 12)]) == ()


def test_little_evidence_is_not_told() -> None:
    """Chance would be told as a difference."""
    assert term_rows([told(*FILLER, "A tram.", "Two trams."), told(*FILLER)]) == ()


def test_one_article_has_nothing_to_differ_from() -> None:
    """A single article would raise a division by zero."""
    assert term_rows([told(*FILLER)]) == term_rows([]) == ()


SENTENCES = st.sampled_from([
    "The tram line opens.", "A tram stops.", "Lines and lines of trams.", "It rained.", "",
    "Strikes hit Zelmar.", "They strike again.", *FILLER,
])  # fmt: skip


@given(st.lists(st.lists(SENTENCES, max_size=30), min_size=2, max_size=2))
@settings(max_examples=100, deadline=None)
def test_swapping_the_articles_mirrors_the_rows(articles: list[list[str]]) -> None:
    """A comparison would depend on which article stands first."""
    first, second = (told(*sentences) for sentences in articles)
    rows = term_rows([first, second])
    swapped = term_rows([second, first])
    mirrored = [row._replace(article=1 - row.article, counts=row.counts[::-1]) for row in swapped]
    assert sorted(mirrored, key=lambda row: (row.article, -row.g2, row.term)) == list(rows)


def test_megabytes() -> None:
    """A hostile text would take minutes where it takes seconds."""
    letters = "abcdefghij"
    words = ["q" + "".join(letters[int(digit)] for digit in str(place)) for place in range(20_000)]
    assert term_rows([told(" ".join(words * 2)), told("tram " * 50_000)]) == ()
