""" "Um" and "uh" in the edit, and how much around them can go."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from ugcflow.studio.edits.recut import Span, united
from ugcflow.studio.edits.silence import AFTER, BEFORE
from ugcflow.studio.edits.speech import plain, spoken
from ugcflow.studio.edits.wordlists import FILLERS
from ugcflow.studio.footage import Footage
from ugcflow.studio.timeline import Timeline

_WIDER = 400  # ms of pause on either side that may go with a filler


def filler_spans(timeline: Timeline, footage: Footage) -> list[Span]:
    """Stretches of the edit (ms) to cut: fillers heard, and the pause around each down to its breathing room, never a word."""
    words = spoken(timeline, footage)
    heard = [(w.start, w.end) for w in words if plain(w.text) in FILLERS]
    for clip in timeline.clips:
        if timeline.media[clip.media].has_audio:
            for s, e in footage.fillers(clip.media):
                if e > clip.source and s < clip.source_end:
                    start = clip.start + round((max(s, clip.source) - clip.source) / clip.speed)
                    heard.append((start, clip.start + round((min(e, clip.source_end) - clip.source) / clip.speed)))
    said = [(w.start, w.end) for w in words if plain(w.text) not in FILLERS]
    return united([_widened(s, said, timeline.duration) for s in united(heard, timeline.duration)], timeline.duration)


def _widened(span: Span, said: list[Span], duration: int) -> Span:
    """With the pauses beside it, down to the breathing room that is left between the words around."""
    i = bisect_left(said, span[0], key=lambda w: w[0])
    j = bisect_right(said, span[1], key=lambda w: w[1])
    before = said[i - 1][1] if i else 0
    after = said[j][0] if j < len(said) else duration
    start = max(before, min(span[0], before + AFTER), span[0] - _WIDER)
    end = min(after, max(span[1], after - BEFORE), span[1] + _WIDER)
    return (start, end) if end > start else span
