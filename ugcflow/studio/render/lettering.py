"""All that is written over the picture."""

from __future__ import annotations

from fractions import Fraction

from ugcflow.session.export import SafeArea
from ugcflow.studio.timeline import Timeline


class Lettering:
    """The edit's words laid out once, and cut into a document for each chunk."""

    def __init__(self, timeline: Timeline, safe: SafeArea, rate: Fraction) -> None:
        self.timeline = timeline

    def over(self, first: int, count: int) -> str:
        return ""
