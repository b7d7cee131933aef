"""What the exit statuses say."""

from __future__ import annotations

from enum import IntEnum


class Status(IntEnum):
    """The exit statuses of every command: GNU diff's, and the shell's for an interrupt.

    A closed pipe is none of them: as with ripgrep, whoever reads may stop when it has had enough,
    and the status stays what it would have been.
    """

    DONE = 0
    DIFFERENT = 1
    """Only with `compare --exit-code` or `--quiet`: the articles differ."""
    TROUBLE = 2
    """An input, an option or the output was wrong; all other inputs were served."""
    INTERRUPTED = 130
    """Ctrl-C: 128 and the number of the signal."""
