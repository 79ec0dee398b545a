"""Cut a stated length off the start, or up to a word."""

from ugcflow.studio.operation import Parameter, Spec

OPERATION = Spec(
    name="trim_start",
    group="cutting",
    summary="Cut a stated length off the start, or up to a word",
    example="cut the first 3 seconds",
    parameters=(
        Parameter("seconds", "seconds"),
        Parameter("until", "text"),
    ),
)
