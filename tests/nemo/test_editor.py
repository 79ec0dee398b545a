"""A whole edit over a real socket."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tests.nemo.cloud import Cloud
from ugcflow.nemo.editor import Nemo
from ugcflow.session import Done, Message, Output, Text, Tool, Upload

pytestmark = pytest.mark.anyio


async def test_an_edit_from_upload_to_file(cloud: Cloud, nemo: Nemo, tmp_path: Path) -> None:
    footage = tmp_path / "review.mp4"
    footage.write_bytes(b"footage" * 100_000)
    session = await nemo.open("glow", "en")
    uploaded = await session.upload(Upload("review", footage))
    events = [e async for e in session.send(Message("add a title"))]
    exported = await session.export(Output("tiktok"), tmp_path / "out" / "glow.mp4")

    assert cloud.talk.uploads == [("review.mp4", footage.read_bytes(), "")]
    assert uploaded.sha256 == hashlib.sha256(footage.read_bytes()).hexdigest()
    assert uploaded.probe == {"kind": "video"}
    assert [type(e) for e in events] == [Tool, Tool, Text, Done]
    assert events[-1] == Done("Title added.", ("Title added: “Urban Dreams”, 0–3 s",))
    assert exported.file.read_bytes() == cloud.file
    assert exported.sha256 == hashlib.sha256(cloud.file).hexdigest()
    assert [p.name for p in exported.file.parent.iterdir()] == ["glow.mp4"]
