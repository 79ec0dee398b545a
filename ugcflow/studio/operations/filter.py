"""Lay a named filter over the picture."""

from ugcflow.studio.operation import Parameter, Spec

OPERATION = Spec(
    name="filter",
    group="picture",
    summary="Lay a named filter over the picture",
    example="black and white filter",
    parameters=(Parameter("name", "text", required=True),),
)
