"""A service with a scripted agent on a real socket, and bare HTTP to it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest
import uvicorn

from tests.faults.actor import Actor
from ugcflow.nemo import wire
from ugcflow.service.app import Service
from ugcflow.service.settings import ServiceSettings

ATTRIBUTION = {wire.SOURCE_HEADER: "test", wire.VERSION_HEADER: "1", wire.PLATFORM_HEADER: "unknown"}


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@dataclass
class House:
    """One service, and the calls of one person after another."""

    service: Service
    actor: Actor
    url: str

    def person(self, token: str = "", **headers: str) -> httpx.AsyncClient:
        """A client with a token and the attribution headers."""
        secret = {"Authorization": f"Bearer {token}"} if token else {}
        return httpx.AsyncClient(base_url=self.url, headers={**ATTRIBUTION, **secret, **headers}, trust_env=False)

    async def token(self, client_id: str = "") -> str:
        async with self.person() as nobody:
            answer = await nobody.post(wire.ANONYMOUS_TOKEN, headers={wire.CLIENT_ID_HEADER: client_id or str(uuid4())})
            return str(answer.json()["data"]["token"])

    async def user(self) -> httpx.AsyncClient:
        """Somebody with an anonymous token of their own."""
        return self.person(await self.token())


@asynccontextmanager
async def housed(folder: Path, actor: Actor | None = None, **settings: Any) -> AsyncIterator[House]:
    """A service of these settings, until the end of the block."""
    actor = actor or Actor()
    service = Service(ServiceSettings(folder, **{"workers": 4, "poll_every": 0.01, **settings}), actor)
    config = uvicorn.Config(service.app(), host="127.0.0.1", port=0, log_config=None, access_log=False, lifespan="on")
    server = uvicorn.Server(config)
    task = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.005)
    try:
        yield House(service, actor, f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}")
    finally:
        server.should_exit = True
        await task


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[Callable[..., Awaitable[House]]]:
    """Makes services; they end with the test."""
    async with AsyncExitStack() as stack:

        async def make(actor: Actor | None = None, **settings: Any) -> House:
            folder = settings.pop("data", tmp_path / "data")
            return await stack.enter_async_context(housed(folder, actor, **settings))

        yield make


async def opened(person: httpx.AsyncClient) -> str:
    """A new session's id."""
    answer = await person.post(wire.OPEN_SESSION, json={"task_name": "project", "language": "en"})
    return str(answer.json()["data"]["session_id"])


async def uploaded(person: httpx.AsyncClient, session: str, name: str = "clip.mp4", content: bytes = b"footage", **more: Any) -> httpx.Response:  # fmt: skip
    return await person.post(wire.filled(wire.UPLOAD, session_id=session), files={"files": (name, content)}, **more)


def said(session: str, text: str = "shine") -> dict[str, Any]:
    """The body of a message."""
    return {"app_name": wire.AGENT, "user_id": wire.USER, "session_id": session, "new_message": {"parts": [{"text": text}]}}  # fmt: skip


def code(answer: httpx.Response) -> int:
    return int(answer.json()["code"])
