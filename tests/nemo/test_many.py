"""Many sessions at once from one client process."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.nemo.cloud import Agent, Cloud, Talk
from ugcflow.nemo import events

pytestmark = pytest.mark.anyio
SESSIONS = 500


def chatting() -> Agent:
    """Answers nobody's first message before all have sent theirs: every stream is open at once."""
    everybody, heard = asyncio.Event(), [0]

    async def agent(talk: Talk, text: str) -> AsyncIterator[bytes]:
        yield events.frame(events.called("i", "add_title", {"text": text}))
        heard[0] += 1
        if heard[0] == SESSIONS:
            everybody.set()
        await everybody.wait()
        talk.title(text)
        yield events.frame(events.said("i", "Title added."))

    return agent


async def test_500_sessions_from_one_process(cloud: Cloud, tmp_path: Path) -> None:
    cloud.agent = chatting()
    (tmp_path / "clip.mp4").write_bytes(b"x" * 200_000)
    command = [
        sys.executable,
        "-m",
        "tests.nemo.many",
        cloud.url,
        cloud.token(),
        str(SESSIONS),
        str(tmp_path / "clip.mp4"),
    ]
    process = await asyncio.create_subprocess_exec(
        *command, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    out, err = await asyncio.wait_for(process.communicate(), 300)
    assert process.returncode == 0, err.decode()[-2000:]
    found = json.loads(out)
    print(found)
    assert found["sessions"] == SESSIONS
    assert found["peak_mb"] <= 250
    assert all(t.messages == [f"edit {i} of {t.id}" for i in range(2)] for t in cloud.talks.values())
    assert all(len(t.uploads) == 1 for t in cloud.talks.values())
