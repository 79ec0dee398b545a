"""Times and measures in all the ways people write them."""

from __future__ import annotations

from typing import Any

import pytest

from ugcflow.session.reading import Tongue
from ugcflow.studio.language import grammar, lexicon, reader
from ugcflow.studio.language.token import tokenise


def read(text: str, label: str, language: str = "en") -> Any:
    """The value of the longest `label` anywhere in the text."""
    sentence = reader._laid_out(text, tokenise(text, lexicon.SIMPLIFY), grammar.load(language), Tongue())
    found = [(end - at, value) for at, arcs in enumerate(sentence.arcs) for name, end, value in arcs if name == label]
    return max(found, key=lambda f: f[0])[1] if found else None


@pytest.mark.parametrize(("text", "seconds"), [
    ("5s", 5), ("5 sec", 5), ("0:05", 5), ("1:02.5", 62.5), ("1:00:05", 3605), ("half a minute", 30), ("a minute", 60), ("one minute", 60),
    ("a minute and a half", 90), ("1 min 30 sec", 90), ("1m30s", 90), ("two and a half", None), ("thirty seconds", 30), ("twenty-five seconds", 25),
    ("a couple of seconds", 2), ("400 ms", 0.4), ("half-second", 0.5), ("30-second", 30), ("one hundred seconds", 100),
])  # fmt: skip
def test_durations(text: str, seconds: float | None) -> None:
    assert read(text, "{duration}") == seconds


@pytest.mark.parametrize(("text", "seconds"), [
    ("三秒", 3), ("半分钟", 30), ("一分半", 90), ("1分30秒", 90), ("两分钟", 120), ("二十五秒", 25), ("零点五秒", 0.5), ("一百二十秒", 120), ("１５秒", 15),
])  # fmt: skip
def test_durations_in_chinese(text: str, seconds: float) -> None:
    assert read(text, "{duration}", "zh") == seconds


@pytest.mark.parametrize(("text", "expected"), [
    ("from 0:05 to 0:10", (5, 10)), ("between 0:05 and 0:10", (5, 10)), ("5-10s", (5, 10)), ("5 to 10 seconds", (5, 10)),
    ("0:30 through 0:42", (30, 42)), ("after 0:45", (45, None)), ("before 0:12", (0, 12)), ("from 10s to the end", (10, None)),
    ("from the start to 0:08", (0, 8)),
])  # fmt: skip
def test_ranges(text: str, expected: tuple[float, float | None]) -> None:
    assert read(text, "{range}") == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("第5秒到第20秒", (5, 20)), ("1分10秒到1分25秒", (70, 85)), ("10秒以后", (10, None))]
)
def test_ranges_in_chinese(text: str, expected: tuple[float, float | None]) -> None:
    assert read(text, "{range}", "zh") == expected


@pytest.mark.parametrize(("text", "label", "value"), [
    ("at the 1 minute mark", "{instant}", 60), ("at 0:04", "{instant}", 4), ("the first three seconds", "{first}", 3), ("last 10%", "{last}", "10%"),
    ("the last second", "{last}", 1), ("at the start", "{opening}", 0), ("at the end", "{ending}", "end"), ("9:16", "{aspect}", "9:16"),
    ("9 by 16", "{aspect}", "9:16"), ("1080p", "{resolution}", "1080p"), ("-14 LUFS", "{lufs}", -14), ("3 dB", "{db}", 3), ("60fps", "{fps}", 60),
    ("90 degrees", "{degrees}", 90), ("1.5x", "{factor}", 1.5), ("20 percent", "{percent}", 20),
])  # fmt: skip
def test_moments_and_measures(text: str, label: str, value: Any) -> None:
    assert read(text, label) == value


def test_an_aspect_is_no_time() -> None:
    assert read("convert to 9:16", "{duration}") is None


def test_the_length_of_the_footage_is_no_request() -> None:
    assert read("this 5-minute video", "{duration}") is None
    assert read("a 5-minute video", "{duration}") == 300
