"""Several URLs at once, with a line on the terminal that tells how far they are."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from typing import TypeVar

from newsdiff.cli.status_line import StatusLine

Item = TypeVar("Item")

AT_ONCE = 8
"""URLs under way at a time."""


def at_once(urls: Sequence[str], read: Callable[[str], Iterable[Item]]) -> Mapping[str, list[Item]]:
    """Return what `read` gives for each URL, each read once, however often it is named.

    Raises what `read` raises. The threads are daemons: whoever interrupts waits for no server.
    """
    wanted = dict.fromkeys(urls)
    todo: queue.SimpleQueue[str] = queue.SimpleQueue()
    done: queue.SimpleQueue[tuple[str, list[Item] | Exception]] = queue.SimpleQueue()

    def work() -> None:
        with suppress(queue.Empty):
            while True:
                url = todo.get_nowait()
                try:
                    done.put((url, list(read(url))))
                except Exception as error:
                    done.put((url, error))

    for url in wanted:
        todo.put(url)
    for _ in range(min(len(wanted), AT_ONCE)):
        threading.Thread(target=work, daemon=True).start()
    found: dict[str, list[Item]] = {}
    line = StatusLine()
    pages = "page" if len(wanted) == 1 else "pages"
    try:
        while len(found) < len(wanted):
            line.put(f"newsdiff: {len(found)} of {len(wanted)} {pages} fetched ")
            url, result = done.get()
            if isinstance(result, Exception):
                raise result
            found[url] = result
    finally:
        line.clear()
    return found
