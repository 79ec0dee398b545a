"""Change the shape of the picture."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ugcflow.studio.edits.shape import canvas
from ugcflow.studio.footage import Footage
from ugcflow.studio.operation import Applied, Parameter, Spec
from ugcflow.studio.timeline import Timeline


def apply(timeline: Timeline, parameters: Mapping[str, Any], footage: Footage) -> Applied:
    """The canvas in the shape asked for, each picture filling it with its subject in view."""
    width, height = canvas(str(parameters["aspect"]), timeline)
    clips = tuple(replace(c, fit="cover") for c in timeline.clips)
    return Applied(timeline.with_(width=width, height=height, clips=clips), (f"Frame is {width}x{height} now",))


OPERATION = Spec(
    name="reframe",
    group="picture",
    summary="Change the shape of the picture",
    example="make it vertical",
    apply=apply,
    parameters=(Parameter("aspect", "aspect", required=True),),
)
