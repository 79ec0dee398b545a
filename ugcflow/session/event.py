"""What an editor says while it carries a sentence out: a stream that ends with `Done`, or with an exception."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Text:
    """Words of the editor's reply, screen instructions already stripped. Each piece is said once."""

    text: str


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool at work (progress, never shown as the reply). `phase` is `call` or `result`."""

    name: str
    phase: str = "call"
    detail: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Heartbeat:
    """Still working, `seconds` after the message was sent."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Working:
    """How far a long piece of work is: `done` from 0 to 1, in `what` ("listening", "measuring")."""

    what: str
    done: float


@dataclass(frozen=True, slots=True)
class Done:
    """The sentence was carried out. `reply` is all that was said ("" for a silent edit); `warnings` are worth a person's eye.

    `applied` is what the editor says it did, one readable line each ("Removed 7 pauses, 6.2 s").
    """

    reply: str = ""
    applied: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


Event = Text | Tool | Heartbeat | Working | Done
