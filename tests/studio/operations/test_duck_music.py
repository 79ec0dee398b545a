"""Music that steps back; how its level comes up between see edits/test_bed.py."""

from __future__ import annotations

from typing import Any

_TALK = [("One two three.", 800), ("Four five six.", 900)]


def test_it_steps_back_and_stays_as_loud_as_stated_between(edit: Any) -> None:
    ducked = edit(a=_TALK).with_music()
    assert ducked.do("duck_music").lines == ("Music steps back 10 dB while somebody speaks",)
    assert (ducked.music.duck_db, ducked.music.gain_db) == (-10, 0)


def test_asked_twice_it_is_as_asked_once(edit: Any) -> None:
    ducked = edit(a=_TALK)
    ducked.do("music")
    ducked.do("duck_music")
    once = ducked.timeline
    ducked.do("duck_music")
    assert ducked.timeline == once


def test_other_sounds_stay_as_they_are(edit: Any) -> None:
    from dataclasses import replace

    ducked = edit(a=_TALK).with_music()
    voice = replace(ducked.music, id="v1", role="voice")
    ducked.timeline = ducked.timeline.with_(sounds=(*ducked.timeline.sounds, voice))
    ducked.do("duck_music")
    assert [s for s in ducked.timeline.sounds if s.role == "voice"] == [voice]


def test_new_music_steps_back_as_the_old_did(edit: Any) -> None:
    ducked = edit(a=_TALK).with_music()
    ducked.do("duck_music")
    ducked.do("music", query="calm")
    assert (ducked.music.media, ducked.music.duck_db) == ("music-happy", -10)


def test_without_music_it_says_what_to_do_first(edit: Any) -> None:
    ducked = edit(a=_TALK)
    before = ducked.timeline
    applied = ducked.do("duck_music")
    assert (applied.lines, applied.warnings) == ((), ("there is no music to lower: add music first",))
    assert ducked.timeline == before
