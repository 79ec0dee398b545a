"""Analyses of footage, kept by the content they are of, so nothing is measured twice on one machine."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

_BLOCK = 1 << 20


def sha256(file: Path) -> str:
    """SHA-256 of a file's bytes, in hex. Remembered while its size and time of change stay the same."""
    facts = file.stat()
    return _sha256(file.resolve(), facts.st_size, facts.st_mtime_ns)


@lru_cache(maxsize=4096)
def _sha256(file: Path, size: int, changed: int) -> str:
    digest = hashlib.sha256()
    with open(file, "rb") as stream:
        while block := stream.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def default_folder() -> Path:
    """`$UGCFLOW_CACHE`, or the user's cache folder."""
    import platformdirs

    return Path(os.environ.get("UGCFLOW_CACHE") or platformdirs.user_cache_dir("ugcflow", appauthor=False))


class Cache:
    """JSON values under `folder`/analyses, keyed by content, analysis and version.

    A folder that can't be written costs time, never a run: then everything is measured anew.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = (folder or default_folder()) / "analyses"

    def get(self, content: str, analysis: str, version: int) -> Any | None:
        """The value kept, None when there is none or it can't be read."""
        try:
            entry = json.loads(self._file(content, analysis, version).read_text("utf-8"))
            return entry["value"] if entry["content"] == content else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def measure(self, content: str, analysis: str, version: int, make: Callable[[], Any]) -> Any:
        """The value kept, else what `make` returns, kept from now on; only one process makes it at a time."""
        found = self.get(content, analysis, version)
        if found is not None:
            return found
        file = self._file(content, analysis, version)
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
        except OSError:
            return make()
        from filelock import FileLock

        lock = FileLock(file.with_suffix(".lock"))
        try:
            lock.acquire()
        except OSError:
            return make()
        try:
            found = self.get(content, analysis, version)
            if found is None:
                found = make()
                _write(file, {"content": content, "value": found})
            return found
        finally:
            lock.release()

    def _file(self, content: str, analysis: str, version: int) -> Path:
        return self.folder / content[:2] / content / f"{analysis}-{version}.json"


def _write(file: Path, entry: dict[str, Any]) -> None:
    """Whole or not at all, under its final name."""
    try:
        handle, temporary = tempfile.mkstemp(dir=file.parent, suffix=".part")
    except OSError:
        return
    try:
        with open(handle, "w", encoding="utf-8") as stream:
            json.dump(entry, stream, separators=(",", ":"), ensure_ascii=False)
        os.replace(temporary, file)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
