"""One input to the editor: looked at first, streamed, and never sent twice without a look whether it arrived."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from ugcflow.errors import InputError, NetworkError
from ugcflow.nemo import wire
from ugcflow.nemo.api import Api
from ugcflow.nemo.failures import FORMATS_LINE, LARGEST_LINE
from ugcflow.nemo.multipart import Multipart
from ugcflow.nemo.settling import same
from ugcflow.nemo.shapes import InputNote, Json, Opened, mapping, number, text
from ugcflow.nemo.transport import Interrupted
from ugcflow.session.contract import Progress
from ugcflow.session.message import Upload, Uploaded
from ugcflow.session.state import State


async def upload(api: Api, session: Opened, source: Upload, progress: Progress | None = None) -> Uploaded:
    """Bring one input in. Raises InputError for a file that can't be used (nothing is sent then), and what the editor refuses with."""
    tell = progress or (lambda _done, _what: None)
    note = InputNote(source.id, source.role, source.sha256, source.name)
    if source.file is None:
        data = await _once(api, session, lambda: api.upload_url(session, source.url, note))
        tell(1.0, f"fetched {source.name}")
        return _uploaded(source, data, source.sha256, 0)
    size = usable(source.file)
    part = Multipart(source.file, size, lambda sent: tell(sent / size, f"uploading {source.name}"))
    try:
        data = await _once(api, session, lambda: api.upload(session, part, note))
    except OSError as error:
        raise InputError(f"{source.name} could not be read: {error.strerror or error}", do="check the file, then run again") from None  # fmt: skip
    if source.sha256 and part.sha256 and part.sha256 != source.sha256:
        raise InputError(f"{source.name} is not the file it was when the run was planned", do="another program changed it: run again")  # fmt: skip
    return _uploaded(source, data, part.sha256 or source.sha256, size)


def usable(file: Path) -> int:
    """The size of a file the cloud takes. Raises InputError for one that is missing, empty, of another type (4001) or too large (4002)."""
    if not file.is_file():
        raise InputError(f"{file} is not there" if not file.exists() else f"{file} is no file", do="check the path in the recipe's inputs")  # fmt: skip
    kind = file.suffix.lower().lstrip(".").replace("jpeg", "jpg")
    if kind not in wire.FORMATS:
        raise InputError(f"{file.name} is of a type the editor does not take (4001)", do=FORMATS_LINE)
    size = file.stat().st_size
    if not size:
        raise InputError(f"{file.name} is empty", do="copy it again from the camera")
    if size > wire.LARGEST_UPLOAD:
        raise InputError(f"{file.name} is too large for the editor (4002): {size / 2**20:.0f} MB", do=LARGEST_LINE)
    return size


async def _once(api: Api, session: Opened, send: Callable[[], Awaitable[Json]]) -> Json:
    """Send; after a broken connection look whether the media came in, and only then send again, once."""
    before = await _seen(api, session)
    try:
        return await send()
    except Interrupted as trouble:
        if trouble.not_sent:
            raise
        await asyncio.sleep(api.settings.waits.settle_every)
        after = await _seen(api, session)
        if before is not None and after is not None:
            return await send() if same(before, after) else {}
        raise


async def _seen(api: Api, session: Opened) -> State | None:
    try:
        return (await api.state(session.session_id, session.bind))[0]
    except NetworkError:
        return None


def _uploaded(source: Upload, data: Json, sha256: str, size: int) -> Uploaded:
    """What the editor says of it, found by the names that servers use; nothing when it says nothing."""
    found: Any = data.get("files") or data.get("video_infos") or []
    said = mapping(found[0]) if isinstance(found, list) and found else {}
    return Uploaded(source.id, source.name, sha256 or text(said.get("sha256")), size or int(number(said.get("bytes"))), mapping(said.get("probe")))  # fmt: skip
