"""Keep or remove a stated part."""

from ugcflow.studio.operation import Parameter, Spec

OPERATION = Spec(
    name="trim_range",
    group="cutting",
    summary="Keep or remove a stated part",
    example="keep 0:05 to 0:20",
    parameters=(
        Parameter("start", "seconds"),
        Parameter("end", "seconds"),
        Parameter("mode", "choice", choices=("keep", "remove"), required=True),
    ),
)
