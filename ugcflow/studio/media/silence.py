"""Where nobody speaks: voice detection refined by energy, never inside a word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ugcflow.studio.media import level
from ugcflow.studio.media.speech import FRAME_MS
from ugcflow.studio.media.voice import stretches

Span = tuple[int, int]
_SOFT = 300  # ms


def silences(
    voice: Sequence[float], energy: Sequence[float], words: Iterable[Span], duration: int, minimum: int
) -> list[Span]:
    """Stretches of at least `minimum` ms without speech, in a file of `duration` ms."""
    quiet = level.quiet(energy, voice)
    heard = [(first * FRAME_MS, last * FRAME_MS) for first, last in stretches(voice, 0.5, 0.25, gap=2, least=3)]
    spoken = heard if quiet is None else [span for h in heard if (span := _edged(h, energy, quiet))]
    return [s for s in without(merged([*spoken, *words]), duration) if s[1] - s[0] >= minimum]


def _edged(span: Span, energy: Sequence[float], quiet: float) -> Span | None:
    """A stretch of voice from where its sound begins to where it dies away; None when it is all quiet."""
    first, last = level.sounding(energy, quiet, *span)
    if last <= first:
        return None
    return max(0, _edge(energy, quiet, first, -1)), _edge(energy, quiet, last, 1)


def _edge(energy: Sequence[float], quiet: float, at: int, step: int) -> int:
    """From `at` (ms) on while the sound goes on: voice detection is late for soft beginnings and early for soft endings."""
    index, least = at // level.STEP_MS, min(0, step)
    for _ in range(_SOFT // level.STEP_MS):
        if not 0 <= index + least < len(energy) or energy[index + least] < quiet:
            break
        index += step
    return index * level.STEP_MS


def merged(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, those that touch made one."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def without(spans: Sequence[Span], duration: int) -> list[Span]:
    """What `spans` (in order, apart) leave of 0…duration."""
    edges = [0, *(edge for span in spans for edge in span), duration]
    return [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if b > a]
