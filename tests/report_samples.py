"""Comparisons made by hand, for the tests of the reports: no other room has to work for them.

Outlets, people and places are invented. Rows are found by the words that they quote, so that the
texts below can be edited without counting.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from pathlib import Path

from newsdiff.alignment.passage import (
    Confidence,
    Edit,
    Evidence,
    Fact,
    Kind,
    Passage,
    PassageSpan,
)
from newsdiff.article import Article, Role, Sentence
from newsdiff.comparison import Comparison, Settings
from newsdiff.emphasis.rows import (
    Coverage,
    Event,
    EvidenceTier,
    FigureRow,
    FigureValue,
    NameRow,
    NameSource,
    Only,
    TermRow,
)
from newsdiff.language.analysis import Analysis
from newsdiff.language.figures import Figure
from newsdiff.language.names import Mention, Name, NameType
from newsdiff.report import Readings, Summaries
from newsdiff.summary import Pick, Summary

CASES = Path(__file__).parent / "cases" / "report"


def case(name: str) -> str:
    """Return a text with one sentence a line, a free line between paragraphs."""
    return (CASES / name).read_text(encoding="utf-8")


def article(
    text: str,
    source: str,
    *,
    title: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    guessed: tuple[str, ...] = (),
    language: str = "en",
    encoding: str | None = "utf-8",
    notes: tuple[str, ...] = (),
) -> Article:
    """Make an article of a text with one sentence a line: "# " is a heading, "~ " furniture."""
    sentences: list[Sentence] = []
    body, paragraph = "", 0
    for line in text.split("\n"):
        role: Role = "heading" if line[:2] == "# " else "furniture" if line[:2] == "~ " else "text"
        words = line if role == "text" else line[2:]
        if words:
            place = len(body), len(body) + len(words)
            sentences.append(Sentence(len(sentences), *place, paragraph, role))
            body += words + " "
        elif sentences:
            body += "\n\n"
            paragraph += 1
    return Article(
        source=source, text=body.rstrip(), sentences=tuple(sentences), title=title, outlet=outlet,
        published=published, guessed=guessed, language=language, encoding=encoding, notes=notes,
    )  # fmt: skip


def herald() -> Article:
    """Return the first article: title, outlet and day are known."""
    return article(
        case("herald.txt"), "herald.txt",
        title="Ministers hail record trade as Port Calder summit opens",
        outlet="Harbour Herald", published="2031-05-14",
    )  # fmt: skip


def post() -> Article:
    """Return the second article: its outlet is a guess."""
    return article(
        case("post.txt"), "post.txt",
        title="Kestrel chancellor courts Veldoria as Norrland’s tariffs bite",
        outlet="The Meridian Post", published="2031-05-15T06:40:00Z",
        guessed=("outlet", "language"),
    )  # fmt: skip


def wire() -> Article:
    """Return the third article: no title, no outlet, a guessed encoding."""
    return article(
        case("wire.txt"),
        "stories/calder-wire.txt",
        guessed=("encoding", "language"),
        encoding="windows-1252",
    )


class Builder:
    """Finds what rows need in the texts of a comparison's articles."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.comparison = Comparison(articles, Settings())
        self.articles = self.comparison.articles

    def span(self, number: int, words: str, nth: int = 0) -> PassageSpan:
        """Return where an article says these words (the `nth` time, from 0)."""
        text = self.articles[number].text
        start = [m.start() for m in re.finditer(re.escape(words), text)][nth]
        sentence = next(s for s in self.articles[number].sentences if s.start <= start < s.end)
        return PassageSpan(number, sentence.index, start, start + len(words))

    def passage(
        self, kind: Kind, score: float, confidence: Confidence, *spans: PassageSpan,
        figures: tuple[str, ...] = (), names: tuple[str, ...] = (),
    ) -> Passage:  # fmt: skip
        """Make a passage; its marks, diff and stems are worked out from the words."""
        first, second = spans
        texts = [self.articles[span.article].text for span in spans]
        tokens = [
            [t for t in a.lexicon.tokens(text, span.start, span.end) if not t.stop]
            for a, text, span in zip(
                (self.comparison.analyses[s.article] for s in spans), texts, spans, strict=True
            )
        ]
        shared = {t.stem for t in tokens[0]} & {t.stem for t in tokens[1]}
        stems = dict.fromkeys(t.stem for t in tokens[0] if t.stem in shared)
        marks = tuple(tuple((t.start, t.end) for t in side if t.stem in shared) for side in tokens)
        edits, run = edits_of(texts, (first, second))
        evidence = Evidence(
            stems=tuple((stem, 3.0 - 0.25 * n) for n, stem in enumerate(stems)),
            run=run, figures=figures, names=names,
            scores={"bias": -1.5, "stems": 2.25, "figures": 0.75 * len(figures)},
            marks=(marks[0], marks[1]),
        )  # fmt: skip
        return Passage(kind, score, confidence, (first, second), evidence, edits)

    def only(self, number: int, words: str, prominence: float) -> Only:
        """Make the row of the sentence that holds these words."""
        span = self.span(number, words)
        sentence = self.articles[number].sentences[span.sentence]
        return Only(number, sentence.index, sentence.start, sentence.end, prominence)

    def figure(
        self, number: int, words: str, value: float, unit: str, *, hedge: str | None = None,
        nth: int = 0,
    ) -> FigureValue:  # fmt: skip
        """Make an article's telling of a figure from the words for it."""
        span = self.span(number, words, nth)
        key = words if unit in ("year", "weekday", "month") else f"{value:g} {unit}"
        made = Figure(span.start, span.end, span.sentence, value, unit, key, hedge=hedge)
        return FigureValue(number, made)

    def name(
        self, name: str, kind: NameType, pattern: str, g2: float, evidence: EvidenceTier
    ) -> NameRow:
        """Make the row of a name from a pattern that finds it."""
        sources = []
        for number, one in enumerate(self.articles):
            spans = tuple(m.span() for m in re.finditer(pattern, one.text))
            if spans:
                words = self.comparison.analyses[number].words
                sources.append(
                    NameSource(
                        number, len(spans), 100 * len(spans) / words,
                        spans[0][0] / len(one.text), spans,
                    )
                )  # fmt: skip
        return NameRow(name, kind, tuple(sources), g2, evidence, len(sources))

    def summary(self, number: int, *picked: int) -> Summary:
        """Make a summary of the sentences with these indices."""
        considered = []
        for sentence in self.articles[number].sentences:
            if not sentence.furniture:
                central = 0.9 - 0.13 * (sentence.index * 5 % 7)
                terms = {"central": central, "place": 1 / (1 + sentence.index), "length": -0.08}
                considered.append(Pick(sentence.index, sum(terms.values()), terms))
        return Summary("news", tuple(p for p in considered if p.index in picked), tuple(considered))

    def done(self, **parts: object) -> Comparison:
        """Set the comparison's parts, as if they had been worked out."""
        self.comparison.__dict__.update(parts)
        return self.comparison


