"""An input by URL: streamed to a file, over https only, to public addresses only, whole or not at all."""

from __future__ import annotations

import hashlib
import ipaddress
import os
import re
import socket
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from ugcflow.errors import InputError
from ugcflow.session.contract import Progress

if TYPE_CHECKING:
    import httpx

LARGEST = 500 * 1024 * 1024  # bytes, as the cloud's own limit
_REDIRECTS = 5
_ENDINGS = ("mp4", "mov", "avi", "webm", "mkv", "jpg", "jpeg", "png", "gif", "webp", "mp3", "wav", "m4a", "aac")
_TIMEOUT = 60.0  # s without a byte


def fetch(
    url: str,
    folder: Path,
    stem: str,
    *,
    sha256: str = "",
    progress: Progress = lambda done, what: None,
    reachable: Callable[[str], bool] | None = None,
    client: httpx.Client | None = None,
) -> Path:
    """Download `url` into `folder` and return the file. Every redirect is checked like the first address.

    `reachable` decides which hosts may be asked (public ones, unless given). Raises InputError, naming the URL without its query.
    """
    import httpx

    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f".{os.getpid()}.part"
    own = client or httpx.Client(timeout=_TIMEOUT, trust_env=client is not None)
    try:
        for _ in range(_REDIRECTS + 1):
            _check(url, reachable or public)
            with own.stream("GET", url, follow_redirects=False) as answer:
                if answer.has_redirect_location:
                    url = urljoin(url, answer.headers["location"])
                    continue
                if answer.status_code != 200:
                    raise InputError(
                        f"{shown(url)} answered {answer.status_code}", do="check that the link still works"
                    )
                found = _save(answer, url, part, progress)
            if sha256 and found != sha256.lower():
                raise InputError(
                    f"{shown(url)} is not the file the recipe means: its sha256 is {found[:12]}…",
                    do=f"link to the file with {sha256[:12]}…, or correct the recipe",
                )
            file = folder / f"{_safe(stem)}.{_ending(url)}"
            os.replace(part, file)
            return file
        raise InputError(f"{shown(url)} redirects again and again", do="link to the file itself")
    except httpx.HTTPError as error:
        raise InputError(
            f"{shown(url)} could not be fetched: {_why(error)}", do="check the link and the network"
        ) from None
    except (httpx.InvalidURL, ValueError):  # a redirect to nowhere, or a name no network knows
        raise InputError("the link leads to an address that can't be read", do="link to the file itself") from None
    finally:
        part.unlink(missing_ok=True)
        if client is None:
            own.close()


def shown(url: str) -> str:
    """The URL as it may be shown: without query, fragment or credentials, which may be secrets."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.hostname or ''}{parts.path}"


def public(host: str) -> bool:
    """Every address of `host` is on the public internet."""
    try:
        found = {info[4][0] for info in socket.getaddrinfo(host, 443, proto=socket.IPPROTO_TCP)}
    except OSError:
        return True  # the connection itself will say it better
    return all(ipaddress.ip_address(str(a).split("%")[0]).is_global for a in found)


def _check(url: str, reachable: Callable[[str], bool]) -> None:
    parts = urlsplit(url)
    if parts.scheme != "https" or not parts.hostname:
        raise InputError(f"{shown(url)} is not an https link", do="use https://, or a file beside the recipe")
    if not reachable(parts.hostname):
        raise InputError(f"{parts.hostname} is a private address", do="use a public link, or a file beside the recipe")


def _save(answer: httpx.Response, url: str, part: Path, progress: Progress) -> str:
    total = int(answer.headers.get("content-length") or 0)
    digest, size = hashlib.sha256(), 0
    too_large = InputError(f"{shown(url)} is over 500 MB", do="compress or trim it first")
    if total > LARGEST:
        raise too_large
    with part.open("wb") as stream:
        for block in answer.iter_bytes(1 << 16):
            size += len(block)
            if size > LARGEST:
                raise too_large
            digest.update(block)
            stream.write(block)
            progress(min(0.99, size / total) if total else 0.5, "downloading")
    if not size:
        raise InputError(f"{shown(url)} is empty", do="check that the link is right")
    return digest.hexdigest()


def _ending(url: str) -> str:
    ending = urlsplit(url).path.rsplit(".", 1)[-1].lower()
    return ending if ending in _ENDINGS else "mp4"


def _safe(stem: str) -> str:
    return re.sub(r"[^A-Za-z0-9_-]", "_", stem)[:60] or "input"


def _why(error: Exception) -> str:
    return str(error).split("?")[0] or type(error).__name__
