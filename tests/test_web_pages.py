"""Web pages: what is the article, what the page says of it, and pages without one."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from processes import COURIER, newsdiff, surroundings

pytest.importorskip("trafilatura", reason="the extra `web` is not installed")

from lxml.html import document_fromstring

from newsdiff.article import Article
from newsdiff.errors import InputError
from newsdiff.reading import apart, read
from newsdiff.reading.document import Document
from newsdiff.reading.finishing import domain
from newsdiff.reading.formats import html
from newsdiff.reading.page.absence import no_article
from newsdiff.reading.page.extracted import Extracted
from newsdiff.reading.page.extraction import CONTROLS, headline
from newsdiff.reading.page.metadata import told
from newsdiff.reading.page.plain import plain
from newsdiff.reading.settings import ReadSettings

PAGES = Path(__file__).parent / "cases" / "pages"
FERRY = PAGES / "ferry.html"
AROUND = (
    "privacy", "Accept all", "Sport", "Subscribe", "Share on", "fog horn", "timetable",
    "newsletter", "charts were drawn", "Bakery", "All rights reserved", "dataLayer", "Nell Abara",
)  # fmt: skip
"""What stands on the page beside the article."""


def words(article: Article) -> str:
    """Return the sentences that count."""
    return " ".join(
        article.text[item.start : item.end] for item in article.sentences if not item.furniture
    )


def test_an_article_among_all_else() -> None:
    """A banner, a menu, related links or comments are compared as if they were news."""
    article = read(str(FERRY))
    said = words(article)
    assert said.startswith("HOLM — A ferry with 214 people aboard ran aground")
    assert said.endswith("She carries up to 300 passengers and 40 cars.")
    assert "“We had blankets and soup within the hour,” said the head" in said
    assert not [words for words in AROUND if words in article.text]
    assert [article.text[s.start : s.end] for s in article.sentences if s.role == "heading"] == [
        "“A long scraping sound”"
    ]


def test_what_a_page_says() -> None:
    """Title, outlet, writer, moment or address of a page are lost, or called a guess."""
    article = read(str(FERRY))
    assert article.title == "Ferry with 214 aboard runs aground off Holm"
    assert article.outlet == "Lindhaven Courier"
    assert article.author == "Nell Abara"
    assert article.published == "2026-02-03T08:15:00+01:00"
    assert article.url == "https://courier.example/islands/2026/02/ferry-aground-holm"
    assert article.guessed == ("language",)
    assert article.reading
    assert article.reading.format == "html"


@pytest.mark.parametrize("name", ["bridge.html", "bridge.mhtml"])
def test_saved_by_a_browser(name: str) -> None:
    """A page that a script built, saved by Chromium, is not read as it was on the screen."""
    article = read(str(PAGES / name))
    said = words(article)
    assert said.startswith("The council of Marlow voted on Tuesday to keep the old bridge over")
    assert said.endswith("push their bicycles across it, the council said.")
    assert not [words for words in ("privacy", "Most read", "Log in") if words in article.text]
    assert (article.outlet, article.published) == ("The Marlow Echo", "2026-05-19T17:40:00+00:00")
    assert article.url == "https://echo.example/council/old-bridge-stays"


def test_a_page_saved_with_its_address(tmp_path: Path) -> None:
    """The address that a browser writes into a page that it saves is overlooked."""
    page = FERRY.read_text(encoding="utf-8")
    page = page.replace('<link rel="canonical"', '<link rel="other"').replace("og:site_name", "x")
    page = page.replace('"name": "Lindhaven Courier"', '"name": ""')
    saved = "<!-- saved from url=(0040)https://www.courier.example/islands/ferry -->"
    path = tmp_path / "saved.htm"
    path.write_text(page.replace("<html", f"{saved}\n<html", 1), encoding="utf-8")
    article = read(str(path))
    assert article.url == "https://www.courier.example/islands/ferry"
    assert (article.outlet, article.label) == ("courier.example", "courier.example")
    assert "outlet" in article.guessed


def test_a_guessed_date(tmp_path: Path) -> None:
    """A date that was found somewhere on the page is told as if the page had given it."""
    page = FERRY.read_text(encoding="utf-8")
    for name in ("datePublished", "article:published_time", "dateModified"):
        page = page.replace(name, "other")
    path = tmp_path / "a.html"
    path.write_text(page, encoding="utf-8")
    article = read(str(path))
    assert article.published == "2026-02-03"
    assert "published" in article.guessed


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("paywall", "a paywall shows 51 words of it"),
        ("consent", "the page asks for consent to cookies"),
        ("missing", "the page says that something was not found"),
        ("challenge", "the page checks for robots"),
        ("front", "39 words beside links and navigation"),
    ],
)
def test_no_article_here(name: str, says: str) -> None:
    """A paywall, a consent, error or front page is compared as if it were an article."""
    path = str(PAGES / f"{name}.html")
    with pytest.raises(InputError) as caught:
        read(path)
    assert caught.value.reason.startswith(f"no article here: {says}; ")
    assert caught.value.source == path


BRIEF = (
    "The council of Marlow found the former harbour master not guilty of a breach of privacy on "
    "Tuesday. A page of the minutes was not found in the archive, and access to the rest of them "
    "was denied to the press for a week. The paper's partners in the inquiry gave their consent to "
    "a second hearing, which is to be held behind closed doors in the town hall on 17 May."
)


def test_a_brief_is_an_article() -> None:
    """A short item that tells of privacy, consent or something not found is refused."""
    page = f"{BRIEF} Already a subscriber? Log in"
    assert no_article(Extracted([(BRIEF, False)], page, title="Not found guilty")) is None
    assert no_article(Extracted([(BRIEF, False)], page, free=False)) is not None
    assert no_article(Extracted([(BRIEF * 4, False)], page)) is None
    assert no_article(Extracted([(BRIEF, False)], BRIEF, title="Harbour master goes free")) is None


def test_an_opening_that_may_be_all(tmp_path: Path) -> None:
    """The long opening of an article behind a paywall is read as if it were the whole."""
    page = FERRY.read_text(encoding="utf-8")
    path = tmp_path / "a.html"
    path.write_text(page.replace('ForFree": true', 'ForFree": "False"'), encoding="utf-8")
    result = newsdiff("summarize", str(path))
    assert result.status == 0
    assert result.err == (
        f"newsdiff: {path}: the page says that the article is not free: "
        "this may be its opening only\n"
    )


CHARSETS = [
    ("utf-8", None, None, "utf-8"),
    ("utf-8", "iso-8859-1", "cp1252", "utf-8"),
    ("cp1252", "iso-8859-1", None, "cp1252"),
    ("cp1252", None, "windows-1252", "cp1252"),
    ("cp1252", "utf-8", "iso-8859-1", "cp1252"),
    ("cp1250", None, "windows-1250", "cp1250"),
    ("utf-8-sig", "cp1250", "cp1250", "utf-8"),
    ("utf-16", None, None, "utf-16-le"),
    ("cp1252", "utf-16", "idna", "cp1252"),
    ("cp1252", "no-such", "unicode_escape", "cp1252"),
]


@pytest.mark.parametrize(("really", "server", "page", "read_as"), CHARSETS)
def test_charsets(really: str, server: str | None, page: str | None, read_as: str) -> None:
    """A page that is called by another charset than its own turns into mojibake."""
    text = FERRY.read_text(encoding="utf-8").replace("—", "-")
    text = text.replace("struck a sandbank", "struck a sandbank off the Café Führer")
    meta = f'<meta charset="{page}">' if page else ""
    data = text.replace('<meta charset="utf-8">', meta).encode(really, "ignore")
    (draft,) = html.drafts(Document("-", data, charset=server), ReadSettings())
    assert draft.encoding == read_as
    assert "off the Café Führer at about" in draft.text


@pytest.mark.parametrize(
    ("head", "ending"),
    [
        ("<!DOCTYPE html>", ".txt"),
        ("\ufeff\n <!-- a\nb --> <HTML lang=en>", ""),
        ('<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>', ".bin"),
        ("<p>", ".html"),
        ("Plain text at first", ".xhtml"),
    ],
)
def test_a_page_is_known(head: str, ending: str, tmp_path: Path) -> None:
    """A page that does not begin as most do is read as plain text, tags and all."""
    path = tmp_path / f"page{ending}"
    path.write_text(f"{head}<body><article><p>{BRIEF}</p></article>", encoding="utf-8")
    assert "<" not in read(str(path)).text


def test_line_breaks(tmp_path: Path) -> None:
    """A folded line is torn in two sentences, or paragraphs parted by breaks grow together."""
    path = tmp_path / "a.html"
    half = BRIEF.split(" of a breach", maxsplit=1)
    folded = f"{half[0]}<br>of a breach{half[1]}"
    path.write_text(
        f"<html><article><p>{folded}<br>The mayor was silent.<br>So was the clerk.</p></article>",
        encoding="utf-8",
    )
    assert read(str(path)).text.split("\n\n") == [
        BRIEF,
        "The mayor was silent.",
        "So was the clerk.",
    ]


def test_a_page_without_an_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page on which trafilatura takes minutes holds newsdiff, or its text is lost, or nobody is
    told that it was read without trafilatura."""
    monkeypatch.setattr(apart, "PATIENCE", 0.01)
    path = tmp_path / "a.html"
    path.write_text(FERRY.read_text(encoding="utf-8"), encoding="utf-8")
    start = time.monotonic()
    article = read(str(path))
    assert time.monotonic() - start < html.SECONDS
    assert article.warnings == (html.PLAIN,)
    assert html.PLAIN in article.notes
    assert "ran aground in thick fog" in article.text
    assert "Sport" not in article.text


