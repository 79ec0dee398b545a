"""Parameters of an operation, in the vocabulary's units, as milliseconds; numbers that can't be are said in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ugcflow.errors import StepError
from ugcflow.session.wording import clock
from ugcflow.studio.timeline import Timeline

_NEAR = 500  # ms by which an end may pass the footage's: people round up


def ms(parameters: Mapping[str, Any], name: str) -> int | None:
    """A stated time or length in ms, None when not stated. Raises StepError for one that is negative or no number."""
    value = parameters.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value:
        raise StepError(f"{name} is not a number of seconds: {value!r}", do="write a time such as 5 seconds or 0:05")
    if value < 0 or value > 10**6:
        raise StepError(f"{value:g} seconds can't be", do="write a time between 0 and the length of the edit")
    return round(value * 1000)


def length(parameters: Mapping[str, Any], name: str, default: int) -> int:
    """A stated length above zero in ms, or `default`."""
    value = ms(parameters, name)
    if value == 0:
        raise StepError("a length of 0 seconds can't be", do="ask for a length above zero")
    return default if value is None else value


def span(timeline: Timeline, parameters: Mapping[str, Any]) -> tuple[int, int] | None:
    """The stretch `start`…`end` of the edit in ms, None when neither is stated. Raises StepError when it is not inside the edit."""
    start, end = ms(parameters, "start"), ms(parameters, "end")
    if start is None and end is None:
        return None
    return inside(timeline, start or 0, timeline.duration if end is None else end)


def inside(timeline: Timeline, start: int, end: int) -> tuple[int, int]:
    """The stretch cut to the edit's length. Raises StepError when it lies outside, ends far past the end or before its start."""
    if start >= timeline.duration:
        raise StepError(
            f"{clock(start)} is past the end: the edit is {clock(timeline.duration)} long", do="name a time within it"
        )
    if end <= start:
        raise StepError(f"a part from {clock(start)} to {clock(end)} has no length", do="put the earlier time first")
    if end > timeline.duration + _NEAR:
        raise StepError(
            f"{clock(end)} is past the end: the edit is {clock(timeline.duration)} long", do="name a time within it"
        )
    return start, min(end, timeline.duration)
