from dataclasses import replace

from emphasis_articles import told
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.emphasis.names import name_rows
from newsdiff.emphasis.rows import NameRow

SENTENCES = st.sampled_from([
    "President Ruth Harkin met Owen Quill in Zelmar.", "Harkin praised Quill.", "They left Russia.",
    "It rained.", "The Northern Fisheries Board (NFB) voted.", "The NFB met Harkin.", "",
    "Later Anna Harkin came to the U.S. and to Zelmar.",
])  # fmt: skip
RAIN = ["Then it rained for hours."] * 4
ARTICLES = st.lists(st.lists(SENTENCES, max_size=8), min_size=1, max_size=4)


def test_counts_places_and_spans() -> None:
    """A panel would tell wrong counts, or lead to another place in the text."""
    first = told("They met Senator Ruth Harkin.", "Later Harkin left.")
    second = told("It rained all day.", "Nobody saw Harkin.")
    (row,) = name_rows([first, second])
    assert (row.name, row.type, row.carried_by) == ("Ruth Harkin", "person", 2)
    assert [(source.article, source.count) for source in row.sources] == [(0, 2), (1, 1)]
    assert [first.article.text[slice(*place)] for place in row.sources[0].spans] == [
        "Ruth Harkin",
        "Harkin",
    ]
    assert row.sources[0].per_100_words == 100 * 2 / 8
    assert row.sources[1].first == second.article.text.index("Harkin") / len(second.article.text)


def test_evidence_comes_first_and_single_mentions_last() -> None:
    """A reader would have to look for what stands out among names said once."""
    much = ["Then they met Tamsin Okoro."] * 9
    first = told("They met in Russia.", *much, "They met in Russia and Peru.")
    second = told("They met in China.", *["Then it rained for hours."] * 9, "Russia and Russia.")
    rows = name_rows([first, second])
    assert (rows[0].name, rows[0].evidence) == ("Tamsin Okoro", "strong")
    assert [row.name for row in rows[1:]] == ["Russia", "China", "Peru"]


def test_of_equals_the_one_sided_name_comes_first() -> None:
    """What another article leaves out would stand behind what both tell alike."""
    first = told("They met in Peru and in Mali.", "In Peru they left Mali.")
    second = told("They met, once more, in Mali, and left it.", "And Mali was calm.")
    assert [row.name for row in name_rows([first, second])] == ["Peru", "Mali"]


@given(ARTICLES)
@settings(max_examples=100, deadline=None)
def test_swapping_the_articles_mirrors_the_rows(articles: list[list[str]]) -> None:
    """A comparison would depend on which article stands first."""
    last = len(articles) - 1
    rows = name_rows([told(*sentences) for sentences in articles])
    swapped = name_rows([told(*sentences) for sentences in articles[::-1]])

    def mirrored(row: NameRow) -> NameRow:
        sources = [replace(source, article=last - source.article) for source in row.sources]
        never = tuple(last - article for article in reversed(row.never_in))
        return row._replace(sources=tuple(reversed(sources)), never_in=never)

    assert [mirrored(row) for row in swapped] == list(rows)


@given(ARTICLES)
@settings(max_examples=100, deadline=None)
def test_rows_hold_every_mention(articles: list[list[str]]) -> None:
    """A mention would be lost or counted twice when names are brought together."""
    analyses = [told(*sentences) for sentences in articles]
    rows = name_rows(analyses)
    for number, analysis in enumerate(analyses):
        found = sorted((one.start, one.end) for name in analysis.names for one in name.mentions)
        shown = [source for row in rows for source in row.sources if source.article == number]
        assert sorted(place for source in shown for place in source.spans) == found
        assert all(0 <= source.first < 1 and source.count == len(source.spans) for source in shown)


def test_never_is_told_of_what_stands_early_and_often() -> None:
    """A name said once, or a country whose adjective stands there, would be called left out."""
    first = told(
        "They met Tamsin Okoro in Russia.", "Okoro left Russia.", "Okoro saw Russia.", *RAIN
    )
    second = told("The Russian delegation met Owen Quill.", *RAIN)
    never = {row.name: row.never_in for row in name_rows([first, second])}
    assert never == {"Tamsin Okoro": (1,), "Russia": (), "Owen Quill": ()}


def test_a_surname_of_two_is_no_evidence() -> None:
    """Two people would be told apart by which of them a bare surname was taken for."""
    ruth = told("They met Ruth Harkin.", *["Later Harkin spoke."] * 9)
    anna = told("They met Anna Harkin.", *["Later Harkin spoke."] * 9)
    assert {row.evidence for row in name_rows([ruth, anna])} == {"fact"}


def test_a_sentence_counts_once_as_evidence() -> None:
    """A list that says a name many times would pass for an article's theme."""
    first = told("Then Okoro, Okoro, Okoro, Okoro, Okoro and Okoro sang.", *RAIN)
    (row,) = name_rows([first, told(*RAIN)])
    assert (row.sources[0].count, row.evidence) == (6, "fact")


def test_no_row_for_a_photographer() -> None:
    """Whose picture it is would stand among what an article puts first."""
    told_of = told("They met in Peru. Image: Ada Okafor.", "Reuters/Olga Brandt", "They left Peru.")
    assert [row.name for row in name_rows([told_of])] == ["Peru", "Reuters"]
