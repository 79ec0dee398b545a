"""What counts as quiet in one recording: between its room and its speaker, both told from its own energy (dBFS per 10 ms)."""

from __future__ import annotations

from collections.abc import Sequence

from ugcflow.studio.media.speech import FRAME_MS

STEP_MS = 10
_CONTRAST = 12.0  # dB between speaker and room below which energy tells nothing (music, a loud street)


def quiet(energy: Sequence[float], voice: Sequence[float]) -> float | None:
    """The level, dBFS, below which nobody is speaking; None when speech does not stand out from what is around it."""
    spoken = sorted(e for e, v in _pairs(energy, voice) if v >= 0.8)
    if not spoken:
        return None
    speaker = spoken[len(spoken) * 7 // 10]
    around = sorted(e for e, v in _pairs(energy, voice) if v <= 0.1) or sorted(energy)[: len(energy) // 20 + 1]
    room = max(around[len(around) // 4], -75.0)  # a quarter, so one loud noise in a pause is not the room
    if speaker - room < _CONTRAST:
        return None
    return min(max(room + 6, speaker - 32), speaker - 10)


def sounding(energy: Sequence[float], threshold: float, start: int, end: int) -> tuple[int, int]:
    """The part of start…end (ms) between the first and the last sound at or above `threshold`; (end, start) when there is none."""
    loud = [i for i in range(max(0, start // STEP_MS), min(len(energy), -(-end // STEP_MS))) if energy[i] >= threshold]
    return (max(start, loud[0] * STEP_MS), min(end, (loud[-1] + 1) * STEP_MS)) if loud else (end, start)


def onset(energy: Sequence[float], threshold: float, at: int, reach: int) -> int:
    """Where the sound that goes on at `at` (ms) began, at most `reach` ms before."""
    index = min(at // STEP_MS, len(energy))
    while index * STEP_MS > at - reach and index > 0 and energy[index - 1] >= threshold:
        index -= 1
    return min(at, index * STEP_MS)


def _pairs(energy: Sequence[float], voice: Sequence[float]) -> list[tuple[float, float]]:
    """Each 10 ms with the chance of speech in it."""
    return [(e, voice[i * STEP_MS // FRAME_MS]) for i, e in enumerate(energy) if i * STEP_MS // FRAME_MS < len(voice)]
