"""A real HTTP proxy on loopback: it forwards what is asked plainly and tunnels the rest."""

from __future__ import annotations

import select
import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit


@dataclass
class Proxy:
    """Where the proxy is, the names it knows by their ports, and what it was asked for."""

    url: str
    hosts: Mapping[str, int]
    asked: list[tuple[str, str, str | None]] = field(default_factory=list)
    """Method, target, and what was sent to show who asks."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    proxy: Proxy

    def do_GET(self) -> None:
        self._remember()
        place = urlsplit(self.path)
        onward = HTTPConnection("127.0.0.1", self.proxy.hosts[place.hostname or ""])
        onward.request("GET", place.path, headers={"Host": place.netloc})
        answer = onward.getresponse()
        body = answer.read()
        self.send_response(answer.status)
        for name in ("Content-Type", "Location"):
            if name in answer.headers:
                self.send_header(name, answer.headers[name])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_CONNECT(self) -> None:
        self._remember()
        port = self.proxy.hosts.get(self.path.rpartition(":")[0])
        if port is None:
            self.send_error(403)
            return
        with socket.create_connection(("127.0.0.1", port)) as onward:
            self.send_response(200)
            self.end_headers()
            self._relay(onward)
        self.close_connection = True

    def _relay(self, onward: socket.socket) -> None:
        ends = {self.connection: onward, onward: self.connection}
        with suppress(OSError):
            while True:
                for ready in select.select(list(ends), [], [], 10)[0]:
                    data = ready.recv(65536)
                    if not data:
                        return
                    ends[ready].sendall(data)

    def _remember(self) -> None:
        self.proxy.asked.append((self.command, self.path, self.headers.get("Proxy-Authorization")))

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def proxying(hosts: Mapping[str, int]) -> Iterator[Proxy]:
    """Run a proxy that leads each of these names to a port of 127.0.0.1, and refuses the others."""

    class Handler(_Handler):
        pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        server.block_on_close = False
        Handler.proxy = Proxy(f"http://127.0.0.1:{server.server_address[1]}", hosts)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield Handler.proxy
        finally:
            server.shutdown()
