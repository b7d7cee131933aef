"""The columns of each kind of record, in order, and what they hold."""

from __future__ import annotations

PASSAGE = {
    "kind": "verbatim, quote, figure, near or paraphrase; only: what no other article tells",
    "score": "0 to 1: how sure the passage is; for only, how prominent the sentence is",
    "source_a": "the first article, as it was named",
    "sentence_a": "the sentence's number there, from 1",
    "source_b": "the second article; empty for only",
    "sentence_b": "the sentence's number there; empty for only",
    "text_a": "what the first article says, cut to what is shared; for only, the sentence",
    "text_b": "what the second article says; empty for only",
}

SENTENCE = {
    "source": "the article, as it was named",
    "sentence": "the sentence's number, from 1",
    "text": "the sentence",
}

COLUMNS: dict[str, dict[str, str]] = {
    "passages": PASSAGE,
    "only": {
        **PASSAGE,
        "about": "the name or word that it shares with others which the article alone tells",
        "perhaps": "where another article may tell it in other words: source and sentence",
    },
    "leads": {
        "source": "the article, as it was named",
        "order": "the item's number in the first paragraph, from 1",
        "role": "who, what, where or when",
        "sentence": "the sentence's number, from 1",
        "text": "what the article says",
    },
    "placement": {
        "fact": "the fact's number, from 1; its records stand together, one for each telling",
        "apart": "how far its first tellings in two articles are apart at most, 0 to 1",
        "moved": "yes where one has it in its first tenth and another not before its last third",
        "source": "the article",
        "sentence": "the sentence's number, from 1",
        "place": "the share of the article's words that stand before it, 0 to 1",
        "introduced": "the words that lead up to it",
        "text": "what the article says; of a shared figure, the figure",
    },
    "wording": {
        "kind": "alternative, modifier, exchange (possibly the same thing); saying, hedge",
        "what": "what is worded: the most usual name, the noun, the words beside it",
        "source": "the article",
        "form": "how the article words it",
        "count": "how often",
        "sentence": "the sentence where it first stands, from 1",
        "text": "that sentence",
    },
    "facts": {
        "fact": "the fact's number, from 1; its records stand together, one for each telling",
        "kind": "the kind of its best passage",
        "score": "the score of its best passage, 0 to 1",
        "carried_by": "how many of the articles tell it",
        "source": "the article",
        "sentence": "the sentence's number, from 1",
        "text": "what the article says",
    },
    "coverage": {
        "source": "the article whose words are counted",
        "other": "the article that tells them too",
        "shared_words": "how many words stand in passages that both share",
        "share": "that over all words of `source`, 0 to 1",
    },
    "figures": {
        "row": "the row's number, from 1: records with one number are about the same figure",
        "status": "differs, rounded, equal, or only where one article alone gives it",
        "unit": "the currency (ISO 4217), %, date, year … or the noun that is counted",
        "value": "the number with its scale worked in",
        "key": "equal for figures that say the same; dates as ISO 8601, -- for a missing year",
        "source": "the article",
        "sentence": "the sentence's number, from 1",
        "text": "the figure as the article writes it",
    },
    "names": {
        "name": "the name in its fullest form",
        "type": "person, place, organization, event or other",
        "source": "an article that has it",
        "count": "how often this article says it",
        "per_100_words": "the same, for each hundred of its words",
        "first": "where it first stands there: 0 is the beginning, 1 the end",
        "sentence": "the number of the sentence where it first stands, from 1",
        "carried_by": "how many of the articles have the name",
        "g2": "how much the counts differ (G², log-likelihood)",
        "evidence": "what that can say: strong, fair, weak; fact: no more than the counts",
    },
    "voices": {
        "source": "the article",
        "sentence": "the number of the sentence where it begins, from 1",
        "voice": "who says it: a name, the article's own words for it, or unnamed",
        "via": "who passes it on, empty for nobody",
        "kind": "direct where at least half of it stands in quotation marks, else indirect",
        "cue": "the word that says that it is said; empty for a quotation without one",
        "words": "how many of the article's words it takes",
        "share": "that over all words of the article, 0 to 1",
        "text": "what is said, … where the article says something else in between",
    },
    "terms": {
        "term": "the word",
        "source": "the article that uses it far more than the others",
        "count": "how often this article says it",
        "elsewhere": "how often the others say it, together",
        "g2": "how much the counts differ (G², log-likelihood)",
        "evidence": "strong or fair",
    },
    "event": {
        "same": "yes, no or unsure: whether the articles tell of one event",
        "why": "one reason; a record for each, or one without a reason",
    },
    "summary": SENTENCE,
    "articles": {
        "source": "the article, as it can be named",
        "published": "when it was published, as ISO 8601 where it can be",
        "words": "how many words its own sentences hold",
        "title": "its title",
        "outlet": "its outlet",
        "author": "who wrote it",
        "language": "its language (ISO 639-1)",
        "url": "its address",
    },
    "combined": {
        "source": "the article that the sentence is from",
        "sentence": "the sentence's number there, from 1",
        "carried_by": "how many of the articles tell it",
        "text": "the sentence",
    },
    "sentences": {
        "source": "the article, as it was named",
        "sentence": "the sentence's number, from 1",
        "role": "text, heading, caption or furniture",
        "text": "the sentence",
    },
}
"""The columns of each section, in order, and what they hold. `sentences` is what `newsdiff read`
gives, `articles` what it gives for a source that holds several; `newsdiff summarize` gives
`summary`, for one article the text alone, or `combined`. With `--explain` the columns of EXPLAIN
stand behind these, those of EXPLAIN_PASSAGE behind `passages` and `only`, and those of
EXPLAIN_READING behind `articles`."""

EXPLAIN = {
    "score": "the sentence's score, empty where the method gives none",
    "terms": "what the score is the sum of, as name=value, parted by spaces",
}

EXPLAIN_PASSAGE = {
    "why": 'what both sides share, heaviest first, parted by " · "; empty for only',
    "terms": "what the log-odds of its score are the sum of, as name=value, parted by spaces",
}

EXPLAIN_READING = {
    "format": "the reader that took the input",
    "why": "what told that it is in this format",
    "dropped": "what was left out, parted by semicolons",
    "notes": "what the reader remarks, the same way",
}

DIGITS = {
    "score": 2,
    "share": 3,
    "first": 3,
    "apart": 3,
    "place": 3,
    "per_100_words": 2,
    "g2": 2,
    "hours": 1,
}
"""Digits behind the point, by column."""
