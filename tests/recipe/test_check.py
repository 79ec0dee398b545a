"""Checks: what is written, and what satisfies it."""

from __future__ import annotations

from typing import Any

import pytest

from ugcflow.recipe.check import CheckProblem, any_of, check

# what, wanted, values that satisfy it, values that do not
CASES: list[tuple[str, str, list[Any], list[Any]]] = [
    ("duration", "25s..30s", [25_000, 27_123, 30_000], [24_999, 30_001, None]),
    ("duration", "..30s", [1, 30_000], [30_001]),
    ("duration", "25s..", [25_000, 90_000], [24_999]),
    ("duration", "<= 30s", [30_000], [30_034]),
    ("duration", "< 30s", [29_999], [30_000]),
    ("duration", "30s +- 500ms", [29_500, 30_500], [29_499, 30_501]),
    ("duration", "30s", [29_500, 30_034, 30_500], [29_400, 30_600]),
    ("duration", "30.0s", [29_950, 30_050], [29_900, 30_100]),
    ("duration", "1m 10s", [70_000], [69_000]),
    ("duration", "1:10", [70_000], [69_000]),
    ("duration", "30", [30_000], [31_000]),
    ("loudness", "-14 +- 1", [-14.9, -13.0, -15], [-15.1, -12.9, None, float("nan")]),
    ("loudness", "-14 ± 0.5 LUFS", [-13.5, -14.5], [-13.4]),
    ("loudness", "-16..-13", [-16, -13.0], [-12.9]),
    ("loudness", "-14", [-14.4, -13.6], [-14.6]),
    ("loudness", "-14.0", [-14.04], [-14.1]),
    ("true_peak", "<= -1", [-1.0, -3], [-0.9, None]),
    ("resolution", "1080x1920", ["1080x1920"], ["1920x1080", "1080x1921", None, 1080, "x"]),
    ("resolution", "1080 × 1920", ["1080x1920"], ["720x1280"]),
    ("aspect", "9:16", ["1080x1920", "720x1280", "608x1080", "9:16"], ["1080x1350", None]),
    ("fps", "30", [30, 29.97, 30.4], [25, 31, 0]),
    ("fps", "29.97", [29.97, 29.9701], [30]),
    ("fps", "24..30", [24, 25.0, 30], [23.9, 60]),
    ("size", "<= 50MB", [50_000_000, 1], [50_000_001]),
    ("size", "1MiB..2MiB", [1 << 20, 2 << 20], [1_000_000]),
    ("video_codec", "h264", ["h264", "H264"], ["hevc", None]),
    ("video_codec", "h.265", ["hevc"], ["h264"]),
    ("audio_codec", "aac or opus", ["aac", "opus"], ["mp3"]),
    ("tracks.text", ">= 1", [1, 5], [0, None]),
    ("tracks.music", "0", [0], [1]),
    ("segments", "2..4", [2, 3, 4], [1, 5]),
    ("segments", "= 3", [3], [2, True]),
    ("words", "Link in bio!", ["the LINK, in  bio.", ["tap the link", "in bio now"]], ["linked in", None, []]),
    ("text", "第三周", ["这是第三周了"], ["第四周"]),
]


@pytest.mark.parametrize(("what", "wanted", "yes", "no"), CASES)
def test_what_satisfies_a_check(what: str, wanted: str, yes: list[Any], no: list[Any]) -> None:
    made = check(what, wanted)
    assert made.wanted == wanted
    assert [v for v in yes if not made.ok(v)] == []
    assert [v for v in no if made.ok(v)] == []


def test_any_of_several() -> None:
    made = any_of("video_codec", ["h264", "vp9"])
    assert made.wanted == "h264 or vp9"
    assert [made.ok(c) for c in ("h264", "vp9", "av1")] == [True, True, False]


@pytest.mark.parametrize(
    ("what", "wanted"),
    [
        ("duration", ""), ("duration", "soon"), ("duration", "30 apples"), ("duration", "-3s"), ("duration", "< 0s"), ("duration", "0s"),
        ("duration", "30s..25s"), ("duration", ".."), ("duration", ">= "), ("duration", "1s +- x"), ("duration", "9" * 400),
        ("loudness", "14"), ("loudness", ">= 1"), ("loudness", "-90"), ("loudness", "loud"), ("true_peak", "> 4"), ("resolution", "1081x1920"),
        ("resolution", "0x0"), ("resolution", "full hd"), ("resolution", "99999x2"), ("aspect", "0:1"), ("aspect", "tall"), ("fps", "0"),
        ("fps", "1000"), ("fps", "30s"), ("size", "50 apples"), ("size", "< 0"), ("video_codec", "h246"), ("audio_codec", "h264"),
        ("tracks.text", "1.5"), ("tracks.text", "-1"), ("segments", "< 0"), ("segments", "some"), ("words", "…"), ("text", ""),
    ],
)  # fmt: skip
def test_the_impossible_is_refused_with_what_is_accepted(what: str, wanted: str) -> None:
    with pytest.raises(CheckProblem) as caught:
        check(what, wanted)
    assert caught.value.what
    assert caught.value.do


def test_a_near_codec_is_named() -> None:
    with pytest.raises(CheckProblem) as caught:
        check("video_codec", "h246")
    assert "h264" in caught.value.nearest
