"""A small editor that keeps the contract by a script: what the runner's tests drive. Its edits are a real draft, its exports real bytes."""

from __future__ import annotations

import asyncio
import hashlib
import os
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ugcflow.errors import SessionLost, UgcflowError
from ugcflow.recipe.variant import Check, Export, Input, Recipe, Step, Variant
from ugcflow.session import (
    Credits,
    Done,
    Event,
    Evidence,
    Exported,
    FileFacts,
    Loudness,
    Message,
    Operation,
    Output,
    Progress,
    Question,
    Reading,
    State,
    Text,
    Tongue,
    Tool,
    Upload,
    Uploaded,
    Working,
)

Act = Callable[["ScriptedSession", Message], Any]


@dataclass
class ScriptedEditor:
    """`acts`: sentence → what happens when it is sent (an exception to raise, or a function). `log` holds every call, in order."""

    name: str = "local"
    reads: bool = True
    acts: dict[str, Any] = field(default_factory=dict)
    fails_export: dict[str, UgcflowError] = field(default_factory=dict)
    lost: int = 0
    price: float = 0.0
    left: float = 1000.0
    unlimited: bool = True
    claim: str = ""
    busy_with: str = "timeline"
    log: list[tuple[str, str]] = field(default_factory=list)
    open_now: int = 0
    most_open: int = 0

    def refuses(self, reading: Reading) -> tuple[Question, ...]:
        return tuple(
            Question(o.words, f"{o.op} is not built yet", (), o.start, o.end, "unbuilt")
            for o in reading.operations
            if o.op == "stabilize"
        )

    async def open(self, name: str, language: str) -> ScriptedSession:
        self.log.append(("open", name))
        self.open_now += 1
        self.most_open = max(self.most_open, self.open_now)
        return ScriptedSession(self, f"session-{len(self.log)}")

    async def attach(self, session_id: str) -> ScriptedSession:
        raise SessionLost(f"there is no session {session_id}")

    async def credits(self) -> Credits:
        return Credits(available=self.left, unlimited=self.unlimited)

    def cost(self, sentences: tuple[str, ...]) -> float:
        return self.price * len(sentences)

    async def close(self) -> None:
        self.log.append(("close", "editor"))


@dataclass
class ScriptedSession:
    editor: ScriptedEditor
    id: str
    duration: int = 0
    titles: list[str] = field(default_factory=list)

    async def upload(self, source: Upload, progress: Progress | None = None) -> Uploaded:
        self.editor.log.append(("upload", source.id))
        if self.editor.lost:
            self.editor.lost -= 1
            raise SessionLost("session not found", code=1002)
        content = source.file.read_bytes() if source.file else b""
        if progress:
            progress(1.0, "reading")
        self.duration += 10_000
        return Uploaded(source.id, source.name, hashlib.sha256(content).hexdigest(), len(content), {"duration": 10_000})

    async def send(self, message: Message) -> AsyncIterator[Event]:
        self.editor.log.append(("send", message.text))
        yield Working("thinking", 0.5)
        yield Tool(self.editor.busy_with, "call")
        act = self.editor.acts.get(message.text)
        if isinstance(act, BaseException):
            raise act
        if act is not None:
            result = act(self, message)
            if asyncio.iscoroutine(result):
                await result
        else:
            self.titles.append(message.text)
        yield Text("done")
        yield Done(f"I did: {message.text}", (f"Did {message.text}",))

    async def state(self) -> State:
        sg = [{"id": "clip1", "s": 0, "d": self.duration, "m": {}}]
        tracks = [{"tt": 0, "m": {"name": "Video"}, "sg": sg}] if self.duration else []
        if self.titles:
            titles = [{"id": f"t{i}", "s": 0, "d": 1000, "m": {"text": t}} for i, t in enumerate(self.titles)]
            tracks.append({"tt": 7, "m": {"name": "Title", "role": "title"}, "sg": titles})
        return State({"t": tracks, "d": self.duration, "m": {}})

    async def export(self, output: Output, to: Path, progress: Progress | None = None) -> Exported:
        self.editor.log.append(("export", output.name))
        if output.name in self.editor.fails_export:
            raise self.editor.fails_export[output.name]
        if progress:
            progress(0.5, "rendering")
        content = f"{output.name} {self.titles}".encode()
        temporary = to.with_suffix(".part")
        temporary.write_bytes(content)
        os.replace(temporary, to)
        draft = {"t": [], "d": self.duration} if output.width else None
        return Exported(output.name, to, hashlib.sha256(content).hexdigest(), len(content), self.duration / 1000, draft)

    async def claim_link(self) -> str:
        return self.editor.claim

    async def close(self) -> None:
        self.editor.open_now -= 1


