from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from ugcflow.errors import StepError
from ugcflow.studio.media import speech
from ugcflow.studio.media.cache import Cache
from ugcflow.studio.media.footage import StudioFootage
from ugcflow.studio.media.medium import medium_of

Know = Callable[[Path], StudioFootage]
Make = Callable[..., Path]
HESITATION = Path(__file__).with_name("hesitation.mp3")


def text(footage: StudioFootage) -> str:
    return " ".join(word.text for word in footage.words("x"))


def test_hesitations_are_found_and_not_written_down(heard: Know) -> None:
    """`hesitation.mp3` says: So, um, this bottle keeps your drink cold. Uh, for about, uh, twelve hours. And um, you know, it looks great."""
    footage = heard(HESITATION)
    assert text(footage) == "So this bottle keeps your drink cold for about 12 hours. And you know, it looks great."
    found = footage.fillers("x")
    assert len(found) == 4
    middles = (1000, 3350, 4250, 5850)
    assert all(start <= middle <= end for (start, end), middle in zip(found, middles, strict=True))
    words = footage.words("x")
    assert not [w for w in words for a, b in found if w.start < b and a < w.end]


def test_words_are_in_order_apart_and_never_in_a_silence(heard: Know) -> None:
    footage = heard(HESITATION)
    words = footage.words("x")
    assert all(a.end <= b.start for a, b in pairwise(words))
    assert all(w.duration >= 60 and w.media == "x" and w.source == w.start for w in words)
    assert not [w for w in words for a, b in footage.silences("x", 100) if w.start < b and a < w.end]


def test_the_long_silence_before_banana(heard: Know, shared_media: Path) -> None:
    footage = heard(shared_media / "talk" / "voice_banana_30fps_en.mp4")
    (long,) = (s for s in footage.silences("x", 5000))
    assert long == (pytest.approx(17_300, abs=80), pytest.approx(39_960, abs=80))
    assert [w.text.lower() for w in footage.words("x")][-4:-1] == ["will", "say", "banana."]
    assert footage.words("x")[-1].text == "Banana."


@pytest.mark.parametrize(
    ("name", "pauses"),
    [
        ("talk/recorder_take1_en_16x9.mp4", [(2420, 3300)]),
        ("talk/recorder_take2_en_16x9.mp4", [(260, 1380), (4800, 5260)]),
        (
            "audio/harvard_sentences.MP3",
            [(4160, 6280), (8540, 9700), (12_340, 13_720), (15_880, 17_800), (19_560, 20_260)],
        ),
    ],
)
def test_pauses_lie_where_a_person_hears_them(
    heard: Know, shared_media: Path, name: str, pauses: list[tuple[int, int]]
) -> None:
    found = list(heard(shared_media / name).silences("x", 400))
    for start, end in pauses:
        middle = (start + end) // 2
        (pause,) = [s for s in found if s[0] <= middle < s[1]]
        assert abs(pause[1] - end) <= 120, (name, pause)
        assert pause[0] - start <= 320, (name, pause)


def test_english_is_told_from_what_is_not(heard: Know, shared_media: Path) -> None:
    languages = {
        name: heard(shared_media / name).language("x")
        for name in (
            "talk/vlog_russian_9x16_hevc.mp4", "talk/spoken_bilingual_zh_en.mov", "talk/recorder_take1_en_16x9.mp4",
            "nasty/screencast_vp9_opus.webm", "audio/jfk_mono_16k.mp3",
        )
    }  # fmt: skip
    assert list(languages.values()) == ["und", "und", "en", "en", "en"]


def test_other_languages_are_never_written_down_as_english(heard: Know, shared_media: Path) -> None:
    russian = heard(shared_media / "talk" / "vlog_russian_9x16_hevc.mp4")
    with pytest.raises(StepError, match=r"vlog_russian.* does not seem to be English") as caught:
        russian.words("x")
    assert "backend: nemo" in caught.value.do
    assert russian.fillers("x") == ()
    with pytest.raises(StepError, match=r"0\.3–2\.5 s"):
        heard(shared_media / "talk" / "spoken_bilingual_zh_en.mov").words("x")


def test_music_is_not_speech(heard: Know) -> None:
    footage = StudioFootage(heard(HESITATION)._cache)
    track = footage.library("energetic")
    assert (footage.words(track.id), footage.language(track.id)) == ((), "")
    assert footage.silences(track.id, 500) == ((0, track.duration),)
    assert footage.path(track.id).suffix == ".opus"


def test_a_film_without_sound_needs_no_listening(make: Make, tmp_path: Path) -> None:
    file = make("a.mp4", "-f", "lavfi", "-i", "testsrc=s=64x64:d=1")
    footage = StudioFootage(Cache(tmp_path))
    footage.add(medium_of("x", file), file)
    assert (footage.words("x"), footage.language("x"), footage.fillers("x"), footage.energy("x")) == ((), "", (), ())
    assert footage.silences("x", 100) == ((0, 1000),)


def test_the_same_content_is_listened_to_once(make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = make("a.wav", "-f", "lavfi", "-i", "sine=d=0.5")
    times: list[Path] = []
    monkeypatch.setattr(speech, "listen", lambda path, *_: times.append(path) or {"phrases": [], "voice": [0.0] * 16})
    for name in ("x", "y"):
        footage = StudioFootage(Cache(tmp_path))
        copy = tmp_path / f"{name}.wav"
        copy.write_bytes(file.read_bytes())
        footage.add(medium_of(name, copy), copy)
        footage.words(name)
        footage.silences(name, 100)
    assert len(times) == 1


def test_footage_nobody_gave(tmp_path: Path) -> None:
    with pytest.raises(StepError, match="no footage called 'y'"):
        StudioFootage(Cache(tmp_path)).words("y")
