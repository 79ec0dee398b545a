"""What came out of an export; what it must be is `ugcflow.output`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Exported:
    """A finished file under its final name.

    `seconds` is the length of what is in the file. `draft` is the copy that was rendered when it differs from the edit's own (another shape); `asked_elsewhere` lists what this editor could
    not be told and must be checked on the file (the cloud: size, rate, loudness).
    """

    output: str
    file: Path
    sha256: str
    bytes: int
    seconds: float
    draft: dict[str, Any] | None = None
    warnings: tuple[str, ...] = ()
    asked_elsewhere: tuple[str, ...] = ()
