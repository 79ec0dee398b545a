"""The JSON that goes over the wire, as values: made and read in one place, by the client and by `ugcflow serve`.

Reading is tolerant (what is missing, null or of another type is empty); making is exact. Additions of our own service: see `wire`.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Any

from ugcflow.nemo import wire
from ugcflow.output import Output, SafeArea
from ugcflow.session.reading import Operation

Json = dict[str, Any]


def mapping(value: Any) -> Json:
    """`value` if it is a JSON object, else {}."""
    return value if isinstance(value, dict) else {}


def text(value: Any) -> str:
    """A string or a number as text, "" for anything else."""
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def number(value: Any) -> float:
    """A number, or a string of one; 0 for anything else."""
    try:
        return float(value) if isinstance(value, str | int | float) else 0.0
    except ValueError:
        return 0.0


@dataclass(frozen=True, slots=True)
class Opened:
    """The answer to create-session. `bind` is what a registration link binds to: an id the answer names for it, else the task's."""

    session_id: str
    task_id: str = ""
    bind: str = ""

    @classmethod
    def from_json(cls, data: Json) -> Opened:
        task = text(data.get("task_id"))
        return cls(text(data.get("session_id")), task, named_bind(data) or task)


def named_bind(data: Json) -> str:
    """The id that create-session or the state names for a registration link, "" when it names none."""
    return next((text(data[key]) for key in ("bind_id", "bind", "anonymous_id") if data.get(key)), "")


def open_request(name: str, language: str) -> Json:
    """The body of create-session."""
    return {"task_name": name or "project", "language": language or "en"}


def message_request(session_id: str, said: str, note: MessageNote | None = None) -> Json:
    """The body of /run_sse; `note` only for a service of ours."""
    body: Json = {
        "app_name": wire.AGENT,
        "user_id": wire.USER,
        "session_id": session_id,
        "new_message": {"parts": [{"text": said}]},
    }
    return {**body, wire.EXTRA_FIELD: note.to_json()} if note else body


def url_upload_request(urls: list[str]) -> Json:
    """The body of an upload by URL."""
    return {"urls": urls, "source_type": "url"}


def render_request(render_id: str, session_id: str, draft: Json, output: Output, whole: bool) -> Json:
    """The body of a render; `whole` sends everything asked of the output, which only a service of ours takes."""
    asked = {"format": output.format, "quality": output.quality}
    body: Json = {"id": render_id, "sessionId": session_id, "draft": draft, "output": asked}
    return {**body, wire.EXTRA_FIELD: output_to_json(output)} if whole else body


def output_to_json(output: Output) -> Json:
    """All of an Output as JSON."""
    return asdict(output)


def output_from_json(data: Json) -> Output:
    """The Output that `output_to_json` wrote. Raises TypeError for unknown fields."""
    return Output(**{**data, "safe": SafeArea(**mapping(data.get("safe")))})


@dataclass(frozen=True, slots=True)
class InputNote:
    """What X-Ugcflow-Input says of an upload: the recipe's id and role for it, its sha256 when known, and its name."""

    id: str
    role: str = ""
    sha256: str = ""
    name: str = ""

    def to_header(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=True, separators=(",", ":"))

    @classmethod
    def from_header(cls, value: str) -> InputNote:
        """Tolerant: a header that is no JSON object is an empty note."""
        try:
            data = mapping(json.loads(value or "{}"))
        except ValueError:
            data = {}
        return cls(*(text(data.get(key)) for key in ("id", "role", "sha256", "name")))


@dataclass(frozen=True, slots=True)
class MessageNote:
    """What a message says beside its words: the one input it is about, and the operations a lock pinned."""

    on: str = ""
    operations: tuple[Operation, ...] | None = None

    def to_json(self) -> Json:
        return {"on": self.on, "operations": None if self.operations is None else [asdict(o) for o in self.operations]}

    @classmethod
    def from_json(cls, data: Json) -> MessageNote:
        """Raises TypeError for operations with unknown fields."""
        pinned = data.get("operations")
        return cls(text(data.get("on")), None if pinned is None else tuple(Operation(**o) for o in pinned))


@dataclass(frozen=True, slots=True)
class Render:
    """The answer to a render's submit or poll: its fields stand at the top level. `duration` in s; `size` in bytes, 0 when not said."""

    id: str = ""
    status: str = wire.PENDING
    progress: float = 0.0
    retry_after: float | None = None
    error: str = ""
    url: str = ""
    duration: float = 0.0
    size: int = 0
    sha256: str = ""
    draft: Json | None = None
    warnings: tuple[str, ...] = field(default=())

    @classmethod
    def from_json(cls, body: Json) -> Render:
        body = mapping(body.get("data")) if "status" not in body and mapping(body.get("data")) else body
        output = mapping(body.get("output"))
        error = body.get("error")
        return cls(
            id=text(body.get("render_id")) or text(body.get("id")), status=text(body.get("status")).lower() or wire.PENDING,
            progress=min(1.0, max(0.0, number(body.get("progress")))),
            retry_after=max(0.0, number(body["retry_after"])) if "retry_after" in body else None, error=text(error) or text(mapping(error).get("message")),
            url=text(output.get("url")), duration=number(output.get("duration")), size=int(number(output.get("size"))),
            sha256=text(output.get("sha256")), draft=mapping(output.get("draft")) or None, warnings=texts(output.get("warnings")),
        )  # fmt: skip

    def to_json(self) -> Json:
        body: Json = {"render_id": self.id, "status": self.status, "progress": self.progress}
        if self.retry_after is not None:
            body["retry_after"] = self.retry_after
        if self.error:
            body["error"] = self.error
        if self.url:
            keys = ("url", "duration", "size", "sha256", "draft")
            body["output"] = {**{key: getattr(self, key) for key in keys}, "warnings": list(self.warnings)}
        return body


def texts(value: Any) -> tuple[str, ...]:
    """The texts of a JSON array, () for anything else."""
    return tuple(text(v) for v in value if text(v)) if isinstance(value, list) else ()
