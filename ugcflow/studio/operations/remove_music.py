"""Take the music away."""

from ugcflow.studio.operation import Spec

OPERATION = Spec(
    name="remove_music",
    group="sound",
    summary="Take the music away",
    example="remove the music",
)
