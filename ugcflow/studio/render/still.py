"""Which moment of an edit stands for it: where the hook is shown whole, or early in the picture."""

from __future__ import annotations

from fractions import Fraction

from ugcflow.studio.render.frames import Piece, frame_at
from ugcflow.studio.timeline import Timeline


def around(timeline: Timeline, pieces: list[Piece], rate: Fraction) -> list[Piece]:
    """About a second of the edit, within one clip, to choose a picture from."""
    card = next((t for t in timeline.titles if t.role in ("hook", "title")), None)
    moment = card.start + card.duration // 2 if card else timeline.duration // 4
    frame = min(frame_at(moment, rate), pieces[-1].end - 1)
    piece = next(p for p in pieces if p.first <= frame < p.end)
    half = max(1, round(rate / 2))
    first, end = max(piece.first, frame - half), min(piece.end, frame + half)
    return [Piece(piece.clip, first, end - first, piece.source + first - piece.first)]
