"""Pauses in the edit, and cutting them so that speech still breathes."""

from __future__ import annotations

from collections.abc import Sequence

from ugcflow.studio.edits.recut import Span, united
from ugcflow.studio.footage import Footage
from ugcflow.studio.timeline import Timeline

MINIMUM = 400  # ms: shorter pauses are rhythm, not dead air
AFTER = 140  # ms left after speech, so that endings ring out
BEFORE = 90  # ms left before speech, so that first sounds are whole
LEAD, TAIL = 120, 300  # ms left at the very start and the very end
_FINE = 120  # ms: the shortest stretch of silence asked of the footage
_JOINT = 40  # ms of sound at a cut that does not part two silences
_NOTHING_SAID = 0.97  # share of silence from which a clip counts as one without speech


def pauses(timeline: Timeline, footage: Footage, minimum: int = MINIMUM) -> list[Span]:
    """Pauses of at least `minimum` ms in the edit's time, those that meet at a cut made one; clips nobody speaks in have none."""
    found: list[Span] = []
    for clip in timeline.clips:
        medium = timeline.media.get(clip.media)
        if not medium or not medium.has_audio:
            continue
        spans = [
            (
                max(clip.start, clip.start + round((s - clip.source) / clip.speed)),
                min(clip.end, clip.start + round((e - clip.source) / clip.speed)),
            )
            for s, e in footage.silences(clip.media, _FINE)
            if e > clip.source and s < clip.source_end
        ]
        if sum(e - s for s, e in spans) < _NOTHING_SAID * clip.duration or _speaks(clip.media, timeline, footage):
            found += spans
    return [s for s in _met(found, timeline.duration) if s[1] - s[0] >= minimum]


def excess(spans: Sequence[Span], duration: int, minimum: int = MINIMUM) -> list[Span]:
    """What to cut of these pauses so that each keeps its breathing room (never more than `minimum` ms)."""
    scale = min(1.0, 0.9 * minimum / (AFTER + BEFORE))
    out = []
    for start, end in spans:
        first = start if start == 0 else start + round(AFTER * scale)
        last = end if end == duration else end - round(BEFORE * scale)
        if start == 0 and end < duration:
            last = end - LEAD
        if end == duration and start > 0:
            first = start + TAIL
        if last - first >= 2 * _JOINT:
            out.append((first, last))
    return out


def _speaks(media: str, timeline: Timeline, footage: Footage) -> bool:
    """Somebody speaks somewhere in this source, so that a wholly silent clip of it is a pause like any other."""
    duration = timeline.media[media].duration
    return sum(e - s for s, e in footage.silences(media, _FINE)) < _NOTHING_SAID * duration


def _met(spans: Sequence[Span], duration: int) -> list[Span]:
    out: list[Span] = []
    for start, end in united(spans, duration):
        if out and start - out[-1][1] <= _JOINT:
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out
