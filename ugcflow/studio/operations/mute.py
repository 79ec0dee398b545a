"""Silence the sound, all of it or a part."""

from ugcflow.studio.operation import Parameter, Spec

OPERATION = Spec(
    name="mute",
    group="sound",
    summary="Silence the sound, all of it or a part",
    example="mute 0:03 to 0:05",
    parameters=(
        Parameter("start", "seconds"),
        Parameter("end", "seconds"),
    ),
)
