"""An input brought in: what it is for, and where footage goes on the timeline."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from ugcflow.errors import InputError
from ugcflow.studio.edits.recut import keep
from ugcflow.studio.edits.shape import even
from ugcflow.studio.timeline import Clip, Medium, Timeline

STILL = 4000  # ms an image is shown
_RATES = tuple(
    Fraction(n, d) for n, d in ((24000, 1001), (24, 1), (25, 1), (30000, 1001), (30, 1), (48, 1), (50, 1), (60000, 1001), (60, 1))
)  # fmt: skip


def take_in(timeline: Timeline, medium: Medium, role: str) -> Timeline:
    """The timeline with `medium` known, at its end if it is footage. `role` "" tells from the file.

    An image beside a video is there to be used by a step, not to be a scene of its own. Raises InputError for sound as footage.
    """
    kept = replace(medium, role=role or _role(timeline, medium))
    after = timeline.with_(media={**timeline.media, kept.id: kept})
    if kept.role != "footage":
        return after
    if kept.kind == "audio":
        raise InputError(f"{kept.name} is sound and makes no picture", do="give it the role music, or bring a video in")
    if kept.kind == "video":
        after = _without_guessed_stills(after)
    elif not role:
        after = after.with_(notes={**after.notes, "stills": [*after.notes.get("stills", []), kept.id]})
    return _appended(after, kept)


def standard_rate(fps: str) -> str:
    """The standard rate nearest to a source's, as a fraction; 30 for a still, a slow source keeps its own from 10 on."""
    rate = Fraction(fps) if fps else Fraction(30)
    if 10 <= rate < 23 and rate.denominator == 1:
        return str(rate)
    return str(min(_RATES, key=lambda r: abs(r - rate)))


def _role(timeline: Timeline, medium: Medium) -> str:
    if medium.kind == "audio":
        return "asset"
    videos = any(m.kind == "video" and m.role == "footage" for m in timeline.media.values())
    return "asset" if medium.kind == "image" and videos else "footage"


def _appended(timeline: Timeline, medium: Medium) -> Timeline:
    if not timeline.clips:
        timeline = timeline.with_(
            width=even(medium.width),
            height=even(medium.height),
            fps=standard_rate(medium.fps if medium.kind == "video" else ""),
        )
    numbers = [int(c.id[1:]) for c in timeline.clips]
    clip = Clip(
        id=f"c{max(numbers, default=0) + 1}", media=medium.id, start=timeline.duration,
        duration=STILL if medium.kind == "image" else max(1, medium.duration),
        fit="cover" if _same_shape(timeline, medium) else "contain",
    )  # fmt: skip
    return timeline.with_(clips=(*timeline.clips, clip))


def _same_shape(timeline: Timeline, medium: Medium) -> bool:
    """Near enough to fill the canvas by cropping less than a quarter; anything else is shown whole."""
    shape, own = timeline.width / timeline.height, medium.width / max(1, medium.height)
    return min(shape, own) / max(shape, own) >= 0.75


def _without_guessed_stills(timeline: Timeline) -> Timeline:
    """Images taken for footage while there was no video are assets now that there is one."""
    stills = set(timeline.notes.get("stills", []))
    if not stills:
        return timeline
    media = {m.id: replace(m, role="asset") if m.id in stills else m for m in timeline.media.values()}
    notes = {k: v for k, v in timeline.notes.items() if k != "stills"}
    left = [(c.start, c.end) for c in timeline.clips if c.media not in stills]
    bare = keep(timeline, left) if left else timeline.with_(clips=())
    return bare.with_(media=media, notes=notes)
