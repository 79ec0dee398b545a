"""Faster and slower."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("stated", "factor", "line"),
    [
        ({"factor": 2}, 2, "Plays 2x as fast"),
        ({"factor": 0.5}, 0.5, "Plays 0.5x as fast"),
        ({"factor": 0.25}, 0.25, "Plays 0.25x as fast"),
        ({"factor": 4}, 4, "Plays 4x as fast"),
        ({"direction": "faster"}, 1.25, "Plays 1.25x as fast"),
        ({"direction": "slower"}, 0.8, "Plays 0.8x as fast"),
        ({"factor": 1.5, "direction": "slower"}, 1.5, "Plays 1.5x as fast"),  # a number wins
    ],
)
def test_all_of_it(edit: Any, stated: dict[str, Any], factor: float, line: str) -> None:
    fast = edit(a=[], silent=12_000)
    assert fast.do("speed", **stated).lines == (line,)
    assert (fast.clip.speed, fast.clip.source, fast.clip.source_end) == (factor, 0, 12_000)
    assert fast.timeline.duration == 12_000 / factor


def test_a_part_of_it_and_what_follows_moves_up(edit: Any) -> None:
    fast = edit(a=[], silent=10_000)
    assert fast.do("speed", factor=2, start=2, end=6).lines == ("Plays 2x as fast from 2–6 s",)
    assert fast.played == [("a", 0, 2000), ("a", 2000, 6000), ("a", 6000, 10_000)]
    assert [(c.start, c.end, c.speed) for c in fast.timeline.clips] == [(0, 2000, 1), (2000, 4000, 2), (4000, 8000, 1)]


def test_asked_again_it_is_that_much_faster_than_it_was(edit: Any) -> None:
    fast = edit(a=[], silent=12_000)
    fast.do("speed", factor=2)
    fast.do("speed", factor=1.5)
    assert (fast.clip.speed, fast.timeline.duration) == (3, 4000)


def test_back_again_it_is_as_it_was(edit: Any) -> None:
    fast = edit(a=[], silent=12_000)
    before = fast.timeline
    fast.do("speed", factor=2)
    fast.do("speed", factor=0.5)
    assert fast.timeline == before


def test_titles_stay_on_their_picture_long_enough_to_be_read(edit: Any) -> None:
    fast = edit(a=[], silent=20_000)
    fast.do("text_overlay", text="New in", start=10, end=13)
    fast.do("speed", factor=4)
    (title,) = fast.timeline.titles
    assert title.start == 2500
    assert title.duration == 700 + 6 * 60


@pytest.mark.parametrize(
    ("stated", "what", "do"),
    [
        ({}, "whether faster or slower is not said", "say it as in “speed up 1.25x”"),
        ({"factor": 4.5}, "4.5x is beyond what stays watchable", "ask for 0.25x to 4x"),
        ({"factor": 0.2}, "0.2x is beyond what stays watchable", "ask for 0.25x to 4x"),
        ({"factor": -1}, "-1x is beyond what stays watchable", "ask for 0.25x to 4x"),
        ({"factor": 2, "start": 11}, "11 s is past the end: the edit is 10 s long", "name a time within it"),
        ({"factor": 2, "start": 4, "end": 2}, "a part from 4 s to 2 s has no length", "put the earlier time first"),
    ],
)
def test_what_can_not_be(edit: Any, stated: dict[str, Any], what: str, do: str) -> None:
    assert edit(a=[], silent=10_000).refused("speed", **stated) == (what, do)
