"""Milliseconds to frames: the output's rate, and where each clip stands on the output's frame grid and on its source's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from ugcflow.errors import RenderError
from ugcflow.output import Output
from ugcflow.studio.timeline import Clip, Timeline

CHUNK_SECONDS = 2
LEAST_FRAMES = 3  # chunks of one or two frames join with non-monotonic timestamps


@dataclass(frozen=True, slots=True)
class Piece:
    """`count` frames of one clip: from frame `first` of the edit, and frame `source` of the source at the output's rate.

    A source counts its frames at `rate / speed`: frame j is what it shows at j x speed / rate seconds.
    """

    clip: Clip
    first: int
    count: int
    source: int

    @property
    def end(self) -> int:
        return self.first + self.count


def exact_rate(fps: float | str) -> Fraction:
    """A rate as an exact fraction: "30000/1001" and 29.97 alike. Raises RenderError for none."""
    try:
        rate = Fraction(fps).limit_denominator(1001)
    except (ValueError, ZeroDivisionError):
        raise RenderError(f"{fps!r} is no frame rate", do="give frames per second, as 30 or 30000/1001") from None
    broadcast = Fraction(round(rate) * 1000, 1001)
    if rate.denominator != 1 and abs(rate - broadcast) < Fraction(1, 100):
        return broadcast
    if rate <= 0:
        raise RenderError(f"{fps!r} is no frame rate", do="give frames per second, as 30 or 30000/1001")
    return rate


def output_rate(timeline: Timeline, output: Output) -> Fraction:
    """The rate asked for, or the footage's, halved until it is no more than the platform's maximum."""
    if output.fps:
        return exact_rate(output.fps)
    rate = exact_rate(timeline.fps or "30")
    most = exact_rate(output.max_fps) if output.max_fps else rate
    while rate > most:
        rate /= 2
    return rate


def frame_at(ms: int, rate: Fraction) -> int:
    """The frame boundary nearest to an instant of the edit (halves go up)."""
    return int((ms * rate / 1000) + Fraction(1, 2))


def sample_at(frame: int, rate: Fraction, hertz: int = 48000) -> int:
    """The sample that is heard when `frame` appears."""
    return int(frame * hertz / rate + Fraction(1, 2))


def place(timeline: Timeline, rate: Fraction) -> list[Piece]:
    """Every clip on the frame grid, one piece a clip. Ends are rounded cumulatively, so nothing drifts; clips under half a frame vanish."""
    pieces = []
    for clip in timeline.clips:
        first, end = frame_at(clip.start, rate), frame_at(clip.end, rate)
        if end > first:
            pieces.append(Piece(clip, first, end - first, source_frame(clip, first, rate)))
    return pieces


def source_at(clip: Clip, first: int, rate: Fraction) -> Fraction:
    """Source time in seconds of what is seen at frame `first` of the edit."""
    into = Fraction(first) / rate - Fraction(clip.start, 1000)
    return max(Fraction(0), Fraction(clip.source, 1000) + into * Fraction(clip.speed).limit_denominator(10000))


def source_frame(clip: Clip, first: int, rate: Fraction) -> int:
    """The source's frame nearest to that time."""
    return int(source_at(clip, first, rate) * rate / Fraction(clip.speed).limit_denominator(10000) + Fraction(1, 2))


def chunked(pieces: list[Piece], rate: Fraction, seconds: Mapping[str, int] | None = None) -> list[list[Piece]]:
    """Pieces cut at the source's own frame grid, in chunks of at least three frames (a clip shorter than that shares one).

    `seconds` is the grid of each medium where it is not `CHUNK_SECONDS`.
    """
    chunks: list[list[Piece]] = []
    short: list[Piece] = []
    for piece in (part for whole in pieces for part in _split(whole, _grid(whole, rate, seconds or {}))):
        short.append(piece)
        if sum(p.count for p in short) >= LEAST_FRAMES:
            chunks.append(short)
            short = []
    if short and chunks:
        chunks[-1] = chunks[-1] + short
    elif short:
        chunks.append(short)
    return chunks


def _grid(piece: Piece, rate: Fraction, seconds: Mapping[str, int]) -> int:
    return max(LEAST_FRAMES, round(seconds.get(piece.clip.media, CHUNK_SECONDS) * rate))


def _split(piece: Piece, grid: int) -> list[Piece]:
    last = piece.source + piece.count
    inner = range((piece.source // grid + 1) * grid, last, grid)
    marks = [m for m in inner if m - piece.source >= LEAST_FRAMES and last - m >= LEAST_FRAMES]
    edges = [piece.source, *marks, last]
    return [Piece(piece.clip, piece.first + a - piece.source, b - a, a) for a, b in pairwise(edges)]
