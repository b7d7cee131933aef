"""Several URLs at once, with a line on the terminal that tells how far they are."""

from __future__ import annotations

import queue
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import TypeVar

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
    with _progress(len(wanted)) as tell:
        while len(found) < len(wanted):
            tell(len(found))
            url, result = done.get()
            if isinstance(result, Exception):
                raise result
            found[url] = result
    return found


@contextmanager
def _progress(total: int) -> Iterator[Callable[[int], None]]:
    """Give a function that tells on standard error how many are done, where it is a terminal; the
    line is gone when it is over."""
    if not total or sys.stderr is None or not sys.stderr.isatty():
        yield lambda _: None
        return
    pages = "page" if total == 1 else "pages"

    def line(text: str) -> None:
        with suppress(OSError):
            sys.stderr.write(text)
            sys.stderr.flush()

    try:
        yield lambda done: line(f"\rnewsdiff: {done} of {total} {pages} fetched ")
    finally:
        line("\r" + " " * len(f"newsdiff: {total} of {total} {pages} fetched ") + "\r")
