"""One document over HTTP, within limits of time and size, from an address that was checked.

urllib3 speaks HTTP and bounds what it unpacks at a time. It gets no name to look up, follows no
redirect, tries nothing twice, and keeps no cookie: what happens between a URL and its bytes is
told here.
"""

from __future__ import annotations

import re
import socket
import ssl
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from email.message import Message
from http import HTTPStatus
from http.client import HTTPException
from types import TracebackType
from typing import TYPE_CHECKING, Self
from urllib.parse import urljoin

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import DecodeError, HTTPError, LocationParseError
from urllib3.util import Url, parse_url

from newsdiff.errors import InputError
from newsdiff.reading.web.addresses import addresses
from newsdiff.reading.web.proxies import credentials, proxy_for
from newsdiff.version import __version__

if TYPE_CHECKING:
    from urllib3.response import BaseHTTPResponse

SECONDS = 30.0
"""The time for one document, from the first look-up to the last byte, redirects included."""
CONNECT_SECONDS = 8.0
"""The time for one address to answer; a host may have several, and the first may be dead."""
MAX_REDIRECTS = 10
"""Consent pages and shorteners take up to five; browsers give up after 20."""

REDIRECTS = (301, 302, 303, 307, 308)
ENCODINGS = frozenset(["", "identity", "gzip", "x-gzip", "deflate", "br"])
PORTS = {"http": 80, "https": 443}
PIECE = 65536
MEDIA = re.compile(r"(?:image|audio|video|font)/", re.I)

HEADERS = {
    "User-Agent": f"newsdiff/{__version__}",
    "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
    "Accept-Encoding": "gzip, deflate, br",
    "Connection": "close",
}


class UnreachableError(InputError):
    """No answer could be had from the server, so that a copy kept of it may stand in."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server sent: the document, unpacked, and what was said of it.

    `url` is where it was found after all redirects; `data` is None where the server says that the
    copy told of by the validators is still right. `media_type` is in small letters, without
    parameters. `keep` is False where the server forbids to keep a copy.
    """

    url: str
    data: bytes | None
    media_type: str | None = None
    charset: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    keep: bool = True


def fetch(
    url: str,
    *,
    max_bytes: int,
    private: bool = False,
    seconds: float = SECONDS,
    validators: Mapping[str, Mapping[str, str]] | None = None,
) -> Answer:
    """Return what stands at a URL.

    `validators` are headers that ask for a document only if it changed (If-None-Match,
    If-Modified-Since), by the URL that they tell of: a redirect may lead elsewhere now. Raises
    InputError, naming the URL, for an address that may not be visited, a refusal, a document larger
    than `max_bytes` once it is unpacked, and a circle of redirects; UnreachableError when no answer
    came, or not all of it, in so many seconds.
    """
    with _Deadline(seconds, url) as deadline:
        place = _parsed(url, url)
        request = _Request(url, deadline, max_bytes, private, validators or {})
        for _ in range(MAX_REDIRECTS + 1):
            answer = _answer(place, request)
            if isinstance(answer, Answer):
                return answer
            if (place.scheme, answer.scheme) == ("https", "http"):
                raise InputError(f"leads to {answer}, which is not encrypted; give that", url)
            place = answer
    raise InputError(f"redirects more than {MAX_REDIRECTS} times; check the address", url)


