"""Flubs go, repetition that is meant stays."""

from __future__ import annotations

from typing import Any

import pytest

from ugcflow.session.reading import Operation
from ugcflow.studio.edits.carry import carry_out
from ugcflow.studio.edits.speech import spoken


def _left(tell: Any, lines: list[tuple[str, int]]) -> str:
    timeline, footage = tell(a=lines)
    after = carry_out(timeline, Operation("remove_bad_takes"), footage).timeline
    return " ".join(w.text for w in spoken(after, footage))


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        ([("I've had it for three", 1000), ("I've had it for three weeks now.", 500)], "I've had it for three weeks now."),
        ([("I've had it for three.", 1000), ("I've had it for three weeks now.", 500)], "I've had it for three weeks now."),
        ([("The box is, um, the", 300), ("Sorry, let me start again.", 900), ("The box is tiny.", 400)], "The box is tiny."),
        ([("My skin felt I mean", 600), ("My skin felt softer.", 400)], "My skin felt softer."),
        ([("It works so well.", 700), ("It works so well.", 400)], "It works so well."),
        ([("We tried we tried this.", 0)], "We tried we tried this."),
        ([("I have been I have been using it.", 400)], "I have been using it."),
        ([("It is a good a very", 700), ("It is a good a", 700), ("It is a good lamp.", 400)], "It is a good lamp."),
    ],
)  # fmt: skip
def test_the_last_whole_take_stays(tell: Any, lines: list[tuple[str, int]], left: str) -> None:
    assert _left(tell, lines) == left


@pytest.mark.parametrize(
    "lines",
    [
        [("Use it in the morning.", 500), ("Use it in the evening.", 500)],
        [("And so, my fellow Americans, ask not what your country can do for you,", 700), ("ask what you can do for your country.", 400)],
        [("I love it, I love it so much.", 300)],
        [("On the bottom right you can see the time.", 600), ("When the time reaches 40 seconds, I will say banana.", 900)],
        [("First you tap it.", 600), ("Then you tap it again.", 600)],
        [("No, no, no.", 300), ("It is fine.", 300)],
    ],
)  # fmt: skip
def test_what_is_meant_stays(tell: Any, lines: list[tuple[str, int]]) -> None:
    assert _left(tell, lines) == " ".join(text for text, _ in lines)
