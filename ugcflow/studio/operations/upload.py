"""Bring a file in."""

from ugcflow.studio.operation import Spec

OPERATION = Spec(
    name="upload",
    group="session",
    summary="Bring a file in",
    example="upload clip.mp4",
)
