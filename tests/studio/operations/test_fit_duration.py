"""What is said of a cut to a length, and what can't be; what is kept see edits/test_fitting.py."""

from __future__ import annotations

from typing import Any

import pytest

from ugcflow.session.wording import clock

_TALK = [("One two three four five.", 400), ("Six seven eight nine ten.", 400), ("Tap the link below.", 400)]


def test_what_is_kept_is_counted_and_measured(edit: Any) -> None:
    cut = edit(a=_TALK)
    before = cut.timeline.duration
    (line,) = cut.do("fit_duration", seconds=4).lines
    now = cut.timeline.duration
    assert line == f"Kept 2 of 3 sentences, {clock(now)} of {clock(before)}"
    assert now <= 4000


@pytest.mark.parametrize(
    ("seconds", "warnings"),
    [(10, ()), (11, ()), (12, ("it is 10 s long, which is not over 12 s: nothing was cut",))],
)
def test_an_edit_that_is_short_enough_stays_as_it_is(edit: Any, seconds: int, warnings: tuple[str, ...]) -> None:
    cut = edit(a=[], silent=10_000)
    before = cut.timeline
    applied = cut.do("fit_duration", seconds=seconds)
    assert (applied.lines, applied.warnings) == ((f"Fits {seconds} s as it is",), warnings)
    assert cut.timeline == before


def test_as_near_as_a_cut_comes_is_near_enough(edit: Any) -> None:
    assert edit(a=[], silent=9000).do("fit_duration", seconds=10).warnings == ()
    assert edit(a=[], silent=8999).do("fit_duration", seconds=10).warnings != ()


@pytest.mark.parametrize(
    ("seconds", "what", "do"),
    [
        (0.4, "an edit of less than half a second can't be", "ask for a longer cut"),
        (0, "a length of 0 seconds can't be", "ask for a length above zero"),
        (0.5, "not one word fits into 0.5 s", "ask for a longer cut"),
        (None, "fit_duration needs its seconds", "say it as in “cut for a 30-second social ad”"),
    ],
)
def test_what_can_not_be(edit: Any, seconds: float | None, what: str, do: str) -> None:
    assert edit(a=[("Supercalifragilistic moisturizing formulations.", 900)]).refused(
        "fit_duration", seconds=seconds
    ) == (what, do)
