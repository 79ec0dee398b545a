"""Stretches of voice in a row of chances."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def stretches(
    chances: Sequence[float], begin: float, stay: float | None = None, *, gap: int = 0, least: int = 1
) -> Iterator[tuple[int, int]]:
    """Runs (first, last) of at least `least` items, ends exclusive, that stay at or above `stay` and somewhere reach `begin`.

    Holes of at most `gap` items don't end a run.
    """
    stay = begin if stay is None else stay
    first, last, top = -1, -1, 0.0
    for index, chance in enumerate([*chances, *[-1.0] * (gap + 1)]):
        if chance >= stay:
            first = index if first < 0 else first
            last, top = index + 1, max(top, chance)
        elif first >= 0 and index - last >= gap:
            if last - first >= least and top >= begin:
                yield first, last
            first, top = -1, 0.0
