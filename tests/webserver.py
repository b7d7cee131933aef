"""A real HTTP server on loopback that behaves as badly as servers do."""

from __future__ import annotations

import gzip
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote

CASES = Path(__file__).parent / "cases" / "pages"
PAGE = (CASES / "ferry.html").read_bytes()
ETAG = '"ferry-1"'
MODIFIED = "Tue, 03 Feb 2026 08:15:00 GMT"
PATIENCE = 60
"""Seconds after which even the slowest answer ends, so that no thread outlives the tests."""


@dataclass
class Server:
    """Where the server is, and the requests that came: path and headers (names in small)."""

    url: str
    port: int
    requests: list[tuple[str, dict[str, str]]] = field(default_factory=list)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    seen: Server

    def do_GET(self) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.seen.requests.append((self.path, headers))
        name, _, rest = unquote(self.path).lstrip("/").partition("/")
        with suppress(OSError):  # whoever asked has gone, as it should
            ANSWERS[name](self, rest)
        self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        """Send one whole answer; header names have _ for -."""
        self.send_response(status)
        headers.setdefault("Content_Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)


def _page(handler: _Handler, rest: str) -> None:  # noqa: ARG001  one shape for all answers
    handler.answer(200, PAGE, Content_Type="text/html; charset=utf-8")


def _kept(handler: _Handler, rest: str) -> None:
    """A page with validators, which honours them; `rest` says which of the two."""
    by = {"etag": "If-None-Match", "modified": "If-Modified-Since"}[rest]
    if handler.headers.get(by) in (ETAG, MODIFIED):
        handler.answer(304)
    else:
        told = {"ETag": ETAG} if rest == "etag" else {"Last_Modified": MODIFIED}
        handler.answer(200, PAGE, Content_Type="text/html", **told)


def _no_store(handler: _Handler, rest: str) -> None:  # noqa: ARG001
    handler.answer(200, PAGE, Content_Type="text/html", Cache_Control="private, no-store")


def _status(handler: _Handler, rest: str) -> None:
    handler.answer(int(rest), PAGE, Content_Type="text/html")


def _redirect(handler: _Handler, rest: str) -> None:
    handler.answer(302, Location=rest.replace("|", "/") if ":" in rest else f"/{rest}")


def _circle(handler: _Handler, rest: str) -> None:
    handler.answer(302, Location=f"/circle/{'b' if rest == 'a' else 'a'}", Set_Cookie="seen=1")


def _silent(handler: _Handler, rest: str) -> None:  # noqa: ARG001
    time.sleep(PATIENCE / 6)


def _slow_body(handler: _Handler, rest: str) -> None:  # noqa: ARG001
    handler.send_response(200)
    handler.send_header("Content-Length", str(len(PAGE)))
    handler.end_headers()
    _drip(handler, PAGE)


def _slow_headers(handler: _Handler, rest: str) -> None:  # noqa: ARG001
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    _drip(handler, b"X-Slow: " + b"a" * 10_000)


def _drip(handler: _Handler, data: bytes) -> None:
    end = time.monotonic() + PATIENCE
    for byte in data:
        handler.wfile.write(bytes([byte]))
        handler.wfile.flush()
        time.sleep(0.05)
        if time.monotonic() > end:
            return


def _endless(handler: _Handler, rest: str) -> None:  # noqa: ARG001
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        handler.wfile.write(b"<p>The council kept the old bridge." * 1000)


def _endless_headers(handler: _Handler, rest: str) -> None:  # noqa: ARG001
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        handler.wfile.write(b"X-More: of the same\r\n" * 1000)


def _cut(handler: _Handler, rest: str) -> None:  # noqa: ARG001
    handler.answer(200, PAGE[:500], Content_Length=str(len(PAGE)))


def _cut_chunk(handler: _Handler, rest: str) -> None:  # noqa: ARG001
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    handler.wfile.write(b"%x\r\n" % len(PAGE) + PAGE[:500])


def _cut_at_once(handler: _Handler, rest: str) -> None:
    """Close without a word."""


def _noise(handler: _Handler, rest: str) -> None:  # noqa: ARG001
    handler.wfile.write(b"\x00\xff\x1b[31mSSH-2.0\r\n\r\n")


def _huge(handler: _Handler, rest: str) -> None:  # noqa: ARG001
    handler.send_response(200)
    handler.send_header("Content-Length", str(10**12))
    handler.end_headers()


def _packed(handler: _Handler, rest: str) -> None:
    data = PACKERS[rest](PAGE)
    handler.answer(200, data, Content_Type="text/html; charset=utf-8", Content_Encoding=rest)


def _bomb(handler: _Handler, rest: str) -> None:
    handler.answer(200, bomb(rest), Content_Type="text/html", Content_Encoding=rest)


def _damaged(handler: _Handler, rest: str) -> None:
    data = PACKERS["gzip"](PAGE)
    spoiled = data[:200] + b"\xff" * 50 + data[250:] if rest == "middle" else b"not packed at all"
    handler.answer(200, spoiled, Content_Encoding="gzip")


def _labelled(handler: _Handler, rest: str) -> None:
    """The page with a café in it, in the first charset, called the second."""
    really, _, called = rest.partition("/")
    text = CAFE.encode(really)
    handler.answer(200, text, Content_Type=f"text/html; charset={called}" if called else "")


def _typed(handler: _Handler, rest: str) -> None:
    handler.answer(200, PAGE, Content_Type=rest)


def _blank(handler: _Handler, rest: str) -> None:  # noqa: ARG001
    handler.answer(200, b" \n")


CAFE = PAGE.decode("utf-8").replace("struck a sandbank", "struck a sandbank off the Café Señor")

ANSWERS: dict[str, Callable[[_Handler, str], None]] = {
    "page": _page,
    "kept": _kept,
    "no-store": _no_store,
    "status": _status,
    "redirect": _redirect,
    "circle": _circle,
    "silent": _silent,
    "slow-body": _slow_body,
    "slow-headers": _slow_headers,
    "endless": _endless,
    "endless-headers": _endless_headers,
    "cut": _cut,
    "cut-chunk": _cut_chunk,
    "cut-at-once": _cut_at_once,
    "noise": _noise,
    "huge": _huge,
    "packed": _packed,
    "bomb": _bomb,
    "damaged": _damaged,
    "labelled": _labelled,
    "typed": _typed,
    "blank": _blank,
}
"""What stands at each first part of a path."""


def _brotli(data: bytes) -> bytes:
    import brotli

    return bytes(brotli.compress(data))


PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": _brotli,
    "gzip, gzip": lambda data: gzip.compress(gzip.compress(data)),
    "identity": bytes,
    "zstd": bytes,
}

