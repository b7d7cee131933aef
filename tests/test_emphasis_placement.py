import pytest
from emphasis_articles import passage, span, told

from newsdiff.alignment.passage import Fact
from newsdiff.comparison import compare
from newsdiff.emphasis.placement import placements
from newsdiff.reading import from_text

FILL = "Nobody knows how long the rain will last this time."


def test_early_here_and_late_there() -> None:
    """A fact that one outlet opens with and the other buries would not be pointed out."""
    first = told("The bridge fell.", *[FILL] * 19)
    second = told(*[FILL] * 19, "The bridge fell.")
    shared = passage(span(0, first, 0), span(1, second, 19))
    (row,) = placements([first, second], [Fact(shared.spans, (0, 1), (0,))], [shared])
    assert row.moved
    assert [one.place for one in row.tellings] == pytest.approx([0.0, 0.98], abs=0.01)
    assert row.apart == pytest.approx(0.98, abs=0.01)


def test_each_article_counts_by_its_first_telling() -> None:
    """An article that repeats at its end what it opens with would seem to tell it late."""
    first = told("The bridge fell.", *[FILL] * 9, "The bridge fell.")
    second = told("The bridge fell.", FILL)
    spans = (span(0, first, 0), span(0, first, 10), span(1, second, 0))
    shared = passage(spans[0], spans[2])
    (row,) = placements([first, second], [Fact(spans, (0, 1), (0,))], [shared])
    assert len(row.tellings) == 3
    assert (row.apart, row.moved) == (0.0, False)


def test_the_words_that_introduce_a_figure() -> None:
    """The reader would see a figure, and not that one outlet calls it a target."""
    a = "Trade between Veldoria and Kestria rose last year, increasing to $48 billion by December."
    b = "Trade between Veldoria and Kestria boomed last year, surpassing a target of $48 billion."
    comparison = compare([from_text(f"{FILL}\n\n{text}") for text in (a, b)])
    row = next(row for row in comparison.placement if row.tellings[0].start > len(FILL) + 50)
    words = []
    for one in row.tellings:
        text = comparison.articles[one.article].text
        assert text[one.start : one.end] == "$48 billion"
        assert one.introduced is not None
        words.append(text[slice(*one.introduced)])
    assert words == ["increasing to", "surpassing a target of"]
