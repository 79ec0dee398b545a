"""Captions taken away, all of them or a part; how the part stays away when the edit is cut see edits/test_captioning.py."""

from __future__ import annotations

from typing import Any

_TALK = [("One two three.", 900), ("Four five six.", 700)]


def test_all_of_them_go_and_other_words_stay(edit: Any) -> None:
    bare = edit(a=_TALK)
    bare.do("captions")
    bare.do("text_overlay", text="New in")
    assert bare.do("remove_captions").lines == ("Captions removed",)
    assert [t.text for t in bare.timeline.titles] == ["New in"]
    assert bare.timeline.captions is None


def test_a_part_is_named_and_words_it_touches_go(edit: Any) -> None:
    bare = edit(a=_TALK)
    bare.do("captions")
    two = bare.footage.words("a")[1]
    told = bare.do("remove_captions", end=(two.start + 10) / 1000)
    assert told.lines == ("No captions from 0–0.7 s",)
    assert [c.text for c in bare.captions] == ["three.", "Four five six."]


def test_words_that_only_border_on_it_stay(edit: Any) -> None:
    bare = edit(a=_TALK)
    bare.do("captions")
    one, two, three, *_ = bare.footage.words("a")
    bare.do("remove_captions", start=one.end / 1000, end=three.start / 1000)
    assert two.text not in {w.text for c in bare.captions for w in c.words}
    assert [w.text for c in bare.captions for w in c.words] == ["One", "three.", "Four", "five", "six."]


def test_parts_taken_away_one_after_another_all_stay_away(edit: Any) -> None:
    bare = edit(a=_TALK)
    bare.do("captions")
    bare.do("remove_captions", start=0, end=1.2)
    bare.do("remove_captions", start=1.5)
    assert bare.captions == []
    assert bare.timeline.captions is not None


def test_the_part_is_of_the_edit_as_it_is_seen(edit: Any) -> None:
    bare = edit(a=_TALK)
    bare.do("captions")
    bare.do("speed", factor=2)
    bare.do("remove_captions", start=0, end=0.6)
    assert [c.text for c in bare.captions] == ["Four five six."]


def test_where_there_were_none_nothing_changes_and_it_is_said(edit: Any) -> None:
    bare = edit(a=_TALK)
    before = bare.timeline
    assert bare.do("remove_captions").lines == ("There were no captions",)
    assert bare.timeline == before


def test_a_part_outside_the_edit(edit: Any) -> None:
    bare = edit(a=[("One two three.", 900)], b=[], silent=5000)
    bare.do("captions")
    told = ("20 s is past the end: the edit is 7.2 s long", "name a time within it")
    assert bare.refused("remove_captions", start=20) == told
