"""Where in the picture its subject is: skin that moves, found on a few small frames. Cheap, the same every time, and no face detector."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any

VERSION = 2
_SIDE = 160  # px: the longer side frames are looked at in
_LOOKS = 6  # places looked at, at most
_GRID = 4000  # ms between places
_NEAR = 5.0  # s: a key frame this near a place stands for it
_APART = 0.2  # s between the two frames of a place
_LEAST, _MOST = 0.004, 0.35  # share of the picture that may be skin for skin to tell anything
_SPREAD = 0.17  # of the picture's side: a subject spread wider than this is everywhere


def look(path: Path, at: int) -> tuple[float, float, float] | None:
    """The middle of the subject as x, y in 0…1 of the displayed picture about `at` ms, and how wide it spreads; None when there is none.

    Skin by its chroma (Cb 77-127, Cr 133-173 after Chai & Ngan 1999), weighed by how much it moves: wood and walls keep still.
    """
    pair = _pair(path, at / 1000)
    weight = _weight(*pair) if pair else None
    return None if weight is None else _middle(weight)


def together(looks: Sequence[tuple[float, float, float] | None]) -> tuple[float, float] | None:
    """Where the subject stands in most of the looks; None when it is nowhere, or everywhere."""
    found = [seen for seen in looks if seen]
    if 2 * len(found) < len(looks) or not found or median(spread for _, _, spread in found) > _SPREAD:
        return None
    return round(median(x for x, _, _ in found), 2), round(median(y for _, y, _ in found), 2)


def instants(start: int, end: int) -> list[int]:
    """Where to look between `start` and `end` ms: on a grid of the source's own, so that another cut looks at the same places."""
    grid = list(range(start // _GRID, max(start, end - 1) // _GRID + 1))
    step = max(1, -(-len(grid) // _LOOKS))
    return [i * _GRID + _GRID // 2 for i in grid[step // 2 :: step]]


def _weight(first: Any, second: Any) -> Any:
    import numpy as np

    luma, cb, cr = first
    skin = (cb >= 77) & (cb <= 127) & (cr >= 133) & (cr <= 173) & (luma > 40)
    share = float(skin.mean())
    if not _LEAST <= share <= _MOST:
        return None
    moved = np.abs(luma.astype(np.int16) - second[0].astype(np.int16)).astype(np.float64)
    scale = float(np.percentile(moved, 95)) or 1.0
    return skin * (0.35 + np.minimum(1.0, moved / scale))


def _middle(weight: Any) -> tuple[float, float, float]:
    """The weighted median across and the upper third down (a head is above its hands), and how wide it spreads."""
    import numpy as np

    across, down = weight.sum(axis=0), weight.sum(axis=1)
    x, y = _at(across, 0.5), _at(down, 0.35)
    places = (np.arange(len(across)) + 0.5) / len(across)
    spread = float(np.average(np.abs(places - x), weights=across))
    return x, y, spread


def _at(weights: Any, share: float) -> float:
    import numpy as np

    total = np.cumsum(weights)
    return float((np.searchsorted(total, share * total[-1]) + 0.5) / len(weights))


def _pair(path: Path, at: float) -> tuple[Any, Any] | None:
    """The key frame before `at` s (the frame itself where key frames are far apart) and one a little later: luma, Cb and Cr."""
    import av

    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        stream.thread_type = "AUTO"
        base = float(stream.time_base)
        origin = float((stream.start_time or 0) * stream.time_base)
        container.seek(int((origin + at) / base), stream=stream)
        first, began = None, 0.0
        for frame in container.decode(stream):
            shown = float((frame.pts or 0) * base) - origin
            if first is None:
                if shown < at - _NEAR:
                    continue
                first, began = _planes(frame), shown
            elif shown >= began + _APART:
                return first, _planes(frame)
    return None


def _planes(frame: Any) -> tuple[Any, Any, Any]:
    import numpy as np

    scale = _SIDE / max(frame.width, frame.height)
    width, height = max(2, round(frame.width * scale / 2) * 2), max(2, round(frame.height * scale / 2) * 2)
    image = frame.reformat(width=width, height=height, format="yuv444p").to_ndarray()
    turns = round(getattr(frame, "rotation", 0) / 90) % 4
    return tuple(np.rot90(plane, turns) for plane in image)
