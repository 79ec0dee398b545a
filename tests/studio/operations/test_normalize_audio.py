"""The loudness of the whole edit."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("stated", "lufs", "line"),
    [
        ({}, -14, "Loudness set to -14 LUFS"),
        ({"lufs": -16}, -16, "Loudness set to -16 LUFS"),
        ({"lufs": -23.5}, -23.5, "Loudness set to -23.5 LUFS"),
        ({"lufs": -40}, -40, "Loudness set to -40 LUFS"),
        ({"lufs": -5}, -5, "Loudness set to -5 LUFS"),
    ],
)
def test_as_asked_or_as_platforms_play(edit: Any, stated: dict[str, Any], lufs: float, line: str) -> None:
    even = edit(a=[])
    before = even.timeline
    assert even.do("normalize_audio", **stated).lines == (line,)
    assert even.timeline == before.with_(loudness=lufs)


def test_the_last_one_asked_for_counts(edit: Any) -> None:
    even = edit(a=[])
    even.do("normalize_audio", lufs=-20)
    even.do("normalize_audio")
    assert even.timeline.loudness == -14


@pytest.mark.parametrize("lufs", [-40.1, -4.9, 0, 14])
def test_what_nobody_can_listen_to(edit: Any, lufs: float) -> None:
    told = (f"{lufs:g} LUFS is out of range", "ask for -40 to -5; the platforms play at -14")
    assert edit(a=[]).refused("normalize_audio", lufs=lufs) == told
