"""How loud things are beside one another: levels as people say them, and music set under a voice."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ugcflow.errors import StepError
from ugcflow.studio.footage import Footage
from ugcflow.studio.timeline import Timeline

UNDER_VOICE = -18.0  # dB: where music lies under somebody speaking unless asked otherwise
ALONE = 0.0  # dB: where nobody speaks
LOUDER, QUIETER = 4.0, -6.0  # dB of "louder" and "quieter"
DUCK = -10.0  # dB music steps back while somebody speaks
_FLOOR, _GATE = -60.0, -10.0  # dBFS below which nothing counts; dB under the mean, as R 128 gates
_MOST = 400.0  # percent


@dataclass(frozen=True, slots=True)
class Level:
    """A level asked for: `db` to go to (`to`), or to change by. Silence is -inf."""

    db: float
    to: bool


def level(asked: object) -> Level:
    """From "30%" (to), "+20%" (by), "-6 dB" (by), "up", "down", 0.3 (to). Raises StepError for what is none of these."""
    if isinstance(asked, int | float) and not isinstance(asked, bool):
        return Level(_decibels(float(asked) * 100), to=True)
    text = str(asked).strip().lower().replace("−", "-")
    if text in ("up", "+", "louder"):
        return Level(LOUDER, to=False)
    if text in ("down", "-", "quieter"):
        return Level(QUIETER, to=False)
    found = re.fullmatch(r"([+-]?)\s*(\d+(?:\.\d+)?)\s*(%|db)?", text)
    if not found:
        raise StepError(f"{asked} is no level", do="say it as 30%, +20%, -6 dB, up or down")
    sign, number, unit = found[1], float(found[2]), found[3] or "%"
    if unit == "db":
        return Level(max(-60.0, min(24.0, -number if sign == "-" else number)), to=False)
    if sign:
        return Level(_decibels(100 + (number if sign == "+" else -number)), to=False)
    return Level(_decibels(number), to=True)


def under_voice(timeline: Timeline, media: str, footage: Footage) -> float:
    """The gain in dB that makes a sound as loud as the voice of the edit (0 when the edit has no sound to compare with)."""
    voice = voice_level(timeline, footage)
    own = loudness(footage.energy(media))
    if voice is None or own is None:
        return 0.0
    return max(-40.0, min(12.0, voice - own))


def voice_level(timeline: Timeline, footage: Footage) -> float | None:
    """How loud the footage's own sound is in dBFS where it is not still, its gain counted; None without any."""
    levels: list[float] = []
    for clip in timeline.clips:
        medium = timeline.media[clip.media]
        if medium.has_audio and not clip.muted:
            heard = footage.energy(clip.media)[clip.source // 10 : clip.source_end // 10]
            levels += [e + clip.gain_db for e in heard]
    return loudness(levels)


def loudness(levels: Sequence[float] | Iterable[float]) -> float | None:
    """The mean power of 10 ms levels in dBFS, gated as R 128 does it, unweighted; None for silence."""
    powers = [10 ** (e / 10) for e in levels if e > _FLOOR]
    if not powers:
        return None
    gate = sum(powers) / len(powers) * 10 ** (_GATE / 10)
    kept = [p for p in powers if p >= gate]
    return 10 * math.log10(sum(kept) / len(kept))


def _decibels(percent: float) -> float:
    if percent > _MOST or percent < 0:
        raise StepError(f"{percent:g} % is no level", do=f"ask for 0 to {_MOST:g} %")
    return 20 * math.log10(percent / 100) if percent > 0 else -math.inf