class ScriptedReader:
    """Reads `stabilize …` as an operation nobody built, `make it pop` as a question, all else as a title."""

    def read(self, text: str, tongue: Tongue | None = None) -> Reading:
        for words in ("make it pop", "fais-le"):
            at = text.find(words)
            if at >= 0:
                nearest = ("make it brighter",)
                return Reading(
                    text,
                    (),
                    (Question(words, f"nobody can tell what “{words}” should do", nearest, at, at + len(words)),),
                )
        op = "stabilize" if "stabilize" in text else "text_overlay"
        at = max(0, text.find("stabilize"))
        return Reading(
            text,
            (
                Operation(
                    op, {"text": text} if op == "text_overlay" else {}, "stabilize" if at else text, at, len(text)
                ),
            ),
        )


class ScriptedInspector:
    """Finds every file to be ten seconds of 1080x1920."""

    def __init__(self, **facts: Any) -> None:
        self.facts, self.seen = facts, []

    def probe(self, file: Path) -> FileFacts:
        fixed: dict[str, Any] = {"kind": "video", "container": "mp4", "duration": 10_000, "width": 1080, "height": 1920, "fps": 30.0,
                 "audio_codec": "aac", "video_codec": "h264", "bytes": file.stat().st_size}  # fmt: skip
        return FileFacts(**{**fixed, **self.facts})

    def loudness(self, file: Path) -> Loudness:
        return Loudness(-14.2, 4.0, -1.5)

    def evidence(self, file: Path, folder: Path, stem: str) -> Evidence:
        self.seen.append(file)
        (folder / f"{stem}.jpg").write_bytes(b"picture")
        return Evidence(poster=f"{stem}.jpg")


@dataclass(frozen=True)
class ScriptedBackend:
    editor: ScriptedEditor
    reader: ScriptedReader | None = field(default_factory=ScriptedReader)
    inspector: ScriptedInspector | None = field(default_factory=ScriptedInspector)
    stopped: list[bool] = field(default_factory=list)

    def stop(self) -> None:
        self.stopped.append(True)


def recipe(folder: Path, *says: str, matrix: tuple[str, ...] = ("",), expect: tuple[Check, ...] = (), checks: tuple[Check, ...] = (),
           name: str = "ad", exports: tuple[str, ...] = ("web",), timeout: int = 60_000) -> Recipe:  # fmt: skip
    """A recipe as the loader would give it, its file really there so that places can be shown."""
    from ugcflow.errors import Where

    clip = folder / "clip.mp4"
    if not clip.exists():
        clip.write_bytes(b"footage")
    file = folder / f"{name}.yaml"
    file.write_text("version: 1\nsteps:\n" + "".join(f"  - {s}\n" for s in says), encoding="utf-8")
    steps = tuple(
        Step(
            i,
            f"step-{i}",
            s,
            "",
            expect,
            timeout,
            Where(str(file), i + 2, 5, f"$.steps[{i - 1}]"),
            Where(str(file), i + 2, 5, f"$.steps[{i - 1}]"),
        )
        for i, s in enumerate(says, 1)
    )
    inputs = (Input("clip", clip, where=Where(str(file), 1, 1, "$.inputs.clip")),)
    variants = tuple(
        Variant(v, {"v": v} if v else {}, inputs, steps,
                tuple(Export(Output(e), f"{name}.{v + '.' if v else ''}{e}.mp4", checks, Where(str(file), 1, 1)) for e in exports))
        for v in matrix
    )  # fmt: skip
    return Recipe(file, name, "", "en", "local", variants, "0" * 64)
