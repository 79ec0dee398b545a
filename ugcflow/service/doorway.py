"""What every call passes: our name on the answer, a count, a line in the log without secrets, and refusals as envelopes."""

from __future__ import annotations

import errno
import logging
import time
from typing import Any
from uuid import uuid4

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

import ugcflow
from ugcflow.errors import UgcflowError
from ugcflow.nemo import wire
from ugcflow.nemo.envelope import failure
from ugcflow.redact import Redactor
from ugcflow.service.metrics import Metrics
from ugcflow.service.refusal import Refusal, failed

_log = logging.getLogger("ugcflow.service")
_DRAINED = 64 * 1024 * 1024


class Doorway:
    """ASGI middleware. A body that a refused call left unread is read to its end, so that the refusal arrives and not a broken connection."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app, self._metrics = app, metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        call = _Answering(scope, receive, send)
        try:
            await self._app(scope, call.receive, call.send)
        finally:
            route = getattr(scope.get("route"), "name", "none")
            self._metrics.count("ugcflow_http_requests_total", call=route, status=str(call.status))
            path = Redactor().text(scope["path"])
            _log.info("%s %s %s %.0f ms", scope["method"], path, call.status or "gone", call.milliseconds)


class _Answering:
    """One call on its way through."""

    def __init__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._receive, self._send = receive, send
        self._whole = scope["method"] in ("GET", "HEAD")
        self._began = time.monotonic()
        self.status = 0

    @property
    def milliseconds(self) -> float:
        return (time.monotonic() - self._began) * 1000

    async def receive(self) -> Message:
        message = await self._receive()
        self._whole = self._whole or message["type"] != "http.request" or not message.get("more_body", False)
        return message

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            MutableHeaders(scope=message)[wire.SERVICE_HEADER] = ugcflow.__version__
            if self.status >= 400:
                await self._drain()
        await self._send(message)

    async def _drain(self) -> None:
        left = _DRAINED
        while not self._whole and left > 0:
            message = await self.receive()
            left -= len(message.get("body", b""))


def answers() -> dict[Any, Any]:
    """How each kind of failure is answered."""
    return {
        Refusal: _refused,
        UgcflowError: _failed,
        HTTPException: _http,
        ClientDisconnect: _gone,
        OSError: _disk,
        Exception: _bug,
    }


async def _refused(_request: Request, error: Refusal) -> Response:
    return error.response()


async def _failed(_request: Request, error: UgcflowError) -> Response:
    return failed(error)


async def _http(_request: Request, error: HTTPException) -> Response:
    return JSONResponse(failure(error.status_code, str(error.detail).lower()), error.status_code, error.headers)


async def _gone(_request: Request, error: ClientDisconnect) -> Response:
    return JSONResponse(failure(499, "the client went away"), 499)


async def _disk(request: Request, error: OSError) -> Response:
    if error.errno not in (errno.ENOSPC, errno.EDQUOT):
        return await _bug(request, error)
    _log.error("no room on the disk")
    return JSONResponse(failure(507, "there is no room on the service's disk: the call was not carried out"), 507)


async def _bug(_request: Request, error: Exception) -> Response:
    mark = uuid4().hex[:8]
    _log.error("call failed (%s)", mark, exc_info=error)
    return JSONResponse(failure(500, f"the service itself failed; its log says why under {mark}"), 500)
