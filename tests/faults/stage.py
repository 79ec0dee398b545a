"""Service and proxy on a thread of their own, and one run of the program against them for every fault."""

from __future__ import annotations

import asyncio
import io
import logging
import threading
import traceback
from collections.abc import Coroutine
from contextlib import AbstractAsyncContextManager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

import uvicorn

from tests.faults.actor import FILE, Actor
from tests.faults.proxy import Break, Proxy
from tests.scripted import ScriptedInspector, ScriptedReader, recipe
from ugcflow import journal
from ugcflow.nemo.editor import Nemo
from ugcflow.nemo.settings import Settings, Waits
from ugcflow.report import write
from ugcflow.runner.options import Options
from ugcflow.runner.run import Outcome, run
from ugcflow.service.app import Service
from ugcflow.service.settings import ServiceSettings

T = TypeVar("T")
STEPS = ("make it shine", "say hello")
"""The sentences of a run: the first alone, unless a case needs both."""
WAITS = Waits(
    connect=10, answer=10, heartbeat=60, silence=30, longest=60, after_drop=(0.05, 0.2, 0.3), settle_every=0.0, settle_at_most=0.05, rate_limit=0.0,
    poll=0.0, render_at_most=20, retry_first=0.001, retry_cap=0.002, retry_at_most=5.0,
)  # fmt: skip


@dataclass(frozen=True)
class Case:
    """One fault: where and what in words, how it is made, and how patient the client is. `actor` changes the agent."""

    where: str
    what: str
    broken: Break = field(default_factory=Break)
    actor: dict[str, Any] = field(default_factory=dict)
    service: dict[str, Any] = field(default_factory=dict)
    waits: dict[str, Any] = field(default_factory=dict)
    sentences: int = 1
    html: bool = False
    """Write the HTML report too: it takes as long as all the rest."""

    @property
    def name(self) -> str:
        return f"{self.where}: {self.what}"


@dataclass
class Seen:
    """What became of one run: on the server, and for the person who ran it."""

    outcome: Outcome
    folder: Path
    actor: Actor
    printed: str
    tokens: list[str]
    calls: list[str]

    @property
    def made(self) -> bool:
        file = self.folder / "out" / "ad.web.mp4"
        return file.exists() and file.read_bytes() == FILE

    @property
    def events(self) -> list[journal.Entry]:
        return list(journal.read(self.outcome.folder / "events.jsonl"))

    @property
    def error(self) -> dict[str, Any] | None:
        """The failure as the journal tells it, None when the run passed."""
        told = [e["error"] for e in self.events if e["type"] in ("variant_done", "run_done") and e.get("error")]
        return told[0] if told else None

    @property
    def warnings(self) -> list[str]:
        """What the person was warned of."""
        events = self.events
        of_steps = [str(w) for e in events for w in e.get("warnings") or ()]
        return of_steps + [e["what"] for e in events if e["type"] == "warning"]


class Stage:
    """A thread with one uvicorn and one proxy; `play` puts a fresh service behind them and runs the program."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._app: Any = None
        self.service: Any = None
        self._count = 0

    def __enter__(self) -> Stage:
        self._thread.start()
        config = uvicorn.Config(self._answer, interface="asgi3", host="127.0.0.1", port=0, lifespan="off", log_config=None, access_log=False, timeout_graceful_shutdown=1)  # fmt: skip
        self._server = uvicorn.Server(config)
        self._serving = asyncio.run_coroutine_threadsafe(self._server.serve(), self._loop)
        while not self._server.started:
            threading.Event().wait(0.01)
        self.proxy = Proxy(self._server.servers[0].sockets[0].getsockname()[1], stage=self)
        self.do(self.proxy.listen())
        return self

    def __exit__(self, *_: object) -> None:
        self._server.should_exit = True
        self._serving.result(20)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    def do(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(30)

    async def _answer(self, scope: Any, receive: Any, send: Any) -> None:
        await self._app(scope, receive, send)

    def play(self, case: Case) -> Seen:
        """One run of a recipe with one input, a sentence or two and one export, while `case` is wrong."""
        self._count += 1
        folder = self._folder / f"{self._count:03d}"
        (folder / "home").mkdir(parents=True)
        actor, tokens = Actor(**case.actor), []
        life = self.do(self._raised(ServiceSettings(folder / "data", workers=8, poll_every=0.0, heartbeat=5, **case.service), actor, tokens))  # fmt: skip
        printed, log = io.StringIO(), logging.FileHandler(folder / "service.log")
        logging.getLogger("ugcflow").addHandler(log)
        logging.getLogger("ugcflow.service").setLevel(logging.INFO)
        self.do(self.proxy.begin(case.broken))
        try:
            with redirect_stdout(printed), redirect_stderr(printed):
                outcome = self._run(case, folder)
        finally:
            self.proxy.drop()
            self.do(life.__aexit__(None, None, None))
            logging.getLogger("ugcflow").removeHandler(log)
            log.close()
        seen = Seen(outcome, folder, actor, printed.getvalue(), tokens, list(self.proxy.seen))
        for error in filter(None, (outcome.error, outcome.unreported)):
            seen.printed += "".join(traceback.format_exception(error)) + repr(error)
        return seen

    async def _raised(self, settings: ServiceSettings, actor: Actor, tokens: list[str]) -> AbstractAsyncContextManager[None]:  # fmt: skip
        self.service = Service(settings, actor)
        give = self.service.accounts.give

        def giving(client: str, address: str) -> Any:
            given = give(client, address)
            tokens.append(given["token"])
            return given

        self.service.accounts.give = giving
        self._app = self.service.app()
        life = self.service._life(self._app)
        await life.__aenter__()
        return life

    def _run(self, case: Case, folder: Path) -> Outcome:
        settings = Settings(
            api_url=f"http://127.0.0.1:{self.proxy.port}", folder=folder / "home", token_file=folder / "home" / "token.json",
            waits=replace(WAITS, **case.waits),
        )  # fmt: skip
        backend = Backend(Nemo(settings))
        asked = recipe(folder, *STEPS[: case.sentences])
        (folder / "clip.mp4").write_bytes(b"footage" * 3000)
        options = Options(out=folder / "out", reports=("json", "junit", "md", *(["html"] if case.html else [])))
        return run([asked], options, lambda _: backend, lambda entry: print(entry), write)


@dataclass
class Backend:
    editor: Nemo
    reader: ScriptedReader = field(default_factory=ScriptedReader)
    inspector: ScriptedInspector = field(default_factory=ScriptedInspector)

    def stop(self) -> None:
        return
