"""Fades of picture, sound and both; of music alone see edits/test_bed.py."""

from __future__ import annotations

from typing import Any

import pytest

from ugcflow.studio.timeline import Fade


@pytest.mark.parametrize(
    ("stated", "fade", "line"),
    [
        ({"dir": "in"}, Fade("in", 500), "Fade in over 0.5 s"),
        ({"dir": "out"}, Fade("out", 1000), "Fade out over 1 s"),
        ({"dir": "out", "seconds": 2}, Fade("out", 2000), "Fade out over 2 s"),
        ({"dir": "out", "seconds": 5}, Fade("out", 5000), "Fade out over 5 s"),  # half of the edit
        ({"dir": "in", "target": "picture"}, Fade("in", 500, "picture"), "Fade in of the picture over 0.5 s"),
        ({"dir": "out", "target": "audio"}, Fade("out", 1000, "sound"), "Fade out of the sound over 1 s"),
    ],
)
def test_as_asked_or_by_default(edit: Any, stated: dict[str, Any], fade: Fade, line: str) -> None:
    faded = edit(a=[], silent=10_000)
    applied = faded.do("fade", **stated)
    assert faded.timeline.fades == (fade,)
    assert (applied.lines, applied.warnings) == ((line,), ())


def test_a_short_edit_fades_for_half_of_it(edit: Any) -> None:
    faded = edit(a=[], silent=800)
    assert faded.do("fade", dir="out").lines == ("Fade out over 0.4 s",)
    assert faded.timeline.fades == (Fade("out", 400),)


@pytest.mark.parametrize("seconds", [8, 10])
def test_more_than_half_of_the_edit_is_brought_down_and_said(edit: Any, seconds: int) -> None:
    faded = edit(a=[], silent=10_000)
    applied = faded.do("fade", dir="out", seconds=seconds)
    assert faded.timeline.fades == (Fade("out", 5000),)
    assert applied.lines == ("Fade out over 5 s",)
    assert applied.warnings == (f"{seconds} s is more than half of the edit: the fade takes 5 s",)


def test_music_alone_fades_for_half_of_the_edit_at_most(edit: Any) -> None:
    faded = edit(a=[], silent=10_000).with_music()
    applied = faded.do("fade", dir="in", seconds=8, target="music")
    assert faded.music.fade_in == 5000
    assert applied.lines == ("Music fades in over 5 s",)
    assert applied.warnings == ("8 s is more than half of the edit: the fade takes 5 s",)


def test_in_and_out_stand_side_by_side_and_a_new_length_counts(edit: Any) -> None:
    faded = edit(a=[], silent=10_000)
    for stated in ({"dir": "in"}, {"dir": "out"}, {"dir": "in", "seconds": 2}):
        faded.do("fade", **stated)
    assert sorted(faded.timeline.fades, key=lambda f: f.direction) == [Fade("in", 2000), Fade("out", 1000)]


def test_picture_and_sound_may_fade_differently(edit: Any) -> None:
    faded = edit(a=[], silent=10_000)
    faded.do("fade", dir="out", target="picture")
    faded.do("fade", dir="out", seconds=3, target="audio")
    assert set(faded.timeline.fades) == {Fade("out", 1000, "picture"), Fade("out", 3000, "sound")}
    faded.do("fade", dir="out", seconds=2)
    assert faded.timeline.fades == (Fade("out", 2000, "both"),)


@pytest.mark.parametrize(("target", "other", "left"), [("audio", "sound", "picture"), ("picture", "picture", "sound")])
def test_one_of_both_faded_anew_leaves_the_other(edit: Any, target: str, other: str, left: str) -> None:
    faded = edit(a=[], silent=10_000)
    faded.do("fade", dir="out")
    faded.do("fade", dir="out", seconds=3, target=target)
    assert set(faded.timeline.fades) == {Fade("out", 1000, left), Fade("out", 3000, other)}


@pytest.mark.parametrize(
    ("stated", "what", "do"),
    [
        ({}, "fade needs its dir", "say it as in “fade out over 1 second”"),
        ({"dir": "out", "seconds": 11}, "a fade of 11 s is longer than the edit (10 s)", "ask for a shorter one"),
        ({"dir": "out", "seconds": 0}, "a length of 0 seconds can't be", "ask for a length above zero"),
    ],
)
def test_what_can_not_be(edit: Any, stated: dict[str, Any], what: str, do: str) -> None:
    assert edit(a=[], silent=10_000).refused("fade", **stated) == (what, do)
