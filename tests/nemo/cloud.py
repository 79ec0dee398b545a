"""A cloud of our own on a real socket: speaks protocol.md, remembers everything it was asked, and misbehaves when a test tells it to.

Raw asyncio, so that a stream can be cut at any byte, a length can lie, and a connection can be dropped without an answer.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from ugcflow.nemo import events, wire
from ugcflow.nemo.envelope import failure, success

Json = dict[str, Any]
ATTRIBUTION = [h.lower() for h in (wire.SOURCE_HEADER, wire.VERSION_HEADER, wire.PLATFORM_HEADER)]


@dataclass
class Request:
    method: str
    path: str
    headers: dict[str, str]
    body: bytes
    call: str = ""
    ids: tuple[str, ...] = ()

    def json(self) -> Json:
        return json.loads(self.body)


@dataclass
class Reply:
    """`cut`: send so many bytes of the body, then reset the connection. `stated`: a Content-Length that may lie. `hang`: answer never."""

    body: bytes | Json | AsyncIterator[bytes] = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    cut: int | None = None
    stated: int | None = None
    hang: bool = False
    drop: bool = False


@dataclass
class Talk:
    """One session as the cloud sees it."""

    id: str
    task: str
    messages: list[str] = field(default_factory=list)
    bodies: list[Json] = field(default_factory=list)
    uploads: list[tuple[str, bytes, str]] = field(default_factory=list)
    state: Json = field(
        default_factory=lambda: {
            "draft": {"t": [], "d": 0, "m": {}},
            "video_infos": [],
            "canvas_config": {},
            "generated_media": [],
        }
    )

    def title(self, text: str, track: str = "Title") -> None:
        """An edit: one more text segment."""
        self.state = json.loads(json.dumps(self.state))
        self.state["draft"]["t"].append(
            {"tt": 7, "m": {"name": track}, "sg": [{"s": 0, "d": 3000, "m": {"text": text}}]}
        )
        self.state["draft"]["d"] = 3000


Agent = Callable[[Talk, str], AsyncIterator[bytes]]


async def obliging(talk: Talk, text: str) -> AsyncIterator[bytes]:
    """Does something and says so."""
    yield events.frame(events.called("i", "add_title", {"text": text}))
    talk.title("Urban Dreams")
    yield events.frame(events.answered("i", "add_title", {"ok": True}))
    yield events.frame(events.said("i", "Title added."))


class Cloud:
    """`faults[call]` is a queue of replies given instead of the real one; None in it lets one call through. `agent` answers messages."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.faults: dict[str, deque[Reply | None]] = defaultdict(deque)
        self.talks: dict[str, Talk] = {}
        self.tokens: set[str] = set()
        self.given = 0
        self.credits = {"available": 84, "frozen": 6, "total": 100}
        self.agent: Agent = obliging
        self.headers: dict[str, str] = {}
        self.renders: dict[str, list[str]] = {}
        self.render_bodies: list[Json] = []
        self.outcomes: deque[list[str]] = deque()
        self.file = b"\0\1finished video" * 5000
        self.output: Json = {}
        self._tasks: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Cloud:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0, limit=2**20, backlog=2048)
        self.port = self._server.sockets[0].getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def calls(self, name: str) -> list[Request]:
        return [r for r in self.requests if r.call == name]

    def token(self) -> str:
        self.given += 1
        token = f"{wire.TOKEN_PREFIX}secret{self.given:04d}"
        self.tokens.add(token)
        return token

    @property
    def talk(self) -> Talk:
        (only,) = self.talks.values()
        return only

    # -- HTTP -----------------------------------------------------------------------------------------------------

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        self._tasks.add(task)
        try:
            while (request := await _read(reader)) is not None:
                self.requests.append(request)
                if not await _write(writer, self._answer(request), self.headers):
                    break
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            self._tasks.discard(task)
            writer.close()

    def _answer(self, request: Request) -> Reply:
        for method, template, name in _ROUTES:
            match = re.fullmatch(re.sub(r"\{\w+\}", "([^/]+)", template), request.path.split("?")[0])
            if match and method == request.method:
                request.call, request.ids = name, tuple(map(unquote, match.groups()))
                queue = self.faults[name]
                fault = queue.popleft() if queue else None
                return fault or self._real(request)
        return Reply(failure(404, "no such path"), 404)

    def _real(self, request: Request) -> Reply:
        authorized = request.headers.get("authorization", "").removeprefix("Bearer ") in self.tokens
        if request.call not in ("anonymous_token", "file") and not authorized:
            return Reply(failure(1001, "bad token"))
        if request.ids and request.call in ("upload", "state") and request.ids[0] not in self.talks:
            return Reply(failure(1002, "no such session"))
        if request.call != "file" and not all(request.headers.get(h) for h in ATTRIBUTION):
            return Reply(failure(402, "attribution missing"), 402)
        answer: Reply = getattr(self, f"_{request.call}")(request)
        return answer

    # -- calls ----------------------------------------------------------------------------------------------------

    def _anonymous_token(self, request: Request) -> Reply:
        if not request.headers.get("x-client-id"):
            return Reply(failure(400, "X-Client-Id missing"), 400)
        return Reply(success({"token": self.token(), "credits": 100, "expires_in": 7 * 86400}))

    def _open_session(self, request: Request) -> Reply:
        n = len(self.talks) + 1
        talk = Talk(f"session-{n}", f"task-{n}")
        self.talks[talk.id] = talk
        return Reply(success({"task_id": talk.task, "session_id": talk.id}))

    def _claim_token(self, request: Request) -> Reply:
        return Reply(success({"claim_token": "clm_abc", "expires_in": 3600}))

    def _credits(self, request: Request) -> Reply:
        return Reply(success(dict(self.credits)))

    def _state(self, request: Request) -> Reply:
        talk = self.talks[request.ids[0]]
        return Reply(success({"state": talk.state, "task_id": talk.task}))

    def _upload(self, request: Request) -> Reply:
        talk = self.talks[request.ids[0]]
        if request.headers["content-type"].startswith("application/json"):
            names = [(u.rsplit("/", 1)[-1], b"", u) for u in request.json()["urls"]]
        else:
            names = [_part(request)]
        talk.uploads += names
        talk.state = {**talk.state, "video_infos": [*talk.state["video_infos"], *({"name": n} for n, *_ in names)]}
        talk.title(names[0][0], "Video")
        return Reply(success({"files": [{"name": names[0][0], "probe": {"kind": "video"}}]}))

    def _run(self, request: Request) -> Reply:
        body = request.json()
        talk = self.talks.get(body["session_id"])
        if talk is None:
            return Reply(failure(1002, "no such session"))
        text = body["new_message"]["parts"][0]["text"]
        talk.messages.append(text)
        talk.bodies.append(body)
        return Reply(self.agent(talk, text), headers={"content-type": "text/event-stream"})

    def _submit(self, request: Request) -> Reply:
        body = request.json()
        self.render_bodies.append(body)
        self.renders[body["id"]] = list(self.outcomes.popleft() if self.outcomes else ["processing", "completed"])
        return Reply({"render_id": body["id"], "status": "pending"})

    def _poll(self, request: Request) -> Reply:
        id_ = request.ids[0]
        if id_ not in self.renders:
            return Reply(failure(404, "no such render"), 404)
        steps = self.renders[id_]
        status = steps.pop(0) if len(steps) > 1 else steps[0]
        if status == "failed":
            return Reply({"status": status, "error": "the renderer crashed"})
        output = {"url": f"{self.url}/files/{id_}.mp4", "duration": 3.0, "size": len(self.file), **self.output}
        return Reply({"status": status, "progress": 0.5, **({"output": output} if status == "completed" else {})})

    def _download(self, request: Request) -> Reply:
        return Reply(self.file, headers={"content-type": "video/mp4"})

    _file = _download


