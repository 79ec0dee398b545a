"""Off the start: seconds, or everything before a word."""

from __future__ import annotations

from typing import Any

import pytest

_TALK = [("So here we go.", 900), ("This lamp is new.", 700)]


def test_seconds_go_and_the_rest_moves_up(edit: Any) -> None:
    cut = edit(a=[], b=[], silent=5000)
    assert cut.do("trim_start", seconds=6).lines == ("Cut 6 s off the start",)
    assert cut.played == [("b", 1000, 5000)]
    assert cut.clip.start == 0


def test_a_share_of_the_edit(edit: Any) -> None:
    cut = edit(a=[], silent=10_000)
    assert cut.do("trim_start", seconds="20%").lines == ("Cut 2 s off the start",)
    assert cut.timeline.duration == 8000


def test_up_to_a_word_leaves_a_breath_before_it(edit: Any) -> None:
    cut = edit(a=_TALK)
    this = next(w for w in cut.footage.words("a") if w.text == "This")
    cut.do("trim_start", until="this LAMP")
    assert cut.clip.source == this.start - 90


def test_up_to_a_word_never_cuts_into_the_one_before(edit: Any) -> None:
    cut = edit(a=_TALK)
    is_, lamp = (next(w for w in cut.footage.words("a") if w.text == text) for text in ("is", "lamp"))
    assert is_.start - lamp.end < 90
    cut.do("trim_start", until="is")
    assert cut.clip.source == lamp.end


def test_a_word_that_is_said_first_needs_no_cut(edit: Any) -> None:
    cut = edit(a=_TALK)
    cut.do("trim_start", until="so")
    before = cut.timeline
    cut.do("trim_start", seconds=0.09)
    assert cut.do("trim_start", until="so").lines == ("It begins there as it is",)
    assert before.duration - cut.timeline.duration == 90


def test_titles_at_the_start_stay_at_the_start(edit: Any) -> None:
    cut = edit(a=[], silent=20_000)
    cut.do("text_overlay", text="New in", role="hook")
    cut.do("trim_start", seconds=5)
    assert [(t.start, t.end) for t in cut.timeline.titles] == [(0, 3000)]


@pytest.mark.parametrize(
    ("stated", "what", "do"),
    [
        ({}, "how much to cut off the start is not said", "say it as in “cut the first 3 seconds”"),
        ({"seconds": 0}, "a length of 0 seconds can't be", "ask for a length above zero"),
        ({"seconds": -2}, "a length of -2 seconds can't be", "ask for a length above zero"),
        ({"seconds": 5}, "5 s can't be cut off an edit of 5 s", "cut less than that, so that something is left"),
        ({"seconds": 300}, "5:00 can't be cut off an edit of 5 s", "cut less than that, so that something is left"),
        ({"seconds": 4.95}, "nothing would be left of the edit", "ask for less to be cut"),
        ({"seconds": 1e9}, "1e+09 seconds can't be", "write a time within the edit"),
        ({"seconds": "soon"}, "seconds is not a number of seconds: 'soon'", "write a time such as 5 seconds or 0:05"),
        ({"seconds": True}, "seconds is not a number of seconds: True", "write a time such as 5 seconds or 0:05"),
        ({"until": "lamp"}, "nobody says “lamp”", "quote words as they are said, or name a time"),
        ({"until": "..."}, "nobody says “...”", "quote words as they are said, or name a time"),
    ],
)
def test_what_can_not_be(edit: Any, stated: dict[str, Any], what: str, do: str) -> None:
    assert edit(a=[], silent=5000).refused("trim_start", **stated) == (what, do)
