"""The sound of a file as samples: 16 kHz mono, streamed, on the same clock as the picture."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ugcflow.studio import ffmpeg
from ugcflow.studio.media.container import opening

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RATE = 16_000
BLOCK = 10 * RATE
SILENCE = -100.0  # dBFS, the floor of what is reported


def pcm(file: Path, rate: int = RATE) -> Iterator[NDArray[np.float32]]:
    """The first sound track in blocks of up to 10 s, -1…1. Its time 0 is the file's: a track that starts late begins with silence."""
    import numpy as np

    arguments = opening(file)
    arguments += ["-map", "0:a:0", "-vn", "-sn", "-dn", "-af", "aresample=async=1:first_pts=0", "-ac", "1"]
    arguments += ["-ar", str(rate), "-f", "s16le", "pipe:1"]
    for block in ffmpeg.stream(arguments, 10 * rate * 2):
        yield np.frombuffer(block, np.int16).astype(np.float32) / np.float32(32768)


def energy(file: Path) -> list[float]:
    """RMS of each 10 ms in dBFS, one decimal, -100 at least."""
    import numpy as np

    levels: list[float] = []
    step = RATE // 100
    for block in pcm(file):
        padded = np.pad(block, (0, -len(block) % step)).reshape(-1, step)
        power = np.maximum((padded.astype(np.float64) ** 2).mean(axis=1), 10 ** (SILENCE / 10))
        levels += [round(float(level), 1) for level in 10 * np.log10(power)]
    return levels


def decibels(amplitude: float) -> float:
    """20·log10 of an amplitude 0…1, -100 at least."""
    return max(SILENCE, 20 * math.log10(amplitude)) if amplitude > 0 else SILENCE


def peaks(file: Path, step: int) -> list[float]:
    """The greatest amplitude, 0…1, in each `step` ms."""
    import numpy as np

    size = RATE * step // 1000
    found: list[float] = []
    rest = np.zeros(0, np.float32)
    for block in pcm(file):
        rest = np.concatenate([rest, np.abs(block)])
        whole = len(rest) // size * size
        found += [round(float(p), 3) for p in rest[:whole].reshape(-1, size).max(axis=1)] if whole else []
        rest = rest[whole:]
    return [*found, round(float(rest.max()), 3)] if len(rest) else found
