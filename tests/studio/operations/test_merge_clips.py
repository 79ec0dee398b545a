"""Several clips are one timeline as they come in: asked for, their order is said."""

from __future__ import annotations

from typing import Any


def test_the_order_is_said_and_stays(edit: Any) -> None:
    merged = edit(b=[], a=[], c=[])
    before = merged.timeline
    assert merged.do("merge_clips").lines == ("One timeline, in this order: b.mp4, a.mp4, c.mp4",)
    assert merged.timeline == before


def test_pieces_of_one_clip_are_one_name(edit: Any) -> None:
    merged = edit(a=[], silent=10_000)
    merged.do("split", at=5)
    assert merged.do("merge_clips").lines == ("One timeline, in this order: a.mp4",)


def test_one_clip_is_nothing_to_merge(edit: Any) -> None:
    assert edit(a=[]).refused("merge_clips") == ("there is only one clip, a.mp4", "bring in the others as inputs")
