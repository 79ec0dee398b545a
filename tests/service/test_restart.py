"""`ugcflow serve` as a process: what survives `kill -9`, who may share a data folder, how it listens and how it ends."""

from __future__ import annotations

import hashlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest

from tests.contract.conftest import clip  # noqa: F401
from tests.service.conftest import ATTRIBUTION, code, said
from ugcflow import backends
from ugcflow.nemo import wire

pytestmark = pytest.mark.skipif(not backends.has_studio(), reason="the studio is not installed")
COMMAND = [sys.executable, "-c", "from ugcflow.cli import main; main()", "serve"]
Start = Callable[..., tuple[subprocess.Popen[str], str]]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts services on free ports; they end with the test."""
    started: list[subprocess.Popen[str]] = []

    def begin(*options: str) -> tuple[subprocess.Popen[str], str]:
        with (tmp_path / f"serve{len(started)}.log").open("w") as log:
            process = subprocess.Popen(
                [*COMMAND, "--port", "0", "--data", str(tmp_path / "data"), *options], stdout=subprocess.PIPE, stderr=log, text=True,
                env={**os.environ, "UGCFLOW_CACHE": str(tmp_path / "cache")},
            )  # fmt: skip
        started.append(process)
        assert process.stdout
        said_ = process.stdout.readline()
        return process, said_.split(" at ")[-1].split()[0] if " at " in said_ else ""

    yield begin
    for process in started:
        process.kill()
        process.wait(20)
        if process.stdout:
            process.stdout.close()


def waited(person: httpx.Client, render: str) -> dict[str, Any]:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        told: dict[str, Any] = person.get(wire.filled(wire.POLL_RENDER, render_id=render)).json()
        if told["status"] in (wire.COMPLETED, wire.FAILED):
            return told
        time.sleep(0.05)
    raise AssertionError("the render did not end")


def test_sessions_uploads_and_renders_survive_kill_9(start: Start, clip: Path) -> None:  # noqa: F811
    process, url = start()
    person = httpx.Client(base_url=url, headers=ATTRIBUTION, trust_env=False, timeout=60)
    token = person.post(wire.ANONYMOUS_TOKEN, headers={wire.CLIENT_ID_HEADER: str(uuid4())}).json()["data"]["token"]
    person.headers["Authorization"] = f"Bearer {token}"
    session = person.post(wire.OPEN_SESSION, json={}).json()["data"]["session_id"]
    state = wire.filled(wire.STATE, session_id=session)
    assert code(person.post(wire.filled(wire.UPLOAD, session_id=session), files={"files": ("clip.mp4", clip.read_bytes())})) == 0  # fmt: skip
    person.post(wire.RUN, json=said(session, "trim the last 3 seconds"))
    small = {"sessionId": session, "ugcflow": {"name": "web", "width": 90, "height": 160, "loudness": None}}
    person.post(wire.SUBMIT_RENDER, json={"id": "render_1", **small})
    done, before = waited(person, "render_1"), person.get(state).json()
    person.post(wire.SUBMIT_RENDER, json={"id": "render_2", **small})
    process.send_signal(signal.SIGKILL)
    process.wait(20)

    _, person.base_url = start()
    assert person.get(state).json() == before
    assert before["data"]["state"]["draft"]["d"] < 1100
    again = person.get(wire.filled(wire.POLL_RENDER, render_id="render_1")).json()
    assert again["output"]["sha256"] == done["output"]["sha256"]
    content = person.get(wire.filled(wire.DOWNLOAD, render_id="render_1")).content
    assert hashlib.sha256(content).hexdigest() == done["output"]["sha256"]
    assert waited(person, "render_2")["output"]["sha256"] == done["output"]["sha256"], (
        "what was queued is done after all"
    )
    person.post(wire.RUN, json=said(session, "mute it"))
    assert person.get(state).json() != before
    person.close()


def test_two_services_do_not_share_a_folder(start: Start, tmp_path: Path) -> None:
    start()
    second, said_ = start()
    assert (second.wait(60), said_) == (2, "")
    assert "another service is using" in (tmp_path / "serve1.log").read_text()
    assert "Traceback" not in (tmp_path / "serve1.log").read_text()


def test_it_listens_on_loopback_and_ends_when_told(start: Start) -> None:
    process, url = start()
    assert url.startswith("http://127.0.0.1:")
    assert httpx.get(f"{url}/health", trust_env=False).json()["status"] == "ok"
    process.send_signal(signal.SIGTERM)
    assert process.wait(30) == 0


def test_a_port_that_is_taken(start: Start, tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        process, _ = start("--port", str(other.getsockname()[1]))
        assert process.wait(60) == 2
    said_ = (tmp_path / "serve0.log").read_text()
    assert "can't be listened on" in said_
    assert "Traceback" not in said_


@pytest.mark.parametrize(
    ("content", "wanted"), [(None, "can't be read"), ("", "no token"), ("short\n", "shorter than 16")]
)
def test_a_token_file_that_can_not_be_used(start: Start, tmp_path: Path, content: str | None, wanted: str) -> None:
    file = tmp_path / "tokens.txt"
    if content is not None:
        file.write_text(content)
    process, _ = start("--tokens", str(file))
    assert process.wait(60) == 2
    assert wanted in (tmp_path / "serve0.log").read_text()
