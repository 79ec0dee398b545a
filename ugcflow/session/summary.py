"""The state of an edit in the words people read: what stands on the timeline, and what a step changed.

Both are tolerant: a cloud draft may be any shape, and what can't be told is left out rather than guessed.
"""

from __future__ import annotations

from ugcflow.session.changes import changes
from ugcflow.session.state import Draft
from ugcflow.session.view import AUDIO, TEXT, TrackView, tracks
from ugcflow.session.wording import clock, quoted, share, span

__all__ = ["changes", "summary"]


def summary(draft: Draft) -> str:
    """One line: `Timeline (2 tracks): 1. Video: review.mp4 (0-29.4s, 9 pieces) 2. Title: “Glow” (0-3s)`."""
    rows = tracks(draft)
    if not rows:
        return "Timeline (empty)"
    head = f"Timeline ({len(rows)} track{'s' if len(rows) > 1 else ''}):"
    return " ".join([head, *(f"{i}. {_line(row)}" for i, row in enumerate(rows, 1))])


def _line(track: TrackView) -> str:
    if track.role == "caption":
        groups, first, last = len(track.segments), track.segments[0], track.segments[-1]
        return f"{track.name}: {groups} group{'s' if groups > 1 else ''} ({span(first.start, last.end)})"
    if track.kind == TEXT:
        return f"{track.name}: " + ", ".join(f"{quoted(s.name)} ({span(s.start, s.end)})" for s in track.segments)
    names = list(dict.fromkeys(s.name for s in track.segments if s.name))
    what = " + ".join(names[:3]) + (f" + {len(names) - 3} more" if len(names) > 3 else "")
    return f"{track.name}: {what} ({_extent(track)})" if what else f"{track.name} ({_extent(track)})"


def _extent(track: TrackView) -> str:
    first, last = track.segments[0], track.segments[-1]
    parts = [span(first.start, max(last.end, first.end))]
    if track.kind == AUDIO:
        level = share(first.more)
        parts += [level] if level else []
    elif len(track.segments) > 1:
        parts.append(f"{len(track.segments)} pieces")
    return ", ".join(parts)


def length(draft: Draft) -> str:
    """How long the edit is: `29.4 s`."""
    from ugcflow.session.view import duration

    return clock(duration(draft))
