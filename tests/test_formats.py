"""Documents of every format, made by the programs that make them: what is read of each."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from processes import newsdiff, surroundings

from newsdiff.article import Article
from newsdiff.cli.status import Status
from newsdiff.errors import InputError
from newsdiff.reading import ReadSettings, articles, read

CASES = Path(__file__).parent / "cases" / "documents"
FERRY = (
    "The ferry between Marlow and the island of Orme will not sail from 1 December to 15 March, "
    "the harbour board decided on Tuesday"
)
BOARD = "“We cannot pay a crew for empty decks,” said Bo Roe"
TITLE = "Ferry to Orme stops for the winter"

NEEDS = {".pdf": "pypdfium2", ".xml": "feedparser", ".atom": "feedparser", ".gz": "fastwarc"}


def all_of(name: str) -> list[Article]:
    """Return the articles of a document in the folder of cases."""
    if needed := NEEDS.get(Path(name).suffix):
        pytest.importorskip(needed, reason="an extra is not installed")
    if name == "pages.warc.gz":
        pytest.importorskip("trafilatura", reason="an extra is not installed")
    return list(articles(str(CASES / name)))


def sentences(article: Article, role: str = "text") -> list[str]:
    """Return the sentences of a role."""
    return [article.sentence_text(s.index) for s in article.sentences if s.role == role]


@pytest.mark.parametrize(
    ("name", "form", "headings"),
    [
        ("ferry.docx", "office", [TITLE, "Who is left behind"]),
        ("ferry.odt", "office", [TITLE, "Who is left behind"]),
        ("ferry.epub", "epub", [TITLE, "Who is left behind"]),
        ("ferry.pdf", "pdf", [TITLE, "Who is left behind"]),
        ("plainpage.pdf", "pdf", [TITLE, "Who is left behind"]),
        ("columns.pdf", "pdf", [TITLE, "Who is left behind"]),
        ("rows.pdf", "pdf", [TITLE]),
        ("ferry.rst", "rst", [TITLE, "Who is left behind"]),
        ("newsletter.eml", "mail", [TITLE]),
    ],
)
def test_one_article(name: str, form: str, headings: list[str]) -> None:
    """A document's paragraphs are broken, out of order, or mixed with what is no text of it."""
    (article,) = all_of(name)
    assert article.reading is not None
    assert article.reading.format == form
    assert sentences(article, "heading") == headings
    told = sentences(article)
    assert told[0].startswith(FERRY)
    assert article.title is not None
    assert article.title.startswith(TITLE)
    assert any(sentence.startswith("We cannot" if form == "rst" else BOARD) for sentence in told)
    # Each paragraph is whole: no sentence begins inside another.
    assert all(sentence[0].isupper() or not sentence[0].isalpha() for sentence in told)
    assert "\xad" not in article.text


def test_columns_are_read_one_after_the_other() -> None:
    """Two columns are read across the page, or a paragraph is lost between columns or pages."""
    (drawn_by_column,) = all_of("columns.pdf")
    (drawn_by_row,) = all_of("rows.pdf")
    (one_column,) = all_of("plainpage.pdf")
    assert sentences(drawn_by_column) == sentences(one_column)
    assert sentences(drawn_by_row)[:11] == sentences(one_column)[:11]
    assert drawn_by_column.text.count("\n\n") == one_column.text.count("\n\n")


def test_words_parted_at_the_end_of_a_line() -> None:
    """A word that a hyphen parts stays parted, or a compound loses its hyphen."""
    (article,) = all_of("columns.pdf")
    for word in ("headteacher", "newspaper", "equipped", "well-known"):
        assert word in article.text


def test_what_stands_around_pages_is_dropped() -> None:
    """Running heads and page numbers cut sentences in two."""
    (columns,) = all_of("columns.pdf")
    (page,) = all_of("plainpage.pdf")
    assert columns.reading is not None
    assert columns.reading.dropped == ("2 × page number", "2 × running head")
    assert "The Marlow Echo" not in columns.text
    assert page.reading is not None
    assert page.reading.dropped == ("2 × printed address or date",)
    assert "file://" not in page.text


@pytest.mark.parametrize(
    ("name", "outlet", "author", "published", "url"),
    [
        ("trafilatura.jsonl", "The Marlow Echo", "Ann Doe", "2025-11-18", "/ferry"),
        (
            "newspaper4k.json", "The Marlow Echo", "Ann Doe, Bo Roe",
            "2025-11-18T09:30:00+01:00", "/ferry",
        ),
        ("news-please.json", "marlowecho.example", "Ann Doe", "2025-11-18T09:30:00", "/ferry"),
        ("feed.xml", "The Marlow Echo", "Ann Doe", "2025-11-18T09:30:00+01:00", "/ferry"),
    ],
)  # fmt: skip
def test_what_a_collection_says(
    name: str, outlet: str, author: str, published: str, url: str
) -> None:
    """A collection's own words for outlet, author, date and address are not understood."""
    article = all_of(name)[0]
    assert sentences(article)[0].startswith(FERRY)
    assert (article.title, article.outlet, article.author) == (TITLE, outlet, author)
    assert article.published == published
    assert article.url == "https://marlowecho.example" + url
    assert article.language == "en"


