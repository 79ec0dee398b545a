"""The copy of an edit for an output of another shape: same times, new canvas, the footage filling it around what matters."""

from __future__ import annotations

from dataclasses import replace

from ugcflow.output import Output
from ugcflow.studio.timeline import Clip, Timeline


def reframed(timeline: Timeline, output: Output) -> Timeline:
    """`timeline` on the canvas of `output` (even sizes, px). The same object when nothing changes.

    Clips that filled the canvas fill the new one; ones shown whole stay whole.
    """
    width, height = size(timeline, output)
    if (width, height) == (timeline.width, timeline.height):
        return timeline
    if timeline.width * height == timeline.height * width:
        return replace(timeline, width=width, height=height)
    return replace(timeline, width=width, height=height, clips=tuple(_refit(c) for c in timeline.clips))


def size(timeline: Timeline, output: Output) -> tuple[int, int]:
    """Width and height of the picture in px: what is asked for, a side left out following the other, rounded to even."""
    w, h = output.width, output.height
    if not w and not h:
        w, h = timeline.width, timeline.height
    elif not w or not h:
        shape = timeline.width / timeline.height
        w, h = w or round(h * shape), h or round(w / shape)
    return max(2, round(w / 2) * 2), max(2, round(h / 2) * 2)


def _refit(clip: Clip) -> Clip:
    return clip if clip.fit == "contain" else replace(clip, fit="cover")
