"""What an editor says, as frames of `/run_sse`: ADK events in camelCase, words in part and then whole, tool calls with the ids of their results."""

from __future__ import annotations

from collections import defaultdict
from uuid import uuid4

from ugcflow.nemo import events
from ugcflow.nemo.shapes import Json
from ugcflow.session import Done, Event, Heartbeat, Text, Tool, Working

_PARTIAL = 48  # characters of the words a partial event shows first


class Telling:
    """One invocation of the agent."""

    def __init__(self) -> None:
        self._invocation = f"e-{uuid4()}"
        self._open: defaultdict[str, list[str]] = defaultdict(list)  # ids of calls without a result, by tool
        self._spoke = False

    def frames(self, event: Event) -> list[bytes]:
        """The frames of one event, in order."""
        match event:
            case Heartbeat():
                return [events.heartbeat()]
            case Working():
                return [events.frame(events.working(self._invocation, event.what, event.done))]
            case Tool():
                return [events.frame(events.event(self._invocation, [self._tool(event)]))]
            case Text():
                return self._said(event.text)
            case Done():
                unsaid = self._said(event.reply) if event.reply and not self._spoke else []
                return [*unsaid, events.frame(events.done(self._invocation, event.applied, event.warnings))]

    def _said(self, words: str) -> list[bytes]:
        self._spoke = self._spoke or bool(words.strip())
        head = words[:_PARTIAL].rsplit(" ", 1)[0]
        partial = [events.frame(events.said(self._invocation, head, partial=True))] if head.strip() else []
        return [*partial, events.frame(events.said(self._invocation, words))]

    def _tool(self, tool: Tool) -> Json:
        if tool.phase == "call":
            id_ = f"adk-{uuid4()}"
            self._open[tool.name].append(id_)
            return {"functionCall": {"id": id_, "name": tool.name, "args": tool.detail}}
        id_ = self._open[tool.name].pop(0) if self._open[tool.name] else f"adk-{uuid4()}"
        return {"functionResponse": {"id": id_, "name": tool.name, "response": tool.detail}}
