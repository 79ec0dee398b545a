"""Show another picture over the speech."""

from ugcflow.studio.operation import Parameter, Spec

OPERATION = Spec(
    name="broll",
    group="cutting",
    summary="Show another picture over the speech",
    example="show the product shot from 0:12 to 0:16",
    parameters=(
        Parameter("start", "seconds"),
        Parameter("end", "seconds"),
    ),
)
