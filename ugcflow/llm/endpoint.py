"""Where the model is: address, name and key out of the environment, and how long it is waited for."""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from ugcflow.errors import UsageError

URL, MODEL, KEY = "UGCFLOW_LLM_URL", "UGCFLOW_LLM_MODEL", "UGCFLOW_LLM_KEY"
_PATH = "/chat/completions"


@dataclass(frozen=True, slots=True)
class Waits:
    """Seconds: to connect, for a whole answer, for all tries of one question together, and for those of a server never reached."""

    connect: float = 10.0
    answer: float = 90.0
    retry_first: float = 1.0
    retry_at_most: float = 60.0
    first_contact: float = 8.0


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One model. `url` is the base (`https://host/v1`); `key` "" where none is needed, and shown nowhere."""

    url: str
    model: str
    key: str = field(default="", repr=False)
    waits: Waits = field(default_factory=Waits)

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> Endpoint:
        """What the environment says. Raises UsageError when the address or the model is missing or can't be used."""
        missing = [name for name in (URL, MODEL) if not environ.get(name, "").strip()]
        if missing:
            raise UsageError(
                f"{' and '.join(missing)} {'is' if len(missing) == 1 else 'are'} not set, so there is no model to ask",
                do=f"set {URL} (as https://host/v1), {MODEL}, and {KEY} where the server wants one",
            )
        key = environ.get(KEY, "").strip()
        if not (key.isascii() and key.isprintable()) or " " in key:
            raise UsageError(f"{KEY} holds characters no key can have", do="copy it again, without quotes or spaces")
        return cls(_base(environ[URL].strip()), environ[MODEL].strip(), key)

    @property
    def address(self) -> str:
        """Where questions are sent."""
        return self.url + _PATH

    @property
    def host(self) -> str:
        """The server as people know it."""
        return urlsplit(self.url).netloc


def _base(url: str) -> str:
    """The address without what is added to it. Raises UsageError: https only, except on this machine; nothing secret in it."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        parts, host = urlsplit(""), ""
    if parts.scheme not in ("http", "https") or not host or any(c.isspace() for c in url):
        raise UsageError(f"{URL} is no web address", do="give the base of the API, as https://host/v1")
    if parts.username or parts.password or parts.query or parts.fragment:
        raise UsageError(f"{URL} must not hold a user, a query or a fragment", do=f"give the key in {KEY}")
    if parts.scheme == "http" and not _loopback(host):
        raise UsageError(
            f"{URL} is plain http to {host}: the key and the sentences would be readable on the way",
            do="use https; plain http is for this machine alone",
        )
    return url.rstrip("/").removesuffix(_PATH)


def _loopback(host: str) -> bool:
    if host.lower().rstrip(".") == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
