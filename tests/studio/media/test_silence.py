from __future__ import annotations

from ugcflow.studio.media.silence import merged, silences, without

ROOM, VOICE = -60.0, -20.0


def made(*loud: tuple[int, int], length: int) -> tuple[list[float], list[float]]:
    """Chances of voice and energies of a recording that is loud in these stretches, voice detection late by 60 ms at both ends."""
    energy = [VOICE if any(a <= t < b for a, b in loud) else ROOM for t in range(0, length, 10)]
    voice = [0.95 if any(a + 60 <= t < b - 60 for a, b in loud) else 0.02 for t in range(0, length, 32)]
    return voice, energy


def test_edges_lie_where_the_sound_does() -> None:
    voice, energy = made((1000, 2000), (3500, 5000), length=6000)
    assert silences(voice, energy, (), 6000, 300) == [(0, 1000), (2000, 3500), (5000, 6000)]


def test_only_those_long_enough() -> None:
    voice, energy = made((0, 2000), (2200, 4000), (5000, 6000), length=6000)
    assert silences(voice, energy, (), 6000, 500) == [(4000, 5000)]


def test_never_inside_a_word() -> None:
    voice, energy = made((0, 2000), (4000, 6000), length=6000)
    assert silences(voice, energy, [(1800, 2500), (3000, 3100)], 6000, 300) == [(2500, 3000), (3100, 4000)]


def test_loud_noise_is_not_speech() -> None:
    voice, energy = made((0, 2000), (4000, 6000), length=6000)
    energy[250:350] = [VOICE] * 100
    assert silences(voice, energy, (), 6000, 500) == [(2000, 4000)]


def test_music_all_through_leaves_it_to_voice_detection() -> None:
    voice, _ = made((0, 2000), (4000, 6000), length=6000)
    ((start, end),) = silences(voice, [-22.0] * 600, (), 6000, 500)
    assert (1900 <= start <= 2050, 3950 <= end <= 4100) == (True, True)


def test_a_file_without_speech_is_one_silence() -> None:
    assert silences([], [], (), 3000, 100) == [(0, 3000)]


def test_spans() -> None:
    assert merged([(5, 9), (0, 2), (2, 3), (4, 6)]) == [(0, 3), (4, 9)]
    assert without([(0, 3), (4, 9)], 10) == [(3, 4), (9, 10)]
