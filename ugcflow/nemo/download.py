"""A finished file to disk: under a temporary name in the same folder, length and sha256 checked, then under its own; whole or not at all."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from ugcflow.errors import EditorError, NetworkError, RenderError
from ugcflow.nemo.calls import Calls
from ugcflow.nemo.retry import Backoff
from ugcflow.nemo.transport import Incoming, Interrupted, server_trouble

Told = Callable[[int, int], None]
"""Bytes so far, and in all (0 when that is not known)."""


async def download(calls: Calls, urls: Sequence[str], to: Path, size: int, sha256: str, told: Told) -> tuple[str, int]:
    """Fetch the first of `urls` that gives the file; its sha256 and bytes. `size` and `sha256` are what the editor says of it (0, "": nothing).

    Raises NetworkError when none gives it whole, RenderError when it can't be written.
    """
    trouble: EditorError = NetworkError("the editor named no place to download the file from", do="export again")
    for url in urls:
        try:
            return await _patiently(calls, url, to, size, sha256, told)
        except OSError as error:
            raise RenderError(f"{to} could not be written: {error.strerror or error}", do="make room, or choose another folder with --out") from None  # fmt: skip
        except EditorError as error:
            trouble = error
    raise trouble


async def _patiently(calls: Calls, url: str, to: Path, size: int, sha256: str, told: Told) -> tuple[str, int]:
    backoff = Backoff(calls.settings.waits)
    while True:
        try:
            return await _fetch(calls, url, to, size, sha256, told)
        except Interrupted as trouble:
            if not await backoff.wait(trouble.retry_after):
                raise


async def _fetch(calls: Calls, url: str, to: Path, size: int, sha256: str, told: Told) -> tuple[str, int]:
    to.parent.mkdir(parents=True, exist_ok=True)
    part = to.with_name(f".{to.name}.{uuid4().hex[:8]}.part")
    try:
        async with await calls.download(url) as incoming:
            if incoming.status >= 500:
                raise server_trouble(incoming, "the download's host")
            if incoming.status >= 400 or "html" in incoming.headers.get("content-type", ""):
                raise NetworkError(f"the file is not where the editor said ({incoming.status})", do="export again")
            with part.open("xb") as stream:
                digest, got = await _copied(calls, incoming, stream, size or _stated(incoming), told)
                stream.flush()
                os.fsync(stream.fileno())
        _check(incoming, size, sha256, digest, got)
        os.replace(part, to)
        return digest, got
    finally:
        part.unlink(missing_ok=True)


async def _copied(calls: Calls, incoming: Incoming, stream: BinaryIO, total: int, told: Told) -> tuple[str, int]:
    digest, got = hashlib.sha256(), 0
    while chunk := await incoming.next(calls.settings.waits.answer):
        stream.write(chunk)
        digest.update(chunk)
        got += len(chunk)
        told(got, total)
    if chunk is None:
        raise Interrupted("the download stopped in the middle", do="try again")
    return digest.hexdigest(), got


def _check(incoming: Incoming, size: int, sha256: str, digest: str, got: int) -> None:
    for wanted in (size, _stated(incoming)):
        if wanted and wanted != got:
            raise Interrupted(f"the download has {got} bytes where {wanted} were announced", do="try again")
    if not got:
        raise Interrupted("the download is empty", do="try again")
    if sha256 and sha256 != digest:
        raise Interrupted("the download is not the file the editor made: its sha256 differs", do="try again")


def _stated(incoming: Incoming) -> int:
    length = incoming.headers.get("content-length", "")
    return int(length) if length.isdigit() and "content-encoding" not in incoming.headers else 0