def edits_of(
    texts: list[str], spans: tuple[PassageSpan, PassageSpan]
) -> tuple[tuple[Edit, ...], int]:
    """Return the word difference of two spans, and their longest shared run in words."""
    words = [
        [m.span() for m in re.finditer(r"\s+|\d+(?:[.,]\d+)*%?|\w+|[^\w\s]", text[s.start : s.end])]
        for text, s in zip(texts, spans, strict=True)
    ]
    said = [
        [text[s.start + a : s.start + b] for a, b in side]
        for text, s, side in zip(texts, spans, words, strict=True)
    ]
    edits, run = [], 0

    def at(side: int, index: int) -> int:
        places = words[side]
        end = spans[side].end - spans[side].start
        return spans[side].start + (places[index][0] if index < len(places) else end)

    for tag, i, j, k, m in SequenceMatcher(None, said[0], said[1], autojunk=False).get_opcodes():
        a, b = (at(0, i), at(0, j)), (at(1, k), at(1, m))
        if tag == "equal":
            edits.append(Edit("=", *a, *b))
            run = max(run, sum(word.isalnum() for word in said[0][i:j]))
        else:
            edits += [Edit("-", *a, b[0], b[0])] if i < j else []
            edits += [Edit("+", a[1], a[1], *b)] if k < m else []
    return tuple(edits), run


