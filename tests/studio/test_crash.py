"""Killed at any instant, a session stands as its last finished step left it, or the one after; never in between."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from ugcflow import schema
from ugcflow.session import Operation
from ugcflow.studio import ffmpeg
from ugcflow.studio.editor import Studio

_CHILD = """
import asyncio, sys
from pathlib import Path
from ugcflow.session import Message, Operation, Upload
from ugcflow.studio.editor import Studio

async def main(home, clip):
    session = await Studio(Path(home), Path(home) / "cache").open("ad", "en")
    print(session.id, flush=True)
    await session.upload(Upload("clip", Path(clip)))
    for i in range(400):
        step = Operation("text_overlay", {"text": f"number {i}"})
        async for _ in session.send(Message(f"step {i}", "", (step,))):
            pass
        print(i, flush=True)

asyncio.run(main(*sys.argv[1:]))
"""


@pytest.mark.parametrize("steps", [1, 3, 8])
def test_killed_between_two_breaths(tmp_path: Path, steps: int) -> None:
    clip = tmp_path / "clip.mp4"
    ffmpeg.run(["-f", "lavfi", "-i", "testsrc2=s=90x160:r=25:d=4", str(clip)])
    child = subprocess.Popen(
        [sys.executable, "-c", _CHILD, str(tmp_path / "home"), str(clip)], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout
    id_ = child.stdout.readline().strip()
    for _ in range(steps):
        assert child.stdout.readline().strip().isdecimal()
    child.kill()
    child.wait()
    done = steps + len(child.stdout.read().split())
    child.stdout.close()

    async def look() -> dict[str, object]:
        session = await Studio(tmp_path / "home", tmp_path / "home" / "cache").attach(id_)
        state = await session.state()
        assert not list(Draft202012Validator(schema.load("draft")).iter_errors(state.draft))
        titles = [s["m"]["text"] for t in state.draft["t"] if t["tt"] == 7 for s in t["sg"]]
        assert titles == [f"number {i}" for i in range(len(titles))]
        assert done <= len(titles) <= done + 1
        from ugcflow.session import Message

        async for _ in session.send(Message("undo", "", (Operation("undo"),))):
            pass
        return (await session.state()).draft

    draft = asyncio.run(look())
    assert draft["d"] == 4000
