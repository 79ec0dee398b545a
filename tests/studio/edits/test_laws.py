"""Whatever is asked, in whatever order: the laws of a timeline hold after every operation."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from ugcflow import schema
from ugcflow.errors import StepError
from ugcflow.session.reading import Operation
from ugcflow.studio.draft import from_draft, to_draft
from ugcflow.studio.edits.alone import alone, put_back
from ugcflow.studio.edits.carry import carry_out, settled
from ugcflow.studio.edits.ranges import joined_cuts
from ugcflow.studio.timeline import Timeline

_LINES = [
    ("I was skeptical at first.", 900), ("It arrived on Monday, in a tiny box.", 700), ("After two weeks my skin", 800),
    ("After two weeks my skin felt softer, and people noticed.", 650), ("Um, it smells nice.", 1200),
    ("Tap the link below.", 1500),
]  # fmt: skip
_times = st.floats(-5, 40, allow_nan=False).map(lambda x: round(x, 2))
_some = st.none() | _times


def _op(name: str, **parameters: st.SearchStrategy[Any]) -> st.SearchStrategy[Operation]:
    stated = st.fixed_dictionaries(parameters)
    return stated.map(lambda p: Operation(name, {k: v for k, v in p.items() if v is not None}))


_operations = st.one_of(
    _op("trim_silence", start=_some, end=_some, min_seconds=st.none() | st.floats(0.1, 2)),
    _op("trim_start", seconds=_times), _op("trim_end", seconds=_times), _op("trim_start", until=st.sampled_from(["skin", "box", "lamp"])),
    _op("trim_range", start=_some, end=_some, mode=st.sampled_from(["keep", "remove"])),
    _op("fit_duration", seconds=_times), _op("split", at=_times),
    _op("speed", factor=st.none() | st.floats(0.2, 5), start=_some, end=_some),
    _op("captions"), _op("remove_captions", start=_some, end=_some), _op("remove_fillers"), _op("remove_bad_takes"),
    _op("text_overlay", text=st.just("Glow"), role=st.sampled_from([None, "hook", "cta", "lower_third"]), start=_some, end=_some, seconds=_some,
        position=st.sampled_from([None, "top", "bottom right"])),
    _op("music", volume=st.none() | st.floats(0, 2)), _op("remove_music"), _op("duck_music"),
    _op("volume", target=st.sampled_from(["music", "voice", "all"]), change=st.sampled_from(["30%", "+10%", "up", "-6 dB", "0%"])),
    _op("mute", start=_some, end=_some), _op("normalize_audio"), _op("reframe", aspect=st.sampled_from(["9:16", "1:1", "16:9"])),
    _op("fade", dir=st.sampled_from(["in", "out"]), seconds=_some), _op("merge_clips"),
)  # fmt: skip
_told = st.lists(st.tuples(_operations, st.sampled_from(["", "", "a", "b"])), min_size=1, max_size=8)


def _holds(timeline: Timeline) -> None:
    at = 0
    for clip in timeline.clips:
        assert clip.start == at
        assert clip.duration > 0
        assert clip.source >= 0
        assert clip.source_end <= timeline.media[clip.media].duration + 1
        at = clip.end
    assert timeline.duration == at == sum(c.duration for c in timeline.clips) > 0
    for segment in (*timeline.sounds, *timeline.titles):
        assert 0 <= segment.start < segment.end <= at
    ids = [s.id for s in (*timeline.clips, *timeline.sounds, *timeline.titles)]
    assert len(ids) == len(set(ids))
    _captions_hold(timeline)


def _captions_hold(timeline: Timeline) -> None:
    shown = [t for t in timeline.titles if t.role == "caption"]
    assert not (timeline.captions is None and shown)
    for a, b in pairwise(shown):
        assert a.end <= b.start
    for title in shown:
        assert 1 <= len(title.words) <= 5
        for word in title.words:
            assert word.duration > 0
            assert any(c.start <= word.start < c.end and c.media == word.media for c in timeline.clips)
            assert title.start <= word.start


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(_told)
def test_the_laws_hold_after_every_operation(tell: Any, told: list[tuple[Operation, str]]) -> None:
    timeline, footage = tell(a=_LINES, b=list(reversed(_LINES)), c=[])
    refused: list[StepError] = []
    validator = Draft202012Validator(schema.load("draft"))
    for operation, on in told:
        try:
            if on:
                lone = carry_out(alone(timeline, on), operation, footage).timeline
                timeline = settled(timeline, put_back(timeline, on, lone), footage)
            else:
                timeline = carry_out(timeline, operation, footage).timeline
        except StepError as error:
            refused.append(error)
            continue
        _holds(timeline)
        draft = to_draft(timeline)
        assert from_draft(draft) == timeline
        assert not list(validator.iter_errors(draft))
    assert all(error.what and error.do for error in refused)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(_operations, min_size=1, max_size=6))
def test_footage_keeps_its_order(tell: Any, operations: list[Operation]) -> None:
    timeline, footage = tell(a=_LINES, b=_LINES)
    for operation in operations:
        try:
            timeline = carry_out(timeline, operation, footage).timeline
        except StepError:
            continue
    places = [(c.media, c.source) for c in timeline.clips]
    assert places == sorted(places)


def test_two_cuts_of_one_sentence_mean_the_times_before_it(tell: Any) -> None:
    timeline, footage = tell(a=_LINES)
    first = Operation("trim_range", {"start": 1, "end": 2, "mode": "remove"})
    second = Operation("trim_range", {"start": 4, "end": 5, "mode": "remove"})
    (joined,) = joined_cuts([first, second])
    clips = carry_out(timeline, joined, footage).timeline.clips
    assert [(c.source, c.source_end) for c in clips] == [(0, 1000), (2000, 4000), (5000, timeline.duration)]