def two() -> Comparison:
    """Two articles about one summit: every panel and every kind of passage."""
    make = Builder([herald(), post()])
    at = make.span
    passages = (
        make.passage(
            "quote", 0.98, "high",
            at(0, "We have built a bridge that no storm will carry away"),
            at(1, "We have built a bridge that no storm will carry away"),
        ),
        make.passage(
            "verbatim", 0.97, "high",
            at(
                0,
                "The two leaders signed an agreement to build a second rail bridge over "
                "the Sund by 2034, at a cost of 3.1 billion crowns",
            ),
            at(
                1,
                "the two leaders signed an agreement to build a second rail bridge over "
                "the Sund by 2035, at a cost of 3.1 billion crowns",
            ),
            figures=("3.1 billion crowns",), names=("Sund",),
        ),
        make.passage(
            "near", 0.93, "high",
            at(
                0,
                "Exports of Veldorian steel grew by 1.6% in the first seven months of the "
                "year, according to the customs office",
            ),
            at(
                1,
                "Exports of Veldorian steel grew by 1.9% in the first seven months of the "
                "year, customs figures show",
            ),
            names=("Veldorian",),
        ),
        make.passage(
            "figure", 0.86, "high",
            at(0, "Trade between the two countries rose to 48.2 billion crowns last year"),
            at(1, "Trade between the neighbours reached 48 billion crowns last year"),
            figures=("48.2 billion crowns", "last year"),
        ),
        make.passage(
            "paraphrase", 0.71, "medium",
            at(
                0,
                "The Kestrel Union has become the largest buyer of Veldorian steel since "
                "the tariff war with Norrland began in 2027",
            ),
            at(
                1,
                "Kestrel firms now buy more Veldorian steel than anyone else, a shift "
                "that began with Norrland’s tariffs in 2027",
            ),
            figures=("2027",), names=("Kestrel", "Norrland"),
        ),
        make.passage(
            "near", 0.66, "medium",
            at(0, "A spokesman for Ekwueme declined to comment"),
            at(1, "A spokesman for the chancellor declined to comment"),
        ),
        make.passage(
            "paraphrase", 0.58, "medium",
            at(
                0,
                "some 400 dock workers protested against the planned sale of the "
                "harbour’s northern terminal",
            ),
            at(
                1,
                "600 dock workers marched to the hall to protest against the sale of the "
                "northern terminal",
            ),
        ),
        make.passage(
            "paraphrase", 0.41, "low",
            at(
                0,
                "Chancellor Tomas Ekwueme of the Kestrel Union opened a three-day trade "
                "summit in Port Calder on Tuesday",
            ),
            at(1, "Chancellor Tomas Ekwueme began a three-day visit to Veldoria on Tuesday"),
            figures=("three-day", "Tuesday"), names=("Tomas Ekwueme",),
        ),
    )  # fmt: skip
    facts = tuple(Fact(p.spans, (0, 1), (n,)) for n, p in enumerate(passages))
    figures = (
        FigureRow("differs", "%", (
            make.figure(0, "1.6%", 1.6, "%"), make.figure(1, "1.9%", 1.9, "%"))),
        FigureRow("differs", "worker", (
            make.figure(0, "some 400", 400, "worker", hedge="about"),
            make.figure(1, "About 600", 600, "worker", hedge="about"))),
        FigureRow("differs", "year", (
            make.figure(0, "2034", 2034, "year"), make.figure(1, "2035", 2035, "year"))),
        FigureRow("rounded", "crown", (
            make.figure(0, "48.2 billion crowns", 48.2e9, "crown"),
            make.figure(1, "48 billion crowns", 48e9, "crown"))),
        FigureRow("equal", "crown", (
            make.figure(0, "3.1 billion crowns", 3.1e9, "crown"),
            make.figure(1, "3.1 billion crowns", 3.1e9, "crown"))),
        FigureRow("equal", "year", (
            make.figure(0, "2027", 2027, "year"), make.figure(1, "in 2027", 2027, "year"))),
        FigureRow("equal", "weekday", (
            make.figure(0, "Tuesday", 2, "weekday"), make.figure(1, "Tuesday", 2, "weekday"),
            make.figure(1, "Tuesday", 2, "weekday", nth=1))),
        *(FigureRow("only", "", (make.figure(0, words, value, unit),)) for words, value, unit in (
            ("since 2019", 2019.0, "year"), ("1,200 jobs", 1200.0, "job"),
            ("five years", 5.0, "yr"), ("four points", 4.0, "point"))),
        *(FigureRow("only", "", (make.figure(1, words, value, unit),)) for words, value, unit in (
            ("March", 3.0, "month"), ("half", 0.5, ""), ("eleven of them", 11.0, ""),
            ("four countries", 4.0, "countri"), ("740 million crowns", 7.4e8, "crown"),
            ("next month", 6.0, "month"))),
    )  # fmt: skip
    names = (
        make.name("Norrland", "place", "Norrland", 7.4, "fair"),
        make.name("Corvane", "organization", "Corvane", 4.2, "weak"),
        make.name("Ilse Marrow", "person", "(Ilse )?Marrow", 4.0, "weak"),
        make.name("Petra Halloran", "person", "Petra Halloran", 1.4, "fact"),
        make.name("Signe Aldous", "person", "Signe Aldous", 1.3, "fact"),
        make.name("Rufus Adeyemi", "person", "Rufus Adeyemi", 1.3, "fact"),
        make.name("Calder Institute", "organization", "Calder Institute", 1.3, "fact"),
        make.name("Reform Party", "organization", "Reform Party", 1.4, "fact"),
        make.name("Tomas Ekwueme", "person", "(Tomas )?Ekwueme", 1.2, "fact"),
        make.name("Kestrel Union", "organization", "Kestrel( Union)?", 0.1, "fact"),
        make.name("Veldoria", "place", "Veldoria", 0.1, "fact"),
        make.name("Port Calder", "place", "Port Calder", 0.0, "fact"),
        make.name("Sund", "place", "the Sund", 0.0, "fact"),
    )
    only = (
        make.only(0, "Marrow faces an election", 0.81),
        make.only(0, "Union leader Petra", 0.64),
        make.only(0, "Fishing quotas", 0.6),
        make.only(0, "Ekwueme laid a wreath", 0.31),
        make.only(1, "Corvane, which already", 0.83),
        make.only(1, "Norrland’s trade minister", 0.77),
        make.only(1, "“Nobody has priced", 0.6),
        make.only(1, "Norrland is expected", 0.52),
        make.only(1, "Police detained", 0.33),
        make.only(1, "Analysts doubt", 0.3),
    )
    return make.done(
        labels=("Harbour Herald", "The Meridian Post"),
        summaries=(make.summary(0, 0, 5, 7), make.summary(1, 0, 3, 8)),
        passages=passages,
        facts=facts,
        coverage=(Coverage(0, 1, 96, 0.49), Coverage(1, 0, 90, 0.42)),
        only=only,
        figures=figures,
        names=names,
        terms=(
            TermRow("tariffs", 1, (1, 4), 7.1, "fair"),
            TermRow("bridge", 0, (6, 0), 11.2, "strong"),
        ),
        event=Event("yes", ("same place, same day, 3 names in common",)),
        warnings=(),
    )


