"""Words put on the picture; when they stand and where they go when it is cut see edits/test_wordtime.py."""

from __future__ import annotations

from typing import Any

import pytest


def test_they_are_quoted_and_stand_as_asked(edit: Any) -> None:
    titled = edit(a=[], silent=20_000)
    told = titled.do("text_overlay", text="  New in ", role="cta", start=2, end=5, position="top left", style="bold")
    assert told.lines == ("“New in” from 2–5 s",)
    (title,) = titled.timeline.titles
    assert (title.text, title.role, title.position, title.style) == ("New in", "cta", "top left", {"preset": "bold"})


def test_a_look_of_several_settings_is_kept_whole(edit: Any) -> None:
    titled = edit(a=[])
    style = {"color": "yellow", "size": "large"}
    titled.do("text_overlay", text="New in", style=style)
    (title,) = titled.timeline.titles
    assert title.style == style
    assert title.style is not style


def test_each_has_a_name_of_its_own_also_after_one_is_gone(edit: Any) -> None:
    titled = edit(a=[], silent=20_000)
    for text, start in (("One", 0), ("Two", 5), ("Three", 10)):
        titled.do("text_overlay", text=text, start=start)
    titled.do("trim_start", seconds=4)
    titled.do("text_overlay", text="Four", start=15)
    ids = [t.id for t in titled.timeline.titles]
    assert ids[-1] == "t4"
    assert len(ids) == len(set(ids))


def test_captions_are_no_titles_to_count_on_from(edit: Any) -> None:
    titled = edit(a=[("One two three.", 900), ("Four five six.", 900)])
    titled.do("captions")
    titled.do("text_overlay", text="New in")
    assert [t.id for t in titled.timeline.titles if t.role != "caption"] == ["t1"]


@pytest.mark.parametrize(
    ("start", "end", "role"),
    [(1, 9, "hook"), (1.001, 9, "title"), (1, 9.001, "title"), (0.5, 8.4, "hook"), (0, 8.001, "title")],
)
def test_words_at_the_top_are_a_hook_only_while_the_edit_opens(edit: Any, start: float, end: float, role: str) -> None:
    titled = edit(a=[], silent=20_000)
    titled.do("text_overlay", text="New in", position="top", start=start, end=end)
    assert titled.timeline.titles[0].role == role


@pytest.mark.parametrize(
    ("seen", "stated", "position"),
    [
        ((0.5, 0.4), {}, "top"),  # not over a face
        ((0.5, 0.4), {"role": "title"}, "top"),
        ((0.5, 0.4), {"position": "center"}, "center"),  # as asked
        ((0.5, 0.4), {"role": "cta"}, ""),  # its place is free
        ((0.5, 0.8), {}, ""),
        (None, {}, ""),
    ],
)
def test_a_face_is_not_covered_unless_asked(
    edit: Any, seen: tuple[float, float] | None, stated: dict[str, Any], position: str
) -> None:
    titled = edit(a=[]).knowing(seen=seen)
    titled.do("text_overlay", text="New in", **stated)
    assert titled.timeline.titles[0].position == position


@pytest.mark.parametrize(
    ("stated", "what", "do"),
    [
        ({}, "the words to show are not said", "put them in quotation marks"),
        ({"text": " \n "}, "the words to show are not said", "put them in quotation marks"),
        ({"text": "x" * 301}, "301 letters are too many to read", "show 300 at most"),
        ({"text": "New", "start": 25}, "25 s is past the end: the edit is 20 s long", "name a time within it"),
        ({"text": "New", "seconds": 0}, "a length of 0 seconds can't be", "ask for a length above zero"),
    ],
)
def test_what_can_not_be(edit: Any, stated: dict[str, Any], what: str, do: str) -> None:
    assert edit(a=[], silent=20_000).refused("text_overlay", **stated) == (what, do)


def test_three_hundred_letters_can(edit: Any) -> None:
    titled = edit(a=[])
    titled.do("text_overlay", text="x" * 300)
    assert len(titled.timeline.titles[0].text) == 300