BOMB = 300_000_000
"""Bytes that a bomb unpacks to."""


def bomb(encoding: str) -> bytes:
    """Return some kilobytes that unpack to BOMB bytes."""
    if encoding == "br":
        import brotli

        packer = brotli.Compressor(quality=5)
        piece = b" " * 10_000_000
        parts = [bytes(packer.process(piece)) for _ in range(BOMB // len(piece))]
        return b"".join(parts) + bytes(packer.finish())
    packed = zlib.compressobj(9, zlib.DEFLATED, 31)
    piece = b" " * 1_000_000
    data = b"".join(packed.compress(piece) for _ in range(BOMB // len(piece))) + packed.flush()
    return gzip.compress(data) if encoding == "gzip, gzip" else data


@contextmanager
def serving(*, context: ssl.SSLContext | None = None) -> Iterator[Server]:
    """Serve on a free port of 127.0.0.1, over TLS where a context is given."""

    class Handler(_Handler):
        pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        server.block_on_close = False
        if context:
            server.socket = context.wrap_socket(server.socket, server_side=True)
        port = server.server_address[1]
        scheme = "https" if context else "http"
        Handler.seen = Server(f"{scheme}://127.0.0.1:{port}", port)
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield Handler.seen
        finally:
            server.shutdown()
