"""What is said where an optional part is not installed."""

from __future__ import annotations

from newsdiff.errors import InputError


def missing(extra: str, kind: str, source: str) -> InputError:
    """Return the error for an input of a kind that needs `newsdiff[extra]`."""
    return InputError(
        f"is {kind}, which needs an optional part: pip install 'newsdiff[{extra}]'", source
    )
