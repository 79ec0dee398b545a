"""What became of an edit: read from the state, whether it has come to rest, or whether it was made at all after a broken connection."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, Awaitable, Callable
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from ugcflow.errors import NetworkError
from ugcflow.nemo.settings import Waits
from ugcflow.session.event import Working
from ugcflow.session.state import State

Read = Callable[[], Awaitable[State]]


def same(a: State, b: State) -> bool:
    """Equal, apart from the query parts of URLs: a signed address is written anew at every read."""
    return bool(_unsigned(a.to_json()) == _unsigned(b.to_json()))


async def settled(read: Read, first: State, waits: Waits) -> State:
    """The state once two reads, `settle_every` apart, agree; after `settle_at_most` s as it is then."""
    end = time.monotonic() + waits.settle_at_most
    while time.monotonic() + waits.settle_every <= end:
        await asyncio.sleep(waits.settle_every)
        later = await read()
        if same(first, later):
            return later
        first = later
    return first


class Recovery:
    """After a broken connection: is the edit there? A message is never sent again to find out."""

    def __init__(self, read: Read, before: State, waits: Waits, reason: str) -> None:
        self.found: State | None = None
        self._read, self._before, self._waits, self._reason = read, before, waits, reason

    async def events(self) -> AsyncGenerator[Working, None]:
        """Waits and reads until the state has changed, and then leaves it in `found`.

        Raises NetworkError when it never changes: the message may not have arrived, and a person decides.
        """
        steps = self._waits.after_drop
        for i, seconds in enumerate(steps):
            yield Working("the connection broke; waiting to see whether the edit was made", i / len(steps))
            await asyncio.sleep(seconds)
            try:
                state = await self._read()
            except NetworkError:
                continue
            if not same(state, self._before):
                self.found = state
                return
        raise NetworkError(f"{self._reason} The edit did not change in the {sum(steps):.0f} s after it, so it was probably not made",
                           do="the sentence was not sent again, so nothing is paid twice. Look at the session, then run or resume")  # fmt: skip


def _unsigned(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _unsigned(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_unsigned(v) for v in value]
    if isinstance(value, str) and value.startswith(("https://", "http://")):
        try:
            return urlunsplit((*urlsplit(value)[:3], "", ""))
        except ValueError:
            return value
    return value
