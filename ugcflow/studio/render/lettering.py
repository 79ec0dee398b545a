"""All that is written over the picture: laid out once for the whole edit, and cut into a document for each chunk."""

from __future__ import annotations

from fractions import Fraction

from ugcflow.output import SafeArea
from ugcflow.studio.render.ass import Event, document
from ugcflow.studio.render.drawing import events_of
from ugcflow.studio.render.fonts import unwritable
from ugcflow.studio.render.layout import Placed, lay_out
from ugcflow.studio.timeline import Timeline

_TINY = 0.6  # of the size a title's role has


class Lettering:
    """The words of an edit on its canvas. `safe` is the platform's safe area, `rate` the output's."""

    def __init__(self, timeline: Timeline, safe: SafeArea, rate: Fraction) -> None:
        self._rate = rate
        self._size = timeline.width, timeline.height
        self._events: list[Event] = []
        self.warnings: tuple[str, ...] = ()
        if timeline.titles:
            placed = lay_out(timeline, safe, rate)
            self._events = [e for p in placed for e in events_of(p, rate, timeline.language)]
            self.warnings = tuple(dict.fromkeys(w for p in placed for w in _warnings(p)))

    def over(self, first: int, count: int) -> str:
        """The ASS document of `count` frames from `first`, "" when nothing is written there."""
        return document(self._events, first, count, self._rate, *self._size)


def _warnings(placed: Placed) -> list[str]:
    """What a person should know of a title: signs no typeface has, and words that had to be made very small."""
    title, warnings = placed.title, []
    shown = title.text if len(title.text) <= 40 else f"{title.text[:39]}…"
    if missing := unwritable(title.text):
        warnings.append(f"“{shown}” has signs no typeface here has: {' '.join(missing)}")
    if placed.shrunk < _TINY:
        warnings.append(f"“{shown}” is so long that it had to be made very small: say it in fewer words")
    return warnings
