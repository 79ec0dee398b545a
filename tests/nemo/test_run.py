"""`ugcflow run` with `backend: nemo`, from the recipe to the file and the report; and no token in anything it leaves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.nemo.cloud import Cloud, Reply
from tests.nemo.test_commands import ugcflow
from ugcflow import backends
from ugcflow.nemo.shapes import mapping

pytestmark = [pytest.mark.anyio, pytest.mark.skipif(not backends.has_studio(), reason="needs ffmpeg for a film")]
RECIPE = """version: 1
name: glow
backend: nemo
inputs: {review: review.mp4}
steps: [add a title, show tracks, {say: "make it 9:16", on: review}]
export: [{name: small, resolution: 180x320}]
"""
WAITS = '{"poll": 0.01, "settle_every": 0.01, "settle_at_most": 0.05, "after_drop": [0.01, 0.01], "rate_limit": 0.01, "retry_first": 0.001}'


@pytest.fixture
def film(cloud: Cloud, tmp_path: Path) -> Path:
    from ugcflow.studio import ffmpeg

    file = tmp_path / "review.mp4"
    ffmpeg.run(
        [
            "-f",
            "lavfi",
            "-i",
            "testsrc2=s=180x320:r=30:d=1",
            "-c:v",
            "libx264",
            "-preset",
            "ultrafast",
            "-pix_fmt",
            "yuv420p",
            "-y",
            str(file),
        ]
    )
    cloud.file = file.read_bytes()
    (tmp_path / "recipe.yaml").write_text(RECIPE)
    return file


def everything(folder: Path) -> bytes:
    return b"\0".join(f.read_bytes() for f in folder.rglob("*") if f.is_file() and f.name != "token.json")


async def test_a_run_through_the_cloud(cloud: Cloud, film: Path, tmp_path: Path) -> None:
    token = cloud.token()
    cloud.faults["state"] += [None, None, Reply(b"", 502), None]
    out = tmp_path / "out"
    ran = await ugcflow(
        cloud,
        tmp_path / "home",
        "run",
        str(tmp_path / "recipe.yaml"),
        "--out",
        str(out),
        "--report",
        "json",
        NEMO_TOKEN=token,
        UGCFLOW_NEMO_WAITS=WAITS,
        UGCFLOW_CACHE=str(tmp_path / "cache"),
    )
    assert ran.returncode == 0, ran.stderr
    assert (out / "glow.small.mp4").read_bytes() == cloud.file
    assert cloud.talk.messages == ["add a title", "For review.mp4: make it 9:16"]
    report = json.loads((out / "report.json").read_text())
    assert "https://nemovideo.com/workspace/claim?ct=clm_abc" in json.dumps(report)
    shown = (
        everything(out)
        + everything(tmp_path / "home")
        + everything(tmp_path / "cache")
        + (ran.stdout + ran.stderr).encode()
    )
    assert token.encode() not in shown
    assert b"nmv_usr_" not in shown
    assert mapping(report)


async def test_a_run_that_can_not_pay_its_plan_stops_before_it_uploads(
    cloud: Cloud, film: Path, tmp_path: Path
) -> None:
    cloud.credits = {"available": 20, "frozen": 0, "total": 100}
    ran = await ugcflow(
        cloud,
        tmp_path / "home",
        "run",
        str(tmp_path / "recipe.yaml"),
        "--out",
        str(tmp_path / "out"),
        "--report",
        "json",
        NEMO_TOKEN=cloud.token(),
        UGCFLOW_CACHE=str(tmp_path / "cache"),
    )
    assert ran.returncode == 3
    assert "needs about 50 credits, and 20 are left" in ran.stderr
    assert not cloud.calls("upload")
    assert not cloud.calls("open_session")
