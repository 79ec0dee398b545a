"""Cut pauses, with breathing room, never inside a word."""

from ugcflow.studio.operation import Parameter, Spec

OPERATION = Spec(
    name="trim_silence",
    group="cutting",
    summary="Cut pauses, with breathing room, never inside a word",
    example="trim silences",
    parameters=(
        Parameter("start", "seconds"),
        Parameter("end", "seconds"),
        Parameter("min_seconds", "seconds"),
    ),
)
