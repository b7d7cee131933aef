import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_strategies import HOSTILE, hostile_text, is_safe

from newsdiff.report.safety import MOST_MARKS, escaped_json, safe, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[2Jb", "a␛[2Jb"),
        ("a\x9b31mb", "a<U+009B>31mb"),
        ("nul\x00del\x7f", "nul␀del␡"),
        ("bell\x07 back\x08", "bell␇ back␈"),
        ("user\u202enimda\u2066", "user<U+202E>nimda<U+2066>"),
        ("le\u200eft\u061c", "le<U+200E>ft<U+061C>"),
        ("zero\u200bwidth\u2060\ufeff", "zero<U+200B>width<U+2060><U+FEFF>"),
        ("tag\U000e0041", "tag<U+E0041>"),
        ("filler\u3164\u2800", "filler<U+3164><U+2800>"),
        ("half\ud800", "half<U+D800>"),
        ("non\uffff \ue000", "non<U+FFFF> <U+E000>"),
        ("one\u2028two\u2029three\x85four", "one two three four"),
        ("\t tab\r\n and \u3000wide\xa0", "tab and wide"),
        ("Bundes\xadkanzler", "Bundeskanzler"),
    ],
)
def test_what_cannot_be_seen_is_named(text: str, shown: str) -> None:
    """A control in an article would otherwise act on the terminal or hide words."""
    assert safe(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "Élysée, naïve, Đặng, e\u0301",
        "शान्ति क्षे\u200dत्र नमस्ते",
        "می\u200cخواهم",
        "שָׁלוֹם",
        "政府は2034年に",
        "เชียงใหม่",
        "👩\u200d🚀 and 👍🏽 and ❤\ufe0f and 1\ufe0f\u20e3",
        "“quotes” – dashes … §",
    ],
)
def test_what_people_write_stays(text: str) -> None:
    """A script or an emoji would otherwise be broken in every report."""
    assert safe(text) == text


def test_stacks_of_marks_are_cut() -> None:
    """Text with dozens of marks on a letter would otherwise climb over the lines around it."""
    assert safe("z" + "\u0300" * 40 + "o") == "z" + "\u0300" * MOST_MARKS + "o"


def test_hidden_data_behind_an_emoji_is_shown() -> None:
    """A run of variation selectors carries data that nobody would otherwise see."""
    assert safe("😀\ufe0f\ufe01\ufe02") == "😀<U+FE0F><U+FE01><U+FE02>"


@given(hostile_text)
def test_safe_text_is_safe_whatever_the_text(text: str) -> None:
    """A combination of characters that slips through would reach the terminal."""
    shown = safe(text)
    assert is_safe(shown)
    assert "\n" not in shown
    assert "  " not in shown
    assert safe(shown) == shown


@given(hostile_text, hostile_text)
def test_pieces_keep_the_space_between_them(left: str, right: str) -> None:
    """Words marked inside a sentence would otherwise run into their neighbours."""
    assert visible(left + " ").endswith(" ")
    assert visible(" " + right).startswith(" ")


@given(st.lists(st.sampled_from([*HOSTILE, "a", "b", "é", "中"])).map("".join))
def test_escaped_json_is_the_same_data(text: str) -> None:
    """A reader of JSON would otherwise get other text, or offsets that do not fit."""
    import json

    document = escaped_json(json.dumps(text, ensure_ascii=False))
    assert document.isprintable()
    assert json.loads(document) == "".join(
        "\ufffd" if unicodedata.category(char) == "Cs" else char for char in text
    )


@pytest.mark.parametrize("unit", ["a", "\x1b", "\u202e", "\u0300", "😀\u200d", "\ufe0f", " \n"])
def test_a_megabyte_of_one_thing_is_no_trouble(unit: str) -> None:
    """A pattern that backtracks would hang on a hostile article."""
    assert is_safe(safe(unit * (1_000_000 // len(unit))))
