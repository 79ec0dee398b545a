"""The service as an ASGI application: the calls of protocol.md over an editor that is handed in."""

from __future__ import annotations

import base64
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

import ugcflow
from ugcflow.nemo import wire
from ugcflow.nemo.envelope import success
from ugcflow.nemo.shapes import MessageNote, mapping
from ugcflow.nemo.wire import Code
from ugcflow.service.accounts import Accounts
from ugcflow.service.body import LARGEST_DRAFT, json_body, text_of
from ugcflow.service.claim_page import claim_page
from ugcflow.service.database import Database
from ugcflow.service.desk import Desk
from ugcflow.service.doorway import Doorway, answers
from ugcflow.service.inputs import Inputs
from ugcflow.service.messages import Messages, message_of
from ugcflow.service.metrics import Metrics
from ugcflow.service.openapi import CALLS, Call, description
from ugcflow.service.refusal import Refusal
from ugcflow.service.renders import Renders
from ugcflow.service.settings import ServiceSettings
from ugcflow.session import Editor, Message

_ATTRIBUTION = (wire.SOURCE_HEADER, wire.VERSION_HEADER, wire.PLATFORM_HEADER)


class Service:
    """Everything behind the calls. Raises UsageError when the data folder is in use."""

    def __init__(self, settings: ServiceSettings, editor: Editor) -> None:
        self.settings = settings
        self.database = Database(settings.data)
        self.metrics = Metrics()
        self.accounts = Accounts(self.database, settings)
        self.desk = Desk(self.database, editor, settings)
        self.inputs = Inputs(self.database, self.desk, settings, self.metrics)
        self.messages = Messages(self.database, self.desk, self.accounts, settings, self.metrics)
        self.renders = Renders(self.database, self.desk, settings, self.metrics)
        self.metrics.gauges = {"ugcflow_live_sessions": lambda: self.desk.live, "ugcflow_busy": lambda: self.desk.busy}

    def app(self) -> Starlette:
        """The application; its life is the service's."""
        routes = [Route(_template(c), getattr(self, f"_{c.name}"), methods=[c.method], name=c.name) for c in CALLS]
        app = Starlette(routes=routes, lifespan=self._life, exception_handlers=answers())
        app.add_middleware(Doorway, metrics=self.metrics)
        return app

    @asynccontextmanager
    async def _life(self, _app: Starlette) -> AsyncIterator[None]:
        for left in (self.settings.data / "uploads").glob("*/.*.part"):
            left.unlink(missing_ok=True)
        await self.renders.resume()
        try:
            yield
        finally:
            await self.messages.tasks.stop()
            await self.renders.tasks.stop()
            await self.desk.close()
            self.database.close()

    def _account(self, request: Request) -> str:
        return self.accounts.of(request.headers.get("authorization", ""))

    async def _anonymous_token(self, request: Request) -> Response:
        address = request.client.host if request.client else ""
        given = self.accounts.give(request.headers.get(wire.CLIENT_ID_HEADER, ""), address)
        self.metrics.count("ugcflow_tokens_total")
        return JSONResponse(success(given), headers={"Cache-Control": "no-store"})

    async def _claim_token(self, request: Request) -> Response:
        account, body = self._account(request), await json_body(request)
        claim = self.desk.claim(account, text_of(body, "task_id"), text_of(body, "session_id"))
        return JSONResponse(success({"claim_token": claim, "expires_in": int(self.settings.claim_seconds)}))

    async def _take_over(self, request: Request) -> Response:
        account, body = self._account(request), await json_body(request)
        return JSONResponse(success({"session_id": self.desk.take_over(account, text_of(body, "claim_token"))}))

    async def _open_session(self, request: Request) -> Response:
        account, body = self._account(request), await json_body(request)
        live = await self.desk.open(account, text_of(body, "task_name") or "project", text_of(body, "language") or "en")
        self.metrics.count("ugcflow_sessions_total")
        return JSONResponse(success({"task_id": live.task, "session_id": live.id}))

    async def _run(self, request: Request) -> Response:
        account, body = self._account(request), await json_body(request)
        live = await self.desk.find(account, text_of(body, "session_id", "sessionId"))
        words = message_of(body)
        if not words:
            raise Refusal(400, "the message has no text")
        try:
            note = MessageNote.from_json(mapping(body.get(wire.EXTRA_FIELD)))
        except TypeError:
            raise Refusal(400, "the operations of the message can't be read") from None
        told = self.messages.take(live, Message(words, note.on, note.operations))
        quiet = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
        return StreamingResponse(told, media_type="text/event-stream", headers=quiet)

    async def _upload(self, request: Request) -> Response:
        live = await self.desk.find(self._account(request), request.path_params["session_id"])
        return JSONResponse(success(await self.inputs.take(request, live)))

    async def _credits(self, request: Request) -> Response:
        return JSONResponse(success(self.accounts.credits(self._account(request))))

    async def _state(self, request: Request) -> Response:
        live = await self.desk.find(self._account(request), request.path_params["session_id"])
        return JSONResponse(success({"state": (await live.state()).to_json(), "task_id": live.task}))

    async def _submit_render(self, request: Request) -> Response:
        account = self._account(request)
        if not all(request.headers.get(name) for name in _ATTRIBUTION):
            raise Refusal(Code.EXPORT_BLOCKED, f"export blocked: {', '.join(_ATTRIBUTION)} must say who asks")
        body = await json_body(request, LARGEST_DRAFT)
        live = await self.desk.find(account, text_of(body, "sessionId", "session_id"))
        return JSONResponse((await self.renders.submit(live, body)).to_json())

    async def _poll_render(self, request: Request) -> Response:
        base = str(request.base_url).rstrip("/")
        render = self.renders.poll(self._account(request), request.path_params["render_id"], base)
        return JSONResponse(render.to_json())

    async def _download(self, request: Request) -> Response:
        return self._sent(request, id_=request.path_params["render_id"])

    async def _file(self, request: Request) -> Response:
        return self._sent(request, key=request.path_params["key"])

    def _sent(self, request: Request, **which: str) -> Response:
        """A finished file with its length and sha256 (RFC 9530 Repr-Digest, and in hexadecimal)."""
        file, sha256 = self.renders.file(self._account(request), **which)
        digest = base64.b64encode(bytes.fromhex(sha256)).decode()
        headers = {"Repr-Digest": f"sha-256=:{digest}:", "X-Checksum-Sha256": sha256, "Cache-Control": "private"}
        return FileResponse(file, headers=headers, filename=file.name)

    async def _claim_page(self, request: Request) -> Response:
        return HTMLResponse(claim_page(), headers={"Referrer-Policy": "no-referrer", "Cache-Control": "no-store"})

    async def _health(self, request: Request) -> Response:
        self.database.one("select 1")
        return JSONResponse({"status": "ok", "version": ugcflow.__version__})

    async def _metrics(self, request: Request) -> Response:
        return PlainTextResponse(self.metrics.text(), media_type="text/plain; version=0.0.4")

    async def _openapi(self, request: Request) -> Response:
        return JSONResponse(description())


def _template(call: Call) -> str:
    """The path for the router. A session's id may hold anything, encoded slashes too: it is looked up, never used as a path."""
    return call.path.replace("{session_id}", "{session_id:path}")
