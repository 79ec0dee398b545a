"""Pauses go, breathing room stays, words are whole."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ugcflow.errors import StepError
from ugcflow.session.reading import Operation
from ugcflow.studio.edits.carry import carry_out
from ugcflow.studio.edits.silence import pauses
from ugcflow.studio.edits.speech import spoken

_lines = st.lists(
    st.tuples(st.sampled_from(["One two three.", "And then,", "Hello", "It works, really."]), st.integers(60, 4000)),
    min_size=1,
    max_size=12,
)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(_lines)
def test_no_long_pause_is_left_and_no_word_is_lost(tell: Any, lines: list[tuple[str, int]]) -> None:
    timeline, footage = tell(a=lines)
    after = carry_out(timeline, Operation("trim_silence"), footage).timeline
    assert all(end - start <= 600 for start, end in pauses(after, footage, 1))
    before, now = spoken(timeline, footage), spoken(after, footage)
    assert [(w.text, w.duration) for w in now] == [(w.text, w.duration) for w in before]


def test_breathing_room_stays_around_speech(tell: Any) -> None:
    timeline, footage = tell(a=[("Hello there.", 2000), ("Bye now.", 2000)])
    after = carry_out(timeline, Operation("trim_silence"), footage).timeline
    words = spoken(after, footage)
    gap = words[2].start - words[1].end
    assert 180 <= gap <= 300
    assert 80 <= words[0].start <= 150
    assert 200 <= after.duration - words[-1].end <= 400


def test_only_within_the_stated_part(tell: Any) -> None:
    timeline, footage = tell(a=[("One.", 2000), ("Two.", 2000), ("Three.", 200)])
    after = carry_out(timeline, Operation("trim_silence", {"start": 0, "end": 2.5}), footage).timeline
    assert [e - s for s, e in pauses(after, footage, 1000)] == [2000]


def test_only_pauses_as_long_as_stated(tell: Any) -> None:
    timeline, footage = tell(a=[("One.", 700), ("Two.", 2000), ("Three.", 200)])
    after = carry_out(timeline, Operation("trim_silence", {"min_seconds": 1}), footage).timeline
    assert [e - s for s, e in pauses(after, footage, 600)] == [700]


def test_pictures_without_speech_beside_a_talk_are_left(tell: Any) -> None:
    timeline, footage = tell(talk=[("Hello.", 1500), ("Bye.", 900)], product=[])
    after = carry_out(timeline, Operation("trim_silence"), footage).timeline
    assert sum(c.duration for c in after.clips if c.media == "product") == 5000


def test_footage_without_sound_is_a_plain_error(tell: Any) -> None:
    from dataclasses import replace

    timeline, footage = tell(a=[("Hello.", 1500)])
    mute = timeline.with_(media={k: replace(m, has_audio=False) for k, m in timeline.media.items()})
    with pytest.raises(StepError, match="no sound"):
        carry_out(mute, Operation("trim_silence"), footage)
