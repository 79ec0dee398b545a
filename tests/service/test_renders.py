"""Renders: queued, one at a time a session, asked for once, and the file with its length and sha256."""

from __future__ import annotations

import asyncio
import base64
import hashlib
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.faults.actor import FILE, Actor
from tests.service.conftest import ATTRIBUTION, House, code, opened, uploaded
from ugcflow.nemo import wire
from ugcflow.service.refusal import Refusal
from ugcflow.service.renders import Renders, output_of
from ugcflow.session import Output

pytestmark = pytest.mark.anyio
Make = Callable[..., Awaitable[House]]


async def ready(person: httpx.AsyncClient) -> str:
    session = await opened(person)
    await uploaded(person, session)
    return session


async def submitted(person: httpx.AsyncClient, session: str, id_: str = "render_1", **more: Any) -> httpx.Response:
    asked = {"id": id_, "sessionId": session, "output": {"format": "mp4", "quality": "high"}, **more}
    return await person.post(wire.SUBMIT_RENDER, json=asked)


async def finished(person: httpx.AsyncClient, id_: str = "render_1") -> dict[str, Any]:
    while True:
        told: dict[str, Any] = (await person.get(wire.filled(wire.POLL_RENDER, render_id=id_))).json()
        if told["status"] in (wire.COMPLETED, wire.FAILED):
            return told
        assert told["retry_after"] > 0
        await asyncio.sleep(0.01)


async def test_a_render_from_end_to_end(house: Make) -> None:
    async with await (await house()).user() as person:
        session = await ready(person)
        first = (await submitted(person, session)).json()
        assert (first["render_id"], "code" in first) == ("render_1", False)
        assert first["status"] in (wire.PENDING, wire.PROCESSING)
        output = (await finished(person))["output"]
        assert (output["size"], output["duration"]) == (len(FILE), 3.0)
        for url in (output["url"], wire.filled(wire.DOWNLOAD, render_id="render_1")):
            answer = await person.get(url)
            digest = hashlib.sha256(answer.content).digest()
            assert answer.content == FILE
            assert int(answer.headers["content-length"]) == len(FILE)
            assert answer.headers["x-checksum-sha256"] == output["sha256"] == digest.hex()
            assert answer.headers["repr-digest"] == f"sha-256=:{base64.b64encode(digest).decode()}:"


@pytest.mark.parametrize("missing", list(ATTRIBUTION))
async def test_402_without_each_attribution_header(house: Make, missing: str) -> None:
    made = await house()
    async with await made.user() as person:
        session = await ready(person)
        del person.headers[missing]
        answer = await submitted(person, session)
    assert (answer.status_code, code(answer)) == (402, 402)
    assert not made.actor.renders


async def test_an_id_is_rendered_once(house: Make) -> None:
    made = await house()
    async with await made.user() as person:
        session = await ready(person)
        await submitted(person, session)
        done = await finished(person)
        again = (await submitted(person, session)).json()
    assert again["status"] == done["status"] == wire.COMPLETED
    assert made.actor.renders == {"export": 1}


async def test_an_id_that_comes_twice_at_once_is_rendered_once(house: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    async def checked(*_: object) -> None:
        await asyncio.sleep(0.05)

    monkeypatch.setattr(Renders, "_check", checked)
    made = await house()
    async with await made.user() as person:
        session = await ready(person)
        answers = await asyncio.gather(*(submitted(person, session) for _ in range(4)))
        await finished(person)
    assert {a.status_code for a in answers} == {200}
    assert made.actor.renders == {"export": 1}


async def test_one_at_a_time_a_session_in_order(house: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    made, now, most, order = await house(workers=8), [0], [0], []
    from tests.faults.actor import Scene

    real = Scene.export

    async def export(self: Scene, output: Output, to: Path, progress: Any = None) -> Any:
        now[0] += 1
        most[0] = max(most[0], now[0])
        order.append(to.stem)
        await asyncio.sleep(0.02)
        now[0] -= 1
        return await real(self, output, to, progress)

    monkeypatch.setattr(Scene, "export", export)
    async with await made.user() as person:
        session = await ready(person)
        for i in range(4):
            await submitted(person, session, f"render_{i}")
        for i in range(4):
            assert (await finished(person, f"render_{i}"))["status"] == wire.COMPLETED
    assert (most[0], order) == (1, [f"render_{i}" for i in range(4)])


async def test_progress_is_told(house: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.faults.actor import Scene

    go, real = asyncio.Event(), Scene.export

    async def export(self: Scene, output: Output, to: Path, progress: Any = None) -> Any:
        progress(0.25, "rendering")
        await go.wait()
        return await real(self, output, to, progress)

    monkeypatch.setattr(Scene, "export", export)
    async with await (await house()).user() as person:
        await submitted(person, await ready(person))
        await asyncio.sleep(0.05)
        told = (await person.get(wire.filled(wire.POLL_RENDER, render_id="render_1"))).json()
        assert (told["status"], told["progress"]) == (wire.PROCESSING, 0.25)
        go.set()
        await finished(person)


async def test_a_render_that_fails_says_why(house: Make) -> None:
    async with await (await house(Actor(failing=1))).user() as person:
        session = await ready(person)
        await submitted(person, session)
        failed = await finished(person)
        assert (failed["status"], failed["error"]) == (wire.FAILED, "the encoder stopped (try another format)")
        await submitted(person, session, "render_2")
        assert (await finished(person, "render_2"))["status"] == wire.COMPLETED


async def test_somebody_elses_render_is_not_there(house: Make) -> None:
    made = await house()
    async with await made.user() as owner, await made.user() as other:
        await submitted(owner, await ready(owner))
        url = (await finished(owner))["output"]["url"]
        for path in (url, wire.filled(wire.POLL_RENDER, render_id="render_1"), wire.filled(wire.DOWNLOAD, render_id="render_1")):  # fmt: skip
            assert (await other.get(path)).status_code == 404
        async with made.person() as nobody:
            assert code(await nobody.get(url)) == 1001


async def test_an_old_draft_is_not_rendered(house: Make) -> None:
    made = await house()
    async with await made.user() as person:
        session = await ready(person)
        state = (await person.get(wire.filled(wire.STATE, session_id=session))).json()["data"]["state"]
        old = {"t": [], "d": 0, "m": {}}
        assert (await submitted(person, session, draft=old)).status_code == 409
        assert (await submitted(person, session, draft=state["draft"])).status_code == 200


@pytest.mark.parametrize("id_", ["../../x", "a/b", "", "x" * 200, 7, "a b"])
async def test_an_id_that_could_be_a_path(house: Make, id_: Any) -> None:
    async with await (await house()).user() as person:
        answer = await submitted(person, await ready(person), id_)
    assert answer.status_code == (200 if id_ == "" else 400)


def test_what_is_asked_of_an_output() -> None:
    from ugcflow.nemo.shapes import output_to_json

    whole = Output("web", "mp4", width=180, height=320, loudness=None, of="clip")
    assert output_of({"output": {"format": "mp4"}, wire.EXTRA_FIELD: output_to_json(whole)}) == whole
    assert output_of({"output": {"format": "WEBM", "quality": "low"}}) == Output("export", "webm", quality="low")
    assert output_of({}) == Output("export", "mp4", quality="high")
    for bad in ({"output": {"format": "exe"}}, {wire.EXTRA_FIELD: {"name": "x", "what": 1}}):
        with pytest.raises(Refusal):
            output_of(bad)
