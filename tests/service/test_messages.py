"""A message: a stream of ADK events, carried out once whoever listens."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from tests.faults.actor import Actor, Scene
from tests.service.conftest import House, code, opened, said, uploaded
from ugcflow.nemo import wire
from ugcflow.session import Event, Message

pytestmark = pytest.mark.anyio
Make = Callable[..., Awaitable[House]]


@dataclass
class Slow(Actor):
    """An agent that waits in the middle of a sentence until it is let go."""

    go: asyncio.Event = field(default_factory=asyncio.Event)
    begun: asyncio.Event = field(default_factory=asyncio.Event)

    async def open(self, name: str, language: str) -> Scene:
        scene = SlowScene(self, f"scene-{len(self.sessions) + 1}")
        self.sessions[scene.id] = scene
        return scene


class SlowScene(Scene):
    async def send(self, message: Message) -> AsyncIterator[Event]:
        assert isinstance(self.actor, Slow)
        self.actor.begun.set()
        await self.actor.go.wait()
        async for event in super().send(message):
            yield event


def events(text: str) -> list[dict[str, Any]]:
    return [json.loads(line[6:]) for line in text.splitlines() if line.startswith("data: ")]


async def test_events_are_those_of_the_agent_development_kit(house: Make) -> None:
    async with await (await house()).user() as person:
        session = await opened(person)
        answer = await person.post(wire.RUN, json=said(session))
    assert answer.headers["content-type"].startswith("text/event-stream")
    told = events(answer.text)
    assert all({"id", "timestamp", "invocationId", "author", "content", "actions"} <= set(e) for e in told)
    assert len({e["id"] for e in told}) == len(told)
    assert len({e["invocationId"] for e in told}) == 1
    parts = [p for e in told for p in e["content"]["parts"]]
    call, result = (next(p[k] for p in parts if k in p) for k in ("functionCall", "functionResponse"))
    assert (call["id"], call["name"]) == (result["id"], result["name"])
    texts = [(bool(e.get("partial")), p["text"]) for e in told for p in e["content"]["parts"] if "text" in p]
    assert [partial for partial, _ in texts] == [True, False]
    assert texts[1][1].startswith(texts[0][1])
    assert wire.DONE_DELTA in told[-1]["actions"]["stateDelta"]


async def test_they_are_read_by_the_agent_development_kit_itself(house: Make) -> None:
    adk = pytest.importorskip("google.adk.events")
    async with await (await house()).user() as person:
        answer = await person.post(wire.RUN, json=said(await opened(person)))
    read = [adk.Event.model_validate(e) for e in events(answer.text)]
    assert [e.is_final_response() for e in read if e.content.parts and e.content.parts[0].text] == [False, True]
    assert [bool(e.get_function_calls()) for e in read].count(True) == 1


async def test_heartbeats_while_it_works(house: Make) -> None:
    actor = Slow()
    made = await house(actor, heartbeat=0.02)
    async with await made.user() as person:
        session = await opened(person)
        async with person.stream("POST", wire.RUN, json=said(session)) as answer:
            heard = b""
            async for chunk in answer.aiter_raw():
                heard += chunk
                if heard.count(b"heartbeat") >= 3:
                    actor.go.set()
    assert b"functionCall" in heard.split(b"heartbeat")[-1]


async def test_who_stops_listening_stops_nothing(house: Make) -> None:
    actor = Slow()
    made = await house(actor, heartbeat=0.02)
    async with await made.user() as person:
        session = await opened(person)
        async with person.stream("POST", wire.RUN, json=said(session)) as answer:
            await anext(answer.aiter_raw())
        state = wire.filled(wire.STATE, session_id=session)
        before = (await person.get(state)).json()["data"]["state"]["draft"]["t"]
        actor.go.set()
        while not (after := (await person.get(state)).json()["data"]["state"]["draft"]["t"]):
            await asyncio.sleep(0.01)
    assert (before, len(after)) == ([], 1)
    assert set(actor.messages.values()) == {1}


async def test_the_state_is_told_at_once_while_a_message_is_carried_out(house: Make) -> None:
    actor = Slow()
    made = await house(actor)
    async with await made.user() as person:
        session = await opened(person)
        message = asyncio.create_task(person.post(wire.RUN, json=said(session)))
        await actor.begun.wait()
        state = await asyncio.wait_for(person.get(wire.filled(wire.STATE, session_id=session)), 5)
        assert state.json()["data"]["state"]["draft"]["t"] == []
        actor.go.set()
        await message


async def test_a_message_has_an_end(house: Make) -> None:
    async with await (await house(Slow(), longest_message=0.05)).user() as person:
        answer = await person.post(wire.RUN, json=said(await opened(person)))
    error = events(answer.text)[-1]["error"]
    assert "not done after" in error["message"]
    assert error["do"]


async def test_a_failure_says_what_and_what_to_do(house: Make) -> None:
    made = await house(Actor(breaks=True))
    async with await made.user() as person:
        answer = await person.post(wire.RUN, json=said(await opened(person)))
    error = events(answer.text)[-1]["error"]
    assert (error["kind"], error["message"], error["do"]) == ("StepError", "there is no room for a title", "make the edit longer")  # fmt: skip


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b'{"session_id": 5}', b"\xff\xfe"])
async def test_a_body_that_can_not_be_read(house: Make, body: bytes) -> None:
    made = await house()
    async with await made.user() as person:
        answer = await person.post(wire.RUN, content=body)
    assert answer.status_code in (400, 404)
    assert code(answer)


@pytest.mark.parametrize("parts", [[], [{}], [{"text": "  "}], [{"text": 5}], "hello"])
async def test_a_message_without_words(house: Make, parts: Any) -> None:
    made = await house()
    async with await made.user() as person:
        session = await opened(person)
        answer = await person.post(wire.RUN, json={**said(session), "new_message": {"parts": parts}})
    assert code(answer) == 400
    assert not made.actor.messages


async def test_a_body_that_is_too_large(house: Make) -> None:
    made = await house()
    async with await made.user() as person:
        session = await opened(person)
        answer = await person.post(wire.RUN, json=said(session, "x" * 2_000_000))
        assert answer.status_code == 413
        assert (await uploaded(person, session)).status_code == 200
