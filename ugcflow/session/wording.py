"""How times, levels and quotations are written for people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def seconds(ms: int) -> str:
    """`29.4` from 29400, `3` from 3000: a tenth at most, and no more than is needed."""
    return f"{ms / 1000:.1f}".removesuffix(".0")


def clock(ms: int) -> str:
    """`29.4 s`, and from two minutes on `2:05`."""
    return f"{seconds(ms)} s" if ms < 120_000 else f"{ms // 60_000}:{ms % 60_000 // 1000:02d}"


def span(start: int, end: int) -> str:
    """`0-29.4s`, as the summaries people know write it."""
    return f"{seconds(start)}-{seconds(end)}s"


def between(start: int, end: int) -> str:
    """`0–3 s`, in running text."""
    return f"{seconds(start)}–{seconds(end)} s"


def quoted(text: str, limit: int = 60) -> str:
    """The text in quotation marks, on one line, shortened in the middle of nowhere at `limit` characters."""
    line = " ".join(text.split())
    return f"“{line}”" if len(line) <= limit else f"“{line[: limit - 1].rstrip()}…”"


def share(more: Mapping[str, Any]) -> str:
    """A sound's level as its draft states it: `35%` from a share of 0…1 (or a percentage), `-18 dB` from decibels, "" if neither."""
    for name in ("volume", "vol", "v"):
        value = more.get(name)
        if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 400:
            return f"{round(value * 100 if value <= 2 else value)}%"
    value = more.get("gain_db")
    if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) >= 0.05:
        return decibels(value)
    return ""


def decibels(value: float) -> str:
    """`-18 dB`, `+3.5 dB`."""
    return f"{value:+.1f}".removesuffix(".0").replace("-", "−") + " dB"
