"""Loudness of what is heard at last, after the encoder: measured, corrected, and measured again (EBU R 128, BS.1770)."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ugcflow.session.facts import Loudness
from ugcflow.studio import ffmpeg
from ugcflow.studio.render.encoder import EXACT
from ugcflow.studio.render.pcm import HERTZ

AIM, ROUNDS = 0.15, 7  # LU off that is good enough, and tries to get there
_SILENCE = -69.0  # LUFS: the gate of R 128 leaves nothing to measure below -70
_HEADROOM = 0.4  # dB that an encoder may add to a peak


@dataclass(frozen=True, slots=True)
class Target:
    """What the sound must be: `loudness` in LUFS (None: as it is), peaks at most `peak` dBTP."""

    loudness: float | None
    peak: float


def measure(source: list[str], before: str = "") -> Loudness:
    """Of the input these ffmpeg arguments open, after the filters `before`. None for the loudness of silence."""
    printed = ffmpeg.run(
        [
            *source,
            "-map",
            "0:a:0",
            "-af",
            before + "ebur128=metadata=1:peak=true,ametadata=mode=print:file=-",
            "-f",
            "null",
            os.devnull,
        ]
    ).decode()
    last = dict(
        line.split("=", 1) for line in printed[-2000:].splitlines() if line.startswith("lavfi.") and "=" in line
    )
    integrated, peak = float(last.get("lavfi.r128.I", "-inf")), float(last.get("lavfi.r128.true_peak", "0"))
    if integrated < _SILENCE:
        return Loudness(None, None, _db(peak) if peak > 0 else None)
    return Loudness(integrated, float(last.get("lavfi.r128.LRA", "0")), _db(peak))


def settle(
    raw: Path, total: int, target: Target, encode: list[str], to: Path, on_round: Callable[[int], None]
) -> Loudness:
    """Encode the samples of `raw` to `to` so that the encoded sound meets the target; returns what it measures.

    The best of a few rounds is kept: each corrects the gain by what the last one missed, and the ceiling by what its peaks overshot.
    """
    opened = ["-f", "f32le", "-ar", str(HERTZ), "-ac", "2", "-i", str(raw.absolute())]
    heard = measure(opened)
    wanted = target.loudness if heard.integrated is not None else None
    gain, ceiling = _missing(wanted, heard), target.peak - _HEADROOM
    loud = heard.true_peak is not None and heard.true_peak + gain > ceiling
    if loud:
        gain = _rehearsed(opened, gain, ceiling, wanted, total, on_round)
    best, kept, attempt = float("inf"), heard, to.with_name(f"try-{to.name}")
    for turn in range(ROUNDS):
        on_round(turn)
        chain = _chain(gain, ceiling if loud else None, total)
        ffmpeg.run([*_deterministic(), *opened, "-af", chain, *encode, str(attempt.absolute())])
        now = measure(["-i", str(attempt.absolute())])
        off = abs(_missing(wanted, now))
        over = max(0.0, (now.true_peak or -99.0) - target.peak) if loud else 0.0
        miss = off + (10 + over if over else 0.0)  # a peak too high is worse than any loudness
        if miss < best:
            best, kept = miss, now
            os.replace(attempt, to)
        if off <= AIM + 0.05 * turn and not over:
            break
        gain += _missing(wanted, now)
        ceiling -= over + 0.15 if over else 0.0
    attempt.unlink(missing_ok=True)
    return kept


def _rehearsed(
    opened: list[str], gain: float, ceiling: float, wanted: float | None, total: int, on_round: Callable[[int], None]
) -> float:
    """The gain at which the limited sound meets the target, found before anything is encoded: that is four times as quick."""
    for turn in range(ROUNDS):
        on_round(0)
        now = measure(opened, _chain(gain, ceiling, total) + ",")
        missing = _missing(wanted, now)
        gain += missing
        if abs(missing) <= AIM / 3 or turn == ROUNDS - 1:
            break
    return gain


def _missing(wanted: float | None, now: Loudness) -> float:
    return wanted - now.integrated if wanted is not None and now.integrated is not None else 0.0


def _chain(gain: float, ceiling: float | None, total: int) -> str:
    """Gain, and a limiter that works at four times the rate, so that it sees the peaks between samples."""
    steps = [f"volume={gain:.3f}dB:precision=float"]
    if ceiling is not None:
        limit = 10 ** (ceiling / 20)
        steps += [
            f"aresample={4 * HERTZ}",
            f"alimiter=limit={limit:.5f}:attack=2:release=60:level=0:latency=1",
            f"aresample={HERTZ}",
        ]
    return ",".join([*steps, f"apad,atrim=end_sample={total}"])


def _deterministic() -> list[str]:
    """Without the processor's own instructions: they round differently from one machine to the next."""
    return ["-cpuflags", "0", "-filter_threads", "1"]


def _db(peak: float) -> float:
    import math

    return 20 * math.log10(peak) if peak > 0 else -99.0


AAC = (
    "-c:a",
    "aac",
    "-b:a",
    "192k",
    "-threads",
    "1",
    "-movie_timescale",
    str(HERTZ),
    "-flags:a",
    "+bitexact",
    *EXACT[2:],
    "-f",
    "ipod",
)
ENCODERS = {
    "m4a": AAC, "mp4": AAC, "mov": AAC, "webm": ("-c:a", "libopus", "-b:a", "160k", "-threads", "1", *EXACT[2:], "-f", "webm"),
    "mp3": ("-c:a", "libmp3lame", "-b:a", "256k", "-threads", "1", *EXACT[2:], "-f", "mp3"),
    "wav": ("-c:a", "pcm_s16le", *EXACT[2:], "-f", "wav"),
}  # fmt: skip
