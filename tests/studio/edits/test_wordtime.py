"""When words stand on the picture, and where they go when it is cut."""

from __future__ import annotations

from typing import Any

import pytest

from ugcflow.errors import StepError
from ugcflow.session.reading import Operation
from ugcflow.studio.edits.carry import carry_out
from ugcflow.studio.timeline import Timeline, Title


def _titled(tell: Any, stated: dict[str, Any], *after: Operation) -> tuple[Timeline, Title | None]:
    timeline, footage = tell(a=[], silent=20_000)
    for operation in (Operation("text_overlay", {"text": "New in", **stated}), *after):
        timeline = carry_out(timeline, operation, footage).timeline
    return timeline, next(iter(timeline.titles), None)


def _remove(start: float, end: float) -> Operation:
    return Operation("trim_range", {"start": start, "end": end, "mode": "remove"})


@pytest.mark.parametrize(
    ("stated", "span"),
    [
        ({}, (0, 3000)),
        ({"role": "hook"}, (0, 3000)),
        ({"role": "cta"}, (16_500, 20_000)),
        ({"role": "lower_third"}, (0, 4000)),
        ({"position_in_time": "end"}, (17_000, 20_000)),
        ({"position_in_time": "end", "seconds": 2}, (18_000, 20_000)),
        ({"start": 5, "end": 8}, (5000, 8000)),
        ({"start": 5}, (5000, 8000)),
        ({"start": 19}, (19_000, 20_000)),
        ({"end": 4}, (0, 4000)),
        ({"seconds": 5}, (0, 5000)),
        ({"start": 4, "seconds": 2}, (4000, 6000)),
        ({"position": "bottom right"}, (0, 20_000)),
        ({"position": "center"}, (0, 3000)),
        ({"start": -2}, (18_000, 20_000)),
    ],
)
def test_times_stated_and_times_of_the_role(tell: Any, stated: dict[str, Any], span: tuple[int, int]) -> None:
    _, title = _titled(tell, stated)
    assert title is not None
    assert (title.start, title.end) == span


@pytest.mark.parametrize(
    "stated", [{"start": 25}, {"start": 5, "end": 4}, {"start": 5, "end": 40}, {"text": " "}, {"text": "x" * 301}]
)
def test_what_can_not_be(tell: Any, stated: dict[str, Any]) -> None:
    with pytest.raises(StepError):
        _titled(tell, stated)


@pytest.mark.parametrize(
    ("stated", "cut", "span"),
    [
        ({"role": "hook"}, _remove(0, 10), (0, 3000)),  # at the start it stays at the start
        ({"role": "cta"}, _remove(15, 20), (11_500, 15_000)),  # at the end it stays at the end
        ({"start": 10, "end": 12}, _remove(0, 4), (6000, 8000)),  # on a picture it goes with the picture
        ({"start": 10, "end": 13}, _remove(11, 12.5), (10_000, 11_500)),
        ({"position": "top"}, _remove(0, 4), (0, 16_000)),  # a badge stands throughout
    ],
)
def test_words_follow_a_later_cut(tell: Any, stated: dict[str, Any], cut: Operation, span: tuple[int, int]) -> None:
    _, title = _titled(tell, stated, cut)
    assert title is not None
    assert (title.start, title.end) == span


def test_words_go_with_the_picture_they_stood_on_and_it_is_said(tell: Any) -> None:
    timeline, footage = tell(a=[], silent=20_000)
    titled = carry_out(
        timeline, Operation("text_overlay", {"text": "New in", "start": 10, "end": 12}), footage
    ).timeline
    applied = carry_out(titled, _remove(9, 13), footage)
    assert applied.timeline.titles == ()
    assert applied.warnings == ("“New in” went with the part it stood on",)


@pytest.mark.parametrize(
    ("stated", "role"),
    [
        ({"position": "top", "start": 0, "end": 3}, "hook"),
        ({"position": "top", "start": 8, "end": 11}, "title"),
        ({"position": "top"}, "title"),  # a badge that stays
        ({"start": 0, "end": 3}, "title"),
        ({"position": "top", "start": 0, "end": 3, "role": "title"}, "title"),
    ],
)
def test_words_at_the_top_of_the_opening_are_its_hook(tell: Any, stated: dict[str, Any], role: str) -> None:
    _, title = _titled(tell, stated)
    assert title is not None
    assert title.role == role
