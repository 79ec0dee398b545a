"""Files out of a multipart body (RFC 7578), written to disk as they come in: never whole in memory, hashed and counted on the way."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote
from uuid import uuid4

from python_multipart.exceptions import MultipartParseError
from python_multipart.multipart import MultipartParser, parse_options_header

from ugcflow.nemo import wire
from ugcflow.nemo.wire import Code
from ugcflow.service.refusal import Refusal

_LONGEST_NAME = 150  # characters


@dataclass(frozen=True, slots=True)
class Received:
    """One file on disk under a temporary name: what it was called, and what is in it."""

    part: Path
    name: str
    sha256: str
    bytes: int


class Receiver:
    """Takes one body. Files land in `folder` as `*.part`; whoever uses one renames it, `discard` removes the rest."""

    def __init__(self, folder: Path, largest: int, silence: float) -> None:
        self._folder, self._largest, self._silence = folder, largest, silence
        self.files: list[Received] = []
        self._stream: BinaryIO | None = None
        self._part = folder / "none"
        self._name = ""
        self._header, self._value = b"", b""
        self._ended = False

    async def receive(self, content_type: str, body: AsyncIterator[bytes]) -> list[Received]:
        """Every part named `files`. Raises Refusal 400 for a body that is broken, 4001 for a type not taken, 4002 for a file too large."""
        parser = self._parser(content_type)
        try:
            async for chunk in _in_time(body, self._silence):
                parser.write(chunk)
            parser.finalize()
        except MultipartParseError:
            raise Refusal(400, "the multipart body is broken") from None
        finally:
            self._close()
        if not self._ended or not self.files:
            raise Refusal(400, "the body ended early" if not self._ended else f"no part named {wire.UPLOAD_FIELD}")
        return self.files

    def discard(self) -> None:
        """Remove what was not used."""
        self._close()
        for left in {self._part, *(f.part for f in self.files)}:
            left.unlink(missing_ok=True)

    def _parser(self, content_type: str) -> MultipartParser:
        kind, options = parse_options_header(content_type)
        if kind != b"multipart/form-data" or not options.get(b"boundary"):
            raise Refusal(400, "send multipart/form-data, or JSON with urls")
        calls: dict[str, Callable[..., None]] = {
            "on_header_field": self._on_field, "on_header_value": self._on_value, "on_header_end": self._on_header,
            "on_part_begin": self._on_begin, "on_headers_finished": self._on_headers, "on_part_data": self._on_data,
            "on_part_end": self._on_end, "on_end": self._on_close,
        }  # fmt: skip
        return MultipartParser(options[b"boundary"], calls)  # type: ignore[arg-type]

    def _on_begin(self) -> None:
        self._name, self._header, self._value = "", b"", b""

    def _on_field(self, data: bytes, start: int, end: int) -> None:
        self._header += data[start:end]

    def _on_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def _on_header(self) -> None:
        if self._header.lower() == b"content-disposition":
            _, options = parse_options_header(self._value)
            if options.get(b"name") == wire.UPLOAD_FIELD.encode():
                self._name = safe_name(options.get(b"filename", b"").decode("utf-8", "replace"))
        self._header, self._value = b"", b""

    def _on_headers(self) -> None:
        if self._name:
            check_type(self._name)
            self._folder.mkdir(parents=True, exist_ok=True)
            self._part = self._folder / f".{uuid4().hex}.part"
            self._stream, self._digest, self._size = self._part.open("xb"), hashlib.sha256(), 0

    def _on_data(self, data: bytes, start: int, end: int) -> None:
        if self._stream:
            self._size += end - start
            if self._size > self._largest:
                raise too_large(self._largest)
            piece = memoryview(data)[start:end]
            self._digest.update(piece)
            self._stream.write(piece)

    def _on_end(self) -> None:
        if self._stream:
            self._close()
            self.files.append(Received(self._part, self._name, self._digest.hexdigest(), self._size))

    def _on_close(self) -> None:
        self._ended = True

    def _close(self) -> None:
        if self._stream:
            self._stream.close()
            self._stream = None


def safe_name(given: str) -> str:
    """The last part of a file name without anything a path could be made of; "" for none."""
    last = unquote(given).replace("\\", "/").rsplit("/", 1)[-1]
    plain = "".join(c for c in last if c.isprintable()).strip()
    if plain.strip(".") == "":
        return ""
    return plain if len(plain) <= _LONGEST_NAME else plain[-_LONGEST_NAME:]


def check_type(name: str) -> None:
    """Raises Refusal 4001 for a type the protocol does not take."""
    kind = name.rsplit(".", 1)[-1].lower().replace("jpeg", "jpg")
    if "." not in name or kind not in wire.FORMATS:
        raise Refusal(Code.FILE_TYPE, f"file type not supported: it takes {', '.join(wire.FORMATS)}")


def too_large(largest: int) -> Refusal:
    """What is said of a file over the limit."""
    return Refusal(Code.FILE_TOO_LARGE, f"file too large: over {largest // 2**20} MB")


async def _in_time(body: AsyncIterator[bytes], silence: float) -> AsyncIterator[bytes]:
    """The chunks of a body. Raises Refusal 408 when none comes for `silence` s."""
    chunks = aiter(body)
    while True:
        try:
            yield await asyncio.wait_for(anext(chunks), silence)
        except StopAsyncIteration:
            return
        except TimeoutError:
            raise Refusal(408, f"nothing of the body came for {silence:g} s") from None