class _Deadline:
    """The end of one fetch. When the time is up it ends what waits for the network: a server that
    sends a byte now and then would never let a time limit on each read pass."""

    def __init__(self, seconds: float, source: str) -> None:
        self._seconds = seconds
        self._source = source
        self._end = time.monotonic() + seconds
        self._socket: socket.socket | None = None
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._timer.cancel()
        if isinstance(error, (OSError, HTTPError, HTTPException)):
            raise UnreachableError(self._reason(error), self._source) from error

    def left(self) -> float:
        """Return the seconds that are left, or raise TimeoutError."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left

    def watch(self, connection: HTTPConnection) -> None:
        """Cut this connection, which stands, when the time is up."""
        self._socket = connection.sock
        connection.timeout = self.left()

    def _cut(self) -> None:
        if self._socket is not None:
            with suppress(OSError):  # it may be closed
                # That of an SSLSocket would first take the encryption away under the reader.
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)

    def _reason(self, error: Exception) -> str:
        if time.monotonic() >= self._end or isinstance(error, TimeoutError):
            return f"did not arrive within {self._seconds:g} seconds; try again later"
        if isinstance(error, ssl.SSLCertVerificationError):
            said = error.verify_message
            return f"cannot be trusted: its certificate is not valid ({said}); check the address"
        return next(reason for kind, reason in REASONS if isinstance(error, kind))


REASONS: tuple[tuple[type[Exception], str], ...] = (
    (ssl.SSLError, "cannot be had over an encrypted connection; check the address"),
    (socket.gaierror, "cannot be found: no such host, or no network; check the address"),
    (ConnectionRefusedError, "cannot be reached: nothing answers there; check the address"),
    (DecodeError, "arrived damaged: it cannot be unpacked; try again later"),
    (Exception, "broke off, or is no web server's answer; try again later"),
)
"""What is said of each kind of trouble; the first that fits."""


@dataclass(frozen=True, slots=True)
class _Request:
    """What is asked for, by the name that the user gave it, and within which limits."""

    source: str
    deadline: _Deadline
    max_bytes: int
    private: bool
    validators: Mapping[str, Mapping[str, str]]


def _parsed(url: str, source: str, *, base: str = "") -> Url:
    """Return the parts of a URL that newsdiff may visit, without its fragment. A URL may be told
    from where its page stands (`base`)."""
    try:
        place = parse_url(urljoin(base, url))
    except (LocationParseError, ValueError):
        raise InputError("is no address of a web page; check it", source) from None
    if place.scheme not in PORTS:
        raise InputError(f"leads to {place.scheme}:, not to a web page", source)
    if not place.host:
        raise InputError("names no host; check the address", source)
    if place.auth:
        raise InputError("holds a name or password, which newsdiff does not send", source)
    return place._replace(fragment=None)


def _answer(place: Url, request: _Request) -> Answer | Url:
    """Ask once; return what was answered, or where to ask next."""
    source = request.source
    validators = request.validators.get(place.url, {})
    proxy = proxy_for(place, source, private=request.private)
    connection = _through(proxy, place, request) if proxy else _connected(place, request)
    forwarded = proxy is not None and place.scheme == "http"  # through a tunnel all is as without
    try:
        connection.request(
            "GET",
            place.url if forwarded else place.request_uri,
            headers={
                "Host": place.netloc or "",
                **HEADERS,
                **validators,
                **(credentials(proxy) if proxy is not None and forwarded else {}),
            },
            preload_content=False,
        )
        response = connection.getresponse()
        location = response.headers.get("Location")
        if response.status in REDIRECTS and location:
            return _parsed(_as_sent(location), source, base=place.url)
        if response.status == HTTPStatus.NOT_MODIFIED and validators:
            return Answer(place.url, None)
        _check(response, source, request.max_bytes)
        data = _body(response, source, request.max_bytes)
        request.deadline.left()  # where the server tells no length, a cut looks like the end
        return _document(place, response, data)
    finally:
        connection.close()


def _connected(place: Url, request: _Request) -> HTTPConnection:
    """Return a connection to the first address of the host that answers."""
    host = (place.host or "").strip("[]")
    port = place.port or PORTS[place.scheme or ""]
    left = request.deadline.left
    trouble: Exception = TimeoutError()
    allowed = addresses(host, port, request.source, private=request.private, seconds=left())
    for address in allowed:
        connection = _connection(place.scheme == "https", address, port, host)
        connection.timeout = min(left(), CONNECT_SECONDS)
        try:
            connection.connect()
        except (OSError, HTTPError) as error:
            connection.close()
            # urllib3 wraps what happened; what happened is what we tell.
            trouble = error.__cause__ if isinstance(error.__cause__, OSError) else error
            continue
        request.deadline.watch(connection)
        return connection
    raise trouble


def _through(proxy: Url, place: Url, request: _Request) -> HTTPConnection:
    """Return a connection to a proxy, and for an encrypted page through it to the page's host."""
    host = (place.host or "").strip("[]")
    where = f"the proxy {proxy.host}:{proxy.port}, which the environment names"
    connection = _connection(place.scheme == "https", proxy.host or "", proxy.port or 0, host)
    if place.scheme == "https":
        connection.set_tunnel(host, place.port or PORTS["https"], headers=credentials(proxy))
    connection.timeout = min(request.deadline.left(), CONNECT_SECONDS)
    try:
        connection.connect()
    except (OSError, HTTPError, HTTPException) as error:
        connection.close()
        cause = error.__cause__ if isinstance(error.__cause__, OSError) else error
        if isinstance(cause, ssl.SSLError):
            raise cause from None
        said = getattr(cause, "strerror", None) or cause
        raise UnreachableError(f"cannot be had through {where}: {said}", request.source) from error
    request.deadline.watch(connection)
    return connection


