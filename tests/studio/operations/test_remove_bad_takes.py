"""What is said of takes that were cut; which those are see edits/test_takes.py."""

from __future__ import annotations

from typing import Any

from ugcflow.session.wording import clock


def test_how_many_and_how_much_is_said(edit: Any) -> None:
    cut = edit(a=[("My skin felt", 1000), ("My skin felt softer today.", 700)])
    before = cut.timeline.duration
    (line,) = cut.do("remove_bad_takes").lines
    gone = before - cut.timeline.duration
    assert gone > 1000
    assert line == f"Cut 1 broken-off take, {clock(gone)} in all"


def test_several_are_counted(edit: Any) -> None:
    cut = edit(
        a=[("My skin felt", 1000), ("My skin felt softer today.", 700)],
        b=[("It smells like fresh", 900), ("It smells like fresh oranges.", 700)],
    )
    assert cut.do("remove_bad_takes").lines[0].startswith("Cut 2 broken-off takes, ")


def test_where_there_are_none_nothing_changes_and_it_is_said(edit: Any) -> None:
    cut = edit(a=[("One two three.", 900), ("Four five six.", 700)])
    before = cut.timeline
    assert cut.do("remove_bad_takes").lines == ("No take was broken off and said again",)
    assert cut.timeline == before


def test_footage_without_sound_is_said(edit: Any) -> None:
    told = ("there is no sound in a.mp4", "use footage with sound, or leave the step out")
    assert edit(a=[]).silent().refused("remove_bad_takes") == told