def test_a_feed() -> None:
    """A feed's HTML is taken for text, or an entry with a title alone is lost."""
    full, summary, title = all_of("feed.xml")
    assert sentences(full) == [
        f"{FERRY}.",
        "The Orme ferry in October.",
        "The crossing has lost 1.2 million crowns since the spring.",
        f"{BOARD}, who leads the board.",
    ]
    assert sentences(full, "heading") == ["Who is left behind"]
    assert summary.title == "Harbour board & council at odds"
    assert summary.text.startswith("The council of Marlow wants the ferry")
    assert title.text == title.title
    assert title.notes == ("the feed gives the title alone",)
    (entry,) = all_of("feed.atom")
    assert (entry.outlet, entry.author) == ("Orme Post", "Ida Moss")
    assert len(entry.sentences) == 2


@pytest.mark.parametrize(
    ("selection", "title"),
    [
        ("1", TITLE),
        ("3", "School of Orme keeps its 14 pupils"),
        ("echo-1042", "Harbour board & council at odds"),
    ],
)
def test_one_of_several(selection: str, title: str) -> None:
    """FILE#3 and FILE#id name another article than the one they say."""
    pytest.importorskip("feedparser", reason="an extra is not installed")
    source = f"{CASES / 'feed.xml'}#{selection}"
    article = read(source)
    assert (article.source, article.title) == (source, title)


def test_none_of_several() -> None:
    """A number or an id that no article has ends in a traceback or in another article."""
    pytest.importorskip("feedparser", reason="an extra is not installed")
    for selection in ("0", "4", "echo-9", "9" * 5000):
        with pytest.raises(InputError, match=r"has no such article; .* holds 3 articles"):
            read(f"{CASES / 'feed.xml'}#{selection}")
    with pytest.raises(InputError, match="holds several articles; name one"):
        read(str(CASES / "feed.xml"))


def test_a_name_with_a_number_sign(tmp_path: Path) -> None:
    """A file whose own name holds a # cannot be read."""
    path = tmp_path / "notes #2.txt"
    path.write_text("The bridge stays, the council said.\n", encoding="utf-8")
    assert read(str(path)).text.startswith("The bridge")
    assert read(f"{path}#1").text.startswith("The bridge")
    with pytest.raises(InputError, match="no such file"):
        read(str(tmp_path / "notes #3.txt"))


def test_transcripts() -> None:
    """Times, tags and sounds are taken for speech, or sentences are cut where cues end."""
    (srt,) = all_of("ferry.srt")
    assert srt.text.split("\n\n") == [
        "Good evening. The ferry between Marlow and the island of Orme will not sail from "
        "1 December to 15 March.",
        "We cannot pay a crew for empty decks.",
        "Some 340 people live on Orme all year.",
    ]
    (vtt,) = all_of("ferry.vtt")
    assert vtt.text.split("\n\n") == [
        "Ann Doe: The ferry between Marlow and the island of Orme will not sail from 1 December.",
        "Bo Roe: We cannot pay a crew for empty decks. Nobody can.",
    ]


def test_mail() -> None:
    """Headers, hidden lines, signatures and the wrong part of a message are taken for its text."""
    (letter,) = all_of("newsletter.eml")
    assert letter.title == "Ferry to Orme stops for the winter – read on"
    assert (letter.outlet, letter.published) == ("The Marlow Echo ⚓", "2025-11-18T09:30:00+01:00")
    assert "No boats until March" not in letter.text
    assert "browser" not in letter.text
    assert letter.text.endswith("Some 340 people live on Orme all year.")
    first, second = all_of("letters.mbox")
    assert (first.author, first.id) == ("Ann Doe", "a1@example.org")
    assert first.text.rstrip().endswith("From Friday on, no tickets are sold.")
    assert second.text.startswith("The council of Marlow can overrule")


def test_restructured_text() -> None:
    """Directives, comments and marks are taken for text."""
    (article,) = all_of("ferry.rst")
    assert (article.author, article.published) == ("Ann Doe", "2025-11-18")
    assert sentences(article)[1:] == [
        "The crossing has lost 1.2 million crowns.",
        "The post will come by helicopter on Mondays.",
        "A doctor will stay on the island from Friday to Sunday.",
        "The council meets on Thursday.",
        "Bo Roe said:",
        "We cannot pay a crew for empty decks.",
    ]


