from __future__ import annotations

import pytest

from ugcflow.studio.media import library


@pytest.mark.parametrize(
    ("query", "mood"),
    [
        ("upbeat", "energetic"), ("calm", "calm"), ("chill lo-fi", "calm"), ("cheerful ukulele", "happy"), ("romantic piano", "tender"),
        ("nostalgic", "nostalgic"), ("sad", "nostalgic"), ("欢快", "happy"), ("舒缓的背景音乐", "calm"), ("动感", "energetic"),
        ("怀旧", "nostalgic"), ("温馨", "tender"), ("Workout!", "energetic"), ("", "happy"), ("xyzzy", "happy"),
    ],
)  # fmt: skip
def test_words_of_a_mood(query: str, mood: str) -> None:
    assert library.choose(query).mood == mood


def test_the_kind_of_instruments_is_heeded() -> None:
    assert "acoustic" in library.choose("calm guitar").name
    assert "electronic" in library.choose("happy synth").name


def test_the_same_words_give_the_same_track_and_a_track_can_be_named() -> None:
    assert library.choose("happy pop") == library.choose("Happy  POP!")
    assert library.choose("music-calm_acoustic_1").name == library.choose("calm_acoustic_1").name == "calm_acoustic_1"
    assert len({library.choose(f"happy {word}").name for word in ("one", "two", "three", "four", "five", "six")}) > 1


def test_what_is_known() -> None:
    assert library.known("欢快")
    assert not library.known("xyzzy")


def test_a_track_is_a_medium() -> None:
    medium = library.medium(library.choose("calm"))
    assert (medium.id[:11], medium.role, medium.kind, medium.has_audio) == ("music-calm_", "music", "audio", True)
    assert medium.duration > 20_000
