"""newsdiff: what articles share, where they differ, and what each one emphasises.

>>> import newsdiff
>>> article = newsdiff.read("samples/summit-herald.txt")  # doctest: +SKIP
>>> newsdiff.compare([article, other]).passages  # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdiff.version import __version__

if TYPE_CHECKING:
    from newsdiff.comparison import compare
    from newsdiff.corpus.scan import scan
    from newsdiff.reading import from_text, read
    from newsdiff.summary import summarize

__all__ = ["__version__", "compare", "from_text", "read", "scan", "summarize"]

_HOMES = {
    "read": "newsdiff.reading",
    "from_text": "newsdiff.reading",
    "summarize": "newsdiff.summary",
    "compare": "newsdiff.comparison",
    "scan": "newsdiff.corpus.scan",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first used, so that `--version` loads none of them."""
    if name in _HOMES:
        from importlib import import_module  # noqa: PLC0415  nothing is imported at start-up

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
