"""A joint, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest


def test_two_clips_that_play_as_one_did(edit: Any) -> None:
    parted = edit(a=[], silent=10_000)
    assert parted.do("split", at=4).lines == ("Split at 4 s",)
    assert parted.played == [("a", 0, 4000), ("a", 4000, 10_000)]
    assert [(c.id, c.start) for c in parted.timeline.clips] == [("c1", 0), ("c2", 4000)]


def test_the_joint_is_where_it_is_seen_not_where_the_source_is(edit: Any) -> None:
    parted = edit(a=[], silent=10_000)
    parted.do("speed", factor=2)
    parted.do("split", at=1.5)
    assert parted.played == [("a", 0, 3000), ("a", 3000, 10_000)]


@pytest.mark.parametrize(("at", "source"), [(-3, 7000), ("20%", 2000)])
def test_from_the_end_and_as_a_share(edit: Any, at: Any, source: int) -> None:
    parted = edit(a=[], silent=10_000)
    parted.do("split", at=at)
    assert parted.timeline.clips[1].source == source


@pytest.mark.parametrize(("at", "told"), [(0, "0 s"), (5, "5 s"), (5.06, "5 s"), (0.02, "0 s"), (9.95, "10 s")])
def test_a_joint_that_is_there_is_named_and_kept(edit: Any, at: float, told: str) -> None:
    parted = edit(a=[], b=[], silent=5000)
    before = parted.timeline
    assert parted.do("split", at=at).lines == (f"There is a joint at {told} already",)
    assert parted.timeline == before


@pytest.mark.parametrize(
    ("stated", "what", "do"),
    [
        ({}, "split needs its at", "say it as in “split at 0:10”"),
        ({"at": 10}, "10 s is past the end: the edit is 10 s long", "name a time within it"),
        ({"at": -12}, "the edit is only 10 s long", "name a time within it"),
        ({"at": "noon"}, "at is not a number of seconds: 'noon'", "write a time such as 5 seconds or 0:05"),
    ],
)
def test_what_can_not_be(edit: Any, stated: dict[str, Any], what: str, do: str) -> None:
    assert edit(a=[], silent=10_000).refused("split", **stated) == (what, do)
