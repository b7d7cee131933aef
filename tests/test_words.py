"""Words that count as one: case, accents, spelling, hyphens, and phrases for one word."""

import pytest

from newsdiff.language.words import content, lexicon

SAME = [
    ("World War II", "Second World War"),
    ("World War Two", "WWII"),
    ("the First World War", "World War I"),
    ("China-Russia Expo", "Russia-China EXPO"),
    ("Kyiv", "Kiev"),
    ("Kyiv", "kyiv"),
    ("Zelenskyy", "Zelensky"),
    ("colour centre organise travelled defence", "color center organize traveled defense"),
    ("aluminium tyres", "aluminum tires"),
    ("Élysée naïve", "Elysee naive"),
    ("Orrin's harbours", "Orrin’s harbors"),
    ("co-operation by e-mail", "cooperation by email"),
    ("a cease-fire", "the ceasefire"),
    ("40 per cent", "40 percent"),
    ("the U.S. and U.K.", "US and UK"),
    ("the European Union", "the EU"),
    ("the United Nations", "the UN"),
    ("the United States", "America"),
    ("elections", "the election"),
]


def stems(text: str) -> set[str]:
    """Return the stems that say what a text is about."""
    return set(content(lexicon("en").tokens(text)))


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_wordings_count_as_the_same_words(one: str, other: str) -> None:
    """Two outlets that write a name or a word differently would share less than they do."""
    assert stems(one) == stems(other) != set()


def test_a_phrase_does_not_reach_over_other_words() -> None:
    """Words that stand apart would count as a name that they only look like."""
    assert stems("the second war of the world") == {"2nd", "war", "world"}
    assert "percent" not in stems("per million, a cent")


def test_each_word_of_a_phrase_keeps_its_place() -> None:
    """Marks and spans of a phrase would stand beside it."""
    text = "In World War II the harbour"
    tokens = lexicon("en").tokens(text)
    assert [text[token.start : token.end] for token in tokens] == text.split()
