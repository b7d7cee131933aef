"""Articles for the tests of summaries, laid out by hand so that they hang on no reader."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsdiff.article import Article, Role, Sentence

Line = str | tuple[Role, str] | list[str]
"""A sentence, or its role and a sentence."""


def article(
    paragraphs: Iterable[Sequence[Line]], *, title: str | None = None, language: str = "en"
) -> Article:
    """Return an article of these paragraphs; sentences are joined by a space, paragraphs by an
    empty line."""
    text = ""
    sentences: list[Sentence] = []
    for number, paragraph in enumerate(paragraphs):
        text += "\n\n" if text else ""
        for place, line in enumerate(paragraph):
            role, sentence = ("text", line) if isinstance(line, str) else line
            text += " " if place else ""
            start = len(text)
            text += sentence
            sentences.append(Sentence(len(sentences), start, len(text), number, role))  # type: ignore[arg-type]  # roles of the cases are roles
    return Article("test", text, tuple(sentences), title=title, language=language)


LINER = article(
    [
        [("heading", "Liner stuck at Port Amble")],
        [("furniture", "By Ines Varga")],
        [
            "A cruise liner with 2,100 passengers has run aground at the mouth of Port Amble "
            "harbour, the coastguard of Velmark said on Tuesday."
        ],
        [
            "Nobody was hurt when the liner Aurelia struck the sandbank shortly before dawn, "
            "the coastguard said.",
            "Tugs are to pull the liner off the sandbank at high tide on Wednesday.",
        ],
        ['"We felt a bump and the coffee went over," said Tomas Reil, one of the passengers.'],
        [
            "He had booked the cruise for his wife's birthday.",
            "It was raining.",
        ],
        [
            "The harbour of Port Amble, which 400 ships call at in a year, stays closed to large "
            "ships until the liner is afloat.",
            "Ferries to the island of Sund run from Kell instead, the harbour office said.",
        ],
        [("furniture", "1 / 12")],
        [("caption", "The Aurelia on the sandbank at Port Amble on Tuesday.")],
        [
            "Velmark's transport minister, Oda Brekke, said that the pilot's orders would be "
            "looked into and that a first report was due in March.",
            "The sandbank has grown since dredging of the harbour mouth was stopped two years ago.",
        ],
        [("furniture", "Read more: Ferries of the north")],
    ]
)
"""An invented report with a headline, furniture, a quotation and a caption."""


def _on_the_edge() -> Article:
    words = [f"k{a}l{b}n" for a in "aeiou" for b in "aeiouyw"]
    shared, first, second = words[0], words[1:18], words[18:]

    def sentence(others: list[str]) -> str:
        # Nine words thrice and nine words once: frequencies 1 and 1/3, whose squares sum to ten.
        return " ".join([shared] * 3 + others[:8] * 3 + others[8:]) + "."

    # Every word stands in two of fifteen sentences: log 5 is where the last bit is in doubt.
    lines = [sentence(first), sentence(second), " ".join(first) + ".", " ".join(second) + "."]
    return article([lines, [f"{number}." for number in range(11)]], language="xx")


ON_THE_EDGE = _on_the_edge()
"""Its first two sentences have a cosine of 0.1, LexRank's threshold, give or take the last bit:
whether they hang together is up to the order in which squares are summed."""
