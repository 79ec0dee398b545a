"""One turn of the agent: frames of `/run_sse` in, words and tools out. No I/O.

The events are those of the Agent Development Kit, in camelCase. A partial event is a hint for screens: its words come again, whole, in the completed
event after it, so only completed events count; partial words are used only when the stream ends before their completed event came.
"""

from __future__ import annotations

import json
import re
from typing import Any

from ugcflow.nemo import wire
from ugcflow.nemo.envelope import Fault
from ugcflow.nemo.shapes import Json, mapping, number, text
from ugcflow.nemo.sse import Frame
from ugcflow.session.event import Event, Text, Tool, Working

_NOISE = re.compile(
    r"(?:^|(?<=[.!?。！？\n]))\s*(?:(?:I[’']m |I am )?(?:sorry|apolog\w+)[^.!?]{0,40}?)?"
    r"I(?:[’']ve| have)? (?:encountered|ran into|run into|(?:am )?experienc\w+) a temporary (?:issue|problem|error)[^\n]*$",
    re.IGNORECASE,
)


class Turn:
    """What was said and done in answer to one message, gathered while frames come in.

    `spoken` completed texts in order · `tools` how many calls or results · `events` frames that were events · `fault` of an error frame, which ends the turn ·
    `complaint` an error that an event named, or the "temporary issue" where nothing else was said · `garbage` frames that were no JSON objects ·
    `applied`, `warnings` from a service of ours.
    """

    def __init__(self) -> None:
        self.spoken: list[str] = []
        self.tools = 0
        self.events = 0
        self.garbage = 0
        self.fault: Fault | None = None
        self.complaint = ""
        self.applied: tuple[str, ...] = ()
        self.warnings: tuple[str, ...] = ()
        self._partial: dict[str, str] = {}
        self._seen: set[str] = set()

    def take(self, frame: Frame) -> tuple[Event, ...] | None:
        """What a frame says; None when it says only that work goes on (heartbeat, comment, empty data) or nothing readable."""
        if frame.comment or frame.event == "heartbeat" or not frame.data.strip() or self.fault:
            return None
        event = self._parse(frame.data)
        if event is None or event.get("type") == "heartbeat" or event.get("event") == "heartbeat":
            return None
        if event.get("error") or frame.event == "error":
            self.fault = Fault.of_frame(event if event.get("error") else {"error": event})
            return ()
        if not _is_event(event):
            return None
        self.events += 1
        return self._event(event)

    def finish(self) -> tuple[Event, ...]:
        """The words that only ever came in part, when the stream is over."""
        return tuple(e for words in self._partial.values() for e in self._speak(words)) if not self.fault else ()

    def _parse(self, data: str) -> Json | None:
        try:
            event = json.loads(data)
        except (ValueError, RecursionError):
            event = None
        if not isinstance(event, dict):
            self.garbage += 1
            return None
        return event

    def _event(self, event: Json) -> tuple[Event, ...]:
        author = text(event.get("author"))
        parts = [p for p in _list(mapping(event.get("content")).get("parts")) if isinstance(p, dict)]
        words = "".join(text(p.get("text")) for p in parts if not p.get("thought"))
        if author == "user":
            return ()
        if event.get("partial") is True:
            self._partial[author] = _joined(self._partial.get(author, ""), words)
            return ()
        if self._again(text(event.get("id"))):
            return ()
        if event.get("errorCode") or event.get("errorMessage"):
            self.complaint = text(event.get("errorMessage")) or text(event.get("errorCode"))
        if words.strip():
            self._partial.pop(author, None)
        delta = mapping(mapping(event.get("actions")).get("stateDelta"))
        return (*self._tools(parts), *self._speak(words), *self._ours(delta))

    def _again(self, id_: str) -> bool:
        known = id_ in self._seen
        if id_:
            self._seen.add(id_)
        return known

    def _tools(self, parts: list[Json]) -> list[Event]:
        found: list[Event] = []
        for part in parts:
            for key, phase, detail in (("functionCall", "call", "args"), ("functionResponse", "result", "response")):
                if tool := mapping(part.get(key)):
                    found.append(Tool(text(tool.get("name")), phase, mapping(tool.get(detail))))
        self.tools += len(found)
        return found

    def _speak(self, words: str) -> list[Event]:
        kept = _NOISE.sub("", words).strip()
        if kept:
            self.spoken.append(kept)
            self.complaint = ""
            return [Text(kept)]
        if words.strip() and not self.spoken:
            self.complaint = words.strip()
        return []

    def _ours(self, delta: Json) -> list[Event]:
        if done := mapping(delta.get(wire.DONE_DELTA)):
            self.applied = tuple(text(v) for v in _list(done.get("applied")))
            self.warnings = tuple(text(v) for v in _list(done.get("warnings")))
        work = mapping(delta.get(wire.WORKING_DELTA))
        return [Working(text(work.get("what")), number(work.get("done")))] if work else []


def _is_event(event: Json) -> bool:
    """A frame is an event when it has something an event can have; `{}` and `{"status": "ok"}` only show that work goes on."""
    return any(key in event for key in ("content", "author", "actions", "invocationId", "errorCode", "errorMessage"))


def _joined(before: str, words: str) -> str:
    """Partial words so far: some servers send only what is new, some all of it each time."""
    return words if before and words.startswith(before) else before + words


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
