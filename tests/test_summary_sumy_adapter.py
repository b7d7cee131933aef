from __future__ import annotations

from importlib import import_module
from itertools import combinations
from pathlib import Path

import pytest
from summary_articles import LINER, article

from newsdiff.language.analysis import Analysis
from newsdiff.language.words import lexicon
from newsdiff.summary import METHODS, Length, summarize

ROOT = Path(__file__).parent.parent
CLASSES = {
    "lexrank": ("lex_rank", "LexRankSummarizer"),
    "textrank": ("text_rank", "TextRankSummarizer"),
    "lsa": ("lsa", "LsaSummarizer"),
    "luhn": ("luhn", "LuhnSummarizer"),
    "kl": ("kl", "KLSummarizer"),
    "sumbasic": ("sum_basic", "SumBasicSummarizer"),
    "reduction": ("reduction", "ReductionSummarizer"),
}


class Tokenizer:
    """Takes every paragraph for a sentence, and cuts it into the words that newsdiff takes."""

    def to_sentences(self, text: str) -> list[str]:
        """Return the paragraph."""
        return [text]

    def to_words(self, text: str) -> list[str]:
        """Return the words in normal form."""
        return [token.norm for token in lexicon("en").tokens(text)]


@pytest.mark.parametrize("method", CLASSES)
def test_it_is_sumy_that_chooses(method: str) -> None:
    """A method of sumy's name would choose other sentences than sumy itself does."""
    from sumy.parsers.plaintext import PlaintextParser

    words = lexicon("en")
    own = [s.index for s in LINER.sentences if not s.furniture]
    text = "\n\n".join(LINER.sentence_text(index) for index in own)
    document = PlaintextParser.from_string(text, Tokenizer()).document
    module, name = CLASSES[method]
    summarizer = getattr(import_module(f"sumy.summarizers.{module}"), name)(words.stem)
    summarizer.stop_words = words.stop_words
    theirs = [str(sentence) for sentence in summarizer(document, 4)]
    summary = summarize(LINER, Length(sentences=4), method)
    assert [LINER.sentence_text(pick.index) for pick in summary.picks] == theirs


def test_equal_sentences_are_told_apart() -> None:
    """A sentence that stands twice would get the rating of its repetition, and not be chosen."""
    text = article([["The ferry sank.", "Divers came by night.", "The ferry sank."]])
    assert [pick.index for pick in summarize(text, Length(1), "sumbasic").picks] == [0]


def test_ties_go_to_the_earlier_sentence() -> None:
    """The last bit of a sum would choose among sentences that LSA rates alike."""
    words = ["ferry", "harbour", "tug", "pilot", "coast", "island", "sand", "tide"]
    text = article([[f"{' '.join(three)}." for three in combinations(words, 3)]])
    picks = summarize(text, Length(sentences=5), "lsa").picks
    assert [pick.index for pick in picks] == [0, 1, 2, 3, 4]


def test_a_title_guides_edmundson() -> None:
    """The one method that heeds a title would never see it."""
    sentences = ["The coast is long.", "Boats sail.", "Divers search ferry wrecks.", "It rains."]
    text = article([sentences], title="Divers search for ferry")
    assert summarize(text, Length(sentences=1), "edmundson").picks[0].index == 2


def test_only_the_adapter_knows_sumy() -> None:
    """The peculiarities of sumy would leak into other modules."""
    files = (ROOT / "newsdiff").rglob("*.py")
    assert [f.name for f in files if "from sumy" in f.read_text(encoding="utf-8")] == [
        "sumy_adapter.py"
    ]


def test_words_of_every_script_have_a_stem() -> None:
    """A word that lower case changes twice would be missing among the stems."""
    strange = "İ ẞ Ω ΟΔΟΣ Ꭰꮃ ŉ ǅ ﬃ K"
    assert Analysis(article([[strange]])).tokens[0]
    for method in METHODS:
        assert summarize(article([[strange, "Ferry."]]), Length(sentences=2), method).picks
