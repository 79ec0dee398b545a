"""Music under a voice, levels as people say them."""

from __future__ import annotations

import math
from typing import Any

import pytest

from ugcflow.errors import StepError
from ugcflow.session.reading import Operation
from ugcflow.studio.edits.carry import carry_out
from ugcflow.studio.edits.levels import Level, level, loudness
from ugcflow.studio.timeline import Medium, Sound, Timeline

_TALK = [("One two three.", 800), ("Four five six.", 900)]


def _after(tell: Any, *operations: tuple[str, dict[str, Any]], media: tuple[Medium, ...] = ()) -> Timeline:
    timeline, footage = tell(a=_TALK)
    timeline = timeline.with_(media={**timeline.media, **{m.id: m for m in media}})
    footage.lengths.update({m.id: m.duration for m in media})
    for name, parameters in operations:
        timeline = carry_out(timeline, Operation(name, parameters), footage).timeline
    return timeline


def _music(timeline: Timeline) -> Sound:
    (sound,) = [s for s in timeline.sounds if s.role == "music"]
    return sound


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("30%", Level(20 * math.log10(0.3), True)), (0.15, Level(20 * math.log10(0.15), True)), ("-6 dB", Level(-6, False)),
        ("+3dB", Level(3, False)), ("up", Level(4, False)), ("down", Level(-6, False)), ("0%", Level(-math.inf, True)),
        ("-50%", Level(20 * math.log10(0.5), False)),
    ],
)  # fmt: skip
def test_levels_as_people_say_them(asked: object, told: Level) -> None:
    found = level(asked)
    assert found.to == told.to
    assert found.db == pytest.approx(told.db)


@pytest.mark.parametrize("asked", ["loud-ish", "900%", "-150%", None, True])
def test_no_level(asked: object) -> None:
    with pytest.raises(StepError):
        level(asked)


def test_loudness_counts_only_what_is_heard() -> None:
    assert loudness([-20.0] * 50 + [-90.0] * 500) == pytest.approx(-20.0)
    assert loudness([-90.0] * 10) is None


def test_music_lies_under_the_voice_from_start_to_end(tell: Any) -> None:
    # the library's track is silent in this footage, so its own level can't be compared: 18 dB under as it is
    timeline = _after(tell, ("music", {"query": "upbeat"}))
    music = _music(timeline)
    assert (music.start, music.end) == (0, timeline.duration)
    assert (music.fade_in, music.fade_out) == (300, 1500)
    assert music.gain_db == -18
    assert not music.loop


def test_a_short_track_is_repeated(tell: Any) -> None:
    bed = Medium("bed", "bed.m4a", "0" * 64, "audio", 2000, has_audio=True, role="music")
    assert _music(_after(tell, ("music", {}), media=(bed,))).loop


def test_an_input_comes_before_the_library_unless_a_mood_is_named(tell: Any) -> None:
    bed = Medium("bed", "bed.m4a", "0" * 64, "audio", 2000, has_audio=True, role="asset")
    assert _music(_after(tell, ("music", {}), media=(bed,))).media == "bed"
    assert _music(_after(tell, ("music", {"query": "bed"}), media=(bed,))).media == "bed"
    assert _music(_after(tell, ("music", {"query": "calm"}), media=(bed,))).media == "music-happy"


def test_an_input_may_be_called_as_tracks_of_the_library_are(tell: Any) -> None:
    bed = Medium("music-bed", "bed.m4a", "0" * 64, "audio", 2000, has_audio=True, role="music")
    assert _music(_after(tell, ("music", {}), media=(bed,))).media == "music-bed"


def test_music_follows_cuts_to_the_new_end(tell: Any) -> None:
    timeline = _after(tell, ("music", {}), ("trim_end", {"seconds": 1}))
    assert _music(timeline).end == timeline.duration


def test_stated_levels_win_and_silence_is_silence(tell: Any) -> None:
    stated = _after(tell, ("music", {"volume": 0.5}), ("duck_music", {}))
    assert _music(stated).gain_db == pytest.approx(-6, abs=0.1)
    assert _music(stated).duck_db == -10
    quiet = _after(tell, ("music", {}), ("volume", {"target": "music", "change": "0%"}))
    assert _music(quiet).gain_db == -60


def test_our_own_level_comes_up_between_sentences_when_ducked(tell: Any) -> None:
    music = _music(_after(tell, ("music", {}), ("duck_music", {})))
    assert music.gain_db + (music.duck_db or 0) == pytest.approx(-19)


def test_new_music_takes_the_place_of_old_and_goes_when_asked(tell: Any) -> None:
    assert len(_after(tell, ("music", {}), ("music", {"query": "calm"})).sounds) == 1
    assert _after(tell, ("music", {}), ("remove_music", {})).sounds == ()


def test_a_muted_part_is_silent_on_every_track(tell: Any) -> None:
    timeline = _after(tell, ("music", {}), ("mute", {"start": 0.5, "end": 1}))
    assert [(c.start, c.end) for c in timeline.clips if c.muted] == [(500, 1000)]
    assert [(s.start, s.end) for s in timeline.sounds] == [(0, 500), (1000, timeline.duration)]


def test_muting_all_leaves_the_music_and_the_captions(tell: Any) -> None:
    timeline = _after(tell, ("captions", {}), ("music", {}), ("mute", {}))
    assert all(c.muted for c in timeline.clips)
    assert timeline.sounds
    assert any(t.role == "caption" for t in timeline.titles)


def test_the_music_fades_alone_and_the_voice_stays(tell: Any) -> None:
    after = _after(tell, ("music", {"query": "calm"}), ("fade", {"dir": "out", "seconds": 0.8, "target": "music"}))
    assert _music(after).fade_out == 800
    assert after.fades == ()


def test_without_music_laid_the_sound_fades(tell: Any) -> None:
    after = _after(tell, ("fade", {"dir": "out", "seconds": 0.5, "target": "music"}))
    assert [(f.direction, f.duration, f.target) for f in after.fades] == [("out", 500, "sound")]
