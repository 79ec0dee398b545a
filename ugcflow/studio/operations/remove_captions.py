"""Take captions away again."""

from ugcflow.studio.operation import Parameter, Spec

OPERATION = Spec(
    name="remove_captions",
    group="words",
    summary="Take captions away again",
    example="remove the captions",
    parameters=(
        Parameter("start", "seconds"),
        Parameter("end", "seconds"),
    ),
)
