"""Inputs on their way to the editor."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from tests.nemo.cloud import Cloud, Reply, Talk
from ugcflow.errors import CreditsError, InputError, NetworkError
from ugcflow.nemo import wire
from ugcflow.nemo.editor import Nemo
from ugcflow.nemo.envelope import failure
from ugcflow.nemo.upload import usable
from ugcflow.session import Upload

pytestmark = pytest.mark.anyio


@pytest.fixture
def footage(tmp_path: Path) -> Path:
    file = tmp_path / 'my "best" 视频.mp4'
    file.write_bytes(bytes(range(256)) * 4000)
    return file


async def test_multipart_with_progress(cloud: Cloud, nemo: Nemo, footage: Path) -> None:
    told: list[float] = []
    session = await nemo.open("glow", "en")
    uploaded = await session.upload(Upload("review", footage), lambda done, what: told.append(done))
    name, content, note = cloud.talk.uploads[0]
    assert (name, content, note) == ("my %22best%22 视频.mp4", footage.read_bytes(), "")
    assert (uploaded.id, uploaded.bytes, uploaded.sha256) == ("review", 1_024_000, hashlib.sha256(content).hexdigest())
    assert told == sorted(told)
    assert len(told) >= 4
    assert told[-1] == 1.0


async def test_a_url(cloud: Cloud, nemo: Nemo) -> None:
    session = await nemo.open("glow", "en")
    uploaded = await session.upload(Upload("logo", url="https://cdn.example.com/logo.png?sig=1"))
    assert cloud.calls("upload")[0].json() == {"urls": ["https://cdn.example.com/logo.png?sig=1"], "source_type": "url"}
    assert (uploaded.name, uploaded.bytes) == ("logo.png", 0)


async def test_only_a_service_of_ours_is_told_id_role_and_sha(cloud: Cloud, nemo: Nemo, footage: Path) -> None:
    session = await nemo.open("glow", "en")
    cloud.headers = {"X-Ugcflow-Service": "0.1.0"}
    await nemo.credits()
    sha = hashlib.sha256(footage.read_bytes()).hexdigest()
    await session.upload(Upload("review", footage, role="footage", sha256=sha))
    assert json.loads(cloud.talk.uploads[0][2]) == {
        "id": "review",
        "role": "footage",
        "sha256": sha,
        "name": footage.name,
    }


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("notes.txt", b"x", r"does not take \(4001\)"),
        ("clip", b"x", "4001"),
        ("empty.mp4", b"", "is empty"),
        ("missing.mp4", None, "is not there"),
    ],
)
async def test_files_that_can_not_be_used_are_never_sent(
    cloud: Cloud, nemo: Nemo, tmp_path: Path, name: str, content: bytes | None, words: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    session = await nemo.open("glow", "en")
    with pytest.raises(InputError, match=words) as caught:
        await session.upload(Upload("x", tmp_path / name))
    assert caught.value.do
    assert not cloud.calls("upload")


@pytest.mark.parametrize("kind", [*wire.FORMATS, "MP4", "JPEG"])
def test_every_format_of_the_list(tmp_path: Path, kind: str) -> None:
    (tmp_path / f"a.{kind}").write_bytes(b"x")
    assert usable(tmp_path / f"a.{kind}") == 1


def test_the_limit_is_500_mb(tmp_path: Path) -> None:
    file = tmp_path / "a.mp4"
    with file.open("wb") as stream:
        stream.truncate(500 * 2**20)
    assert usable(file) == wire.LARGEST_UPLOAD
    with file.open("ab") as stream:
        stream.write(b"x")
    with pytest.raises(InputError, match="too large") as caught:
        usable(file)
    assert "compress" in caught.value.do


@pytest.mark.parametrize(("code", "words"), [(4001, "mp4, mov, avi, webm, mkv"), (4002, "500 MB")])
async def test_what_the_editor_does_not_take(cloud: Cloud, nemo: Nemo, footage: Path, code: int, words: str) -> None:
    session = await nemo.open("glow", "en")
    cloud.faults["upload"].append(Reply(failure(code, "no")))
    with pytest.raises(InputError, match=str(code)) as caught:
        await session.upload(Upload("review", footage))
    assert words in caught.value.do
    assert footage.name in caught.value.what


async def test_413_without_an_envelope_is_too_large(cloud: Cloud, nemo: Nemo, footage: Path) -> None:
    session = await nemo.open("glow", "en")
    cloud.faults["upload"].append(Reply(b"<html>", 413))
    with pytest.raises(InputError, match="4002"):
        await session.upload(Upload("review", footage))


async def test_no_credits(cloud: Cloud, nemo: Nemo, footage: Path) -> None:
    session = await nemo.open("glow", "en")
    cloud.faults["upload"].append(Reply(failure(2001, "no")))
    with pytest.raises(CreditsError):
        await session.upload(Upload("review", footage))


async def test_a_lost_answer_of_an_upload_that_came_in(cloud: Cloud, nemo: Nemo, footage: Path) -> None:
    """The media shows in the state, so it is not sent again."""
    session = await nemo.open("glow", "en")
    real = cloud._upload

    def losing(request: object) -> Reply:
        real(request)  # type: ignore[arg-type]
        return Reply(drop=True)

    cloud._upload = losing  # type: ignore[method-assign, assignment]
    uploaded = await session.upload(Upload("review", footage))
    assert uploaded.bytes == footage.stat().st_size
    assert len(cloud.talk.uploads) == 1


async def test_an_upload_that_did_not_come_in_is_sent_once_more(cloud: Cloud, nemo: Nemo, footage: Path) -> None:
    session = await nemo.open("glow", "en")
    cloud.faults["upload"].append(Reply(drop=True))
    await session.upload(Upload("review", footage))
    assert len(cloud.talk.uploads) == 1
    cloud.faults["upload"] += [Reply(b"", 503)] * 2
    with pytest.raises(NetworkError):
        await session.upload(Upload("again", footage))
    assert len(cloud.talk.uploads) == 1


async def test_a_file_that_is_not_the_planned_one(cloud: Cloud, nemo: Nemo, footage: Path) -> None:
    session = await nemo.open("glow", "en")
    with pytest.raises(InputError, match="not the file it was"):
        await session.upload(Upload("review", footage, sha256="0" * 64))


async def test_a_session_lost_before_an_upload_is_opened_anew(cloud: Cloud, nemo: Nemo, footage: Path) -> None:
    session = await nemo.open("glow", "en")
    await session.upload(Upload("a", footage))
    del cloud.talks["session-1"]
    cloud.talks["another"] = Talk("another", "t")
    await session.upload(Upload("b", footage))
    assert len(cloud.talks["session-2"].uploads) == 2