_ROUTES = [
    ("POST", wire.ANONYMOUS_TOKEN, "anonymous_token"), ("POST", wire.OPEN_SESSION, "open_session"), ("POST", wire.CLAIM_TOKEN, "claim_token"),
    ("GET", wire.CREDITS, "credits"), ("GET", wire.STATE, "state"), ("POST", wire.UPLOAD, "upload"), ("POST", wire.RUN, "run"),
    ("POST", wire.SUBMIT_RENDER, "submit"), ("GET", wire.POLL_RENDER, "poll"), ("GET", wire.DOWNLOAD, "download"), ("GET", "/files/{name}", "file"),
]  # fmt: skip


async def _read(reader: asyncio.StreamReader) -> Request | None:
    head = await reader.readuntil(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").rstrip().split("\r\n")
    method, path, _ = first.split(" ")
    headers = {k.lower(): v.strip() for k, _, v in (line.partition(":") for line in lines)}
    body = await reader.readexactly(int(headers.get("content-length", 0)))
    return Request(method, path, headers, body)


async def _write(writer: asyncio.StreamWriter, reply: Reply, extra: dict[str, str]) -> bool:
    """False when the connection is no more."""
    if reply.hang:
        await asyncio.sleep(3600)
    if reply.drop:
        writer.transport.abort()
        return False
    body, kind = reply.body, "application/octet-stream"
    if isinstance(body, dict):
        body, kind = json.dumps(body).encode(), "application/json"
    headers = {"content-type": kind, **extra, **reply.headers}
    whole = isinstance(body, bytes)
    if whole:
        headers["content-length"] = str(len(body) if reply.stated is None else reply.stated)
    else:
        headers["transfer-encoding"] = "chunked"
    writer.write(
        (f"HTTP/1.1 {reply.status} X\r\n" + "".join(f"{k}: {v}\r\n" for k, v in headers.items()) + "\r\n").encode()
    )
    if whole:
        writer.write(body if reply.cut is None else body[: reply.cut])
    else:
        try:
            async for chunk in body:
                writer.write(b"%x\r\n%s\r\n" % (len(chunk), chunk))
                await writer.drain()
        except Cut:
            await writer.drain()
            await asyncio.sleep(0.01)
            writer.transport.abort()
            return False
        writer.write(b"0\r\n\r\n")
    await writer.drain()
    if reply.cut is not None or reply.stated is not None:
        writer.close()
        return False
    return True


class Cut(Exception):
    """Raised by an agent: the connection is reset here."""


def _part(request: Request) -> tuple[str, bytes, str]:
    boundary = request.headers["content-type"].partition("boundary=")[2].encode()
    head, _, rest = request.body.removeprefix(b"--" + boundary + b"\r\n").partition(b"\r\n\r\n")
    name = re.search(r'name="files"; filename="([^"]*)"', head.decode())
    assert name, head
    return (
        name[1],
        rest.removesuffix(b"\r\n--" + boundary + b"--\r\n"),
        request.headers.get(wire.INPUT_HEADER.lower(), ""),
    )
