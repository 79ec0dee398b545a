"""Timeline ↔ draft JSON (schemas/draft.schema.json), both ways without loss.

The wire's own fields are `t`, `tt`, `sg`, `d`, `m`; ours stand beside them: a segment's `s` (start, ms) and `id`, and everything else in its `m`.
Tracks, in order: Video (tt 0), one audio track a role (tt 1), one text track a role (tt 7). A track's `m` holds `name` and `role`.
"""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import Any

from ugcflow.session.state import Draft
from ugcflow.studio.timeline import Clip, Fade, Medium, Sound, Timeline, Title, Word

VIDEO, AUDIO, TEXT = 0, 1, 7
VERSION = 1
_TRACK_NAMES = {
    "music": "Music", "voice": "Voice", "effect": "Sound effects", "hook": "Hook", "title": "Title", "lower_third": "Lower third",
    "cta": "Call to action", "caption": "Captions",
}  # fmt: skip
_ORDER = {role: i for i, role in enumerate(_TRACK_NAMES)}


def to_draft(timeline: Timeline) -> Draft:
    """The draft of a timeline: plain JSON values only, in a stable order."""
    tracks = []
    if timeline.clips:
        tracks.append(_track(VIDEO, "video", "Video", timeline.clips))
    for kind, segments in ((AUDIO, timeline.sounds), (TEXT, timeline.titles)):
        for role in sorted({s.role for s in segments}, key=lambda r: (_ORDER.get(r, len(_ORDER)), r)):
            tracks.append(
                _track(kind, role, _TRACK_NAMES.get(role, role.title()), [s for s in segments if s.role == role])
            )
    m = {
        "version": VERSION,
        "canvas": {"width": timeline.width, "height": timeline.height, "fps": timeline.fps},
        "media": [asdict(m) for m in timeline.media.values()],
        "fades": [asdict(f) for f in timeline.fades],
        "captions": timeline.captions,
        "loudness": timeline.loudness,
        "language": timeline.language,
        "notes": timeline.notes,
        "order": {"sounds": [s.id for s in timeline.sounds], "titles": [s.id for s in timeline.titles]},
    }
    return {"t": tracks, "d": timeline.duration, "m": m}


def from_draft(draft: Draft) -> Timeline:
    """The timeline a draft of ours describes. Raises KeyError/TypeError for a draft that is not ours: validate it first."""
    m = draft["m"]
    segments: dict[int, list[Any]] = {VIDEO: [], AUDIO: [], TEXT: []}
    for track in draft["t"]:
        segments[track["tt"]] += [_segment(track["tt"], s) for s in track["sg"]]
    order = m.get("order", {})
    return Timeline(
        width=m["canvas"]["width"], height=m["canvas"]["height"], fps=m["canvas"]["fps"],
        media={x["id"]: Medium(**x) for x in m["media"]},
        clips=tuple(segments[VIDEO]),
        sounds=_ordered(segments[AUDIO], order.get("sounds", [])),
        titles=_ordered(segments[TEXT], order.get("titles", [])),
        fades=tuple(Fade(**f) for f in m["fades"]),
        captions=m["captions"], loudness=m["loudness"], language=m["language"], notes=m["notes"],
    )  # fmt: skip


def _track(kind: int, role: str, name: str, segments: Any) -> dict[str, Any]:
    return {"tt": kind, "m": {"name": name, "role": role}, "sg": [_to_json(s) for s in segments]}


def _to_json(segment: Clip | Sound | Title) -> dict[str, Any]:
    m = {f.name: getattr(segment, f.name) for f in fields(segment) if f.name not in ("id", "start", "duration")}
    if isinstance(segment, Clip):
        m |= {
            "focus": list(segment.focus),
            "crop": list(segment.crop) if segment.crop else None,
            "effects": list(segment.effects),
        }
    if isinstance(segment, Title):
        m["words"] = [asdict(w) for w in segment.words]
    return {"id": segment.id, "s": segment.start, "d": segment.duration, "m": m}


def _segment(kind: int, data: dict[str, Any]) -> Clip | Sound | Title:
    m = dict(data["m"])
    place = {"id": data["id"], "start": data["s"], "duration": data["d"]}
    if kind == VIDEO:
        m |= {
            "focus": tuple(m["focus"]),
            "crop": tuple(m["crop"]) if m["crop"] else None,
            "effects": tuple(m["effects"]),
        }
        return Clip(**place, **m)
    if kind == AUDIO:
        return Sound(**place, **m)
    m["words"] = tuple(Word(**w) for w in m["words"])
    return Title(**place, **m)


def _ordered(segments: list[Any], ids: list[str]) -> tuple[Any, ...]:
    place = {id_: i for i, id_ in enumerate(ids)}
    return tuple(sorted(segments, key=lambda s: place.get(s.id, len(place))))
