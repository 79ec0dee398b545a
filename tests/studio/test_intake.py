"""What an input is for, and the canvas the first footage makes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ugcflow.errors import InputError
from ugcflow.studio.intake import STILL, standard_rate, take_in
from ugcflow.studio.timeline import Medium, Timeline

_EMPTY = Timeline(1080, 1920, "30")
_PHONE = Medium("phone", "phone.mov", "0" * 64, "video", 8000, 1079, 1919, "30000/1001", has_audio=True)
_CARD = Medium("card", "card.png", "1" * 64, "image", 0, 1200, 628)
_BED = Medium("bed", "bed.m4a", "2" * 64, "audio", 60_000, has_audio=True)


@pytest.mark.parametrize(
    ("rate", "standard"),
    [("30", "30"), ("30000/1001", "30000/1001"), ("2997/100", "30000/1001"), ("119/4", "30000/1001"), ("25", "25"), ("120", "60"),
     ("15", "15"), ("15625/1042", "24000/1001"), ("2", "24000/1001"), ("", "30"), ("1199/50", "24000/1001")],
)  # fmt: skip
def test_the_nearest_standard_rate(rate: str, standard: str) -> None:
    assert standard_rate(rate) == standard


def test_the_first_footage_makes_the_canvas() -> None:
    timeline = take_in(_EMPTY, _PHONE, "")
    assert (timeline.width, timeline.height, timeline.fps) == (1080, 1920, "30000/1001")
    second = take_in(timeline, replace(_PHONE, id="wide", width=1920, height=1080, fps="60"), "")
    assert (second.width, second.height, second.fps) == (1080, 1920, "30000/1001")
    assert [c.fit for c in second.clips] == ["cover", "contain"]
    assert second.duration == 16_000


@pytest.mark.parametrize(
    ("medium", "role", "told"),
    [(_BED, "", "asset"), (_BED, "music", "music"), (_CARD, "", "asset"), (_CARD, "logo", "logo"), (_CARD, "footage", "footage"), (_PHONE, "broll", "broll")],
)  # fmt: skip
def test_roles_beside_a_video(medium: Medium, role: str, told: str) -> None:
    timeline = take_in(take_in(_EMPTY, replace(_PHONE, id="first"), ""), medium, role)
    assert timeline.media[medium.id].role == told
    assert (medium.id in {c.media for c in timeline.clips}) is (told == "footage")


def test_images_alone_are_a_slide_show() -> None:
    timeline = take_in(take_in(_EMPTY, _CARD, ""), replace(_CARD, id="two"), "")
    assert [c.duration for c in timeline.clips] == [STILL, STILL]
    assert (timeline.width, timeline.height) == (1200, 628)


def test_an_image_meant_as_footage_stays_when_a_video_comes() -> None:
    timeline = take_in(take_in(_EMPTY, _CARD, "footage"), _PHONE, "")
    assert [c.media for c in timeline.clips] == ["card", "phone"]
    guessed = take_in(take_in(_EMPTY, _CARD, ""), _PHONE, "")
    assert [c.media for c in guessed.clips] == ["phone"]
    assert (guessed.width, guessed.height) == (1080, 1920)


def test_sound_is_no_footage() -> None:
    with pytest.raises(InputError, match="makes no picture"):
        take_in(_EMPTY, _BED, "footage")
