"""Fetching: what servers do wrong ends in one clear line, in time and in little memory."""

from __future__ import annotations

import ipaddress
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from processes import ROOT, surroundings

pytest.importorskip("urllib3", reason="the extra `web` is not installed")

from urllib3.util import connection
from webserver import CAFE, MODIFIED, PACKERS, PAGE, Server, serving

from newsdiff.errors import InputError
from newsdiff.reading.web import addresses as web_addresses
from newsdiff.reading.web.addresses import public
from newsdiff.reading.web.fetch import Answer, UnreachableError, fetch

LIMIT = 20_000_000


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """A server for all tests of this module."""
    with serving() as running:
        yield running


def get(server: Server, path: str, **settings: Any) -> Answer:
    """Fetch a path from the server on loopback, which takes leave."""
    return fetch(
        f"{server.url}/{path}", **{"max_bytes": LIMIT, "private": True, "seconds": 5, **settings}
    )


def test_a_page(server: Server) -> None:
    """A page, its type and its charset arrive otherwise than they were sent."""
    answer = get(server, "page")
    assert answer.data == PAGE
    assert (answer.media_type, answer.charset) == ("text/html", "utf-8")
    assert answer.url == f"{server.url}/page"


def test_who_asks(server: Server) -> None:
    """A server cannot tell who asks, is shown a cookie, or asked for another host than its own."""
    with pytest.raises(InputError):
        get(server, "circle/a")
    for _, headers in server.requests[-3:]:
        assert headers["user-agent"].startswith("newsdiff/")
        assert headers["host"] == f"127.0.0.1:{server.port}"
        assert "cookie" not in headers


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("circle/a", "redirects more than 10 times"),
        ("cut", "broke off"),
        ("cut-chunk", "broke off"),
        ("cut-at-once", "broke off"),
        ("noise", "broke off"),
        ("endless-headers", "broke off"),
        ("huge", "is larger than 20,000,000 bytes"),
        ("damaged/middle", "arrived damaged"),
        ("damaged/start", "arrived damaged"),
        ("packed/zstd", "is packed as zstd"),
        ("typed/image/png", "is image, not text"),
        ("status/204", "is not served now (204 No Content)"),
        ("status/206", "is not served now (206 Partial Content)"),
        ("status/304", "is not served now (304 Not Modified)"),
        ("status/401", "save the page and give that file"),
        ("status/403", "is refused by its server (403 Forbidden)"),
        ("status/404", "is not there (404 Not Found)"),
        ("status/429", "is not served now (429 Too Many Requests); try again later"),
        ("status/503", "try again later"),
        ("status/799", "(799)"),
        ("redirect/file:|||etc|passwd", "leads to file:"),
        ("redirect/http:||[", "is no address"),
        ("redirect/http:||user:word@127.0.0.1|", "name or password"),
    ],
)
def test_what_servers_do_wrong(server: Server, path: str, says: str) -> None:
    """A fault of a server's ends in a traceback, in half a page, or in words that help nobody."""
    with pytest.raises(InputError) as caught:
        get(server, path)
    assert says in caught.value.reason
    assert caught.value.source == f"{server.url}/{path}"
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("path", ["silent", "slow-body", "slow-headers"])
def test_slow(server: Server, path: str) -> None:
    """A server that sends a byte now and then holds newsdiff for ever."""
    start = time.monotonic()
    with pytest.raises(UnreachableError, match=r"did not arrive within 0\.5 seconds"):
        get(server, path, seconds=0.5)
    assert time.monotonic() - start < 5


def test_slow_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name server that does not answer holds newsdiff for as long as the system waits."""

    def slow(*_: object, **__: object) -> list[object]:
        time.sleep(2)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", slow)
    start = time.monotonic()
    with pytest.raises(UnreachableError, match="did not arrive within"):
        fetch("http://news.example/", max_bytes=LIMIT, seconds=0.2)
    assert time.monotonic() - start < 5


def test_no_such_host(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that leads nowhere, as all do without a network, ends in a traceback."""

    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(UnreachableError, match="no such host, or no network"):
        fetch("http://news.example/", max_bytes=LIMIT)


def test_nothing_answers() -> None:
    """A port on which nothing listens ends in a traceback."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(UnreachableError, match="nothing answers there"):
        fetch(f"http://127.0.0.1:{port}/", max_bytes=LIMIT, private=True)


@pytest.mark.parametrize(
    "url",
    [
        "http://",
        "http:///path",
        "http://[::1",
        "http://a b/",
        "http://x:99999999/",
        "http://" + "a" * 300 + ".example/",
        "http://a..example/",
        "http://\x00/",
        "http://\u202eexample/",
    ],
)
def test_no_addresses(url: str) -> None:
    """What is no address ends in a traceback, or goes out to the network."""
    with pytest.raises(InputError, match=r"address|host"):
        fetch(url, max_bytes=LIMIT, seconds=5)


@pytest.mark.parametrize("name", sorted(PACKERS.keys() - {"zstd"}))
def test_packed(server: Server, name: str) -> None:
    """A page that is packed, even twice, is read as noise."""
    assert get(server, f"packed/{name.replace(' ', '%20')}").data == PAGE


COST = """
import resource, sys, time
from newsdiff.errors import InputError
from newsdiff.reading.web.fetch import fetch
start = time.monotonic()
try:
    fetch(sys.argv[1], max_bytes=20_000_000, private=True, seconds=10)