def _connection(encrypted: bool, address: str, port: int, host: str) -> HTTPConnection:
    """Return a connection to an address whose certificate, if any, must be the host's."""
    if encrypted:
        return HTTPSConnection(address, port, server_hostname=host, ssl_context=_trust())
    return HTTPConnection(address, port)


def _trust() -> ssl.SSLContext:
    """Return who is trusted: whom the system trusts, and where it has no list, certifi's."""
    context = ssl.create_default_context()
    if not context.cert_store_stats()["x509_ca"]:
        import certifi  # noqa: PLC0415  most systems have a list

        context.load_verify_locations(certifi.where())
    return context


def _as_sent(location: str) -> str:
    """Return a header that was sent as UTF-8, which HTTP reads as Latin-1."""
    try:
        return location.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return location


def _check(response: BaseHTTPResponse, source: str, max_bytes: int) -> None:
    """Raise InputError for an answer that is no document, before the document is read."""
    status = response.status
    if status not in (HTTPStatus.OK, HTTPStatus.NON_AUTHORITATIVE_INFORMATION):
        raise InputError(_refusal(status), source)
    media_type = response.headers.get("Content-Type", "")
    if MEDIA.match(media_type):
        raise InputError(f"is {media_type.split('/')[0]}, not text; give a page with text", source)
    encodings = response.headers.get("Content-Encoding", "").lower().split(",")
    unknown = {name.strip() for name in encodings} - ENCODINGS
    if unknown:
        raise InputError(
            f"is packed as {', '.join(sorted(unknown))}, which was not asked for", source
        )
    size = response.headers.get("Content-Length", "")
    if size.isdecimal() and len(size) < 20 and int(size) > max_bytes:
        raise too_large(max_bytes, source)


def _refusal(status: int) -> str:
    """Return what an HTTP status says to a reader, and what mends it."""
    try:
        said = f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        said = str(status)
    if status in (401, 402, 403, 406, 451):
        return (
            f"is refused by its server ({said}); open it in a browser, "
            "save the page and give that file"
        )
    if status in (404, 410):
        return f"is not there ({said}); check the address"
    return f"is not served now ({said}); try again later"


def too_large(max_bytes: int, source: str) -> InputError:
    """Return what is said of a document that is larger than the limit."""
    return InputError(f"is larger than {max_bytes:,} bytes; --max-bytes raises the limit", source)


def _body(response: BaseHTTPResponse, source: str, max_bytes: int) -> bytes:
    """Return the unpacked body. It is unpacked piece by piece, so that a bomb is met at the limit
    and not after it has gone off."""
    data = bytearray()
    while piece := response.read(PIECE, decode_content=True):
        data += piece
        if len(data) > max_bytes:
            raise too_large(max_bytes, source)
    return bytes(data)


def _document(place: Url, response: BaseHTTPResponse, data: bytes) -> Answer:
    headers = response.headers
    told = Message()  # the standard library's reader of Content-Type and its parameters
    told["Content-Type"] = headers.get("Content-Type", "")
    return Answer(
        url=place.url,
        data=data,
        media_type=told.get_content_type() if "Content-Type" in headers else None,
        charset=told.get_content_charset(),
        etag=headers.get("ETag"),
        last_modified=headers.get("Last-Modified"),
        keep="no-store" not in headers.get("Cache-Control", "").lower(),
    )
