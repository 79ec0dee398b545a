"""Loudness of a file by EBU R 128, measured by ffmpeg's ebur128 filter."""

from __future__ import annotations

import math
import os
from dataclasses import dataclass
from pathlib import Path

from ugcflow.session import Loudness
from ugcflow.studio import ffmpeg
from ugcflow.studio.media.container import opening

STEP_MS = 100
_GATE = -70.0  # LUFS, the absolute gate of BS.1770: what never rises above it has no loudness


@dataclass(frozen=True, slots=True)
class Curve:
    """Loudness over time, one value each STEP_MS, LUFS; None where it is below -70 LUFS."""

    momentary: tuple[float | None, ...] = ()
    short_term: tuple[float | None, ...] = ()


def measure(file: Path) -> tuple[Loudness, Curve]:
    """Loudness of the whole first sound track, and its course. All None for silence."""
    arguments = opening(file)
    arguments += ["-map", "0:a:0", "-vn", "-af", "ebur128=peak=true:metadata=1,ametadata=print:file=-", "-f", "null"]
    arguments += [os.devnull]
    return _read(ffmpeg.run(arguments).decode())


def _read(text: str) -> tuple[Loudness, Curve]:
    """The filter's metadata, a `key=value` a line; I, LRA and the peak are running figures whose last is the whole file's."""
    momentary: list[float | None] = []
    short: list[float | None] = []
    last: dict[str, float] = {}
    for line in text.splitlines():
        key, found, value = line.partition("=")
        if not found or not key.startswith("lavfi.r128."):
            continue
        name, number = key.removeprefix("lavfi.r128."), _number(value)
        last[name] = number
        if name == "M":
            momentary.append(_level(number))
        elif name == "S":
            short.append(_level(number))
    return _whole(last), Curve(tuple(momentary), tuple(short))


def _whole(last: dict[str, float]) -> Loudness:
    integrated = last.get("I", _GATE)
    if not integrated > _GATE:
        return Loudness(None, None, None)
    peak = last.get("true_peak", 0.0)
    return Loudness(
        round(integrated, 2), round(last.get("LRA", 0.0), 2), round(20 * math.log10(peak), 2) if peak > 0 else None
    )


def _level(value: float) -> float | None:
    return round(value, 1) if value > _GATE else None


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return float("nan")
