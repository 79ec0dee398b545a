"""Music taken away."""

from __future__ import annotations

from dataclasses import replace
from typing import Any


def test_all_music_goes_and_other_sounds_stay(edit: Any) -> None:
    left = edit(a=[]).with_music()
    voice = replace(left.music, id="v1", role="voice")
    left.timeline = left.timeline.with_(sounds=(*left.timeline.sounds, voice))
    assert left.do("remove_music").lines == ("Music removed",)
    assert left.timeline.sounds == (voice,)


def test_without_music_nothing_changes_and_it_is_said(edit: Any) -> None:
    left = edit(a=[])
    before = left.timeline
    assert left.do("remove_music").lines == ("There was no music",)
    assert left.timeline == before
