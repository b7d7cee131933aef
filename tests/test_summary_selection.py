from __future__ import annotations

from newsdiff.summary import Length
from newsdiff.summary.length import Room
from newsdiff.summary.ranking import Ranking, Vector
from newsdiff.summary.selection import select

EVEN = 0.5**0.5


def chosen(keys: list[float], vectors: list[Vector], length: Length, words: list[int]) -> list[int]:
    """Return the places that are chosen among sentences of these keys, vectors and words."""
    return select(Ranking((), tuple(keys), tuple(vectors)), Room.of(length, words))


def test_a_sentence_that_stands_twice_is_chosen_once() -> None:
    """A summary would say the same thing twice, as a caption or a pulled quotation does."""
    keys = [3.0, 2.9, 1.0]
    sank: Vector = {"ferri": EVEN, "sink": EVEN}
    vectors = [sank, sank, {"diver": 1.0}]
    assert chosen(keys, vectors, Length(2), [5, 5, 5]) == [0, 2]
    assert chosen(keys, vectors, Length(3), [5, 5, 5]) == [0, 2, 1]
    assert chosen(keys, [], Length(2), [5, 5, 5]) == [0, 1]


def test_what_is_half_told_may_be_chosen() -> None:
    """Sentences on one subject would drive each other out of a summary of it."""
    keys = [3.0, 2.0, 1.0]
    vectors: list[Vector] = [
        {"ferri": EVEN, "sink": EVEN},
        {"ferri": EVEN, "coastguard": EVEN},
        {"diver": 1.0},
    ]
    assert chosen(keys, vectors, Length(2), [5, 5, 5]) == [0, 1]


def test_what_two_sentences_tell_together_is_told() -> None:
    """A sentence that sums up two chosen ones would be taken for news."""
    keys = [3.0, 2.9, 2.8, 1.0]
    vectors: list[Vector] = [
        {"ferri": 1.0},
        {"harbour": 1.0},
        {"ferri": EVEN, "harbour": EVEN},
        {"diver": 1.0},
    ]
    assert chosen(keys, vectors, Length(3), [5, 5, 5, 5]) == [0, 1, 3]


def test_the_first_is_the_best_alone() -> None:
    """A summary of one sentence would be an aside, which is only good beside others."""
    ranking = Ranking((), keys=(3.0, 2.0, 1.0), alone=(1.0, 2.0, 3.0))
    assert select(ranking, Room.of(Length(1), [5, 5, 5])) == [2]
    assert select(ranking, Room.of(Length(2), [5, 5, 5])) == [2, 0]
    assert select(ranking, Room.of(Length(words=11), [5, 5, 12])) == [1, 0]


def test_equals_go_by_their_order() -> None:
    """Which of two equal sentences is chosen would be left to chance."""
    assert chosen([1.0, 2.0, 2.0, 2.0], [], Length(2), [5, 5, 5, 5]) == [1, 2]


def test_a_gap_is_filled_with_what_is_worth_it() -> None:
    """A limit of words would be filled up with whatever is short enough."""
    words = Length(words=12)
    assert chosen([9.0, 8.0, 7.0, 0.0], [], words, [8, 20, 4, 3]) == [0, 2]
    assert chosen([9.0, 8.0, 1.0, 0.0], [], words, [8, 20, 4, 3]) == [0]
    assert chosen([9.0, 8.0, 1.0, 0.0], [], words, [8, 4, 4, 3]) == [0, 1]


def test_the_shortest_is_given_where_none_fits() -> None:
    """A small limit would give an empty summary, or break its promise more than it must."""
    assert chosen([1.0, 9.0, 8.0], [], Length(words=4), [5, 50, 6]) == [0]
    assert chosen([1.0, 9.0, 8.0], [], Length(words=4), [5, 50, 5]) == [2]
    assert chosen([1.0, 9.0, 8.0], [], Length(words=5), [5, 50, 6]) == [0]
