"""Where nobody speaks: voice detection refined by energy, never inside a word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ugcflow.studio.media.speech import FRAME_MS
from ugcflow.studio.media.voice import stretches

Span = tuple[int, int]


def silences(
    voice: Sequence[float], energy: Sequence[float], words: Iterable[Span], duration: int, minimum: int
) -> list[Span]:
    """Stretches of at least `minimum` ms without speech, in a file of `duration` ms."""
    spoken = [(a * FRAME_MS, b * FRAME_MS) for a, b in stretches(voice, 0.5, gap=3, least=3)]
    return [s for s in without(merged([*spoken, *words]), duration) if s[1] - s[0] >= minimum]


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
