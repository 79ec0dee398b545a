"""When a call that may be repeated is repeated: as the server asks, else after a growing wait with jitter, until a deadline."""

from __future__ import annotations

import asyncio
import random
import time

from ugcflow.nemo.settings import Waits


class Backoff:
    """The waits of one call. Full jitter: each is random between nothing and a doubling limit."""

    def __init__(self, waits: Waits, at_most: float | None = None) -> None:
        """`at_most` s in all, the waits' own limit when it is not given."""
        self._waits = waits
        self._limit = waits.retry_first
        self._end = time.monotonic() + (waits.retry_at_most if at_most is None else at_most)

    async def wait(self, asked: float | None = None) -> bool:
        """Wait before the next try; False when it would pass the deadline. `asked` is the server's Retry-After in s."""
        seconds = random.uniform(0, self._limit) if asked is None else asked
        if time.monotonic() + seconds > self._end:
            return False
        self._limit = min(self._limit * 2, self._waits.retry_cap)
        await asyncio.sleep(seconds)
        return True
