"""Bringing a talk down to a length: whole sentences, the strongest opening, the call to action, no repetition."""

from __future__ import annotations

from typing import Any

import pytest

from ugcflow.errors import StepError
from ugcflow.session.reading import Operation
from ugcflow.studio.edits.carry import carry_out
from ugcflow.studio.edits.speech import sentences

LAMP = [
    ("Honestly, I almost sent this thing back.", 950),
    ("The box was so plain that I thought the lamp was a toy.", 800),
    ("I've had it on my table for three", 1100),
    ("I've had it on my table for three weeks now, every single night.", 750),
    ("It has one button, right on top.", 350),
    ("Tap it once to read, and tap it again for a soft, warm glow.", 1050),
    ("So, uh, the color is nice.", 600),
    ("It's a kind of cream color, and I guess it goes with most things.", 900),
    ("Um, yeah, it's cream, so it goes with most things, like books, or plants.", 1750),
    ("But here's what changed my mind.", 450),
    ("One charge lasts nine nights, so there is no cord on my table anymore.", 600),
    ("And I fall asleep faster, because the light is so warm.", 950),
    ("Right now it's thirty percent off, and the shipping is free.", 450),
    ("Tap the link below and get yours today.", 750),
]
PILLOW = [
    (text, 700)
    for text in (
        "Hey guys, welcome back to my channel.", "Okay so let me think where to start.", "Do you wake up tired every single morning?",
        "I did, for like three years.", "I tried everything, teas, pills, apps, you name it.", "Anyway, my sister gave me this pillow for my birthday.",
        "I don't know, I was kind of not sure about it.", "But after four nights my neck stopped hurting.",
        "My neck stopped hurting after four nights, seriously.", "And I slept eight hours straight for the first time since college.",
        "It comes in two colors, grey and, um, I think blue or something.", "What about the price?",
        "It's forty nine dollars, and you get thirty nights to try it.", "So yeah, that's about it I guess.",
        "Use my code SLEEP20 for twenty percent off.", "The link is in my bio.", "Bye guys, see you next week.",
    )
]  # fmt: skip


def _fit(tell: Any, seconds: float, lines: list[tuple[str, int]], *before: str) -> Any:
    timeline, footage = tell(review=lines)
    for op in before:
        timeline = carry_out(timeline, Operation(op), footage).timeline
    applied = carry_out(timeline, Operation("fit_duration", {"seconds": seconds}), footage)
    return applied, [s.text for s in sentences(applied.timeline, footage)]


@pytest.mark.parametrize("seconds", [15, 20, 25, 30])
def test_it_lands_within_ten_percent_under(tell: Any, seconds: float) -> None:
    applied, _ = _fit(tell, seconds, LAMP, "trim_silence")
    assert 900 * seconds <= applied.timeline.duration <= 1000 * seconds
    assert applied.warnings == ()


@pytest.mark.parametrize("seconds", [12, 15, 20, 25, 30])
def test_opening_and_call_to_action_stay_and_the_flub_goes(tell: Any, seconds: float) -> None:
    _, kept = _fit(tell, seconds, LAMP, "trim_silence")
    assert kept[0].startswith("Honestly,")
    assert kept[-1] == "Tap the link below and get yours today."
    assert sum(k.startswith("I've had it") for k in kept) <= 1
    assert not any(k.endswith("three") for k in kept)


@pytest.mark.parametrize("seconds", [20, 25, 30])
def test_greetings_rambling_and_goodbyes_go(tell: Any, seconds: float) -> None:
    _, kept = _fit(tell, seconds, PILLOW, "trim_silence")
    assert kept[0] == "Do you wake up tired every single morning?"
    assert kept[-1] == "The link is in my bio."
    assert not any(k.startswith(("Okay so", "I don't know", "So yeah", "Bye")) for k in kept)
    assert "But after four nights my neck stopped hurting." not in kept  # said again, better


def test_what_the_talk_is_about_is_named(tell: Any) -> None:
    _, kept = _fit(tell, 30, PILLOW, "trim_silence")
    assert any("this pillow" in k for k in kept)


def test_weak_middle_goes_before_what_sells(tell: Any) -> None:
    _, kept = _fit(tell, 25, LAMP, "trim_silence")
    assert "One charge lasts nine nights, so there is no cord on my table anymore." in kept
    assert not any("kind of cream" in k or k.startswith(("Um,", "So, uh")) for k in kept)


@pytest.mark.parametrize("seconds", [8, 10, 15, 20, 25, 30, 40])
def test_every_sentence_kept_is_whole_and_in_order(tell: Any, seconds: float) -> None:
    _, kept = _fit(tell, seconds, LAMP)
    said = [text for text, _ in LAMP]
    places = [said.index(k) for k in kept]
    assert places == sorted(places)


def test_shorter_than_asked_is_said_and_left(tell: Any) -> None:
    applied, kept = _fit(tell, 90, LAMP)
    assert len(kept) == len(LAMP)
    assert "not over 1:30" in applied.warnings[0] or "not over 90 s" in applied.warnings[0]


def test_when_no_choice_comes_near_it_says_so(tell: Any) -> None:
    long = "this is a sentence that goes on for quite a while and tells about lamps."
    applied, _ = _fit(tell, 9, [(f"First {long}", 900), (f"Second {long}", 900), (f"Third {long}", 900)])
    assert applied.timeline.duration < 8100
    assert "more than 10 % under" in applied.warnings[0]


def test_a_single_long_sentence_breaks_off_between_words_and_says_so(tell: Any) -> None:
    text = " ".join(f"word{i}" for i in range(60)) + "."
    applied, kept = _fit(tell, 6, [(text, 500)])
    assert applied.timeline.duration <= 6000
    assert applied.warnings
    assert all(w in text.split() for w in kept[0].split())


def test_impossible_lengths(tell: Any) -> None:
    for seconds in (0, -3, 0.1):
        with pytest.raises(StepError):
            _fit(tell, seconds, LAMP)


def test_pictures_nobody_speaks_over_share_the_time(tell: Any) -> None:
    timeline, footage = tell(a=[], b=[], c=[], silent=6000)
    applied = carry_out(timeline, Operation("fit_duration", {"seconds": 9}), footage)
    assert applied.timeline.duration == 9000
    assert [c.media for c in applied.timeline.clips] == ["a", "b", "c"]
    assert "nobody speaks" in applied.warnings[0]


def test_a_product_shot_beside_the_talk_is_seen(tell: Any) -> None:
    timeline, footage = tell(review=LAMP, product=[], silent=8000)
    applied = carry_out(timeline, Operation("fit_duration", {"seconds": 30}), footage)
    shown = sum(c.duration for c in applied.timeline.clips if c.media == "product")
    assert 1500 <= shown <= 3000
    assert 27_000 <= applied.timeline.duration <= 30_000
    assert "of 13 sentences" in applied.lines[0]


def test_a_foreign_language_is_cut_between_phrases(tell: Any) -> None:
    timeline, footage = tell(foreign=("review",), review=LAMP)
    applied = carry_out(timeline, Operation("fit_duration", {"seconds": 20}), footage)
    assert 15_000 <= applied.timeline.duration <= 20_000
    assert "English" in applied.warnings[0]
