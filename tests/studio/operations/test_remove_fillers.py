"""“Um” and “uh” go, words and breath stay."""

from __future__ import annotations

from typing import Any

from ugcflow.session.wording import clock
from ugcflow.studio.edits.speech import spoken


def _left(cut: Any) -> str:
    return " ".join(w.text for w in spoken(cut.timeline, cut.footage))


def test_written_down_they_are_found_whatever_they_look_like(edit: Any) -> None:
    cut = edit(a=[("Um, this is, uh, new.", 500), ("Mmm good, er... yes.", 500)])
    before = cut.timeline.duration
    (line,) = cut.do("remove_fillers").lines
    assert _left(cut) == "this is, new. Mmm good, yes."
    assert line == f"Cut 3 fillers, {clock(before - cut.timeline.duration)} in all"


def test_words_are_whole_and_breath_is_left_between_them(edit: Any) -> None:
    cut = edit(a=[("So it is", 500), ("um", 500), ("red.", 900)])
    lengths = {w.text: w.duration for w in cut.footage.words("a")}
    assert cut.do("remove_fillers").lines[0].startswith("Cut 1 filler, ")
    *_, is_, red = spoken(cut.timeline, cut.footage)
    assert (is_.text, red.text) == ("is", "red.")
    assert (is_.duration, red.duration) == (lengths["is"], lengths["red."])
    assert 200 <= red.start - is_.end <= 400


def test_heard_but_not_written_down_they_go_too(edit: Any) -> None:
    cut = edit(a=[("One two.", 2000), ("Three.", 700)])
    two, three = cut.footage.words("a")[1:]
    sigh = (two.end + 800, two.end + 1100)
    cut = cut.knowing(sighs={"a": (sigh,)})
    cut.do("remove_fillers")
    first, second = cut.timeline.clips
    assert two.end <= first.source_end <= sigh[0]
    assert sigh[1] <= second.source <= three.start


def test_one_outside_the_edit_is_none(edit: Any) -> None:
    cut = edit(a=[("One two.", 2000), ("Three.", 700)]).knowing(sighs={"a": ((0, 300),)})
    cut.do("trim_start", seconds=0.4)
    before = cut.timeline
    assert cut.do("remove_fillers").lines == ("No “um” or “uh” was heard",)
    assert cut.timeline == before


def test_a_word_that_only_looks_like_one_stays(edit: Any) -> None:
    cut = edit(a=[("The umbrella, ahead.", 500)])
    assert cut.do("remove_fillers").lines == ("No “um” or “uh” was heard",)
    assert _left(cut) == "The umbrella, ahead."


def test_nothing_but_fillers_can_not_all_be_cut(edit: Any) -> None:
    cut = edit(a=[("Um uh um", 90)])
    cut.do("trim_start", until="um")
    cut.do("trim_end", seconds=0.09)
    assert cut.refused("remove_fillers") == ("nothing would be left of the edit", "ask for less to be cut")


def test_footage_without_sound_is_said(edit: Any) -> None:
    told = ("there is no sound in a.mp4", "use footage with sound, or leave the step out")
    assert edit(a=[]).silent().refused("remove_fillers") == told
