"""A proxy between client and service that breaks one thing on purpose: raw asyncio, so that any byte can be held back, lost or made up."""

from __future__ import annotations

import asyncio
import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from ugcflow.nemo import wire

CALLS = (
    ("POST", wire.ANONYMOUS_TOKEN, "token"), ("POST", wire.OPEN_SESSION, "open"), ("POST", wire.CLAIM_TOKEN, "claim"), ("GET", wire.CREDITS, "credits"),
    ("GET", wire.STATE, "state"), ("POST", wire.UPLOAD, "upload"), ("POST", wire.RUN, "message"), ("POST", wire.SUBMIT_RENDER, "submit"),
    ("GET", wire.POLL_RENDER, "poll"), ("GET", wire.DOWNLOAD, "fallback"), ("GET", "/api/render/files/{key}/{name}", "download"),
)  # fmt: skip
JSON = "application/json"


@dataclass(frozen=True)
class Break:
    """What breaks: the `call`, its `nth` time (0: every time), and how. `how` is a name of `_Exchange`'s methods.

    `status`, `headers`, `body` are what `answer` says instead of the service; `event` is where in a stream it happens, from 0 (-1: to the whole call); `then` happens on the server.
    `refused` is for the call after the one named: nobody listens for `seconds` then.
    """

    call: str = ""
    how: str = ""
    nth: int = 1
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    event: int = -1
    seconds: float = 0.0
    then: Callable[[Any], None] | None = None


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


@dataclass
class Proxy:
    """Listens on a port of loopback before the service at `upstream`; `seen` are the calls in order."""

    upstream: int
    broken: Break = field(default_factory=Break)
    stage: Any = None
    port: int = 0
    seen: list[str] = field(default_factory=list)
    _counts: Counter[str] = field(default_factory=Counter)
    _writers: set[asyncio.StreamWriter] = field(default_factory=set)
    _server: asyncio.Server | None = None
    _deaf: asyncio.Task[None] | None = None

    async def listen(self) -> None:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self.port, limit=2**20)
        self.port = self._server.sockets[0].getsockname()[1]

    def refuse(self, seconds: float) -> None:
        """Nobody listens for a while."""
        assert self._server
        self._server.close()
        self._deaf = asyncio.create_task(self._again(seconds))

    async def _again(self, seconds: float) -> None:
        await asyncio.sleep(seconds)
        await self.listen()

    async def begin(self, broken: Break) -> None:
        """Break this from now on; for a call before the first, nobody listens to begin with."""
        if self._deaf:
            await self._deaf
        self.broken, self.seen, self._counts = broken, [], Counter()
        if broken.how == "refused" and not broken.call:
            self.refuse(broken.seconds)

    def drop(self) -> None:
        """End what is left of the connections."""
        for writer in list(self._writers):
            writer.transport.abort()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writers.add(writer)
        try:
            while await _Exchange(self, reader, writer).carry():
                pass
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            self._writers.discard(writer)
            writer.close()

    def meets(self, call: str) -> bool:
        """Count the call; True when it is the one to break."""
        self.seen.append(call)
        self._counts[call] += 1
        b = self.broken
        return call == b.call and b.nth in (0, self._counts[call])


