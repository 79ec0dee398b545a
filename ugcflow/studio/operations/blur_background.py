"""Blur what is behind the person."""

from ugcflow.studio.operation import Spec

OPERATION = Spec(
    name="blur_background",
    group="picture",
    summary="Blur what is behind the person",
    example="blur the background",
)
