"""Where in the picture its subject is: skin that moves, found on a few small frames. Cheap, the same every time, and no face detector."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

VERSION = 1
_SIDE = 160  # px: the longer side frames are looked at in
_LOOKS = 6  # places looked at, two frames each
_APART = 0.2  # s between the two frames of a place
_LEAST, _MOST = 0.004, 0.35  # share of the picture that may be skin for skin to tell anything
_SPREAD = 0.17  # of the picture's side: a subject spread wider than this is everywhere


def subject(path: Path, start: int, end: int) -> tuple[float, float] | None:
    """The middle of the subject as x, y in 0…1 of the displayed picture between `start` and `end` ms; None when nothing stands out.

    Skin by its chroma (Cb 77-127, Cr 133-173 after Chai & Ngan 1999), weighed by how much it moves: wood and walls keep still.
    """
    import numpy as np

    found = []
    for first, second in _pairs(path, start / 1000, end / 1000):
        weight = _weight(first, second)
        if weight is not None:
            found.append(_middle(weight))
    if not found:
        return None
    xs, ys, spreads = (np.array(column) for column in zip(*found, strict=True))
    if float(np.median(spreads)) > _SPREAD:
        return None
    x, y = float(np.median(xs)), float(np.median(ys))
    return round(x, 2), round(y, 2)


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


def _pairs(path: Path, start: float, end: float) -> Iterator[tuple[Any, Any]]:
    """Two frames a little apart at each of a few places: (luma, Cb, Cr) as displayed."""
    import av

    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        stream.thread_type = "AUTO"
        base = float(stream.time_base)
        origin = float((stream.start_time or 0) * stream.time_base)
        seen: float | None = None
        for i in range(_LOOKS):
            at = start + (end - start) * (i + 0.5) / _LOOKS
            container.seek(int((origin + at) / base), stream=stream)
            pair: list[Any] = []
            first = 0.0
            for frame in container.decode(stream):
                shown = float((frame.pts or 0) * base) - origin
                if not pair and ((seen is not None and shown <= seen and shown < at) or shown < start):
                    continue  # a key frame that was looked at before: go on to the place itself
                if not pair or shown >= first + _APART:
                    first = first if pair else shown
                    pair.append(_planes(frame))
                if len(pair) == 2:
                    seen = first
                    yield pair[0], pair[1]
                    break


def _planes(frame: Any) -> tuple[Any, Any, Any]:
    import numpy as np

    scale = _SIDE / max(frame.width, frame.height)
    width, height = max(2, round(frame.width * scale / 2) * 2), max(2, round(frame.height * scale / 2) * 2)
    image = frame.reformat(width=width, height=height, format="yuv444p").to_ndarray()
    turns = round(getattr(frame, "rotation", 0) / 90) % 4
    return tuple(np.rot90(plane, turns) for plane in image)
