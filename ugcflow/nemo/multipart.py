"""A file as multipart/form-data (RFC 7578), read from disk as it is sent: never whole in memory, hashed on the way."""

from __future__ import annotations

import asyncio
import hashlib
import mimetypes
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from uuid import uuid4

from ugcflow.nemo import wire

CHUNK = 256 * 1024


class Multipart:
    """One file part named `files`. `chunks()` may be called again for another try; `sha256` is that of the last one sent whole."""

    def __init__(self, file: Path, size: int, sent: Callable[[int], None]) -> None:
        boundary = f"ugcflow-{uuid4().hex}"
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        self._file = file
        self._sent = sent
        self._head = (f'--{boundary}\r\nContent-Disposition: form-data; name="{wire.UPLOAD_FIELD}"; filename="{_quoted(file.name)}"\r\n'
                      f"Content-Type: {kind}\r\n\r\n").encode()  # fmt: skip
        self._tail = f"\r\n--{boundary}--\r\n".encode()
        self._size = size
        self.content_type = f"multipart/form-data; boundary={boundary}"
        self.length = len(self._head) + size + len(self._tail)
        self.sha256 = ""

    async def chunks(self) -> AsyncIterator[bytes]:
        """The body. Raises OSError when the file can't be read, or has another length than at first."""
        digest, done = hashlib.sha256(), 0
        yield self._head
        with self._file.open("rb") as stream:
            while piece := await asyncio.to_thread(stream.read, CHUNK):
                digest.update(piece)
                done += len(piece)
                if done > self._size:
                    break
                yield piece
                self._sent(done)
        if done != self._size:
            raise OSError(f"{self._file.name} changed while it was read")
        self.sha256 = digest.hexdigest()
        yield self._tail


def _quoted(name: str) -> str:
    """A file name as browsers write it: UTF-8, with quotes and line ends percent-encoded (WHATWG HTML, multipart/form-data)."""
    return name.replace("\r", "%0D").replace("\n", "%0A").replace('"', "%22")
