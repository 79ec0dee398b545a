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
    quiet = _silences(timeline, footage)
    for clip in timeline.clips:
        spans = [
            (
                max(clip.start, clip.start + round((s - clip.source) / clip.speed)),
                min(clip.end, clip.start + round((e - clip.source) / clip.speed)),
            )
            for s, e in quiet.get(clip.media, ())
            if e > clip.source and s < clip.source_end
        ]
        if _speech_in(quiet, timeline, clip.media):
            found += spans
    return [s for s in _met(found, timeline.duration) if s[1] - s[0] >= minimum]


def speech_heard(timeline: Timeline, footage: Footage) -> bool:
    """Somebody speaks in the edit, in whatever language."""
    quiet = _silences(timeline, footage)
    return any(_speech_in(quiet, timeline, c.media) for c in timeline.clips if c.media in quiet and not c.muted)


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


def _silences(timeline: Timeline, footage: Footage) -> dict[str, tuple[Span, ...]]:
    """The silences of each source that has sound, asked for once."""
    used = dict.fromkeys(c.media for c in timeline.clips)
    return {m: footage.silences(m, _FINE) for m in used if m in timeline.media and timeline.media[m].has_audio}


def _speech_in(quiet: dict[str, tuple[Span, ...]], timeline: Timeline, media: str) -> bool:
    """Somebody speaks somewhere in this source: else it is a picture with its noise, and has no pauses."""
    spans = quiet.get(media)
    return spans is not None and sum(e - s for s, e in spans) < _NOTHING_SAID * timeline.media[media].duration


def _met(spans: Sequence[Span], duration: int) -> list[Span]:
    out: list[Span] = []
    for start, end in united(spans, duration):
        if out and start - out[-1][1] <= _JOINT:
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out
