"""Shapes of the picture: from a ratio as people write it to a canvas in pixels."""

from __future__ import annotations

import re

from ugcflow.errors import StepError
from ugcflow.studio.timeline import Timeline

_SHORT, _LONG = 1080, 1920
_KNOWN = "9:16, 4:5, 1:1 or 16:9"


def canvas(aspect: str, timeline: Timeline) -> tuple[int, int]:
    """Width and height for `aspect` ("9:16"; "original" for the first footage's own): 1080 on the short side, 1920 at most."""
    if aspect == "original":
        medium = timeline.media[timeline.clips[0].media]
        return even(medium.width), even(medium.height)
    found = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*[:x/]\s*(\d+(?:\.\d+)?)\s*", aspect)
    if not found or not float(found[1]) or not float(found[2]):
        raise StepError(f"{aspect} is no shape of a picture", do=f"ask for {_KNOWN}")
    ratio = float(found[1]) / float(found[2])
    if not 1 / 4 <= ratio <= 4:
        raise StepError(f"a picture of {aspect} is too narrow to show", do=f"ask for {_KNOWN}")
    long = min(_LONG, _SHORT * max(ratio, 1 / ratio))
    short = long / max(ratio, 1 / ratio)
    return (even(short), even(long)) if ratio < 1 else (even(long), even(short))


def even(size: float) -> int:
    """The nearest even number of pixels, 2 at least: H.264's chroma needs it."""
    return max(2, round(size / 2) * 2)
