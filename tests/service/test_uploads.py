"""Uploads by multipart: the limits, streamed to disk, whole or not at all, each input once."""

from __future__ import annotations

import hashlib
import json
import tracemalloc
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from tests.service.conftest import House, code, opened, uploaded
from ugcflow.nemo import wire
from ugcflow.nemo.shapes import InputNote
from ugcflow.service.receiving import safe_name

pytestmark = pytest.mark.anyio
Make = Callable[..., Awaitable[House]]


def files(folder: Path) -> list[Path]:
    return [f for f in (folder / "data" / "uploads").rglob("*") if f.is_file()]


@pytest.mark.parametrize(
    "name", [f"clip.{kind}" for kind in wire.FORMATS] + ["clip.JPEG", "Ümläut 世界.mp4", 'a"b.mp4']
)
async def test_every_format_of_the_protocol_is_taken(house: Make, tmp_path: Path, name: str) -> None:
    async with await (await house()).user() as person:
        answer = await uploaded(person, await opened(person), name)
    (told,) = answer.json()["data"]["files"]
    assert told["sha256"] == hashlib.sha256(b"footage").hexdigest()
    assert (told["name"], told["bytes"]) == (name, 7)
    assert [f.name for f in files(tmp_path)] == [name]


@pytest.mark.parametrize("name", ["notes.txt", "clip", "clip.mp4.exe", ".mp4x", "clip.heic"])
async def test_4001_for_any_other(house: Make, tmp_path: Path, name: str) -> None:
    made = await house()
    async with await made.user() as person:
        answer = await uploaded(person, await opened(person), name)
    assert (answer.status_code, code(answer)) == (415, 4001)
    assert "mp4" in answer.json()["message"]
    assert files(tmp_path) == []
    assert not made.actor.uploads


@pytest.mark.parametrize("extra", [1, 3_000_000])
async def test_4002_above_the_limit_and_nothing_is_left(house: Make, tmp_path: Path, extra: int) -> None:
    made = await house(largest_upload=1_000_000)
    async with await made.user() as person:
        session = await opened(person)
        answer = await uploaded(person, session, content=b"x" * (1_000_000 + extra))
        assert (answer.status_code, code(answer)) == (413, 4002)
        assert files(tmp_path) == []
        assert (await uploaded(person, session, content=b"x" * 1_000_000)).status_code == 200


async def test_an_upload_is_never_whole_in_memory(house: Make) -> None:
    async def body() -> AsyncIterator[bytes]:
        yield b'--b\r\nContent-Disposition: form-data; name="files"; filename="clip.mp4"\r\n\r\n'
        for _ in range(40):
            yield b"\0" * 2**20
        yield b"\r\n--b--\r\n"

    async with await (await house()).user() as person:
        session = await opened(person)
        tracemalloc.start()
        answer = await person.post(wire.filled(wire.UPLOAD, session_id=session), content=body(), headers={"content-type": "multipart/form-data; boundary=b"})  # fmt: skip
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert answer.json()["data"]["files"][0]["bytes"] == 40 * 2**20
    assert peak < 10 * 2**20


async def test_the_same_input_twice_is_taken_once(house: Make) -> None:
    made = await house()
    note = {wire.INPUT_HEADER: InputNote("clip", "footage").to_header()}
    async with await made.user() as person:
        session = await opened(person)
        answers = [(await uploaded(person, session, headers=note)).json() for _ in range(2)]
        other = await uploaded(person, session, content=b"something else", headers=note)
    assert answers[0] == answers[1]
    assert made.actor.uploads == {("scene-1", "clip"): 1}
    assert other.status_code == 422
    assert other.json()["data"]["kind"] == "InputError"


async def test_inputs_without_a_name_of_their_own_are_numbered(house: Make) -> None:
    async with await (await house()).user() as person:
        session = await opened(person)
        ids = [(await uploaded(person, session)).json()["data"]["files"][0]["id"] for _ in range(3)]
    assert ids == ["input1", "input2", "input3"]


async def test_several_files_in_one_body(house: Make) -> None:
    async with await (await house()).user() as person:
        session = await opened(person)
        answer = await person.post(
            wire.filled(wire.UPLOAD, session_id=session),
            files=[("files", ("a.mp4", b"one")), ("files", ("b.mp3", b"two"))],
        )
    assert [f["name"] for f in answer.json()["data"]["files"]] == ["a.mp4", "b.mp3"]


@pytest.mark.parametrize(
    "body",
    [
        b"", b"nonsense", b'--b\r\nContent-Disposition: form-data; name="files"; filename="clip.mp4"\r\n\r\nhalf',
        b'--b\r\nContent-Disposition: form-data; name="other"; filename="clip.mp4"\r\n\r\nx\r\n--b--\r\n',
    ],
    ids=["empty", "none", "half", "another field"],
)  # fmt: skip
async def test_a_body_that_is_broken_leaves_nothing(house: Make, tmp_path: Path, body: bytes) -> None:
    async with await (await house()).user() as person:
        path = wire.filled(wire.UPLOAD, session_id=await opened(person))
        answer = await person.post(path, content=body, headers={"content-type": "multipart/form-data; boundary=b"})
    assert (answer.status_code, code(answer)) == (400, 400)
    assert files(tmp_path) == []


@pytest.mark.parametrize("kind", ["", "text/plain", "multipart/form-data"])
async def test_a_body_of_another_kind(house: Make, kind: str) -> None:
    async with await (await house()).user() as person:
        path = wire.filled(wire.UPLOAD, session_id=await opened(person))
        assert code(await person.post(path, content=b"x", headers={"content-type": kind})) == 400


@pytest.mark.parametrize(
    ("given", "safe"),
    [
        ("../../etc/passwd.mp4", "passwd.mp4"), ("C:\\films\\a.mp4", "a.mp4"), ("..", ""), ("", ""), ("a\x00\nb.mp4", "ab.mp4"),
        ("a%2Fb.mp4", "b.mp4"), ("x" * 500 + ".mp4", ("x" * 500 + ".mp4")[-150:]),
    ],
)  # fmt: skip
def test_a_name_is_never_a_path(given: str, safe: str) -> None:
    assert safe_name(given) == safe


async def test_a_note_can_not_lead_out_of_the_folder(house: Make, tmp_path: Path) -> None:
    note = json.dumps({"id": "../../../escape", "name": "../../../escape.mp4"})
    async with await (await house()).user() as person:
        answer = await uploaded(person, await opened(person), headers={wire.INPUT_HEADER: note})
    assert answer.json()["data"]["files"][0]["name"] == "escape.mp4"
    assert [f.name for f in files(tmp_path)] == ["escape.mp4"]
    assert not list(tmp_path.glob("escape*"))
