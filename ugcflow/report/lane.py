"""A state as the lanes of an editor: tracks of segments for the drawing, each marked by what became of it since the step before.

A segment is `[start, end, label, flag, media, source start, source end]`, all ms; flag 0 as before (or only moved), 1 new, 2 changed. The
last three are left out where a draft does not tell them: a cloud draft is opaque.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ugcflow.session.state import Draft
from ugcflow.session.view import VIDEO, SegmentView, TrackView, duration, mapping, tracks

_SAME, _NEW, _CHANGED = 0, 1, 2
_SLACK = 20  # ms: less than a frame is no change worth showing
_LOOKS = ("position", "style", "speed", "gain_db", "muted", "duck_db", "effects", "fit", "crop")
_LONGEST = 160  # characters of a label


def stage(draft: Draft, before: Draft | None) -> dict[str, Any]:
    """One step of the drawing: `d` ms, `c` the frame, `l` lanes with `g` the segments that went away."""
    olds = {_key(t): t for t in tracks(before)} if before else {}
    news = {_key(t): t for t in tracks(draft)}
    lanes = [_lane(news.get(k), olds.get(k), before is not None) for k in dict.fromkeys([*news, *olds])]
    return {"d": duration(draft), "c": _frame(draft), "l": lanes}


def uses(draft: Draft) -> dict[str, list[tuple[int, int]]]:
    """Media → the pieces of it (ms of the source) that the picture plays."""
    found: dict[str, list[tuple[int, int]]] = {}
    for track in tracks(draft):
        for segment in track.segments if track.kind == VIDEO else ():
            if place := _source(segment):
                found.setdefault(place[0], []).append(place[1:])
    return found


def _key(track: TrackView) -> tuple[str, str]:
    return track.kind, track.role or track.name


def _lane(now: TrackView | None, was: TrackView | None, compare: bool) -> dict[str, Any]:
    shown = now or was
    assert shown
    olds = list(was.segments) if was else []
    segments = []
    for segment in now.segments if now else ():
        twin = next((s for s in olds if _same(s, segment)), None)
        if twin:
            olds.remove(twin)
        flag = _SAME if not compare else _NEW if twin is None else _CHANGED if _differs(twin, segment) else _SAME
        segments.append([segment.start, segment.end, _label(segment), flag, *(_source(segment) or ())])
    ghosts = [[s.start, s.end, _label(s)] for s in olds] if shown.kind != VIDEO else []
    return {"n": shown.name, "k": shown.kind, "r": shown.role, "s": segments, "g": ghosts}


def _same(a: SegmentView, b: SegmentView) -> bool:
    return a.id == b.id if a.id and b.id else a.name == b.name


def _differs(a: SegmentView, b: SegmentView) -> bool:
    longer = abs((a.end - a.start) - (b.end - b.start)) >= _SLACK
    looks = [(a.more.get(k), b.more.get(k)) for k in _LOOKS]
    return longer or a.name != b.name or _source(a) != _source(b) or any(x != y for x, y in looks)


def _source(segment: SegmentView) -> tuple[str, int, int] | None:
    media, start, speed = (segment.more.get(k) for k in ("media", "source", "speed"))
    if not isinstance(media, str) or not isinstance(start, int | float) or isinstance(start, bool):
        return None
    pace = float(speed) if isinstance(speed, int | float) and not isinstance(speed, bool) and speed > 0 else 1.0
    return media, round(start), round(start + (segment.end - segment.start) * pace)


def _label(segment: SegmentView) -> str:
    return segment.name[:_LONGEST]


def _frame(draft: Draft) -> str:
    canvas: Mapping[str, Any] = mapping(mapping(draft.get("m")).get("canvas"))
    width, height = canvas.get("width"), canvas.get("height")
    return f"{width}x{height}" if width and height else ""
