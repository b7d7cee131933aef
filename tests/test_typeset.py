"""Lines with places to paragraphs: what no printed page here shows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsdiff.reading.typeset.columns import columns
from newsdiff.reading.typeset.furniture import Page, without_furniture
from newsdiff.reading.typeset.line import SOFT_HYPHEN, Line
from newsdiff.reading.typeset.paragraphs import blocks

WIDTH = 200.0


def column(texts: list[str], left: float = 0.0, top: float = 700.0) -> list[Line]:
    """Return lines of 10 points below each other, each as wide as its text needs, 5 a letter."""
    return [
        Line(text, left, left + 5 * len(text), top - 12 * number, 10)
        for number, text in enumerate(texts)
    ]


def texts(lines: list[Line]) -> list[str]:
    """Return the blocks that one column of lines makes."""
    return [block.text for block in blocks([lines])]


def test_two_columns_under_a_headline() -> None:
    """Columns are read across, or the headline over both is read between them."""
    left = column([f"left line number {n} is long" for n in range(9)], 0)
    right = column([f"right line number {n} is long" for n in range(9)], 160)
    head = Line("A headline that stands over both of the columns", 0, 300, 730, 20)
    foot = Line("A note at the foot that stands under both columns", 0, 300, 580, 10)
    mixed = [line for pair in zip(left, right, strict=True) for line in pair]
    assert columns([*mixed, foot, head]) == [[head], left, right, [foot]]


def test_three_columns() -> None:
    """The third column is lost in the second."""
    three = [column([f"{n} words that fill a line" for n in range(5)], 160 * c) for c in range(3)]
    assert columns([line for lines in three for line in lines]) == three


def test_a_table_is_read_by_rows() -> None:
    """Cells of a table are read as columns of text."""
    names = column(["Marlow", "Orme", "Selwick", "Lund"], 0)
    figures = column(["2,310", "340", "12", "7"], 150)
    (rows,) = columns([*names, *figures])
    assert [line.text for line in rows] == ["Marlow 2,310", "Orme 340", "Selwick 12", "Lund 7"]
    assert texts(rows) == ["Marlow 2,310", "Orme 340", "Selwick 12", "Lund 7"]


def test_hyphens() -> None:
    """A word parted at a line's end is not joined, or a compound loses its hyphen."""
    lines = [
        "the council's spokes" + SOFT_HYPHEN,
        "woman is a well-",
        "known one of Marlow-",
        "Orme, a well-known",
    ]
    assert texts(column(lines)) == [
        "the council's spokeswoman is a well-known one of Marlow- Orme, a well-known"
    ]  # fmt: skip


def test_paragraphs() -> None:
    """A paragraph is cut at a full line, or not where a line is set in or ends early."""
    full = "This line is as long as the column is wide."
    assert texts(column([full, full, "It ends.", full])) == [f"{full} {full} It ends.", full]
    set_in = [Line(line.text, 12, line.right, line.y, 10) if n == 1 else line
              for n, line in enumerate(column([full, full, full]))]  # fmt: skip
    assert texts(set_in) == [full, f"{full} {full}"]


def test_pages() -> None:
    """A page number stays in a sentence that runs on over the page, or lines of text go with it."""
    pages = [
        Page([Line("The Echo", 0, 40, 795, 8), *column(["so it goes on and"] * 20, top=690),
              Line(f"{n}", 90, 95, 10, 8)], 800)
        for n in (17, 18, 19)
    ]  # fmt: skip
    kept, dropped = without_furniture(pages)
    assert dropped == ("3 × page number", "3 × running head")
    assert [len(lines) for lines in kept] == [20, 20, 20]


lines_anywhere = st.lists(
    st.builds(
        lambda text, left, width, y, size: Line(text, left, left + width, y, size),
        st.text("ab. -\xad1", min_size=1).filter(str.strip),
        st.floats(-1000, 1000), st.floats(0, 500), st.floats(-1000, 1000), st.floats(0, 100),
    ),
    max_size=40,
)  # fmt: skip


@given(lines_anywhere)
def test_no_word_is_lost(lines: list[Line]) -> None:
    """A line that stands oddly on its page is lost or read twice."""
    read = [line.text for part in columns(lines) for line in part]
    assert sorted(" ".join(read).split()) == sorted(" ".join(x.text for x in lines).split())
    list(blocks(columns(lines)))
    without_furniture([Page(lines, 500)])
