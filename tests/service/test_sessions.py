"""Sessions of several users kept apart, claimed by a person, and one thing at a time in each."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from tests.faults.actor import Scene
from tests.service.conftest import House, code, opened, said, uploaded
from ugcflow.nemo import wire

pytestmark = pytest.mark.anyio
Make = Callable[..., Awaitable[House]]


async def test_1002_for_somebody_elses_session_in_every_call(house: Make) -> None:
    made = await house()
    async with await made.user() as owner, await made.user() as other:
        session = await opened(owner)
        await uploaded(owner, session)
        answers = [
            await other.get(wire.filled(wire.STATE, session_id=session)),
            await uploaded(other, session),
            await other.post(wire.RUN, json=said(session)),
            await other.post(wire.SUBMIT_RENDER, json={"id": "r1", "sessionId": session}),
            await other.post(wire.CLAIM_TOKEN, json={"task_id": "t", "session_id": session}),
        ]
        assert [(a.status_code, code(a)) for a in answers] == [(404, 1002)] * 5
        nobody = await owner.get(wire.filled(wire.STATE, session_id="never"))
        assert nobody.json() == answers[0].json(), "nobody learns that it is there"
    assert not made.actor.messages


@pytest.mark.parametrize("id_", ["../../etc/passwd", "a/b", "%00", "x" * 3000, "' or 1=1 --"])
async def test_an_id_is_looked_up_and_nothing_else(house: Make, id_: str) -> None:
    async with await (await house()).user() as person:
        assert code(await person.get(wire.filled(wire.STATE, session_id=id_))) == 1002


async def test_a_claim_hands_a_session_over_once(house: Make) -> None:
    made = await house()
    async with await made.user() as owner, await made.user() as person:
        body = (await owner.post(wire.OPEN_SESSION, json={})).json()["data"]
        claim = (await owner.post(wire.CLAIM_TOKEN, json=body)).json()["data"]
        assert claim["claim_token"].startswith("clm_")
        assert claim["expires_in"] == 3600
        took = await person.post("/api/auth/claim", json={"claim_token": claim["claim_token"]})
        assert took.json()["data"]["session_id"] == body["session_id"]
        state = wire.filled(wire.STATE, session_id=body["session_id"])
        assert [code(await who.get(state)) for who in (person, owner)] == [0, 1002]
        again = await owner.post("/api/auth/claim", json={"claim_token": claim["claim_token"]})
        assert again.status_code == 404
        page = await owner.get("/workspace/claim", params={"ct": claim["claim_token"]})
        assert claim["claim_token"] not in page.text


async def test_a_claim_ends(house: Make) -> None:
    now = [1000.0]
    made = await house(clock=lambda: now[0])
    async with await made.user() as person:
        body = (await person.post(wire.OPEN_SESSION, json={})).json()["data"]
        claim = (await person.post(wire.CLAIM_TOKEN, json=body)).json()["data"]["claim_token"]
        now[0] += 3601
        assert (await person.post("/api/auth/claim", json={"claim_token": claim})).status_code == 404


async def test_messages_of_a_session_go_one_after_another(house: Make) -> None:
    made = await house()
    async with await made.user() as person:
        session = await opened(person)
        await asyncio.gather(*(person.post(wire.RUN, json=said(session, f"step {i}")) for i in range(6)))
        draft = (await person.get(wire.filled(wire.STATE, session_id=session))).json()["data"]["state"]["draft"]
    assert sorted(t["sg"][0]["m"]["text"] for t in draft["t"]) == [f"step {i}" for i in range(6)]
    assert set(made.actor.messages.values()) == {1}


async def test_sessions_not_in_use_leave_memory_and_are_found_again(house: Make) -> None:
    made = await house(live_at_most=2)
    async with await made.user() as person:
        sessions = [await opened(person) for _ in range(5)]
        assert made.service.desk.live <= 3
        states = [await person.get(wire.filled(wire.STATE, session_id=s)) for s in sessions]
    assert [code(s) for s in states] == [0] * 5


async def test_many_sessions_found_again_at_once(house: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    async def slowly(_: Scene) -> None:
        await asyncio.sleep(0.02)

    monkeypatch.setattr(Scene, "close", slowly)
    made = await house(live_at_most=2)
    async with await made.user() as person:
        sessions = [await opened(person) for _ in range(12)]
        asked = (person.get(wire.filled(wire.STATE, session_id=s)) for s in sessions * 3)
        assert [code(s) for s in await asyncio.gather(*asked)] == [0] * 36
