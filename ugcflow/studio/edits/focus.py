"""What must stay in the picture when its sides are cut off."""

from __future__ import annotations

from dataclasses import replace

from ugcflow.studio.footage import Footage
from ugcflow.studio.timeline import Clip, Timeline

_SAME = (
    0.08  # of the picture: a clip's subject this near the whole source's is where that is, so that cuts don't wobble
)
_CENTER = (0.5, 0.5)
_HEAD = (0.25, 0.62)  # of the height: where a face is covered by words in the middle


def focused(timeline: Timeline, footage: Footage, width: int, height: int) -> tuple[Clip, ...]:
    """The clips with their focus on the subject, where filling `width` x `height` px crops them; one set by hand stays."""
    return tuple(_focused(timeline, clip, footage, width / height) for clip in timeline.clips)


def _focused(timeline: Timeline, clip: Clip, footage: Footage, shape: float) -> Clip:
    medium = timeline.media[clip.media]
    if clip.fit != "cover" or clip.focus != _CENTER or medium.kind != "video" or not medium.height:
        return clip
    if abs(medium.width / medium.height / shape - 1) < 0.05:
        return clip
    whole = footage.subject(clip.media, 0, medium.duration)
    own = footage.subject(clip.media, clip.source, min(medium.duration, clip.source_end)) or whole
    if own is None:
        return clip
    if whole and all(abs(a - b) <= _SAME for a, b in zip(own, whole, strict=True)):
        own = whole
    return replace(clip, focus=own)


def free_place(timeline: Timeline, role: str, at: int, footage: Footage) -> str:
    """Where a title goes so that it does not cover a face: "top" over somebody in the middle, else "" (its role's own place)."""
    clip = next((c for c in timeline.clips if c.start <= at < c.end), None)
    if role not in ("", "title") or clip is None or timeline.media[clip.media].kind != "video":
        return ""
    seen = footage.subject(clip.media, clip.source, clip.source_end)
    return "top" if seen and _HEAD[0] <= seen[1] <= _HEAD[1] else ""
