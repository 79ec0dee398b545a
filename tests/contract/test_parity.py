"""The same sentences to the studio in process and through the service: the same draft, and the same bytes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.contract.conftest import COLUMNS, Column
from tests.contract.test_contract import heard
from ugcflow.session import Done, Message, Output, Upload

pytestmark = pytest.mark.anyio
SENTENCES = (
    'Add the text "Hello, 世界" at the top for the first 2 seconds',
    "mute the first second",
    "trim the last second",
)
OUTPUTS = (Output("tall", width=180, height=320), Output("square", width=180, height=180, max_fps=25))
STUDIO, SERVE = (next(c for c in COLUMNS if c.name == name) for name in ("studio", "client-serve"))


async def made(column: Column, request: pytest.FixtureRequest, clip: Path, folder: Path) -> dict[str, Any]:
    async with column.editor(request) as editor:
        session = await editor.open("parity", "en")
        probe = (await session.upload(Upload("clip", clip, role="footage"))).probe
        said = [(await heard(session, text))[-1] for text in SENTENCES]
        pinned = [e async for e in session.send(Message("make it quieter", operations=()))]
        exported = [await session.export(o, folder / f"{o.name}.mp4") for o in OUTPUTS]
        return {
            "probe": probe, "draft": (await session.state()).draft, "pinned": pinned[-1],
            "said": [(e.reply, e.applied, e.warnings) for e in said if isinstance(e, Done)],
            "files": [(e.sha256, e.draft, e.warnings, round(e.seconds, 3)) for e in exported],
        }  # fmt: skip


async def test_the_same_draft_replies_and_bytes(request: pytest.FixtureRequest, clip: Path, tmp_path: Path) -> None:
    if missing := STUDIO.missing() or SERVE.missing():
        pytest.skip(missing)
    here = await made(STUDIO, request, clip, tmp_path / "here")
    there = await made(SERVE, request, clip, tmp_path / "there")
    for name in here:
        assert there[name] == here[name], name
