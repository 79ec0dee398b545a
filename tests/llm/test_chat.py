"""Faults of the server and of the road to it: each one plain sentence, with the right exit code, and never the key."""

from __future__ import annotations

import json
import socket
import traceback

import pytest

from tests.llm.server import Answer, Model, reads, says, served
from ugcflow.errors import AuthError, EditorError, NetworkError, ProtocolError, UgcflowError
from ugcflow.llm.chat import LARGEST, Chat
from ugcflow.llm.endpoint import Endpoint, Waits

KEY = "sk-very-secret-0123456789"
GOOD = says("fine")
QUICK = Waits(connect=2, answer=5, retry_first=0.01, retry_at_most=3)


def ask(model: Model, waits: Waits = QUICK) -> str:
    with served(model) as url:
        return Chat(Endpoint(url, "tiny", KEY, waits), {"type": "object"}).ask([{"role": "user", "content": "hi"}])


def refused(model: Model, waits: Waits = QUICK) -> UgcflowError:
    with pytest.raises(EditorError) as caught:
        ask(model, waits)
    assert caught.value.exit_code == 3
    assert KEY not in "".join(traceback.format_exception(caught.value)) + caught.value.do
    assert caught.value.do
    return caught.value


def error(text: str, status: int) -> Answer:
    return Answer(json.dumps({"error": {"message": text}}), status)


def test_a_wrong_key_is_said_and_not_shown() -> None:
    model = Model(error(f"Incorrect API key provided: {KEY}", 401))
    found = refused(model)
    assert isinstance(found, AuthError)
    assert "UGCFLOW_LLM_KEY" in found.do
    assert len(model.asked) == 1


def test_a_busy_server_is_asked_again_when_it_says() -> None:
    model = Model(Answer(status=429, headers={"Retry-After": "1"}), GOOD)
    assert ask(model) == "fine"
    assert len(model.asked) == 2


def test_a_server_that_asks_for_too_long_a_wait_is_not_waited_for() -> None:
    model = Model(Answer(json.dumps({"error": {"message": "slow down"}}), 429, {"Retry-After": "3600"}))
    assert "429: slow down" in refused(model).what
    assert len(model.asked) == 1


def test_a_fault_of_the_server_is_tried_again_until_the_deadline() -> None:
    assert ask(Model(Answer(status=500), Answer(status=503), GOOD)) == "fine"
    model = Model(error(f"boom {KEY}", 500))
    assert "500: boom [hidden]" in refused(model, Waits(retry_first=0.01, retry_at_most=0.5)).what
    assert len(model.asked) > 1


def test_silence_ends() -> None:
    model = Model(Answer(slow=1.5))
    found = refused(model, Waits(answer=0.3))
    assert isinstance(found, NetworkError)
    assert "did not answer within 0.3 s" in found.what
    assert len(model.asked) == 1


def test_a_huge_answer_is_not_swallowed() -> None:
    assert "far more than a reading" in refused(Model(says("x" * LARGEST))).what


def test_an_answer_cut_off_is_said() -> None:
    assert "broke off" in refused(Model(Answer('{"choices"', cut=True))).what


@pytest.mark.parametrize("body", ["", "<html>", "[]", '{"choices": []}', '{"choices": [{"message": {}}]}'])
def test_what_is_no_chat_completion_is_said(body: str) -> None:
    found = refused(Model(Answer(body)))
    assert isinstance(found, ProtocolError)
    assert "UGCFLOW_LLM_URL" in found.do


def test_a_model_that_will_not_answer_is_said() -> None:
    assert "would not answer" in refused(Model(says(None))).what


def test_a_redirect_is_not_followed_with_the_key() -> None:
    other = Model(GOOD)
    with served(other) as elsewhere:
        found = refused(Model(Answer(status=307, headers={"Location": f"{elsewhere}/chat/completions"})))
    assert "307" in found.what
    assert other.asked == []


def test_a_server_that_is_not_there_is_said() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/v1"
    with pytest.raises(NetworkError, match="can't be reached") as caught:
        Chat(Endpoint(url, "tiny", KEY, Waits(connect=1, retry_first=0.01, retry_at_most=0.1)), {}).ask([])
    assert KEY not in "".join(traceback.format_exception(caught.value))


def test_a_server_without_schemas_is_asked_more_simply_once_for_all() -> None:
    def decide(asked: object) -> Answer:
        form = asked.body.get("response_format", {}).get("type")  # type: ignore[attr-defined]
        return error("json_schema is not supported", 400) if form == "json_schema" else reads()

    model = Model(decide=decide)
    with served(model) as url:
        chat = Chat(Endpoint(url, "tiny", KEY, QUICK), {"type": "object"})
        chat.ask([])
        chat.ask([])
    assert [a.body["response_format"]["type"] for a in model.asked] == ["json_schema", "json_object", "json_object"]


def test_a_server_that_takes_no_form_at_all_is_given_up() -> None:
    model = Model(error("no such model", 400))
    assert "400: no such model" in refused(model).what
    assert len(model.asked) == 3


def test_without_a_key_none_is_sent() -> None:
    model = Model(GOOD)
    with served(model) as url:
        Chat(Endpoint(url, "tiny"), {}).ask([])
    assert "authorization" not in model.asked[0].headers
