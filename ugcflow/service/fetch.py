"""An input by URL: http(s) to public addresses only, each redirect checked again, to the very address that was checked, whole or not at all."""

from __future__ import annotations

import asyncio
import hashlib
import ipaddress
import mimetypes
import socket
import ssl
from functools import cache
from pathlib import Path
from urllib.parse import SplitResult, urljoin, urlsplit
from uuid import uuid4

import httpx

from ugcflow.errors import InputError
from ugcflow.nemo import wire
from ugcflow.service.receiving import Received, check_type, safe_name, too_large
from ugcflow.service.settings import ServiceSettings

_REDIRECTS = 5
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


async def fetch(url: str, folder: Path, settings: ServiceSettings) -> Received:
    """Download `url` into `folder`. Raises InputError for what can't be had, Refusal 4001 and 4002 for what is not taken."""
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f".{uuid4().hex}.part"
    try:
        async with asyncio.timeout(settings.fetch_at_most):
            return await _followed(url, part, settings)
    except TimeoutError:
        part.unlink(missing_ok=True)
        raise InputError(f"{shown(url)} took longer than {settings.fetch_at_most:g} s", do="use a faster host, or upload the file") from None  # fmt: skip
    except httpx.HTTPError as error:
        part.unlink(missing_ok=True)
        raise InputError(f"{shown(url)} could not be fetched: {type(error).__name__}", do="check the link") from None
    except BaseException:
        part.unlink(missing_ok=True)
        raise


async def _followed(url: str, part: Path, settings: ServiceSettings) -> Received:
    name = safe_name(_checked(url).path)
    async with httpx.AsyncClient(verify=_tls(), trust_env=False, timeout=settings.fetch_silence) as client:
        for _ in range(_REDIRECTS + 1):
            parts = _checked(url)
            request = _pinned(client, parts, await _address(parts, settings))
            answer = await client.send(request, stream=True)
            try:
                if answer.is_redirect:
                    url = urljoin(url, answer.headers.get("location", ""))
                    continue
                if answer.status_code != 200:
                    raise InputError(f"{shown(url)} answered {answer.status_code}", do="check that the link still works")  # fmt: skip
                named = _named(name, answer)
                check_type(named)
                return await _saved(answer, part, named, settings.largest_upload)
            finally:
                await answer.aclose()
    raise InputError(f"{shown(url)} redirects again and again", do="link to the file itself")


@cache
def _tls() -> ssl.SSLContext:
    """Made once: reading the certificates takes longer than many a file."""
    return httpx.create_ssl_context()


def shown(url: str) -> str:
    """The URL as it may be shown: without query, fragment or credentials, which may be secrets."""
    try:
        parts = urlsplit(url)
        return f"{parts.scheme}://{parts.hostname or ''}{parts.path}"
    except ValueError:
        return "the link"


def allowed(address: Address) -> bool:
    """True for an address of the public internet, looked at through every way of writing an IPv4 address as IPv6."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None and not allowed(inner):
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _checked(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        usable = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0 and not parts.username
    except ValueError:
        usable = False
    if not usable:
        raise InputError(f"{shown(url)} is no http(s) link that can be used", do="use https://host/file, without a user in it")  # fmt: skip
    return parts


async def _address(parts: SplitResult, settings: ServiceSettings) -> str:
    """The one address that will be spoken to; every address of the host must be allowed."""
    host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise InputError(f"{host} could not be found", do="check the link") from None
    addresses = [str(place[0]).split("%")[0] for *_, place in found]
    if not settings.private_urls and not all(allowed(ipaddress.ip_address(a)) for a in addresses):
        raise InputError(f"{host} is not on the public internet", do="use a public link, or upload the file")
    return addresses[0]


def _pinned(client: httpx.AsyncClient, parts: SplitResult, address: str) -> httpx.Request:
    """A request to that address in the name of the host, so that a second look-up can't lead anywhere else."""
    host = parts.hostname or ""
    url = httpx.URL(parts.geturl()).copy_with(host=address, fragment=None)
    named = f"[{host}]" if ":" in host else host
    headers = {"Host": f"{named}:{parts.port}" if parts.port else named, "Accept-Encoding": "identity"}
    return client.build_request("GET", url, headers=headers, extensions={"sni_hostname": host})


def _named(name: str, answer: httpx.Response) -> str:
    """The file's name: the link's, with an ending by its content type where it has none that is known."""
    if name.rsplit(".", 1)[-1].lower().replace("jpeg", "jpg") in wire.FORMATS and "." in name:
        return name
    kind = answer.headers.get("content-type", "").split(";")[0].strip()
    return (name or "input") + (mimetypes.guess_extension(kind) or "")


async def _saved(answer: httpx.Response, part: Path, name: str, largest: int) -> Received:
    stated = answer.headers.get("content-length", "")
    if stated.isdigit() and int(stated) > largest:
        raise too_large(largest)
    digest, size = hashlib.sha256(), 0
    with part.open("xb") as stream:
        async for block in answer.aiter_raw():
            size += len(block)
            if size > largest:
                raise too_large(largest)
            digest.update(block)
            stream.write(block)
    if not size:
        raise InputError(f"{name} is empty", do="check that the link is right")
    return Received(part, name, digest.hexdigest(), size)
