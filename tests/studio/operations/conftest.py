"""An edit that operations are carried out on, one after another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from ugcflow.errors import StepError
from ugcflow.session.reading import Operation
from ugcflow.studio.edits.carry import carry_out
from ugcflow.studio.operation import Applied
from ugcflow.studio.timeline import Clip, Medium, Sound, Timeline, Title, Word


class Edit:
    """A timeline and what is known of its footage; `do` changes it, `refused` makes sure that a step leaves it alone."""

    def __init__(self, timeline: Timeline, footage: Any) -> None:
        self.timeline, self.footage = timeline, footage

    def do(self, op: str, **parameters: Any) -> Applied:
        """What the operation did; the edit is what it made."""
        applied = carry_out(self.timeline, Operation(op, parameters), self.footage)
        self.timeline = applied.timeline
        return applied

    def refused(self, op: str, **parameters: Any) -> tuple[str, str]:
        """What is wrong and what to do, as the error says."""
        with pytest.raises(StepError) as caught:
            carry_out(self.timeline, Operation(op, parameters), self.footage)
        return caught.value.what, caught.value.do

    def knowing(self, **known: Any) -> Edit:
        """The same edit, with more known of its footage."""
        return Edit(self.timeline, replace(self.footage, **known))

    def silent(self) -> Edit:
        """The same edit, of footage that has no sound."""
        media = {k: replace(m, has_audio=False) for k, m in self.timeline.media.items()}
        return Edit(self.timeline.with_(media=media), self.footage)

    def shot(self, width: int, height: int) -> Edit:
        """The same edit, of footage and on a canvas of this size."""
        media = {k: replace(m, width=width, height=height) for k, m in self.timeline.media.items()}
        return Edit(self.timeline.with_(media=media, width=width, height=height), self.footage)

    def with_music(self, heard: bool = False) -> Edit:
        """The same edit with music under it from start to end, as loud as it was recorded.

        It is silent, so that there is nothing to set it beside, or `heard` as loud as speech is.
        """
        bed = Medium("bed", "bed.m4a", "0" * 64, "audio", 60_000, has_audio=True, role="music")
        self.footage.lengths["bed"] = bed.duration
        self.footage.said["bed"] = (Word("", 0, bed.duration, "bed"),) if heard else ()
        music = Sound("m1", "bed", 0, self.timeline.duration)
        return Edit(self.timeline.with_(media={**self.timeline.media, "bed": bed}, sounds=(music,)), self.footage)

    @property
    def played(self) -> list[tuple[str, int, int]]:
        """What plays: medium, first and last ms of it, clip by clip."""
        return [(c.media, c.source, c.source_end) for c in self.timeline.clips]

    @property
    def clip(self) -> Clip:
        (clip,) = self.timeline.clips
        return clip

    @property
    def music(self) -> Sound:
        (sound,) = (s for s in self.timeline.sounds if s.role == "music")
        return sound

    @property
    def captions(self) -> list[Title]:
        return [t for t in self.timeline.titles if t.role == "caption"]


Editing = Callable[..., Edit]


@pytest.fixture
def edit(tell: Any) -> Editing:
    """`edit(a=[("Hello there.", 800)])` is an edit of that footage; `edit(a=[], silent=20_000)` of 20 s nobody speaks in."""

    def of(**told: Any) -> Edit:
        return Edit(*tell(**told))

    return of
