"""Split a clip in two."""

from ugcflow.studio.operation import Parameter, Spec

OPERATION = Spec(
    name="split",
    group="cutting",
    summary="Split a clip in two",
    example="split at 0:10",
    parameters=(Parameter("at", "seconds", required=True),),
)
