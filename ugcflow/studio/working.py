"""Slow work on a thread, its progress as events, and an end to it when nobody waits for it any more."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Callable
from typing import TypeVar

from ugcflow.studio import ffmpeg

T = TypeVar("T")


class GivenUp(Exception):
    """Raised inside the work when it was given up."""


class Bench:
    """The slow work that goes on in one process. Giving one up ends it at its next sign of life; giving up the last ends ffmpeg at once."""

    def __init__(self) -> None:
        self._wanted = 0
        self._lock = threading.Lock()

    async def do(self, work: Callable[[Callable[[], None]], T]) -> T:
        """Run `work(check)` on a thread; it calls `check` now and then, which raises GivenUp when this was cancelled."""
        given_up = threading.Event()

        def check() -> None:
            if given_up.is_set():
                raise GivenUp

        self._count(+1)
        future = asyncio.get_running_loop().run_in_executor(None, work, check)
        try:
            return await asyncio.shield(future)
        except asyncio.CancelledError:
            given_up.set()
            if self._count(-1) == 0:
                ffmpeg.stop_all()
            with contextlib.suppress(BaseException):
                await asyncio.wait_for(asyncio.shield(future), timeout=20)
            self._count(+1)
            raise
        finally:
            self._count(-1)

    def _count(self, change: int) -> int:
        with self._lock:
            self._wanted += change
            return self._wanted
