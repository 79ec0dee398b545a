"""One input of an edit taken out on its own, changed, and put back where it was (batch style)."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import Any

from ugcflow.errors import StepError
from ugcflow.studio.edits.recut import keep
from ugcflow.studio.timeline import Fade, Timeline


def alone(timeline: Timeline, media: str) -> Timeline:
    """The edit of the input `media` only. Raises StepError for an input that is not in it."""
    spans = [(c.start, c.end) for c in timeline.clips if c.media == media]
    if not spans:
        left = list(dict.fromkeys(c.media for c in timeline.clips))
        known = media in timeline.media and timeline.media[media].role == "footage"
        what = f"nothing of {media} is left in the edit" if known else f"{media} is not in the edit"
        raise StepError(what, do="name one of the inputs that are in it", nearest=left)
    if len(spans) == len(timeline.clips):
        return timeline
    own = timeline.notes.get("alone", {}).get(media, {})
    lone = keep(timeline.with_(fades=()), spans)
    fades = tuple(Fade(**f) for f in own.get("fades", []))
    settings = {k: v for k, v in own.items() if k in ("width", "height", "loudness")}
    return lone.with_(captions=_captions_of(timeline, media), fades=fades, **settings)


def put_back(timeline: Timeline, media: str, lone: Timeline) -> Timeline:
    """The edit with the input as `lone` has it; what only the lone edit has (its shape, its fades) is kept for exports `of` it."""
    mine = [i for i, c in enumerate(timeline.clips) if c.media == media]
    if len(mine) == len(timeline.clips):
        return lone
    first = mine[0]
    offset = sum(c.duration for c in timeline.clips[:first])
    used = {c.id for c in timeline.clips if c.media != media}
    free = (id_ for id_ in map("c{}".format, count(1)) if id_ not in used and id_ not in {c.id for c in lone.clips})
    inner = [replace(c, id=next(free)) if c.id in used else c for c in lone.clips]
    rest = [c for c in timeline.clips if c.media != media]
    clips, at = [], 0
    for clip in [*rest[:first], *inner, *rest[first:]]:
        clips.append(replace(clip, start=at))
        at = clips[-1].end
    before = alone(timeline, media)
    own = {name: getattr(lone, name) for name in ("width", "height", "loudness")}
    own["fades"] = [{"direction": f.direction, "duration": f.duration, "target": f.target} for f in lone.fades]
    shift = lone.duration - sum(timeline.clips[i].duration for i in mine)
    return timeline.with_(
        clips=tuple(clips),
        media={**timeline.media, **lone.media},
        titles=_merged(timeline.titles, before.titles, lone.titles, offset, at, shift, "caption"),
        sounds=_merged(timeline.sounds, before.sounds, lone.sounds, offset, at, shift, "voice"),
        captions=_captions_with(timeline, media, lone),
        notes={**timeline.notes, "alone": {**timeline.notes.get("alone", {}), media: own}},
    )


def _merged(whole: Any, before: Any, after: Any, offset: int, end: int, shift: int, drop: str) -> Any:
    """Segments of the whole edit, moved behind the input's new end, with what the lone edit added or changed inside it."""
    known = {s.id: s for s in before}
    new = {s.id: s for s in after}
    out = []
    for segment in whole:
        mine = segment.id in known
        if mine and segment.id not in new:
            continue
        if mine and new[segment.id] != known[segment.id] and segment.start >= offset:
            segment = replace(new[segment.id], start=new[segment.id].start + offset)
        elif segment.start > offset:
            segment = replace(segment, start=max(offset, segment.start + shift))
        elif segment.end >= end - shift - 50:
            segment = replace(segment, duration=end - segment.start)
        out.append(segment)
    taken = {s.id for s in whole}
    added = [s for s in after if s.id not in known and s.role != drop]
    return (*out, *(_inside(s, offset, taken) for s in added))


def _inside(segment: Any, offset: int, taken: set[str]) -> Any:
    number = next(n for n in count(1) if f"{segment.id[0]}{n}" not in taken)
    id_ = f"{segment.id[0]}{number}" if segment.id in taken else segment.id
    taken.add(id_)
    moved = replace(segment, id=id_, start=segment.start + offset)
    return replace(moved, anchor="picture") if hasattr(segment, "anchor") else moved


def _captions_of(timeline: Timeline, media: str) -> dict[str, Any] | None:
    wanted = timeline.captions
    if wanted is None or (wanted.get("only") and media not in wanted["only"]):
        return None
    return {k: v for k, v in wanted.items() if k != "only"}


def _captions_with(timeline: Timeline, media: str, lone: Timeline) -> dict[str, Any] | None:
    """The whole edit's caption settings when one input's were changed."""
    if lone.captions == _captions_of(timeline, media):
        return timeline.captions
    others = {c.media for c in timeline.clips if c.media != media}
    shown = {m for m in others if _captions_of(timeline, m) is not None}
    if lone.captions is None:
        return {**(timeline.captions or {}), "only": sorted(shown)} if shown else None
    only = sorted({*shown, media})
    return {**lone.captions, **({"only": only} if len(only) <= len(others) else {})}
