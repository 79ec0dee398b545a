"""Ctrl-C and SIGTERM: stop at once, children too, and still leave a journal and a report."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

T = TypeVar("T")
EXIT_CODE = 130
_GRACE = 8.0  # seconds that threads get to clean up after their child was killed


def run(main: Coroutine[Any, Any, T], stop: Callable[[], None]) -> T:
    """Run `main`; a first signal cancels it and calls `stop` (it ends as it sees fit), a second one ends the process."""
    with asyncio.Runner() as runner:
        loop = runner.get_loop()
        task = loop.create_task(main)
        heard = False

        def interrupt() -> None:
            nonlocal heard
            if heard:
                os._exit(EXIT_CODE)
            heard = True
            task.cancel()
            stop()

        _listen(loop, interrupt)
        try:
            return runner.run(_result(task))
        finally:
            if heard:
                _end_soon()


async def _result(task: asyncio.Task[T]) -> T:
    return await task


def _listen(loop: asyncio.AbstractEventLoop, interrupt: Callable[[], None]) -> None:
    if threading.current_thread() is not threading.main_thread():
        return
    for name in (signal.SIGINT, signal.SIGTERM):
        try:
            loop.add_signal_handler(name, interrupt)
        except NotImplementedError:  # Windows: a plain handler, taken up at the loop's next turn
            signal.signal(name, lambda *_: loop.call_soon_threadsafe(interrupt))


def _end_soon() -> None:
    """All that had to be written is; a thread deep in a computation must not hold the prompt."""
    timer = threading.Timer(_GRACE, os._exit, (EXIT_CODE,))
    timer.daemon = True
    timer.start()