except InputError as error:
    print(error.reason)
try:  # Linux counts the peak of the process that started this one into ru_maxrss
    status = open("/proc/self/status").read()
    print(int(status.partition("VmHWM:")[2].split()[0]) * 1024 / 1e6)
except OSError:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="memory is measured on POSIX systems")
@pytest.mark.parametrize("path", ["bomb/gzip", "bomb/br", "bomb/gzip,%20gzip", "endless", "huge"])
def test_bombs(server: Server, path: str) -> None:
    """A few kilobytes that unpack to 300 MB, or a page without an end, fill the memory."""
    done = subprocess.run(
        [sys.executable, "-c", COST, f"{server.url}/{path}"],
        capture_output=True,
        check=True,
        env=surroundings(),
        cwd=ROOT,
        timeout=60,
    )
    says, megabytes = done.stdout.decode().splitlines()
    assert says == "is larger than 20,000,000 bytes; --max-bytes raises the limit"
    assert float(megabytes) < 200


def test_the_limit_is_exact(server: Server) -> None:
    """A page of exactly the limit is refused, or one of a byte more is read."""
    assert get(server, "page", max_bytes=len(PAGE)).data == PAGE
    for path in ("page", "packed/gzip"):
        with pytest.raises(InputError, match="is larger than"):
            get(server, path, max_bytes=len(PAGE) - 1)


def test_redirects_are_followed(server: Server) -> None:
    """A page that moved is not found, or called by its old address."""
    assert get(server, "redirect/page").url == f"{server.url}/page"
    assert get(server, f"redirect/http:||localhost:{server.port}|page").data == PAGE


PRIVATE = (
    "127.0.0.1 127.8.8.8 10.0.0.1 172.16.0.1 192.168.1.1 169.254.169.254 0.0.0.0 100.64.0.1 "
    "192.0.0.1 198.18.0.1 224.0.0.251 240.0.0.1 255.255.255.255 ::1 :: fe80::1 fe80::1%eth0 "
    "fc00::1 fd12::1 fec0::1 ff02::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 2002:7f00:1:: "
    "64:ff9b::7f00:1 64:ff9b::a9fe:a9fe 2001:db8::1 2001:0:a00:1::80ff:fffe"
)
PUBLIC = "93.184.215.14 8.8.8.8 2606:2800:21f:cb07::1 64:ff9b::5db8:d70e ::ffff:8.8.8.8"


@pytest.mark.parametrize("address", PRIVATE.split())
def test_private_addresses(address: str) -> None:
    """An address of this machine or network, however it is written, is taken for a public one."""
    assert not public(address)


@pytest.mark.parametrize("address", PUBLIC.split())
def test_public_addresses(address: str) -> None:
    """An address of the internet is refused."""
    assert public(address)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "0177.0.0.1", "[::1]", "0"]
)
def test_loopback_is_refused(server: Server, host: str) -> None:
    """A URL to this machine, however it is written, is visited without leave."""
    count = len(server.requests)
    with pytest.raises(InputError, match=r"private address; --allow-private|no such host"):
        get(server, "page", private=False) if host == "127.0.0.1" else fetch(
            f"http://{host}:{server.port}/page", max_bytes=LIMIT
        )
    assert len(server.requests) == count


class Names:
    """A name server of the tests': a list of answers for each host, the last one for ever."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, **answers: list[list[str]]) -> None:
        self.answers = answers
        self.asked: list[str] = []
        self._real = socket.getaddrinfo
        monkeypatch.setattr(socket, "getaddrinfo", self.look_up)

    def look_up(self, host: str, port: int, *rest: Any, **named: Any) -> Any:
        """Answer as socket.getaddrinfo does."""
        if host not in self.answers:
            ipaddress.ip_address(host)  # no other name may be asked for
            return self._real(host, port, *rest, **named)
        self.asked.append(host)
        answers = self.answers[host]
        found = answers.pop(0) if len(answers) > 1 else answers[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port)) for ip in found]


def test_names_that_lead_home(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """A public name that stands for a private address is a way around the refusal."""
    Names(monkeypatch, sneaky=[["127.0.0.1", "10.0.0.7"]])
    count = len(server.requests)
    with pytest.raises(InputError, match=r"leads to 127\.0\.0\.1, a private address"):
        fetch(f"http://sneaky:{server.port}/page", max_bytes=LIMIT)
    assert len(server.requests) == count


def test_only_the_checked_address(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that stands for another address when it is asked for again (re-binding) leads to
    what was refused."""
    names = Names(monkeypatch, rebound=[["127.0.0.1"], ["10.0.0.7"]])
    monkeypatch.setattr(web_addresses, "public", lambda address: address == "127.0.0.1")
    answer = fetch(f"http://rebound:{server.port}/page", max_bytes=LIMIT, seconds=5)
    assert answer.data == PAGE
    assert names.asked == ["rebound"]
    assert server.requests[-1][1]["host"] == f"rebound:{server.port}"


