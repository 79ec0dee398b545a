"""Messages: each carried out once, whoever listens or stops listening, and told as a stream of ADK events."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections.abc import AsyncIterator, Coroutine
from typing import Any
from uuid import uuid4

from ugcflow.errors import StepError, UgcflowError
from ugcflow.nemo import events
from ugcflow.nemo.envelope import Fault
from ugcflow.nemo.shapes import Json
from ugcflow.service.accounts import Accounts
from ugcflow.service.database import Database
from ugcflow.service.desk import Desk, Live
from ugcflow.service.metrics import Metrics
from ugcflow.service.refusal import fault_of
from ugcflow.service.settings import ServiceSettings
from ugcflow.service.telling import Telling
from ugcflow.session import Message

_log = logging.getLogger("ugcflow.service")


class Tasks:
    """Work that outlives the call it began with; ended with the service."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def stop(self) -> None:
        """Give everything up and wait until it is."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)


class Messages:
    """Carries messages out. A message whose listener goes away is carried out all the same: its edit shows in the state."""

    def __init__(self, database: Database, desk: Desk, accounts: Accounts, settings: ServiceSettings, metrics: Metrics) -> None:  # fmt: skip
        self._db, self._desk, self._accounts, self._settings, self._metrics = database, desk, accounts, settings, metrics  # fmt: skip
        self.tasks = Tasks()

    def take(self, live: Live, message: Message) -> AsyncIterator[bytes]:
        """Begin with a message and give its stream. Raises Refusal 2001 before anything has begun."""
        cost = self._reserved(live)
        self._db.do(
            "insert into messages (session, at, status) values (?, ?, 'received')", live.id, self._settings.clock()
        )
        row = self._db.one("select last_insert_rowid()")
        assert row
        self._metrics.count("ugcflow_messages_total", status="received")
        frames: asyncio.Queue[bytes | None] = asyncio.Queue()
        self.tasks.start(self._carried(live, message, int(row[0]), cost, frames))
        return self._told(frames)

    def _reserved(self, live: Live) -> float:
        """What this message reserves: a session costs once, with the first message that is carried out."""
        row = self._db.one("select charged from sessions where id = ?", live.id)
        if row and row["charged"]:
            return 0.0
        self._accounts.reserve(live.account, self._settings.session_cost)
        self._db.do("update sessions set charged = 1 where id = ?", live.id)
        return self._settings.session_cost

    async def _carried(self, live: Live, message: Message, n: int, cost: float, frames: asyncio.Queue[bytes | None]) -> None:  # fmt: skip
        began, ended = time.monotonic(), "failed"
        try:
            async with live.turn(long=True), self._desk.workers, asyncio.timeout(self._settings.longest_message):
                await self._events(live, message, frames)
            ended = "done"
        except UgcflowError as error:
            frames.put_nowait(events.frame(fault_of(error).to_frame()))
        except asyncio.CancelledError:
            closing = StepError(
                "the service was stopped before the message was done", do="start it again, then run again"
            )
            frames.put_nowait(events.frame(fault_of(closing).to_frame()))
            raise
        except TimeoutError:
            late = StepError(f"the message was not done after {self._settings.longest_message:g} s", do="ask for less at once")  # fmt: skip
            frames.put_nowait(events.frame(fault_of(late).to_frame()))
        except Exception:
            mark = uuid4().hex[:8]
            _log.exception("message failed (%s)", mark)
            frames.put_nowait(events.frame(Fault(500, f"the service itself failed; its log says why under {mark}").to_frame()))  # fmt: skip
        finally:
            frames.put_nowait(None)
            self._end(live, n, cost, ended, time.monotonic() - began)

    async def _events(self, live: Live, message: Message, frames: asyncio.Queue[bytes | None]) -> None:
        telling = Telling()
        async with contextlib.aclosing(_closable(live.session.send(message))) as said:
            async for event in said:
                for told in telling.frames(event):
                    frames.put_nowait(told)

    def _end(self, live: Live, n: int, cost: float, ended: str, seconds: float) -> None:
        self._db.do("update messages set status = ? where n = ?", ended, n)
        self._metrics.count("ugcflow_messages_total", status=ended)
        self._metrics.count("ugcflow_message_seconds_total", seconds)
        if cost:
            self._accounts.settle(live.account, cost, spent=ended == "done")
            self._db.do("update sessions set charged = ? where id = ?", ended == "done", live.id)

    async def _told(self, frames: asyncio.Queue[bytes | None]) -> AsyncIterator[bytes]:
        while True:
            try:
                frame = await asyncio.wait_for(frames.get(), self._settings.heartbeat)
            except TimeoutError:
                frame = events.heartbeat()
            if frame is None:
                return
            yield frame


async def _closable(source: AsyncIterator[Any]) -> Any:
    """An async iterator as a generator that can be closed."""
    async for item in source:
        yield item


def message_of(body: Json) -> str:
    """The words of a message: the texts of its parts, in order."""
    new = body.get("new_message") or body.get("newMessage")
    parts = new.get("parts") if isinstance(new, dict) else None
    texts = [p["text"] for p in parts or [] if isinstance(p, dict) and isinstance(p.get("text"), str)]
    return "\n".join(texts).strip()
