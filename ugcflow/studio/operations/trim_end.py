"""Cut a stated length off the end."""

from ugcflow.studio.operation import Parameter, Spec

OPERATION = Spec(
    name="trim_end",
    group="cutting",
    summary="Cut a stated length off the end",
    example="cut the last 5 seconds",
    parameters=(Parameter("seconds", "seconds", required=True),),
)
