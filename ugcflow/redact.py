"""The one redactor: stands before every sink (journal, report, terminal, log), so that no secret is ever written down.

Taken out: account tokens (`nmv_usr_…`), claim tokens outside a claim link, bearer headers, passwords in URLs, the query part of every URL
(a claim link keeps its `ct`, the only link into a session that may be shown, and a registration link its `bind`), fields named like a secret, and every value handed in.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import PurePath
from typing import Any
from urllib.parse import parse_qsl, urlsplit, urlunsplit

HIDDEN = "[hidden]"
_SECRET_VARIABLES = ("NEMO_TOKEN", "UGCFLOW_LLM_KEY", "OPENAI_API_KEY", "GITHUB_TOKEN")
_SECRET_FIELDS = {"authorization", "token", "access_token", "api_key", "apikey", "password", "secret", "x-client-id"}
_URL = re.compile(r"\bhttps?://[^\s\"'<>\\^`{}|]+", re.IGNORECASE)
_BEARER = re.compile(r"\b(bearer)\s+[^\s\"',;]+", re.IGNORECASE)
_TOKEN = re.compile(r"\bnmv_[A-Za-z]+_[A-Za-z0-9._-]+")
_CLAIM = re.compile(r"(?<!\?ct=)\bclm_[A-Za-z0-9._-]+")
_BIND = re.compile(r"(?!nmv_|clm_)[A-Za-z0-9_-]{1,64}")
_TRAILING = ".,;:!?)]"


class Redactor:
    """Makes copies of JSON-like values without secrets. `secrets` are exact values that must never appear."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        self._secrets = sorted({s for s in secrets if len(s) >= 6}, key=len, reverse=True)

    @classmethod
    def from_environment(cls) -> Redactor:
        """Knows the values of the environment's secret variables."""
        return cls(os.environ.get(name, "") for name in _SECRET_VARIABLES)

    def __call__(self, value: Any) -> Any:
        """The value with every string in it cleaned, keys included; other values as they are."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, PurePath):
            return self.text(str(value))
        if isinstance(value, dict):
            return {self(k): self._field(str(k), v) for k, v in value.items()}
        if isinstance(value, list | tuple):
            return [self(v) for v in value]
        return value

    def text(self, text: str) -> str:
        """One string without secrets."""
        for secret in self._secrets:
            text = text.replace(secret, HIDDEN)
        text = _URL.sub(lambda m: clean_url(m.group()), text)
        text = _BEARER.sub(rf"\1 {HIDDEN}", text)
        return _CLAIM.sub(HIDDEN, _TOKEN.sub(HIDDEN, text))

    def _field(self, key: str, value: Any) -> Any:
        if key.lower() in _SECRET_FIELDS and isinstance(value, str) and value:
            return HIDDEN
        return self(value)


def clean_url(url: str) -> str:
    """A URL without password, query and fragment; the `ct` of a claim link stays."""
    body = url.rstrip(_TRAILING)
    tail = url[len(body) :]
    try:
        parts = urlsplit(body)
        host = parts.netloc.rpartition("@")[2]
    except ValueError:
        return HIDDEN
    return urlunsplit((parts.scheme, host, parts.path, _kept(parts.path, dict(parse_qsl(parts.query))), "")) + tail


def _kept(path: str, query: dict[str, str]) -> str:
    """What of a query may be shown: the `ct` of a claim link, and the `bind` of a registration link, which is no credential."""
    if path.endswith("/workspace/claim") and query.get("ct"):
        return f"ct={query['ct']}"
    bind = query.get("bind", "")
    return f"bind={bind}" if path in ("", "/") and set(query) == {"bind"} and _BIND.fullmatch(bind) else ""
