"""Another shape of the picture; where its subject goes see edits/test_focus.py."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest


@pytest.mark.parametrize(
    ("aspect", "size"),
    [
        ("9:16", (1080, 1920)), ("16:9", (1920, 1080)), ("1:1", (1080, 1080)), ("4:5", (1080, 1350)), ("2:3", (1080, 1620)),
        ("9x16", (1080, 1920)), (" 9 / 16 ", (1080, 1920)), ("1.91:1", (1920, 1006)), ("1:4", (480, 1920)),
        ("original", (1280, 720)),
    ],
)  # fmt: skip
def test_shapes_as_people_write_them(edit: Any, aspect: str, size: tuple[int, int]) -> None:
    framed = edit(a=[]).shot(1280, 720)
    assert framed.do("reframe", aspect=aspect).lines == (f"Framed at {size[0]}x{size[1]}",)
    assert (framed.timeline.width, framed.timeline.height) == size


def test_every_picture_fills_it_and_nothing_else_changes(edit: Any) -> None:
    framed = edit(a=[], b=[]).shot(1280, 720)
    framed.do("text_overlay", text="New in")
    framed.timeline = framed.timeline.with_(clips=tuple(replace(c, fit="contain") for c in framed.timeline.clips))
    before = framed.timeline
    framed.do("reframe", aspect="1:1")
    filled = tuple(replace(c, fit="cover") for c in before.clips)
    assert framed.timeline == before.with_(width=1080, height=1080, clips=filled)


def test_that_it_follows_somebody_is_said(edit: Any) -> None:
    framed = edit(a=[]).shot(1280, 720).knowing(seen=(0.3, 0.4))
    assert framed.do("reframe", aspect="9:16").lines == ("Framed at 1080x1920, following the person in view",)
    assert framed.clip.focus == (0.3, 0.4)


def test_an_odd_size_is_made_even(edit: Any) -> None:
    framed = edit(a=[]).shot(719, 1281)
    framed.do("reframe", aspect="original")
    assert (framed.timeline.width % 2, framed.timeline.height % 2) == (0, 0)


@pytest.mark.parametrize(
    ("stated", "what", "do"),
    [
        ({}, "reframe needs its aspect", "say it as in “make it vertical”"),
        ({"aspect": "wide"}, "wide is no shape of a picture", "ask for 9:16, 4:5, 1:1 or 16:9"),
        ({"aspect": "9:0"}, "9:0 is no shape of a picture", "ask for 9:16, 4:5, 1:1 or 16:9"),
        ({"aspect": "1:5"}, "a picture of 1:5 is too narrow to show", "ask for 9:16, 4:5, 1:1 or 16:9"),
        ({"aspect": "5:1"}, "a picture of 5:1 is too narrow to show", "ask for 9:16, 4:5, 1:1 or 16:9"),
    ],
)
def test_what_can_not_be(edit: Any, stated: dict[str, Any], what: str, do: str) -> None:
    assert edit(a=[]).refused("reframe", **stated) == (what, do)
