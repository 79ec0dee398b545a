"""Add a sound effect."""

from ugcflow.studio.operation import Spec

OPERATION = Spec(
    name="sound_effect",
    group="sound",
    summary="Add a sound effect",
    example="add a whoosh",
)
