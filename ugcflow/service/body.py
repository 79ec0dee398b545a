"""The JSON object of a request's body, with a limit."""

from __future__ import annotations

import json

from starlette.requests import Request

from ugcflow.nemo.shapes import Json
from ugcflow.service.refusal import Refusal

LARGEST = 1024 * 1024
"""Bytes of an ordinary body."""
LARGEST_DRAFT = 64 * 1024 * 1024
"""Bytes of a body that carries a draft."""


async def json_body(request: Request, largest: int = LARGEST) -> Json:
    """The body as a JSON object. Raises Refusal 400 when it is none, 413 when it is larger than `largest` bytes."""
    content = bytearray()
    async for chunk in request.stream():
        content += chunk
        if len(content) > largest:
            raise Refusal(413, f"the body is over {largest // 2**20} MB")
    try:
        body = json.loads(content)
    except (ValueError, RecursionError):
        body = None
    if not isinstance(body, dict):
        raise Refusal(400, "the body must be a JSON object")
    return body


def text_of(body: Json, *names: str) -> str:
    """The first of these fields that is a text; a text that is too long is refused."""
    found = next((body[n] for n in names if isinstance(body.get(n), str) and body[n]), "")
    if len(found) > 100_000:
        raise Refusal(413, f"{names[0]} is too long")
    return found
