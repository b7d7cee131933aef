"""Which addresses newsdiff connects to: those of the public internet, unless it is told otherwise.

A web page names further addresses (redirects), and names lead wherever their owner likes: to the
router, to a service of this machine, to a cloud's metadata. So a name is looked up once, what it
stands for is checked, and the connection goes to the very address that was checked.
"""

from __future__ import annotations

import queue
import socket
import threading
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from newsdiff.errors import InputError

NAT64 = IPv6Network("64:ff9b::/96")
"""IPv6 addresses that carry an IPv4 address in their last four bytes (RFC 6052)."""


def public(address: str) -> bool:
    """Return whether an address belongs to the public internet, and so does any that it carries.

    >>> public("93.184.215.14"), public("10.0.0.1"), public("::ffff:127.0.0.1")
    (True, False, False)
    """
    given = ip_address(address)
    return all(
        ip.is_global and not ip.is_multicast and not getattr(ip, "is_site_local", False)
        for ip in (_carried(given) or (given,))
    )


def _carried(ip: IPv4Address | IPv6Address) -> tuple[IPv4Address, ...]:
    """Return the IPv4 addresses inside an IPv6 address that is translated or tunnelled to them."""
    if isinstance(ip, IPv4Address):
        return ()
    if ip in NAT64:
        return (IPv4Address(int(ip) & 0xFFFFFFFF),)
    found = ip.ipv4_mapped or ip.sixtofour
    return (found,) if found else ip.teredo or ()


def addresses(host: str, port: int, source: str, *, private: bool, seconds: float) -> list[str]:
    """Return the addresses of a host that may be connected to, in the system's order.

    `private` lets those through that are not public. Raises InputError, which names `source`, when
    none is left, and OSError when the name leads nowhere or was not found in so many seconds.
    """
    found = _look_up(host, port, seconds)
    allowed = [address for address in found if private or public(address)]
    if not allowed:
        raise private_address(found[0], source)
    return allowed


def private_address(address: str, source: str) -> InputError:
    """Return what is said of an address that is not public."""
    return InputError(
        f"leads to {address}, a private address; --allow-private lets newsdiff go there", source
    )


def _look_up(host: str, port: int, seconds: float) -> list[str]:
    """Return every address that the system knows for a name, each once.

    The system's own time limit is minutes, so it works in a thread that nobody has to wait for.
    """
    answers: queue.SimpleQueue[list[str] | OSError] = queue.SimpleQueue()

    def look() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answers.put(list(dict.fromkeys(str(entry[4][0]) for entry in found)))
        except UnicodeError:  # a label of more than 63 characters
            answers.put(socket.gaierror("no name that a host can have"))
        except OSError as error:
            answers.put(error)

    threading.Thread(target=look, daemon=True).start()
    try:
        answer = answers.get(timeout=max(seconds, 0))
    except queue.Empty:
        raise TimeoutError(f"{host} was not found in time") from None
    if isinstance(answer, OSError):
        raise answer
    return answer
