"""Crop the picture."""

from ugcflow.studio.operation import Spec

OPERATION = Spec(
    name="crop",
    group="picture",
    summary="Crop the picture",
    example="crop the black borders",
)
