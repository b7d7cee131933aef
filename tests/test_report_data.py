import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest
import report_samples as samples
from hypothesis import HealthCheck, given, settings
from report_strategies import hostile_comparison, subjects

from newsdiff import schemas
from newsdiff.comparison import Comparison
from newsdiff.report import SECTIONS, ReportOptions, render

PLAIN = ReportOptions()


def parsed(subject: Any, options: ReportOptions = PLAIN) -> Any:
    """Return a document as a reader of JSON has it, held against its schema."""
    document = json.loads("".join(render(subject, "json", options)))
    schema = schemas.load(document["schema"])
    jsonschema.Draft202012Validator(schema).validate(document)
    return document


@pytest.mark.parametrize("name", schemas.NAMES)
def test_the_schemas_are_schemas(name: str) -> None:
    """A schema with a mistake in it would let everything through."""
    schema = schemas.load(name)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["properties"]["schema"] == {"const": name}


def test_the_schemas_agree() -> None:
    """A name or a figure would otherwise be one thing in compare and another in read."""
    definitions = [schemas.load(name).get("$defs", {}) for name in schemas.NAMES]
    for one in definitions:
        for key, definition in one.items():
            assert all(other.get(key, definition) == definition for other in definitions)


@pytest.mark.parametrize("make", [samples.two, samples.three, samples.alike, samples.chinese])
def test_comparisons_fit_the_schema(make: Any) -> None:
    """A program that trusts the schema would otherwise fail on a document."""
    document = parsed(make())
    assert list(document)[:3] == ["schema", "version", "articles"]


def test_summaries_and_readings_fit_their_schemas() -> None:
    """A program that trusts the schema would otherwise fail on a document."""
    document = parsed(samples.summaries(samples.two()))
    assert document["method"] == "news"
    assert [pick["index"] for pick in document["articles"][0]["summary"]] == [0, 5, 7]
    document = parsed(samples.readings())
    assert document["articles"][0]["names"][0]["name"] == "Ilse Marrow"


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(hostile_comparison())
def test_any_document_fits_its_schema(comparison: Comparison) -> None:
    """An infinite figure or a lone surrogate would otherwise break the promise of the schema."""
    for subject in subjects(comparison):
        parsed(subject)


def test_spans_and_diffs_are_the_articles_own_words() -> None:
    """A claim in the data could otherwise not be traced to its article."""
    document = parsed(samples.two())
    texts = [article["text"] for article in document["articles"]]
    for passage in document["passages"]:
        first, second = passage["spans"]
        assert texts[first["article"]][first["start"] : first["end"]] == first["text"]
        assert "".join(text for tag, text in passage["diff"] if tag in "=-") == first["text"]
        assert all(tag != "+" or text in second["text"] for tag, text in passage["diff"])


def test_show_leaves_the_other_sections_unasked() -> None:
    """`--show names` would otherwise wait for the alignment of all sentences."""
    whole = samples.two()
    comparison = samples.Builder(whole.articles).done(names=whole.names)
    before = set(vars(comparison))
    document = parsed(comparison, replace(PLAIN, show=("names",)))
    assert set(vars(comparison)) == before
    assert set(document) - {"schema", "version", "articles", "settings"} == {"names"}
    assert {"passages", "warnings"} <= set(parsed(whole, replace(PLAIN, show=SECTIONS)))


def test_only_keeps_facts_and_passages_in_step() -> None:
    """A fact would otherwise point at a passage that is not in the document."""
    document = parsed(samples.three(), replace(PLAIN, only=("near",)))
    assert [passage["kind"] for passage in document["passages"]] == ["near", "near"]
    assert [fact["passages"] for fact in document["facts"]] == [[0], [1]]
    assert document["only"] == []


def test_items_stand_on_lines_of_their_own() -> None:
    """Two documents could otherwise not be held against each other with diff or grep."""
    lines = "".join(render(samples.two(), "json", PLAIN)).splitlines()
    assert sum(line.startswith(' {"kind"') for line in lines) == len(samples.two().passages)
