from __future__ import annotations

import pytest

from ugcflow.studio.media.filler import fillers, is_filler, without
from ugcflow.studio.media.speech import Heard


def heard(*words: tuple[str, int, int, float]) -> list[Heard]:
    return [Heard(*word) for word in words]


@pytest.mark.parametrize("text", ["um", "Um,", "umm", "uh", "Uhh...", "uhm", "erm", "er,", "hmm", "Mmm", "ehm", "mhm"])
def test_hesitations(text: str) -> None:
    assert is_filler(Heard(text, 0, 100, 0.9))


@pytest.mark.parametrize("text", ["hum", "her", "umbrella", "ah", "oh", "a", "mother", "I'm", "us", "like", "error"])
def test_words(text: str) -> None:
    assert not is_filler(Heard(text, 0, 100, 0.9))


def test_neighbours_are_one_cut() -> None:
    assert fillers(heard(("um,", 500, 800, 0.9), ("uh,", 800, 1000, 0.9), ("so", 1000, 1300, 0.9))) == [(500, 1000)]


def test_a_doubtful_one_is_cut_only_where_it_stands_apart() -> None:
    close = heard(("the", 0, 500, 0.9), ("um", 500, 800, 0.03), ("cup", 810, 1000, 0.9))
    apart = heard(("the", 0, 300, 0.9), ("um", 500, 800, 0.03), ("cup", 810, 1000, 0.9))
    assert fillers(close) == []
    assert fillers(apart) == [(500, 800)]


def test_the_text_reads_as_if_none_was_said() -> None:
    words = heard(
        ("cold,", 0, 1, 1), ("uh,", 1, 2, 1), ("for", 2, 3, 1), ("hours.", 3, 4, 1), ("Um.", 4, 5, 1), ("Yes,", 5, 6, 1)
    )
    assert [w.text for w in without(words)] == ["cold", "for", "hours.", "Yes,"]
