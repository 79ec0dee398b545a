"""Make it faster or slower, pitch kept."""

from ugcflow.studio.operation import Parameter, Spec

OPERATION = Spec(
    name="speed",
    group="cutting",
    summary="Make it faster or slower, pitch kept",
    example="speed up 1.25x",
    parameters=(
        Parameter("factor", "factor"),
        Parameter("direction", "choice", choices=("faster", "slower")),
        Parameter("start", "seconds"),
        Parameter("end", "seconds"),
    ),
)
