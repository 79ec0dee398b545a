"""An HTTP answer → its JSON object, or the error it stands for. The envelope's code counts, whatever the status says."""

from __future__ import annotations

import json
from typing import Any

from ugcflow.errors import ProtocolError
from ugcflow.nemo import wire
from ugcflow.nemo.envelope import Fault
from ugcflow.nemo.failures import Refused
from ugcflow.nemo.shapes import Json, mapping, text
from ugcflow.nemo.transport import Answer, server_trouble
from ugcflow.retry_after import retry_after

_KNOWN = frozenset(int(code) for code in wire.Code)


def body_of(answer: Answer, host: str) -> Json:
    """The whole JSON object of an answer that says it worked.

    Raises Refused for a fault, Interrupted for a 5xx that is none of the protocol's codes, ProtocolError for what is no JSON object.
    """
    body = _json(answer.content)
    fault = Fault.of_envelope(body) if isinstance(body, dict) else None
    if fault and (answer.status < 500 or fault.code in _KNOWN or fault.kind):
        raise Refused(fault, retry_after(answer.headers.get("retry-after", "")))
    if answer.status >= 500:
        raise server_trouble(answer, host)
    if answer.status >= 400:
        said = text(mapping(body).get("message")) or text(mapping(body).get("detail"))
        code = int(wire.STATUS_CODES.get(answer.status, answer.status))
        raise Refused(Fault(code, said), retry_after(answer.headers.get("retry-after", "")))
    if not isinstance(body, dict):
        kind = answer.headers.get("content-type", "").split(";")[0] or "something else"
        kind = "with broken JSON" if "json" in kind else kind
        raise ProtocolError(f"{host} answered {kind} where JSON was expected", do="check NEMO_API_URL; a network login page may be in between")  # fmt: skip
    return body


def data_of(body: Json) -> Json:
    """The `data` of an envelope; of a body without one, the body itself."""
    return mapping(body.get("data")) if "data" in body else body


def _json(content: bytes) -> Any:
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        return None
