"""Pictures inside the report: each file once, as a data URI, as many as there is room for. Those left out are told, never linked to the network."""

from __future__ import annotations

import base64
from pathlib import Path

ROOM = 17_500_000  # characters of data URIs in one report of up to 200 variants
_WORDS = 30_000  # characters of a variant without its pictures, about


def room(variants: int) -> int:
    """Characters for pictures, so that pictures and words of so many variants stay under 25 MB as long as they can."""
    return max(3_000_000, ROOM - max(0, variants - 200) * _WORDS)


class Album:
    """Hands out a picture's name in the page; `taken` maps each name to its data URI."""

    def __init__(self, folder: Path, room: int = ROOM) -> None:
        self._folder, self._room = folder, room
        self._names: dict[str, str] = {}
        self.taken: dict[str, str] = {}
        self.left_out = 0

    def take(self, name: str) -> str:
        """The name of a picture of the run's folder, "" when it is missing, no picture, or there is no room for it."""
        if not name:
            return ""
        if name not in self._names:
            self._names[name] = self._read(name)
        return self._names[name]

    def _read(self, name: str) -> str:
        file = self._folder / name
        try:
            if not file.resolve().is_relative_to(self._folder.resolve()):
                return ""
            content = file.read_bytes()
        except OSError:
            return ""
        kind = _kind(content)
        if not kind:
            return ""
        if len(content) * 4 // 3 > self._room:
            self.left_out += 1
            return ""
        uri = f"data:{kind};base64,{base64.b64encode(content).decode('ascii')}"
        self._room -= len(uri)
        key = f"p{len(self.taken)}"
        self.taken[key] = uri
        return key


def _kind(content: bytes) -> str:
    """By its first bytes, not by its name."""
    if content.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if content.startswith(b"\x89PNG\r\n"):
        return "image/png"
    return "image/webp" if content[:4] == b"RIFF" and content[8:12] == b"WEBP" else ""
