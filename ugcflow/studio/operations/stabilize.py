"""Steady a shaky picture."""

from ugcflow.studio.operation import Spec

OPERATION = Spec(
    name="stabilize",
    group="picture",
    summary="Steady a shaky picture",
    example="stabilize the footage",
)
