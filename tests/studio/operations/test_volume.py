"""Louder and quieter; how levels are read see edits/test_bed.py."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import pytest

_TALK = [("One two three.", 800), ("Four five six.", 900)]
_EVENED = "exports for a platform are brought to its loudness, which evens this out again"


@pytest.mark.parametrize(
    ("change", "gain", "line"),
    [
        ("50%", -6.0, "Voice at 50 %"),
        (2, 6.0, "Voice at 200 %"),
        ("+3 dB", 3.0, "Voice +3 dB"),
        ("-6 dB", -6.0, "Voice −6 dB"),
        ("up", 4.0, "Voice +4 dB"),
        ("down", -6.0, "Voice −6 dB"),
        ("-50%", -6.0, "Voice −6 dB"),
    ],
)
def test_the_voice(edit: Any, change: Any, gain: float, line: str) -> None:
    loud = edit(a=_TALK, b=_TALK).with_music()
    assert loud.do("volume", target="voice", change=change).lines == (line,)
    assert [c.gain_db for c in loud.timeline.clips] == [gain, gain]
    assert loud.music.gain_db == 0


def test_steps_add_up_and_a_stated_level_does_not(edit: Any) -> None:
    loud = edit(a=_TALK)
    for _ in range(2):
        loud.do("volume", target="voice", change="up")
    assert loud.clip.gain_db == 8
    for _ in range(2):
        loud.do("volume", target="voice", change="50%")
    assert loud.clip.gain_db == -6


def test_no_level_goes_beyond_what_can_be_mixed(edit: Any) -> None:
    loud = edit(a=_TALK)
    for _ in range(9):
        loud.do("volume", target="voice", change="+20 dB")
    assert loud.clip.gain_db == 24
    for _ in range(9):
        loud.do("volume", target="voice", change="-40 dB")
    assert loud.clip.gain_db == -60


def test_the_music(edit: Any) -> None:
    loud = edit(a=_TALK).with_music()
    applied = loud.do("volume", target="music", change="20%")
    # nothing of this track is heard, so there is nothing to set it beside: 20 % of its own level
    assert loud.music.gain_db == round(20 * math.log10(0.2), 1)
    assert loud.clip.gain_db == 0
    assert (applied.lines, applied.warnings) == (("Music at 20 %",), ())


def test_a_share_is_one_of_the_voice_as_loud_as_it_is_now(edit: Any) -> None:
    loud = edit(a=_TALK).with_music(heard=True)
    loud.do("volume", target="music", change="50%")
    assert loud.music.gain_db == -6
    loud.do("volume", target="voice", change="-10 dB")
    loud.do("volume", target="music", change="50%")
    assert loud.music.gain_db == -16


def test_other_sounds_go_with_all_of_it_not_with_the_music(edit: Any) -> None:
    loud = edit(a=_TALK).with_music()
    loud.timeline = loud.timeline.with_(sounds=(loud.music, replace(loud.music, id="v1", role="voice")))
    loud.do("volume", target="music", change="-6 dB")
    loud.do("volume", target="all", change="-2 dB")
    assert [s.gain_db for s in loud.timeline.sounds] == [-8, -2]


@pytest.mark.parametrize(("target", "raised"), [("music", 0), ("all", 0), ("voice", 9)])
def test_a_level_somebody_stated_is_not_raised_when_music_steps_back(edit: Any, target: str, raised: int) -> None:
    loud = edit(a=_TALK)
    loud.do("music")
    loud.do("volume", target=target, change="-1 dB")
    stated = loud.music.gain_db
    loud.do("duck_music")
    assert loud.music.gain_db == stated + raised


def test_all_of_it_goes_by_the_same_step(edit: Any) -> None:
    loud = edit(a=_TALK).with_music()
    assert loud.do("volume", target="all", change="-6 dB").lines == ("All sound −6 dB",)
    assert (loud.clip.gain_db, loud.music.gain_db) == (-6, -6)


def test_all_of_it_to_a_level_is_the_same_however_often_it_is_asked(edit: Any) -> None:
    loud = edit(a=_TALK).with_music()
    for _ in range(3):
        loud.do("volume", target="all", change="50%")
    assert (loud.clip.gain_db, loud.music.gain_db) == (-6, -6)


def test_nothing_is_nothing_and_something_brings_it_back(edit: Any) -> None:
    loud = edit(a=_TALK)
    assert loud.do("volume", target="voice", change="0%").lines == ("Voice off",)
    assert loud.clip.muted
    loud.do("volume", target="voice", change="up")
    assert loud.clip.muted  # a step up from nothing is nothing
    loud.do("volume", target="voice", change="80%")
    assert not loud.clip.muted


def test_off_and_on_again_the_music_is_heard(edit: Any) -> None:
    loud = edit(a=_TALK).with_music()
    loud.do("volume", target="all", change="0%")
    assert (loud.clip.muted, loud.music.gain_db) == (True, -60)
    loud.do("volume", target="all", change="50%")
    assert not loud.clip.muted
    assert loud.music.gain_db == -24  # half of where it lies by default


@pytest.mark.parametrize(
    ("target", "change", "music", "warned"),
    [
        ("all", "50%", True, True),
        ("all", "50%", False, True),
        ("voice", "50%", False, True),
        ("voice", "50%", True, False),  # against the music it is heard
        ("music", "50%", True, False),
        ("all", "0%", True, False),
        ("voice", "-70 dB", False, False),
    ],
)
def test_what_loudness_evens_out_again_is_warned_of(
    edit: Any, target: str, change: str, music: bool, warned: bool
) -> None:
    loud = edit(a=_TALK).with_music() if music else edit(a=_TALK)
    assert loud.do("volume", target=target, change=change).warnings == ((_EVENED,) if warned else ())


def test_without_music_there_is_a_warning_and_nothing_changes(edit: Any) -> None:
    loud = edit(a=_TALK)
    before = loud.timeline
    applied = loud.do("volume", target="music", change="20%")
    assert (applied.lines, applied.warnings) == ((), ("there is no music to change: add music first",))
    assert loud.timeline == before


@pytest.mark.parametrize("target", ["voice", "all"])
def test_footage_without_sound_is_said(edit: Any, target: str) -> None:
    told = ("there is no sound in a.mp4", "use footage with sound, or leave the step out")
    assert edit(a=_TALK).silent().refused("volume", target=target, change="up") == told


def test_over_footage_without_sound_the_music_alone_has_a_level(edit: Any) -> None:
    loud = edit(a=_TALK).silent().with_music()
    told = ("there is no sound in a.mp4", "use footage with sound, or leave the step out")
    assert loud.refused("volume", target="voice", change="up") == told
    for target in ("music", "all"):
        loud.do("volume", target=target, change="-3 dB")
    assert loud.music.gain_db == -6


@pytest.mark.parametrize(
    ("stated", "what", "do"),
    [
        ({"change": "up"}, "volume needs its target", "say it as in “music volume to 20%”"),
        ({"target": "all"}, "volume needs its change", "say it as in “music volume to 20%”"),
        ({"target": "all", "change": "loud-ish"}, "loud-ish is no level", "say it as 30%, +20%, -6 dB, up or down"),
        ({"target": "all", "change": "900%"}, "900 % is no level", "ask for 0 to 400 %"),
    ],
)
def test_what_can_not_be(edit: Any, stated: dict[str, Any], what: str, do: str) -> None:
    assert edit(a=_TALK).refused("volume", **stated) == (what, do)
