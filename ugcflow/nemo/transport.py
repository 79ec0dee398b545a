"""HTTP, and the only module that knows httpx. Addresses are checked here, redirects followed here, and the token attached here or not at all."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import weakref
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import TypeVar
from urllib.parse import urljoin, urlsplit

import httpx

from ugcflow.errors import NetworkError, ProtocolError
from ugcflow.nemo import wire
from ugcflow.nemo.address import check_base, check_target, origin
from ugcflow.nemo.retry import Backoff
from ugcflow.nemo.settings import Waits
from ugcflow.nemo.token import Token
from ugcflow.redact import Redactor
from ugcflow.retry_after import retry_after

LARGEST_ANSWER = 64 * 1024 * 1024
"""Bytes of a JSON answer; the states of long edits are large, but not this large."""
_REDIRECTS = 5
_NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol, httpx.ProxyError)
Body = bytes | Callable[[], AsyncIterator[bytes]]
T = TypeVar("T")

for _name in ("httpx", "httpcore"):  # they log whole URLs and headers, signed and secret ones too
    logging.getLogger(_name).setLevel(logging.WARNING)


class Interrupted(NetworkError):
    """A call that broke, or was answered by a 5xx. `not_sent`: not a byte of it left; `retry_after` s as the server asked, None if it did not."""

    def __init__(self, what: str, *, do: str = "", not_sent: bool = False, retry_after: float | None = None) -> None:
        super().__init__(what, do=do)
        self.not_sent = not_sent
        self.retry_after = retry_after


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer. `headers` have lower-case names."""

    status: int
    headers: Mapping[str, str]
    content: bytes


class Incoming:
    """An answer that is still coming in. Close it, or use it as an async context manager."""

    def __init__(self, response: httpx.Response, host: str, raw: bool) -> None:
        self.status = response.status_code
        self.headers: Mapping[str, str] = {k.lower(): v for k, v in response.headers.items()}
        self._response = response
        self._host = host
        self._chunks = response.aiter_raw() if raw else response.aiter_bytes()
        self._next: asyncio.Future[bytes] | None = None

    async def next(self, seconds: float | None = None) -> bytes | None:
        """The next bytes, b"" at the end, None when nothing came for `seconds`. Raises Interrupted when the connection breaks."""
        if self._next is None:
            self._next = asyncio.ensure_future(self._take())
        done, _ = await asyncio.wait({self._next}, timeout=seconds)
        if not done:
            return None
        taken, self._next = self._next, None
        return taken.result()

    async def _take(self) -> bytes:
        try:
            return await anext(self._chunks, b"")
        except (httpx.HTTPError, httpx.StreamError) as error:
            raise interrupted(error, self._host) from None

    async def aclose(self) -> None:
        if self._next is not None:
            self._next.cancel()
            with contextlib.suppress(asyncio.CancelledError, Interrupted):
                await self._next
            self._next = None
        with contextlib.suppress(httpx.HTTPError, RuntimeError):
            await self._response.aclose()

    async def __aenter__(self) -> Incoming:
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:  # fmt: skip
        await self.aclose()


