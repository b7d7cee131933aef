from emphasis_articles import passage, span, told
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.comparison import Settings, compare
from newsdiff.emphasis.only import only
from newsdiff.emphasis.rows import Near
from newsdiff.reading import from_text

LONG = "The committee rejected the budget because the tram line costs far too much money."


def test_what_a_passage_touches_is_left_out() -> None:
    """A sentence that another article tells would be shown as one that it omits."""
    first, second = told(LONG, "Trams are expensive toys."), told(LONG, "Buses run at night.")
    rows = only([first, second], [passage(span(0, first, 0, "the budget"), span(1, second, 0))])
    assert [(row.article, row.sentence) for row in rows] == [(0, 1), (1, 1)]
    assert first.article.text[rows[0].start : rows[0].end] == "Trams are expensive toys."


def test_headings_and_furniture_are_no_omissions() -> None:
    """A reader would be told that the other outlet lacks "Read more"."""
    article = told(
        LONG, "Read more about trams here", LONG, roles=["heading", "furniture", "caption"]
    )
    assert [row.sentence for row in only([article], [])] == [2]


def test_thin_sentences_come_last() -> None:
    """A sentence like "He said so." would stand above one that tells something."""
    article = told("He said so.", "It rained.", LONG, "Trams are expensive toys.")
    rows = only([article], [])
    assert [row.sentence for row in rows] == [2, 3, 0, 1]
    assert [row.prominence for row in rows[2:]] == [0.0, 0.0]


def test_earlier_longer_and_fuller_is_more_prominent() -> None:
    """Prominence would fall for what makes a sentence stand out."""
    assert [row.sentence for row in only([told(LONG, LONG, LONG)], [])] == [0, 1, 2]
    short = "Trams are expensive toys."
    (full, _), (less, _) = (only([told(text, "Buses.")], []) for text in (LONG, short))
    assert full.prominence > less.prominence
    figures = told("Buses.", LONG, LONG).with_figures(2, 2, 2)
    plain = {row.sentence: row.prominence for row in only([told("Buses.", LONG, LONG)], [])}
    fuller = {row.sentence: row.prominence for row in only([figures], [])}
    assert fuller[2] > plain[2]
    assert fuller[1] == plain[1]


@given(st.lists(st.lists(st.sampled_from([LONG, "He said.", "", "They met Ruth Harkin in Peru."]),
                         max_size=6), max_size=3))  # fmt: skip
@settings(deadline=None)
def test_rows_are_in_order(articles: list[list[str]]) -> None:
    """Articles would be mixed, or a prominence leave 0 to 1."""
    rows = only([told(*sentences) for sentences in articles], [])
    assert len(rows) == sum(map(len, articles))
    order = [(row.article, -row.prominence) for row in rows]
    assert order == sorted(order)
    assert all(0 <= row.prominence <= 1 for row in rows)


def test_what_may_be_told_elsewhere_says_where() -> None:
    """A reader would be told flatly that an outlet left out what it tells in other words."""
    first, second = told(LONG), told("Buses run at night.")
    near = {(0, 0): Near(1, 0, 0.2)}
    assert [row.perhaps for row in only([first, second], [], near)] == [Near(1, 0, 0.2), None]


def test_sentences_about_one_thing_are_a_group() -> None:
    """A reader would have to find out alone that three sentences are about the ferry."""
    texts = [
        "The ferry ran aground off the island at dawn.", "It rained on the hills above the town.",
        "Nine people left the ferry in small boats.", "Schools were closed and shops stayed open.",
    ]  # fmt: skip
    rows = only([told(*texts), told("Buses run at night.")], [])
    assert {row.sentence: row.group for row in rows if row.article == 0} == {
        0: "ferry", 2: "ferry", 1: None, 3: None,
    }  # fmt: skip


def test_what_both_tell_of_is_no_group() -> None:
    """The president of whom every sentence tells would be what one article alone is about."""
    first = told("The ferry ran aground.", "Nine people left the ferry.", "Shops stayed open.")
    second = told("The ferry was old.", "Many loved the ferry.", "They sold the ferry.")
    assert {row.group for row in only([first, second], [])} == {None}


def test_the_likeliest_place_is_told() -> None:
    """A sentence would be sent to a place that is less like it."""
    a = from_text("The council voted to keep the old bridge over the river.\n\nTrams are loud.")
    b = from_text("It rained.\n\nCouncil members want the bridge on the river to stay, they said.")
    comparison = compare([a, b], Settings(min_score=0.99))
    near = {(row.article, row.sentence): row.perhaps for row in comparison.only}
    first, second = near[0, 0], near[1, 1]
    assert first is not None
    assert second is not None
    assert (first.article, first.sentence) == (1, 1)
    assert (second.article, second.sentence) == (0, 0)
    assert near[1, 0] is None
