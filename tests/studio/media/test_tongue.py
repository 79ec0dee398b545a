from __future__ import annotations

from ugcflow.studio.media.speech import Heard
from ugcflow.studio.media.tongue import foreign, language


def run(start: int, *chances: float) -> list[Heard]:
    return [Heard("word", start + i * 300, start + i * 300 + 300, chance) for i, chance in enumerate(chances)]


def test_nobody_speaks() -> None:
    assert language([]) == ""


def test_sure_words_are_english_and_doubtful_ones_are_not() -> None:
    assert language(run(0, 0.9, 0.98, 0.6, 0.95)) == "en"
    assert language(run(0, 0.2, 0.5, 0.4, 0.6, 0.3)) == "und"


def test_one_word_is_not_taken_for_another_language() -> None:
    assert language(run(0, 0.55)) == "en"


def test_a_foreign_part_of_a_clear_recording_is_named() -> None:
    words = run(300, 0.5, 0.3, 0.6, 0.5, 0.7) + run(3000, 0.95, 0.99, 0.97, 0.9, 0.99, 0.97)
    assert language(words) == "und"
    assert foreign(words) == [(300, 1800)]


def test_doubt_in_noise_is_noise() -> None:
    assert language(run(300, 0.6, 0.5, 0.6, 0.7, 0.7) + run(3000, 0.8, 0.8, 0.85, 0.7, 0.8, 0.8)) == "en"
