from emphasis_articles import passage, span, told
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.alignment.passage import Passage, PassageSpan
from newsdiff.emphasis.coverage import coverage

FIRST = told("The old bridge fell at noon.", "Nobody was hurt.", "It will be rebuilt.")
SECOND = told("At noon the old bridge came down.", "Two cars sank.")


def test_union_of_spans() -> None:
    """Words in two passages would be counted twice."""
    passages = [
        passage(span(0, FIRST, 0, "The old bridge"), span(1, SECOND, 0, "the old bridge")),
        passage(span(0, FIRST, 0, "old bridge fell"), span(1, SECOND, 0, "old bridge came down")),
    ]
    here, there = coverage([FIRST, SECOND], passages)
    assert (here.article, here.other, here.shared_words, here.share) == (0, 1, 4, 4 / 13)
    assert (there.article, there.other, there.shared_words, there.share) == (1, 0, 5, 5 / 10)


def test_every_ordered_pair_has_a_row() -> None:
    """A pair that shares nothing would be missing from the panel."""
    rows = coverage([FIRST, SECOND, FIRST], [])
    assert [(row.article, row.other, row.shared_words, row.share) for row in rows] == [
        (0, 1, 0, 0.0), (0, 2, 0, 0.0), (1, 0, 0, 0.0), (1, 2, 0, 0.0), (2, 0, 0, 0.0),
        (2, 1, 0, 0.0),
    ]  # fmt: skip


def test_an_article_covers_itself() -> None:
    """compare(A, A) would not share everything, because of headings or an overlap."""
    article = told(
        "A Heading Of Its Own", "The old bridge fell.", "Nobody fell.", roles=["heading"]
    )
    passages = [passage(span(0, article, place), span(1, article, place)) for place in (1, 2)]
    assert [row.share for row in coverage([article, article], passages)] == [1.0, 1.0]


def test_articles_without_words() -> None:
    """An empty article would raise a division by zero."""
    assert [row.share for row in coverage([told(), told("…")], [])] == [0.0, 0.0]


PLACES = st.tuples(st.integers(0, 2), st.integers(0, 60), st.integers(0, 60))


@given(st.lists(st.tuples(PLACES, PLACES).filter(lambda pair: pair[0][0] != pair[1][0])))
def test_share_is_a_share(pairs: list[tuple[tuple[int, int, int], tuple[int, int, int]]]) -> None:
    """A share would be above one, or differ when passages are told from the other side."""
    analyses = [FIRST, SECOND, FIRST]

    def side(place: tuple[int, int, int]) -> PassageSpan:
        return PassageSpan(place[0], 0, min(place[1:]), max(place[1:]))

    passages = [passage(side(here), side(there)) for here, there in pairs]
    turned = [Passage(one.kind, one.score, one.confidence, (one.spans[1], one.spans[0]),
                      one.evidence, one.diff) for one in passages]  # fmt: skip
    rows = coverage(analyses, passages)
    assert all(0 <= row.share <= 1 for row in rows)
    assert all(row.shared_words <= analyses[row.article].words for row in rows)
    assert coverage(analyses, turned[::-1]) == rows