def three() -> Comparison:
    """Three articles, facts that two or all of them tell, a doubtful event, a warning."""
    make = Builder([herald(), post(), wire()])
    at = make.span
    bridge = (
        at(0, "signed an agreement to build a second rail bridge over the Sund by 2034"),
        at(1, "signed an agreement to build a second rail bridge over the Sund by 2035"),
        at(2, "agreed on Tuesday to build a second rail bridge over the Sund"),
    )
    trade = (
        at(0, "Trade between the two countries rose to 48.2 billion crowns last year"),
        at(1, "Trade between the neighbours reached 48 billion crowns last year"),
        at(2, "Trade between the two countries rose to 48.2 billion crowns last year"),
    )
    protest = (
        at(0, "dock workers protested"),
        at(2, "Several hundred dock workers protested"),
    )
    cost = (at(1, "at a cost of 3.1 billion crowns"), at(2, "will cost 3.1 billion crowns"))
    passages = (
        make.passage(
            "verbatim", 0.99, "high", trade[0], trade[2], figures=("48.2 billion crowns",)
        ),
        make.passage("near", 0.95, "high", bridge[0], bridge[1]),
        make.passage("verbatim", 0.9, "high", bridge[0], bridge[2]),
        make.passage("figure", 0.84, "high", trade[0], trade[1], figures=("last year",)),
        make.passage("figure", 0.8, "high", cost[0], cost[1], figures=("3.1 billion crowns",)),
        make.passage("near", 0.6, "medium", protest[0], protest[1]),
    )
    return make.done(
        labels=("Harbour Herald", "The Meridian Post", "calder-wire.txt"),
        summaries=(make.summary(0, 0, 5), make.summary(1, 0, 3), make.summary(2, 0, 2)),
        passages=passages,
        facts=(
            Fact(trade, (0, 1, 2), (0, 3)),
            Fact((*bridge, *cost), (0, 1, 2), (1, 2, 4)),
            Fact(protest, (0, 2), (5,)),
        ),
        coverage=(
            Coverage(0, 1, 90, 0.46), Coverage(0, 2, 31, 0.16), Coverage(1, 0, 88, 0.41),
            Coverage(1, 2, 22, 0.1), Coverage(2, 0, 36, 0.56), Coverage(2, 1, 30, 0.47),
        ),
        only=(
            make.only(0, "Marrow faces an election", 0.81),
            make.only(0, "Union leader Petra", 0.64),
            make.only(0, "Fishing quotas", 0.6),
            make.only(1, "Corvane, which already", 0.83),
            make.only(1, "Norrland’s trade minister", 0.77),
            make.only(2, "The summit continues", 0.2),
        ),
        figures=(
            FigureRow("differs", "year", (
                make.figure(0, "2034", 2034, "year"), make.figure(1, "2035", 2035, "year"),
                make.figure(2, "2034", 2034, "year"))),
            FigureRow("equal", "crown", (
                make.figure(0, "3.1 billion crowns", 3.1e9, "crown"),
                make.figure(1, "3.1 billion crowns", 3.1e9, "crown"),
                make.figure(2, "3.1 billion crowns", 3.1e9, "crown"))),
            FigureRow("equal", "year", (
                make.figure(0, "2027", 2027, "year"), make.figure(1, "in 2027", 2027, "year"))),
            FigureRow("only", "crown", (make.figure(2, "44.9 billion crowns", 44.9e9, "crown"),)),
        ),
        names=(
            make.name("Norrland", "place", "Norrland", 7.4, "fair"),
            make.name("Ilse Marrow", "person", "(Ilse )?Marrow", 4.0, "weak"),
            make.name("Petra Halloran", "person", "Petra Halloran", 1.4, "fact"),
            make.name("Kestrel Union", "organization", "Kestrel( Union)?", 0.1, "fact"),
            make.name("Veldoria", "place", "Veldoria", 0.1, "fact"),
        ),
        terms=(),
        event=Event("unsure", ("C names no place of its own", "A and B share a day, C gives none")),
        warnings=("C was read as windows-1252, a guess; names may be misspelt.",),
    )  # fmt: skip


