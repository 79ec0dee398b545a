"""JSON files of a run's folder, read tolerantly: a report is made of what is there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def read(folder: Path, name: str) -> Any:
    """The JSON value of a file of the run's folder, None when there is none that can be read. Never reads outside the folder."""
    if not name:
        return None
    try:
        file = (folder / name).resolve()
        return json.loads(file.read_text(encoding="utf-8")) if file.is_relative_to(folder.resolve()) else None
    except (OSError, ValueError):
        return None


def waveform(folder: Path, name: str, points: int = 700) -> dict[str, Any] | None:
    """`{"ms": step, "p": [0…100]}` with at most `points` peaks."""
    data = read(folder, name)
    peaks = data.get("peaks") if isinstance(data, dict) else None
    if not isinstance(peaks, list) or not peaks or not _number(data.get("ms")):
        return None
    by = max(1, -(-len(peaks) // points))
    thin = [max((p for p in peaks[i : i + by] if _number(p)), default=0) for i in range(0, len(peaks), by)]
    return {"ms": data["ms"] * by, "p": [round(100 * min(1, max(0, p))) for p in thin]}


def loudness(folder: Path, name: str, points: int = 400) -> dict[str, Any] | None:
    """`{"ms": step, "m": momentary, "s": short term}` in LUFS, None where there is nothing to hear."""
    data = read(folder, name)
    if not isinstance(data, dict) or not _number(data.get("ms")):
        return None
    curves = {
        k: data[long] for k, long in (("m", "momentary"), ("s", "short_term")) if isinstance(data.get(long), list)
    }
    if not curves:
        return None
    by = max(1, -(-max(len(c) for c in curves.values()) // points))
    thin = {k: [v if _number(v) else None for v in c[::by]] for k, c in curves.items()}
    return {"ms": data["ms"] * by, **thin}


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
