"""The studio's session: the contract of `ugcflow.session` kept by a project on disk."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable
from pathlib import Path

from ugcflow.errors import InputError, StepError
from ugcflow.output import Output
from ugcflow.session.contract import Progress
from ugcflow.session.event import Event, Working
from ugcflow.session.export import Exported
from ugcflow.session.facts import Transcript
from ugcflow.session.message import Message, Upload, Uploaded
from ugcflow.session.state import State
from ugcflow.studio.carrying import carry
from ugcflow.studio.draft import to_draft
from ugcflow.studio.edits.alone import alone
from ugcflow.studio.edits.focus import focused
from ugcflow.studio.footage import Footage
from ugcflow.studio.intake import take_in
from ugcflow.studio.project import Project
from ugcflow.studio.timeline import Timeline
from ugcflow.studio.working import Bench


class StudioSession:
    """One edit in progress (implements `ugcflow.session.Session`). Whatever was done is on disk when a call returns."""

    def __init__(self, project: Project, bench: Bench) -> None:
        self._project = project
        self._bench = bench
        self._turn = asyncio.Lock()

    @property
    def id(self) -> str:
        return self._project.folder.name

    async def upload(self, source: Upload, progress: Progress | None = None) -> Uploaded:
        async with self._turn:
            return await self._bench.do(lambda check: self._bring_in(source, _guarded(progress, check)))

    async def send(self, message: Message) -> AsyncIterator[Event]:
        async with self._turn:
            events: asyncio.Queue[Event | None] = asyncio.Queue()
            loop = asyncio.get_running_loop()

            def tell(event: Event) -> None:
                loop.call_soon_threadsafe(events.put_nowait, event)

            work = asyncio.create_task(self._bench.do(lambda check: self._carry(message, tell, check)))
            work.add_done_callback(lambda _: events.put_nowait(None))
            try:
                while (event := await events.get()) is not None:
                    yield event
                yield await work
            finally:
                if not work.done():
                    work.cancel()
                    await asyncio.wait([work])

    async def state(self) -> State:
        async with self._turn:
            return self._project.state()

    async def export(self, output: Output, to: Path, progress: Progress | None = None) -> Exported:
        async with self._turn:
            return await self._bench.do(lambda check: self._render(output, to, _guarded(progress, check)))

    async def heard(self) -> tuple[Transcript, ...]:
        """What was said in the footage, as far as it was listened to."""
        async with self._turn:
            return await asyncio.to_thread(self._project.footage.heard)

    async def claim_link(self) -> str:
        """Nobody but the one who runs the studio can reach it."""
        return ""

    async def close(self) -> None:
        async with self._turn:
            await asyncio.to_thread(shutil.rmtree, self._project.work, ignore_errors=True)

    def _bring_in(self, source: Upload, progress: Progress) -> Uploaded:
        from ugcflow.studio.media.cache import sha256
        from ugcflow.studio.media.medium import medium_from
        from ugcflow.studio.media.probe import probe

        file = _local(source) if source.file else _fetched(source, self._project.downloads, progress)
        facts = probe(file)
        content = sha256(file)
        if source.sha256 and source.sha256.lower() != content:
            raise InputError(
                f"{source.name} is not the file the recipe means: its sha256 is {content[:12]}…",
                do=f"bring the file with {source.sha256[:12]}…, or correct the recipe",
            )
        medium = medium_from(source.id, source.name, content, facts)
        known = self._project.timeline.media.get(source.id)
        if known and known.sha256 != content:
            raise InputError(
                f"there is another input called {source.id} already", do="give each input an id of its own"
            )
        after = self._project.timeline if known else take_in(self._project.timeline, medium, source.role)
        self._project.know(after.media[source.id], file)
        for transcript in source.transcripts:
            if transcript.sha256 == content:
                self._project.pin(transcript)
        self._project.timeline = after
        self._project.save()
        progress(1.0, "uploaded")
        return Uploaded(source.id, source.name, content, file.stat().st_size, facts.to_json())

    def _carry(self, message: Message, tell: Callable[[Event], None], check: Callable[[], None]) -> Event:
        footage = self._project.footage
        footage.progress = _guarded(lambda done, what: tell(Working(what, done)), check)
        try:
            return carry(self._project, message, tell)
        finally:
            footage.progress = None

    def _render(self, output: Output, to: Path, progress: Progress) -> Exported:
        from ugcflow.studio.render import reframed, render

        project = self._project
        if not project.timeline.clips and not project.timeline.sounds:
            raise StepError("there is nothing to export", do="bring footage in first")
        timeline = alone(project.timeline, output.of) if output.of else project.timeline
        timeline = _in_view(timeline, reframed(timeline, output), project.footage)
        done = render(timeline, output, project.files(timeline), to, work=project.work, progress=progress)
        shaped = reframed(timeline, output)
        draft = None if shaped == project.timeline else to_draft(shaped)
        return Exported(output.name, to, done.sha256, done.bytes, done.seconds, draft, tuple(done.warnings))


def _in_view(timeline: Timeline, shaped: Timeline, footage: Footage) -> Timeline:
    """The edit with its subjects kept in the picture, for an export in another shape."""
    if timeline.width * shaped.height == timeline.height * shaped.width:
        return timeline
    return timeline.with_(clips=focused(timeline, footage, shaped.width, shaped.height))


def _guarded(progress: Progress | None, check: Callable[[], None]) -> Progress:
    """Progress that also ends the work when it was given up."""

    def told(done: float, what: str) -> None:
        check()
        if progress:
            progress(done, what)

    return told


def _local(source: Upload) -> Path:
    assert source.file is not None
    if not source.file.exists():
        raise InputError(f"{source.file} is not there", do="check the path: it is relative to the recipe")
    return source.file.resolve()


def _fetched(source: Upload, folder: Path, progress: Progress) -> Path:
    from ugcflow.studio.download import fetch

    return fetch(source.url, folder, source.id, sha256=source.sha256, progress=progress)
