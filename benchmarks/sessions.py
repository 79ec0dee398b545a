"""500 sessions at once against one `ugcflow serve` with a scripted agent, from one client process: `python -m benchmarks.sessions [SESSIONS]`.

Service and client are processes of their own. Every stream is open at once: the agent answers nobody's first sentence before all have asked.
"""

from __future__ import annotations

import asyncio
import json
import os
import secrets
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from pathlib import Path

from tests.faults.actor import Actor, Scene
from tests.nemo.many import MESSAGES, many
from ugcflow.session import Event, Message

_TOKEN = "UGCFLOW_BENCHMARK_TOKEN"


class Crowd(Actor):
    """An agent that answers nobody's first sentence before `people` have sent theirs."""

    people = 0

    async def open(self, name: str, language: str) -> Waiting:
        scene = Waiting(self, f"scene-{len(self.sessions) + 1}")
        self.sessions[scene.id] = scene
        return scene


class Waiting(Scene):
    """A session of the crowd."""

    async def send(self, message: Message) -> AsyncIterator[Event]:
        crowd = self.actor
        assert isinstance(crowd, Crowd)
        async for event in super().send(message):
            yield event
            while len({session for session, _ in crowd.messages}) < crowd.people:
                await asyncio.sleep(0.05)


def serve(folder: Path, people: int) -> None:
    """The service: prints its port, and at the end what it came to."""
    from ugcflow.service.serve import serve as served
    from ugcflow.service.settings import ServiceSettings

    crowd = Crowd()
    crowd.people = people
    settings = ServiceSettings(folder, workers=2 * people, tokens=frozenset({os.environ[_TOKEN]}), heartbeat=5)
    served(settings, crowd, "127.0.0.1", 0, ready=lambda port: print(port, flush=True))
    once = sum(n == 1 for n in crowd.messages.values())
    found = {
        "messages": len(crowd.messages),
        "once": once,
        "uploads": sum(crowd.uploads.values()),
        "peak_mb": _memory(),
    }
    print(json.dumps(found), flush=True)


def measure(people: int) -> dict[str, object]:
    """Both processes, and what they came to."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "clip.mp4").write_bytes(b"x" * 200_000)
        environment = {**os.environ, _TOKEN: secrets.token_urlsafe(32)}
        command = [sys.executable, "-m", "benchmarks.sessions"]
        service = subprocess.Popen(
            [*command, "serve", str(folder / "data"), str(people)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment,
        )  # fmt: skip
        assert service.stdout
        port = service.stdout.readline().strip()
        began = time.monotonic()
        url = f"http://127.0.0.1:{port}"
        client = subprocess.run(
            [*command, "client", url, str(people), str(folder / "clip.mp4")], capture_output=True, text=True, env=environment,
        )  # fmt: skip
        seconds = time.monotonic() - began
        service.terminate()
        rest, _ = service.communicate(timeout=60)
        if client.returncode:
            raise SystemExit(client.stderr[-2000:])
        return {"seconds": round(seconds, 1), "client": json.loads(client.stdout), "service": json.loads(rest)}


def _memory() -> float:
    """The most memory this process ever held, in MB: ru_maxrss would count what its parent held before exec."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:"))) / 1024


def main() -> None:
    role, *more = sys.argv[1:] or ["500"]
    if role == "serve":
        serve(Path(more[0]), int(more[1]))
    elif role == "client":
        print(json.dumps(asyncio.run(many(more[0], os.environ[_TOKEN], int(more[1]), Path(more[2])))))
    else:
        people = int(role)
        found = measure(people)
        print(json.dumps(found, indent=2))
        assert found["client"]["sessions"] == people  # type: ignore[index]
        assert found["service"]["once"] == people * MESSAGES  # type: ignore[index]


if __name__ == "__main__":
    main()
