"""Every call the service answers, in one table: the routes are made from it, and so is the OpenAPI description."""

from __future__ import annotations

from dataclasses import dataclass, field

import ugcflow
from ugcflow.nemo import wire
from ugcflow.nemo.shapes import Json

_TEXT: Json = {"type": "string"}
_NUMBER: Json = {"type": "number"}


def _object(required: tuple[str, ...] = (), **properties: Json) -> Json:
    return {"type": "object", "properties": properties, "required": list(required)}


_STATE = _object(
    ("draft", "video_infos", "canvas_config", "generated_media"), draft={"type": "object"}, video_infos={"type": "array"},
    canvas_config={"type": "object"}, generated_media={"type": "array"},
)  # fmt: skip
_FILE = _object(("id", "name", "sha256", "bytes"), id=_TEXT, name=_TEXT, sha256=_TEXT, bytes={"type": "integer"}, probe={"type": "object"})  # fmt: skip
_RENDER = _object(
    ("render_id", "status"), render_id=_TEXT, status={"enum": [wire.PENDING, wire.PROCESSING, wire.COMPLETED, wire.FAILED]},
    progress=_NUMBER, retry_after=_NUMBER, error=_TEXT,
    output=_object(("url", "duration", "size", "sha256"), url=_TEXT, duration=_NUMBER, size={"type": "integer"}, sha256=_TEXT),
)  # fmt: skip
_CREDITS = _object(("available", "frozen", "total"), available=_NUMBER, frozen=_NUMBER, total=_NUMBER, unlimited={"type": "boolean"})  # fmt: skip
_MESSAGE = _object(
    ("app_name", "user_id", "session_id", "new_message"), app_name=_TEXT, user_id=_TEXT, session_id=_TEXT,
    new_message=_object(("parts",), parts={"type": "array", "items": _object(text=_TEXT)}), ugcflow={"type": "object"},
)  # fmt: skip
_SUBMIT = _object(
    ("sessionId",), id=_TEXT, sessionId=_TEXT, draft={"type": "object"}, output=_object(format=_TEXT, quality=_TEXT), ugcflow={"type": "object"},
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Call:
    """One call. `answer` is the schema of `data` in the envelope; of the whole body where `bare`; None for no JSON (see `kind`)."""

    name: str
    method: str
    path: str
    summary: str
    answer: Json | None
    body: Json | None = None
    codes: tuple[int, ...] = ()
    open: bool = False
    bare: bool = False
    kind: str = "application/json"
    parameters: tuple[Json, ...] = field(default=())


_CLIENT = {"name": wire.CLIENT_ID_HEADER, "in": "header", "required": True, "schema": {"type": "string", "format": "uuid"}}  # fmt: skip
_CLAIM = {"name": "ct", "in": "query", "required": True, "schema": _TEXT}
CALLS = (
    Call("anonymous_token", "POST", wire.ANONYMOUS_TOKEN, "Get an anonymous token, one a client",
         _object(("token", "credits"), token=_TEXT, credits=_NUMBER, expires_in={"type": "integer"}), codes=(400, 429), open=True, parameters=(_CLIENT,)),
    Call("claim_token", "POST", wire.CLAIM_TOKEN, "Get a claim token, with which a person takes a session over",
         _object(("claim_token", "expires_in"), claim_token=_TEXT, expires_in={"type": "integer"}),
         _object(("task_id", "session_id"), task_id=_TEXT, session_id=_TEXT), (1001, 1002)),
    Call("take_over", "POST", "/api/auth/claim", "Take a session over with a claim token",
         _object(("session_id",), session_id=_TEXT), _object(("claim_token",), claim_token=_TEXT), (1001, 404)),
    Call("open_session", "POST", wire.OPEN_SESSION, "Open a session",
         _object(("task_id", "session_id"), task_id=_TEXT, session_id=_TEXT), _object(task_name=_TEXT, language=_TEXT), (1001,)),
    Call("run", "POST", wire.RUN, "Send a message; the answer is a stream of ADK events", None, _MESSAGE, (1001, 1002, 2001, 400), kind="text/event-stream"),
    Call("upload", "POST", wire.UPLOAD, "Upload files (multipart field `files`), or have links fetched",
         _object(("files",), files={"type": "array", "items": _FILE}),
         _object(urls={"type": "array", "items": _TEXT}, source_type=_TEXT), (1001, 1002, 4001, 4002, 400)),
    Call("credits", "GET", wire.CREDITS, "What is left to spend", _CREDITS, codes=(1001,)),
    Call("state", "GET", wire.STATE, "The edit as it stands", _object(("state",), state=_STATE, task_id=_TEXT), codes=(1001, 1002)),
    Call("submit_render", "POST", wire.SUBMIT_RENDER, "Queue a render", _RENDER, _SUBMIT, (1001, 1002, 400, 402, 409), bare=True),
    Call("poll_render", "GET", wire.POLL_RENDER, "How far a render is", _RENDER, codes=(1001, 404), bare=True),
    Call("download", "GET", wire.DOWNLOAD, "The file of a finished render, by the render's id", None, codes=(1001, 404), kind="application/octet-stream"),
    Call("file", "GET", "/api/render/files/{key}/{name}", "The file of a finished render, by the address its poll names", None,
         codes=(1001, 404), kind="application/octet-stream"),
    Call("claim_page", "GET", "/workspace/claim", "Where a claim link leads: how to take the session over", None, open=True, kind="text/html", parameters=(_CLAIM,)),
    Call("health", "GET", "/health", "Whether the service works", _object(("status", "version"), status=_TEXT, version=_TEXT), open=True, bare=True),
    Call("metrics", "GET", "/metrics", "Counts for Prometheus", None, open=True, kind="text/plain"),
    Call("openapi", "GET", "/openapi.json", "This description", {"type": "object"}, open=True, bare=True),
)  # fmt: skip


def description() -> Json:
    """The OpenAPI 3.1 document."""
    paths: Json = {}
    for call in CALLS:
        paths.setdefault(call.path, {})[call.method.lower()] = _operation(call)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "ugcflow serve", "version": ugcflow.__version__,
            "description": "The studio behind the cloud's HTTP API. JSON answers come in an envelope {code, message, data}; code 0 is success.",
        },
        "paths": paths,
        "components": {"securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}}},
    }  # fmt: skip


