"""A bearer token that never prints itself, and the file an anonymous one is kept in between runs."""

from __future__ import annotations

import json
import os
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from ugcflow.nemo import wire
from ugcflow.nemo.shapes import Json, mapping, number, text

_MARGIN = 300.0  # seconds before its end at which a kept token is no longer used


class Token:
    """A secret. Only `reveal` gives it, for the one header it belongs in; printing, comparing by text and pickling give nothing."""

    __slots__ = ("_value", "anonymous")

    def __init__(self, value: str, *, anonymous: bool = False) -> None:
        self._value = value
        self.anonymous = anonymous

    def reveal(self) -> str:
        return self._value

    def __repr__(self) -> str:
        return "Token(hidden)"

    __str__ = __repr__

    def __format__(self, spec: str) -> str:
        return repr(self)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Token) and other._value == self._value

    def __hash__(self) -> int:
        return hash(self._value)

    def __reduce__(self) -> NoReturn:
        raise TypeError("a token is not to be written down")


@dataclass(frozen=True, slots=True)
class TokenFile:
    """One anonymous token on disk, for one API base and one client id, readable by its owner only."""

    path: Path
    api_url: str
    client_id: str

    def read(self) -> Token | None:
        """The kept token, None when there is none for this base and client or it has expired. A file others can read is closed to them first."""
        try:
            if os.name == "posix" and self.path.stat().st_mode & 0o077:
                self.path.chmod(0o600)
            kept: Json = mapping(json.loads(self.path.read_text(encoding="utf-8")))
        except (OSError, ValueError):
            return None
        ours = (text(kept.get("api_url")), text(kept.get("client_id"))) == (self.api_url, self.client_id)
        fresh = number(kept.get("expires")) - _MARGIN > time.time()
        return Token(text(kept.get("token")), anonymous=True) if ours and fresh and kept.get("token") else None

    def keep(self, token: Token, seconds: float = 0.0) -> None:
        """Write `token` down, valid for `seconds` (0: the seven days of protocol.md). A folder that can't be written is no error: it is asked for again."""
        expires = time.time() + (seconds or wire.TOKEN_DAYS * 86400)
        body = {"api_url": self.api_url, "client_id": self.client_id, "token": token.reveal(), "expires": expires}
        try:
            replace_file(self.path, json.dumps(body))
        except OSError:
            return

    def forget(self) -> None:
        """Remove the kept token."""
        self.path.unlink(missing_ok=True)


def replace_file(path: Path, content: str) -> None:
    """Write a small file whole, readable by its owner only (mkstemp makes it 0600 from the first byte)."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(content)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
