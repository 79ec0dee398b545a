from __future__ import annotations

import itertools
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ugcflow.errors import RenderError
from ugcflow.output import Output
from ugcflow.studio.render.frames import chunked, exact_rate, output_rate, place, sample_at, source_at
from ugcflow.studio.timeline import Clip, Timeline

RATES = [Fraction(30), Fraction(30000, 1001), Fraction(25), Fraction(24000, 1001), Fraction(60), Fraction(17)]
LENGTHS = st.lists(st.tuples(st.integers(0, 60_000), st.integers(1, 9_000)), min_size=1, max_size=60)


def timeline(cuts: list[tuple[int, int]], speed: float = 1.0) -> Timeline:
    clips, at = [], 0
    for i, (source, duration) in enumerate(cuts):
        clips.append(Clip(f"c{i}", "a", at, duration, source, speed))
        at += duration
    return Timeline(1080, 1920, "30", clips=tuple(clips))


@given(LENGTHS, st.sampled_from(RATES), st.sampled_from([1.0, 1.5, 0.5]))
def test_nothing_drifts_and_nothing_is_missing(cuts: list[tuple[int, int]], rate: Fraction, speed: float) -> None:
    edit = timeline(cuts, speed)
    pieces = place(edit, rate)
    assert all(a.end == b.first for a, b in itertools.pairwise(pieces))
    assert abs((pieces[-1].end if pieces else 0) - edit.duration * rate / 1000) <= Fraction(1, 2)
    for p in pieces:
        exact = source_at(p.clip, p.first, rate)
        shown = Fraction(p.source) * Fraction(speed) / rate
        assert abs(exact - shown) / Fraction(speed) <= Fraction(1, 2) / rate + Fraction(1, 10**6) or exact == 0


@given(LENGTHS, st.sampled_from(RATES))
def test_chunks_cover_every_frame_once_and_are_not_too_short(cuts: list[tuple[int, int]], rate: Fraction) -> None:
    pieces = place(timeline(cuts), rate)
    chunks = chunked(pieces, rate)
    frames = [f for chunk in chunks for p in chunk for f in range(p.first, p.end)]
    assert frames == list(range(pieces[-1].end if pieces else 0))
    assert len(chunks) <= 1 or all(sum(p.count for p in chunk) >= 3 for chunk in chunks)


def test_boundaries_lie_on_the_sources_grid() -> None:
    """Wherever a clip is cut at its start, its inner boundaries are the same frames of the source."""
    whole = chunked(place(timeline([(0, 20_000)]), Fraction(30)), Fraction(30))
    trimmed = chunked(place(timeline([(333, 19_667)]), Fraction(30)), Fraction(30))
    inner = [(c[0].source, c[0].count) for c in whole[1:]]
    assert [(c[0].source, c[0].count) for c in trimmed[1:]] == inner
    assert len(inner) == 9


def test_rare_keyframes_make_long_chunks() -> None:
    assert len(chunked(place(timeline([(0, 20_000)]), Fraction(30)), Fraction(30), {"a": 10})) == 2


@pytest.mark.parametrize(
    ("fps", "asked", "most", "expected"),
    [("60", 0, 30, 30), ("60", 0, 60, 60), ("25", 0, 60, 25), ("30000/1001", 0, 30, Fraction(30000, 1001)), ("120", 0, 60, 60),
     ("30", 24, 60, 24), ("30", 23.976, 60, Fraction(24000, 1001)), ("240", 0, 30, 30), ("", 0, 60, 30)],
)  # fmt: skip
def test_the_rate_of_an_output(fps: str, asked: float, most: float, expected: Fraction) -> None:
    assert output_rate(Timeline(1, 1, fps), Output("x", fps=asked, max_fps=most)) == expected


@pytest.mark.parametrize("fps", ["0", "nonsense", "1/0", "-5"])
def test_no_rate_is_an_error_in_words(fps: str) -> None:
    with pytest.raises(RenderError, match="no frame rate"):
        exact_rate(fps)


def test_samples_stand_where_frames_do() -> None:
    assert sample_at(30000, Fraction(30000, 1001)) == 1001 * 48000
