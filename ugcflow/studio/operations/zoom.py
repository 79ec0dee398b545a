"""Zoom in, at once or slowly."""

from ugcflow.studio.operation import Parameter, Spec

OPERATION = Spec(
    name="zoom",
    group="picture",
    summary="Zoom in, at once or slowly",
    example="punch in at 0:04",
    parameters=(
        Parameter("kind", "choice", choices=("punch_in", "slow")),
        Parameter("start", "seconds"),
        Parameter("end", "seconds"),
    ),
)