class _Exchange:
    """One request and its answer."""

    def __init__(self, proxy: Proxy, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.proxy, self.reader, self.writer = proxy, reader, writer
        self.broken = proxy.broken

    async def carry(self) -> bool:
        """False when the connection is no more."""
        head = await self.reader.readuntil(b"\r\n\r\n")
        method, path = head.split(b" ", 2)[:2]
        call = call_of(method.decode(), path.decode())
        broken = self.proxy.meets(call)
        if broken and self.broken.then:
            self.broken.then(self.proxy.stage)
        whole = broken and self.broken.event < 0
        if whole and self.broken.how in ("reset", "black_hole", "request_cut"):
            return bool(await getattr(self, self.broken.how)(head))
        request = head + await _body(self.reader, head)
        if broken and self.broken.how == "answer":
            return await self.send(Answer(self.broken.status, dict(self.broken.headers), self.broken.body))
        up_reader, up_writer = await asyncio.open_connection("127.0.0.1", self.proxy.upstream, limit=2**20)
        try:
            up_writer.write(_closing(request))
            if call == "message":
                return await self._stream(up_reader, broken)
            answer = await _answer(up_reader)
            how = self.broken.how if broken else "send"
            return bool(await getattr(self, how or "send")(answer))
        finally:
            up_writer.close()

    # -- before the service has seen anything ---------------------------------------------------------------------

    async def reset(self, _head: bytes) -> bool:
        self.writer.transport.abort()
        return False

    async def black_hole(self, _head: bytes) -> bool:
        await self.reader.read(-1)
        return False

    async def request_cut(self, head: bytes) -> bool:
        """Half of the body goes on, and then both connections break."""
        length = int(re.search(rb"content-length: *(\d+)", head, re.I)[1])  # type: ignore[index]
        half = await self.reader.readexactly(length // 2)
        _, up_writer = await asyncio.open_connection("127.0.0.1", self.proxy.upstream)
        up_writer.write(_closing(head + half))
        await up_writer.drain()
        await asyncio.sleep(0.02)
        up_writer.transport.abort()
        self.writer.transport.abort()
        return False

    # -- after the service has answered ---------------------------------------------------------------------------

    async def send(self, answer: Answer, *, stated: int | None = None, cut: int | None = None) -> bool:
        headers = {"content-length": str(len(answer.body) if stated is None else stated), **answer.headers}
        lines = "".join(f"{k}: {v}\r\n" for k, v in headers.items())
        self.writer.write(f"HTTP/1.1 {answer.status} X\r\n{lines}\r\n".encode() + answer.body[:cut])
        await self.writer.drain()
        return stated is None and cut is None

    async def refused(self, answer: Answer) -> bool:
        """This call is answered; the next finds nobody."""
        answer.headers["Connection"] = "close"
        self.proxy.refuse(self.broken.seconds)
        await self.send(answer)
        return False

    async def lost(self, answer: Answer) -> bool:
        """The service did it, and its answer never comes."""
        self.writer.transport.abort()
        return False

    async def unanswered(self, answer: Answer) -> bool:
        await self.reader.read(-1)
        return False

    async def drip(self, answer: Answer) -> bool:
        head = f"HTTP/1.1 {answer.status} X\r\ncontent-length: {len(answer.body)}\r\n"
        head += "".join(f"{k}: {v}\r\n" for k, v in answer.headers.items()) + "\r\n"
        whole = head.encode() + answer.body
        size = max(1, len(whole) // 40)
        for at in range(0, len(whole), size):
            self.writer.write(whole[at : at + size])
            await self.writer.drain()
            await asyncio.sleep(0.001)
        return True

    async def truncated(self, answer: Answer) -> bool:
        return await self.send(answer, cut=len(answer.body) // 2)

    async def too_short(self, answer: Answer) -> bool:
        """The length says less than there is."""
        return await self.send(answer, stated=max(1, len(answer.body) - 7))

    async def too_long(self, answer: Answer) -> bool:
        """The length says more than there is."""
        return await self.send(answer, stated=len(answer.body) + 7)

    async def changed(self, answer: Answer) -> bool:
        """The right length, and a byte of it wrong."""
        return await self.send(Answer(answer.status, answer.headers, answer.body[:-1] + b"?"))

    # -- within a stream ------------------------------------------------------------------------------------------

    async def _stream(self, up: asyncio.StreamReader, broken: bool) -> bool:
        head = await up.readuntil(b"\r\n\r\n")
        if b"chunked" not in head.lower():
            answer = await _answer(up, head)
            return bool(await getattr(self, self.broken.how if broken else "send")(answer))
        if broken and self.broken.event < 0 and self.broken.how in ("lost", "unanswered"):
            return bool(await getattr(self, self.broken.how)(Answer(200, {}, b"")))
        self.writer.write(re.sub(rb"\r\nconnection: close", b"", head, flags=re.I))
        at = self.broken.event if broken else -1
        frames, n = Frames(), 0
        while chunk := await _chunk(up):
            for frame in frames.feed(chunk):
                if n == at and not await getattr(self, f"at_{self.broken.how}")(frame):
                    return False
                if n != at:
                    await self._frame(frame)
                n += 1
        if n == at and not await getattr(self, f"at_{self.broken.how}")(b""):
            return False
        self.writer.write(b"0\r\n\r\n")
        await self.writer.drain()
        return True

    async def _frame(self, frame: bytes) -> None:
        if frame:
            self.writer.write(b"%x\r\n%s\r\n" % (len(frame), frame))
            await self.writer.drain()

    # What happens in place of an event (b"": in place of the end): True when the stream goes on after it.

    async def at_reset(self, frame: bytes) -> bool:
        await asyncio.sleep(0.01)
        self.writer.transport.abort()
        return False

    async def at_end(self, frame: bytes) -> bool:
        """The stream ends here as if that were all."""
        self.writer.write(b"0\r\n\r\n")
        await self.writer.drain()
        return False

    async def at_half(self, frame: bytes) -> bool:
        """Half of an event, and the stream ends."""
        await self._frame(frame[: len(frame) // 2])
        return await self.at_end(frame)

    async def at_black_hole(self, frame: bytes) -> bool:
        await self.reader.read(-1)
        return False

    async def at_heartbeats(self, frame: bytes) -> bool:
        """Nothing but "still working", until the client goes."""
        while not self.writer.is_closing():
            await self._frame(b"event: heartbeat\ndata: {}\n\n: ping\n\n")
            await asyncio.sleep(0.02)
        return False

    async def at_drip(self, frame: bytes) -> bool:
        for i in range(len(frame)):
            await self._frame(frame[i : i + 1])
        return True

    async def at_inserted(self, frame: bytes) -> bool:
        """Something else comes before it."""
        await self._frame(self.broken.body)
        await self._frame(frame)
        return True


class Frames:
    """Bytes in, whole events out."""

    def __init__(self) -> None:
        self._rest = b""

    def feed(self, chunk: bytes) -> list[bytes]:
        *whole, self._rest = (self._rest + chunk).split(b"\n\n")
        return [w + b"\n\n" for w in whole]


def call_of(method: str, path: str) -> str:
    """The name of a call."""
    for verb, template, name in CALLS:
        if verb == method and re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", template), path.split("?")[0]):
            return name
    return path


def envelope(code: int) -> bytes:
    return json.dumps({"code": code, "message": "made up by the proxy", "data": {}}).encode()


def _plain(headers: dict[str, str]) -> dict[str, str]:
    return {k: v for k, v in headers.items() if k.lower() not in ("content-length", "connection", "transfer-encoding")}


def _closing(request: bytes) -> bytes:
    return re.sub(rb"\r\nconnection: keep-alive", b"\r\nConnection: close", request, count=1, flags=re.I)


async def _body(reader: asyncio.StreamReader, head: bytes) -> bytes:
    length = re.search(rb"content-length: *(\d+)", head, re.I)
    if length:
        return await reader.readexactly(int(length[1]))
    assert b"chunked" not in head.lower()
    return b""


async def _answer(reader: asyncio.StreamReader, head: bytes = b"") -> Answer:
    head = head or await reader.readuntil(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").rstrip().split("\r\n")
    headers = {k.lower(): v.strip() for k, _, v in (line.partition(":") for line in lines)}
    length = headers.pop("content-length", "")
    return Answer(
        int(first.split()[1]), _plain(headers), await (reader.readexactly(int(length)) if length else reader.read())
    )


async def _chunk(reader: asyncio.StreamReader) -> bytes:
    size = int((await reader.readuntil(b"\r\n")).strip(), 16)
    return (await reader.readexactly(size + 2))[:-2]
