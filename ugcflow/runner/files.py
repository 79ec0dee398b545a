"""Files of a run that appear whole or not at all, and the folders they go to."""

from __future__ import annotations

import errno
import json
import os
import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ugcflow.errors import RenderError
from ugcflow.runner.failure import from_os


def write_json(file: Path, value: Any) -> None:
    """Write JSON under a temporary name beside `file`, then rename."""
    write_text(file, json.dumps(value, ensure_ascii=False, indent=1) + "\n")


def write_text(file: Path, text: str) -> None:
    """Write text under a temporary name beside `file`, flushed to disk, then rename."""
    file.parent.mkdir(parents=True, exist_ok=True)
    temporary = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        with temporary.open("w", encoding="utf-8") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(temporary, file)
    finally:
        temporary.unlink(missing_ok=True)


def prepare(out: Path) -> None:
    """Make the output folder and try it. Raises RenderError when nothing can be written there."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=out) as stream:
            stream.write(b"\0" * 65536)
            stream.flush()
    except OSError as error:
        if isinstance(error, FileExistsError | NotADirectoryError):
            file = next((p for p in (out, *out.parents) if p.is_file()), out)
            raise RenderError(
                f"the output folder can't be {out}: {file} is a file", do="name a folder with --out"
            ) from None
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise from_os(error, f"preparing the output folder {out}") from None
        why = (error.strerror or str(error)).lower()
        raise RenderError(
            f"nothing can be written to the output folder {out}: {why}", do="name another folder with --out"
        ) from None


def need_room(out: Path, wanted: int) -> None:
    """Raises RenderError when the disk under `out` has less than `wanted` bytes free."""
    free = shutil.disk_usage(out).free
    if free < wanted:
        raise RenderError(
            f"the disk is full: {megabytes(free)} free at {out}, this run needs about {megabytes(wanted)}",
            do="free some space, or name another folder with --out",
        )


def megabytes(size: int) -> str:
    """Bytes for people: `12 MB`, `640 kB`."""
    return f"{size / 1e6:.1f} MB".replace(".0 ", " ") if size >= 1e6 else f"{round(size / 1e3)} kB"


def new_run(out: Path) -> Path:
    """A new folder `runs/<UTC time>-<4 hex>` in the output folder."""
    while True:
        now = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
        folder = out / "runs" / f"{now}-{os.urandom(2).hex()}"
        try:
            folder.mkdir(parents=True)
        except FileExistsError:
            continue
        return folder
