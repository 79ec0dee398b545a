"""Which addresses may be spoken to, and which may see the token.

The API base that the person set may be plain http, but then only on this machine or a private network; downloads may come from that same host.
Everything else is https to public addresses, at every redirect again. The token goes to the API base's own origin and nowhere else.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from urllib.parse import SplitResult, urlsplit

from ugcflow.errors import ProtocolError, UsageError

Origin = tuple[str, str, int]
_PORTS = {"http": 80, "https": 443}
_LOCAL = ("localhost", "ip6-localhost")


def origin(url: str) -> Origin:
    """Scheme, host and port. Raises ValueError for no http(s) URL."""
    parts = urlsplit(url)
    if parts.scheme not in _PORTS or not parts.hostname:
        raise ValueError("not an http(s) address")
    return parts.scheme, parts.hostname.lower(), parts.port or _PORTS[parts.scheme]


async def check_base(url: str) -> None:
    """May `url` be the API base? Raises UsageError when not: no URL, a password in it, or plain http to a public host."""
    parts = _split(url)
    if parts is None or parts.username or parts.query or parts.fragment:
        raise UsageError("NEMO_API_URL is not an address that can be used", do="give it as https://host, without user, query or fragment")  # fmt: skip
    if parts.scheme == "http" and not await _private(parts.hostname or "", wholly=True):
        raise UsageError(f"NEMO_API_URL is plain http to {parts.hostname}, a public address: the token would be readable on the way",
                         do="use https; plain http is for this machine and private networks")  # fmt: skip


async def check_target(url: str, base: str) -> None:
    """May a download or a redirect go to `url`? Raises ProtocolError when not."""
    parts = _split(url)
    if parts is None or parts.username:
        raise ProtocolError("the editor named a download address that is no http(s) address", do="try the export again")
    if parts.hostname == origin(base)[1] and (parts.scheme == "https" or urlsplit(base).scheme == "http"):
        return
    if parts.scheme != "https" or await _private(parts.hostname or ""):
        raise ProtocolError(f"the editor named {parts.scheme}://{parts.hostname} for a download: only https to public addresses is followed",
                            do="nothing was fetched from there. If this is your own service, let it name its downloads by the host of NEMO_API_URL")  # fmt: skip


def _split(url: str) -> SplitResult | None:
    try:
        origin(url)
    except ValueError:
        return None
    return urlsplit(url)


async def _private(host: str, wholly: bool = False) -> bool:
    """True when any address of `host` (`wholly`: every one) is not a public one. A name that can't be resolved is not private."""
    if host.lower().rstrip(".") in _LOCAL:
        return True
    private = [not a.is_global for a in await _addresses(host)]
    return all(private) if wholly and private else any(private)


async def _addresses(host: str) -> list[ipaddress.IPv4Address | ipaddress.IPv6Address]:
    try:
        return [ipaddress.ip_address(host)]
    except ValueError:
        pass
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return []
    return [ipaddress.ip_address(str(address[0]).split("%")[0]) for *_, address in found]
