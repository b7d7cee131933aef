import json
from dataclasses import replace
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.article import Article, Role, Sentence
from newsdiff.language.names import find_names
from newsdiff.language.names.gazetteer import Listed, phrase
from newsdiff.language.names.identity import bring_together, name_key
from newsdiff.language.words import WORD, fold

LISTS = Path(str(files("newsdiff.language"))) / "data" / "names" / "en"
CASES = Path(__file__).parent / "cases" / "names"


def article(*sentences: str, role: Role = "text", language: str = "en") -> Article:
    """Return an article of these sentences, a line each."""
    text = "\n".join(sentences)
    places: list[Sentence] = []
    start = 0
    for sentence in sentences:
        end = start + len(sentence)
        places.append(Sentence(len(places), start, end, len(places), role))
        start = end + 1
    return Article(source="-", text=text, sentences=tuple(places), language=language)


def cases(name: str) -> list[dict[str, Any]]:
    """Return the cases of a file of JSON lines."""
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.mark.parametrize("case", cases("find.jsonl"), ids=lambda case: case["case"])
def test_case(case: dict[str, Any]) -> None:
    """A name is missed, cut wrongly, of another type, or joined with another."""
    told = article(*case["sentences"])
    found = [
        [name.name, name.type, [told.text[one.start : one.end] for one in name.mentions]]
        for name in find_names(told)
    ]
    assert found == case["names"]


@pytest.mark.parametrize("case", cases("keys.jsonl"), ids=lambda case: " = ".join(case["names"]))
def test_key(case: dict[str, Any]) -> None:
    """One name would be two in a comparison, or two names one."""
    keys = {name_key(name, case["type"], "en") for name in case["names"]}
    assert len(keys) == (1 if case["same"] else len(case["names"]))


@pytest.mark.parametrize("role", ["heading", "furniture"])
def test_no_names_from_headings(role: Role) -> None:
    """Words of headings, capitalised all, would be counted as names."""
    assert find_names(article("Senator Ruth Harkin Visits Paris", role=role)) == ()


def test_headings_name_again_what_the_text_names() -> None:
    """A name in a subheading would be missing from its count."""
    told = article("They met Ruth Harkin.", "Why Harkin Came", "She left Peru.")
    sentences = [replace(one, role="heading") if one.index == 1 else one for one in told.sentences]
    harkin, _ = find_names(replace(told, sentences=tuple(sentences)))
    assert [one.sentence for one in harkin.mentions] == [0, 1]


def test_no_names_in_german() -> None:
    """Every German noun would be shown as a name."""
    assert find_names(article("Der Minister sah in Berlin das Haus.", language="de")) == ()


def test_languages_without_lists() -> None:
    """A language without word lists would raise, or give sentence openings for names."""
    told = article("Ayer llegó Carla Ibáñez.", "Mañana sale Ibáñez.", language="es")
    assert [name.name for name in find_names(told)] == ["Carla Ibáñez"]


def test_short_names_across_articles() -> None:
    """A surname, or an acronym, that only one article spells out would be two names."""
    first = find_names(article("They met Senator Ruth Harkin at the Northern Fisheries Board."))
    second = find_names(article("Then Harkin left.", "It was the NFB that asked Harkin."))
    groups = bring_together([first, second])
    assert [[(number, name.name) for number, name in group] for group in groups] == [
        [(0, "Ruth Harkin"), (1, "Harkin")],
        [(0, "Northern Fisheries Board"), (1, "NFB")],
    ]


def test_short_names_that_two_may_bear_stay_apart() -> None:
    """A surname of two people would be given to one of them at random."""
    first = find_names(article("They met Ruth Harkin and Owen Harkin."))
    second = find_names(article("Then Harkin left, and so did Harkin."))
    assert len(bring_together([first, second])) == 3


DESCRIBED = [
    ("They met the Peruvian president, Ruth Harkin.", "The president left.", []),
    ("They met President Ruth Harkin.", "Then the president left.", ["the president"]),
    ("They met Peruvian President Ruth Harkin.", "The Peruvian president left.",
     ["The Peruvian president"]),
    ("They met Peruvian President Ruth Harkin.", "The Chilean president left.", []),
    ("They met President Ruth Harkin and President Owen Quill.", "The president left.", []),
    ("They met President Ruth Harkin.", "The president of the board left.", []),
    ("They met President Ruth Harkin.", "The president-elect left.", []),
    ("They met President Ruth Harkin.", "The former president left.", []),
    ("The president left.", "They met President Ruth Harkin.", []),
    ("They met Majority Leader Ruth Harkin.", "The leader left.", []),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "places"), DESCRIBED)
