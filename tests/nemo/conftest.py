"""A cloud on a real socket, and a client of it that never waits."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from tests.nemo.cloud import Cloud
from ugcflow.nemo.editor import Nemo
from ugcflow.nemo.settings import Settings, Waits
from ugcflow.nemo.token import Token

QUICK = Waits(
    connect=30, answer=30, heartbeat=60, silence=60, longest=60, after_drop=(0.0, 0.0, 0.0), settle_every=0.0, settle_at_most=0.05,
    rate_limit=0.0, poll=0.0, render_at_most=30, retry_first=0.001, retry_cap=0.002, retry_at_most=20.0,
)  # fmt: skip
"""No waiting at all, and the answers of this machine."""


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
async def cloud() -> AsyncIterator[Cloud]:
    async with Cloud() as served:
        yield served


@pytest.fixture
async def client(cloud: Cloud, tmp_path: Path) -> AsyncIterator[Callable[..., Nemo]]:
    """Makes clients of the cloud: with a token of their own, unless told otherwise."""
    made: list[Nemo] = []

    def make(**changes: Any) -> Nemo:
        token = None if changes.get("anonymous") else Token(cloud.token())
        base = {
            "api_url": cloud.url,
            "token": token,
            "folder": tmp_path / "config",
            "token_file": tmp_path / "kept" / "token.json",
            "waits": QUICK,
        }
        made.append(Nemo(Settings(**{**base, **changes})))
        return made[-1]

    yield make
    for editor in made:
        await editor.close()


@pytest.fixture
async def nemo(client: Callable[..., Nemo]) -> Nemo:
    return client()
