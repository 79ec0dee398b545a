"""The agent behind the service in these tests: an editor by a script, whose drafts are real and whose work takes no time."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import AsyncIterator
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import anyio

from ugcflow.errors import RenderError, SessionLost, StepError
from ugcflow.session import (
    Credits,
    Done,
    Event,
    Exported,
    Message,
    Output,
    Progress,
    Question,
    Reading,
    State,
    Text,
    Tool,
    Upload,
    Uploaded,
    Working,
)
from ugcflow.session.facts import FileFacts

FOUND = FileFacts("video", "mp4", 3000, 1080, 1920, 30.0, 90, "h264", audio_codec="aac")
FILE = b"a finished ad, by the script" * 400


@dataclass
class Actor:
    """Implements `Editor`. `messages`, `uploads` and `renders` are counted by session and what they were about; `failing` renders fail at first."""

    messages: Counter[tuple[str, str]] = field(default_factory=Counter)
    uploads: Counter[tuple[str, str]] = field(default_factory=Counter)
    renders: Counter[str] = field(default_factory=Counter)
    failing: int = 0
    stuck: bool = False
    breaks: bool = False
    sessions: dict[str, Scene] = field(default_factory=dict)
    name: str = "scripted"
    reads: bool = False

    def refuses(self, reading: Reading) -> tuple[Question, ...]:
        return ()

    async def open(self, name: str, language: str) -> Scene:
        scene = Scene(self, f"scene-{len(self.sessions) + 1}")
        self.sessions[scene.id] = scene
        return scene

    async def attach(self, session_id: str) -> Scene:
        if session_id not in self.sessions:
            raise SessionLost("there is no such session")
        return self.sessions[session_id]

    async def credits(self) -> Credits:
        return Credits(unlimited=True)

    def cost(self, sentences: tuple[str, ...]) -> float:
        return 0.0

    async def close(self) -> None:
        return


@dataclass
class Scene:
    """Implements `Session`."""

    actor: Actor
    id: str
    draft: dict[str, Any] = field(default_factory=lambda: {"t": [], "d": 0, "m": {}})

    async def upload(self, source: Upload, progress: Progress | None = None) -> Uploaded:
        assert source.file
        with source.file.open("rb") as stream:
            sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
        self.actor.uploads[self.id, source.id] += 1
        self._add(0, "Video", source.name)
        return Uploaded(source.id, source.name, sha256, source.file.stat().st_size, FOUND.to_json())

    async def send(self, message: Message) -> AsyncIterator[Event]:
        self.actor.messages[self.id, message.text] += 1
        yield Working("thinking", 0.5)
        yield Tool("add_title", "call", {"text": message.text})
        if self.actor.breaks:
            raise StepError("there is no room for a title", do="make the edit longer")
        self._add(7, "Title", message.text)
        yield Tool("add_title", "result", {"ok": True})
        yield Text("Title added, as you asked.")
        yield Done("Title added, as you asked.", (f"Title “{message.text}” added",))

    async def state(self) -> State:
        return State(deepcopy(self.draft))

    async def export(self, output: Output, to: Path, progress: Progress | None = None) -> Exported:
        self.actor.renders[output.name] += 1
        if self.actor.stuck:
            await anyio.sleep_forever()
        if self.actor.renders[output.name] <= self.actor.failing:
            raise RenderError("the encoder stopped", do="try another format")
        part = to.with_suffix(".part")
        part.write_bytes(FILE)
        os.replace(part, to)
        return Exported(output.name, to, hashlib.sha256(FILE).hexdigest(), len(FILE), 3.0)

    async def claim_link(self) -> str:
        return ""

    async def close(self) -> None:
        return

    def _add(self, kind: int, track: str, text: str) -> None:
        segment = {"s": 0, "d": 3000, "m": {"text": text}}
        self.draft["t"].append({"tt": kind, "m": {"name": track}, "sg": [segment]})
        self.draft["d"] = 3000