def test_descriptions(first: str, second: str, places: list[str]) -> None:
    """A title would count for somebody whom it need not mean, or for nobody."""
    told = article(first, second)
    found = [told.text[one.start : one.end] for name in find_names(told) for one in name.described]
    assert found == places


def test_the_end_of_a_name_across_articles() -> None:
    """A name without its first word would be another one, and a surname that one bears far more
    often than another would belong to neither."""
    full = find_names(
        article("They met Ana Sola Reyes.", *["They saw Ruth Harkin."] * 3, "Ed Harkin.")
    )
    short = find_names(article("Then Sola Reyes left.", "It was Harkin."))
    groups = bring_together([full, short])
    assert [[name.name for _, name in group] for group in groups] == [
        ["Ana Sola Reyes", "Sola Reyes"],
        ["Ruth Harkin", "Harkin"],
        ["Ed Harkin"],
    ]


def test_members_of_a_nation_are_not_their_country() -> None:
    """Mentions of a people would be counted for a place."""
    assert name_key("Afghans", "person", "en") != name_key("Afghanistan", "place", "en")


WORDS = st.sampled_from([
    "The", "Putin", "Xi", "President", "of", "the", "and", "de", "al-", "-", ".", ",", "'", "’s",
    "“", "”", "(", ")", "Ministry", "U.S.", "US", "War", "I", "X", "Jr.", "Mr", "Russia-China",
    "Ann", "Smith", "8th", "said", "iPhone", "É", "ß", "ǅ", "\u202e", "\x00", "\n", ":",
])  # fmt: skip
HOSTILE = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=60).map(" ".join))


@given(st.lists(HOSTILE, max_size=5))
@settings(max_examples=300, deadline=None)
def test_mentions_stand_in_their_sentences(sentences: list[str]) -> None:
    """A mention would point outside of its sentence, at white space, or into another mention."""
    told = article(*sentences)
    names = find_names(told)
    spans = sorted((one.start, one.end) for name in names for one in name.mentions)
    for name in names:
        assert list(name.mentions) == sorted(name.mentions)
        for one in name.mentions:
            sentence = told.sentences[one.sentence]
            assert sentence.start <= one.start < one.end <= sentence.end
            mention = told.text[one.start : one.end]
            assert mention == mention.strip()
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    assert len({name.key for name in names}) == len(names)
    firsts = [name.mentions[0].start for name in names]
    assert firsts == sorted(firsts)


@pytest.mark.parametrize(
    "unit",
    ["a", "A", "A.", "Aa ", "A-", "Xi, ", "University of ", "De la ", "President ", "(WTO) ", "'",
     "Ann Smith Bob Smith ", "United States ", "Health and ", "1 ", "\n", "!?", "U.S. ", "al-"],
)  # fmt: skip
def test_megabytes_of_one_thing(unit: str) -> None:
    """A hostile text would take minutes where it takes seconds."""
    assert len(find_names(article(unit * (100_000 // len(unit))))) < 10


def test_many_people_with_one_key() -> None:
    """Ten thousand people with one first and last name would be merged in quadratic time."""
    letters = "abcdefghij"
    middles = ("".join(letters[int(digit)] for digit in str(place)) for place in range(10_000))
    told = article(" said, and ".join(f"Ann Q{middle} Smith" for middle in middles))
    assert [len(name.mentions) for name in find_names(told)] == [10_000]


@pytest.mark.parametrize("name", sorted(path.name for path in LISTS.glob("*.txt")))
def test_word_lists_hold_words_that_texts_hold(name: str) -> None:
    """A word with a hyphen, an accent or a possessive would never be met in a text."""
    lines = (LISTS / name).read_text(encoding="utf-8").splitlines()
    entries = [line for line in lines if line and not line.startswith("#")]
    if name in ("cities.txt", "forenames.txt", "surnames.txt"):
        entries = [entry for line in entries for entry in line.split(", ")]
        assert all(phrase(entry) == entry for entry in entries)
    elif name not in ("known.txt", "titles.txt"):
        entries = [word for line in entries for word in line.split()]
        assert all(fold(word) == word and WORD.fullmatch(word) for word in entries)
    assert len(set(entries)) == len(entries)


@pytest.mark.parametrize("name", ["cities", "forenames", "surnames"])
def test_names_are_found_in_the_lines_of_a_list(name: str) -> None:
    """A compiled list that is not sorted, or a search beside the right line, would lose names."""
    text = (LISTS / f"{name}.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    names = {name for line in lines for name in line.split(", ")}
    listed = Listed(lines, frozenset({"zzyzx"}))
    asked = {f"{name}{end}" for name in names for end in ("", ",", " ", "a", "-")} | {"", "aa", "~"}
    assert {name for name in asked if name in listed} == names
    assert "zzyzx" in listed
    assert "zzyzx" not in Listed([])
