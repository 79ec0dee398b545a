"""Exports: submitted, polled, tried once more, downloaded whole or not at all."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncIterator, Callable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest

from tests.nemo.cloud import Cloud, Reply
from tests.nemo.conftest import QUICK
from ugcflow.errors import NetworkError, PlanError, ProtocolError, RenderError
from ugcflow.nemo.editor import Nemo
from ugcflow.nemo.envelope import failure
from ugcflow.nemo.render import ready, untold
from ugcflow.nemo.session import CloudSession
from ugcflow.nemo.shapes import output_from_json
from ugcflow.session import Output, SafeArea

pytestmark = pytest.mark.anyio
TIKTOK = Output(
    "tiktok", "mp4", "tiktok", 1080, 1920, 30, loudness=-14, max_seconds=60, safe=SafeArea(0.1, 0.2, 0.3, 0.4)
)


@pytest.fixture
async def session(cloud: Cloud, nemo: Nemo) -> CloudSession:
    opened = await nemo.open("glow", "en")
    cloud.talk.title("Hi")
    return opened


@pytest.fixture
def to(tmp_path: Path) -> Path:
    return tmp_path / "out" / "glow.mp4"


async def test_format_and_quality_only_and_the_rest_is_said(cloud: Cloud, session: CloudSession, to: Path) -> None:
    exported = await session.export(TIKTOK, to)
    (body,) = cloud.render_bodies
    assert body["id"].startswith("render_")
    assert body == {
        "id": body["id"],
        "sessionId": "session-1",
        "draft": cloud.talk.state["draft"],
        "output": {"format": "mp4", "quality": "high"},
    }
    assert exported.asked_elsewhere == ("size", "rate", "loudness", "length")
    assert exported.bytes == len(cloud.file)


def test_what_was_not_asked_for_is_not_said() -> None:
    assert untold(Output("web", loudness=None)) == ()
    assert untold(Output("web", loudness=None, of="review")) == ("input",)


async def test_a_service_of_ours_is_sent_the_whole_output(cloud: Cloud, session: CloudSession, to: Path) -> None:
    cloud.headers = {"X-Ugcflow-Service": "0.1.0"}
    cloud.output = {"sha256": hashlib.sha256(cloud.file).hexdigest(), "draft": {"t": []}, "warnings": ["quiet"]}
    exported = await session.export(TIKTOK, to)
    assert cloud.render_bodies[0]["ugcflow"] == asdict(TIKTOK)
    assert output_from_json(cloud.render_bodies[0]["ugcflow"]) == TIKTOK
    assert (exported.asked_elsewhere, exported.draft, exported.warnings) == ((), {"t": []}, ("quiet",))


async def test_polled_until_it_is_completed_with_progress(cloud: Cloud, session: CloudSession, to: Path) -> None:
    cloud.outcomes.append(["pending", "processing", "processing", "completed"])
    told: list[tuple[float, str]] = []
    await session.export(TIKTOK, to, lambda done, what: told.append((done, what)))
    assert len(cloud.calls("poll")) == 4
    assert [d for d, _ in told] == sorted(d for d, _ in told)
    assert told[-1] == (1.0, "glow.mp4 is there")


async def test_failed_once_is_tried_again_under_a_new_id(cloud: Cloud, session: CloudSession, to: Path) -> None:
    cloud.outcomes += [["processing", "failed"], ["completed"]]
    await session.export(TIKTOK, to)
    first, second = (b["id"] for b in cloud.render_bodies)
    assert first != second
    assert to.read_bytes() == cloud.file


async def test_failed_twice_stops(cloud: Cloud, session: CloudSession, to: Path) -> None:
    cloud.outcomes += [["failed"], ["failed"], ["completed"]]
    with pytest.raises(RenderError, match="twice: the renderer crashed"):
        await session.export(TIKTOK, to)
    assert len(cloud.render_bodies) == 2
    assert not to.exists()


async def test_a_render_that_never_finishes(cloud: Cloud, client: Callable[..., Nemo], to: Path) -> None:
    session = await client(waits=replace(QUICK, render_at_most=0.05)).open("glow", "en")
    cloud.talk.title("Hi")
    cloud.outcomes.append(["processing"])
    with pytest.raises(RenderError, match="not done after"):
        await session.export(TIKTOK, to)


async def test_402_is_a_matter_of_the_plan(cloud: Cloud, session: CloudSession, to: Path) -> None:
    cloud.faults["submit"].append(Reply(failure(402, "upgrade"), 402))
    with pytest.raises(PlanError) as caught:
        await session.export(TIKTOK, to)
    assert "not of credits" in caught.value.do


async def test_nothing_on_the_timeline(cloud: Cloud, nemo: Nemo, to: Path) -> None:
    session = await nemo.open("glow", "en")
    with pytest.raises(RenderError, match="nothing on the timeline"):
        await session.export(TIKTOK, to)
    assert not cloud.calls("submit")


@pytest.mark.parametrize(
    ("draft", "is_ready"),
    [
        ({}, False),
        ({"t": []}, False),
        ({"t": [{"sg": []}]}, False),
        ({"t": [{"sg": []}, {"sg": [{}]}]}, True),
        ({"t": "x"}, False),
    ],
)
def test_ready(draft: dict[str, Any], is_ready: bool) -> None:
    assert ready(draft) is is_ready


async def test_the_cloud_exports_no_subtitle_files(session: CloudSession, to: Path) -> None:
    with pytest.raises(RenderError, match="no srt files"):
        await session.export(Output("subs", "srt"), to.with_suffix(".srt"))


async def test_a_lost_answer_to_a_submit_is_looked_for_by_its_id(cloud: Cloud, session: CloudSession, to: Path) -> None:
    real = cloud._submit

    def losing(request: Any) -> Reply:
        real(request)
        return Reply(drop=True)

    cloud._submit = losing  # type: ignore[method-assign]
    await session.export(TIKTOK, to)
    assert len(cloud.render_bodies) == 1


async def test_a_submit_that_did_not_arrive_is_sent_again(cloud: Cloud, session: CloudSession, to: Path) -> None:
    cloud.faults["submit"].append(Reply(drop=True))
    await session.export(TIKTOK, to)
    assert len(cloud.render_bodies) == 1


async def test_a_poll_that_breaks_is_repeated(cloud: Cloud, session: CloudSession, to: Path) -> None:
    cloud.faults["poll"] += [Reply(drop=True), Reply(b"", 502), None, Reply(b"<html>", 500)]
    cloud.outcomes.append(["processing", "processing", "completed"])
    assert (await session.export(TIKTOK, to)).bytes == len(cloud.file)


HALF = Reply(b"half" * 1000, headers={"content-type": "video/mp4"}, cut=1000)


@pytest.mark.parametrize(
    "reply",
    [
        HALF,
        Reply(drop=True),
        Reply(b"", 503),
        Reply(b""),
        Reply(b"short", stated=5),
        Reply(b"x" * 99, cut=99, stated=5000),
    ],
    ids=["half way", "reset", "503", "empty", "another length than the render's", "less than announced"],
)
async def test_a_download_that_breaks_is_repeated(cloud: Cloud, session: CloudSession, to: Path, reply: Reply) -> None:
    cloud.faults["file"].append(reply)
    exported = await session.export(TIKTOK, to)
    assert exported.sha256 == hashlib.sha256(cloud.file).hexdigest()
    assert [f.name for f in to.parent.iterdir()] == ["glow.mp4"]
    assert not cloud.calls("download")


@pytest.mark.parametrize(
    "reply", [Reply(b"gone", 403), Reply(b"<html>expired</html>", headers={"content-type": "text/html"})]
)
async def test_the_fallback_address(cloud: Cloud, session: CloudSession, to: Path, reply: Reply) -> None:
    cloud.faults["file"].append(reply)
    await session.export(TIKTOK, to)
    assert to.read_bytes() == cloud.file
    (request,) = cloud.calls("download")
    assert request.headers["authorization"].startswith("Bearer ")
    assert request.path == f"/api/render/proxy/{cloud.render_bodies[0]['id']}/download"


async def test_another_file_than_the_editor_made(
    cloud: Cloud, session: CloudSession, client: Callable[..., Nemo], to: Path
) -> None:
    to.parent.mkdir()
    to.write_bytes(b"the export of yesterday")
    cloud.output = {"sha256": "0" * 64}
    quick = await client(waits=replace(QUICK, retry_at_most=0.05)).attach(session.id)
    with pytest.raises(NetworkError, match="sha256 differs"):
        await quick.export(TIKTOK, to)
    assert to.read_bytes() == b"the export of yesterday"
    assert [f.name for f in to.parent.iterdir()] == ["glow.mp4"]


@pytest.mark.parametrize(
    "url",
    [
        "http://169.254.169.254/latest",
        "https://10.1.2.3/x.mp4",
        "file:///etc/passwd",
        "https://user:pw@cdn.example/x",
        "http://cdn.example/x.mp4",
    ],
)
async def test_downloads_from_private_or_plain_places_are_refused_and_the_fallback_used(
    cloud: Cloud, session: CloudSession, to: Path, url: str
) -> None:
    cloud.output = {"url": url}
    await session.export(TIKTOK, to)
    assert len(cloud.calls("download")) == 1


async def test_no_place_at_all(cloud: Cloud, session: CloudSession, to: Path) -> None:
    cloud.output = {"url": "http://169.254.169.254/latest"}
    cloud.faults["download"].append(Reply(b"", 404))
    with pytest.raises((NetworkError, ProtocolError)):
        await session.export(TIKTOK, to)
    assert not to.exists()


async def test_a_folder_that_can_not_be_written(cloud: Cloud, session: CloudSession, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file where the folder should be")
    with pytest.raises(RenderError, match="could not be written"):
        await session.export(TIKTOK, tmp_path / "out" / "glow.mp4")


async def test_seconds_is_the_length_of_the_file(cloud: Cloud, session: CloudSession, to: Path) -> None:
    assert (await session.export(TIKTOK, to)).seconds == 3.0
    cloud.output = {"duration": 2.5}
    assert (await session.export(TIKTOK, to)).seconds == 2.5


async def test_a_service_may_ask_to_be_polled_sooner(cloud: Cloud, client: Callable[..., Nemo], to: Path) -> None:
    """`retry_after` wins over the 30 s, and never makes them longer."""
    session = await client(waits=replace(QUICK, poll=3600)).open("glow", "en")
    cloud.talk.title("Hi")
    cloud.faults["submit"].append(Reply({"render_id": "r", "status": "pending", "retry_after": 0}))
    cloud.renders["r"] = ["completed"]
    assert (await session.export(TIKTOK, to)).bytes == len(cloud.file)


async def test_a_fallback_that_redirects_to_another_origin_takes_no_token_there(
    cloud: Cloud, session: CloudSession, to: Path
) -> None:
    async with Cloud() as store:
        store.file = cloud.file
        cloud.faults["file"].append(Reply(b"gone", 404))
        cloud.faults["download"].append(Reply(b"", 302, {"location": f"{store.url}/files/x.mp4?sig=1"}))
        await session.export(TIKTOK, to)
        (request,) = store.requests
        assert "authorization" not in request.headers
        assert to.read_bytes() == cloud.file


async def test_giving_up_in_the_middle_of_a_download_leaves_nothing(
    cloud: Cloud, session: CloudSession, to: Path
) -> None:
    async def slowly() -> AsyncIterator[bytes]:
        yield cloud.file[:1000]
        arrived.set()
        await asyncio.sleep(3600)

    arrived = asyncio.Event()
    cloud.faults["file"].append(Reply(slowly()))
    work = asyncio.create_task(session.export(TIKTOK, to))
    await arrived.wait()
    work.cancel()
    with pytest.raises(asyncio.CancelledError):
        await work
    assert list(to.parent.iterdir()) == []