def alike() -> Comparison:
    """Two articles that share nothing, about two events: what an empty report looks like."""
    first = article("The ferry to Osk was late.\n", "ferry.txt")
    second = article("Bakers in Lund struck on Monday.\n", "bakers.txt")
    make = Builder([first, second])
    return make.done(
        labels=("ferry.txt", "bakers.txt"), summaries=(make.summary(0, 0), make.summary(1, 0)),
        passages=(), facts=(), coverage=(Coverage(0, 1, 0, 0.0), Coverage(1, 0, 0, 0.0)),
        only=(), figures=(), names=(), terms=(),
        event=Event("no", ("no name, figure or day in common",)), warnings=(),
    )  # fmt: skip


def chinese() -> Comparison:
    """Two articles whose letters take two cells each, under titles of two scripts."""
    first = article(
        "海港市长周二宣布新桥将于2034年通车。\n工程耗资31亿克朗。\n", "gang.txt",
        title="海港新桥", outlet="海港日报", language="zh",
    )  # fmt: skip
    second = article(
        "The mayor of Haigang said that “海港新桥” opens in 2035.\nIt costs 3.1 billion crowns.\n",
        "bridge.txt", title="Bridge named 海港新桥 opens a year late", outlet="Sund Observer",
    )  # fmt: skip
    make = Builder([first, second])
    at = make.span
    passages = (
        make.passage(
            "figure", 0.8, "high", at(0, "新桥将于2034年通车"), at(1, "“海港新桥” opens in 2035")
        ),
        make.passage(
            "paraphrase", 0.5, "medium",
            at(0, "工程耗资31亿克朗"), at(1, "It costs 3.1 billion crowns"),
        ),
    )  # fmt: skip
    return make.done(
        labels=("海港日报", "Sund Observer"),
        summaries=(make.summary(0, 0), make.summary(1, 0)),
        passages=passages,
        facts=tuple(Fact(p.spans, (0, 1), (n,)) for n, p in enumerate(passages)),
        coverage=(Coverage(0, 1, 20, 0.8), Coverage(1, 0, 9, 0.5)),
        only=(make.only(0, "海港市长", 0.4),),
        figures=(
            FigureRow("differs", "year", (
                make.figure(0, "2034年", 2034, "year"), make.figure(1, "2035", 2035, "year"))),
            FigureRow("equal", "crown", (
                make.figure(0, "31亿克朗", 3.1e9, "crown"),
                make.figure(1, "3.1 billion crowns", 3.1e9, "crown"))),
        ),
        names=(
            make.name("海港新桥", "place", "海港新桥|新桥", 0.0, "fact"),
            make.name("Haigang", "place", "Haigang|海港市", 5.0, "weak"),
        ),
        terms=(), event=Event("yes", ()), warnings=(),
    )  # fmt: skip


