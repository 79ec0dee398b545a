"""What is said of music that was laid; which, how loud and how long see edits/test_bed.py."""

from __future__ import annotations

from typing import Any

import pytest

_TALK = [("One two three.", 800), ("Four five six.", 900)]


@pytest.mark.parametrize(
    ("stated", "line"),
    [
        ({}, "Music: happy.opus, 18 dB under the voice"),
        ({"volume": "20%"}, "Music: happy.opus, at 20 % of the voice"),
        ({"volume": "-6 dB"}, "Music: happy.opus"),
    ],
)
def test_under_a_voice(edit: Any, stated: dict[str, Any], line: str) -> None:
    assert edit(a=_TALK).do("music", query="upbeat", **stated).lines == (line,)


def test_where_nobody_speaks_it_plays_as_it_was_made(edit: Any) -> None:
    laid = edit(a=[])
    assert laid.do("music").lines == ("Music: happy.opus",)
    assert laid.music.gain_db == 0


def test_quieter_than_usual_is_quieter(edit: Any) -> None:
    laid = edit(a=_TALK)
    laid.do("music", volume="-6 dB")
    assert laid.music.gain_db == -24


def test_no_level(edit: Any) -> None:
    told = ("a bit is no level", "say it as 30%, +20%, -6 dB, up or down")
    assert edit(a=_TALK).refused("music", volume="a bit") == told
