"""A draft as people see it: tracks of named segments with times. Tolerant: a cloud draft may hold anything, in other shapes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ugcflow.session.state import Draft

VIDEO, AUDIO, TEXT = "video", "audio", "text"
_KINDS = {0: VIDEO, 1: AUDIO, 7: TEXT}
_NAMES = {VIDEO: "Video", AUDIO: "Audio", TEXT: "Text"}
_STARTS = ("s", "st", "start", "start_time", "begin", "offset")
_LENGTHS = ("d", "duration", "dur", "length")
_WORDS = ("text", "content", "title", "caption", "name", "display_name", "file_name", "filename", "media", "prompt")


@dataclass(frozen=True, slots=True)
class SegmentView:
    """One segment: what it is called or says, from `start` to `end` ms, and whatever else is known of it."""

    name: str
    start: int
    end: int
    id: str = ""
    more: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TrackView:
    """One track. `kind` is video | audio | text | other; `role` as the studio's own drafts name it, "" when unknown."""

    kind: str
    name: str
    role: str
    segments: tuple[SegmentView, ...]


def tracks(draft: Draft) -> tuple[TrackView, ...]:
    """The tracks that hold something, in the draft's order."""
    media = _media_names(draft)
    found = (_track(t, media) for t in listed(draft.get("t")) if isinstance(t, Mapping))
    return tuple(t for t in found if t.segments)


def duration(draft: Draft) -> int:
    """Length of the whole edit in ms: what the draft says, else where its last segment ends."""
    stated = number(draft.get("d"))
    return stated if stated else max((s.end for t in tracks(draft) for s in t.segments), default=0)


def mapping(value: Any) -> Mapping[str, Any]:
    """`value` when it is an object, else an empty one."""
    return value if isinstance(value, Mapping) else {}


def listed(value: Any) -> list[Any]:
    """`value` when it is an array, else an empty one."""
    return value if isinstance(value, list) else []


def number(value: Any) -> int:
    """A whole number out of whatever is there, 0 when it is none."""
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value or abs(value) > 1e15:
        return 0
    return round(value)


def _media_names(draft: Draft) -> dict[str, str]:
    rows = [mapping(m) for m in listed(mapping(draft.get("m")).get("media"))]
    return {str(r["id"]): str(r.get("name") or r["id"]) for r in rows if "id" in r}


def _track(track: Mapping[str, Any], media: dict[str, str]) -> TrackView:
    m = mapping(track.get("m"))
    tt = track.get("tt")
    kind = _KINDS.get(tt, "other") if isinstance(tt, int) else "other"
    segments: list[SegmentView] = []
    for raw in listed(track.get("sg")):
        if isinstance(raw, Mapping):
            segments.append(_segment(raw, segments[-1].end if segments else 0, media))
    name = m.get("name") or track.get("name") or _NAMES.get(kind, "Track")
    return TrackView(kind, str(name), str(m.get("role") or ""), tuple(segments))


def _segment(raw: Mapping[str, Any], after: int, media: dict[str, str]) -> SegmentView:
    m = mapping(raw.get("m"))
    start = _first(raw, m, _STARTS)
    begin = number(start) if isinstance(start, int | float) and not isinstance(start, bool) else after
    end = begin + max(0, number(_first(raw, m, _LENGTHS)))
    words = _first(m, raw, _WORDS)
    name = str(words) if isinstance(words, str | int | float) else ""
    return SegmentView(media.get(name, name), begin, end, str(raw.get("id") or ""), m)


def _first(one: Mapping[str, Any], other: Mapping[str, Any], names: tuple[str, ...]) -> Any:
    return next((place[n] for place in (one, other) for n in names if place.get(n) not in (None, "")), None)
