"""All that is written over the picture: laid out once for the whole edit, and cut into a document for each chunk."""

from __future__ import annotations

from fractions import Fraction

from ugcflow.session.export import SafeArea
from ugcflow.studio.render.ass import Event, document
from ugcflow.studio.render.drawing import events_of
from ugcflow.studio.render.layout import lay_out
from ugcflow.studio.timeline import Timeline


class Lettering:
    """The words of an edit on its canvas. `safe` is the platform's safe area, `rate` the output's."""

    def __init__(self, timeline: Timeline, safe: SafeArea, rate: Fraction) -> None:
        self._rate = rate
        self._size = timeline.width, timeline.height
        self._events: list[Event] = []
        if timeline.titles:
            self._events = [e for p in lay_out(timeline, safe, rate) for e in events_of(p, rate, timeline.language)]

    def over(self, first: int, count: int) -> str:
        """The ASS document of `count` frames from `first`, "" when nothing is written there."""
        return document(self._events, first, count, self._rate, *self._size)
