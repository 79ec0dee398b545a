"""One message: sent once whatever breaks, listened to, looked for when the connection breaks, told in words when the agent is silent."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.nemo.cloud import Agent, Cloud, Cut, Reply, Talk
from tests.nemo.conftest import QUICK
from ugcflow.errors import (
    AuthError,
    CreditsError,
    InputError,
    NetworkError,
    PlanError,
    ProtocolError,
    SessionLost,
    StepError,
    UgcflowError,
)
from ugcflow.nemo import events
from ugcflow.nemo.editor import Nemo
from ugcflow.nemo.envelope import Fault, failure
from ugcflow.nemo.session import CloudSession
from ugcflow.session import Done, Event, Heartbeat, Message, Text, Upload, Working

pytestmark = pytest.mark.anyio
Client = Callable[..., Nemo]


def script(*frames: bytes, title: str = "", cut: bool = False) -> Agent:
    """An agent that sends these frames, makes a title where one is named, and may reset the connection at the end."""

    async def agent(talk: Talk, text: str) -> AsyncIterator[bytes]:
        for frame in frames:
            yield frame
        if title:
            talk.title(title)
        if cut:
            raise Cut

    return agent


def said(words: str) -> bytes:
    return events.frame(events.said("i", words))


async def heard(session: CloudSession, text: str = "add a title", **more: Any) -> list[Event]:
    return [e async for e in session.send(Message(text, **more))]


async def done(session: CloudSession, text: str = "add a title", **more: Any) -> Done:
    last = (await heard(session, text, **more))[-1]
    assert isinstance(last, Done)
    return last


async def noted(session: CloudSession, told: list[Event]) -> None:
    """Events into `told`, for a talk that ends badly."""
    async for event in session.send(Message("add a title")):
        told.append(event)


async def failing(session: CloudSession, kind: type[UgcflowError]) -> UgcflowError:
    with pytest.raises(kind) as caught:
        await heard(session)
    assert type(caught.value) is kind or kind is NetworkError
    return caught.value


async def test_the_message_as_protocol_says(cloud: Cloud, nemo: Nemo) -> None:
    await heard(await nemo.open("glow", "en"), "add a “title”, 请")
    (request,) = cloud.calls("run")
    assert request.json() == {
        "app_name": "nemo_agent",
        "user_id": "me",
        "session_id": "session-1",
        "new_message": {"parts": [{"text": "add a “title”, 请"}]},
    }
    assert request.headers["accept"] == "text/event-stream"


async def test_a_silent_edit_is_told_from_the_state(cloud: Cloud, nemo: Nemo) -> None:
    cloud.agent = script(events.heartbeat(), events.frame(events.called("i", "add_title")), title="Urban Dreams")
    assert await done(await nemo.open("glow", "en")) == Done("", ("Title added: “Urban Dreams”, 0–3 s",))


async def test_a_silent_edit_that_changed_nothing_says_so(cloud: Cloud, nemo: Nemo) -> None:
    cloud.agent = script(events.frame(events.called("i", "look")))
    assert (await done(await nemo.open("glow", "en"))).warnings == (
        "the editor said nothing, and the edit did not change",
    )


async def test_screen_words_become_calls(cloud: Cloud, nemo: Nemo) -> None:
    cloud.agent = script(
        said("Title added. Preview it in the timeline."),
        said("Check your account page."),
        said("Drag it to the end."),
        title="Hi",
    )
    got = await done(await nemo.open("glow", "en"))
    assert got.reply == "Title added."
    assert got.applied == (
        "Title added: “Hi”, 0–3 s",
        "Timeline (1 track): 1. Title: “Hi” (0-3s)",
        "Credits: 84 left of 100, 6 reserved",
    )
    assert got.warnings == ("the editor asks for something by hand: “Drag it to the end.”; say it as a step",)


async def test_second_stage_changes_are_waited_for_and_said(cloud: Cloud, nemo: Nemo) -> None:
    """The state moves for two more reads after the stream has ended."""
    session = await nemo.open("glow", "en")
    cloud.agent = script(said("Generated."), title="Hi")
    later = ["BGM", "Effects"]

    def moving(request: Any) -> Reply:
        if cloud.talk.messages and later:
            if len(later) < 2:
                cloud.talk.title("glow", later[0])
            later.pop(0)
        return Cloud._state(cloud, request)

    cloud._state = moving  # type: ignore[method-assign]
    got = await done(session)
    assert got.applied == ("Title added: “Hi”, 0–3 s", "Effects added: “glow”, 0–3 s")
    assert got.warnings == ("the editor went on by itself after its answer: Effects added: “glow”, 0–3 s",)


async def test_settling_ends_at_its_limit(cloud: Cloud, client: Client) -> None:
    session = await client(waits=replace(QUICK, settle_every=0.01, settle_at_most=0.05)).open("glow", "en")
    cloud.agent = script(said("Generated."), title="Hi")

    def restless(request: Any) -> Reply:
        if cloud.talk.messages:
            cloud.talk.title("more", "BGM")
        return Cloud._state(cloud, request)

    cloud._state = restless  # type: ignore[method-assign]
    assert (await done(session)).reply == "Generated."


async def test_an_answer_that_only_talks_is_not_waited_for(cloud: Cloud, client: Client) -> None:
    session = await client(waits=replace(QUICK, settle_every=3600, settle_at_most=7200)).open("glow", "en")
    cloud.agent = script(said("I can do that in two ways."))
    assert await done(session) == Done("I can do that in two ways.")


async def test_signed_addresses_that_are_written_anew_are_no_change(cloud: Cloud, nemo: Nemo) -> None:
    session = await nemo.open("glow", "en")
    cloud.agent = script(said("Hello."))
    count = iter(range(100))

    def signing(request: Any) -> Reply:
        cloud.talk.state["video_infos"] = [{"url": f"https://cdn.example/a.mp4?sig={next(count)}"}]
        return Cloud._state(cloud, request)

    cloud._state = signing  # type: ignore[method-assign]
    assert await done(session) == Done("Hello.")


async def test_a_cut_stream_whose_edit_was_made(cloud: Cloud, nemo: Nemo) -> None:
    cloud.agent = script(events.frame(events.called("i", "cut")), title="Hi", cut=True)
    told = await heard(await nemo.open("glow", "en"))
    assert any(isinstance(e, Working) for e in told)
    assert isinstance(told[-1], Done)
    assert told[-1].applied == ("Title added: “Hi”, 0–3 s",)
    assert "Nothing was sent twice" in told[-1].warnings[0]
    assert len(cloud.talk.messages) == 1


@pytest.mark.parametrize("before_the_answer", [True, False])
async def test_a_cut_whose_edit_was_not_made_fails_without_sending_again(
    cloud: Cloud, nemo: Nemo, before_the_answer: bool
) -> None:
    session = await nemo.open("glow", "en")
    cloud.agent = script(said("On it."), cut=True)
    if before_the_answer:
        cloud.faults["run"].append(Reply(drop=True))
    error = await failing(session, NetworkError)
    assert "was not sent again" in error.do
    assert len(cloud.calls("run")) == 1


async def test_after_a_drop_the_state_is_read_as_often_as_protocol_says(cloud: Cloud, client: Client) -> None:
    from ugcflow.nemo.settings import Waits

    assert Waits().after_drop == (30, 60, 60, 60, 60, 60)
    session = await client(waits=replace(QUICK, after_drop=(0.0,) * 6)).open("glow", "en")
    cloud.faults["run"].append(Reply(drop=True))
    before = len(cloud.calls("state"))
    await failing(session, NetworkError)
    assert len(cloud.calls("state")) - before == 1 + 6


async def test_an_edit_that_shows_only_at_the_third_look(cloud: Cloud, nemo: Nemo) -> None:
    session = await nemo.open("glow", "en")
    cloud.agent = script(cut=True)
    looks = iter(range(100))

    def slow(request: Any) -> Reply:
        if cloud.talk.messages and next(looks) == 2:
            cloud.talk.title("Hi")
        return Cloud._state(cloud, request)

    cloud._state = slow  # type: ignore[method-assign]
    assert (await done(session)).applied == ("Title added: “Hi”, 0–3 s",)


async def test_a_stream_without_an_event_is_told_from_the_state(cloud: Cloud, nemo: Nemo) -> None:
    cloud.agent = script(events.heartbeat(), title="Hi")
    assert await done(await nemo.open("glow", "en")) == Done("", ("Title added: “Hi”, 0–3 s",))


async def test_a_stream_without_an_event_and_without_an_edit_is_a_drop(cloud: Cloud, nemo: Nemo) -> None:
    cloud.agent = script()
    assert "without a word" in (await failing(await nemo.open("glow", "en"), NetworkError)).what
    assert len(cloud.calls("run")) == 1


@pytest.mark.parametrize("status", [500, 502, 503])
@pytest.mark.parametrize("body", [b"<html>bad gateway</html>", {"code": 5000, "message": "oops"}])
async def test_a_5xx_is_a_drop_and_never_a_second_message(cloud: Cloud, nemo: Nemo, status: int, body: Any) -> None:
    session = await nemo.open("glow", "en")
    cloud.faults["run"].append(Reply(body, status))
    await failing(session, NetworkError)
    assert len(cloud.calls("run")) == 1


async def test_1001_before_the_stream_renews_and_sends(cloud: Cloud, client: Client) -> None:
    session = await client(anonymous=True, token=None).open("glow", "en")
    cloud.faults["run"].append(Reply(failure(1001, "expired")))
    assert (await done(session)).reply == "Title added."
    assert (cloud.given, len(cloud.talk.messages), len(cloud.calls("run"))) == (2, 1, 2)


async def test_1001_with_a_token_of_ones_own_stops(cloud: Cloud, nemo: Nemo) -> None:
    session = await nemo.open("glow", "en")
    cloud.faults["run"].append(Reply(failure(1001, "expired"), 401))
    error = await failing(session, AuthError)
    assert isinstance(error, AuthError)
    assert error.code == 1001
    assert "NEMO_TOKEN" in error.do
    assert len(cloud.calls("run")) == 1


async def test_1002_before_the_first_message_opens_a_new_session_with_all_inputs(
    cloud: Cloud, nemo: Nemo, tmp_path: Path
) -> None:
    for name in ("a.mp4", "b.mp4"):
        (tmp_path / name).write_bytes(name.encode())
    session = await nemo.open("glow", "en")
    for name in ("a.mp4", "b.mp4"):
        await session.upload(Upload(name[0], tmp_path / name))
    del cloud.talks["session-1"]
    cloud.talks["other"] = Talk("other", "t")
    got = await done(session)
    assert session.id == "session-2"
    assert [n for n, *_ in cloud.talks["session-2"].uploads] == ["a.mp4", "b.mp4"]
    assert cloud.talks["session-2"].messages == ["add a title"]
    assert got.warnings == (
        "session session-1 was gone before its first message: a new one, session-2, was opened and every input sent again",
    )


async def test_1002_as_the_answer_to_the_first_message_opens_a_new_session_too(cloud: Cloud, nemo: Nemo) -> None:
    session = await nemo.open("glow", "en")
    cloud.faults["run"].append(Reply(failure(1002, "gone")))
    assert (await done(session)).reply == "Title added."
    assert session.id == "session-2"


async def test_1002_after_the_first_message_stops(cloud: Cloud, nemo: Nemo) -> None:
    session = await nemo.open("glow", "en")
    await heard(session)
    cloud.talks.clear()
    assert "gone" in (await failing(session, SessionLost)).what
    assert not cloud.talks


async def test_1002_after_a_message_of_unknown_fate_stops(cloud: Cloud, nemo: Nemo) -> None:
    session = await nemo.open("glow", "en")
    cloud.faults["run"].append(Reply(drop=True))
    await failing(session, NetworkError)
    cloud.talks.clear()
    await failing(session, SessionLost)


@pytest.mark.parametrize(
    ("code", "kind", "words"),
    [
        (2001, CreditsError, "top up credits in your account"),
        (402, PlanError, "not of credits"),
        (4001, InputError, "mp4, mov, avi"),
        (4002, InputError, "compress"),
        (400, ProtocolError, ""),
    ],
)
async def test_codes_in_answer_to_a_message(
    cloud: Cloud, nemo: Nemo, code: int, kind: type[UgcflowError], words: str
) -> None:
    session = await nemo.open("glow", "en")
    cloud.faults["run"].append(Reply(failure(code, "no")))
    assert words in (await failing(session, kind)).do
    assert len(cloud.calls("run")) == 1


async def test_2001_of_an_anonymous_client_names_the_registration_link(cloud: Cloud, client: Client) -> None:
    session = await client(anonymous=True, token=None).open("glow", "en")
    cloud.faults["run"].append(Reply(failure(2001, "no credits")))
    assert "https://nemovideo.com?bind=task-1" in (await failing(session, CreditsError)).do


async def test_2001_binds_to_the_id_that_the_state_names(cloud: Cloud, client: Client) -> None:
    session = await client(anonymous=True, token=None).open("glow", "en")
    cloud.faults["state"].append(Reply({"code": 0, "data": {"state": {}, "bind_id": "b-7"}}))
    cloud.faults["run"].append(Reply(failure(2001, "no credits")))
    assert "?bind=b-7" in (await failing(session, CreditsError)).do


async def test_429_waits_once(cloud: Cloud, nemo: Nemo) -> None:
    session = await nemo.open("glow", "en")
    cloud.faults["run"].append(Reply(failure(429, "slow down"), 429))
    assert (await done(session)).reply == "Title added."
    cloud.faults["run"] += [Reply(failure(429, "slow down"), 429, {"Retry-After": "0"})] * 2
    assert "rate limit" in (await failing(session, NetworkError)).what
    assert len(cloud.talk.messages) == 1


async def test_400_for_a_missing_client_id_is_asked_again_with_one(cloud: Cloud, nemo: Nemo) -> None:
    session = await nemo.open("glow", "en")
    cloud.faults["run"].append(Reply(failure(400, "X-Client-Id missing")))
    assert (await done(session)).reply == "Title added."
    assert ["x-client-id" in r.headers for r in cloud.calls("run")] == [False, True]


@pytest.mark.parametrize(
    ("fault", "kind"),
    [(Fault(2001, "no credits"), CreditsError), (Fault(1002, "gone"), SessionLost), (Fault(1001, "expired"), AuthError), (Fault(0, "overloaded"), StepError), (Fault(500, "oops"), StepError),
     (Fault(0, "needs speech", "Use footage in which somebody speaks.", "StepError"), StepError)],
)  # fmt: skip
async def test_an_error_frame_fails_the_step(cloud: Cloud, nemo: Nemo, fault: Fault, kind: type[UgcflowError]) -> None:
    cloud.agent = script(said("On it."), events.frame(fault.to_frame()))
    error = await failing(await nemo.open("glow", "en"), kind)
    assert error.do
    assert len(cloud.calls("run")) == 1


async def test_an_error_frame_after_an_edit_says_that_it_changed(cloud: Cloud, nemo: Nemo) -> None:
    async def agent(talk: Talk, text: str) -> AsyncIterator[bytes]:
        talk.title("Hi")
        yield events.frame({"error": "overloaded"})

    cloud.agent = agent
    assert "had changed before it failed" in (await failing(await nemo.open("glow", "en"), StepError)).do


NOISE = said("I encountered a temporary issue. Please try again.")


async def test_noise_alone_with_a_changed_edit_is_a_warning(cloud: Cloud, nemo: Nemo) -> None:
    cloud.agent = script(NOISE, title="Hi")
    got = await done(await nemo.open("glow", "en"))
    assert got.applied == ("Title added: “Hi”, 0–3 s",)
    assert "the edit changed" in got.warnings[0]


async def test_noise_alone_without_a_change_fails(cloud: Cloud, nemo: Nemo) -> None:
    cloud.agent = script(NOISE)
    assert "gave up" in (await failing(await nemo.open("glow", "en"), StepError)).what


async def hanging(talk: Talk, text: str) -> AsyncIterator[bytes]:
    yield said("On it.")
    while True:
        yield events.heartbeat()
        await asyncio.sleep(0.005)


async def test_heartbeats_are_said_and_ten_minutes_of_nothing_else_time_out(cloud: Cloud, client: Client) -> None:
    from ugcflow.nemo.settings import Waits

    assert (Waits().heartbeat, Waits().silence, Waits().longest) == (120, 600, 900)
    cloud.agent = hanging
    session = await client(waits=replace(QUICK, heartbeat=0.02, silence=0.1)).open("glow", "en")
    told: list[Event] = []
    with pytest.raises(NetworkError, match="nothing but “still working”"):
        await noted(session, told)
    assert sum(isinstance(e, Heartbeat) for e in told) >= 2


async def test_heartbeats_are_said_before_the_first_line_of_the_answer(cloud: Cloud, client: Client) -> None:
    session = await client(waits=replace(QUICK, heartbeat=0.02, silence=0.1)).open("glow", "en")
    cloud.faults["run"].append(Reply(hang=True))
    told: list[Event] = []
    with pytest.raises(NetworkError):
        await noted(session, told)
    assert any(isinstance(e, Heartbeat) for e in told)


async def test_a_message_of_fifteen_minutes_is_a_drop(cloud: Cloud, client: Client) -> None:
    async def chatty(talk: Talk, text: str) -> AsyncIterator[bytes]:
        while True:
            yield said("still cutting")
            await asyncio.sleep(0.005)

    cloud.agent = chatty
    session = await client(waits=replace(QUICK, longest=0.1)).open("glow", "en")
    with pytest.raises(NetworkError, match="not done after"):
        await heard(session)


async def test_leaving_early_closes_the_connection(cloud: Cloud, nemo: Nemo) -> None:
    cloud.agent = hanging
    session = await nemo.open("glow", "en")
    async with aclosing(session.send(Message("add a title"))) as stream:  # type: ignore[type-var]
        assert await anext(stream) == Text("On it.")
    await nemo.credits()


async def test_a_message_given_up_is_of_unknown_fate_and_its_session_is_never_replaced(
    cloud: Cloud, nemo: Nemo
) -> None:
    cloud.agent = hanging
    session = await nemo.open("glow", "en")
    work = asyncio.create_task(heard(session))
    while not cloud.calls("run"):
        await asyncio.sleep(0.001)
    work.cancel()
    with pytest.raises(asyncio.CancelledError):
        await work
    cloud.talks.clear()
    await failing(session, SessionLost)
    assert len(cloud.calls("run")) == 1


async def test_an_input_named_to_the_cloud(cloud: Cloud, nemo: Nemo, tmp_path: Path) -> None:
    (tmp_path / "review.mp4").write_bytes(b"x")
    session = await nemo.open("glow", "en")
    await session.upload(Upload("review", tmp_path / "review.mp4"))
    await heard(session, "make it 9:16", on="review")
    assert cloud.talk.messages == ["For review.mp4: make it 9:16"]
    with pytest.raises(StepError, match="no input 'nope'"):
        await heard(session, "make it 9:16", on="nope")


async def test_to_a_service_of_ours_it_goes_as_written_with_what_it_is_about(cloud: Cloud, nemo: Nemo) -> None:
    cloud.headers = {"X-Ugcflow-Service": "0.1.0"}
    session = await nemo.open("glow", "en")
    await heard(session, "make it 9:16", on="review")
    assert cloud.talk.messages == ["make it 9:16"]
    assert cloud.talk.bodies[0]["ugcflow"] == {"on": "review", "operations": None}


async def test_a_service_of_ours_says_what_it_did(cloud: Cloud, nemo: Nemo) -> None:
    cloud.headers = {"X-Ugcflow-Service": "0.1.0"}
    cloud.agent = script(
        said("Done."), events.frame(events.done("i", ("Removed 7 pauses, 6.2 s",), ("quiet",))), title="x"
    )
    assert await done(await nemo.open("glow", "en")) == Done("Done.", ("Removed 7 pauses, 6.2 s",), ("quiet",))


CREDITS = "Credits: 84 left of 100, 6 reserved"


@pytest.mark.parametrize(
    ("sentence", "empty", "edited"),
    [
        (
            "show tracks",
            Done("Timeline (empty)", ("Timeline (empty)",)),
            Done("Timeline (1 track): 1. Title: “Hi” (0-3s)"),
        ),
        ("积分", Done(CREDITS, (CREDITS,)), Done(CREDITS, (CREDITS,))),
        ("upload", Done(warnings=("nothing was uploaded: name the files under inputs",)), None),
        (
            "export",
            Done(warnings=("there is nothing on the timeline to export yet",)),
            Done("Ready to export: the recipe's exports make the files after the last step"),
        ),
    ],
)
async def test_session_words_never_reach_the_agent(
    cloud: Cloud, nemo: Nemo, sentence: str, empty: Done, edited: Done | None
) -> None:
    session = await nemo.open("glow", "en")
    assert await done(session, sentence) == empty
    if edited:
        cloud.talk.title("Hi")
        assert await done(session, sentence) == Done(edited.reply, (edited.reply,))
    assert not cloud.calls("run")


async def test_the_upload_word_names_what_was_uploaded(cloud: Cloud, nemo: Nemo, tmp_path: Path) -> None:
    (tmp_path / "review.mp4").write_bytes(b"x")
    session = await nemo.open("glow", "en")
    await session.upload(Upload("review", tmp_path / "review.mp4"))
    assert (await done(session, "上传")).reply == "Uploaded: review.mp4"


async def test_an_attached_session_is_told_of_an_input_by_its_id(cloud: Cloud, nemo: Nemo) -> None:
    attached = await nemo.attach((await nemo.open("glow", "en")).id)
    await heard(attached, "make it 9:16", on="review")
    assert cloud.talk.messages == ["For review: make it 9:16"]


async def test_the_stream_is_asked_for_uncompressed(cloud: Cloud, nemo: Nemo) -> None:
    await heard(await nemo.open("glow", "en"))
    assert cloud.calls("run")[0].headers["accept-encoding"] == "identity"


async def test_no_token_in_what_is_raised_or_logged(cloud: Cloud, nemo: Nemo, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    session = await nemo.open("glow", "en")
    (token,) = cloud.tokens
    cloud.faults["run"].append(Reply(failure(402, f"plan of {token} at https://x.example/?sig=abc"), 402))
    error = await failing(session, PlanError)
    cloud.agent = script(said(f"Your token is {token}."), title="Hi")
    got = await done(session)
    shown = json.dumps([str(error), repr(error), repr(got), repr(nemo), repr(vars(session)), caplog.text])
    assert token not in shown
    assert "secret0001" not in shown