def test_private_among_public(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a name's addresses a private one is visited because another one is public, or a dead one
    keeps the next from being tried."""
    Names(monkeypatch, mixed=[["10.0.0.7", "127.9.9.9", "127.0.0.1"]])
    monkeypatch.setattr(web_addresses, "public", lambda address: address.startswith("127."))
    real = connection.create_connection
    tried = []

    def connect(address: tuple[str, int], *rest: Any, **named: Any) -> socket.socket:
        tried.append(address[0])
        return real(address, *rest, **named)

    monkeypatch.setattr(connection, "create_connection", connect)
    answer = fetch(f"http://mixed:{server.port}/page", max_bytes=LIMIT)
    assert answer.data == PAGE
    assert tried == ["127.9.9.9", "127.0.0.1"]


def test_redirects_are_checked(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """A public page redirects newsdiff to a private address."""
    Names(monkeypatch, outside=[["127.0.0.1"]], inside=[["127.0.0.2"]])
    monkeypatch.setattr(web_addresses, "public", lambda address: address == "127.0.0.1")
    count = len(server.requests)
    with pytest.raises(InputError, match=r"leads to 127\.0\.0\.2, a private address"):
        fetch(
            f"http://outside:{server.port}/redirect/http:||inside:{server.port}|page",
            max_bytes=LIMIT,
        )
    assert len(server.requests) == count + 1


def test_charsets_are_handed_on(server: Server) -> None:
    """What the server calls the charset is lost, or a page without one ends in a traceback."""
    assert get(server, "labelled/cp1252/iso-8859-1").charset == "iso-8859-1"
    answer = get(server, "labelled/utf-8")
    assert (answer.data, answer.charset) == (CAFE.encode(), None)
    assert get(server, "typed/text/html;%20charset=%22%22;;=").data == PAGE


def test_validators(server: Server) -> None:
    """A page that has not changed is fetched again, or taken for an empty one."""
    first = get(server, "kept/etag")
    assert first.etag
    known = {first.url: {"If-None-Match": first.etag}}
    assert get(server, "kept/etag", validators=known).data is None
    assert get(server, "redirect/kept/etag", validators=known).data is None
    other = {first.url: {"If-None-Match": '"other"'}}
    assert get(server, "kept/etag", validators=other).data == PAGE


def test_validators_of_another_page(server: Server) -> None:
    """A redirect that leads elsewhere now is answered out of the cache, with the old page."""
    known = {f"{server.url}/page": {"If-Modified-Since": MODIFIED}}
    assert get(server, "redirect/kept/modified", validators=known).data == PAGE


class Certificate:
    """A certificate for `news.example` that we signed ourselves."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "certificate.pem"
        self.key = folder / "key.pem"
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
             "/CN=news.example", "-addext", "subjectAltName=DNS:news.example",
             "-keyout", str(self.key), "-out", str(self.path)],
            check=True, capture_output=True,
        )  # fmt: skip

    def server_context(self) -> ssl.SSLContext:
        """Return what a server needs to show the certificate."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.path, self.key)
        return context


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    """A certificate, where the system can make one."""
    try:
        return Certificate(tmp_path_factory.mktemp("tls"))
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no openssl here that makes certificates")


def test_encrypted(certificate: Certificate, monkeypatch: pytest.MonkeyPatch) -> None:
    """A certificate that nobody trusts, or that is another host's, is taken; or a right one is
    not, as newsdiff connects to an address and not to a name."""
    Names(monkeypatch, **{"news.example": [["127.0.0.1"]], "other.example": [["127.0.0.1"]]})
    with serving(context=certificate.server_context()) as server:
        here = f"https://news.example:{server.port}"
        with pytest.raises(UnreachableError, match="certificate is not valid"):
            fetch(f"{here}/page", max_bytes=LIMIT, private=True)
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate.path))
        assert fetch(f"{here}/page", max_bytes=LIMIT, private=True).data == PAGE
        with pytest.raises(UnreachableError, match="certificate is not valid"):
            fetch(f"https://other.example:{server.port}/page", max_bytes=LIMIT, private=True)
        with pytest.raises(InputError, match="which is not encrypted"):
            fetch(f"{here}/redirect/http:||news.example|", max_bytes=LIMIT, private=True)
        with pytest.raises(UnreachableError, match="did not arrive within"):
            fetch(f"{here}/slow-body", max_bytes=LIMIT, private=True, seconds=1)


def test_a_server_that_speaks_no_tls(server: Server) -> None:
    """A plain server asked for an encrypted page ends in a traceback."""
    with pytest.raises(UnreachableError, match="encrypted connection"):
        fetch(f"https://127.0.0.1:{server.port}/page", max_bytes=LIMIT, private=True)
