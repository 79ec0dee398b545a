"""Sound silenced; what it does to the music and the captions see edits/test_bed.py."""

from __future__ import annotations

from typing import Any

import pytest

_TALK = [("One two three.", 800), ("Four five six.", 900)]


def test_all_of_it(edit: Any) -> None:
    quiet = edit(a=_TALK, b=_TALK)
    assert quiet.do("mute").lines == ("Sound muted",)
    assert [c.muted for c in quiet.timeline.clips] == [True, True]


def test_that_the_music_goes_on_is_said(edit: Any) -> None:
    assert edit(a=_TALK).with_music().do("mute").lines == ("Sound muted; the music goes on",)


@pytest.mark.parametrize(
    ("stated", "line", "muted"),
    [
        ({"start": 1, "end": 2}, "Muted from 1–2 s", [(1000, 2000)]),
        ({"end": 2}, "Muted from 0–2 s", [(0, 2000)]),
        ({"start": -3}, "Muted from 7–10 s", [(7000, 10_000)]),
        ({"start": 4, "end": 6}, "Muted from 4–6 s", [(4000, 5000), (5000, 6000)]),
        ({"start": 0, "end": 5}, "Muted from 0–5 s", [(0, 5000)]),
    ],
)
def test_a_part_of_it(edit: Any, stated: dict[str, Any], line: str, muted: list[tuple[int, int]]) -> None:
    quiet = edit(a=[], b=[], silent=5000)
    assert quiet.do("mute", **stated).lines == (line,)
    assert [(c.start, c.end) for c in quiet.timeline.clips if c.muted] == muted
    assert quiet.timeline.duration == 10_000


@pytest.mark.parametrize(
    ("start", "end", "muted"),
    [
        (5.06, 7, [(5000, 7000)]),
        (4.94, 7, [(5000, 7000)]),
        (3, 5.06, [(3000, 5000)]),
        (3, 4.94, [(3000, 5000)]),
        (4.94, 10, [(5000, 10_000)]),
        (0, 4.94, [(0, 5000)]),
    ],
)
def test_a_part_that_begins_or_ends_beside_a_joint_begins_or_ends_there(
    edit: Any, start: float, end: float, muted: list[tuple[int, int]]
) -> None:
    quiet = edit(a=[], b=[], silent=5000)
    quiet.do("mute", start=start, end=end)
    assert [(c.start, c.end) for c in quiet.timeline.clips if c.muted] == muted


def test_what_was_muted_stays_muted(edit: Any) -> None:
    quiet = edit(a=[], silent=10_000)
    quiet.do("mute", start=1, end=2)
    quiet.do("mute", start=1.5, end=4)
    assert [(c.start, c.end) for c in quiet.timeline.clips if c.muted] == [(1000, 1500), (1500, 2000), (2000, 4000)]


def test_parts_muted_in_any_order_leave_sounds_with_names_of_their_own(edit: Any) -> None:
    quiet = edit(a=[], silent=10_000).with_music()
    for start in (6, 2, 8, 4):
        quiet.do("mute", start=start, end=start + 1)
    assert [(s.start, s.end) for s in sorted(quiet.timeline.sounds, key=lambda s: s.start)] == [
        (0, 2000), (3000, 4000), (5000, 6000), (7000, 8000), (9000, 10_000),
    ]  # fmt: skip
    assert len({s.id for s in quiet.timeline.sounds}) == 5


def test_music_goes_on_where_it_would_be_not_where_it_broke_off(edit: Any) -> None:
    quiet = edit(a=[], silent=10_000).with_music()
    quiet.do("mute", start=2, end=5)
    quiet.do("mute", start=6, end=7)
    assert [(s.start, s.source) for s in quiet.timeline.sounds] == [(0, 0), (5000, 5000), (7000, 7000)]


def test_parts_side_by_side_leave_nothing_between_them(edit: Any) -> None:
    quiet = edit(a=[], silent=10_000).with_music()
    quiet.do("mute", start=2, end=5)
    quiet.do("mute", start=5, end=7)
    quiet.do("mute", start=7)
    assert [(s.id, s.start, s.end) for s in quiet.timeline.sounds] == [("m1", 0, 2000)]


def test_music_over_footage_without_sound_can_be_muted_in_part(edit: Any) -> None:
    quiet = edit(a=[], silent=10_000).silent().with_music()
    quiet.do("mute", start=8)
    assert quiet.music.end == 8000


@pytest.mark.parametrize("stated", [{}, {"start": 1, "end": 2}])
def test_footage_without_sound_is_said(edit: Any, stated: dict[str, Any]) -> None:
    told = ("there is no sound in a.mp4, b.mp4", "use footage with sound, or leave the step out")
    assert edit(a=[], b=[]).silent().refused("mute", **stated) == told


def test_a_part_outside_the_edit(edit: Any) -> None:
    told = ("20 s is past the end: the edit is 10 s long", "name a time within it")
    assert edit(a=[], silent=10_000).refused("mute", start=20) == told
