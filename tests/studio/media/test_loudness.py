from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ugcflow.studio.media import loudness, sound

Make = Callable[..., Path]


def test_a_tone_has_the_loudness_ebu_says(make: Make) -> None:
    """EBU Tech 3341 case 1: a stereo 1 kHz sine at -23 dBFS is -23.0 LUFS."""
    file = make("a.wav", "-f", "lavfi", "-i", "aevalsrc='0.0708*sin(2000*PI*t)|0.0708*sin(2000*PI*t)':s=48000:d=8")
    whole, curve = loudness.measure(file)
    assert whole.integrated == pytest.approx(-23.0, abs=0.1)
    assert whole.true_peak == pytest.approx(-23.0, abs=0.2)
    assert whole.range == pytest.approx(0, abs=0.1)
    assert len(curve.momentary) == len(curve.short_term) == 80
    assert curve.momentary[0] is None
    assert curve.momentary[40] == curve.short_term[40] == pytest.approx(-23.0, abs=0.1)


def test_silence_has_none(make: Make) -> None:
    whole, curve = loudness.measure(make("a.wav", "-f", "lavfi", "-i", "anullsrc=d=2"))
    assert (whole.integrated, whole.range, whole.true_peak) == (None, None, None)
    assert set(curve.momentary) == {None}


def test_energy_of_each_ten_milliseconds(make: Make) -> None:
    file = make("a.wav", "-f", "lavfi", "-i", "aevalsrc='if(between(t,0.5,1),0.5*sin(1000*PI*t),0)':s=16000:d=1.5")
    levels = sound.energy(file)
    assert len(levels) == 150
    assert levels[75] == pytest.approx(-9.0, abs=0.1)
    assert levels[20] == levels[120] == -100.0


def test_a_track_that_starts_late_begins_with_silence(make: Make) -> None:
    late = ("-itsoffset", "0.7", "-f", "lavfi", "-i", "sine=d=1")
    file = make("a.mp4", "-f", "lavfi", "-i", "testsrc=s=64x64:d=2", *late)
    levels = sound.energy(file)
    assert max(levels[:60]) < -60 < -30 < min(levels[80:150])


def test_peaks(make: Make) -> None:
    file = make("a.wav", "-f", "lavfi", "-i", "aevalsrc='t/12':s=16000:d=12")
    found = sound.peaks(file, 1100)
    assert len(found) == 11
    assert found == sorted(found)
    assert found[-1] == pytest.approx(1, abs=0.01)
