"""How far music steps back, moment by moment: not at all without a voice, all the way while one speaks, and gently between."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from ugcflow.studio.render.pcm import HERTZ

if TYPE_CHECKING:
    import numpy as np

    from ugcflow.studio.render.pcm import Samples

    Curve = np.ndarray[Any, np.dtype[np.float64]]

HOP = HERTZ // 100  # 10 ms
_AHEAD, _HOLD = 15, 40  # hops: music is down 150 ms before a word, and stays so over pauses of 400 ms
_ATTACK, _RELEASE = 15, 50  # hops of the slopes down and up
_FLOOR_DB = -50.0  # a voice softer than this is room noise
_BELOW_LOUD_DB = 24.0  # or one that much below the loud parts


def envelope(voice: Iterable[tuple[int, Samples]]) -> Curve:
    """How present a voice is, 0…1 for each 10 ms, from blocks of its samples (whole hops but the last)."""
    import numpy as np

    levels = np.concatenate([_levels(block) for _, block in voice] or [np.zeros(1)])
    loud = float(np.percentile(levels, 95))
    speaking = levels > max(_FLOOR_DB, loud - _BELOW_LOUD_DB)
    wide = _spread(speaking, _AHEAD + _ATTACK, _HOLD)
    return _sloped(wide)


def gain(curve: Curve, duck_db: float, start: int, count: int) -> Samples:
    """The factor for `count` samples from `start`, shaped (count, 1)."""
    import numpy as np

    at = np.arange(start, start + count, dtype=np.float64) / HOP - 0.5
    db = np.interp(at, np.arange(len(curve)), curve) * duck_db
    return np.power(10.0, db / 20.0).astype(np.float32)[:, None]


def _levels(block: Samples) -> Curve:
    import numpy as np

    whole = np.zeros((-(-len(block) // HOP) * HOP, 2), dtype=np.float64)
    whole[: len(block)] = block
    power = np.square(whole).reshape(-1, HOP * 2).mean(axis=1)
    return 10.0 * np.log10(power + 1e-12)  # type: ignore[no-any-return]


def _spread(
    active: np.ndarray[Any, np.dtype[np.bool_]], ahead: int, behind: int
) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Each active hop widened by `ahead` hops before it and `behind` after it."""
    import numpy as np

    edges = np.zeros(len(active) + 1, dtype=np.int64)
    at = np.flatnonzero(active)
    np.add.at(edges, np.maximum(at - ahead, 0), 1)
    np.add.at(edges, np.minimum(at + behind + 1, len(active)), -1)
    return np.cumsum(edges[:-1]) > 0


def _sloped(active: np.ndarray[Any, np.dtype[np.bool_]]) -> Curve:
    """Steps turned into slopes that end where they should: down within the attack, up over the release, eased at both ends."""
    import numpy as np

    level, out = 0.0, np.zeros(len(active))
    for i, on in enumerate(active):
        level = min(1.0, level + 1 / _ATTACK) if on else max(0.0, level - 1 / _RELEASE)
        out[i] = level
    return out * out * (3 - 2 * out)
