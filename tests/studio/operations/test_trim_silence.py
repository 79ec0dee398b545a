"""What is said of pauses that were cut, and what can't be asked; which pauses and how far see edits/test_silence.py."""

from __future__ import annotations

from typing import Any

import pytest

from ugcflow.session.wording import clock


@pytest.mark.parametrize(("pause", "noun"), [(200, "2 pauses"), (2000, "3 pauses")])
def test_how_many_and_how_much_is_said(edit: Any, pause: int, noun: str) -> None:
    cut = edit(a=[("One two three.", pause), ("Four five six.", 900)])  # before the first word and after the last
    before = cut.timeline.duration
    (line,) = cut.do("trim_silence").lines
    assert line == f"Cut {noun}, {clock(before - cut.timeline.duration)} in all"


def test_one_is_one(edit: Any) -> None:
    cut = edit(a=[("One two three.", 2000), ("Four five six.", 100)])
    assert cut.do("trim_silence", min_seconds=1).lines[0].startswith("Cut 1 pause, ")


def test_within_a_part_only_what_lies_in_it_goes_and_counts(edit: Any) -> None:
    cut = edit(a=[("One.", 2000), ("Two.", 2000), ("Three.", 2000)])
    one, two, three = cut.footage.words("a")
    middle = (one.end + 1000) / 1000
    (line,) = cut.do("trim_silence", start=middle, end=two.end / 1000).lines
    assert line.startswith("Cut 1 pause, ")
    assert [c.source_end for c in cut.timeline.clips] == [one.end + 1000, three.end + 2000]
    assert cut.timeline.clips[1].source == two.start - 90


def test_where_there_is_none_nothing_changes_and_it_is_said(edit: Any) -> None:
    cut = edit(a=[("One two three.", 200), ("Four five six.", 100)])
    before = cut.timeline
    assert cut.do("trim_silence", min_seconds=1).lines == ("No pause was long enough to cut",)
    assert cut.timeline == before


@pytest.mark.parametrize(
    ("stated", "what", "do"),
    [
        ({"min_seconds": 0}, "a length of 0 seconds can't be", "ask for a length above zero"),
        ({"start": 9}, "9 s is past the end: the edit is 5 s long", "name a time within it"),
    ],
)
def test_what_can_not_be(edit: Any, stated: dict[str, Any], what: str, do: str) -> None:
    assert edit(a=[], silent=5000).refused("trim_silence", **stated) == (what, do)


def test_footage_without_sound_is_said(edit: Any) -> None:
    told = ("there is no sound in a.mp4", "use footage with sound, or leave the step out")
    assert edit(a=[]).silent().refused("trim_silence") == told
