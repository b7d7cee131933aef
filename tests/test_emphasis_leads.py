import pytest

from newsdiff.comparison import compare
from newsdiff.emphasis.rows import Lead
from newsdiff.reading import from_text

OTHER = "It rained in Osk."


def lead_of(text: str) -> tuple[Lead, list[tuple[str, str]]]:
    """Return the lead of a text, and its items as (role, words)."""
    comparison = compare([from_text(text), from_text(OTHER)])
    lead = comparison.leads[0]
    words = comparison.articles[0].text
    return lead, [(item.role, words[item.start : item.end]) for item in lead.items]


def test_the_items_stand_in_the_articles_order() -> None:
    """A reader could not see whether an outlet puts the person or the place first."""
    _, items = lead_of("Ilse Marrow on Friday praised the fishermen of Osk, as gulls watched.")
    assert items == [
        ("who", "Ilse Marrow"),
        ("when", "Friday"),
        ("what", "praised the fishermen of Osk"),
        ("where", "Osk"),
    ]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("A ferry ran aground in thick fog off Holm, and nine people were hurt.",
         "A ferry ran aground in thick fog off Holm"),
        ("HOLM — A ferry ran aground in thick fog, and nine people were hurt.",
         "A ferry ran aground in thick fog"),
        ("Tomas Hallen, the prime minister, sold the harbour crane to a friend.",
         "sold the harbour crane to a friend"),
        ("Tomas Hallen and his host, Irena Dasko, opened the northern trade fair, guests said.",
         "opened the northern trade fair"),
    ],
)  # fmt: skip
def test_what_is_done(text: str, what: str) -> None:
    """An aside, a dateline or the second person would stand for what happened."""
    assert ("what", what) in lead_of(text)[1]


def test_only_the_first_paragraph_counts() -> None:
    """A name from deep in the article would seem to be in its lead."""
    lead, items = lead_of("Ilse Marrow praised the fishermen.\n\nTomas Hallen did not praise them.")
    assert lead.end == len("Ilse Marrow praised the fishermen.")
    assert ("who", "Tomas Hallen") not in items


def test_where_the_other_article_has_the_name() -> None:
    """The reader would not learn that the other outlet never names who opens this one."""
    lead, _ = lead_of("Ilse Marrow praised the fishermen of the northern coast.")
    who = next(item for item in lead.items if item.role == "who")
    assert who.elsewhere == ((1, None),)


def test_an_article_without_text_has_no_lead() -> None:
    """An article of page clutter alone would raise."""
    comparison = compare([from_text("1 / 12\n\n2 / 12\n"), from_text(OTHER)])
    assert [lead.article for lead in comparison.leads] == [1]


def test_an_article_with_a_word_of_the_name_is_not_silent() -> None:
    """An outlet that writes "the Marrow house" would be said never to name Ilse Marrow."""
    text = from_text("Ilse Marrow praised the fishermen of the northern coast.")
    comparison = compare([text, from_text("It rained on the marrow fields of Osk.")])
    who = next(item for item in comparison.leads[0].items if item.role == "who")
    assert who.elsewhere == ()
