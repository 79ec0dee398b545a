"""Sessions: whose they are, and the live ones, each doing one thing at a time in the order it was asked."""

from __future__ import annotations

import asyncio
import secrets
from collections import Counter, OrderedDict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from ugcflow.errors import SessionLost
from ugcflow.service.accounts import digest_of
from ugcflow.service.database import Database
from ugcflow.service.refusal import Refusal, no_session
from ugcflow.service.settings import ServiceSettings
from ugcflow.session import Editor, Session, State


class Live:
    """A session in memory. `seen` is its edit after the last thing that was done, for those who ask while the next is under way."""

    def __init__(self, id_: str, task: str, account: str, session: Session, folder: Path) -> None:
        self.id, self.task, self.account = id_, task, account
        self.session = session
        self.folder = folder
        self.busy = 0
        self._long = 0
        self._turn = asyncio.Lock()
        self.seen: State | None = None

    @asynccontextmanager
    async def turn(self, *, long: bool) -> AsyncIterator[Session]:
        """The session to oneself, first come first served. While a `long` turn is awaited or taken, the state is told as last seen."""
        self.busy += 1
        self._long += long
        try:
            async with self._turn:
                self.seen = self.seen or await self.session.state()
                try:
                    yield self.session
                except BaseException:
                    self.seen = None
                    raise
                self.seen = await self.session.state()
        finally:
            self.busy -= 1
            self._long -= long

    async def state(self) -> State:
        """The edit. It waits for an upload under way, so that who asks whether it came in is told the truth; not for a message or a render."""
        if self.seen is None or not self._long:
            async with self._turn:
                self.seen = await self.session.state()
        return self.seen


class Desk:
    """Opens sessions and finds them again, after a restart too."""

    def __init__(self, database: Database, editor: Editor, settings: ServiceSettings) -> None:
        self._db, self._editor, self._settings = database, editor, settings
        self._live: OrderedDict[str, Live] = OrderedDict()
        self._attaching: dict[str, asyncio.Lock] = {}
        self._finding: Counter[str] = Counter()
        self.workers = asyncio.Semaphore(max(1, settings.workers))
        """Held by whatever works hard: so many at once in the whole service."""

    @property
    def live(self) -> int:
        return len(self._live)

    @property
    def busy(self) -> int:
        return sum(live.busy for live in self._live.values())

    async def open(self, account: str, name: str, language: str) -> Live:
        """A new session."""
        session = await self._editor.open(name, language)
        id_, task = secrets.token_hex(16), f"task_{secrets.token_hex(8)}"
        self._db.do(
            "insert into sessions values (?, ?, ?, ?, ?, ?, 0, ?)",
            id_, task, account, session.id, name, language, self._settings.clock(),
        )  # fmt: skip
        return await self._keep(Live(id_, task, account, session, self._folder(id_)))

    async def find(self, account: str, id_: str) -> Live:
        """A session of this account. Raises Refusal 1002 when there is none, or it is another's."""
        row = self._db.one("select * from sessions where id = ? and account = ?", id_, account)
        if row is None:
            raise no_session()
        self._finding[id_] += 1
        try:
            async with self._attaching.setdefault(id_, asyncio.Lock()):
                if id_ not in self._live:
                    try:
                        session = await self._editor.attach(row["editor"])
                    except SessionLost:
                        raise no_session() from None
                    await self._keep(Live(id_, row["task"], account, session, self._folder(id_)))
        finally:
            self._finding[id_] -= 1
            if not self._finding[id_]:
                del self._finding[id_], self._attaching[id_]
        self._live.move_to_end(id_)
        return self._live[id_]

    def claim(self, account: str, task: str, id_: str) -> str:
        """A claim token for a session of this account. Raises Refusal 1002."""
        if not self._db.one("select 1 from sessions where id = ? and task = ? and account = ?", id_, task, account):
            raise no_session()
        token = f"clm_{secrets.token_urlsafe(24)}"
        end = self._settings.clock() + self._settings.claim_seconds
        self._db.do("delete from claims where expires < ?", self._settings.clock())
        self._db.do("insert into claims values (?, ?, ?)", digest_of(token), id_, end)
        return token

    def take_over(self, account: str, claim: str) -> str:
        """Make the session of a claim token this account's; its id. A claim is good once. Raises Refusal 404."""
        row = self._db.one("select session, expires from claims where digest = ?", digest_of(claim))
        if row is None or row["expires"] < self._settings.clock():
            raise Refusal(404, "the claim is unknown or has expired")
        self._db.do("delete from claims where digest = ?", digest_of(claim))
        id_ = str(row["session"])
        self._db.do("update renders set account = ? where session = ?", account, id_)
        self._db.do("update sessions set account = ? where id = ?", account, id_)
        if id_ in self._live:
            self._live[id_].account = account
        return id_

    async def close(self) -> None:
        """Let go of every session; they stay on disk."""
        while self._live:
            await self._live.popitem()[1].session.close()

    async def _keep(self, live: Live) -> Live:
        self._live[live.id] = live
        idle = [other for other in self._live.values() if not other.busy and other is not live]
        for old in idle[: max(0, len(self._live) - self._settings.live_at_most)]:
            # While one is closed, others are let go, taken up, and looked for.
            if not old.busy and old.id not in self._finding and self._live.get(old.id) is old:
                del self._live[old.id]
                await old.session.close()
        return live

    def _folder(self, id_: str) -> Path:
        return self._settings.data / "uploads" / id_