def test_a_web_archive() -> None:
    """Style sheets and error pages of an archive are taken for articles, or its pages are lost."""
    page, text = all_of("pages.warc.gz")
    assert page.url == page.id == "https://marlowecho.example/ferry"
    assert sentences(page)[0].startswith(FERRY)
    assert text.text.startswith("Nobody on Orme")


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_what_read_writes_is_read(form: str, tmp_path: Path) -> None:
    """What `newsdiff read` writes cannot be read again, or its sentences are others then."""
    sources = [str(CASES / "ferry.docx"), str(CASES / "ferry.srt")]
    path = tmp_path / f"read.{form}"
    arguments = () if form == "json" else ("--show", "sentences")
    assert newsdiff("read", *sources, *arguments, "-f", form, "-o", str(path)).status == Status.DONE
    for source, article in zip(sources, articles(str(path)), strict=True):
        before = read(source)
        assert [article.sentence_text(s.index) for s in article.sentences] == [
            before.sentence_text(s.index) for s in before.sentences
        ]


@pytest.mark.parametrize(
    ("data", "numbers"),
    [
        (b'{"text": "One bridge stays."}\nnot json\n\n{"text": "Two bridges stay."}\n', [1, 3]),
        (b'[{"text": "One bridge stays."}, 7, {"title": "No text"}]', [1]),
        (b'{"items": [{"content_html": "<p>One bridge</p><p>stays.</p>"}]}', [None]),
        (b'\xef\xbb\xbf{"text": "One \\ud800 bridge", "author": ["A", {"name": "B"}]}', [None]),
    ],
)  # fmt: skip
def test_records_with_faults(data: bytes, numbers: list[int | None], tmp_path: Path) -> None:
    """One bad record keeps the others from being read, or changes their numbers."""
    path = tmp_path / "records.jsonl"
    path.write_bytes(data)
    wrong: list[InputError] = []
    found = list(articles(str(path), skip=wrong.append))
    names = [f"{path}#{number}" if number else str(path) for number in numbers]
    assert [article.source for article in found] == names
    assert all(article.text.strip() for article in found)


def zipped(**files: bytes) -> bytes:
    """Return a zip archive of these files; __ in a name stands for a /."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return out.getvalue()


@pytest.mark.parametrize("name", ["word__document_xml", "content_xml", "META-INF__container_xml"])
def test_a_bomb(name: str, tmp_path: Path) -> None:
    """A small document that unpacks to gigabytes fills the memory."""
    path = tmp_path / "bomb"
    path.write_bytes(zipped(**{name: b" " * 30_000_000}))
    assert path.stat().st_size < 100_000
    with pytest.raises(InputError, match=r"unpacks to more than 20,000,000 bytes"):
        read(str(path))


def test_a_list_that_is_a_bomb(tmp_path: Path) -> None:
    """An archive of a hundred thousand empty files costs more than any document."""
    path = tmp_path / "bomb.docx"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(20_000):
            archive.writestr(f"word/document.xml{number}", b"")
    with pytest.raises(InputError, match="holds more files than a document does"):
        read(str(path))


ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "'
    + b"lol" * 100
    + b'"><!ENTITY b "'
    + b"&a;" * 100
    + b'"><!ENTITY c "'
    + b"&b;" * 100
    + b'"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
)
W = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    """A document's entities fill the memory or bring in other files."""
    body = W + b"<w:p><w:r><w:t>The bridge &c; &x; stays.</w:t></w:r></w:p></w:body></w:document>"
    path = tmp_path / "a.docx"
    path.write_bytes(zipped(word__document_xml=ENTITIES + body))
    text = read(str(path)).text
    assert "lol" not in text
    assert "root" not in text


def test_references_to_no_character(tmp_path: Path) -> None:
    """A reference to half a character ends in a traceback."""
    path = tmp_path / "a.docx"
    body = W + b"<w:p><w:r><w:t>The bridge &#55296;&#xDFFF; stays.</w:t></w:r></w:p>"
    path.write_bytes(zipped(word__document_xml=body + b"</w:body></w:document>"))
    assert read(str(path)).text.endswith("stays.")


