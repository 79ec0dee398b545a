"""The description is true: of the routes there are, and of what they answer."""

from __future__ import annotations

import errno
from collections.abc import Awaitable, Callable
from typing import Any
from uuid import uuid4

import pytest
from jsonschema import Draft202012Validator

import ugcflow
from tests.service.conftest import House, opened, said, uploaded
from tests.service.test_renders import finished, submitted
from ugcflow.nemo import wire
from ugcflow.service.openapi import CALLS, description, schema_of

pytestmark = pytest.mark.anyio
Make = Callable[..., Awaitable[House]]


async def test_it_names_the_routes_there_are(house: Make) -> None:
    made = await house()
    routes = {(m, r.path.replace(":path", "")) for r in made.service.app().routes for m in r.methods - {"HEAD"}}  # type: ignore[attr-defined]
    async with made.person() as nobody:
        told = (await nobody.get("/openapi.json")).json()
    assert told == description()
    assert {(method.upper(), path) for path, calls in told["paths"].items() for method in calls} == routes
    protocol = (wire.ANONYMOUS_TOKEN, wire.CLAIM_TOKEN, wire.OPEN_SESSION, wire.RUN, wire.UPLOAD, wire.CREDITS, wire.STATE,
                wire.SUBMIT_RENDER, wire.POLL_RENDER, wire.DOWNLOAD)  # fmt: skip
    assert set(protocol) <= set(told["paths"])


async def test_every_answer_is_as_described(house: Make) -> None:
    made = await house()
    answers: dict[str, Any] = {}
    async with made.person() as nobody:
        answers["anonymous_token"] = await nobody.post(wire.ANONYMOUS_TOKEN, headers={wire.CLIENT_ID_HEADER: str(uuid4())})  # fmt: skip
        for name in ("health", "metrics", "openapi"):
            answers[name] = await nobody.get({"openapi": "/openapi.json"}.get(name, f"/{name}"))
        answers["claim_page"] = await nobody.get("/workspace/claim?ct=clm_x")
    async with await made.user() as person:
        answers["open_session"] = await person.post(wire.OPEN_SESSION, json={})
        body = answers["open_session"].json()["data"]
        session = body["session_id"]
        answers["upload"] = await uploaded(person, session)
        answers["run"] = await person.post(wire.RUN, json=said(session))
        answers["state"] = await person.get(wire.filled(wire.STATE, session_id=session))
        answers["credits"] = await person.get(wire.CREDITS)
        answers["submit_render"] = await submitted(person, session)
        url = (await finished(person))["output"]["url"]
        answers["poll_render"] = await person.get(wire.filled(wire.POLL_RENDER, render_id="render_1"))
        answers["download"] = await person.get(wire.filled(wire.DOWNLOAD, render_id="render_1"))
        answers["file"] = await person.get(url)
        answers["claim_token"] = await person.post(wire.CLAIM_TOKEN, json=body)
        claim = answers["claim_token"].json()["data"]["claim_token"]
        answers["take_over"] = await person.post("/api/auth/claim", json={"claim_token": claim})
    assert set(answers) == {c.name for c in CALLS}
    for call in CALLS:
        answer = answers[call.name]
        assert answer.status_code == 200, call.name
        assert answer.headers[wire.SERVICE_HEADER] == ugcflow.__version__
        if schema := schema_of(call):
            assert [e.message for e in Draft202012Validator(schema).iter_errors(answer.json())] == [], call.name
        elif call.name not in ("download", "file"):
            assert answer.headers["content-type"].startswith(call.kind)


async def test_what_is_not_there(house: Make) -> None:
    async with (await house()).person() as nobody:
        for method, path, status in (("GET", "/nothing", 404), ("GET", wire.RUN, 405), ("GET", "/", 404)):
            answer = await nobody.request(method, path)
            assert (answer.status_code, answer.json()["code"]) == (status, status)
            assert answer.headers[wire.SERVICE_HEADER]


async def test_metrics_count_what_happened(house: Make) -> None:
    made = await house()
    async with await made.user() as person:
        session = await opened(person)
        await uploaded(person, session)
        await person.post(wire.RUN, json=said(session))
        text = (await person.get("/metrics")).text
    lines = dict(line.rsplit(" ", 1) for line in text.splitlines() if not line.startswith("#"))
    wanted = {
        "ugcflow_tokens_total": "1", "ugcflow_sessions_total": "1", "ugcflow_uploads_total": "1", "ugcflow_upload_bytes_total": "7",
        'ugcflow_messages_total{status="done"}': "1", "ugcflow_live_sessions": "1", 'ugcflow_http_requests_total{call="run",status="200"}': "1",
    }  # fmt: skip
    assert {k: lines[k] for k in wanted} == wanted
    assert session not in text


def test_all_families_are_described() -> None:
    from ugcflow.service.metrics import Metrics

    told = Metrics().text()
    assert told.count("# HELP") == told.count("# TYPE") > 5


@pytest.mark.parametrize(
    ("error", "status"),
    [(RuntimeError("secret"), 500), (OSError(errno.ENOSPC, "secret"), 507), (OSError(errno.EIO, "secret"), 500)],
)
async def test_what_nobody_expected_is_an_envelope_too(
    house: Make, monkeypatch: pytest.MonkeyPatch, error: Exception, status: int
) -> None:
    def fails(_account: str) -> None:
        raise error

    made = await house()
    async with await made.user() as person:
        monkeypatch.setattr(made.service.accounts, "credits", fails)
        answer = await person.get(wire.CREDITS)
    assert (answer.status_code, answer.json()["code"]) == (status, status)
    assert "secret" not in answer.text
