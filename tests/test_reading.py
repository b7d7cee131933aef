"""From a file to an article: front matter, layout, language, title, and any bytes at all."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.article import Article
from newsdiff.errors import InputError, UsageError
from newsdiff.reading import from_text, read
from newsdiff.reading.finishing import language_code
from newsdiff.reading.frontmatter import iso_date, split_front_matter
from newsdiff.reading.layout import lay_out
from newsdiff.reading.line_ends import line_ends
from newsdiff.reading.markdown import plain

CASES = Path(__file__).with_name("cases")
ARTICLE = """\
---
title: Council keeps the old bridge
outlet: The Marlow Echo
date: 17 May 2024
---
The council of Marlow will not close the old bridge, it said on Friday.

The cost of a new one has been put at two million pounds.
"""


def rows(name: str) -> list[Any]:
    """Return the cases of one file."""
    return [json.loads(line) for line in (CASES / name).read_text("utf-8").splitlines()]


def named(name: str) -> list[Any]:
    """Return the cases of one file, each under its own name."""
    return [pytest.param(row, id=row["name"]) for row in rows(name)]


@pytest.mark.parametrize("case", named("front-matter.jsonl"))
def test_front_matter(case: dict[str, Any]) -> None:
    """What a file says of its article is not read, or text is taken for it."""
    assert split_front_matter(case["text"]) == (case["fields"], case["body"])


@pytest.mark.parametrize("case", rows("dates.jsonl"), ids=lambda case: case["words"])
def test_dates(case: dict[str, str]) -> None:
    """A plain date is not read, or one that can mean two days is guessed."""
    assert iso_date(case["words"]) == case["date"]


@pytest.mark.parametrize("case", named("markdown.jsonl"))
def test_markdown(case: dict[str, Any]) -> None:
    """Marks of Markdown stay in the text, take words with them, or lose its headings."""
    text, headings = plain(case["markdown"])
    assert text == case["plain"]
    assert [text[at:].split("\n")[0] for at in sorted(headings)] == case["headings"]


@pytest.mark.parametrize(
    ("text", "source", "markdown"),
    [
        ("# A bridge\n\nIt stays.", "-", True),
        ("The [bridge](https://example.org) stays.", "-", True),
        ("The **old** bridge stays.", "-", True),
        ("The *old* bridge stays.", "a.MD", True),
        ("The *old* bridge stays.", "a.txt", False),
        ("#bridge (2) [sic] stays_as_it_is * not new.", "a.txt", False),
    ],
)
def test_what_is_markdown(text: str, source: str, markdown: bool) -> None:
    """Plain text loses its asterisks, or Markdown keeps its own."""
    assert (lay_out(text, source).text != text) == markdown


def test_line_ends() -> None:
    """The line ends of other systems part no paragraphs, or surrogates break the output."""
    assert line_ends("\ufeffa\r\nb\rc\u2028d\x85e\x0cf\ud800") == "a\nb\nc\nd\ne\nf\ufffd"
    windows = from_text(ARTICLE.replace("\n", "\r\n"))
    assert windows == from_text(ARTICLE)


def test_an_article(tmp_path: Path) -> None:
    """What front matter tells does not reach the article, or is called a guess."""
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    article = read(str(path))
    assert (article.title, article.outlet) == ("Council keeps the old bridge", "The Marlow Echo")
    assert (article.published, article.author) == ("2024-05-17", None)
    assert (article.source, article.label) == (str(path), "The Marlow Echo")
    assert (article.language, article.encoding, article.guessed) == ("en", "utf-8", ("language",))
    assert article.notes == ()
    assert [s.role for s in article.sentences] == ["text", "text"]
    assert article.text.startswith("The council")


def test_guesses_are_told(tmp_path: Path) -> None:
    """A title, a language or an encoding that was inferred is passed off as given."""
    path = tmp_path / "a.txt"
    path.write_bytes(
        b"Caf\xe9 bleibt\n\nDas alte Caf\xe9 bleibt, sagte der Rat am Freitag in der Stadt."
    )
    article = read(str(path))
    assert article.title == "Café bleibt"
    assert article.language == "de"
    assert article.guessed == ("encoding", "language", "title")
    assert article.notes == ("encoding guessed: cp1252 (--encoding names another)",)
    given = read(str(path), encoding="latin-1", language="de")
    assert given.guessed == ("title",)


def test_the_language_that_is_given() -> None:
    """The user's or the file's word on the language is not followed."""
    text = "---\nlang: de-AT\n---\nThe bridge stays."
    assert from_text(text).language == "de"
    assert from_text(text, language="fr").language == "fr"
    assert from_text(text).guessed == ()
    with pytest.raises(UsageError, match="unknown language"):
        from_text(text, language="?")
    assert [language_code(name) for name in ("EN_us", "German", "Klingon")] == ["en", "de", None]


def test_an_uncertain_language_is_noted() -> None:
    """A text too short to tell its language is called English without a word."""
    assert "read as en" in from_text("Marlow 2, Orme 1.").notes[0]


def test_wrapped_lines_are_joined() -> None:
    """A name that a line break parts is not found by the rooms that look for it."""
    wrapped = (
        "The council of Marlow will not close the old bridge, said Ann\n"
        "Doe on Friday. The cost of a new one has been put at two\n"
        "million pounds, and nobody in the town wants to pay for it.\n"
    )
    assert "Ann Doe" in from_text(wrapped).text


@pytest.mark.parametrize("text", ["", " \n", "---\ntitle: A bridge\n---\n\n"])
def test_no_text(text: str) -> None:
    """An article without text goes on to the rooms that count words."""
    with pytest.raises(InputError, match="is empty"):
        from_text(text)


def test_markdown_headings_reach_the_sentences() -> None:
    """A heading that Markdown tells is compared as if it were text."""
    article = from_text("# It stays.\n\nThe bridge stays, said Ann Doe.\n\n## Why?\n\nIt is old.")
    assert [s.role for s in article.sentences] == ["heading", "text", "heading", "text"]
    assert article.title == "It stays."


@given(st.binary(max_size=200), st.sampled_from(["a.txt", "a.md"]))
def test_any_bytes(tmp_path_factory: pytest.TempPathFactory, data: bytes, name: str) -> None:
    """Some file ends in a traceback instead of an article or a line that says why."""
    path = tmp_path_factory.mktemp("any") / name
    path.write_bytes(data)
    with suppress(InputError):
        whole(read(str(path)))


MARKS = st.sampled_from('aB #*_[]()!<>`~\\-+=.\n"“”:\x00\x1b\u202e')


@given(st.text(MARKS, min_size=1, max_size=200), st.sampled_from(["a.txt", "a.md"]))
def test_any_marks(text: str, name: str) -> None:
    """Some nest of Markdown's marks breaks the reader or its offsets."""
    with suppress(InputError):
        whole(from_text(text, name))


def whole(article: Article) -> None:
    """Assert that the sentences hold all of the text."""
    end = 0
    for sentence in article.sentences:
        assert article.text[end : sentence.start].strip() == ""
        end = sentence.end
    assert article.text[end:].strip() == ""
    article.text.encode()


@pytest.mark.parametrize(
    "unit",
    ["*", "**a ", "_", "[", "[a](", "![", "`", "# ", "#\n", "> ", "- ", "- a\n", "<http:", "\\",
     "~~a", "---\n", "=\n", "[a]: b\n", "[a][", "a: b\n", "\t", "*a\n", "__a"],
)  # fmt: skip
@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_much_of_one_mark(unit: str, name: str) -> None:
    """A megabyte of one mark takes minutes (quadratic)."""
    whole(from_text("---\n" + unit * (200_000 // len(unit)) + "x", name))


def test_what_reading_loads() -> None:
    """Reading a file of UTF-8 pays for libraries that only other rooms need."""
    script = (
        "import sys; from newsdiff.reading import from_text; from_text('The bridge stays. So.');"
        "heavy = {'chardet', 'numpy', 'rich', 'sumy', 'nltk', 'Stemmer', 'typer'};"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
