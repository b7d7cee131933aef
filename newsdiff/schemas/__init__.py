"""The JSON Schemas (2020-12) of what newsdiff writes, as files of this package."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

NAMES = ("newsdiff.compare/1", "newsdiff.summarize/1", "newsdiff.read/1", "newsdiff.corpus/1")
"""What a document's `schema` field may say."""


def load(name: str) -> dict[str, Any]:
    """Return the schema of documents whose `schema` field is `name`, one of NAMES.

    Raises KeyError for another name.
    """
    if name not in NAMES:
        raise KeyError(name)
    file = name.removeprefix("newsdiff.").replace("/", "-") + ".json"
    return dict(json.loads(files(__name__).joinpath(file).read_text(encoding="utf-8")))
