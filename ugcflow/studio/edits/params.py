"""Parameters of an operation, in the vocabulary's units, as milliseconds; numbers that can't be are said in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ugcflow.errors import StepError
from ugcflow.session.wording import clock
from ugcflow.studio.timeline import Timeline

_NEAR = 500  # ms by which an end may pass the footage's: people round up


def moment(timeline: Timeline, parameters: Mapping[str, Any], name: str) -> int | None:
    """A stated time of the edit in ms, None when not stated. A negative one counts from the end, "20%" is a share of the whole."""
    value = _milliseconds(timeline, name, parameters.get(name))
    if value is None or value >= 0:
        return value
    if value < -timeline.duration - _NEAR:
        raise StepError(f"the edit is only {clock(timeline.duration)} long", do="name a time within it")
    return max(0, timeline.duration + value)


def length(timeline: Timeline, parameters: Mapping[str, Any], name: str, default: int = 0) -> int:
    """A stated length above zero in ms, or `default`."""
    value = _milliseconds(timeline, name, parameters.get(name))
    if value is None:
        return default
    if value <= 0:
        raise StepError(f"a length of {value / 1000:g} seconds can't be", do="ask for a length above zero")
    return value


def span(timeline: Timeline, parameters: Mapping[str, Any]) -> tuple[int, int] | None:
    """The stretch `start`…`end` of the edit in ms, None when neither is stated. Raises StepError when it is not inside the edit."""
    start, end = moment(timeline, parameters, "start"), moment(timeline, parameters, "end")
    if start is None and end is None:
        return None
    return inside(timeline, start or 0, timeline.duration if end is None else end)


def inside(timeline: Timeline, start: int, end: int) -> tuple[int, int]:
    """The stretch cut to the edit's length. Raises StepError when it lies outside, ends far past the end or before its start."""
    long = f"the edit is {clock(timeline.duration)} long"
    if start >= timeline.duration:
        raise StepError(f"{clock(start)} is past the end: {long}", do="name a time within it")
    if end <= start:
        raise StepError(f"a part from {clock(start)} to {clock(end)} has no length", do="put the earlier time first")
    if end > timeline.duration + _NEAR:
        raise StepError(f"{clock(end)} is past the end: {long}", do="name a time within it")
    return start, min(end, timeline.duration)


def _milliseconds(timeline: Timeline, name: str, value: Any) -> int | None:
    if value is None:
        return None
    if isinstance(value, str) and value.rstrip().endswith("%"):
        share = _number(name, value.rstrip()[:-1])
        return round(share / 100 * timeline.duration)
    number = _number(name, value)
    if abs(number) > 10**6:
        raise StepError(f"{number:g} seconds can't be", do="write a time within the edit")
    return round(number * 1000)


def _number(name: str, value: Any) -> float:
    try:
        number = float(value) if not isinstance(value, bool) else float("nan")
    except (TypeError, ValueError):
        number = float("nan")
    if number != number:
        raise StepError(f"{name} is not a number of seconds: {value!r}", do="write a time such as 5 seconds or 0:05")
    return number
