"""URLs through the command line: the cache, leave for private addresses, several at once."""

from __future__ import annotations

import json
import stat
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from processes import COMMAND, COURIER, newsdiff, on_terminal, surroundings

pytest.importorskip("trafilatura", reason="the extra `web` is not installed")

from webserver import ETAG, MODIFIED, PAGE, Server, serving

from newsdiff.cli.fetching import at_once
from newsdiff.errors import InputError
from newsdiff.reading import web
from newsdiff.reading.settings import ReadSettings
from newsdiff.reading.web import cache

SETTINGS = ReadSettings(private=True)
LIMIT = 1_000_000


@pytest.fixture
def server() -> Iterator[Server]:
    """A server of this test's own."""
    with serving() as running:
        yield running


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of this test's own."""
    monkeypatch.setattr(cache, "folder", lambda: tmp_path / "kept")
    return tmp_path / "kept"


@pytest.fixture
def env(tmp_path: Path) -> Mapping[str, str]:
    """Surroundings whose cache lies in this test's folder."""
    if sys.platform == "win32":
        pytest.skip("Windows keeps caches where no variable says")
    return surroundings(XDG_CACHE_HOME=str(tmp_path), HOME=str(tmp_path))


def later(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    """Put the clock forward."""
    now = time.time
    monkeypatch.setattr(time, "time", lambda: now() + seconds)


@pytest.mark.usefixtures("place")
def test_again_at_once(server: Server) -> None:
    """Comparing again asks the server again, or is not told to have been read from the cache."""
    url = f"{server.url}/page"
    assert web.get(url, SETTINGS).notes == ()
    again = web.get(url, SETTINGS)
    assert (again.data, again.media_type, again.charset) == (PAGE, "text/html", "utf-8")
    assert again.notes[0].startswith("read from the cache, fetched ")
    assert len(server.requests) == 1


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize(
    ("kind", "header", "value"),
    [("etag", "if-none-match", ETAG), ("modified", "if-modified-since", MODIFIED)],
)
def test_a_page_that_has_not_changed(
    server: Server, monkeypatch: pytest.MonkeyPatch, kind: str, header: str, value: str
) -> None:
    """A page that has not changed is fetched again in whole, and again the time after."""
    url = f"{server.url}/kept/{kind}"
    web.get(url, SETTINGS)
    later(monkeypatch, web.FRESH + 1)
    assert web.get(url, SETTINGS).data == PAGE
    assert server.requests[-1][1][header] == value
    web.get(url, SETTINGS)
    assert len(server.requests) == 2


@pytest.mark.usefixtures("place")
def test_offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a network what was read before cannot be compared, or is taken for today's news."""
    with serving() as server:
        url = f"{server.url}/page"
        web.get(url, SETTINGS)
        port = server.port
    later(monkeypatch, 10 * web.FRESH)
    document = web.get(f"http://127.0.0.1:{port}/page", SETTINGS)
    assert document.data == PAGE
    assert document.warnings[0].startswith("its server cannot be reached; read as it was fetched")
    with pytest.raises(InputError, match="nothing answers there"):
        web.get(f"http://127.0.0.1:{port}/other", SETTINGS)


@pytest.mark.usefixtures("place")
def test_a_page_that_is_gone(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that its publisher took down is read from the cache without a word."""
    url = f"{server.url}/page"
    web.get(url, SETTINGS)
    later(monkeypatch, 2 * web.FRESH)
    monkeypatch.setitem(sys.modules["webserver"].ANSWERS, "page", lambda h, _: h.answer(410))
    with pytest.raises(InputError, match="410 Gone"):
        web.get(url, SETTINGS)


def test_nothing_is_kept_when_asked(server: Server, place: Path) -> None:
    """A copy is kept though the user, or the server, said that none shall be; or is taken."""
    web.get(f"{server.url}/page", ReadSettings(private=True, cache=False))
    web.get(f"{server.url}/no-store", SETTINGS)
    for path in ("status/404", "blank"):
        with pytest.raises(InputError):
            web.get(f"{server.url}/{path}", SETTINGS)
    assert not place.exists()
    web.get(f"{server.url}/page", SETTINGS)
    assert len(list(place.iterdir())) == 1
    web.get(f"{server.url}/page", ReadSettings(private=True, cache=False))
    assert len(server.requests) == 6


@pytest.mark.skipif(sys.platform == "win32", reason="no permissions of this kind there")
def test_for_this_user_alone(server: Server, place: Path) -> None:
    """Other users of the machine can see what somebody reads."""
    web.get(f"{server.url}/page", SETTINGS)
    (file,) = place.iterdir()
    assert stat.S_IMODE(place.stat().st_mode) == 0o700
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "spoiled",
    [b"", b"{}", b"not json\n" + b"x" * 100, b'{"url": 1}\n', b"[1]\n", b"\xff" * 1000, b'"a"\nb'],
)
def test_a_damaged_cache(server: Server, place: Path, spoiled: bytes) -> None:
    """A damaged file of the cache ends in a traceback, or in half a page."""
    url = f"{server.url}/page"
    web.get(url, SETTINGS)
    (file,) = place.iterdir()
    whole = file.read_bytes()
    for data in (spoiled, whole[:-1], whole[:-100]):
        file.write_bytes(data)
        assert web.get(url, SETTINGS).data == PAGE
    assert len(server.requests) == 4


def test_a_copy_beyond_the_limit(server: Server, place: Path) -> None:
    """A copy that is larger than --max-bytes is unpacked all the same."""
    url = f"{server.url}/page"
    web.get(url, SETTINGS)
    assert cache.load(place, url, len(PAGE))
    assert cache.load(place, url, len(PAGE) - 1) is None


def test_a_place_that_cannot_be_written(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A home that is full or read-only keeps pages from being read at all."""
    file = tmp_path / "file"
    file.write_text("not a folder", encoding="utf-8")
    monkeypatch.setattr(cache, "folder", lambda: file / "kept")
    assert web.get(f"{server.url}/page", SETTINGS).data == PAGE


def test_the_oldest_go_first(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The cache grows without an end, or drops what was fetched last."""
    import os

    copy = cache.Copy("u", os.urandom(1000), None, None, None, None, 0.0)
    monkeypatch.setattr(cache, "MAX_BYTES", 5000)
    for number in range(10):
        cache.store(place, f"https://a.example/{number}", copy)
        for file in place.iterdir():
            os.utime(file, (file.stat().st_mtime - 10,) * 2)
    kept = [n for n in range(10) if cache.load(place, f"https://a.example/{n}", LIMIT)]
    assert kept == [6, 7, 8, 9]


def test_clear(server: Server, env: Mapping[str, str]) -> None:
    """`newsdiff cache clear` leaves a copy, or removes what is none."""
    url = f"{server.url}/page"
    assert newsdiff("read", "--allow-private", url, env=env).status == 0
    (folder,) = {path.parent for path in Path(env["XDG_CACHE_HOME"]).rglob("*.page")}
    (folder / "letter.txt").write_text("not ours", encoding="utf-8")
    done = newsdiff("cache", "clear", env=env)
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("removed 1 page (")
    assert [path.name for path in folder.iterdir()] == ["letter.txt"]
    assert newsdiff("cache", "clear", env=env).out.startswith("removed 0 pages (0 bytes)")
    assert newsdiff("cache", "burn", env=env).status == 2


def test_compare_a_file_with_a_url(server: Server, env: Mapping[str, str], tmp_path: Path) -> None:
    """`newsdiff compare saved.html URL` does not work, or its labels are alike."""
    saved = tmp_path / "saved.html"
    saved.write_bytes(PAGE)
    url = f"{server.url}/page"
    done = newsdiff("compare", "--allow-private", "-f", "json", str(saved), url, env=env)
    assert (done.status, done.err) == (0, "")
    document = json.loads(done.out)
    assert [article["source"] for article in document["articles"]] == [str(saved), url]
    assert document["only"] == []
    report = newsdiff("compare", "--allow-private", "-f", "text", str(saved), url, env=env)
    assert "(saved.html)" in report.out
    assert "(page)" in report.out


def test_one_bad_url_among_good(server: Server, env: Mapping[str, str]) -> None:
    """One page that cannot be had keeps the others from being read, or disturbs their order."""
    urls = [f"{server.url}/{path}" for path in ("page", "status/404", "circle/a", "redirect/page")]
    done = newsdiff("summarize", "-n", "1", "--allow-private", *urls, COURIER, env=env)
    assert done.status == 2
    sources = [line.split("\t")[0] for line in done.out.splitlines()]
    assert sources == [urls[0], urls[3], COURIER]
    told = done.err.splitlines()
    assert [line.split(": ")[1] for line in told] == [urls[1], urls[2]]


def test_private_addresses_take_leave(server: Server, env: Mapping[str, str]) -> None:
    """A URL to this machine is fetched though nobody allowed it."""
    done = newsdiff("read", f"{server.url}/page", env=env)
    assert (done.status, done.out) == (2, "")
    assert "--allow-private" in done.err
    assert server.requests == []


def test_progress(server: Server, env: Mapping[str, str]) -> None:
    """Nobody sees that newsdiff waits for a server, or the line stays, or goes into a pipe."""
    urls = [f"{server.url}/page", f"{server.url}/redirect/page"]
    shown = on_terminal([*COMMAND, "read", "--allow-private", *urls], env=env)
    assert "newsdiff: 0 of 2 pages fetched" in shown.out
    last = shown.out.split("\r")[-1]
    assert "fetched" not in last
    assert newsdiff("read", "--allow-private", *urls, env=env).err == ""


def test_at_once() -> None:
    """Pages are fetched one after the other, one of them twice, or a fault in a thread is lost."""
    import threading

    together = threading.Barrier(3, timeout=10)
    read: list[str] = []

    def wait(url: str) -> list[str]:
        read.append(url)
        together.wait()
        return [url.upper()]

    assert at_once(["a", "b", "a", "c"], wait) == {"a": ["A"], "b": ["B"], "c": ["C"]}
    assert sorted(read) == ["a", "b", "c"]
    assert at_once([], wait) == {}

    def fail(url: str) -> list[str]:
        raise ValueError(url)

    with pytest.raises(ValueError, match="a"):
        at_once(["a"], fail)
