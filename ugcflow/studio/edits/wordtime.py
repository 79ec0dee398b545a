"""When words stand on the picture: as asked, else as their role has it in an ad."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ugcflow.studio.edits.params import inside, length, moment
from ugcflow.studio.timeline import Timeline

LENGTHS = {"hook": 3000, "title": 3000, "cta": 3500, "lower_third": 4000}  # ms
_EDGE = 50  # ms: as good as at the start or the end
_MIDDLE = ("", "center", "centre", "middle")


def word_time(timeline: Timeline, parameters: Mapping[str, Any]) -> tuple[int, int, str]:
    """Start and end in ms, and the anchor that later cuts go by.

    A hook, title and lower third stand at the start, a call to action at the end; words put at an edge without a time (a
    badge) stand throughout; anything else for 3 s.
    """
    role = str(parameters.get("role") or "")
    total = timeline.duration
    stay = min(total, length(timeline, parameters, "seconds", LENGTHS.get(role, 3000)))
    start, end = moment(timeline, parameters, "start"), moment(timeline, parameters, "end")
    if start is None and end is None:
        if parameters.get("position_in_time") == "end" or (
            role == "cta" and parameters.get("position_in_time") != "start"
        ):
            return total - stay, total, "end"
        badge = not role and "seconds" not in parameters and not parameters.get("position_in_time")
        if badge and str(parameters.get("position") or "") not in _MIDDLE:
            return 0, total, "start"
        return 0, stay, "start"
    if start is None:
        start = max(0, (end or 0) - stay) if "seconds" in parameters else 0
    start, end = inside(
        timeline, start, min(total, start + stay) if end is None and start < total else end or start + stay
    )
    anchor = "start" if start <= _EDGE else "end" if end >= total - _EDGE else "picture"
    return start, end, anchor
