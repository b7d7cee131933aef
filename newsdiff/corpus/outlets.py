"""Outlets by their registered domains: www.bbc.co.uk and news.bbc.co.uk are one."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

_HOST = re.compile(r"[^\s./@:?#]{1,63}(?:\.[^\s./@:?#]{1,63}){1,10}")


def outlet(name: str, url: str) -> str:
    """Return an outlet as its registered domain where its name or the article's URL tells one,
    and else its name, small and on one line; "" for neither.

    >>> outlet("The Echo", "https://news.echo.co.uk/a/1"), outlet("www.Echo.com", "")
    ('echo.co.uk', 'echo.com')
    """
    return _registered(url) or _registered(name) or " ".join(name.casefold().split())


def _registered(address: str) -> str:
    """Return the registered domain of a URL or a host name, "" for what is neither."""
    address = address.strip()
    if "//" not in address[:12]:
        if not _HOST.fullmatch(address.partition("/")[0]):
            return ""
        address = f"//{address}"
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:  # a bracket that is no IPv6 address
        return ""
    return _domain(host.casefold())


@cache
def _domain(host: str) -> str:
    """Return the registered domain of a host; a collection has few hosts and many articles."""
    if host.rpartition(".")[2].isdigit() or ":" in host:  # an IP address
        return host
    return _suffixes().privatesuffix(host) or ""


@cache
def _suffixes() -> PublicSuffixList:
    """Return the list of public suffixes that the package brings along: nothing is fetched."""
    from publicsuffixlist import PublicSuffixList  # noqa: PLC0415  an extra

    return PublicSuffixList()