class Transport:
    """Calls to one API base, and downloads. `service` is the version a service of ours has named itself by, "" for any other; `reached`: the base has answered."""

    def __init__(self, base: str, waits: Waits) -> None:
        self.base = base
        self.service = ""
        self.reached = False
        self._waits = waits
        self._clients: weakref.WeakKeyDictionary[asyncio.AbstractEventLoop, httpx.AsyncClient] = (
            weakref.WeakKeyDictionary()
        )
        self._checked = False

    async def call(self, method: str, path: str, headers: Mapping[str, str], token: Token | None, body: Body = b"") -> Answer:  # fmt: skip
        """One call to the base, answered whole. Raises Interrupted, ProtocolError."""
        async with await self.open(method, path, headers, token, body) as incoming:
            content = bytearray()
            while chunk := await incoming.next(self._waits.answer):
                content += chunk
                if len(content) > LARGEST_ANSWER:
                    raise ProtocolError(f"{self._host} answered more than {LARGEST_ANSWER // 2**20} MB", do="try again")
            if chunk is None:
                raise Interrupted(f"{self._host} stopped in the middle of an answer", do="try again")
            return Answer(incoming.status, incoming.headers, bytes(content))

    async def open(self, method: str, path: str, headers: Mapping[str, str], token: Token | None, body: Body = b"",
                   patience: float | None = None) -> Incoming:  # fmt: skip
        """One call to the base, answered as it comes. `patience` is how long the answer's first line may take, in s."""
        if not self._checked:
            await check_base(self.base)
            self._checked = True
        incoming = await self._send(method, self.base + path, headers, token, body, patience)
        if 300 <= incoming.status < 400:
            await incoming.aclose()
            if method != "GET":
                raise ProtocolError(f"{self._host} answered with a redirect to {_place(incoming)}", do="set NEMO_API_URL to the address it moved to")  # fmt: skip
            return await self.fetch(urljoin(self.base + path, incoming.headers.get("location", "")), headers, token)
        self.reached = True
        self.service = incoming.headers.get(wire.SERVICE_HEADER.lower(), self.service)
        return incoming

    async def fetch(self, url: str, headers: Mapping[str, str], token: Token | None) -> Incoming:
        """A download from wherever the editor names, undecoded; redirects are followed, each checked again. The token goes to the base's origin only."""
        url = urljoin(self.base + "/", url)
        for _ in range(_REDIRECTS):
            await check_target(url, self.base)
            ours = origin(url) == origin(self.base)
            sent = {**(headers if ours else {}), "Accept-Encoding": "identity"}
            incoming = await self._send("GET", url, sent, token if ours else None, b"", None, raw=True)
            if not (300 <= incoming.status < 400 and "location" in incoming.headers):
                return incoming
            await incoming.aclose()
            url = urljoin(url, incoming.headers["location"])
        raise ProtocolError(f"{urlsplit(url).hostname} redirects without end", do="try the export again")

    async def aclose(self) -> None:
        """Close the connections of the running loop."""
        if client := self._clients.pop(asyncio.get_running_loop(), None):
            await client.aclose()

    def backoff(self) -> Backoff:
        """The waits between tries of one call; few as long as the base has never answered."""
        return Backoff(self._waits, None if self.reached else min(self._waits.first_contact, self._waits.retry_at_most))

    @property
    def _host(self) -> str:
        return urlsplit(self.base).netloc

    async def _send(self, method: str, url: str, headers: Mapping[str, str], token: Token | None, body: Body,
                    patience: float | None, raw: bool = False) -> Incoming:  # fmt: skip
        host = urlsplit(url).netloc
        secret = {"Authorization": wire.bearer(token.reveal())} if token else {}
        content = body if isinstance(body, bytes) else body()
        client = self._client()
        timeout = httpx.Timeout(
            self._waits.answer, connect=self._waits.connect, pool=None, read=patience or self._waits.answer
        )
        try:
            request = client.build_request(
                method, url, headers={**headers, **secret}, content=content or None, timeout=timeout
            )
            response = await client.send(request, stream=True)
        except httpx.InvalidURL:
            raise ProtocolError(f"the editor named an address that can't be read, at {host}", do="try again") from None
        except httpx.HTTPError as error:
            raise interrupted(error, host) from None
        return Incoming(response, host, raw)

    def _client(self) -> httpx.AsyncClient:
        loop = asyncio.get_running_loop()
        if loop not in self._clients:
            own = (urlsplit(self.base).hostname or "") in ("localhost", "127.0.0.1", "::1")
            limits = httpx.Limits(max_connections=None, max_keepalive_connections=20, keepalive_expiry=15.0)
            self._clients[loop] = httpx.AsyncClient(limits=limits, follow_redirects=False, trust_env=not own)
        return self._clients[loop]


async def patiently(work: Awaitable[T], tick: Callable[[], float]) -> AsyncGenerator[T | None, None]:
    """None whenever `tick()` seconds pass, then the result of `work`; it is cancelled when the iteration is left early."""
    task = asyncio.ensure_future(work)
    try:
        while not (await asyncio.wait({task}, timeout=tick()))[0]:
            yield None
        yield task.result()
    finally:
        task.cancel()


def interrupted(error: Exception, host: str) -> Interrupted:
    """What httpx raised, in words, without the request it hangs on."""
    if isinstance(error, _NOT_SENT):
        return Interrupted(f"{host} could not be reached: {_reason(error)}", do="check the network, a proxy, and NEMO_API_URL. Nothing was sent", not_sent=True)  # fmt: skip
    if isinstance(error, httpx.TimeoutException):
        return Interrupted(f"{host} did not answer in time", do="try again")
    return Interrupted(f"the connection to {host} broke: {_reason(error)}", do="try again")


def server_trouble(answer: Answer | Incoming, host: str) -> Interrupted:
    """A 5xx as an error."""
    return Interrupted(f"{host} answered {answer.status}: it has trouble of its own", do="try again in a few minutes",
                       retry_after=retry_after(answer.headers.get("retry-after", "")))  # fmt: skip


def _reason(error: Exception) -> str:
    return Redactor().text(str(error)) or type(error).__name__


def _place(incoming: Incoming) -> str:
    return urlsplit(incoming.headers.get("location", "")).hostname or "nowhere"
