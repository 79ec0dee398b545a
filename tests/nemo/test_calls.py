"""Every call of protocol.md but the message: what is sent, what is repeated, and what every code comes to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tests.nemo.cloud import Cloud, Reply
from tests.nemo.conftest import QUICK
from ugcflow.errors import (
    AuthError,
    CreditsError,
    EditorError,
    NetworkError,
    PlanError,
    ProtocolError,
    SessionLost,
    UsageError,
)
from ugcflow.nemo import wire
from ugcflow.nemo.editor import Nemo
from ugcflow.nemo.envelope import failure
from ugcflow.nemo.settings import Settings, Waits
from ugcflow.redact import Redactor
from ugcflow.session import Credits

pytestmark = pytest.mark.anyio
Client = Callable[..., Nemo]


async def test_create_session_state_credits_and_claim_link(cloud: Cloud, nemo: Nemo) -> None:
    session = await nemo.open("glow-serum", "zh")
    assert cloud.calls("open_session")[0].json() == {"task_name": "glow-serum", "language": "zh"}
    assert session.id == "session-1"
    cloud.talk.title("Hi")
    assert (await session.state()).to_json() == cloud.talk.state
    assert await nemo.credits() == Credits(84, 6, 100)
    assert await session.claim_link() == "https://nemovideo.com/workspace/claim?ct=clm_abc"
    assert cloud.calls("claim_token")[0].json() == {"task_id": "task-1", "session_id": "session-1"}


async def test_every_call_carries_bearer_and_attribution(cloud: Cloud, nemo: Nemo) -> None:
    session = await nemo.open("glow", "en")
    await session.state()
    await nemo.credits()
    (token,) = cloud.tokens
    for request in cloud.requests:
        assert request.headers["authorization"] == f"Bearer {token}"
        assert request.headers["x-skill-source"] == "ugcflow"
        assert request.headers["x-skill-version"]
        assert request.headers["x-skill-platform"] == "unknown"
        assert token not in request.path


async def test_attach_to_a_session(cloud: Cloud, nemo: Nemo) -> None:
    opened = await nemo.open("glow", "en")
    attached = await nemo.attach(opened.id)
    assert (attached.id, await attached.claim_link()) == (opened.id, "https://nemovideo.com/workspace/claim?ct=clm_abc")
    with pytest.raises(SessionLost):
        await nemo.attach("nowhere")


async def test_an_attached_session_that_vanishes_is_lost(cloud: Cloud, nemo: Nemo) -> None:
    attached = await nemo.attach((await nemo.open("glow", "en")).id)
    cloud.talks.clear()
    with pytest.raises(SessionLost):
        await attached.state()
    assert len(cloud.calls("open_session")) == 1


@pytest.mark.parametrize("id_", ["../../credits/balance", "..", "", "a b", "x" * 300, "a?b", "a%2Fb"])
async def test_what_can_be_no_id_is_not_asked_for(cloud: Cloud, nemo: Nemo, id_: str) -> None:
    with pytest.raises(SessionLost):
        await nemo.attach(id_)
    assert not cloud.requests


async def test_an_id_the_cloud_gives_never_reaches_another_path(cloud: Cloud, nemo: Nemo) -> None:
    cloud.faults["open_session"].append(Reply({"code": 0, "data": {"session_id": "../../x?y"}}))
    session = await nemo.open("glow", "en")
    await session.state()  # unknown, so a new one is opened
    assert cloud.calls("state")[0].path == "/api/state/nemo_agent/me/..%2F..%2Fx%3Fy/latest"


CODES = {
    1001: AuthError,
    1002: SessionLost,
    2001: CreditsError,
    402: PlanError,
    400: ProtocolError,
    7777: ProtocolError,
}


@pytest.mark.parametrize(
    ("code", "status"),
    [(c, s) for c in CODES for s in (200, 400, 401, 500) if (c, s) != (7777, 500)],  # which is the server's own trouble
)
async def test_the_code_counts_whatever_the_status(cloud: Cloud, nemo: Nemo, status: int, code: int) -> None:
    kind = CODES[code]
    cloud.faults["credits"].append(Reply(failure(code, "no"), status))
    with pytest.raises(kind) as caught:
        await nemo.credits()
    assert (type(caught.value), caught.value.code) == (kind, code)
    assert caught.value.do
    assert caught.value.exit_code == 3


@pytest.mark.parametrize(
    ("status", "kind"), [(401, AuthError), (402, PlanError), (404, ProtocolError), (418, ProtocolError)]
)
async def test_a_status_without_an_envelope(cloud: Cloud, nemo: Nemo, status: int, kind: type[EditorError]) -> None:
    cloud.faults["credits"].append(Reply(b"<html>no</html>", status))
    with pytest.raises(kind):
        await nemo.credits()


@pytest.mark.parametrize(
    "reply",
    [Reply(drop=True), Reply({"code": 0, "data": {}}, 503), Reply(b"bad gateway", 502, {"Retry-After": "0"}), Reply(b'{"code": 0', cut=5, stated=100)],
    ids=["reset", "503", "502 with Retry-After", "cut in the body"],
)  # fmt: skip
async def test_a_call_that_may_be_repeated_is(cloud: Cloud, nemo: Nemo, reply: Reply) -> None:
    cloud.faults["credits"] += [reply, reply]
    assert (await nemo.credits()).available == 84
    assert len(cloud.calls("credits")) == 3


async def test_repeating_ends_at_a_deadline(cloud: Cloud, client: Client) -> None:
    cloud.faults["credits"] += [Reply(b"", 503)] * 10_000
    with pytest.raises(NetworkError, match="503"):
        await client(waits=replace(QUICK, retry_at_most=0.2)).credits()
    assert len(cloud.calls("credits")) > 1


async def test_a_retry_after_beyond_the_deadline_is_not_waited_for(cloud: Cloud, nemo: Nemo) -> None:
    cloud.faults["credits"].append(Reply(b"", 503, {"Retry-After": "3600"}))
    with pytest.raises(NetworkError):
        await nemo.credits()
    assert len(cloud.calls("credits")) == 1


@pytest.mark.parametrize("reply", [Reply(drop=True), Reply(b"", 503)])
async def test_create_session_is_not_repeated_when_its_answer_is_lost(cloud: Cloud, nemo: Nemo, reply: Reply) -> None:
    cloud.faults["open_session"].append(reply)
    with pytest.raises(NetworkError):
        await nemo.open("glow", "en")
    assert len(cloud.calls("open_session")) == 1


async def test_429_waits_once_and_then_stops(cloud: Cloud, nemo: Nemo) -> None:
    cloud.faults["credits"].append(Reply(failure(429, "slow down")))
    assert (await nemo.credits()).available == 84
    cloud.faults["credits"] += [Reply(failure(429, "slow down"), 429)] * 2
    with pytest.raises(NetworkError, match="rate limit") as caught:
        await nemo.credits()
    assert caught.value.code == 429
    assert len(cloud.calls("credits")) == 4


def test_the_waits_of_the_protocol() -> None:
    waits = Waits()
    assert (waits.rate_limit, waits.poll, waits.settle_every, waits.settle_at_most) == (30, 30, 5, 60)
    assert (waits.heartbeat, waits.silence, waits.longest, waits.after_drop) == (
        120,
        600,
        900,
        (30, 60, 60, 60, 60, 60),
    )


async def test_html_where_json_was_expected(cloud: Cloud, nemo: Nemo) -> None:
    cloud.faults["credits"].append(
        Reply(b"<html>log in to the hotel</html>", headers={"content-type": "text/html; charset=utf-8"})
    )
    with pytest.raises(ProtocolError, match="answered text/html where JSON was expected"):
        await nemo.credits()


@pytest.mark.parametrize(
    "body", [{}, {"data": None}, {"code": 0}, {"code": "0", "data": {"available": "12", "total": None}}]
)
async def test_answers_with_holes(cloud: Cloud, nemo: Nemo, body: dict[str, Any]) -> None:
    cloud.faults["credits"].append(Reply(body))
    assert (await nemo.credits()).available in (0, 12)


async def test_a_session_without_an_id_is_none(cloud: Cloud, nemo: Nemo) -> None:
    cloud.faults["open_session"].append(Reply({"code": 0, "data": {"task_id": "t"}}))
    with pytest.raises(ProtocolError, match="opened no session"):
        await nemo.open("glow", "en")


async def test_a_state_of_nulls_is_empty(cloud: Cloud, nemo: Nemo) -> None:
    session = await nemo.open("glow", "en")
    cloud.faults["state"].append(Reply({"code": 0, "data": {"state": None}}))
    assert (await session.state()).draft == {}


async def test_a_host_that_is_not_there(client: Client) -> None:
    with pytest.raises(NetworkError, match="could not be reached") as caught:
        await client(api_url="http://127.0.0.1:9", waits=replace(QUICK, first_contact=0.1)).credits()
    assert "Nothing was sent" in caught.value.do


async def test_a_host_that_does_not_answer(cloud: Cloud, client: Client) -> None:
    cloud.faults["credits"] += [Reply(hang=True)] * 50
    with pytest.raises(NetworkError, match="did not answer in time"):
        await client(waits=replace(QUICK, answer=0.05, retry_at_most=0.2)).credits()


@pytest.mark.parametrize(
    "url",
    [
        "http://93.184.216.34",
        "ftp://localhost",
        "localhost:8000",
        "https://me:secret@api.example",
        "https://api.example/?key=1",
        "",
    ],
)
async def test_bases_that_are_refused(client: Client, url: str) -> None:
    with pytest.raises(UsageError, match="NEMO_API_URL") as caught:
        await client(api_url=url).credits()
    assert "secret" not in str(caught.value)


async def test_a_get_follows_a_redirect_on_the_same_host_and_a_post_none(cloud: Cloud, nemo: Nemo) -> None:
    cloud.faults["credits"].append(Reply(b"", 307, {"location": wire.CREDITS + "?moved=1"}))
    assert (await nemo.credits()).available == 84
    cloud.faults["open_session"].append(Reply(b"", 308, {"location": "https://elsewhere.example/"}))
    with pytest.raises(ProtocolError, match=r"redirect to elsewhere\.example"):
        await nemo.open("glow", "en")


@pytest.mark.parametrize(
    "place", ["http://127.0.0.2:1/", "https://127.0.0.2/", "https://10.0.0.1/x", "file:///etc/passwd", "https://[::1]/"]
)
async def test_a_redirect_to_a_private_place_is_not_followed(cloud: Cloud, nemo: Nemo, place: str) -> None:
    cloud.faults["credits"].append(Reply(b"", 302, {"location": place}))
    with pytest.raises(ProtocolError):
        await nemo.credits()


async def test_redirects_without_end(cloud: Cloud, nemo: Nemo) -> None:
    cloud.faults["credits"] += [Reply(b"", 302, {"location": wire.CREDITS})] * 20
    with pytest.raises(ProtocolError, match="without end"):
        await nemo.credits()


async def test_the_token_stays_with_its_origin(cloud: Cloud, nemo: Nemo) -> None:
    """Another port of the same host may be downloaded from, but sees no token."""
    async with Cloud() as other:
        cloud.faults["credits"].append(Reply(b"", 302, {"location": f"{other.url}/files/x.json"}))
        other.file = b'{"code": 0, "data": {"available": 1}}'
        assert (await nemo.credits()).available == 1
        assert "authorization" not in other.requests[0].headers
        assert "x-skill-source" not in other.requests[0].headers


def test_costs_are_rough_and_session_words_are_free(tmp_path: Any) -> None:
    nemo = Nemo(Settings(folder=tmp_path))
    assert nemo.cost(("trim the pauses", "add captions")) == 50
    assert nemo.cost(("add captions", "generate a b-roll clip of the ocean", "生成一个片头")) == 250
    assert nemo.cost(("export", "积分")) == 0
    assert nemo.refuses(None) == ()  # type: ignore[arg-type]
    assert (nemo.name, nemo.reads) == ("nemo", False)


async def test_the_registration_link_reaches_the_person(cloud: Cloud, client: Client) -> None:
    """Through the redactor that stands before the terminal and the report; nothing else of a query does."""
    cloud.faults["credits"].append(Reply(failure(2001, "no credits")))
    with pytest.raises(CreditsError):
        await client(anonymous=True, token=None).credits()
    clean = Redactor()
    assert (
        clean("register at https://nemovideo.com?bind=task-1 to go on")
        == "register at https://nemovideo.com?bind=task-1 to go on"
    )
    assert clean("https://nemovideo.com?bind=nmv_usr_secret") == "https://nemovideo.com"
    assert clean("https://nemovideo.com?bind=a&sig=b") == "https://nemovideo.com"
    assert clean("https://cdn.example/x?bind=a") == "https://cdn.example/x"
