"""Captions asked for, asked for again, and refused; how they are grouped and follow cuts see edits/test_captioning.py."""

from __future__ import annotations

from typing import Any

import pytest

from ugcflow.session.reading import Operation
from ugcflow.studio.edits.alone import alone, put_back
from ugcflow.studio.edits.carry import carry_out, settled

_TALK = [("One two three.", 900), ("Four five six.", 700)]


def test_they_are_counted(edit: Any) -> None:
    told = edit(a=_TALK)
    assert told.do("captions").lines == ("Captions added in 2 groups",)
    assert [c.text for c in told.captions] == ["One two three.", "Four five six."]
    assert (told.captions[0].style, told.captions[0].position) == ({}, "")


def test_they_look_and_stand_as_asked_and_every_later_wish_comes_on_top(edit: Any) -> None:
    told = edit(a=_TALK)
    told.do("captions", style="bold", position="top")
    told.do("captions", style={"color": "yellow"})
    told.do("captions", position="center")
    for caption in told.captions:
        assert (caption.style, caption.position) == ({"preset": "bold", "color": "yellow"}, "center")


def test_asked_for_twice_they_are_there_once(edit: Any) -> None:
    told = edit(a=_TALK)
    told.do("captions", style="bold")
    before = told.timeline
    for stated in ({}, {"style": "bold"}, {"language": "en-US"}):
        assert told.do("captions", **stated).lines == ("Captions are there already",)
    assert told.timeline == before


def test_taken_away_in_part_they_come_back_when_asked_for(edit: Any) -> None:
    told = edit(a=_TALK)
    told.do("captions")
    whole = told.captions
    told.do("remove_captions", start=0, end=1.2)
    assert [c.text for c in told.captions] == ["Four five six."]
    assert told.do("captions").lines == ("Captions added in 2 groups",)
    assert told.captions == whole


def test_a_new_look_brings_nothing_back(edit: Any) -> None:
    told = edit(a=_TALK)
    told.do("captions")
    told.do("remove_captions", start=0, end=1.2)
    told.do("captions", style="bold")
    told.do("captions", position="top")
    (caption,) = told.captions
    assert (caption.text, caption.style, caption.position) == ("Four five six.", {"preset": "bold"}, "top")


def test_those_of_one_input_become_those_of_all(edit: Any) -> None:
    told = edit(a=_TALK, b=_TALK)
    lone = carry_out(alone(told.timeline, "a"), Operation("captions"), told.footage).timeline
    told.timeline = settled(told.timeline, put_back(told.timeline, "a", lone), told.footage)
    assert {w.media for c in told.captions for w in c.words} == {"a"}
    told.do("captions")
    assert {w.media for c in told.captions for w in c.words} == {"a", "b"}


def test_where_nobody_speaks_it_is_said(edit: Any) -> None:
    told = edit(a=[])
    applied = told.do("captions")
    assert (applied.lines, applied.warnings) == ((), ("nobody speaks here, so there are no captions",))
    assert told.timeline.titles == ()


@pytest.mark.parametrize("language", ["es", "zh-CN"])
def test_another_language_than_is_spoken(edit: Any, language: str) -> None:
    told = (f"captions in another language than is spoken ({language}) can't be made yet", "leave the language out")
    assert edit(a=_TALK).refused("captions", language=language) == told


def test_footage_without_sound_is_said(edit: Any) -> None:
    told = ("there is no sound in a.mp4", "use footage with sound, or leave the step out")
    assert edit(a=_TALK).silent().refused("captions") == told
