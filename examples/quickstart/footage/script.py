"""The script of the clip: what is said, how long the pauses are, and which camera set-up sees it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml


@dataclass(frozen=True)
class Line:
    """One thing said in one breath."""

    text: str
    speak: str
    pause: float
    """Seconds of silence after it."""
    shot: str
    pace: float = 1.0
    flub: bool = False
    """A sentence broken off, to be said again."""


@dataclass(frozen=True)
class Script:
    lines: tuple[Line, ...]
    lead_in: float
    """Seconds before the first word."""


def read(path: Path) -> Script:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    lines = tuple(Line(**{"speak": line["text"], **line}) for line in data["lines"])
    return Script(lines, data["lead_in"])
