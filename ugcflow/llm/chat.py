"""One question to a chat-completions server, and its answer as text; every way that can fail as a sentence without a secret in it."""

from __future__ import annotations

import json
import random
import time
from typing import Any

import httpx

from ugcflow.errors import AuthError, EditorError, NetworkError, ProtocolError
from ugcflow.llm.endpoint import KEY, MODEL, URL, Endpoint
from ugcflow.redact import Redactor
from ugcflow.retry_after import retry_after

Message = dict[str, str]
LARGEST = 1_000_000  # bytes of an answer
_AGAIN = (408, 409, 429, 500, 502, 503, 504)
_ASKS_ELSE = (400, 422)


class Chat:
    """A conversation with one endpoint. Answers are asked for in a schema; a server that can't do that is asked more simply, once for all."""

    def __init__(self, endpoint: Endpoint, schema: dict[str, Any]) -> None:
        self._endpoint = endpoint
        form = {"type": "json_schema", "json_schema": {"name": "reading", "strict": False, "schema": schema}}
        self._forms: list[dict[str, Any]] = [
            {"response_format": form, "temperature": 0},
            {"response_format": {"type": "json_object"}, "temperature": 0},
            {},
        ]
        self._redact = Redactor([endpoint.key])

    def ask(self, messages: list[Message]) -> str:
        """What the model says. Raises AuthError, NetworkError, ProtocolError or EditorError."""
        while True:
            status, body = self._tried({"model": self._endpoint.model, "messages": messages, **self._forms[0]})
            if status in _ASKS_ELSE and len(self._forms) > 1:
                del self._forms[0]
                continue
            if status != 200:
                raise self._refused(status, body)
            return _content(body, self._endpoint.host)

    def _tried(self, question: dict[str, Any]) -> tuple[int, bytes]:
        """Status and body; a server that is busy, or was not reached, is asked again until the deadline."""
        waits = self._endpoint.waits
        begun, limit = time.monotonic(), waits.retry_first
        while True:
            try:
                status, body, asked = self._once(question)
            except httpx.ConnectError as error:
                status, body, asked, why = 0, b"", None, _plainly(error)
            pause = random.uniform(limit / 2, limit) if asked is None else asked
            at_most = waits.retry_at_most if status else min(waits.retry_at_most, waits.first_contact)
            if (status and status not in _AGAIN) or time.monotonic() - begun + pause > at_most:
                if not status:
                    raise NetworkError(
                        f"the model's server {self._endpoint.host} can't be reached: {why}",
                        do=f"check {URL} and the network",
                    ) from None
                return status, body
            time.sleep(pause)
            limit *= 2

    def _once(self, question: dict[str, Any]) -> tuple[int, bytes, float | None]:
        """One request: status, body, and the Retry-After in s. Lets ConnectError through."""
        endpoint, waits = self._endpoint, self._endpoint.waits
        headers = {"Authorization": f"Bearer {endpoint.key}"} if endpoint.key else {}
        timeout = httpx.Timeout(waits.answer, connect=waits.connect)
        end = time.monotonic() + waits.answer
        body = bytearray()
        try:
            with (
                httpx.Client(timeout=timeout, follow_redirects=False) as client,
                client.stream("POST", endpoint.address, json=question, headers=headers) as answer,
            ):
                for block in answer.iter_bytes():
                    body += block
                    if len(body) > LARGEST:
                        raise ProtocolError(
                            f"{endpoint.host} answered far more than a reading", do=f"check {URL} and {MODEL}"
                        )
                    if time.monotonic() > end:
                        raise httpx.ReadTimeout("")
                return answer.status_code, bytes(body), retry_after(answer.headers.get("retry-after", ""))
        except httpx.ConnectError:
            raise
        except httpx.TimeoutException:
            raise NetworkError(
                f"{endpoint.host} did not answer within {waits.answer:g} s", do="try again, or name a quicker model"
            ) from None
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise NetworkError(f"the answer of {endpoint.host} broke off: {_plainly(error)}", do="try again") from None

    def _refused(self, status: int, body: bytes) -> EditorError:
        host = self._endpoint.host
        if status in (401, 403):
            return AuthError(f"{host} refused the key ({status})", do=f"set {KEY} to a key that is good there")
        if 300 <= status < 400:
            return ProtocolError(
                f"{host} sends elsewhere ({status}), and a key is not sent after it",
                do=f"set {URL} to the final address",
            )
        said = self._said(body)
        what = f"{host} answered {status}" + (f": {said}" if said else "")
        if status == 404:
            return EditorError(what, do=f"check {URL} (the base, as https://host/v1) and {MODEL}")
        if status == 429:
            return EditorError(what, do="wait a while, or check the account's limits there")
        return EditorError(what, do="try again later" if status >= 500 else f"check {MODEL}")

    def _said(self, body: bytes) -> str:
        """The server's own words, short, without secrets and control characters."""
        try:
            error = json.loads(body)["error"]
            text = str(error["message"] if isinstance(error, dict) else error)
        except (ValueError, KeyError, TypeError):
            return ""
        return self._redact.text("".join(c if c.isprintable() else " " for c in text))[:200]


def _content(body: bytes, host: str) -> str:
    """The text of the first choice. Raises ProtocolError for what is no chat completion."""
    try:
        message = json.loads(body)["choices"][0]["message"]
        content = message["content"]
    except (ValueError, KeyError, IndexError, TypeError):
        raise ProtocolError(
            f"{host} answered something that is no chat completion",
            do=f"check {URL}: it is the base, as https://host/v1",
        ) from None
    if not isinstance(content, str):
        raise ProtocolError(
            f"the model at {host} would not answer", do="say the sentence another way, or name another model"
        )
    return content


def _plainly(error: Exception) -> str:
    """Why, in a few words; never the request."""
    text = str(error).split("\n")[0].removeprefix("[Errno ").split("] ")[-1]
    return text[:120] or type(error).__name__
