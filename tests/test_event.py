"""One event or not: the verdict, and reasons that are true and cite what each article says."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from aligned import analysed, passage
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.alignment.passage import Confidence, Passage
from newsdiff.emphasis.event import same_event
from newsdiff.language.analysis import Analysis
from newsdiff.language.names import NameType

NAMES: Sequence[tuple[str, NameType]] = (
    ("Mara Dell", "person"), ("Ivo Marsh", "person"), ("Lena Quist", "person"),
    ("Velmora", "place"), ("Port Ansel", "place"), ("Harlow Bay", "place"),
    ("Reed Party", "organization"),
)  # fmt: skip

FAIR = (
    "President Mara Dell praised trade with Sorland at a fair in Harlow Bay on Friday.",
    "Mara Dell said that Sorland buys more timber and wool from Velmora than any other country.",
    "Harlow Bay lies close to the border, and its harbour has shipped timber for centuries.",
    "Trade between Velmora and Sorland rose to $24 billion last year, and Mara Dell wants more.",
    "She laid flowers at the sailors' monument in Harlow Bay before she met the students.",
)
FAIR_TOO = (
    "Mara Dell opened the trade fair of Harlow Bay on Friday and laid flowers at a monument.",
    "The president of Velmora praised the timber and wool trade with Sorland, her aides said.",
    "She met students in Harlow Bay after she had seen the harbour and the sailors' monument.",
    "Trade between Velmora and Sorland reached $24 billion last year.",
)
TALKS = (
    "President Mara Dell praised trade with Sorland in talks with its premier on Wednesday.",
    "Ivo Marsh came to Velmora with four ministers, and Ivo Marsh spoke of timber and wool.",
    "Trade between Velmora and Sorland rose to $24 billion last year, its president said.",
    "Sorland buys more timber from Velmora than any other country, and wants more.",
    "Ivo Marsh leaves on Thursday, after talks on the border and on harbour dues.",
)
MATCH = (
    "Lena Quist scored twice on Sunday as the Otters beat the Herons in heavy rain.",
    "The keeper saved a penalty before the break, but the defence fell apart after it.",
    "Lena Quist has eleven goals this season, more than any striker of the league.",
    "The coach said that Lena Quist would rest before the cup final.",
)


def of(*texts: Sequence[str], published: Sequence[str | None] = ()) -> list[Analysis]:
    """Return the analyses of some of the texts above."""
    dates = [*published, *[None] * len(texts)]
    return [
        analysed(*text, published=date, names=NAMES)
        for text, date in zip(texts, dates, strict=False)
    ]


def joined(
    analyses: Sequence[Analysis],
    *pairs: tuple[int, int],
    articles: tuple[int, int] = (0, 1),
    confidence: Confidence = "high",
) -> list[Passage]:
    """Return passages that join sentences of two articles."""
    one, two = articles
    return [passage(analyses, (one, i), (two, j), confidence) for i, j in pairs]


def test_one_event() -> None:
    """Two reports of one visit, on one day with the same people, are not told to be that."""
    both = of(FAIR, FAIR_TOO)
    event = same_event(both, joined(both, (0, 0), (1, 1), (3, 3), (4, 2)))
    assert event.same == "yes"
    assert event.why == (
        "4 of A's 5 sentences tell what B tells too, 4 of B's 4 what A tells",
        "both tell of Friday (A in sentence 1, B in sentence 1)",
    )


def test_two_meetings_of_one_president() -> None:
    """Shared names, words and one shared figure pass for a shared event."""
    both = of(FAIR, TALKS)
    event = same_event(both, joined(both, (3, 2)))
    assert event.same == "no"
    assert event.why[:3] == (
        "A tells of Friday (sentence 1), B of Wednesday (sentence 1) and Thursday (sentence 5)",
        "B names Ivo Marsh 3 times, A never",
        "A names Harlow Bay 3 times, B never",
    )


def test_much_in_common_on_another_day() -> None:
    """Another day alone makes another event of reports that share much."""
    both = of(FAIR, [line.replace("Friday", "Saturday") for line in FAIR_TOO])
    event = same_event(both, joined(both, (1, 1)))
    assert event.same == "unsure"
    assert event.why[0] == "A tells of Friday (sentence 1), B of Saturday (sentence 1)"
    event = same_event(both, joined(both, (1, 1), (4, 2)))
    assert event.same == "yes"
    assert event.why[-1] == "A tells of Friday (sentence 1), B of Saturday (sentence 1)"
    both = of(FAIR, FAIR)
    assert same_event(both, joined(both, *[(n, n) for n in range(5)])).same == "yes"


@pytest.mark.parametrize("made_up", [(), ((0, 0),)])
def test_two_stories(made_up: tuple[tuple[int, int], ...]) -> None:
    """Articles on other things are one event, or one false passage makes them one."""
    both = of(FAIR, MATCH)
    event = same_event(both, joined(both, *made_up))
    assert event.same == "no"
    assert any(line.startswith("A and B share few words") for line in event.why)


def test_low_confidence_is_no_evidence() -> None:
    """Passages that are hardly more than a guess count as shared ground."""
    both = of(FAIR, MATCH)
    guesses = joined(both, *[(n, n) for n in range(4)], confidence="low")
    event = same_event(both, guesses)
    assert event.same == "no"
    assert "no sentence of A tells what one of B tells" in event.why


def test_published_weeks_apart() -> None:
    """Two Fridays weeks apart pass for one day."""
    both = of(FAIR, FAIR_TOO, published=("2024-05-17", "2024-08-23T09:00:00Z"))
    event = same_event(both, joined(both, (3, 3)))
    assert event.same == "no"
    assert event.why[0] == "A was published on 2024-05-17, B on 2024-08-23, 98 days apart"
    assert not any("Friday" in line for line in event.why)


def test_published_the_day_after() -> None:
    """A day between two publications speaks against one event."""
    both = of(FAIR, FAIR_TOO, published=("2024-05-17", "2024-05-18"))
    event = same_event(both, joined(both, (0, 0), (1, 1)))
    assert event.same == "yes"
    assert "A was published on 2024-05-17, B on 2024-05-18, 1 day apart" in event.why


def test_dates_in_the_first_sentences() -> None:
    """A day of the calendar is not held against another one, or not found equal to one that says
    the year too."""
    texts = [
        [FAIR[0].replace("on Friday", f"on {day}"), *FAIR[1:]]
        for day in ("May 17", "May 17, 2024", "June 3")
    ]
    sentences = [(n, n) for n in range(2)]
    same = of(texts[0], texts[1])
    assert "both tell of May 17 in their first sentences" in same_event(same, []).why
    apart = of(texts[0], texts[2])
    event = same_event(apart, joined(apart, *sentences))
    assert event.same == "unsure"
    assert event.why[0] == "A gives the date May 17 in its first sentences, B June 3"


def test_a_name_in_part_is_known() -> None:
    """An article that says "Marsh" is told never to name Ivo Marsh."""
    surname = [line.replace("Ivo Marsh", "Marsh") for line in TALKS]
    both = of(TALKS, surname)
    assert not any("never" in line for line in same_event(both, []).why)


def test_three_articles() -> None:
    """A third article on another event is joined to the two that tell of one."""
    three = of(FAIR, FAIR_TOO, MATCH)
    shared = joined(three, (0, 0), (1, 1), (3, 3), (4, 2))
    event = same_event(three, shared)
    assert event.same == "no"
    assert all("C" in line for line in event.why)
    three = of(FAIR, FAIR_TOO, FAIR)
    shared += joined(three, *[(n, n) for n in range(5)], articles=(0, 2))
    assert same_event(three, shared).same == "yes"
    shared += joined(three, *[(n, n) for n in range(4)], articles=(1, 2))
    event = same_event(three, shared)
    assert event.same == "yes"
    assert event.why == (
        "4 or more sentences of each article are told in another one too",
        "all tell of Friday",
    )


def test_one_name_in_two_spellings() -> None:
    """An article that says F.B.I. is told never to name the FBI, or US the United States."""
    texts = (
        [f"The F.S.A. closed mill {n} in the United Shires." for n in range(4)],
        [f"The FSA shut the old dairy {n} of the US." for n in range(4)],
    )
    names: list[tuple[str, NameType]] = [
        ("F.S.A.", "organization"), ("FSA", "organization"),
        ("United Shires", "place"), ("US", "place"),
    ]  # fmt: skip
    both = [analysed(*text, names=names) for text in texts]
    assert not any("never" in line for line in same_event(both, []).why)


def test_few_reasons() -> None:
    """A pair of articles that have nothing in common gets a paragraph of reasons."""
    both = of(FAIR, MATCH, published=("2024-05-17", "2024-08-23"))
    assert len(same_event(both, []).why) <= 4


def test_nothing_to_say() -> None:
    """Empty articles, or one alone, raise."""
    assert same_event(of([], []), []).same == "no"
    assert same_event(of(FAIR), []).same == "yes"


TEXTS = st.lists(st.sampled_from([*FAIR, *FAIR_TOO, *TALKS, *MATCH]), max_size=6)
DATES = st.sampled_from([None, "2024-05-17", "2024-05-20", "2023-01-01", "last Friday"])


@given(st.lists(st.tuples(TEXTS, DATES), min_size=2, max_size=4), st.data())
def test_any_articles(made: list[tuple[list[str], str | None]], data: st.DataObject) -> None:
    """Some articles raise, give no reason, the same reason twice, or depend on their order."""
    analyses = of(*[text for text, _ in made], published=[date for _, date in made])
    places = [(n, i) for n, (text, _) in enumerate(made) for i in range(len(text))]
    pairs = [(one, two) for one in places for two in places if one[0] < two[0]]
    chosen = data.draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    event = same_event(analyses, [passage(analyses, one, two) for one, two in chosen])
    assert event.why
    assert len(set(event.why)) == len(event.why)
    back = analyses[::-1]
    last = len(back) - 1
    mirrored = [
        passage(back, (last - two[0], two[1]), (last - one[0], one[1])) for one, two in chosen
    ]
    assert same_event(back, mirrored).same == event.same
