"""Lower the music while somebody speaks."""

from ugcflow.studio.operation import Spec

OPERATION = Spec(
    name="duck_music",
    group="sound",
    summary="Lower the music while somebody speaks",
    example="duck the music under the voice",
)