def many(count: int) -> Comparison:
    """As many short articles as asked for, all with the same fact."""
    make = Builder(
        [
            article(
                f"Ferry {n} sank off Osk on Monday, with 1{n} people aboard.\nRescuers from Lund"
                " saved all of them, the coast guard said.\n",
                f"wire-{n}.txt", outlet=f"Coast Courier {n}",
            )
            for n in range(count)
        ]
    )  # fmt: skip
    spans = tuple(make.span(n, "saved all of them") for n in range(count))
    passages = tuple(make.passage("near", 0.9, "high", spans[0], spans[n]) for n in range(1, count))
    return make.done(
        labels=tuple(f"Coast Courier {n}" for n in range(count)),
        summaries=tuple(make.summary(n, 0) for n in range(count)),
        passages=passages,
        facts=(Fact(spans, tuple(range(count)), tuple(range(count - 1))),),
        coverage=tuple(
            Coverage(a, b, 9, 0.45) for a in range(count) for b in range(count) if a != b
        ),
        only=tuple(make.only(n, "Ferry", 0.5) for n in range(count)),
        figures=(
            FigureRow(
                "equal", "weekday",
                tuple(make.figure(n, "Monday", 1, "weekday") for n in range(count)),
            ),
            FigureRow(
                "differs", "people",
                tuple(make.figure(n, f"1{n} people", 10 + n, "people") for n in range(count)),
            ),
        ),
        names=(
            make.name("Osk", "place", "Osk", 0.0, "fact"),
            make.name("Lund", "place", "Lund", 0.0, "fact"),
            make.name("Ferry 1", "other", r"Ferry 1\b", 4.0, "weak"),
        ),
        terms=(),
        event=Event("yes", ()),
        warnings=(),
    )  # fmt: skip


def summaries(comparison: Comparison) -> Summaries:
    """Return a comparison's summaries as `newsdiff summarize` would have them."""
    return Summaries(tuple(zip(comparison.analyses, comparison.summaries, strict=True)))


def readings() -> Readings:
    """Return what `newsdiff read` would have of one article."""
    made = two()
    one = article(
        case("herald.txt"), "herald.txt",
        title="Ministers hail record trade as Port Calder summit opens",
        outlet="Harbour Herald", published="2031-05-14", guessed=("title", "language"),
        notes=("2 lines of page clutter were left out.",),
    )  # fmt: skip
    analysis = Analysis(one)
    analysis.__dict__["figures"] = tuple(
        sorted(
            (v.figure for row in made.figures for v in row.values if v.article == 0),
            key=lambda figure: figure.start,
        )
    )
    analysis.__dict__["names"] = tuple(
        Name(
            row.name, row.name.casefold(), row.type,
            tuple(
                Mention(a, b, next(s.index for s in one.sentences if s.start <= a < s.end))
                for a, b in source.spans
            ),
        )
        for row in made.names
        for source in row.sources
        if source.article == 0
    )  # fmt: skip
    return Readings((analysis,))
