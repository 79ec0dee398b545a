"""Parts kept, parts removed."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("stated", "line", "played"),
    [
        ({"mode": "keep", "start": 2, "end": 5}, "Kept 2–5 s", [("a", 2000, 5000)]),
        ({"mode": "keep", "end": 4}, "Kept 0–4 s", [("a", 0, 4000)]),
        ({"mode": "keep", "start": -3}, "Kept 7–10 s", [("a", 7000, 10_000)]),
        ({"mode": "keep", "start": 0, "end": 10}, "Kept 0–10 s", [("a", 0, 10_000)]),
        ({"mode": "keep", "start": "20%", "end": "50%"}, "Kept 2–5 s", [("a", 2000, 5000)]),
        ({"mode": "remove", "start": 2, "end": 5}, "Removed 2–5 s", [("a", 0, 2000), ("a", 5000, 10_000)]),
        ({"mode": "remove", "start": 8}, "Removed 8–10 s", [("a", 0, 8000)]),
        ({"mode": "remove", "start": -20.0 / 2, "end": 1}, "Removed 0–1 s", [("a", 1000, 10_000)]),
        ({"mode": "remove", "start": 9, "end": 10.5}, "Removed 9–10 s", [("a", 0, 9000)]),  # people round up
    ],
)
def test_one_part(edit: Any, stated: dict[str, Any], line: str, played: list[tuple[str, int, int]]) -> None:
    cut = edit(a=[], silent=10_000)
    assert cut.do("trim_range", **stated).lines == (line,)
    assert cut.played == played
    assert cut.timeline.duration == sum(end - start for _, start, end in played)


def test_parts_of_one_sentence_are_cut_at_once_and_overlapping_ones_are_one(edit: Any) -> None:
    cut = edit(a=[], silent=10_000)
    told = cut.do("trim_range", mode="keep", _ranges=[(6, 8), (1, 3), (2, 4)])
    assert told.lines == ("Kept 6–8 s and 1–3 s and 2–4 s",)
    assert cut.played == [("a", 1000, 4000), ("a", 6000, 8000)]


def test_the_pieces_have_names_of_their_own(edit: Any) -> None:
    cut = edit(a=[], b=[], silent=10_000)
    cut.do("trim_range", mode="remove", start=4, end=6)
    assert [c.id for c in cut.timeline.clips] == ["c1", "c3", "c2"]


def test_music_to_the_end_reaches_the_new_end(edit: Any) -> None:
    cut = edit(a=[], silent=10_000).with_music()
    cut.do("trim_range", mode="remove", start=2, end=5)
    assert (cut.music.start, cut.music.end) == (0, 7000)


@pytest.mark.parametrize(
    ("stated", "what", "do"),
    [
        ({"start": 1}, "trim_range needs its mode", "say it as in “keep 0:05 to 0:20”"),
        ({"mode": "keep"}, "which part is meant is not said", "say it with times, as in “keep 0:05 to 0:20”"),
        (
            {"mode": "remove", "_ranges": [(1, 2), (None, None)]},
            "which part is meant is not said", "say it with times, as in “keep 0:05 to 0:20”",
        ),
        ({"mode": "keep", "start": 10}, "10 s is past the end: the edit is 10 s long", "name a time within it"),
        ({"mode": "keep", "end": 10.6}, "10.6 s is past the end: the edit is 10 s long", "name a time within it"),
        ({"mode": "keep", "start": -11}, "the edit is only 10 s long", "name a time within it"),
        ({"mode": "keep", "start": 5, "end": 4}, "a part from 5 s to 4 s has no length", "put the earlier time first"),
        ({"mode": "remove", "start": 3, "end": 3}, "a part from 3 s to 3 s has no length", "put the earlier time first"),
        ({"mode": "remove", "start": 0}, "nothing would be left of the edit", "ask for less to be cut"),
        ({"mode": "keep", "start": 2, "end": 2.05}, "nothing would be left of the edit", "ask for less to be cut"),
        ({"mode": "keep", "start": "a bit"}, "start is not a number of seconds: 'a bit'", "write a time such as 5 seconds or 0:05"),
    ],
)  # fmt: skip
def test_what_can_not_be(edit: Any, stated: dict[str, Any], what: str, do: str) -> None:
    assert edit(a=[], silent=10_000).refused("trim_range", **stated) == (what, do)
