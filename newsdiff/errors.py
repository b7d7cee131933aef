"""What can go wrong, said so that the reader knows which input it was and what mends it."""

from __future__ import annotations


class NewsdiffError(Exception):
    """Something is wrong with one input or one option.

    `source` is the input's name as the user gave it (or None), `reason` one line of plain words
    that ends in the mend where there is one.
    """

    def __init__(self, reason: str, source: str | None = None) -> None:
        super().__init__(reason if source is None else f"{source}: {reason}")
        self.reason = reason
        self.source = source


class InputError(NewsdiffError):
    """An input cannot be read as an article; other inputs can still be served."""


class UsageError(NewsdiffError):
    """An option, or a combination of them, asks for what cannot be given."""
