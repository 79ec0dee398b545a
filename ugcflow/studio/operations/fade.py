"""Fade picture and sound in or out."""

from ugcflow.studio.operation import Parameter, Spec

OPERATION = Spec(
    name="fade",
    group="picture",
    summary="Fade picture and sound in or out",
    example="fade out over 1 second",
    parameters=(
        Parameter("dir", "choice", choices=("in", "out"), required=True),
        Parameter("seconds", "seconds"),
        Parameter("target", "choice", choices=("both", "picture", "sound")),
    ),
)