def test_tracked_changes_and_boxes(tmp_path: Path) -> None:
    """What an editor deleted is read, what was inserted is not, or a text box is read twice."""
    body = W + (
        b"<w:p><w:r><w:t>The bridge </w:t></w:r>"
        b"<w:del><w:r><w:delText>falls</w:delText></w:r></w:del>"
        b"<w:ins><w:r><w:t>stays</w:t></w:r></w:ins><w:r><w:tab/><w:t>open.</w:t></w:r></w:p>"
        b"<w:p><w:moveFrom><w:r><w:t>Gone.</w:t></w:r></w:moveFrom></w:p>"
        b"<w:sdt><w:sdtContent><w:p><w:r><w:t>It is old.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        b"</w:body></w:document>"
    )
    path = tmp_path / "a.docx"
    path.write_bytes(zipped(word__document_xml=body))
    assert read(str(path)).text == "The bridge stays open.\n\nIt is old."


@pytest.mark.parametrize("size", [0, 10, 100, 1000, 3000])
@pytest.mark.parametrize("name", sorted(path.name for path in CASES.iterdir()))
def test_documents_that_were_cut(name: str, size: int, tmp_path: Path) -> None:
    """A document that was not fetched to its end ends in a traceback."""
    path = tmp_path / name
    data = (CASES / name).read_bytes()
    path.write_bytes(data[: min(size, len(data) - 1)])
    wrong: list[InputError] = []
    try:
        found = list(articles(str(path), skip=wrong.append))
    except InputError as error:
        found = []
        wrong.append(error)
    assert found or wrong
    assert all("\n" not in str(error) for error in wrong)


@pytest.mark.parametrize(
    ("module", "extra", "name"),
    [
        ("pypdfium2", "pdf", "ferry.pdf"),
        ("feedparser", "feeds", "feed.xml"),
        ("fastwarc", "warc", "pages.warc.gz"),
    ],
)
def test_a_missing_extra(module: str, extra: str, name: str) -> None:
    """Without an extra a document ends in a traceback, or nothing says what would read it."""
    script = (
        f"import sys; sys.modules[{module!r}] = None\nfrom newsdiff.__main__ import main\nmain()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "read", str(CASES / name)],
        capture_output=True,
        text=True,
        check=False,
        env=surroundings(),
    )
    assert done.returncode == Status.TROUBLE
    assert done.stderr.count("\n") == 1
    assert f"pip install 'newsdiff[{extra}]'" in done.stderr


def test_a_list_of_articles() -> None:
    """`newsdiff read FEED` prints pages where a list is wanted, or FEED#1 a list of one."""
    pytest.importorskip("feedparser", reason="an extra is not installed")
    feed = str(CASES / "feed.xml")
    lines = [line.split("\t") for line in newsdiff("read", feed).out.splitlines()]
    assert [line[0] for line in lines] == [f"{feed}#{number}" for number in (1, 2, 3)]
    assert lines[1][3] == "Harbour board & council at odds"
    assert "Harbour board & council at odds" in newsdiff("read", "-f", "text", feed).out
    assert newsdiff("read", f"{feed}#1").out.splitlines()[0].split("\t")[2] == "text"
    shared = newsdiff("compare", f"{feed}#1", f"{feed}#2")
    assert shared.status == Status.DONE
    assert f"{feed}#1" in shared.out


def test_how_an_input_was_taken() -> None:
    """`read --explain` does not say which reader took an input, why, or what it left out."""
    lines = newsdiff("read", "--explain", str(CASES / "ferry.srt")).out.splitlines()
    assert lines[0].split("\t")[-4:] == [
        "transcript", "it begins with a numbered cue", "times; 1 × sound", "",
    ]  # fmt: skip
    told = newsdiff("read", "--explain", "-f", "text", str(CASES / "ferry.srt")).out
    assert "read as transcript: it begins with a numbered cue" in told
    assert "left out: times, 1 × sound" in told


def test_compare_takes_the_articles_of_one_file(tmp_path: Path) -> None:
    """A file of two articles is not compared, or one of thirty is without a word."""
    two = newsdiff("compare", str(CASES / "trafilatura.jsonl"))
    assert two.status == Status.DONE
    path = tmp_path / "thirty.jsonl"
    path.write_text('{"text": "The bridge stays, said Ann Doe."}\n' * 30, encoding="utf-8")
    thirty = newsdiff("compare", str(path))
    assert thirty.status == Status.TROUBLE
    assert "holds more than 20 articles; name some" in thirty.err


def test_the_limit_of_an_option(tmp_path: Path) -> None:
    """A limit that is told cannot be raised."""
    path = tmp_path / "large.docx"
    body = (
        W + b"<w:p><w:r><w:t>The bridge stays. </w:t></w:r></w:p>" * 100 + b"</w:body></w:document>"
    )
    path.write_bytes(zipped(word__document_xml=body))
    with pytest.raises(InputError, match="--max-bytes"):
        list(articles(str(path), ReadSettings(max_bytes=2000)))
    assert list(articles(str(path), ReadSettings(max_bytes=100_000)))
