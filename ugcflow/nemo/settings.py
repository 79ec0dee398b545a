"""What the client is set to: addresses, identity, and every waiting time."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from platformdirs import user_config_path

import ugcflow
from ugcflow.errors import UsageError
from ugcflow.nemo import wire
from ugcflow.nemo.token import Token

SOURCE = "ugcflow"


@dataclass(frozen=True, slots=True)
class Waits:
    """Every waiting time, in seconds; the defaults are those of protocol.md where it names one."""

    connect: float = 15.0
    answer: float = 60.0
    heartbeat: float = 120.0
    silence: float = wire.SILENCE
    longest: float = wire.LONGEST_MESSAGE
    after_drop: tuple[float, ...] = (30.0, 60.0, 60.0, 60.0, 60.0, 60.0)
    settle_every: float = 5.0
    settle_at_most: float = 60.0
    rate_limit: float = 30.0
    poll: float = 30.0
    render_at_most: float = 1800.0
    retry_first: float = 0.5
    retry_cap: float = 15.0
    retry_at_most: float = 90.0
    first_contact: float = 10.0
    """How long a host that was never reached is tried: a wrong address shows soon."""

    @classmethod
    def from_text(cls, text: str) -> Waits:
        """Some of the waits as a JSON object (`{"poll": 1, "after_drop": [1, 1]}`), the others as they are. Raises UsageError."""
        try:
            given = json.loads(text or "{}")
            times: dict[str, Any] = {
                k: tuple(map(float, v)) if k == "after_drop" else float(v) for k, v in given.items()
            }
            if any(t < 0 for v in times.values() for t in (v if isinstance(v, tuple) else (v,))):
                raise ValueError
            return cls(**times)
        except (ValueError, TypeError, AttributeError):
            names = ", ".join(f.name for f in fields(cls))
            raise UsageError(
                "UGCFLOW_NEMO_WAITS can't be read",
                do=f"give a JSON object of seconds with any of {names}; after_drop is a list",
            ) from None


@dataclass(frozen=True, slots=True)
class Settings:
    """One client. `anonymous` allows asking for an anonymous token. `folder` keeps the client id, `token_file` an anonymous token."""

    api_url: str = wire.API_URL
    web_url: str = wire.WEB_URL
    token: Token | None = None
    client_id: str = ""
    platform: str = "unknown"
    source: str = SOURCE
    version: str = ugcflow.__version__
    anonymous: bool = True
    folder: Path = field(default_factory=lambda: Path.home() / ".config" / "nemovideo")
    token_file: Path = field(default_factory=lambda: user_config_path("ugcflow") / "anonymous-token.json")
    waits: Waits = field(default_factory=Waits)

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ, *, allow_anonymous: bool = False) -> Settings:
        """The settings of the environment. In CI (`CI` set) an anonymous token is asked for only with `allow_anonymous`."""
        token = environ.get("NEMO_TOKEN", "").strip()
        return cls(
            api_url=environ.get("NEMO_API_URL", "").strip().rstrip("/") or wire.API_URL,
            web_url=environ.get("NEMO_WEB_URL", "").strip().rstrip("/") or wire.WEB_URL,
            token=Token(token) if token else None,
            client_id=environ.get("NEMO_CLIENT_ID", "").strip(),
            platform=platform(environ.get("SKILL_SOURCE", ""), Path(__file__)),
            waits=Waits.from_text(environ.get("UGCFLOW_NEMO_WAITS", "")),
            anonymous=allow_anonymous or environ.get("CI", "").lower() in ("", "0", "false"),
        )


def platform(given: str, installed: Path) -> str:
    """X-Skill-Platform: SKILL_SOURCE when it is set (to a name, or to a path), else told from where the program is installed."""
    for place in (given.strip(), installed.as_posix()):
        if ".clawhub" in place:
            return "clawhub"
        if ".cursor/skills" in place.replace("\\", "/"):
            return "cursor"
        if place == given.strip() and place.isascii() and place.replace("-", "").replace("_", "").isalnum():
            return place
    return "unknown"
