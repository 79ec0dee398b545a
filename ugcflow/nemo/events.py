"""Making the frames of `/run_sse`, for `ugcflow serve` and for servers in tests: ADK events in camelCase, one JSON object a frame."""

from __future__ import annotations

import json
import time
from typing import Any
from uuid import uuid4

from ugcflow.nemo import wire

Json = dict[str, Any]


def frame(event: Json, name: str = "") -> bytes:
    """One server-sent event: `data: <json>`, with an `event:` line when it has a name."""
    head = f"event: {name}\n" if name else ""
    return f"{head}data: {json.dumps(event, ensure_ascii=False, separators=(',', ':'))}\n\n".encode()


def heartbeat() -> bytes:
    """ "Still working"."""
    return b"event: heartbeat\ndata: {}\n\n"


def event(invocation: str, parts: list[Json], *, partial: bool = False, delta: Json | None = None) -> Json:
    """One event of the agent, with a new id."""
    body: Json = {
        "id": uuid4().hex, "timestamp": time.time(), "invocationId": invocation, "author": wire.AGENT,
        "content": {"role": "model", "parts": parts}, "actions": {"stateDelta": delta or {}},
    }  # fmt: skip
    return {**body, "partial": True} if partial else body


def said(invocation: str, words: str, *, partial: bool = False) -> Json:
    """Words of the reply; partial ones are said again in full by a completed event."""
    return event(invocation, [{"text": words}], partial=partial)


def called(invocation: str, tool: str, args: Json | None = None) -> Json:
    """A tool call."""
    return event(invocation, [{"functionCall": {"id": uuid4().hex, "name": tool, "args": args or {}}}])


def answered(invocation: str, tool: str, response: Json | None = None) -> Json:
    """A tool's result."""
    return event(invocation, [{"functionResponse": {"id": uuid4().hex, "name": tool, "response": response or {}}}])


def working(invocation: str, what: str, done: float) -> Json:
    """How far a long piece of work is (an addition of ours)."""
    return event(invocation, [], delta={wire.WORKING_DELTA: {"what": what, "done": done}})


def done(invocation: str, applied: tuple[str, ...], warnings: tuple[str, ...]) -> Json:
    """What was done, beside the reply (an addition of ours)."""
    return event(invocation, [], delta={wire.DONE_DELTA: {"applied": list(applied), "warnings": list(warnings)}})
