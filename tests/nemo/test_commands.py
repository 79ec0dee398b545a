"""`ugcflow credits` and `ugcflow status`, as a person calls them."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.nemo.cloud import Cloud, Talk
from ugcflow.cli.status import lines
from ugcflow.session import State

pytestmark = pytest.mark.anyio


async def ugcflow(cloud: Cloud, home: Path, *arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
    base = {k: v for k, v in os.environ.items() if not k.startswith(("NEMO_", "CI"))}
    env = {**base, "HOME": str(home), "XDG_CONFIG_HOME": str(home / "xdg"), "NEMO_API_URL": cloud.url, **environ}
    command = [sys.executable, "-c", "from ugcflow.cli import main; main()", *arguments]
    return await asyncio.to_thread(subprocess.run, command, env=env, capture_output=True, text=True, timeout=60)


@pytest.fixture
def own(cloud: Cloud) -> str:
    talk = Talk("s-1", "t-1")
    talk.title("city timelapse", "Video")
    talk.title("2. part")
    talk.state["video_infos"] = [{"name": "review.mp4"}]
    cloud.talks["s-1"] = talk
    return cloud.token()


async def test_credits(cloud: Cloud, own: str, tmp_path: Path) -> None:
    assert (
        await ugcflow(cloud, tmp_path, "credits", NEMO_TOKEN=own)
    ).stdout == "84 of 100 credits left (6 reserved by work in progress)\n"
    shown = await ugcflow(cloud, tmp_path, "credits", "--json", NEMO_TOKEN=own)
    assert json.loads(shown.stdout) == {"available": 84, "frozen": 6, "total": 100, "unlimited": False}


async def test_status(cloud: Cloud, own: str, tmp_path: Path) -> None:
    assert (await ugcflow(cloud, tmp_path, "status", "s-1", NEMO_TOKEN=own)).stdout.splitlines() == [
        "Timeline (2 tracks), 3 s", "  1. Video: “city timelapse” (0-3s)", "  2. Title: “2. part” (0-3s)", "Media: review.mp4",
        "Take it over: https://nemovideo.com/workspace/claim?ct=clm_abc",
    ]  # fmt: skip
    shown = await ugcflow(cloud, tmp_path, "status", "s-1", "--json", NEMO_TOKEN=own)
    assert json.loads(shown.stdout) == cloud.talks["s-1"].state


def test_an_empty_session() -> None:
    assert lines(State(), "") == ["Timeline (empty)"]


async def test_failures_are_sentences_with_exit_code_3(cloud: Cloud, own: str, tmp_path: Path) -> None:
    lost = await ugcflow(cloud, tmp_path, "status", "gone", NEMO_TOKEN=own)
    wrong = await ugcflow(cloud, tmp_path, "credits", NEMO_TOKEN="nmv_usr_wrong")
    ci = await ugcflow(cloud, tmp_path, "credits", CI="true")
    assert [r.returncode for r in (lost, wrong, ci)] == [3, 3, 3]
    assert ("1002" in lost.stderr, "1001" in wrong.stderr, "NEMO_TOKEN" in ci.stderr) == (True, True, True)
    for result in (lost, wrong, ci):
        assert "Traceback" not in result.stderr
        assert "nmv_usr_" not in result.stderr + result.stdout


async def test_in_ci_anonymous_when_it_is_said(cloud: Cloud, tmp_path: Path) -> None:
    assert (await ugcflow(cloud, tmp_path, "credits", "--anonymous", CI="true")).returncode == 0
    assert cloud.given == 1
