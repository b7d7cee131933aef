"""Proxies: a newsroom behind one fetches pages as its browsers do."""

from __future__ import annotations

import os
from base64 import b64encode

import pytest

pytest.importorskip("urllib3", reason="the extra `web` is not installed")

from test_web_fetch import LIMIT, Certificate, certificate
from webproxy import proxying
from webserver import PAGE, serving

from newsdiff.errors import InputError
from newsdiff.reading.web.fetch import UnreachableError, fetch

__all__ = ["certificate"]


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away what the machine that runs the tests is set to."""
    for name in list(os.environ):
        if name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)


def test_a_plain_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """The proxy is not asked, is asked for a path without a host, or does not learn who asks."""
    with serving() as server, proxying({"news.example": server.port}) as proxy:
        monkeypatch.setenv("http_proxy", proxy.url.replace("//", "//desk:secret@"))
        answer = fetch("http://news.example/page", max_bytes=LIMIT)
        assert (answer.data, answer.url) == (PAGE, "http://news.example/page")
        who = "Basic " + b64encode(b"desk:secret").decode()
        assert proxy.asked == [("GET", "http://news.example/page", who)]
        assert "proxy-authorization" not in server.requests[0][1]
        redirected = fetch("http://news.example/redirect/page", max_bytes=LIMIT)
        assert redirected.data == PAGE


def test_an_encrypted_page(certificate: Certificate, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is encrypted is told to the proxy, or the certificate is not held against the host."""
    context = certificate.server_context()
    with serving(context=context) as server:
        hosts = {"news.example": server.port, "other.example": server.port}
        with proxying(hosts) as proxy:
            monkeypatch.setenv("https_proxy", proxy.url.replace("//", "//desk:secret@"))
            monkeypatch.setenv("SSL_CERT_FILE", str(certificate.path))
            assert fetch("https://news.example/page", max_bytes=LIMIT).data == PAGE
            assert [asked[:2] for asked in proxy.asked] == [("CONNECT", "news.example:443")]
            assert proxy.asked[0][2] is not None
            assert "proxy-authorization" not in server.requests[0][1]
            with pytest.raises(UnreachableError, match="certificate is not valid"):
                fetch("https://other.example/page", max_bytes=LIMIT)
            with pytest.raises(UnreachableError, match=r"through the proxy .*403"):
                fetch("https://unknown.example/page", max_bytes=LIMIT)


def test_what_a_proxy_is_not_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy is asked for what the environment says to leave to itself."""
    with serving() as server, proxying({}) as proxy:
        monkeypatch.setenv("all_proxy", proxy.url)
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        assert fetch(f"{server.url}/page", max_bytes=LIMIT, private=True).data == PAGE
        assert proxy.asked == []


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "api.localhost", "[::1]", "10.0.0.7"])
def test_a_proxy_leads_nowhere_private(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page could have a proxy fetch what it is not allowed to fetch without one."""
    with proxying({}) as proxy:
        monkeypatch.setenv("http_proxy", proxy.url)
        with pytest.raises(InputError, match="a private address"):
            fetch(f"http://{host}/page", max_bytes=LIMIT)
        assert proxy.asked == []


@pytest.mark.parametrize("told", ["socks5://127.0.0.1:1080", "https://127.0.0.1:1", "http://"])
def test_a_proxy_of_another_kind(told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy that newsdiff cannot use is passed by in silence, or ends in a traceback."""
    monkeypatch.setenv("http_proxy", told)
    with pytest.raises(InputError, match="through the proxy"):
        fetch("http://news.example/page", max_bytes=LIMIT)


def test_a_proxy_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever reads the message looks for the page's address, and not for the proxy."""
    monkeypatch.setenv("http_proxy", "127.0.0.1:9")
    with pytest.raises(UnreachableError, match=r"through the proxy 127\.0\.0\.1:9, .*refused"):
        fetch("http://news.example/page", max_bytes=LIMIT)
