"""The studio as an editor: embedded, offline, at no cost."""

from __future__ import annotations

import asyncio
import contextlib
import re
import secrets
import shutil
import time
from pathlib import Path

from ugcflow.errors import SessionLost
from ugcflow.session.reading import Operation, Question, Reading
from ugcflow.session.state import Credits
from ugcflow.studio.operations import all_operations
from ugcflow.studio.project import Project
from ugcflow.studio.session import StudioSession
from ugcflow.studio.working import Bench

_ID = re.compile(r"[0-9a-f]{16}")


class Studio:
    """Implements `ugcflow.session.Editor`. Sessions live in folders of `home`; analyses of footage in `cache` (None: the user's cache folder).

    With `keep` seconds, sessions nobody touched for longer are forgotten whenever one is opened; the run's own folder keeps its drafts.
    """

    name = "local"
    reads = True

    def __init__(self, home: Path, cache: Path | None = None, keep: float | None = None) -> None:
        self._home = home
        self._cache = cache
        self._keep = keep
        self._bench = Bench()

    def refuses(self, reading: Reading) -> tuple[Question, ...]:
        """A question for each operation that is understood but not built."""
        return tuple(q for q in map(_refusal, reading.operations) if q)

    async def open(self, name: str, language: str) -> StudioSession:
        if self._keep is not None:
            await asyncio.to_thread(_forget, self._home, time.time() - self._keep)
        folder = self._home / secrets.token_hex(8)
        return StudioSession(await asyncio.to_thread(Project.create, folder, language, self._cache), self._bench)

    async def attach(self, session_id: str) -> StudioSession:
        if not _ID.fullmatch(session_id):
            raise SessionLost(f"there is no session {session_id!r} here", do="start the run again")
        project = await asyncio.to_thread(Project.load, self._home / session_id, self._cache)
        return StudioSession(project, self._bench)

    async def credits(self) -> Credits:
        return Credits(unlimited=True)

    def cost(self, sentences: tuple[str, ...]) -> float:
        return 0.0

    async def close(self) -> None:
        """Sessions hold everything; an editor holds nothing."""


def _forget(home: Path, before: float) -> None:
    """Remove the sessions whose edit was last written before that time (seconds since 1970)."""
    for folder in home.iterdir() if home.is_dir() else ():
        with contextlib.suppress(OSError):
            if _ID.fullmatch(folder.name) and folder.stat().st_mtime < before:
                shutil.rmtree(folder)


def _refusal(operation: Operation) -> Question | None:
    spec = all_operations().get(operation.op)
    if spec is None:
        return _question(operation, f"the studio has no operation {operation.op}", ())
    if spec.apply is None:
        near = [o for o in all_operations().values() if o.built and o.group == spec.group]
        why = f"the studio can't do this yet ({spec.summary[:1].lower()}{spec.summary[1:]})"
        return _question(operation, why, tuple(o.example for o in near[:3]))
    language = str(operation.parameters.get("language") or "en")
    if operation.op == "captions" and language.split("-")[0] != "en":
        return _question(
            operation, "the studio writes captions down in English only; it can't translate yet", ("add captions",)
        )
    return None


def _question(operation: Operation, why: str, nearest: tuple[str, ...]) -> Question:
    return Question(operation.words or operation.op, why, nearest, operation.start, operation.end, "unbuilt")
