"""Stretches of voice in a row of chances."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def stretches(chances: Sequence[float], threshold: float, *, gap: int = 0, least: int = 1) -> Iterator[tuple[int, int]]:
    """Runs (first, last) of at least `least` items at or above `threshold`, ends exclusive; holes of at most `gap` items don't end a run."""
    first: int | None = None
    last = 0
    for index, chance in enumerate(chances):
        if chance < threshold:
            continue
        if first is not None and index - last > gap:
            if last - first >= least:
                yield first, last
            first = None
        first = index if first is None else first
        last = index + 1
    if first is not None and last - first >= least:
        yield first, last