def schema_of(call: Call) -> Json | None:
    """The JSON Schema of a successful answer, envelope and all."""
    if call.answer is None or call.bare:
        return call.answer
    return _object(("code", "message", "data"), code={"const": 0}, message=_TEXT, data=call.answer)


def _operation(call: Call) -> Json:
    ids = [part[1:-1] for part in call.path.split("/") if part.startswith("{")]
    parameters = [{"name": i, "in": "path", "required": True, "schema": _TEXT} for i in ids] + list(call.parameters)
    answer = {"application/json": {"schema": schema_of(call)}} if call.answer else {call.kind: {"schema": _TEXT}}
    operation: Json = {
        "operationId": call.name, "summary": call.summary, "parameters": parameters, "security": [] if call.open else [{"bearer": []}],
        "responses": {"200": {"description": "done", "content": answer}, "default": _refused(call)},
    }  # fmt: skip
    if call.body:
        operation["requestBody"] = {"required": True, "content": _bodies(call, call.body)}
    return operation


def _bodies(call: Call, body: Json) -> Json:
    content: Json = {"application/json": {"schema": body}}
    if call.name == "upload":
        files = {"type": "array", "items": {"type": "string", "format": "binary"}}
        content["multipart/form-data"] = {"schema": _object((wire.UPLOAD_FIELD,), **{wire.UPLOAD_FIELD: files})}
    return content


def _refused(call: Call) -> Json:
    code = {"enum": [*call.codes, 500]}
    envelope = _object(("code", "message", "data"), code=code, message=_TEXT, data={"type": "object"})
    said = f"refused: one of the codes {', '.join(map(str, call.codes))}" if call.codes else "refused"
    return {"description": said, "content": {"application/json": {"schema": envelope}}}
