"""Server-sent events: bytes in, frames out. No I/O, no clock, no JSON.

Follows the event-stream grammar of the WHATWG HTML standard (lines end in CR, LF or CRLF; a BOM may come first; an empty line ends a frame), with
three differences that a long talk with an agent needs: comments and frames with empty data come out too, because they mean "still working"; a
last frame whose empty line is missing comes out at the end; and a frame above `limit` bytes is skipped, not kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

LIMIT = 8 * 1024 * 1024
_LINE_END = re.compile(rb"\r\n|\r|\n")
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame. `comment` marks a comment line (its `data` is the comment). `retry` is in ms, None where it was not given."""

    data: str = ""
    event: str = ""
    id: str = ""
    retry: int | None = None
    comment: bool = False


class Decoder:
    """Feed it bytes, split anywhere, even inside a character or a CRLF. `skipped` counts frames above the limit."""

    def __init__(self, limit: int = LIMIT) -> None:
        self.skipped = 0
        self._limit = limit
        self._first = True
        self._after_cr = False
        self._line: list[bytes] = []
        self._length = 0  # bytes of the unfinished line
        self._begin()
        self._id = ""

    def feed(self, chunk: bytes) -> list[Frame]:
        """The frames that `chunk` completes."""
        if not chunk:
            return []
        if self._after_cr and chunk.startswith(b"\n"):
            chunk = chunk[1:]
        self._after_cr = chunk.endswith(b"\r")
        *whole, rest = _LINE_END.split(chunk)
        frames: list[Frame] = []
        for piece in whole:
            self._keep(piece)
            frames += self._end_line()
        self._keep(rest)
        return frames

    def finish(self) -> list[Frame]:
        """The frame that the end of the stream completes, if there is one."""
        return [*self._end_line(), *self._dispatch()]

    def _begin(self) -> None:
        self._data: list[str] = []
        self._event = ""
        self._retry: int | None = None
        self._worth = False  # has a data or event field: not just an id or a retry
        self._size = 0  # bytes of its lines so far, comments left out

    def _keep(self, piece: bytes) -> None:
        self._length += len(piece)
        if piece and self._size + self._length <= self._limit:
            self._line.append(piece)

    def _end_line(self) -> list[Frame]:
        raw, length = b"".join(self._line), self._length
        self._line.clear()
        self._length = 0
        if self._first:
            self._first = False
            raw = raw.removeprefix(_BOM)
        if raw.startswith(b":"):
            return [Frame(raw[1:].decode("utf-8", "replace").removeprefix(" "), comment=True)]
        self._size += length
        if not length or raw == b"":
            return [] if length and self._size > self._limit else self._dispatch()
        if self._size <= self._limit:
            self._field(*raw.decode("utf-8", "replace").split(":", 1))
        return []

    def _field(self, name: str, value: str = "") -> None:
        value = value.removeprefix(" ")
        if name == "data":
            self._data.append(value)
            self._worth = True
        elif name == "event":
            self._event = value
            self._worth = True
        elif name == "id" and "\0" not in value:
            self._id = value
        elif name == "retry" and value.isascii() and value.isdigit():
            self._retry = int(value)

    def _dispatch(self) -> list[Frame]:
        frame = Frame("\n".join(self._data), self._event, self._id, self._retry)
        worth, skipped = self._worth, self._size > self._limit
        self._begin()
        self.skipped += skipped
        return [frame] if worth and not skipped else []
