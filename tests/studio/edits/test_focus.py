"""The subject stays in the picture when it is cropped."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ugcflow.session.reading import Operation
from ugcflow.studio.edits.carry import carry_out
from ugcflow.studio.media import subject
from ugcflow.studio.timeline import Timeline


class _Seen:
    """Footage whose subject stands where it is said to: in the whole source, and in a part of it."""

    def __init__(self, whole: tuple[float, float] | None, part: tuple[float, float] | None) -> None:
        self._whole, self._part = whole, part

    def subject(self, media: str, start: int, end: int) -> tuple[float, float] | None:
        return self._whole if start == 0 else self._part


def _wide(tell: Any) -> Timeline:
    timeline, _ = tell(a=[("One two three.", 500), ("Four five six.", 500)])
    wide = {k: replace(m, width=1920, height=1080) for k, m in timeline.media.items()}
    timeline = timeline.with_(media=wide, width=1920, height=1080)
    return carry_out(timeline, Operation("trim_start", {"seconds": 0.3}), None).timeline  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("whole", "part", "focus"),
    [
        ((0.3, 0.4), (0.34, 0.4), (0.3, 0.4)),  # near the whole's: no wobble between cuts
        ((0.3, 0.4), (0.7, 0.4), (0.7, 0.4)),
        ((0.3, 0.4), None, (0.3, 0.4)),
        (None, None, (0.5, 0.5)),
    ],
)
def test_reframing_goes_by_the_subject(tell: Any, whole: Any, part: Any, focus: tuple[float, float]) -> None:
    reframe = Operation("reframe", {"aspect": "9:16"})
    after = carry_out(_wide(tell), reframe, _Seen(whole, part)).timeline  # type: ignore[arg-type]
    assert (after.width, after.height) == (1080, 1920)
    assert [c.focus for c in after.clips] == [focus]


def test_the_same_shape_crops_nothing_and_looks_for_nobody(tell: Any) -> None:
    after = carry_out(_wide(tell), Operation("reframe", {"aspect": "16:9"}), None).timeline  # type: ignore[arg-type]
    assert [c.focus for c in after.clips] == [(0.5, 0.5)]


@pytest.mark.parametrize(
    ("name", "x"), [("talk/recorder_take1_en_16x9.mp4", 0.48), ("talk/recorder_take2_en_16x9.mp4", 0.56)]
)
def test_a_speaker_is_found_where_he_sits(shared_media: Path, name: str, x: float) -> None:
    found = subject.together([subject.look(shared_media / name, at) for at in subject.instants(0, 7000)])
    assert found is not None
    assert abs(found[0] - x) <= 0.05
    assert 0.2 <= found[1] <= 0.5


def test_a_screen_recording_has_no_subject(shared_media: Path) -> None:
    file = shared_media / "talk/spoken_bilingual_zh_en.mov"
    assert subject.together([subject.look(file, at) for at in subject.instants(0, 10_000)]) is None


def test_another_cut_looks_at_the_same_places() -> None:
    whole = subject.instants(0, 24_000)
    assert len(whole) <= 6
    assert set(subject.instants(4100, 11_900)) <= set(whole)
    assert subject.instants(4100, 4200) == [6000]
