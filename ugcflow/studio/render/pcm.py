"""Sources as plain samples: 48 kHz stereo floats on disk, read through a memory map, so that length costs no memory."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ugcflow.studio import ffmpeg
from ugcflow.studio.media.container import opening

if TYPE_CHECKING:
    import numpy as np

    Samples = np.ndarray[Any, np.dtype[np.float32]]

HERTZ = 48000
BLOCK = 10 * HERTZ


def decode(
    file: Path, to: Path, *, speed: Fraction, seconds: float | None, env: Mapping[str, str] | None = None
) -> None:
    """Write `file`'s first sound stream to `to`, from the moment its container begins, faster by `speed` with its pitch kept.

    Gaps in the timestamps become silence, so a sample's place is its time.
    """
    steps = [f"aresample={HERTZ}:async=1:first_pts=0", "aformat=sample_fmts=flt:channel_layouts=stereo"]
    if speed != 1:
        steps.append(_tempo(speed))
    ffmpeg.run(
        [*(["-t", f"{seconds:.6f}"] if seconds else []), "-threads", "1", *opening(file), "-map", "0:a:0", "-af", ",".join(steps),
         "-ac", "2", "-ar", str(HERTZ), "-c:a", "pcm_f32le", "-f", "f32le", str(to.absolute())],
        env=env,
    )  # fmt: skip


def _tempo(speed: Fraction) -> str:
    """atempo keeps time exactly and takes factors of 0.5 to 100; slower than half goes in steps."""
    factor, steps = speed, []
    while factor < Fraction(1, 2):
        steps.append("atempo=0.5")
        factor *= 2
    return ",".join([*steps, f"atempo={float(factor):.6f}"])


def opened(file: Path) -> Samples:
    """The samples of such a file, (n, 2), not read until touched."""
    import numpy as np

    if not file.stat().st_size:
        return np.zeros((0, 2), dtype=np.float32)
    return np.memmap(file, dtype=np.float32, mode="r").reshape(-1, 2)


def piece(samples: Samples, first: int, count: int, *, loop: bool = False) -> Samples:
    """`count` samples from `first`, silence where there are none; `loop` starts over at the end."""
    import numpy as np

    out = np.zeros((count, 2), dtype=np.float32)
    total = len(samples)
    if loop and total:
        at = 0
        while at < count:
            begin = (first + at) % total
            part = samples[begin : begin + count - at]
            out[at : at + len(part)] = part
            at += len(part)
        return out
    begin, end = max(0, first), min(total, first + count)
    if end > begin:
        out[begin - first : end - first] = samples[begin:end]
    return out
