"""One call, made as often as it may be and no oftener: renewal after 1001, one wait after 429, a client id after 400, retries where repeating does no harm."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar
from urllib.parse import urlsplit

from ugcflow.nemo import wire
from ugcflow.nemo.answers import body_of
from ugcflow.nemo.auth import Auth
from ugcflow.nemo.failures import Refused, Who, error_of
from ugcflow.nemo.settings import Settings
from ugcflow.nemo.shapes import Json
from ugcflow.nemo.token import Token
from ugcflow.nemo.transport import Answer, Body, Incoming, Interrupted, Transport
from ugcflow.nemo.wire import Code

T = TypeVar("T")
_LONGEST_ASKED = 120.0  # s: a Retry-After above this is not waited for in full


@dataclass(frozen=True, slots=True)
class Ask:
    """One call. `repeatable`: doing it twice does no harm, so it is retried. `bind` is what a registration link would bind to."""

    method: str
    path: str
    body: Body = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    repeatable: bool = False
    about: str = ""
    bind: str = ""

    @classmethod
    def json(cls, path: str, body: Json, *, repeatable: bool = False, bind: str = "") -> Ask:
        """A POST of a JSON object."""
        content = json.dumps(body, ensure_ascii=False).encode()
        return cls("POST", path, content, {"Content-Type": "application/json"}, repeatable, bind=bind)

    @classmethod
    def get(cls, path: str, bind: str = "") -> Ask:
        return cls("GET", path, repeatable=True, bind=bind)


class Calls:
    """Makes calls with the token and the attribution headers, and turns refusals into errors for people."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.transport = Transport(settings.api_url, settings.waits)
        self.auth = Auth(settings, self.transport)
        self.host = urlsplit(settings.api_url).netloc
        self._client_id_wanted = False

    @property
    def ours(self) -> bool:
        """True once a service of ours has named itself."""
        return bool(self.transport.service)

    async def json(self, ask: Ask) -> Json:
        """The JSON object a call is answered with."""

        async def once(token: Token) -> Json:
            return body_of(
                await self.transport.call(ask.method, ask.path, self._headers(ask), token, ask.body), self.host
            )

        return await self._made(ask, once)

    async def stream(self, ask: Ask, patience: float) -> Incoming:
        """A call answered by an event stream, opened. A JSON answer is a refusal; `patience` s is how long the first line may take."""

        async def once(token: Token) -> Incoming:
            incoming = await self.transport.open(ask.method, ask.path, self._headers(ask), token, ask.body, patience)
            if incoming.status < 400 and "json" not in incoming.headers.get("content-type", ""):
                return incoming
            async with incoming:
                body_of(await _whole(incoming), self.host)
            raise Interrupted(
                f"{self.host} answered a message with JSON instead of events", do="see what the edit became"
            )

        return await self._made(ask, once)

    async def download(self, url: str) -> Incoming:
        """A download, from the first byte; the token goes along only to the API base itself, and is renewed once when that refuses it."""
        token = await self.auth.token()
        incoming = await self.transport.fetch(url, self.auth.attribution(), token)
        if incoming.status != 401 or not await self.auth.renew(token):
            return incoming
        await incoming.aclose()
        return await self.transport.fetch(url, self.auth.attribution(), await self.auth.token())

    async def _made(self, ask: Ask, once: Callable[[Token], Awaitable[T]]) -> T:
        backoff, tried = self.transport.backoff(), set[int]()
        while True:
            token = await self.auth.token()
            try:
                return await once(token)
            except Interrupted as trouble:
                if not (ask.repeatable or trouble.not_sent) or not await backoff.wait(trouble.retry_after):
                    raise
            except Refused as refused:
                code = refused.fault.code
                if code in tried or not await self._cure(refused, token):
                    raise error_of(refused.fault, self._who(ask), ask.about) from None
                tried.add(code)

    async def _cure(self, refused: Refused, token: Token) -> bool:
        """True when the call may be made once more: it was understood and not carried out, so nothing happens twice."""
        fault = refused.fault
        if fault.code == Code.BAD_TOKEN:
            return await self.auth.renew(token)
        if fault.code == Code.RATE_LIMIT:
            asked = self.settings.waits.rate_limit if refused.retry_after is None else refused.retry_after
            await asyncio.sleep(min(asked, _LONGEST_ASKED))
            return True
        if fault.code == Code.CLIENT_ID_MISSING and "client" in fault.message.lower():
            self._client_id_wanted = True
            return True
        return False

    def _headers(self, ask: Ask) -> dict[str, str]:
        wanted = {wire.CLIENT_ID_HEADER: self.auth.client_id} if self._client_id_wanted else {}
        return {"Accept": "application/json", **self.auth.attribution(), **wanted, **ask.headers}

    def _who(self, ask: Ask) -> Who:
        return Who(self.host, self.auth.anonymous, self.settings.web_url, ask.bind)


async def _whole(incoming: Incoming, limit: int = 2**20) -> Answer:
    content = b""
    while len(content) < limit and (chunk := await incoming.next(60)):
        content += chunk
    return Answer(incoming.status, incoming.headers, content)
