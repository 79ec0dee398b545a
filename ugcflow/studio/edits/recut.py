"""Every change of what plays when is one thing: the old edit taken apart into pieces and put together again, all tracks following."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ugcflow.errors import StepError
from ugcflow.studio.edits.follow import TimeMap, moved_sounds, moved_titles
from ugcflow.studio.timeline import Clip, Timeline

Span = tuple[int, int]
SHORTEST = 100  # ms: a shorter piece is a flash that nobody asked for
_ROUNDING = 3  # ms by which rounding to whole milliseconds may pass a source's end


@dataclass(frozen=True, slots=True)
class Piece:
    """The stretch `start`…`end` (ms) of the old edit, played `factor` times as fast."""

    start: int
    end: int
    factor: float = 1.0


def keep(timeline: Timeline, spans: Iterable[Span]) -> Timeline:
    """Only the spans, in order of time; overlapping ones are one."""
    return recut(timeline, [Piece(s, e) for s, e in united(spans, timeline.duration)])


def remove(timeline: Timeline, spans: Iterable[Span]) -> Timeline:
    """All but the spans."""
    return keep(timeline, gaps(united(spans, timeline.duration), timeline.duration))


def recut(timeline: Timeline, pieces: Sequence[Piece]) -> Timeline:
    """The edit made of these pieces, in their order. Raises StepError when nothing would be left."""
    clips: list[Clip] = []
    places: list[tuple[int, int, int, int]] = []
    new = _Ids(timeline)
    at = 0
    for piece in pieces:
        start = at
        for clip in timeline.clips:
            part = _part(timeline, clip, piece, at)
            if part:
                at = part.end
                _append(clips, part, clip, new)
        places.append((piece.start, piece.end, start, at))
    if not clips:
        raise StepError("nothing would be left of the edit", do="ask for less to be cut")
    if tuple(clips) == timeline.clips:
        return timeline
    times = TimeMap(tuple(places), timeline.duration, at)
    return timeline.with_(
        clips=tuple(clips), titles=moved_titles(timeline.titles, times), sounds=moved_sounds(timeline.sounds, times)
    )


def split(timeline: Timeline, at: Iterable[int]) -> Timeline:
    """The same edit with a joint at each of these instants (ms); nothing else changes."""
    clips: list[Clip] = []
    new = _Ids(timeline)
    for clip in timeline.clips:
        inner = sorted({t for t in at if clip.start + SHORTEST <= t <= clip.end - SHORTEST})
        for start, end in zip([clip.start, *inner], [*inner, clip.end], strict=True):
            part = replace(
                clip, start=start, duration=end - start, source=clip.source + round((start - clip.start) * clip.speed)
            )
            clips.append(part if start == clip.start else replace(part, id=new.next()))
    return timeline.with_(clips=tuple(clips))


def united(spans: Iterable[Span], duration: int) -> list[Span]:
    """The spans in order, within the edit, those that touch made one."""
    out: list[Span] = []
    for start, end in sorted((max(0, s), min(duration, e)) for s, e in spans):
        if end <= start:
            continue
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def gaps(spans: Sequence[Span], duration: int) -> list[Span]:
    """What lies between united spans."""
    edges = [0, *(t for span in spans for t in span), duration]
    return [(s, e) for s, e in zip(edges[::2], edges[1::2], strict=True) if e > s]


def _part(timeline: Timeline, clip: Clip, piece: Piece, at: int) -> Clip | None:
    """What of `clip` plays in `piece`, put at `at`."""
    start, end = max(clip.start, piece.start), min(clip.end, piece.end)
    if end - start < min(SHORTEST, clip.duration):
        return None
    if piece.factor == 1 and (start, end) == (clip.start, clip.end):
        return replace(clip, start=at)
    speed = round(clip.speed * piece.factor, 6)
    source = clip.source + round((start - clip.start) * clip.speed)
    duration = max(1, round((end - start) / piece.factor))
    medium = timeline.media.get(clip.media)
    if medium and medium.kind != "image":
        while duration > 1 and 0 < source + round(duration * speed) - medium.duration <= _ROUNDING * speed + 1:
            duration -= 1
    return replace(clip, start=at, duration=duration, source=source, speed=speed)


def _append(clips: list[Clip], part: Clip, origin: Clip, new: _Ids) -> None:
    """Add a part; one that goes on exactly where the last part of the same clip ended prolongs it."""
    last = clips[-1] if clips else None
    if last and new.origin.get(last.id) == origin.id and last.speed == part.speed and last.source_end == part.source:
        clips[-1] = replace(last, duration=last.duration + part.duration)
        return
    taken = origin.id in new.used
    id_ = new.next() if taken else origin.id
    new.used.add(id_)
    new.origin[id_] = origin.id
    clips.append(replace(part, id=id_))


class _Ids:
    """Names for new clips: the first part of a clip keeps its name, further ones get the next number."""

    def __init__(self, timeline: Timeline) -> None:
        numbers = [int(c.id[1:]) for c in timeline.clips if c.id[:1] == "c" and c.id[1:].isdecimal()]
        self._last = max(numbers, default=0)
        self.used: set[str] = set()
        self.origin: dict[str, str] = {}

    def next(self) -> str:
        self._last += 1
        return f"c{self._last}"
