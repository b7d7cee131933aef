"""The proxy that the environment names for a page, as curl and pip take it: `HTTPS_PROXY`,
`HTTP_PROXY`, `ALL_PROXY`, `NO_PROXY`, or what macOS and Windows are set to."""

from __future__ import annotations

from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.request import getproxies, proxy_bypass

from urllib3.exceptions import LocationParseError
from urllib3.util import Url, make_headers, parse_url

from newsdiff.errors import InputError
from newsdiff.reading.web.addresses import private_address, public

if TYPE_CHECKING:
    from collections.abc import Mapping

PORT = 80
"""Of a proxy that is named without one."""


def proxy_for(place: Url, source: str, *, private: bool) -> Url | None:
    """Return the proxy through which a page is to be fetched, or None.

    The proxy looks the page's host up, so only a host given as a number, and "localhost", can be
    checked here; `private` lets them through. Raises InputError, which names `source`, for such a
    host and for a proxy that speaks something else than HTTP.
    """
    host = (place.host or "").strip("[]")
    named = getproxies()
    told = named.get(place.scheme or "", named.get("all"))
    if not told or proxy_bypass(host):
        return None
    try:
        proxy = parse_url(told)
    except LocationParseError:
        proxy = Url()
    if not proxy.host or proxy.scheme not in (None, "http"):
        raise InputError(
            "cannot be had through the proxy that the environment names; "
            "newsdiff speaks to those that begin with http://",
            source,
        )
    if not private and _leads_home(host):
        raise private_address(host, source)
    return proxy._replace(port=proxy.port or PORT)


def _leads_home(host: str) -> bool:
    """True for an address that is no public one, and for this machine's name."""
    try:
        return not public(str(ip_address(host)))
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def credentials(proxy: Url) -> Mapping[str, str]:
    """Return the header by which the proxy knows its user, if its URL holds a name."""
    return make_headers(proxy_basic_auth=proxy.auth) if proxy.auth else {}
