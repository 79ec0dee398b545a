"""HTTP at its edges: answers that stop, grow without end, or belong to another event loop."""

from __future__ import annotations

import asyncio
import gc
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.nemo.cloud import Cloud, Reply
from tests.nemo.conftest import QUICK
from ugcflow.errors import NetworkError, ProtocolError
from ugcflow.nemo import transport
from ugcflow.nemo.editor import Nemo
from ugcflow.nemo.settings import Settings
from ugcflow.nemo.token import Token

Client = Callable[..., Nemo]


@pytest.mark.anyio
async def test_an_answer_without_end_is_given_up(cloud: Cloud, nemo: Nemo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transport, "LARGEST_ANSWER", 10_000)
    cloud.faults["credits"].append(Reply(b'{"a": "' + b"x" * 20_000))
    with pytest.raises(ProtocolError, match="answered more than"):
        await nemo.credits()


@pytest.mark.anyio
async def test_an_answer_that_stops_in_the_middle(cloud: Cloud, client: Client) -> None:
    async def stopping() -> object:
        yield b'{"code": 0'
        await asyncio.sleep(3600)

    cloud.faults["credits"] += [Reply(stopping()) for _ in range(50)]  # type: ignore[arg-type]
    with pytest.raises(NetworkError, match=r"stopped in the middle|did not answer in time"):
        await client(waits=replace(QUICK, answer=0.05, retry_at_most=0.1)).credits()


def test_one_editor_in_one_event_loop_after_another(tmp_path: Path) -> None:
    nemo: list[Nemo] = []

    async def once() -> float:
        async with Cloud() as cloud:
            if not nemo:
                nemo.append(
                    Nemo(
                        Settings(
                            api_url=cloud.url,
                            token=Token("t"),
                            folder=tmp_path,
                            waits=replace(QUICK, retry_at_most=0.01),
                        )
                    )
                )
            cloud.tokens.add("t")
            nemo[0]._api.calls.transport.base = cloud.url
            found = await nemo[0].credits()
            await nemo[0].close()
            return found.available

    assert [asyncio.run(once()), asyncio.run(once())] == [84, 84]
    gc.collect()


def test_importing_the_editor_prints_and_logs_nothing_and_the_package_stays_light() -> None:
    code = "import sys, ugcflow, ugcflow.nemo.wire, ugcflow.nemo.shapes, ugcflow.nemo.envelope, ugcflow.nemo.events; print('httpx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
