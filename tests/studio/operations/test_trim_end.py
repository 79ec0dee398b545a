"""Off the end."""

from __future__ import annotations

from typing import Any

import pytest


def test_seconds_go_and_clips_behind_them_too(edit: Any) -> None:
    cut = edit(a=[], b=[], silent=5000)
    assert cut.do("trim_end", seconds=6.5).lines == ("Cut 6.5 s off the end",)
    assert cut.played == [("a", 0, 3500)]


def test_of_a_clip_that_plays_faster_more_of_its_source_goes(edit: Any) -> None:
    cut = edit(a=[], silent=8000)
    cut.do("speed", factor=2)
    cut.do("trim_end", seconds=1)
    assert cut.played == [("a", 0, 6000)]


def test_a_call_to_action_stays_at_the_end_and_fades_end_with_it(edit: Any) -> None:
    cut = edit(a=[], silent=20_000)
    cut.do("text_overlay", text="Shop now", role="cta")
    cut.do("trim_end", seconds=5)
    assert [(t.start, t.end) for t in cut.timeline.titles] == [(11_500, 15_000)]


def test_captions_of_what_is_gone_are_gone(edit: Any) -> None:
    cut = edit(a=[("One two three.", 900), ("Four five six.", 700)])
    cut.do("captions")
    cut.do("trim_end", seconds=1.8)
    assert [c.text for c in cut.captions] == ["One two three."]


@pytest.mark.parametrize(
    ("stated", "what", "do"),
    [
        ({}, "trim_end needs its seconds", "say it as in “cut the last 5 seconds”"),
        ({"seconds": 0}, "a length of 0 seconds can't be", "ask for a length above zero"),
        ({"seconds": 10}, "10 s can't be cut off an edit of 10 s", "cut less than that, so that something is left"),
        ({"seconds": 9.95}, "nothing would be left of the edit", "ask for less to be cut"),
        ({"start": 3}, "trim_end takes no start", "it takes seconds"),
    ],
)
def test_what_can_not_be(edit: Any, stated: dict[str, Any], what: str, do: str) -> None:
    assert edit(a=[], silent=10_000).refused("trim_end", **stated) == (what, do)
