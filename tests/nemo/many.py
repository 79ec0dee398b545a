"""Many sessions from one process, all at once: `python -m tests.nemo.many URL TOKEN SESSIONS FILE` prints what they came to, as JSON."""

from __future__ import annotations

import asyncio
import json
import sys
import time
from dataclasses import replace
from pathlib import Path

from tests.nemo.conftest import QUICK
from ugcflow.nemo.editor import Nemo
from ugcflow.nemo.settings import Settings
from ugcflow.nemo.token import Token
from ugcflow.session import Done, Message, Upload

MESSAGES = 2


async def one(nemo: Nemo, n: int, file: Path, all_open: asyncio.Barrier) -> int:
    session = await nemo.open(f"many-{n}", "en")
    await session.upload(Upload("clip", file))
    await all_open.wait()
    dones = 0
    for i in range(MESSAGES):
        async for event in session.send(Message(f"edit {i} of {session.id}")):
            dones += isinstance(event, Done) and bool(event.applied)
    return dones


async def many(url: str, token: str, sessions: int, file: Path) -> dict[str, float]:
    waits = replace(QUICK, connect=60, answer=60, retry_at_most=60, settle_every=0.01, settle_at_most=1)
    nemo = Nemo(Settings(api_url=url, token=Token(token), waits=waits))
    before, started = _memory(), time.process_time()
    all_open = asyncio.Barrier(sessions)
    dones = await asyncio.gather(*(one(nemo, n, file, all_open) for n in range(sessions)))
    await nemo.close()
    return {
        "sessions": sum(d == MESSAGES for d in dones), "peak_mb": _memory(), "start_mb": before,
        "kb_a_session": (_memory() - before) * 1024 / sessions, "cpu_ms_a_session": (time.process_time() - started) * 1000 / sessions,
    }  # fmt: skip


def _memory() -> float:
    """The most memory this process ever held, in MB: ru_maxrss would count what its parent held before exec."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:"))) / 1024


if __name__ == "__main__":
    _, url, token, sessions, file = sys.argv
    print(json.dumps(asyncio.run(many(url, token, int(sessions), Path(file)))))
