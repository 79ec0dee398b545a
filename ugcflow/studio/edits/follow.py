"""Where words and sounds go when the picture under them is cut, sped up or put in another order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ugcflow.studio.timeline import Sound, Title

_EDGE = 50  # ms: a segment that ends this near the end of the edit was meant to reach it
_GONE = 300  # ms of a title's picture that must be left, else the title goes with it


@dataclass(frozen=True, slots=True)
class TimeMap:
    """Pieces as (old start, old end, new start, new end) in ms, in their new order, and both lengths of the edit."""

    pieces: tuple[tuple[int, int, int, int], ...]
    old: int
    new: int

    def at(self, time: int) -> int:
        """Where an instant went; one that was cut away goes to what follows it."""
        for start, end, new_start, new_end in self.pieces:
            if start <= time < end:
                return new_start + round((time - start) * (new_end - new_start) / (end - start))
        later = [p for p in self.pieces if p[0] >= time]
        return min(later)[2] if later else self.new

    def left(self, start: int, end: int) -> tuple[int, int]:
        """Of a stretch: the first instant of it that is left (old time), and how long what is left plays (ms)."""
        first, length = -1, 0.0
        for old_start, old_end, new_start, new_end in self.pieces:
            a, b = max(start, old_start), min(end, old_end)
            if b > a:
                first = a if first < 0 else min(first, a)
                length += (b - a) * (new_end - new_start) / (old_end - old_start)
        return first, round(length)


def moved_titles(titles: Iterable[Title], times: TimeMap) -> tuple[Title, ...]:
    """Titles after the change, by what each is anchored to; captions are laid out anew later and dropped here."""
    moved = (_title(t, times) for t in titles if t.role != "caption")
    return tuple(t for t in moved if t)


def moved_sounds(sounds: Iterable[Sound], times: TimeMap) -> tuple[Sound, ...]:
    """Music to the end reaches the new end; another sound follows its picture, and goes when that goes."""
    moved = (_sound(s, times) for s in sounds)
    return tuple(s for s in moved if s)


def reading_time(text: str) -> int:
    """How long a text must stand to be read, ms: 0.7 s to notice it and 60 ms a letter, 4 s at most."""
    return min(4000, 700 + 60 * len(text))


def _title(title: Title, times: TimeMap) -> Title | None:
    whole = title.start <= _EDGE and title.end >= times.old - _EDGE
    if whole:
        return replace(title, start=0, duration=times.new)
    if title.anchor == "end":
        duration = min(title.duration, times.new)
        start = times.new - (times.old - title.start)
        return replace(title, start=max(0, min(start, times.new - duration)), duration=duration)
    if title.anchor == "start":
        start = min(title.start, max(0, times.new - title.duration))
        return replace(title, start=start, duration=min(title.duration, times.new - start))
    return _with_picture(title, times)


def _with_picture(title: Title, times: TimeMap) -> Title | None:
    first, length = times.left(title.start, title.end)
    if first < 0 or length < min(_GONE, title.duration // 4):
        return None
    start = times.at(first)
    duration = max(length, min(title.duration, reading_time(title.text)))
    return replace(title, start=start, duration=min(duration, times.new - start))


def _sound(sound: Sound, times: TimeMap) -> Sound | None:
    if sound.end >= times.old - _EDGE and sound.role == "music":
        start = 0 if sound.start <= _EDGE else times.at(sound.start)
        end = times.new
    else:
        first, length = times.left(sound.start, sound.end)
        if first < 0:
            return None
        start = times.at(first)
        end = min(times.new, start + (length if sound.role == "music" else sound.duration))
    return replace(sound, start=start, duration=end - start) if end > start else None
