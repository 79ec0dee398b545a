"""Times and measures in all the ways people write them."""

from __future__ import annotations

from typing import Any

import pytest

from ugcflow.studio.language import reader
from ugcflow.studio.language.phrases import grammar
from ugcflow.studio.language.words import lexicon
from ugcflow.studio.language.words.token import tokenise


def read(text: str, label: str, language: str = "en") -> Any:
    """The value of the longest `label` anywhere in the text."""
    sentence = reader._laid_out(text, tokenise(text, lexicon.SIMPLIFY), grammar.load(language), ())
    found = [(end - at, value) for at, arcs in enumerate(sentence.arcs) for name, end, value in arcs if name == label]
    return max(found, key=lambda f: f[0])[1] if found else None


@pytest.mark.parametrize(("text", "seconds"), [
    ("5s", 5), ("5 sec", 5), ("0:05", 5), ("1:02.5", 62.5), ("1:00:05", 3605), ("half a minute", 30), ("a minute", 60), ("one minute", 60),
    ("a minute and a half", 90), ("1 min 30 sec", 90), ("1m30s", 90), ("two and a half", None), ("thirty seconds", 30), ("twenty-five seconds", 25),
    ("a couple of seconds", 2), ("three and a half seconds", 3.5), ("2½ minutes", 150), ("1:30 min", 90), ("1'30\"", 90), ("1h2m3s", 3723),
    ("one minute thirty", 90), ("a 15-20 second ad", 20), ("it should be 15 to 20 seconds long", 20), ("00:00:10:00", 10), ("00:00:10:12", None), ("400 ms", 0.4), ("half-second", 0.5), ("30-second", 30), ("one hundred seconds", 100),
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
    ("from the start to 0:08", (0, 8)), ("from the 30-second mark to the 1-minute mark", (30, 60)), ("from the 10th second to the 20th", (10, 20)),
    ("the 3rd to the 5th second", (3, 5)), ("minute 1 to minute 2", (60, 120)), ("from 1 to 2 minutes", (60, 120)), ("second 10 to 20", (10, 20)),
    ("10 to 25 seconds", (10, 25)), ("the middle third", ("33.34%", "66.66%")), ("from the second clip to the third", None),
    ("make it 15-20 seconds", None), ("00:00:01,500 --> 00:00:03,000", None), ("00:00:01,500 - 00:00:03,000", (1.5, 3)),
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
    ("90 degrees", "{degrees}", 90), ("1.5x", "{factor}", 1.5), ("20 percent", "{percent}", 20), ("speed up x2", "{factor}", 2),
    ("3/4 speed", "{factor}", 0.75), ("by a third", "{percent}", 33.33), ("by 2/3", "{percent}", 66.67), ("by 10-15%", "{percent}", 15),
    ("the last two thirds", "{last}", "66.67%"), ("the second half", "{last}", "50%"), ("the first 1/4", "{first}", "25%"),
    ("the first and last 2 seconds", "{first}", 2), ("halfway through", "{instant}", "50%"), ("at second 5", "{instant}", 5),
    ("at minute 2", "{instant}", 120), ("from the 3rd second", "{since}", 3), ("every 30 seconds", "{limit}", 30), ("every 30 seconds", "{duration}", None),
    ("12 frames", "{frames}", 12), ("480 wide", "{resolution}", "480 wide"), ("480 wide", "{aspect}", None), ("720p60", "{resolution}", "720p"),
    ("24p", "{fps}", 24), ("30 frames/sec", "{fps}", 30), ("1280x720", "{resolution}", "1280x720"), ("1440p", "{resolution}", "1440p"), ("2.35:1", "{aspect}", "2.35:1"),
])  # fmt: skip
def test_moments_and_measures(text: str, label: str, value: Any) -> None:
    assert read(text, label) == value


def test_an_aspect_is_no_time() -> None:
    assert read("convert to 9:16", "{duration}") is None


def test_the_length_of_the_footage_is_no_request() -> None:
    assert read("this 5-minute video", "{duration}") is None
    assert read("a 5-minute video", "{duration}") == 300
