"""Tokens: one a client, about ten an address, seven days; known by their digest alone. Credits: really counted."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from uuid import uuid4

import pytest

from tests.service.conftest import House, code, opened, said, uploaded
from ugcflow.nemo import wire

pytestmark = pytest.mark.anyio
Make = Callable[..., Awaitable[House]]
DAY = 86400.0


async def test_an_anonymous_token_is_worth_100_credits_for_7_days(house: Make) -> None:
    async with (await house()).person() as nobody:
        answer = await nobody.post(wire.ANONYMOUS_TOKEN, headers={wire.CLIENT_ID_HEADER: str(uuid4())})
    data = answer.json()["data"]
    assert data["token"].startswith(wire.TOKEN_PREFIX)
    assert (data["credits"], data["expires_in"], data["scopes"]) == (100, 7 * DAY, ["read", "write", "upload"])


@pytest.mark.parametrize("headers", [{}, {wire.CLIENT_ID_HEADER: ""}, {wire.CLIENT_ID_HEADER: "me"}])
async def test_400_without_a_client_id(house: Make, headers: dict[str, str]) -> None:
    async with (await house()).person() as nobody:
        answer = await nobody.post(wire.ANONYMOUS_TOKEN, headers=headers)
    assert (answer.status_code, code(answer)) == (400, 400)


async def test_429_for_a_second_token_until_the_first_has_ended(house: Make) -> None:
    now = [1_000_000.0]
    made = await house(clock=lambda: now[0])
    client = str(uuid4())
    first = await made.token(client)
    async with made.person(first) as person:
        session = await opened(person)
        again = await person.post(wire.ANONYMOUS_TOKEN, headers={wire.CLIENT_ID_HEADER: client})
        assert (again.status_code, code(again)) == (429, 429)
        assert int(again.headers["retry-after"]) == 7 * DAY
        now[0] += 7 * DAY
        assert code(await person.get(wire.CREDITS)) == 1001
    async with made.person(await made.token(client)) as person:
        assert code(await person.get(wire.filled(wire.STATE, session_id=session))) == 0, "the sessions are still there"


async def test_429_for_the_eleventh_client_of_an_address(house: Make) -> None:
    made = await house()
    async with made.person() as nobody:
        codes = [code(await nobody.post(wire.ANONYMOUS_TOKEN, headers={wire.CLIENT_ID_HEADER: str(uuid4())})) for _ in range(11)]  # fmt: skip
    assert codes == [0] * 10 + [429]


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer nmv_usr_nobody", "Basic abc", "Bearer \u00ff"])
@pytest.mark.parametrize("call", [wire.CREDITS, wire.filled(wire.STATE, session_id="x"), "/api/render/files/a/b"])
async def test_1001_without_a_good_token(house: Make, header: str, call: str) -> None:
    async with (await house()).person() as nobody:
        answer = await nobody.get(call, headers={"Authorization": header.encode("latin-1")})
    assert (answer.status_code, code(answer)) == (401, 1001)


async def test_registered_tokens_and_none_for_anybody_else(house: Make) -> None:
    made = await house(tokens=frozenset({"a-long-random-token"}), anonymous=False)
    async with made.person("a-long-random-token") as person:
        assert code(await person.get(wire.CREDITS)) == 0
        refused = await person.post(wire.ANONYMOUS_TOKEN, headers={wire.CLIENT_ID_HEADER: str(uuid4())})
    assert refused.status_code == 403


async def test_no_token_is_kept_as_it_is(house: Make, tmp_path: Path) -> None:
    made = await house(tokens=frozenset({"a-long-random-token"}))
    token = await made.token()
    content = b"".join(f.read_bytes() for f in (tmp_path / "data").rglob("*") if f.is_file())
    assert token.encode() not in content
    assert b"a-long-random-token" not in content


async def test_credits_are_reserved_then_spent_once_a_session(house: Make) -> None:
    made = await house(credits=100.0)
    async with await made.user() as person:
        assert (await person.get(wire.CREDITS)).json()["data"] == {"available": 100, "frozen": 0, "total": 100}
        session = await opened(person)
        await uploaded(person, session)
        await person.post(wire.RUN, json=said(session))
        await person.post(wire.RUN, json=said(session, "again"))
        assert (await person.get(wire.CREDITS)).json()["data"] == {"available": 50, "frozen": 0, "total": 100}
        await person.post(wire.RUN, json=said(await opened(person)))
        third = await opened(person)
        refused = await person.post(wire.RUN, json=said(third))
        assert (refused.status_code, code(refused)) == (402, 2001)
    assert sum(made.actor.messages.values()) == 3


async def test_a_message_that_failed_costs_nothing(house: Make) -> None:
    made = await house(credits=50.0)
    made.actor.breaks = True
    async with await made.user() as person:
        session = await opened(person)
        await person.post(wire.RUN, json=said(session))
        assert (await person.get(wire.CREDITS)).json()["data"]["available"] == 50
        made.actor.breaks = False
        await person.post(wire.RUN, json=said(session))
        assert (await person.get(wire.CREDITS)).json()["data"]["available"] == 0


async def test_without_a_limit_they_are_counted_all_the_same(house: Make) -> None:
    async with await (await house()).user() as person:
        for _ in range(3):
            await person.post(wire.RUN, json=said(await opened(person)))
        left = (await person.get(wire.CREDITS)).json()["data"]
    assert (left["unlimited"], left["spent"]) == (True, 150)