def test_a_worker_that_falls(monkeypatch: pytest.MonkeyPatch) -> None:
    """A library that fails on a page takes newsdiff down with it."""
    monkeypatch.setattr(apart, "START", "raise SystemExit(3)")
    assert read(str(FERRY)).warnings == (html.PLAIN,)


def test_the_worker_imports_nothing_from_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file in the folder where newsdiff is run stands in for a library, and its code is run."""
    (tmp_path / "trafilatura.py").write_text("raise SystemExit('ours')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert read(str(FERRY.resolve())).warnings == ()


def test_plain() -> None:
    """The plain way out takes in menus and scripts, or loses paragraphs that nobody closed."""
    found = plain(
        "<title>Old bridge</title><nav><p>Sport</nav><h1>Old <b>bridge</b></h1><p>One<br>two"
        "<p>Three<div>loose</div><script>x</script><aside><p>More</p></aside><p>Four &amp; five</p>"
    )
    assert found.title == "Old bridge"
    assert found.blocks == [
        ("Old bridge", True),
        ("One two", False),
        ("Three", False),
        ("Four & five", False),
    ]


MILLION = {
    "paragraphs": "<p>" * 330_000,
    "open-tags": "<" * 1_000_000,
    "nested": "<div>" * 200_000,
    "attributes": "<p " + "a=1 " * 250_000 + ">",
    "one-word": "a" * 1_000_000,
    "comment": "<!--" + "-" * 1_000_000,
    "dates": "<p>2024-01-01 " * 70_000,
}


@pytest.mark.parametrize("name", sorted(MILLION))
def test_a_megabyte_of_one_thing(name: str, tmp_path: Path) -> None:
    """A megabyte of one tag takes minutes or ends in a traceback."""
    path = tmp_path / "a.html"
    path.write_text(f"<!DOCTYPE html><body>{MILLION[name]}", encoding="utf-8")
    result = newsdiff("summarize", "-n", "1", str(path))
    assert result.status in (0, 2)
    assert "Traceback" not in result.err
    assert result.err.startswith(f"newsdiff: {path}: ")
    assert result.err.count("\n") == 1


def test_from_a_pipe() -> None:
    """`curl … | newsdiff summarize -` does not work, or a page cannot be held against a file."""
    piped = newsdiff("summarize", "-n", "1", "-", stdin=FERRY.read_bytes())
    assert (piped.status, piped.err) == (0, "")
    assert "Anna Maris" in piped.out
    compared = newsdiff("compare", "--only", "verbatim", "-", COURIER, stdin=FERRY.read_bytes())
    assert compared.status == 0


MISSING = """
import sys
sys.modules["trafilatura"] = sys.modules["platformdirs"] = sys.modules["urllib3"] = None
import importlib.util
found = importlib.util.find_spec
importlib.util.find_spec = lambda name, *rest: None if name == "trafilatura" else found(name, *rest)
from newsdiff.cli.app import run
sys.exit(run(sys.argv[1:]))
"""


@pytest.mark.parametrize(
    ("source", "says"),
    [
        (str(FERRY), "is a web page, which needs"),
        ("https://a.example/", "is on the web, which needs"),
    ],
)
def test_without_the_extra(source: str, says: str) -> None:
    """Without the extra a page ends in a traceback, or in words that do not name the mend."""
    done = subprocess.run(
        [sys.executable, "-c", MISSING, "read", source],
        capture_output=True,
        check=False,
        env=surroundings(),
    )
    err = done.stderr.decode()
    assert done.returncode == 2
    assert err.startswith(f"newsdiff: {source}: {says}")
    assert "newsdiff[web]" in err
    assert err.count("\n") == 1


PIECES = (
    "<p>", "</p>", "<", ">", "<!--", "-->", "<![CDATA[", "<script>", "</script>", "<svg>", "<br>",
    "<table><tr>", "<plaintext>", "<template>", "<frameset>", "<?xml ?>", "<title>", "&#0;",
    "&#x1b;", "\x1b", "\0", "\u202e", "<base href='//['>", "<link rel=canonical href='http://['>",
    BRIEF,
    "<time datetime=x itemprop=datePublished>", "<meta property=og:site_name content='[/red]\x9b'>",
    """<script type="application/ld+json">[{"@type": ["NewsArticle"], "publisher": [1, null, {}],
    "datePublished": 5, "author": [[]], "isAccessibleForFree": {}}]</script>""",
    """<script type="application/ld+json">{"@graph": {"@graph": {"@type": 7}}, "@type": "Article",
    "author": {"name": null}, "datePublished": "0001-01-01"}</script>""",
    '<script type="application/ld+json">' + "[" * 5000 + "</script>",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=30))
@settings(max_examples=100, deadline=None)
def test_any_page_comes_to_an_end(pieces: list[str]) -> None:
    """Our own part in reading a page fails where it is not well-formed, or says odd things of
    itself; trafilatura and lxml may fail, as they have a process of their own."""
    page = "".join(pieces)
    found = plain(page)
    assert all(text.strip() for text, _ in found.blocks)
    no_article(found)
    said = told(document_fromstring(f"<html>{CONTROLS.sub('', page)}"), page)
    assert said.published is None
    assert domain(said.saved_from) is None


def test_what_a_page_says_may_be_hostile(tmp_path: Path) -> None:
    """What a page says of itself moves the cursor, colours the terminal or breaks a record."""
    odd = "\x1b[31m[red]\u202e&#x9b;31m&#x7;&#10;\tx"
    page = (
        FERRY.read_text(encoding="utf-8").replace("og:title", "x").replace("</h1>", f"{odd}</h1>")
    )
    page = page.replace('content="Lindhaven Courier"', f'content="Lindhaven {odd}"')
    page = page.replace('content="Nell Abara"', f'content="{odd}"').replace('"Nell Abara"', '""')
    page = page.replace("struck a sandbank", f"struck {odd} a sandbank")
    path = tmp_path / "a.html"
    path.write_text(page, encoding="utf-8")
    for form in ("text", "tsv", "jsonl", "json"):
        result = newsdiff("compare", "-f", form, str(path), COURIER)
        assert (result.status, result.err) == (0, "")
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", result.out)


def test_headlines_and_hosts() -> None:
    """A title keeps its site's name, or loses a part of its own; a host is told with its port."""
    assert headline("Old bridge stays - the marlow echo", "The Marlow Echo") == "Old bridge stays"
    assert headline("The Marlow Echo", "The Marlow Echo") == "The Marlow Echo"
    assert headline("Who reads the Marlow Echo", "The Marlow Echo") == "Who reads the Marlow Echo"
    assert domain("http://m.echo.example/a?b") == "echo.example"
    assert domain("http://www.example/") == "www.example"
    assert domain("http://[::1") is None
